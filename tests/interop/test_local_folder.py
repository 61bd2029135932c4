# SPDX-License-Identifier: Apache-2.0
"""`hubdeck-cli download --to` and huggingface_hub's local_dir fill a folder alike and go on from each other."""

import os
import unittest

from huggingface_hub import HfApi, hf_hub_download, snapshot_download

from cachetree import cache_tree, contents_on_disk
from support import DATASET, HUBDECK_CLI, MODEL, OWNER_TOKEN, SPACE, folder, requests_for_content, run

owner = HfApi(token=OWNER_TOKEN)

REPOSITORIES = (("model", MODEL), ("dataset", DATASET), ("space", SPACE))
BOOKKEEPING = os.path.join(".cache", "huggingface")


def link(repo_type, repo):
    return repo if repo_type == "model" else f"{repo_type}s/{repo}"


def ours(target, *arguments, cache=None):
    """Runs `hubdeck-cli download --to`; the path that its last line says."""
    said = run(HUBDECK_CLI, "download", *arguments, "--to", str(target), HF_TOKEN=OWNER_TOKEN,
               HF_HUB_CACHE=str(cache or folder("cache")))
    return said.strip().rsplit("\n", 1)[-1]


def theirs(target, repo, repo_type="model", cache=None, **arguments):
    return snapshot_download(repo, repo_type=repo_type, local_dir=target, cache_dir=cache or folder("cache"),
                             token=OWNER_TOKEN, **arguments)


def filled(root):
    """The folder as a value; of the bookkeeping what lasts: not the times, and not whether a lock was left."""
    found = {}
    for name, what in cache_tree(root).items():
        if name.endswith(".lock") and name.startswith(BOOKKEEPING):
            continue
        if name.endswith(".metadata") and name.startswith(BOOKKEEPING):
            with open(os.path.join(root, name), encoding="utf-8") as file:
                commit, etag, time = file.read().strip().split("\n")
            float(time)
            what = ("metadata", commit, etag)
        found[name] = what
    return found


class SameFolder(unittest.TestCase):
    maxDiff = None

    def test_whole_repositories(self):
        for repo_type, repo in REPOSITORIES:
            with self.subTest(repo):
                mine, others = folder("ours"), folder("theirs")
                self.assertEqual(ours(mine, link(repo_type, repo)), str(mine))
                theirs(others, repo, repo_type)
                self.assertEqual(filled(mine), filled(others))

    def test_a_revision_and_patterns(self):
        mine, others = folder("ours"), folder("theirs")
        revision = next(ref.name for ref in owner.list_repo_refs(MODEL).branches if "/" in ref.name)
        ours(mine, MODEL, "--revision", revision, "--include", "*.json")
        theirs(others, MODEL, revision=revision, allow_patterns=["*.json"])
        self.assertEqual(filled(mine), filled(others))

    def test_one_file(self):
        for path in owner.list_repo_files(MODEL):
            with self.subTest(path):
                mine, others = folder("ours"), folder("theirs")
                self.assertEqual(ours(mine, MODEL, path), os.path.join(mine, path))
                hf_hub_download(MODEL, path, local_dir=others, token=OWNER_TOKEN)
                self.assertEqual(filled(mine), filled(others))

    def test_one_revision_after_the_other(self):
        mine, others = folder("ours"), folder("theirs")
        for commit in owner.list_repo_commits(MODEL)[:3]:
            ours(mine, MODEL, "--revision", commit.commit_id)
            theirs(others, MODEL, revision=commit.commit_id)
        self.assertEqual(filled(mine), filled(others))


class NothingTwice(unittest.TestCase):
    def assert_nothing_is_fetched(self, target, again):
        before = contents_on_disk(target)
        asked = len(requests_for_content())
        again()
        self.assertEqual(requests_for_content()[asked:], [])
        after = contents_on_disk(target)
        for name in before:
            if not name.startswith(BOOKKEEPING):
                self.assertEqual(before[name], after[name], name)

    def test_they_fetch_nothing_of_ours(self):
        for repo_type, repo in REPOSITORIES:
            with self.subTest(repo):
                target = folder("ours")
                ours(target, link(repo_type, repo))
                self.assert_nothing_is_fetched(target, lambda: theirs(target, repo, repo_type))

    def test_we_fetch_nothing_of_theirs(self):
        for repo_type, repo in REPOSITORIES:
            with self.subTest(repo):
                target = folder("theirs")
                theirs(target, repo, repo_type)
                self.assert_nothing_is_fetched(target, lambda: ours(target, link(repo_type, repo)))

    def test_what_the_shared_cache_has_is_copied(self):
        cache = folder("cache")
        snapshot_download(MODEL, cache_dir=cache, token=OWNER_TOKEN)
        target = folder("ours")
        self.assert_nothing_is_fetched(target, lambda: ours(target, MODEL, cache=cache))
        others = folder("theirs")
        theirs(others, MODEL)
        self.assertEqual(filled(target), filled(others))

    def test_a_file_that_was_changed_here_comes_again(self):
        target = folder("ours")
        ours(target, MODEL)
        config = os.path.join(target, "config.json")
        with open(config, "rb") as file:
            right = file.read()
        with open(config, "wb") as file:
            file.write(b"x" * len(right))
        os.utime(config, (os.stat(config).st_mtime + 60,) * 2)
        ours(target, MODEL)
        with open(config, "rb") as file:
            self.assertEqual(file.read(), right)


if __name__ == "__main__":
    unittest.main()
