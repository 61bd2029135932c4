# SPDX-License-Identifier: Apache-2.0
"""hubdeck-cli without a Hub: what the cache has is served at once, what it lacks is exit code 6 and one sentence."""

import json
import os
import pathlib
import socket
import subprocess
import time
import unittest

from support import HUBDECK_CLI, MODEL, folder, run

SECONDS = 10  # Most of them for a busy machine: nobody should wait to hear that nobody is there.


def closed_port():
    """Of this computer; nobody listens there."""
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))
        return unused.getsockname()[1]


class Offline:
    """The same for each way to have no Hub."""

    way = {}

    @classmethod
    def setUpClass(cls):
        cls.cache, cls.empty = folder("cache"), folder("empty")
        cls.path = run(HUBDECK_CLI, "download", MODEL, HF_HUB_CACHE=str(cls.cache)).strip()
        cls.partly = folder("partly")
        run(HUBDECK_CLI, "download", MODEL, "config.json", HF_HUB_CACHE=str(cls.partly))

    def cli(self, cache, *arguments, code=0):
        """What it says on stdout and stderr; it must be quick about it."""
        start = time.monotonic()
        done = subprocess.run([HUBDECK_CLI, *arguments], env=os.environ | self.way | {"HF_HUB_CACHE": str(cache)},
                              capture_output=True, text=True, timeout=60, check=False)
        took = time.monotonic() - start
        self.assertEqual(done.returncode, code, done.stdout + done.stderr)
        self.assertLess(took, SECONDS)
        return done.stdout, done.stderr

    def test_ls_lists_what_the_cache_knows(self):
        online = run(HUBDECK_CLI, "ls", MODEL, HF_HUB_CACHE=str(self.empty))
        offline = self.cli(self.cache, "ls", MODEL)[0]
        self.assertEqual(sorted(offline.splitlines()), sorted(online.splitlines()))
        partly = self.cli(self.partly, "ls", MODEL)[0]
        self.assertEqual([line.split()[-1] for line in partly.splitlines()], ["config.json"])

    def test_ls_of_everything_as_json(self):
        online = json.loads(run(HUBDECK_CLI, "ls", MODEL, "--recursive", "--json", HF_HUB_CACHE=str(self.empty)))
        expected = {entry["path"]: entry for entry in online}
        offline = json.loads(self.cli(self.cache, "ls", MODEL, "--recursive", "--json")[0])
        self.assertEqual({entry["path"]: entry for entry in offline}, expected)

    def test_ls_of_a_file(self):
        said = self.cli(self.cache, "ls", f"{MODEL}/config.json")[0]
        self.assertEqual(said.split()[-1], "config.json")

    def test_ls_of_nothing(self):
        self.cli(self.cache, "ls", f"{MODEL}/nothing/here", code=4)

    def test_refs_of_the_cache(self):
        self.assertRegex(self.cli(self.cache, "refs", MODEL)[0], r"^[0-9a-f]{40}  branch    main\n$")

    def test_the_address_of_a_file(self):
        self.assertIn("/resolve/main/config.json", self.cli(self.empty, "url", f"{MODEL}/config.json")[0])

    def test_downloads_of_what_is_cached(self):
        self.assertEqual(self.cli(self.cache, "download", MODEL)[0].strip(), self.path)
        one = self.cli(self.cache, "download", MODEL, "config.json")[0].strip()
        self.assertEqual(one, os.path.join(self.path, "config.json"))
        self.assertTrue(self.cli(self.partly, "download", MODEL, "config.json")[0].strip())

    def test_a_copy_from_the_cache(self):
        target = folder("copy")
        self.cli(self.cache, "download", MODEL, "--to", str(target))
        for path in ("config.json", "README.md"):
            self.assertEqual((target / path).read_bytes(), pathlib.Path(self.path, path).read_bytes())

    def test_what_is_not_cached_is_one_sentence(self):
        for words in (["ls", MODEL], ["refs", MODEL], ["download", MODEL], ["download", MODEL, "config.json"],
                      ["download", MODEL, "--dry-run"]):
            said, error = self.cli(self.empty, *words, code=6)
            self.assertEqual(said, "")
            sentences = [line for line in error.splitlines() if not line.startswith("       ")]
            self.assertEqual(len(sentences), 1, error)
        self.cli(self.partly, "download", MODEL, code=6)


class SetToWorkOffline(Offline, unittest.TestCase):
    way = {"HF_HUB_OFFLINE": "1"}


class NobodyAnswers(Offline, unittest.TestCase):
    way = {"HF_ENDPOINT": f"http://127.0.0.1:{closed_port()}"}


if __name__ == "__main__":
    unittest.main()
