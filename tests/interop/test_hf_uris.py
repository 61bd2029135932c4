# SPDX-License-Identifier: Apache-2.0
"""The hf:// links of Hubdeck name the same things to fsspec, and those of fsspec the same to Hubdeck."""

import itertools
import json
import os
import subprocess
import unittest

from huggingface_hub import HfApi, HfFileSystem
from huggingface_hub.errors import HfHubHTTPError

from support import DATASET, ENDPOINT, GUEST_TOKEN, MODEL, OWNER_TOKEN, SPACE

HFURIS = os.path.join(os.environ["HUBDECK_TEST_PROGRAMS"], "hfuris")

REPOS = [
    ("model", "acme/m"),
    ("dataset", "acme/words"),
    ("space", "acme/demo-1.0_x"),
    # Owners whose names a link could take for something else.
    *(("model", f"{owner}/m") for owner in ("models", "datasets", "spaces", "buckets", "kernels")),
    *(("model", f"{owner}/m") for owner in ("model", "dataset", "space", "bucket", "kernel")),
    ("model", "hf.co/m"),
    ("dataset", "datasets/d"),
    ("dataset", "model/d"),
]
REVISIONS = ["", "main", "v1.0", "607a30d783dfa663caf39e06633721c8d4cfcd7e", "refs/pr/1", "refs/pr/12", "refs/pr/x",
             "refs/pr/1/x", "refs/pr/12abc", "refs/convert/parquet", "refs/convert/duckdb.v1", "refs/convert/a+b",
             "refs/convert/gr\u00f6\u00dfe", "refs", "refs/heads/main", "feat/x", "a/b/c", "100%", "a%2Fb", "a+b", "a@b",
             "a#b", "gr\u00f6\u00dfe", "%72efs"]
PATHS = ["", "config.json", "a/b c.txt", "a@b/c@d.txt", "100%25.txt", "a%2Fb", "gr\u00f6\u00dfe.txt", "pr/1/x",
         "convert/x", "a#b?c=d", "tree/main/x", "refs/pr/1"]


def hubdeck(asked):
    done = subprocess.run([HFURIS], input=json.dumps(asked), capture_output=True, text=True, timeout=60, check=True)
    return json.loads(done.stdout)


def reads(fs, link, place):
    """Whether fsspec itself reads the link as that place: it does not read all that it writes."""
    try:
        return fs.resolve_path(link) == place
    except (ValueError, HfHubHTTPError):
        return False


class HfUris(unittest.TestCase):
    def fsspec(self):
        fs = HfFileSystem(endpoint=ENDPOINT, token=False, skip_instance_cache=True)
        fs._repo_and_revision_exist = lambda *what: (True, None)  # Names alone are looked at here.
        return fs

    def places(self):
        for (kind, repo), revision, path in itertools.product(REPOS, REVISIONS, PATHS):
            yield [kind, repo, revision, path]

    def test_what_hubdeck_writes_fsspec_resolves(self):
        places = list(self.places())
        fs = self.fsspec()
        for place, link in zip(places, hubdeck(places), strict=True):
            kind, repo, revision, path = place
            with self.subTest(place=place, link=link):
                found = fs.resolve_path(link)
                self.assertEqual([found.repo_type, found.repo_id, found.revision, found.path_in_repo],
                                 [kind, repo, revision or "main", path])

    def test_what_fsspec_writes_hubdeck_reads(self):
        fs = self.fsspec()
        places, links = [], []
        for place, link in zip(self.places(), hubdeck(list(self.places())), strict=True):
            found = fs.resolve_path(link)
            # As it was written, and as fsspec writes it where nobody wrote it before.
            for raw in (found._raw_revision, None):
                found._raw_revision = raw
                found.__post_init__()
                if reads(fs, found.unresolve(), found):
                    places.append(place)
                    links.append("hf://" + found.unresolve())
        self.assertGreater(len(links), len(REPOS) * len(REVISIONS))
        for place, link, read in zip(places, links, hubdeck(links), strict=True):
            kind, repo, revision, path = place
            with self.subTest(place=place, link=link):
                self.assertIsNotNone(read)
                self.assertEqual([read[0], read[1], read[2] or "main", read[3]], [kind, repo, revision or "main", path])

    def test_the_links_lead_to_the_files_of_a_hub(self):
        api = HfApi(endpoint=ENDPOINT, token=OWNER_TOKEN)
        fs = HfFileSystem(endpoint=ENDPOINT, token=GUEST_TOKEN, skip_instance_cache=True)
        for kind, repo in (("model", MODEL), ("dataset", DATASET), ("space", SPACE)):
            refs = api.list_repo_refs(repo, repo_type=kind, include_pull_requests=True)
            all_refs = [*refs.branches, *refs.tags, *refs.converts, *(refs.pull_requests or [])]
            names = [ref.ref if ref.ref.startswith(("refs/pr/", "refs/convert/")) else ref.name for ref in all_refs]
            names.append(api.repo_info(repo, repo_type=kind).sha)
            for name in names:
                files = api.list_repo_files(repo, repo_type=kind, revision=name)
                path = sorted(files)[0]
                with self.subTest(repo=repo, revision=name, path=path):
                    link = hubdeck([[kind, repo, name, path]])[0]
                    self.assertTrue(fs.isfile(link), link)


if __name__ == "__main__":
    unittest.main()
