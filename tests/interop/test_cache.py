# SPDX-License-Identifier: Apache-2.0
"""hubdeck-cli and huggingface_hub leave the same cache, find each other's files and fetch nothing twice."""

import os
import subprocess
import sys
import unittest

from huggingface_hub import HfApi, hf_hub_download, scan_cache_dir, snapshot_download, try_to_load_from_cache
from huggingface_hub.errors import EntryNotFoundError

from cachetree import cache_tree, contents_on_disk
from support import (DATASET, GATED, HF, HUBDECK_CLI, MODEL, OWNER_TOKEN, PRIVATE, SPACE, folder,
                     requests_for_content, run)

owner = HfApi(token=OWNER_TOKEN)

REPOSITORIES = (("model", MODEL), ("dataset", DATASET), ("space", SPACE), ("model", PRIVATE), ("model", GATED))


def link(repo_type, repo):
    """What hubdeck-cli and the Hub's addresses call a repository."""
    return repo if repo_type == "model" else f"{repo_type}s/{repo}"


def ours(cache, *arguments, code=0, **variables):
    """Runs `hubdeck-cli download`; the path that its last line says."""
    said = run(HUBDECK_CLI, "download", *arguments, code=code, HF_HUB_CACHE=str(cache), HF_TOKEN=OWNER_TOKEN,
               **variables)
    return said.strip().rsplit("\n", 1)[-1]


def theirs(cache, repo, repo_type="model", **arguments):
    return snapshot_download(repo, repo_type=repo_type, cache_dir=cache, token=OWNER_TOKEN, **arguments)


def revisions_of_the_model():
    refs = owner.list_repo_refs(MODEL, include_pull_requests=True)
    names = [ref.name for ref in refs.branches + refs.tags] + [ref.ref for ref in refs.pull_requests]
    return [*names, owner.list_repo_commits(MODEL)[3].commit_id]


class SameCache(unittest.TestCase):
    maxDiff = None

    def assert_same(self, ours_at, theirs_at):
        self.assertEqual(cache_tree(ours_at), cache_tree(theirs_at))

    def compare(self, our_arguments, their_download, **variables):
        """Both into empty caches."""
        mine, others = folder("ours"), folder("theirs")
        path = ours(mine, *our_arguments, **variables)
        their_path = their_download(others)
        self.assert_same(mine, others)
        self.assertEqual(os.path.relpath(path, mine), os.path.relpath(their_path, others))
        return mine, others

    def test_whole_repositories(self):
        for repo_type, repo in REPOSITORIES:
            with self.subTest(repo):
                self.compare([link(repo_type, repo)], lambda cache: theirs(cache, repo, repo_type))

    def test_branches_tags_pull_requests_and_commits(self):
        revisions = revisions_of_the_model()
        self.assertTrue(any("/" in revision and not revision.startswith("refs/") for revision in revisions))
        self.assertIn("refs/pr/1", revisions)
        for revision in revisions:
            with self.subTest(revision):
                self.compare([MODEL, "--revision", revision], lambda cache: theirs(cache, MODEL, revision=revision))

    def test_one_revision_after_the_other_in_one_cache(self):
        mine, others = folder("ours"), folder("theirs")
        for revision in revisions_of_the_model():
            ours(mine, MODEL, "--revision", revision)
            theirs(others, MODEL, revision=revision)
            self.assert_same(mine, others)

    def test_one_file(self):
        for path in owner.list_repo_files(MODEL):
            with self.subTest(path):
                self.compare([MODEL, path],
                             lambda cache: hf_hub_download(MODEL, path, cache_dir=cache, token=OWNER_TOKEN))

    def test_one_file_of_other_kinds_and_revisions(self):
        for repo_type, repo, revision in (("dataset", DATASET, "main"), ("space", SPACE, "main"),
                                          *(("model", MODEL, name) for name in revisions_of_the_model())):
            with self.subTest(f"{repo}@{revision}"):
                self.compare(
                    [link(repo_type, repo), "README.md", "--revision", revision],
                    lambda cache: hf_hub_download(repo, "README.md", repo_type=repo_type, revision=revision,
                                                  cache_dir=cache, token=OWNER_TOKEN))

    def test_patterns(self):
        for include, exclude in ((["*.json"], []), ([], ["*.safetensors", "*.gguf"]), (["*.json", "*.md"], ["*/*"]),
                                 (["[a-c]*"], ["?onfig*"]), (["no such file"], [])):
            with self.subTest(f"{include} without {exclude}"):
                arguments = [MODEL]
                for pattern in include:
                    arguments += ["--include", pattern]
                for pattern in exclude:
                    arguments += ["--exclude", pattern]
                self.compare(arguments, lambda cache: theirs(cache, MODEL, allow_patterns=include or None,
                                                             ignore_patterns=exclude or None))

    def test_without_symlinks(self):
        # A process of its own: huggingface_hub reads the variable when it is imported.
        code = ("import sys; from huggingface_hub import snapshot_download;"
                "print(snapshot_download(sys.argv[1], repo_type=sys.argv[2], cache_dir=sys.argv[3]))")
        for repo_type, repo in REPOSITORIES:
            with self.subTest(repo):
                self.compare(
                    [link(repo_type, repo)],
                    lambda cache: run(sys.executable, "-c", code, repo, repo_type, str(cache),
                                      HF_HUB_DISABLE_SYMLINKS="1", HF_TOKEN=OWNER_TOKEN).strip(),
                    HF_HUB_DISABLE_SYMLINKS="1")

    def test_a_file_that_is_not_there(self):
        mine, others = folder("ours"), folder("theirs")
        ours(mine, MODEL, "nothing/here.json", code=4)
        with self.assertRaises(EntryNotFoundError):
            hf_hub_download(MODEL, "nothing/here.json", cache_dir=others, token=OWNER_TOKEN)
        self.assert_same(mine, others)


class TheyReadOurs(unittest.TestCase):
    def test_every_file_is_found_without_the_network(self):
        for repo_type, repo in REPOSITORIES:
            with self.subTest(repo):
                cache = folder("ours")
                ours(cache, link(repo_type, repo))
                theirs(cache, repo, repo_type, local_files_only=True)
                for path in owner.list_repo_files(repo, repo_type=repo_type):
                    hf_hub_download(repo, path, repo_type=repo_type, cache_dir=cache, local_files_only=True)
                    self.assertTrue(try_to_load_from_cache(repo, path, repo_type=repo_type, cache_dir=cache))

    def test_every_revision_is_found_without_the_network(self):
        cache = folder("ours")
        for revision in revisions_of_the_model():
            ours(cache, MODEL, "--revision", revision)
            theirs(cache, MODEL, revision=revision, local_files_only=True)

    def test_a_scan_has_no_warning(self):
        cache = folder("ours")
        for repo_type, repo in REPOSITORIES:
            ours(cache, link(repo_type, repo))
        for revision in revisions_of_the_model():
            ours(cache, MODEL, "--revision", revision)
        scan = scan_cache_dir(cache)
        self.assertEqual(list(scan.warnings), [])
        self.assertEqual({(found.repo_type, found.repo_id) for found in scan.repos}, set(REPOSITORIES))

    def test_verify_passes(self):
        cache = folder("ours")
        for repo_type, repo in REPOSITORIES:
            with self.subTest(repo):
                ours(cache, link(repo_type, repo))
                run(HF, "cache", "verify", repo, "--type", repo_type, "--cache-dir", str(cache),
                    "--fail-on-missing-files", "--fail-on-extra-files", HF_TOKEN=OWNER_TOKEN)

    def test_they_fetch_nothing_again(self):
        cache = folder("ours")
        ours(cache, MODEL)
        before = contents_on_disk(cache)
        theirs(cache, MODEL)
        self.assertEqual(contents_on_disk(cache), before)


class WeReadTheirs(unittest.TestCase):
    def assert_nothing_is_fetched(self, cache, *arguments):
        """Neither asked for, nor written: a blob that came again would be another file, or a younger one."""
        before = contents_on_disk(cache)
        asked = len(requests_for_content())
        self.assertGreater(asked, 0, "localhub's log does not say what was fetched")
        ours(cache, *arguments)
        self.assertEqual(requests_for_content()[asked:], [])
        self.assertEqual(contents_on_disk(cache), before)

    def test_snapshots(self):
        for repo_type, repo in REPOSITORIES:
            with self.subTest(repo):
                cache = folder("theirs")
                theirs(cache, repo, repo_type)
                self.assert_nothing_is_fetched(cache, link(repo_type, repo))

    def test_revisions(self):
        cache = folder("theirs")
        for revision in revisions_of_the_model():
            with self.subTest(revision):
                theirs(cache, MODEL, revision=revision)
                self.assert_nothing_is_fetched(cache, MODEL, "--revision", revision)

    def test_one_file(self):
        cache = folder("theirs")
        hf_hub_download(MODEL, "config.json", cache_dir=cache)
        self.assert_nothing_is_fetched(cache, MODEL, "config.json")

    def test_offline(self):
        cache = folder("theirs")
        path = theirs(cache, MODEL)
        self.assertEqual(ours(cache, MODEL, HF_HUB_OFFLINE="1"), path)

    def test_both_at_once(self):
        """They share locks: whoever comes first fetches, and the cache is whole afterwards."""
        cache = folder("both")
        command = [HUBDECK_CLI, "download", MODEL]
        environment = os.environ | {"HF_HUB_CACHE": str(cache), "HF_TOKEN": OWNER_TOKEN}
        with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as program:
            theirs(cache, MODEL)
            self.assertEqual(program.wait(timeout=120), 0)
        alone = folder("theirs")
        theirs(alone, MODEL)
        self.assertEqual(cache_tree(cache), cache_tree(alone))


if __name__ == "__main__":
    unittest.main()
