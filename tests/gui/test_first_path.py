#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""test_first_path.py HUBDECK LOCALHUB: the first whole path through the real window, by accessible names alone.

Open a repository by its link, choose a revision, filter, select, download, and see it finish. It is run on a desktop of
its own: desktop-session.sh test_first_path.py HUBDECK LOCALHUB.
"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import unittest

import a11y

HUBDECK, LOCALHUB = sys.argv[1:3]


class FirstPath(unittest.TestCase):
    """One test a step; they build on each other, in the order of their names."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="hubdeck-gui-")))
        cls.cache = cls.folder / "cache"
        cls.hub = cls.start([LOCALHUB, "--data", cls.folder / "hub", "--seed", "demo"], stdout=subprocess.PIPE)
        cls.endpoint = cls.hub.stdout.readline().split()[1]
        cls.hubdeck = cls.start([HUBDECK], env=os.environ | {
            "HF_ENDPOINT": cls.endpoint,
            "HF_HOME": str(cls.folder / "huggingface"),
            "HF_HUB_CACHE": str(cls.cache),
            "HOME": str(cls.folder),
            "XDG_CACHE_HOME": str(cls.folder / "xdg-cache"),
            "XDG_CONFIG_HOME": str(cls.folder / "xdg-config"),
            "XDG_DATA_HOME": str(cls.folder / "xdg-data"),
            "LC_ALL": "C.UTF-8",
        })
        cls.window = a11y.application("hubdeck")

    @classmethod
    def start(cls, command, **options):
        process = subprocess.Popen(command, text=True, **options)

        def stop():
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

        cls.addClassCleanup(stop)
        return process

    def control(self, name, role=None):
        return a11y.find(self.window, name, role)

    def file_names(self):
        files = self.control("Files")
        return [a11y.cell(files, row).name for row in range(a11y.rows(files))]

    def test_1_open_by_link(self):
        a11y.type_key("ctrl+l")
        location = self.control("Location", "text")
        a11y.set_text(location, f"{self.endpoint}/demo/tiny-llama/tree/main")
        location.queryComponent().grabFocus()
        a11y.type_key("Return")
        a11y.row_of(self.control("Files"), "config.json")
        self.assertIn("main", a11y.accessible_text(self.control("Revision")))

    def test_2_change_the_revision(self):
        before = self.file_names()
        a11y.press(self.control("Revision"))
        popup_filter = self.control("Filter revisions")
        a11y.set_text(popup_filter, "refs/pr/1")
        a11y.type_key("Return")
        a11y.wait(lambda: "pr/1" in a11y.accessible_text(self.control("Revision")), why="the revision did not change")
        a11y.wait(lambda: self.file_names() and self.file_names() != before, why="the files are still those of main")

    def test_3_filter(self):
        a11y.set_text(self.control("Filter"), "config")
        a11y.wait(lambda: self.file_names() and all("config" in name for name in self.file_names()))

    def test_4_select_and_download(self):
        files = self.control("Files")
        row = a11y.row_of(files, "config.json")
        files.queryTable().addRowSelection(row)
        a11y.wait(lambda: a11y.is_enabled(self.control("Download")), why="nothing can be downloaded")
        a11y.press(self.control("Download"))
        a11y.wait(self.downloaded, timeout=30, why="config.json did not arrive in the cache")

    def downloaded(self):
        return [path for path in self.cache.glob("models--demo--tiny-llama/snapshots/*/config.json") if path.is_file()]

    def test_5_see_it_finish(self):
        files = self.control("Files")
        row = a11y.row_of(files, "config.json")
        a11y.wait(
            lambda: any("cached" in a11y.accessible_text(a11y.cell(files, row, column)).lower()
                        for column in range(files.queryTable().nColumns)),
            why="the row of config.json does not say that it is cached")
        a11y.press(self.control("Transfers"))
        transfers = a11y.find(self.window, "Transfers", "table")
        self.assertEqual(a11y.rows(transfers), 1)


if __name__ == "__main__":
    unittest.main(argv=sys.argv[:1], failfast=True, verbosity=2)
