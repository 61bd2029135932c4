#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""git and git-lfs clone from localhub the bytes that it serves over HTTP."""

import json
import unittest
import urllib.parse
import urllib.request

from support import (
    DATASET, ENDPOINT, GATED, MODEL, OWNER_TOKEN, PRIVATE, SPACE, folder, git_blob_id, run, sha256)


def get(path):
    with urllib.request.urlopen(ENDPOINT + path, timeout=60) as answer:
        return answer.read()


def api_files(kind, repo, revision):
    """Path and entry of every file, as the API lists them."""
    quoted = urllib.parse.quote(revision, safe="")
    entries = json.loads(get(f"/api/{kind}/{repo}/tree/{quoted}?recursive=true"))
    return {entry["path"]: entry for entry in entries if entry["type"] == "file"}


class Clone(unittest.TestCase):
    def clone(self, web_path, *arguments, token=None):
        """A new clone, into which the large files were pulled by themselves."""
        into = folder("clone")
        address = ENDPOINT
        if token:
            address = address.replace("http://", f"http://demo:{token}@")
        run("git", "lfs", "install", "--skip-repo")
        run("git", "clone", "--quiet", *arguments, f"{address}/{web_path}", into, GIT_LFS_SKIP_SMUDGE="1")
        run("git", "lfs", "pull", cwd=into)
        return into

    def assert_same_bytes(self, clone, kind, repo, revision):
        prefix = "" if kind == "models" else f"{kind}/"
        quoted = urllib.parse.quote(revision, safe="")
        listed = api_files(kind, repo, revision)
        checked_out = {
            str(path.relative_to(clone)) for path in clone.rglob("*")
            if path.is_file() and ".git" not in path.relative_to(clone).parts
        }
        self.assertEqual(set(listed), checked_out)
        self.assertTrue(any("lfs" in entry for entry in listed.values()), "no large file to compare")
        for path, entry in listed.items():
            with self.subTest(path):
                content = (clone / path).read_bytes()
                self.assertEqual(len(content), entry["size"])
                if "lfs" in entry:
                    self.assertEqual(sha256(content), entry["lfs"]["oid"])
                else:
                    self.assertEqual(git_blob_id(content), entry["oid"])
                served = get(f"/{prefix}{repo}/resolve/{quoted}/{urllib.parse.quote(path)}")
                self.assertEqual(sha256(served), sha256(content))

    def test_a_model(self):
        self.assert_same_bytes(self.clone(MODEL), "models", MODEL, "main")

    def test_a_dataset(self):
        self.assert_same_bytes(self.clone(f"datasets/{DATASET}"), "datasets", DATASET, "main")

    def test_a_space(self):
        self.assertTrue((self.clone(f"spaces/{SPACE}") / "README.md").is_file())

    def test_an_address_with_git_at_its_end(self):
        self.assertTrue((self.clone(f"{MODEL}.git") / "config.json").is_file())

    def test_the_history_is_that_of_the_api(self):
        commits = json.loads(get(f"/api/models/{MODEL}/commits/main?limit=1000"))
        log = run("git", "log", "--format=%H %s", cwd=self.clone(MODEL)).splitlines()
        self.assertEqual(log, [f"{commit['id']} {commit['title']}" for commit in commits])
        self.assertGreaterEqual(len(log), 60)

    def test_every_branch_and_tag(self):
        refs = json.loads(get(f"/api/models/{MODEL}/refs?include_prs=1"))
        for ref in refs["branches"] + refs["tags"]:
            with self.subTest(ref["name"]):
                clone = self.clone(MODEL, "--branch", ref["name"], "--single-branch")
                self.assertEqual(run("git", "rev-parse", "HEAD", cwd=clone).strip(), ref["targetCommit"])
                self.assert_same_bytes(clone, "models", MODEL, ref["name"])

    def test_a_pull_request_can_be_fetched(self):
        clone = self.clone(MODEL)
        refs = json.loads(get(f"/api/models/{MODEL}/refs?include_prs=1"))
        run("git", "fetch", "--quiet", "origin", "refs/pr/1", cwd=clone)
        fetched = run("git", "rev-parse", "FETCH_HEAD", cwd=clone).strip()
        self.assertIn(("refs/pr/1", fetched), [(ref["ref"], ref["targetCommit"]) for ref in refs["pullRequests"]])

    def test_one_commit_deep(self):
        clone = self.clone(MODEL, "--depth", "1")
        self.assertEqual(run("git", "rev-list", "--count", "HEAD", cwd=clone).strip(), "1")

    def test_private_and_gated_need_their_owners_token(self):
        for repo in (PRIVATE, GATED):
            with self.subTest(repo):
                run("git", "clone", f"{ENDPOINT}/{repo}", folder("refused"), code=128)
                self.clone(repo, token=OWNER_TOKEN)

    def test_what_does_not_exist_is_refused(self):
        run("git", "clone", f"{ENDPOINT}/demo/nothing", folder("nothing"), code=128)


if __name__ == "__main__":
    unittest.main()
