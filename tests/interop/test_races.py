# SPDX-License-Identifier: Apache-2.0
"""hubdeck-cli and huggingface_hub fetch one repository into one cache at the same time, and in some rounds hubdeck-cli
is killed on the way: every blob is right in the end, and nothing of either lies about."""

import json
import os
import pathlib
import random
import re
import signal
import subprocess
import sys
import time
import unittest
import urllib.request

from huggingface_hub import scan_cache_dir

from localhub import LocalHub, USERS
from support import HUBDECK_CLI, OWNER_TOKEN, folder, git_blob_id, sha256

SEED = 20_260_502
ROUNDS = 20
REPO = "demo/race"
LARGE_FILES = 3
SMALL_FILES = 60
THEIRS = ("import sys; from huggingface_hub import snapshot_download;"
          "snapshot_download(sys.argv[1], cache_dir=sys.argv[2])")


def make_files(chance):
    root = folder("repository")
    for number in range(LARGE_FILES):
        (root / f"weights-{number}.bin").write_bytes(chance.randbytes(3_000_000 + number))
    (root / "small").mkdir()
    for number in range(SMALL_FILES):
        (root / "small" / f"{number}.json").write_bytes(chance.randbytes(number * 20))
    return root


def files_below(root):
    return {str(path.relative_to(root)): path.read_bytes() for path in root.rglob("*") if path.is_file()}


class Races(unittest.TestCase):
    def setUp(self):
        print(f"The seed is {SEED}.", flush=True)
        self.chance = random.Random(SEED)
        self.files = make_files(self.chance)
        self.expected = files_below(self.files)
        self.hub = LocalHub(folder("hub") / "data", "--faults", "--put", f"models/{REPO}={self.files}", *USERS)
        self.addCleanup(self.hub.__exit__)
        # So that whoever is killed is in the middle of something.
        rules = [{"server": "cdn", "bytesPerSecond": 6_000_000}, {"server": "hub", "latencyMs": 2}]
        urllib.request.urlopen(urllib.request.Request(
            f"{self.hub.url}/.localhub/faults", json.dumps({"rules": rules}).encode(), method="POST")).close()

    def start(self, cache, *command):
        variables = {"HF_ENDPOINT": self.hub.url, "HF_HUB_CACHE": str(cache), "HF_TOKEN": OWNER_TOKEN}
        return subprocess.Popen(command, env=os.environ | variables, stdout=subprocess.DEVNULL,
                                stderr=subprocess.PIPE, text=True)

    def start_ours(self, cache):
        return self.start(cache, HUBDECK_CLI, "download", REPO)

    def start_theirs(self, cache):
        return self.start(cache, sys.executable, "-c", THEIRS, REPO, str(cache))

    def assert_succeeds(self, process):
        _, errors = process.communicate(timeout=120)
        self.assertEqual(process.returncode, 0, errors)

    def assert_whole(self, cache):
        repo = cache / f"models--{REPO.replace('/', '--')}"
        for blob in (repo / "blobs").iterdir():
            self.assertRegex(blob.name, re.compile("^([0-9a-f]{40}|[0-9a-f]{64})$"))
            content = blob.read_bytes()
            self.assertEqual(blob.name, sha256(content) if len(blob.name) == 64 else git_blob_id(content))
        commit = (repo / "refs" / "main").read_text(encoding="utf-8")
        found = files_below(repo / "snapshots" / commit)
        found.pop(".gitattributes", None)
        self.assertEqual(found, self.expected)
        self.assertEqual(list(scan_cache_dir(cache).warnings), [])

    def race(self, is_killed):
        cache = folder("cache")
        starters = [self.start_ours, self.start_theirs]
        self.chance.shuffle(starters)
        first = starters[0](cache)
        time.sleep(self.chance.uniform(0, 0.6))
        second = starters[1](cache)
        ours, theirs = (first, second) if starters[0] == self.start_ours else (second, first)
        if is_killed:
            time.sleep(self.chance.uniform(0.05, 1.2))
            ours.send_signal(signal.SIGKILL)
            ours.communicate()
        else:
            self.assert_succeeds(ours)
        self.assert_succeeds(theirs)
        self.assert_succeeds(self.start_ours(cache))
        self.assert_whole(cache)

    def test_twenty_rounds(self):
        for number in range(ROUNDS):
            with self.subTest(round=number):
                self.race(is_killed=number % 2 == 1)


if __name__ == "__main__":
    unittest.main()
