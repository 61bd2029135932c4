#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""test_keyboard.py HUBDECK LOCALHUB: a whole day's work with the keyboard alone.

Nothing but keys goes to the program; assistive tools only look where the keyboard is and what is shown. After each step
something that is shown has the keyboard; Tab goes through all that can be used, and what it comes to looks different
from before. It is run on a desktop of its own: desktop-session.sh test_keyboard.py HUBDECK LOCALHUB.
"""

import subprocess
import sys
import unittest

import a11y
import pages
import pyatspi
import walks

HUBDECK, LOCALHUB = sys.argv[1:3]
KEYS = {"/": "slash", "-": "minus"}
TRIES = 5
MARGIN = 4  # Pixels round an element in which its ring may be.
MOST_STOPS = 60
# What Tab stops at. A group of choices is one stop, and what can only be clicked is none.
STOPS = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_TEXT, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_TREE,
         pyatspi.ROLE_LIST, pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_PAGE_TAB_LIST,
         pyatspi.ROLE_SPIN_BUTTON)


class Screen:
    """What is on the screen now."""

    def __init__(self):
        size = subprocess.run(["xdotool", "getdisplaygeometry"], capture_output=True, text=True, check=True, timeout=30)
        self.width, self.height = map(int, size.stdout.split())
        self.pixels = subprocess.run(["import", "-silent", "-window", "root", "-depth", "8", "rgb:-"],
                                     capture_output=True, check=True, timeout=60).stdout

    def part(self, box):
        left, right = max(0, box.x - MARGIN), min(self.width, box.x + box.width + MARGIN)
        lines = range(max(0, box.y - MARGIN), min(self.height, box.y + box.height + MARGIN))
        return [self.pixels[3 * (line * self.width + left):3 * (line * self.width + right)] for line in lines]


class Keyboard(pages.TestPages):
    @classmethod
    def setUpClass(cls):
        cls.start_programs(HUBDECK, LOCALHUB)

    def step(self, *keys):
        """Presses keys; the keyboard is never nowhere."""
        for key in keys:
            a11y.type_key(key)
            self.has_some_focus()

    def type(self, text):
        self.step(*[KEYS.get(letter, letter) for letter in text])

    def current(self):
        """The text of the row on which the keyboard stands."""
        node = walks.focused(self.program)
        if not node or node.getRole() not in a11y.TABLES:
            return ""
        cell = walks.current_cell(node)
        return cell.name if cell else ""

    def go_to_row(self, text, *keys):
        self.step(*keys)
        a11y.wait(lambda: self.current().startswith(text), why=lambda: f"the keyboard is at {self.current()!r}")

    def jump(self, row, letters):
        """To a row by its first letters: in one go, since a list that waits for a letter too long begins anew."""
        for _try in range(TRIES):
            self.step("Home")
            a11y.xdotool("key", "--clearmodifiers", *letters)
            try:
                return self.go_to_row(row)
            except AssertionError as missed:
                failure = missed
        raise failure

    def go_to_place(self, name):
        """By F6 to the places, and there by the first letters."""
        for _area in range(4):
            if walks.focused(self.program).name == "Places":
                break
            before = walks.focused(self.program)
            self.step("F6")
            a11y.wait(lambda: walks.focused(self.program) != before, why="F6 goes nowhere")
        self.has_focus("Places")
        self.jump(name, name[:4].lower())
        self.step("Return")

    def stops(self):
        """The names of all that Tab has to come to."""
        window = a11y.active_window(self.program)
        return {walks.label_of(node) for _path, node in walks.paths(window)
                if node.getRole() in STOPS and a11y.has(node, pyatspi.STATE_FOCUSABLE) and a11y.is_enabled(node)}

    def tab_round(self, beside=(), lit=()):
        """Goes by Tab through all that can be used and back, and sees that the keyboard is at each of them.

        What is named in beside need not be come to; what is in lit looks before as it does with the keyboard.
        """
        first = before = self.has_some_focus()
        screen, seen = Screen(), {walks.label_of(first)}
        for _stop in range(MOST_STOPS):
            self.keys("Tab")
            node = a11y.wait(lambda at=before: self.other_than(at), why=lambda at=before: f"Tab stays at {at.name!r}")
            screen = Screen() if walks.label_of(node) in lit else self.wait_seen(node, screen)
            if node == first:
                break
            seen.add(walks.label_of(node))
            before = node
        else:
            self.fail(f"Tab does not come back to {first.name!r}; it saw {seen}")
        self.assertEqual(self.stops() - seen - set(beside), set())

    def other_than(self, before):
        node = walks.focused(self.program)
        return node if node and node != before else None

    def wait_seen(self, node, before):
        box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)

        def look():
            now = Screen()
            return now if now.part(box) != before.part(box) else None

        return a11y.wait(look, 20, lambda: f"nothing shows that the keyboard is at {node.getRoleName()} {node.name!r}")

    def test_01_start(self):
        self.has_focus("Repository or link")
        self.tab_round()

    def test_02_search_and_open(self):
        self.step("ctrl+k")
        self.has_focus("Search")
        self.wait_texts("Results", lambda names: names, role="list")
        self.tab_round()
        self.type("demo/tiny-llama")
        self.wait_texts("Results", lambda names: [name.split(",")[0] for name in names] == ["demo/tiny-llama"],
                        role="list")
        self.go_to_row("demo/tiny-llama,", "Down")
        self.step("Return")
        self.wait_title("demo/tiny-llama")
        self.has_focus("Files")

    def test_03_choose_a_revision(self):
        self.step("ctrl+shift+r")
        self.has_focus("Filter revisions")
        self.wait_texts("Revision", lambda names: "fp16" in names)
        self.tab_round(lit=["Revision"])  # The list shows where the arrows of the field above it are.
        self.type("fp16")
        self.wait_texts("Revision", lambda names: names[-1:] == ["fp16"])
        self.step("Return")
        a11y.gone(self.program, "Filter revisions")
        a11y.wait(lambda: self.button("Revision").description.startswith("fp16"), why="the revision did not change")
        self.has_focus("Files")
        self.wait_texts("Files", lambda names: "onnx" in names)

    def test_04_pick_files(self):
        self.tab_round(beside=["Tree", "Text"])  # What is in the preview depends on the row.
        self.has_focus("Files")
        files = self.table("Files")
        for name in ("generation_config.json", "config.json"):
            self.jump(name, name[:4])
            self.step("space")
            self.wait_state(a11y.cell(files, a11y.row_of(files, name)), pyatspi.STATE_CHECKED)
        self.find(lambda name: name.startswith("2 files"), "label")

    def test_05_preview(self):
        a11y.wait(lambda: '"architectures"' in self.text_of("Text"), why="config.json is not previewed")
        self.step("F6")
        self.has_focus("Text")
        self.tab_round()
        self.step("shift+F6")
        self.has_focus("Files")

    def test_06_download(self):
        self.step("ctrl+d")
        a11y.wait(lambda: "Cached" in self.row_text("Files", a11y.row_of(self.table("Files"), "config.json")), 60,
                  "config.json is not said to be cached")

    def test_07_transfers(self):
        self.go_to_place("Transfers")
        self.has_focus("Transfers")
        self.wait_texts("Transfers", lambda states: states == ["Finished"], 5)
        self.go_to_row("demo/tiny-llama", "Home")
        self.tab_round()

    def test_08_this_computer(self):
        self.go_to_place("Cache")
        self.has_focus("Cache")
        self.wait_texts("Cache", lambda names: names == ["demo/tiny-llama"])
        self.go_to_row("demo/tiny-llama", "Home")
        self.tab_round()

    def test_09_delete_with_its_plan(self):
        self.step("space")
        delete = self.find(lambda name: name.startswith("Delete "), "push button")
        plan = delete.name.rstrip("…")
        self.step("Delete")
        self.has_focus("Cancel")
        self.step("Escape")
        self.has_focus("Cache")
        self.step("Delete")
        self.has_focus("Cancel")
        self.tab_round()
        for _button in range(2):
            if walks.focused(self.program).name != plan:
                self.step("Tab")
        self.has_focus(plan)
        self.step("Return")
        a11y.gone(self.program, "Cache", "tree")
        self.assertEqual(list(self.cache.glob("models--*")), [])
        self.has_some_focus()

    def test_10_settings(self):
        self.step("ctrl+comma")
        self.has_focus("Settings pages")
        self.tab_round()
        self.step("Down")
        self.find("Address of the Hub", "text")
        self.tab_round()
        self.step("Escape")
        a11y.gone(self.program, "Settings", "dialog")
        self.has_some_focus()

    def test_11_back(self):
        self.step("alt+Left")
        self.has_focus("Transfers")
        for revision in ("fp16", "main"):
            self.step("alt+Left")
            a11y.wait(lambda at=revision: self.button("Revision").description.startswith(at),
                      why=lambda at=revision: f"open is {self.button('Revision').description}, not {at}")
            self.has_focus("Files")
        self.step("alt+Left")
        self.button("Discover")
        self.has_focus("Results")
        self.step("alt+Left")
        self.has_focus("Repository or link")
        self.keys("ctrl+q")
        self.assertEqual(self.hubdeck.wait(timeout=30), 0)


if __name__ == "__main__":
    # Debian's pyatspi uses what its libatspi calls deprecated, and says so at each step.
    unittest.main(argv=sys.argv[:1], failfast=True, verbosity=2, warnings="ignore")
