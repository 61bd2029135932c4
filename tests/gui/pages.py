# SPDX-License-Identifier: Apache-2.0
"""A program with a Hub of its own, and what the walks over its pages have in common."""

import json
import pathlib
import subprocess
import tempfile
import urllib.request

import a11y
import programs
import pyatspi
import walks

SIZE = 20_000_000  # Of the one file of big/model: enough to be stopped on its way.


class TestPages(programs.TestWithPrograms):
    """The steps of a test case build on each other, in the order of their names."""

    @classmethod
    def start_programs(cls, hubdeck, localhub):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="hubdeck-pages-")))
        cls.cache = cls.folder / "cache"
        source = cls.folder / "source"
        source.mkdir()
        (source / "weights.bin").write_bytes(bytes(SIZE))
        cls.hub = cls.start([localhub, "--data", cls.folder / "hub", "--seed", "demo", "--faults", "--put",
                             f"models/big/model={source}"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        cls.endpoint = cls.hub.stdout.readline().split()[1]
        cls.hubdeck = cls.start([hubdeck], env=programs.surroundings(cls.folder, HF_ENDPOINT=cls.endpoint,
                                                                     HF_HUB_CACHE=cls.cache))
        cls.program = a11y.application("hubdeck")
        a11y.active_window(cls.program)

    def stall(self, is_stalling):
        """Each connection for the bytes of large files falls silent, or no longer does."""
        rules = [{"server": "cdn", "stallAfter": 1_000_000}] if is_stalling else []
        request = urllib.request.Request(f"{self.endpoint}/.localhub/faults", json.dumps({"rules": rules}).encode(),
                                         method="POST")
        urllib.request.urlopen(request, timeout=30).close()

    def find(self, name, role=None, **options):
        return a11y.find(self.program, name, role, **options)

    def button(self, name):
        return self.find(name, "push button")

    def open(self, repo):
        """Goes to a repository, or a folder of it, by the location bar."""
        self.keys("ctrl+l")
        self.has_focus("Location")
        a11y.set_text(self.find("Location", "text"), repo)
        self.keys("Return")
        self.wait_title("/".join(repo.split("/")[:2]))

    def box(self, label):
        """A combo box by its label: its name is what is chosen in it."""
        def look():
            return [box for box in a11y.find_all(self.program, role="combo box") if walks.label_of(box) == label]

        return a11y.wait(look, why=f"no box {label}")[0]

    def press(self, name):
        """Presses a button as soon as it can be pressed."""
        button = self.button(name)
        a11y.wait(lambda: a11y.is_enabled(button), why=lambda: f"{button.name} cannot be pressed")
        a11y.press(button)

    def table(self, name, role="tree"):
        return self.find(name, role)

    def texts(self, name, column=0, role="tree"):
        """The texts of one column, of the rows that are read."""
        table = self.table(name, role)
        return [a11y.cell(table, row, column).name for row in range(min(a11y.rows(table), walks.ROWS))]

    def wait_texts(self, name, satisfy, column=0, role="tree", timeout=20):
        a11y.wait(lambda: satisfy(self.texts(name, column, role)), timeout,
                  lambda: f"{name} shows {self.texts(name, column, role)}")

    def row_text(self, name, row):
        table = self.table(name)
        return [a11y.cell(table, row, column).name for column in range(a11y.columns(table))]

    def wait_enabled(self, name, is_enabled=True):
        a11y.wait(lambda: a11y.is_enabled(self.button(name)) == is_enabled,
                  why=f"{name} {'cannot' if is_enabled else 'can'} be pressed")

    def wait_title(self, name):
        a11y.wait(lambda: a11y.find_all(self.program, f"{name} – Hubdeck", "frame"), 20,
                  f"the window is not one of {name}")

    def check_sound(self, silent=()):
        """All that is shown has a name and a sensible role, once it stands still."""
        def found():
            return [what for window in self.program if window for what in walks.complaints(window, silent)]

        a11y.wait(lambda: not found(), why=lambda: "\n".join(found()))

    def has_focus(self, name, timeout=10):
        """That of this name has the keyboard."""
        def explain():
            node = walks.focused(self.program)
            there = f"{node.getRoleName()} {node.name!r}" if node else "nothing"
            return f"{name} does not have the keyboard, but {there}"

        def look():
            node = walks.focused(self.program)
            return node if node and walks.label_of(node) == name else None

        return a11y.wait(look, timeout, explain)

    def focus(self, name, role=None):
        self.find(name, role).queryComponent().grabFocus()
        return self.has_focus(name)

    def has_some_focus(self):
        """Something that is shown has the keyboard."""
        return a11y.wait(lambda: walks.focused(self.program), why="nothing has the keyboard")

    def keys(self, *keys):
        for key in keys:
            a11y.type_key(key)

    def text_of(self, name, role="text"):
        return a11y.text(self.find(name, role))

    def wait_state(self, node, state, is_so=True):
        a11y.wait(lambda: a11y.has(node, state) == is_so,
                  why=f"{node.name}: {pyatspi.stateToString(state)} is not {is_so}")
