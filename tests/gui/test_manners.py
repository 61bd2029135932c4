#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""test_manners.py HUBDECK LOCALHUB CLI: how the program behaves on a desktop, beside what its window shows.

One program for a queue; a question before a window closes on running downloads; no sleep while bytes move; a
notification when they are there. It is run on a desktop of its own: desktop-session.sh test_manners.py HUBDECK LOCALHUB
CLI.
"""

import json
import pathlib
import queue
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.request

import a11y
import programs

HUBDECK, LOCALHUB = sys.argv[1:3]
SIZE = 20_000_000
NAME = "weights.bin"


class Manners(programs.TestWithPrograms):
    """The steps build on each other, in the order of their names."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="hubdeck-manners-")))
        source = cls.folder / "source"
        source.mkdir()
        (source / NAME).write_bytes(bytes(SIZE))
        cls.hub = cls.start([LOCALHUB, "--data", cls.folder / "hub", "--put", f"models/big/model={source}", "--put",
                             f"models/small/one={source}", "--faults"], stdout=subprocess.PIPE,
                            stderr=subprocess.DEVNULL)
        cls.endpoint = cls.hub.stdout.readline().split()[1]
        cls.desktop = cls.start([sys.executable, "-B", pathlib.Path(__file__).with_name("standins.py")],
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert cls.desktop.stdout.readline() == "ready\n"
        cls.calls = queue.Queue()
        threading.Thread(target=cls.read_calls, daemon=True).start()
        cls.environment = programs.surroundings(cls.folder, HF_ENDPOINT=cls.endpoint,
                                                HF_HUB_CACHE=cls.folder / "cache")
        cls.hubdeck = cls.start([HUBDECK, "big/model"], env=cls.environment)
        cls.window = a11y.application("hubdeck")
        a11y.active_window(cls.window)

    @classmethod
    def read_calls(cls):
        for line in cls.desktop.stdout:
            cls.calls.put(json.loads(line))

    def called(self, method):
        """The arguments of the next call of that method; others before it are passed over."""
        while True:
            call = self.calls.get(timeout=60)
            if call["call"] == method:
                return call["arguments"]

    def stall(self, is_stalling):
        """Each connection for the bytes of large files falls silent, or no longer does."""
        rules = [{"server": "cdn", "stallAfter": 1_000_000}] if is_stalling else []
        request = urllib.request.Request(f"{self.endpoint}/.localhub/faults", json.dumps({"rules": rules}).encode(),
                                         method="POST")
        urllib.request.urlopen(request, timeout=30).close()

    def start_again(self, *links):
        return subprocess.run([HUBDECK, *links], env=self.environment, timeout=60, check=False).returncode

    def download(self):
        button = a11y.find(self.window, "Download", "push button")
        a11y.wait(lambda: a11y.is_enabled(button), why="nothing can be downloaded")
        a11y.press(button)

    def close(self):
        a11y.type_key("alt+F4")
        return a11y.find(self.window, lambda name: name.startswith("A download is under way"), timeout=20)

    def test_1_a_second_start_hands_its_link_over(self):
        a11y.row_of(a11y.find(self.window, "Files", "tree"), NAME)
        self.assertEqual(self.start_again("small/one"), 0)
        a11y.wait(lambda: a11y.find_all(self.window, "small/one – Hubdeck"), why="the link was not opened")
        self.assertEqual(len(a11y.applications("hubdeck")), 1)
        self.assertEqual(self.start_again("big/model"), 0)
        a11y.wait(lambda: a11y.find_all(self.window, "big/model – Hubdeck"), why="the link was not opened")

    def test_2_the_computer_stays_awake_while_bytes_move(self):
        self.stall(True)
        self.download()
        _window, flags, _options = self.called("Inhibit")
        self.assertEqual(flags, 4)

    def test_3_closing_asks_and_may_be_taken_back(self):
        self.close()
        a11y.press(a11y.find(self.window, "Stay", "push button"))
        a11y.gone(self.window, "Stay", "push button")
        self.assertIsNone(self.hubdeck.poll())
        a11y.find(self.window, "Files", "tree")

    def test_4_it_goes_on_without_a_window_and_comes_back(self):
        self.close()
        a11y.press(a11y.find(self.window, "Go on in the background", "push button"))
        a11y.wait(lambda: not a11y.find_all(self.window, "Files"), why="the window is still there")
        self.assertIsNone(self.hubdeck.poll())
        self.assertEqual(self.start_again(), 0)
        a11y.find(self.window, "Files", "tree")

    def test_5_what_ends_without_a_window_is_told_and_the_program_ends(self):
        a11y.active_window(self.window)
        self.close()
        a11y.press(a11y.find(self.window, "Go on in the background", "push button"))
        self.stall(False)
        self.called("Close")  # The computer may sleep again.
        _name, _replaces, _icon, title, body, _actions, _hints, _timeout = self.called("Notify")
        self.assertEqual(title, "big/model is on this computer")
        self.assertIn("2 files", body)
        self.assertEqual(self.hubdeck.wait(timeout=60), 0)
        blobs = self.folder / "cache" / "models--big--model" / "blobs"
        self.assertIn(SIZE, [blob.stat().st_size for blob in blobs.iterdir()])

    def test_6_the_next_start_is_the_first_again(self):
        hubdeck = self.start([HUBDECK, "small/one"], env=self.environment)
        a11y.active_window(a11y.application("hubdeck"))
        a11y.type_key("ctrl+q")
        self.assertEqual(hubdeck.wait(timeout=30), 0)


if __name__ == "__main__":
    # Debian's pyatspi uses what its libatspi calls deprecated, and says so at each step.
    unittest.main(argv=sys.argv[:1], failfast=True, verbosity=2, warnings="ignore")
