# SPDX-License-Identifier: Apache-2.0
"""The `hf` command downloads from localhub, and says of its errors what it says of the real Hub's."""

import json
import os
import subprocess
import unittest

from support import DATASET, GATED, HF, MODEL, OWNER_TOKEN, PRIVATE, folder, run


def failing(*command):
    """What hf says on stderr when it fails."""
    done = subprocess.run([HF, *command], capture_output=True, text=True, timeout=120, check=False)
    assert done.returncode == 1, f"{command} ended with {done.returncode}: {done.stdout}{done.stderr}"
    return done.stderr


class Command(unittest.TestCase):
    def test_download_of_a_snapshot_verifies(self):
        cache = str(folder("cache"))
        answer = json.loads(run(HF, "download", MODEL, "--cache-dir", cache, "--json"))
        self.assertTrue(os.path.isfile(os.path.join(answer["path"], "config.json")))
        verified = json.loads(
            run(HF, "cache", "verify", MODEL, "--cache-dir", cache, "--fail-on-missing-files",
                "--fail-on-extra-files", "--json"))
        self.assertGreater(verified["checked"], 10)

    def test_download_of_one_file(self):
        path = run(HF, "download", MODEL, "config.json", "--cache-dir", str(folder("cache")), "--quiet").strip()
        with open(path, encoding="utf-8") as file:
            self.assertIn("architectures", json.load(file))

    def test_download_of_a_dataset_with_globs(self):
        path = run(HF, "download", DATASET, "--type", "dataset", "--include", "*.csv", "--quiet",
                   "--cache-dir", str(folder("cache"))).strip()
        endings = {name.rsplit(".", 1)[-1] for _, _, names in os.walk(path) for name in names}
        self.assertEqual(endings, {"csv"})

    def test_dry_run_counts_what_there_is(self):
        plan = json.loads(
            run(HF, "download", MODEL, "--dry-run", "--json", "--cache-dir", str(folder("cache"))))
        self.assertIn("config.json", [row["file"] for row in plan])

    def test_private_with_a_token(self):
        run(HF, "download", PRIVATE, "--cache-dir", str(folder("cache")), HF_TOKEN=OWNER_TOKEN)

    def test_errors(self):
        cache = str(folder("cache"))
        self.assertIn("not found", failing("download", "demo/nothing", "--cache-dir", cache).lower())
        self.assertIn("not found", failing("download", MODEL, "nothing.json", "--cache-dir", cache).lower())
        self.assertIn("revision", failing("download", MODEL, "--revision", "nothing", "--cache-dir", cache).lower())
        self.assertIn("gated", failing("download", GATED, "--cache-dir", cache).lower())


if __name__ == "__main__":
    unittest.main()
