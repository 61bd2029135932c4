# SPDX-License-Identifier: Apache-2.0
"""hubdeck-cli counts a cache as huggingface_hub does, and deletes from it what huggingface_hub would."""

import hashlib
import json
import os
import pathlib
import shutil
import unittest

from huggingface_hub import HfApi, scan_cache_dir, snapshot_download

from cachetree import cache_tree
from support import DATASET, HF, HUBDECK_CLI, MODEL, OWNER_TOKEN, folder, run


def scan(cache):
    return json.loads(run(HUBDECK_CLI, "cache", "ls", "--json", HF_HUB_CACHE=str(cache)))


def plan(cache, *targets):
    return json.loads(run(HUBDECK_CLI, "cache", "rm", "--dry-run", "--json", *targets, HF_HUB_CACHE=str(cache)))


def remove(cache, *targets):
    run(HUBDECK_CLI, "cache", "rm", *targets, HF_HUB_CACHE=str(cache))


def commits_of_the_model():
    return [commit.commit_id for commit in HfApi(token=OWNER_TOKEN).list_repo_commits(MODEL)]


def filled(**variables):
    """A cache with some revisions of two repositories, as huggingface_hub downloads them."""
    cache = folder("cache")
    for revision in ("main", *commits_of_the_model()[1:4], "refs/pr/1"):
        run(HF, "download", MODEL, "--revision", revision, "--cache-dir", str(cache), "--quiet", HF_TOKEN=OWNER_TOKEN,
            **variables)
    snapshot_download(DATASET, repo_type="dataset", cache_dir=cache, token=OWNER_TOKEN)
    return cache


def put(path, content):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)


def share(cache, content, *places):
    """One content in the store that repositories share; places are (repository's folder, commit, path)."""
    etag, hash = hashlib.sha256(content).hexdigest(), hashlib.sha256(b"xet" + content).hexdigest()
    put(cache / "blobs" / ".huggingface-shared-blobs", b"1\n")
    payload = cache / "blobs" / hash[:2] / hash
    put(payload, content)
    with open(f"{payload}.refs", "a", encoding="utf-8") as manifest:
        for repo in sorted({place[0] for place in places}):
            manifest.write(f"{repo}/blobs/{etag}\n")
            (cache / repo / "blobs").mkdir(parents=True, exist_ok=True)
            (cache / repo / "blobs" / etag).symlink_to(f"../../blobs/{hash[:2]}/{hash}")
    for repo, commit, path in places:
        pointer = cache / repo / "snapshots" / commit / path
        pointer.parent.mkdir(parents=True, exist_ok=True)
        pointer.symlink_to("../" * (2 + path.count("/")) + f"blobs/{etag}")


def with_shared_contents():
    cache = filled()
    share(cache, b"of both" * 1000, ("models--demo--one", "1" * 40, "a/b.bin"), ("models--demo--two", "2" * 40, "c.bin"),
          ("models--demo--two", "3" * 40, "c.bin"))
    share(cache, b"of one" * 1000, ("models--demo--one", "1" * 40, "own.bin"))
    share(cache, b"of nobody" * 1000)
    put(cache / "models--demo--two" / "snapshots" / ("3" * 40) / "copied.bin", b"no link")
    put(cache / "models--demo--two" / "refs" / "main", b"3" * 40)
    return cache


CACHES = {
    "with links": filled,
    "without links": lambda: filled(HF_HUB_DISABLE_SYMLINKS="1"),
    "with contents that repositories share": with_shared_contents,
}


class Scan(unittest.TestCase):
    maxDiff = None

    def assert_counted_alike(self, cache):
        ours, theirs = scan(cache), scan_cache_dir(cache)
        self.assertEqual(
            {repo["id"]: (repo["bytes"], repo["files"], repo["accessed"] // 1000, repo["modified"] // 1000)
             for repo in ours["repositories"] if not repo["damaged"]},
            {f"{repo.repo_type}/{repo.repo_id}":
             (repo.size_on_disk, repo.nb_files, int(repo.last_accessed), int(repo.last_modified))
             for repo in theirs.repos})
        self.assertEqual(
            {(repo["id"], commit["commit"]): (commit["bytes"], commit["files"], set(commit["refs"]))
             for repo in ours["repositories"] if not repo["damaged"] for commit in repo["commits"]},
            {(f"{repo.repo_type}/{repo.repo_id}", revision.commit_hash):
             (revision.size_on_disk, revision.nb_files, set(revision.refs))
             for repo in theirs.repos for revision in repo.revisions})
        self.assertEqual({part["name"] for repo in ours["repositories"] for part in repo["parts"]
                          if part["name"].endswith(".incomplete")},
                         {file.file_path.name for file in theirs.incomplete_files})
        damaged = sum(repo["damaged"] for repo in ours["repositories"]) + len(ours["oddities"])
        self.assertEqual(damaged, len(theirs.warnings), theirs.warnings)
        if not damaged:
            self.assertEqual(ours["bytes"], theirs.size_on_disk)

    def test_counts_are_the_same(self):
        for name, make in CACHES.items():
            with self.subTest(name):
                self.assert_counted_alike(make())

    def test_what_is_broken_is_the_same(self):
        cache = filled()
        model = cache / "models--demo--tiny-llama"
        put(model / "blobs" / ("a" * 64 + ".01234567.incomplete"), b"123")
        self.assert_counted_alike(cache)
        for name, spoil in {
            "no snapshots": lambda: (cache / "models--demo--empty" / "blobs").mkdir(parents=True),
            "no repository": lambda: put(cache / "note.txt", b""),
            "another kind": lambda: (cache / "things--demo--x").mkdir(),
            "kernels": lambda: put(cache / "kernels--demo--x" / "snapshots" / ("1" * 40) / "a", b"12"),
            "unmarked store": lambda: (cache / "blobs").mkdir(),
            "a ref to nothing": lambda: put(cache / "models--demo--r" / "refs" / "main", b"1" * 40)
            or (cache / "models--demo--r" / "snapshots").mkdir(),
            "a link to nothing": lambda: next(path for path in (model / "blobs").iterdir()
                                              if not path.name.endswith(".incomplete")).unlink(),
        }.items():
            with self.subTest(name):
                spoil()
                self.assert_counted_alike(cache)


class Removal(unittest.TestCase):
    maxDiff = None

    def assert_deleted_alike(self, cache, *choices):
        """`choices` are (repository, commit); theirs is asked to delete the commits."""
        targets = [f"{repo}@{commit}" for repo, commit in choices]
        strategy = scan_cache_dir(cache).delete_revisions(*(commit for _, commit in choices))
        ours = plan(cache, *targets)
        self.assertEqual(ours["freed"], strategy.expected_freed_size)
        theirs_at = folder("theirs") / "cache"
        shutil.copytree(cache, theirs_at, symlinks=True)
        scan_cache_dir(theirs_at).delete_revisions(*(commit for _, commit in choices)).execute()
        remove(cache, *targets)

        def without_locks(root):
            return {name: kind for name, kind in cache_tree(root).items() if not name.startswith(".locks")
                    and not name.endswith(".lock")}

        ours_after, theirs_after = without_locks(cache), without_locks(theirs_at)
        # Python leaves the empty folders of refs.
        empty = {name for name in theirs_after.keys() - ours_after.keys()
                 if "/refs/" in name and theirs_after[name] == ("folder",)}
        self.assertEqual(ours_after, {name: kind for name, kind in theirs_after.items() if name not in empty})
        self.assertEqual(scan_cache_dir(cache).warnings, [])

    def test_each_revision_in_turn(self):
        for name, make in CACHES.items():
            with self.subTest(name):
                cache = make()
                choices = [(f"{repo.repo_type}/{repo.repo_id}", revision.commit_hash)
                           for repo in sorted(scan_cache_dir(cache).repos, key=lambda repo: repo.repo_id)
                           for revision in sorted(repo.revisions, key=lambda revision: revision.commit_hash)]
                for choice in choices:
                    self.assert_deleted_alike(cache, choice)
                self.assertEqual(scan(cache)["repositories"], [])

    def test_several_at_once(self):
        cache = with_shared_contents()
        self.assert_deleted_alike(cache, ("model/demo/one", "1" * 40), ("model/demo/two", "2" * 40),
                                  (f"model/{MODEL}", commits_of_the_model()[1]))
        self.assert_deleted_alike(cache, ("model/demo/two", "3" * 40))

    def test_the_right_one_of_two_repositories_with_one_commit(self):
        cache = folder("cache")
        for repo in ("models--demo--a", "models--demo--b"):
            put(cache / repo / "snapshots" / ("1" * 40) / "a.bin", b"123")
        remove(cache, "model/demo/b")
        self.assertEqual(sorted(os.listdir(cache)), [".locks", "models--demo--a"]
                         if pathlib.Path(cache, ".locks").exists() else ["models--demo--a"])


if __name__ == "__main__":
    unittest.main()
