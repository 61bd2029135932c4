# SPDX-License-Identifier: Apache-2.0
"""huggingface_hub browses localhub as it browses the real Hub, and meets the same errors there."""

import itertools
import unittest

from huggingface_hub import HfApi, HfFileSystem
from huggingface_hub.errors import (
    EntryNotFoundError, GatedRepoError, HfHubHTTPError, RepositoryNotFoundError, RevisionNotFoundError)

from support import (
    DATASET, GATED, GUEST_TOKEN, MANY_FILES, MODEL, OWNER_TOKEN, PRIVATE, SPACE, folder, git_blob_id, sha256)

anonymous = HfApi(token=False)
owner = HfApi(token=OWNER_TOKEN)
guest = HfApi(token=GUEST_TOKEN)


class Lists(unittest.TestCase):
    def test_models_come_in_pages_and_none_twice(self):
        ids = [model.id for model in anonymous.list_models()]
        self.assertGreaterEqual(len(ids), 300)
        self.assertEqual(len(ids), len(set(ids)))
        self.assertIn(MODEL, ids)

    def test_limit(self):
        self.assertEqual(len(list(anonymous.list_models(limit=7))), 7)

    def test_what_is_private_is_listed_for_its_owner_alone(self):
        for api, is_seen in ((anonymous, False), (guest, False), (owner, True)):
            ids = [model.id for model in api.list_models(author="demo")]
            self.assertEqual(PRIVATE in ids, is_seen)

    def test_author(self):
        models = list(anonymous.list_models(author="demo"))
        self.assertTrue(models)
        self.assertEqual({model.id.split("/")[0] for model in models}, {"demo"})
        self.assertEqual(list(anonymous.list_models(author="nobody-at-all")), [])

    def test_search(self):
        ids = [model.id for model in anonymous.list_models(search="TINY-llama")]
        self.assertIn(MODEL, ids)
        self.assertTrue(all("tiny-llama" in name.lower() for name in ids))

    def test_filter_by_tag(self):
        tag = anonymous.model_info(MODEL).tags[0]
        models = list(anonymous.list_models(filter=tag))
        self.assertIn(MODEL, [model.id for model in models])
        self.assertTrue(all(tag in model.tags for model in models))
        self.assertEqual(list(anonymous.list_models(filter="no-such-tag")), [])

    def test_sort_is_falling(self):
        for key, attribute in (("downloads", "downloads"), ("likes", "likes"), ("created_at", "created_at")):
            with self.subTest(key):
                values = [getattr(model, attribute) for model in anonymous.list_models(sort=key, limit=120)]
                self.assertEqual(values, sorted(values, reverse=True))

    def test_full_and_expanded(self):
        full = next(iter(anonymous.list_models(search="tiny-llama", full=True)))
        self.assertIn("config.json", [file.rfilename for file in full.siblings])
        expanded = next(iter(anonymous.list_models(search="tiny-llama", expand=["sha", "lastModified"])))
        self.assertEqual(expanded.sha, anonymous.model_info(expanded.id).sha)

    def test_datasets_and_spaces(self):
        self.assertIn(DATASET, [dataset.id for dataset in anonymous.list_datasets(author="demo")])
        self.assertIn(SPACE, [space.id for space in anonymous.list_spaces(search="hello")])


class Info(unittest.TestCase):
    def test_files_with_their_hashes(self):
        info = anonymous.model_info(MODEL, files_metadata=True)
        tree = {file.path: file for file in anonymous.list_repo_tree(MODEL, recursive=True) if hasattr(file, "size")}
        self.assertEqual({file.rfilename for file in info.siblings}, set(tree))
        for file in info.siblings:
            with self.subTest(file.rfilename):
                listed = tree[file.rfilename]
                self.assertEqual((file.size, file.blob_id), (listed.size, listed.blob_id))
                self.assertEqual(file.lfs and file.lfs.sha256, listed.lfs and listed.lfs.sha256)
        self.assertTrue(any(file.lfs for file in info.siblings))

    def test_each_revision_is_its_own_commit(self):
        refs = anonymous.list_repo_refs(MODEL, include_pull_requests=True)
        for ref in refs.branches + refs.tags:
            self.assertEqual(anonymous.model_info(MODEL, revision=ref.name).sha, ref.target_commit, ref.name)
        for ref in refs.pull_requests:
            self.assertEqual(anonymous.model_info(MODEL, revision=ref.ref).sha, ref.target_commit, ref.ref)

    def test_a_commit_by_all_and_by_some_of_its_digits(self):
        commit = anonymous.list_repo_commits(MODEL)[5].commit_id
        self.assertEqual(anonymous.model_info(MODEL, revision=commit).sha, commit)
        self.assertEqual(anonymous.model_info(MODEL, revision=commit[:8]).sha, commit)

    def test_expand_answers_what_was_asked(self):
        info = anonymous.model_info(MODEL, expand=["sha", "downloads"])
        self.assertEqual(info.sha, anonymous.model_info(MODEL).sha)
        self.assertIsNotNone(info.downloads)
        self.assertIsNone(info.siblings)

    def test_card_and_numbers(self):
        info = anonymous.model_info(MODEL)
        self.assertTrue(info.card_data.license)
        self.assertIn(f"license:{info.card_data.license}", info.tags)
        self.assertFalse(info.private)
        self.assertFalse(info.gated)
        self.assertIsNotNone(info.last_modified)
        self.assertGreater(info.safetensors.total, 0)

    def test_datasets_and_spaces(self):
        dataset = anonymous.dataset_info(DATASET)
        self.assertEqual((dataset.id, len(dataset.sha)), (DATASET, 40))
        space = anonymous.space_info(SPACE)
        self.assertEqual(space.id, SPACE)
        self.assertTrue(space.sdk)

    def test_gated_is_said(self):
        self.assertIn(anonymous.model_info(GATED).gated, ("auto", "manual"))

    def test_existence(self):
        self.assertTrue(anonymous.repo_exists(MODEL))
        self.assertTrue(anonymous.repo_exists(GATED))
        self.assertFalse(anonymous.repo_exists(PRIVATE))
        self.assertFalse(anonymous.repo_exists("demo/nothing"))
        self.assertFalse(anonymous.repo_exists(MODEL, repo_type="dataset"))
        self.assertTrue(anonymous.revision_exists(MODEL, "main"))
        self.assertFalse(anonymous.revision_exists(MODEL, "nothing"))
        self.assertTrue(anonymous.file_exists(MODEL, "config.json"))
        self.assertFalse(anonymous.file_exists(MODEL, "nothing.json"))


class Tree(unittest.TestCase):
    def test_folders_one_by_one_have_what_the_whole_has(self):
        whole = {entry.path for entry in anonymous.list_repo_tree(MODEL, recursive=True)}
        walked = set()
        waiting = [None]
        while waiting:
            for entry in anonymous.list_repo_tree(MODEL, waiting.pop()):
                walked.add(entry.path)
                if not hasattr(entry, "size"):
                    waiting.append(entry.path)
        self.assertEqual(walked, whole)
        self.assertTrue(any("/" in path for path in whole))

    def test_last_commit_of_each_entry(self):
        commits = {commit.commit_id: commit.title for commit in anonymous.list_repo_commits(MODEL)}
        for entry in anonymous.list_repo_tree(MODEL, expand=True):
            self.assertEqual(entry.last_commit.title, commits[entry.last_commit.oid])

    def test_a_folder_of_100_000(self):
        entries = list(anonymous.list_repo_tree(MANY_FILES, recursive=True))
        paths = [entry.path for entry in entries]
        self.assertGreaterEqual(len(paths), 100_000)
        self.assertEqual(len(set(paths)), len(paths))

    def test_a_path_that_is_not_there(self):
        with self.assertRaises(EntryNotFoundError):
            list(anonymous.list_repo_tree(MODEL, "nothing"))

    def test_paths_info_leaves_out_what_is_missing(self):
        asked = ["config.json", "nothing.json"]
        found = anonymous.get_paths_info(MODEL, asked, expand=True)
        self.assertEqual([entry.path for entry in found], ["config.json"])
        self.assertTrue(found[0].last_commit.oid)

    def test_paths_info_of_many_and_strange_names(self):
        files = list(anonymous.list_repo_tree(MODEL, recursive=True))
        found = anonymous.get_paths_info(MODEL, [entry.path for entry in files])
        self.assertEqual({entry.path for entry in found}, {entry.path for entry in files})

    def test_names_that_addresses_must_quote(self):
        names = "".join(anonymous.list_repo_files(MODEL))
        for character in " #%+ü":
            self.assertIn(character, names)


class History(unittest.TestCase):
    def test_refs(self):
        refs = anonymous.list_repo_refs(MODEL)
        self.assertGreaterEqual(len(refs.branches), 3)
        self.assertTrue(any("/" in ref.name for ref in refs.branches))
        self.assertGreaterEqual(len(refs.tags), 2)
        self.assertIsNone(refs.pull_requests)
        refs = anonymous.list_repo_refs(MODEL, include_pull_requests=True)
        self.assertIn("refs/pr/1", [ref.ref for ref in refs.pull_requests])

    def test_commits_from_newest_to_oldest(self):
        commits = anonymous.list_repo_commits(MODEL)
        self.assertGreaterEqual(len(commits), 60)
        self.assertEqual(commits[0].commit_id, anonymous.model_info(MODEL).sha)
        times = [commit.created_at for commit in commits]
        self.assertEqual(times, sorted(times, reverse=True))
        self.assertTrue(all(commit.authors and commit.title for commit in commits))

    def test_commits_of_a_branch_with_a_slash(self):
        branch = next(ref for ref in anonymous.list_repo_refs(MODEL).branches if "/" in ref.name)
        self.assertEqual(anonymous.list_repo_commits(MODEL, revision=branch.name)[0].commit_id, branch.target_commit)


class Accounts(unittest.TestCase):
    def test_whoami(self):
        self.assertEqual(owner.whoami()["name"], "demo")
        self.assertEqual(guest.whoami()["auth"]["accessToken"]["role"], "read")

    def test_a_token_that_nobody_has(self):
        with self.assertRaises(HfHubHTTPError) as raised:
            HfApi(token="hf_nobody").whoami()
        self.assertEqual(raised.exception.response.status_code, 401)

    def test_the_owner_sees_what_is_private_and_gated(self):
        self.assertTrue(owner.model_info(PRIVATE).private)
        for repo in (PRIVATE, GATED):
            owner.auth_check(repo)
            self.assertTrue(owner.list_repo_files(repo))


class Errors(unittest.TestCase):
    def test_no_such_repository(self):
        for api in (anonymous, guest):
            for call in (
                lambda: api.model_info("demo/nothing"),
                lambda: api.dataset_info("demo/nothing"),
                lambda: api.list_repo_files("demo/nothing"),
                lambda: api.list_repo_refs("demo/nothing"),
                lambda: api.list_repo_commits("demo/nothing"),
                lambda: api.get_paths_info("demo/nothing", ["a"]),
                lambda: api.hf_hub_download("demo/nothing", "a", cache_dir=folder()),
                lambda: api.snapshot_download("demo/nothing", cache_dir=folder()),
            ):
                with self.assertRaises(RepositoryNotFoundError) as raised:
                    call()
                self.assertNotIsInstance(raised.exception, GatedRepoError)

    def test_private_is_as_if_it_were_not_there(self):
        for api in (anonymous, guest):
            with self.assertRaises(RepositoryNotFoundError):
                api.model_info(PRIVATE)
            with self.assertRaises(RepositoryNotFoundError):
                api.hf_hub_download(PRIVATE, "README.md", cache_dir=folder())

    def test_no_such_revision(self):
        for call in (
            lambda: anonymous.model_info(MODEL, revision="nothing"),
            lambda: anonymous.list_repo_files(MODEL, revision="refs/pr/999"),
            lambda: anonymous.list_repo_commits(MODEL, revision="0" * 40),
            lambda: anonymous.get_paths_info(MODEL, ["config.json"], revision="nothing"),
            lambda: anonymous.hf_hub_download(MODEL, "config.json", revision="nothing", cache_dir=folder()),
            lambda: anonymous.snapshot_download(MODEL, revision="nothing", cache_dir=folder()),
        ):
            with self.assertRaises(RevisionNotFoundError):
                call()

    def test_no_such_file(self):
        for name in ("nothing.json", "nothing/config.json", "config.json/nothing"):
            with self.assertRaises(EntryNotFoundError):
                anonymous.hf_hub_download(MODEL, name, cache_dir=folder())

    def test_gated_lists_its_files_and_keeps_them(self):
        for api in (anonymous, guest):
            files = api.list_repo_files(GATED)
            for call in (
                lambda: api.hf_hub_download(GATED, files[0], cache_dir=folder()),
                lambda: api.snapshot_download(GATED, cache_dir=folder()),
                lambda: api.auth_check(GATED),
            ):
                with self.assertRaises(GatedRepoError):
                    call()


class FileSystem(unittest.TestCase):
    def setUp(self):
        HfFileSystem.clear_instance_cache()
        self.files = HfFileSystem(token=False, skip_instance_cache=True)

    def test_ls_find_and_glob(self):
        names = self.files.ls(MODEL, detail=False)
        self.assertIn(f"{MODEL}/config.json", names)
        everything = self.files.find(f"{MODEL}")
        self.assertEqual({name.removeprefix(f"{MODEL}/") for name in everything},
                         set(anonymous.list_repo_files(MODEL)))
        self.assertEqual({name.rsplit(".")[-1] for name in self.files.glob(f"{MODEL}/**.json")}, {"json"})

    def test_info_and_existence(self):
        info = self.files.info(f"{MODEL}/config.json")
        self.assertEqual(info["type"], "file")
        self.assertTrue(self.files.isdir(MODEL))
        self.assertFalse(self.files.exists(f"{MODEL}/nothing.json"))

    def test_read_whole_and_in_pieces(self):
        large = next(file for file in anonymous.list_repo_tree(MODEL, recursive=True) if getattr(file, "lfs", None))
        whole = self.files.read_bytes(f"{MODEL}/{large.path}")
        self.assertEqual(sha256(whole), large.lfs.sha256)
        with self.files.open(f"{MODEL}/{large.path}", "rb", block_size=4096) as file:
            file.seek(1000)
            self.assertEqual(file.read(5000), whole[1000:6000])
            file.seek(-100, 2)
            self.assertEqual(file.read(), whole[-100:])

    def test_every_name_and_revision(self):
        branch = next(ref for ref in anonymous.list_repo_refs(MODEL).branches if "/" in ref.name)
        for file in itertools.islice(anonymous.list_repo_tree(MODEL, recursive=True, revision=branch.name), 50):
            if not hasattr(file, "size"):
                continue
            with self.subTest(file.path):
                content = self.files.read_bytes(f"{MODEL}/{file.path}", revision=branch.name)
                self.assertEqual(len(content), file.size)
                if not file.lfs:
                    self.assertEqual(git_blob_id(content), file.blob_id)

    def test_a_dataset(self):
        self.assertIn(f"datasets/{DATASET}/README.md", self.files.ls(f"datasets/{DATASET}", detail=False))

    def test_what_is_not_there(self):
        for path in ("demo/nothing/a", f"{MODEL}/nothing.json", f"{MODEL}@nothing/config.json"):
            with self.assertRaises(FileNotFoundError):
                self.files.read_bytes(path)


if __name__ == "__main__":
    unittest.main()
