# SPDX-License-Identifier: Apache-2.0
"""What huggingface_hub downloads from localhub are the bytes that localhub's lists promise."""

import pathlib
import unittest

from huggingface_hub import HfApi, scan_cache_dir

from support import DATASET, GATED, MODEL, OWNER_TOKEN, PRIVATE, SPACE, folder, git_blob_id, sha256

api = HfApi(token=False)
owner = HfApi(token=OWNER_TOKEN)


class Downloads(unittest.TestCase):
    def assert_is(self, content, file):
        self.assertEqual(len(content), file.size)
        if file.lfs:
            self.assertEqual(sha256(content), file.lfs.sha256)
        else:
            self.assertEqual(git_blob_id(content), file.blob_id)

    def files(self, repo, **where):
        return [entry for entry in owner.list_repo_tree(repo, recursive=True, **where) if hasattr(entry, "size")]

    def assert_snapshot(self, client, repo, revision=None, repo_type="model"):
        cache = folder("cache")
        path = client.snapshot_download(repo, repo_type=repo_type, revision=revision, cache_dir=cache)
        files = self.files(repo, revision=revision, repo_type=repo_type)
        self.assertTrue(files)
        for file in files:
            with self.subTest(f"{repo}@{revision}/{file.path}"):
                with open(f"{path}/{file.path}", "rb") as downloaded:
                    self.assert_is(downloaded.read(), file)
        scan = scan_cache_dir(cache)
        self.assertEqual(list(scan.warnings), [])
        self.assertEqual([found.repo_id for found in scan.repos], [repo])

    def test_snapshot_of_each_revision(self):
        refs = api.list_repo_refs(MODEL, include_pull_requests=True)
        names = [ref.name for ref in refs.branches + refs.tags] + [ref.ref for ref in refs.pull_requests]
        for revision in [*names, api.list_repo_commits(MODEL)[3].commit_id]:
            self.assert_snapshot(api, MODEL, revision)

    def test_snapshot_of_each_kind(self):
        self.assert_snapshot(api, DATASET, repo_type="dataset")
        self.assert_snapshot(api, SPACE, repo_type="space")

    def test_snapshot_of_what_is_private_and_gated(self):
        self.assert_snapshot(owner, PRIVATE)
        self.assert_snapshot(owner, GATED)

    def test_each_file_alone(self):
        cache = folder("cache")
        for file in self.files(MODEL):
            with self.subTest(file.path):
                path = api.hf_hub_download(MODEL, file.path, cache_dir=cache)
                with open(path, "rb") as downloaded:
                    self.assert_is(downloaded.read(), file)

    def test_globs(self):
        path = api.snapshot_download(MODEL, cache_dir=folder(), allow_patterns=["*.json"], ignore_patterns=["*/*"])
        wanted = {name for name in api.list_repo_files(MODEL) if name.endswith(".json") and "/" not in name}
        self.assertEqual({entry.name for entry in pathlib.Path(path).iterdir()}, wanted)

    def test_into_a_plain_folder(self):
        target = folder("plain")
        api.snapshot_download(MODEL, local_dir=target)
        for file in self.files(MODEL):
            self.assert_is((target / file.path).read_bytes(), file)


if __name__ == "__main__":
    unittest.main()
