#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""test_pages.py HUBDECK LOCALHUB: an assistive tool on each page that shows what the Hub has.

Everything has a name, a role and its states, and each page's main work is done with them: Start, the location bar,
Discover, card, files, preview, commits, revisions. Keys are pressed where Qt offers no action: to go into a
list, and on from there. It is run on a desktop of its own: desktop-session.sh test_pages.py
HUBDECK LOCALHUB.
"""

import sys
import unittest

import a11y
import pages
import pyatspi

HUBDECK, LOCALHUB = sys.argv[1:3]


class Pages(pages.TestPages):
    @classmethod
    def setUpClass(cls):
        cls.start_programs(HUBDECK, LOCALHUB)

    def test_01_start(self):
        self.check_sound()
        self.assertFalse(a11y.is_enabled(self.button("Back")))
        a11y.set_text(self.find("Repository or link", "text"), "demo/tiny-llama")
        self.press("Open")
        self.wait_title("demo/tiny-llama")
        self.press("Back")
        self.check_sound()
        self.press("demo/tiny-llama")  # Among the recent ones.
        self.wait_title("demo/tiny-llama")

    def test_02_location_bar(self):
        a11y.row_of(self.table("Files"), "config.json")
        self.check_sound()
        for way in ("Back", "Forward"):
            self.press(way)
        self.wait_title("demo/tiny-llama")
        self.wait_enabled("Forward", False)
        self.keys("ctrl+l")
        self.has_focus("Location")
        self.check_sound()
        self.keys("Escape")
        a11y.gone(self.program, "Location")
        self.open("demo/tiny-llama/assets")
        a11y.row_of(self.table("Files"), "attention.png")
        self.press("tiny-llama")  # A part of the path.
        a11y.row_of(self.table("Files"), "config.json")

    def test_03_an_error_is_said(self):
        with a11y.Heard("object:state-changed:showing") as heard:
            self.open("demo/no-such-repository")
            heard.wait(lambda event: event.detail1 and event.source.getRoleName() == "notification"
                       and "does not exist" in event.source.name)
        self.check_sound()
        self.press("Dismiss")
        a11y.gone(self.program, role="notification")
        self.has_some_focus()

    def test_04_discover(self):
        self.keys("ctrl+k")
        self.has_focus("Search")
        self.wait_texts("Results", lambda names: len(names) == 12, role="list")
        self.check_sound()
        before = self.texts("Results", role="list")
        self.keys("Tab")
        self.has_focus("Sort")
        self.keys("End")
        a11y.wait(lambda: self.box("Sort").name == "Recently updated", why="another order was not chosen")
        self.wait_texts("Results", lambda names: names and names != before, role="list")
        a11y.set_text(self.find("Search", "text"), "tiny-llama")
        self.wait_texts("Results", lambda names: names and all("tiny-llama" in name for name in names), role="list")

    def test_05_discover_filters(self):
        a11y.set_text(self.find("Search", "text"), "")
        self.press("Author")
        a11y.set_text(self.find("Author", "text"), "kiel-nlp")
        self.has_focus("Author")
        self.keys("Return")
        self.button("Remove filter By kiel-nlp")
        self.wait_texts("Results", lambda names: names and all(name.startswith("kiel-nlp/") for name in names),
                        role="list")
        self.check_sound()
        self.press("Remove filter By kiel-nlp")
        a11y.gone(self.program, "Remove filter By kiel-nlp")
        a11y.set_text(self.find("Search", "text"), "no such thing")
        self.find("Nothing matches")
        self.check_sound()
        self.press("Search datasets instead")
        a11y.wait(lambda: self.text_of("Search") == "no such thing", why="the words did not come along")

    def test_06_discover_opens(self):
        self.press("Back")
        self.focus("Search", "text")
        a11y.set_text(self.find("Search", "text"), "demo/tiny-llama")
        self.wait_texts("Results", lambda names: [name.split(",")[0] for name in names] == ["demo/tiny-llama"],
                        role="list")
        self.keys("Down")
        results = self.has_focus("Results")
        a11y.wait(lambda: a11y.has(a11y.cell(results, 0), pyatspi.STATE_SELECTED), why="no result is selected")
        self.keys("Return")
        self.wait_title("demo/tiny-llama")

    def test_07_card(self):
        a11y.press(self.find("Card", "page tab"))
        card = self.find("Card", "label")
        a11y.wait(lambda: "tiny-llama" in a11y.text(card), 20, lambda: f"the card says {a11y.text(card)!r}")
        self.check_sound()

    def test_08_commits(self):
        a11y.press(self.find("Commits", "page tab"))
        self.wait_texts("Commits", lambda texts: len(texts) > 2)
        self.check_sound()
        self.wait_enabled("Open this revision", False)
        commits = self.table("Commits")
        commits.queryTable().addRowSelection(1)
        self.wait_state(a11y.cell(commits, 1), pyatspi.STATE_SELECTED)
        self.wait_enabled("Copy hash")
        second = self.texts("Commits")[1]
        self.press("Open this revision")
        a11y.wait(lambda: self.button("Revision").description.split(", ")[-1] in second,
                  why=lambda: f"open is {self.button('Revision').description}, not {second}")

    def test_09_revisions(self):
        self.press("Revision")
        self.has_focus("Filter revisions")
        self.wait_texts("Revision", lambda names: "fp16" in names)
        self.check_sound()
        self.press("Copy commit")
        a11y.set_text(self.find("Filter revisions", "text"), "fp16")
        self.wait_texts("Revision", lambda names: names[-1:] == ["fp16"])
        self.focus("Filter revisions", "text")
        self.keys("Return")
        a11y.gone(self.program, "Filter revisions")
        a11y.wait(lambda: self.button("Revision").description.startswith("fp16"), why="the revision did not change")

    def test_10_files(self):
        a11y.press(self.find("Files", "page tab"))
        a11y.set_text(self.find("Filter", "text"), "config")
        self.wait_texts("Files", lambda names: names and all("config" in name for name in names))
        files = self.table("Files")
        config = a11y.cell(files, a11y.row_of(files, "config.json"))
        self.assertEqual(config.description, "File")
        self.choose_file("config.json")
        self.wait_state(config, pyatspi.STATE_SELECTED)
        self.find(lambda name: name.startswith("1 file"), "label")
        self.check_sound()
        self.press("Download")
        a11y.wait(lambda: "Cached" in self.row_text("Files", a11y.row_of(files, "config.json")), 30,
                  lambda: f"the files say {self.row_text('Files', 0)}")
        self.enter_files()
        for is_checked in (True, False):
            self.keys("space")
            self.wait_state(config, pyatspi.STATE_CHECKED, is_checked)

    def enter_files(self):
        self.focus("Filter", "text")
        self.keys("Down")
        self.has_focus("Files")

    def choose_file(self, name):
        files = self.table("Files")
        files.queryTable().addRowSelection(a11y.row_of(files, name))

    def test_11_preview(self):
        self.choose_file("config.json")
        a11y.wait(lambda: '"architectures"' in self.text_of("Text"),
                  why=lambda: f"the text is {self.text_of('Text')!r}")
        self.check_sound()
        a11y.press(self.find("Tree", "page tab"))
        self.wait_texts("Tree", lambda names: "architectures" in names)
        tree = self.table("Tree")
        self.check_sound()
        self.assertTrue(a11y.has(a11y.cell(tree, a11y.row_of(tree, "architectures")), pyatspi.STATE_EXPANDABLE))

    def test_12_preview_of_an_image(self):
        self.open("demo/tiny-llama/assets")
        self.choose_file("attention.png")
        self.find(lambda name: name.startswith("Image, "), "image")
        self.check_sound()
        self.press("Close the preview")
        a11y.gone(self.program, "Preview")
        self.has_focus("Files")
        toggle = self.find("Show the preview", "check box")
        a11y.press(toggle)
        self.find("Preview", "panel")
        self.wait_state(toggle, pyatspi.STATE_CHECKED)


if __name__ == "__main__":
    # Debian's pyatspi uses what its libatspi calls deprecated, and says so at each step.
    unittest.main(argv=sys.argv[:1], failfast=True, verbosity=2, warnings="ignore")
