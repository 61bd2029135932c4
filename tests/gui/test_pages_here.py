#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""test_pages_here.py HUBDECK LOCALHUB: an assistive tool on the pages of this computer, and in the dialogs.

Everything has a name, a role and its states, and each page's main work is done with them: transfers, the cache and what
is deleted of it, settings, the list of shortcuts, About. It is run on a desktop of its own: desktop-session.sh
test_pages_here.py HUBDECK LOCALHUB.
"""

import sys
import unittest

import a11y
import pages
import pyatspi

HUBDECK, LOCALHUB = sys.argv[1:3]
STATE = 5  # The column of the transfers that says how each is.


class PagesHere(pages.TestPages):
    @classmethod
    def setUpClass(cls):
        cls.start_programs(HUBDECK, LOCALHUB)

    def choose_row(self, name, row=0):
        table = self.table(name)
        table.queryTable().addRowSelection(row)
        self.wait_state(a11y.cell(table, row), pyatspi.STATE_SELECTED)

    def wait_transfers(self, *states):
        self.wait_texts("Transfers", lambda texts: texts == list(states), STATE, timeout=60)

    def dialog(self, name, role="dialog"):
        return self.find(name, role)

    def test_1_transfers_are_told(self):
        self.keys("ctrl+shift+t")
        self.check_sound()  # With none.
        self.stall(True)
        self.open("big/model")
        self.press("Download")
        self.keys("ctrl+shift+t")
        self.wait_texts("Transfers", lambda names: names == ["big/model"])
        self.check_sound()
        self.find("Speed", "chart")
        a11y.press(self.find(lambda name: name.startswith("Active"), "page tab"))
        self.wait_texts("Transfers", lambda names: names == ["big/model"])
        a11y.press(self.find(lambda name: name.startswith("All"), "page tab"))

    def test_2_transfers_are_paused_and_cancelled(self):
        self.press("Pause all")
        self.wait_transfers("Paused")
        self.choose_row("Transfers")
        self.press("Resume")
        self.wait_texts("Transfers", lambda texts: texts[0] not in ("Paused", "Resume"), STATE)
        self.press("Cancel")
        self.wait_transfers("Cancelled")
        self.check_sound()
        self.press("Remove from list")
        a11y.gone(self.program, "Transfers", "tree")
        self.check_sound()

    def test_3_transfers_end(self):
        self.stall(False)
        for repo in ("big/model", "demo/tiny-llama"):
            self.open(repo)
            self.press("Download")
        self.keys("ctrl+shift+t")
        self.wait_transfers("Finished", "Finished")
        self.choose_row("Transfers")
        self.press("Copy path")
        self.check_sound()
        self.press("Clear finished")
        a11y.gone(self.program, "Transfers", "tree")
        self.has_some_focus()

    def test_4_the_cache(self):
        self.keys("ctrl+shift+e")
        self.wait_texts("Cache", lambda names: sorted(names) == ["big/model", "demo/tiny-llama"])
        self.check_sound(silent=["Note"])
        self.choose_row("Cache", a11y.row_of(self.table("Cache"), "demo/tiny-llama"))
        self.press("Open")
        self.wait_title("demo/tiny-llama")
        self.press("Back")
        self.table("Cache")

    def test_5_what_a_deletion_frees(self):
        row = a11y.row_of(self.table("Cache"), "big/model")
        self.table("Cache").queryTable().removeRowSelection(1 - row)
        self.choose_row("Cache", row)
        delete = self.find(lambda name: name.startswith("Delete 20.0 MB"), "push button")
        a11y.press(delete)
        question = self.find(lambda name: "big/model" in name, "label")
        self.assertIn("Delete", question.name)
        self.check_sound(silent=["Note"])
        self.press("Cancel")
        a11y.gone(self.program, "Cancel")
        a11y.press(delete)
        self.press("Delete 20.0 MB")
        self.wait_texts("Cache", lambda names: names == ["demo/tiny-llama"])
        self.assertFalse((self.cache / "models--big--model").exists())
        self.has_some_focus()

    def test_6_settings(self):
        self.keys("ctrl+comma")
        self.dialog("Settings")
        self.has_focus("Settings pages")
        dark = self.find("Dark", "radio button")
        a11y.press(dark)
        self.wait_state(dark, pyatspi.STATE_CHECKED)
        self.check_sound(silent=["Note"])
        pages_list = self.table("Settings pages")
        for row in range(1, a11y.rows(pages_list)):
            self.keys("Down")
            self.wait_state(a11y.cell(pages_list, row), pyatspi.STATE_SELECTED)
            self.check_sound(silent=["Note"])
            for page, control in (("Network", "Address of the Hub"), ("Storage", "Folder of the cache")):
                if a11y.cell(pages_list, row).name == page:
                    self.find(control, "text")
        self.press("Close")
        a11y.gone(self.program, "Settings", "dialog")
        self.has_some_focus()

    def test_7_shortcuts(self):
        self.keys("F1")
        self.dialog("Keyboard shortcuts")
        self.check_sound(silent=["Note"])
        a11y.set_text(self.find("Filter shortcuts", "text"), "reload")
        self.wait_texts("Keyboard shortcuts", lambda names: names == ["Reload"])
        self.press("Close")
        a11y.gone(self.program, "Keyboard shortcuts")

    def choose_last(self, menu, entry):
        """The last entry of a menu: Qt 6.4 shows no open menu to assistive tools, but tells where one is in it."""
        with a11y.Heard("object:state-changed:focused") as heard:
            for _try in range(5):  # A menu closes by itself where another window comes to the front.
                a11y.act(self.find(menu, "menu item"), "ShowMenu")
                self.keys("Up")
                try:
                    heard.wait(lambda event: event.source.name == entry, 5)
                except AssertionError:
                    continue
                return self.keys("Return")
        raise AssertionError(f"{entry} is not in {menu}")

    def test_8_about(self):
        self.keys("ctrl+m")
        self.find("Help", "menu item")
        self.check_sound(silent=["Note"])
        self.choose_last("Help", "About Hubdeck")
        about = self.dialog("About Hubdeck")
        self.check_sound(silent=["Note"])
        a11y.press(a11y.find(about, "Licences", "check box"))
        a11y.wait(lambda: "Apache License" in self.text_of("Licences"), why="the licences are not shown")
        self.press("Close")
        a11y.gone(self.program, "About Hubdeck")


if __name__ == "__main__":
    # Debian's pyatspi uses what its libatspi calls deprecated, and says so at each step.
    unittest.main(argv=sys.argv[:1], failfast=True, verbosity=2, warnings="ignore")
