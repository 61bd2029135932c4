#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""test_first_path.py HUBDECK LOCALHUB: the first whole path through the real window, by accessible names alone.

Open a repository by its link, choose a revision, filter, select, download, and see it finish. It is run on a desktop of
its own: desktop-session.sh test_first_path.py HUBDECK LOCALHUB.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

import a11y
import programs

HUBDECK, LOCALHUB = sys.argv[1:3]


class FirstPath(programs.TestWithPrograms):
    """One test a step; they build on each other, in the order of their names."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="hubdeck-gui-")))
        cls.cache = cls.folder / "cache"
        cls.hub = cls.start([LOCALHUB, "--data", cls.folder / "hub", "--seed", "demo"], stdout=subprocess.PIPE)
        cls.endpoint = cls.hub.stdout.readline().split()[1]
        cls.hubdeck = cls.start([HUBDECK], env=programs.surroundings(cls.folder, HF_ENDPOINT=cls.endpoint,
                                                                     HF_HUB_CACHE=cls.cache))
        cls.window = a11y.application("hubdeck")
        a11y.active_window(cls.window)

    def control(self, name, role=None):
        return a11y.find(self.window, name, role)

    def table(self, name):
        return self.control(name, "tree")

    def column(self, name, column=0):
        table = self.table(name)
        return [a11y.cell(table, row, column).name for row in range(a11y.rows(table))]

    def test_1_open_by_link(self):
        a11y.type_key("ctrl+l")
        location = self.control("Location", "text")
        a11y.set_text(location, f"{self.endpoint}/demo/tiny-llama/tree/main")
        location.queryComponent().grabFocus()
        a11y.type_key("Return")
        a11y.row_of(self.table("Files"), "config.json")
        self.assertIn("main", self.control("Revision", "push button").description)

    def test_2_change_the_revision(self):
        a11y.press(self.control("Revision", "push button"))
        a11y.set_text(self.control("Filter revisions", "text"), "fp16")
        a11y.wait(lambda: "fp16" in self.column("Revision"), why="the branch is not among the revisions")
        a11y.type_key("Return")
        a11y.wait(lambda: "fp16" in self.control("Revision", "push button").description,
                  why="the revision did not change")
        a11y.gone(self.window, "Filter revisions")
        a11y.row_of(self.table("Files"), "config.json")

    def test_3_filter(self):
        a11y.set_text(self.control("Filter", "text"), "config")
        a11y.wait(lambda: self.column("Files") and all("config" in name for name in self.column("Files")),
                  why=lambda: f"the filter left {self.column('Files')}")

    def test_4_select_and_download(self):
        files = self.table("Files")
        a11y.click(a11y.cell(files, a11y.row_of(files, "config.json")))
        download = self.control("Download", "push button")
        a11y.wait(lambda: a11y.is_enabled(download), why="nothing can be downloaded")
        a11y.wait(lambda: a11y.find_all(self.window, lambda name: name.startswith("1 file")),
                  why="the plan does not speak of one file")
        a11y.press(download)
        a11y.wait(self.downloaded, timeout=30, why="config.json did not arrive in the cache")

    def downloaded(self):
        """Where it lies in the cache; there only once its bytes were proved."""
        found = list(self.cache.glob("models--demo--tiny-llama/snapshots/*/config.json"))
        return [path for path in found if json.loads(path.read_text(encoding="utf-8"))]

    def test_5_see_it_finish(self):
        files = self.table("Files")
        row = a11y.row_of(files, "config.json")
        a11y.wait(lambda: "Cached" in [a11y.cell(files, row, column).name for column in range(a11y.columns(files))],
                  why="the row of config.json does not say that it is cached")

        places = self.table("Places")
        a11y.click(a11y.cell(places, a11y.row_of(places, lambda name: name.startswith("Transfers"))))
        transfers = self.table("Transfers")
        a11y.wait(lambda: a11y.rows(transfers) == 1, why=lambda: f"{a11y.rows(transfers)} transfers are shown")
        shown = [a11y.cell(transfers, 0, column).name for column in range(a11y.columns(transfers))]
        self.assertEqual((shown[0], shown[-1]), ("demo/tiny-llama", "Finished"))

        ref = self.cache / "models--demo--tiny-llama" / "refs" / "fp16"
        self.assertEqual(ref.read_text(encoding="ascii"), self.downloaded()[0].parent.name)

    def test_6_quit(self):
        a11y.type_key("ctrl+q")
        self.assertEqual(self.hubdeck.wait(timeout=30), 0)


if __name__ == "__main__":
    # Debian's pyatspi uses what its libatspi calls deprecated, and says so at each step.
    unittest.main(argv=sys.argv[:1], failfast=True, verbosity=2, warnings="ignore")
