#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""test_access.py HUBDECK LOCALHUB: through the gate of a repository in the real window, by accessible names.

Nobody is signed in, somebody is, asks for access, waits, is let in, is put back and let in again; the authors decide
elsewhere. It is run on a desktop of its own that has an open keyring:
desktop-session.sh ../accounts/keyring-session.sh unlocked test_access.py HUBDECK LOCALHUB.
"""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import urllib.request

import a11y
import programs
import pyatspi

HUBDECK, LOCALHUB = sys.argv[1:3]
REPO = "demo/gated-manual"
ADA = "hf_made_up_for_ada"
BOB = "hf_made_up_for_bob"
# The page looks again after half a minute, then after longer pauses.
LOOKS_AGAIN = 120


class Access(programs.TestWithPrograms):
    """One test a step; they build on each other, in the order of their names."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="hubdeck-gui-")))
        cls.cache = cls.folder / "cache"
        cls.hub = cls.start([LOCALHUB, "--data", cls.folder / "hub", "--seed", "demo",
                             "--user", f"ada:{ADA}:write:demo", "--user", f"bob:{BOB}:read"],
                            stdout=subprocess.PIPE)
        cls.endpoint = cls.hub.stdout.readline().split()[1]
        home = cls.folder / "home"
        home.mkdir()
        cls.environment = programs.surroundings(home, HF_ENDPOINT=cls.endpoint, HF_HUB_CACHE=cls.cache)
        cls.hubdeck = cls.start([HUBDECK, REPO], env=cls.environment)
        cls.window = a11y.application("hubdeck")
        a11y.active_window(cls.window)

    def says(self, words, timeout=20):
        a11y.wait(lambda: a11y.find_all(self.window, lambda name: words in name), timeout,
                  lambda: f"nothing says {words!r}; there are: {[n.name for n in a11y.find_all(self.window) if n.name]}")

    def says_no_more(self, words, timeout):
        a11y.gone(self.window, lambda name: words in name, timeout=timeout)

    def button(self, name):
        return a11y.find(self.window, name, "push button", 20)

    def press(self, name):
        a11y.press(self.button(name))

    def dialog(self):
        return a11y.find(self.window, "Request access", "dialog", 20)

    def fill(self, name, value):
        a11y.set_text(a11y.find(self.dialog(), name, "text"), value)

    def choose_first(self, name):
        """By the keyboard: assistive tools do not see what a list that opens has in it."""
        choice = a11y.find(self.dialog(), name, "combo box")
        a11y.press(choice)
        a11y.wait(lambda: a11y.has(choice, pyatspi.STATE_EXPANDED), why=f"{name} shows no answers")
        for key in ("Home", "Return"):
            a11y.type_key(key)
        a11y.wait(lambda: not a11y.has(choice, pyatspi.STATE_EXPANDED), why=f"{name} shows its answers still")

    def authors(self, path, decision=None):
        """What the authors do in a program of their own."""
        request = urllib.request.Request(
            f"{self.endpoint}/api/models/{REPO}/user-access-request/{path}",
            decision and json.dumps(decision).encode(),
            {"Authorization": f"Bearer {ADA}", "Content-Type": "application/json"})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read() or b"{}")

    def authors_decide(self, status):
        self.authors("handle", {"user": "bob", "status": status})

    def can_download(self):
        return a11y.is_enabled(self.button("Download"))

    def cached(self):
        """Whether config.json lies in the cache; there only once its bytes were proved."""
        found = self.cache.glob("models--demo--gated-manual/snapshots/*/config.json")
        return [path for path in found if json.loads(path.read_text(encoding="utf-8"))]

    def test_01_nobody_is_told_to_sign_in(self):
        self.says("This repository is gated")
        self.says("Sign in, then ask for access.")
        self.assertFalse(self.can_download())
        self.assertFalse(a11y.find_all(self.window, "Request access", "push button"))

    def test_02_who_signs_in_may_ask(self):
        self.press("Sign in")
        login = a11y.find(self.window, "Sign in", "dialog")
        a11y.act(a11y.find(login, "With a token", "page tab"), "Press", "SetFocus")
        a11y.set_text(a11y.find(login, "Access token"), BOB)
        self.says("bob, Read token")
        a11y.press(a11y.find(login, "Sign in", "push button"))
        a11y.gone(self.window, "Sign in", "dialog")
        self.says("You are signed in as bob. Requests are answered by its authors.")
        self.assertFalse(self.can_download())

    def test_03_the_form_is_the_authors(self):
        self.press("Request access")
        dialog = self.dialog()
        self.says("Who wants to use this model?")
        self.says("Please say who you are and promise not to look for the speakers.")
        ask = a11y.find(dialog, "Ask for access", "push button")
        self.assertFalse(a11y.is_enabled(ask))
        self.fill("Name", "Bob Bobsen")
        self.fill("Institution", "Institute of Dialects")
        self.choose_first("Country")
        self.choose_first("I want to use this model for")
        self.assertFalse(a11y.is_enabled(ask))
        a11y.act(a11y.find(dialog, "I will not look for the speakers", "check box"), "Toggle", "Press")
        a11y.wait(lambda: a11y.is_enabled(ask), why="all is answered, and nothing can be asked")
        a11y.press(ask)
        a11y.gone(self.window, "Request access", "dialog")

    def test_04_the_request_waits_for_the_authors(self):
        self.says("Your request for access waits for the authors.")
        self.says("Hubdeck looks again by itself")
        self.assertFalse(self.can_download())
        [request] = self.authors("pending")
        self.assertEqual(request["user"]["user"], "bob")
        self.assertEqual(request["fields"]["Name"], "Bob Bobsen")
        self.assertEqual(request["fields"]["I want to use this model for"], "Research")
        self.assertEqual(request["fields"]["I will not look for the speakers"], "on")

    def test_05_the_page_goes_on_by_itself(self):
        self.authors_decide("accepted")
        self.says_no_more("Your request for access waits", LOOKS_AGAIN)
        files = a11y.find(self.window, "Files", "tree", 20)
        a11y.row_of(files, "config.json", timeout=20)
        a11y.wait(self.can_download, why="nothing can be downloaded")
        self.assertFalse(a11y.find_all(self.window, lambda name: "gated:" in name))

    def test_06_what_is_refused_meanwhile_is_said(self):
        self.authors_decide("pending")
        files = a11y.find(self.window, "Files", "tree")
        a11y.click(a11y.cell(files, a11y.row_of(files, "config.json")))
        a11y.wait(lambda: a11y.find_all(self.window, lambda name: name.startswith("1 file")),
                  why="the plan does not speak of one file")
        self.press("Download")
        self.says("Your request for access waits for the authors.")
        self.assertFalse(self.cached())

    def test_07_the_refused_download_goes_on_by_itself(self):
        self.authors_decide("accepted")
        a11y.wait(self.cached, LOOKS_AGAIN, "config.json did not arrive in the cache")
        self.says_no_more("Your request for access waits", 20)
        a11y.wait(self.can_download, 20, why="nothing can be downloaded")

    def test_08_huggingface_hub_reads_it_with_the_same_token(self):
        clients = pathlib.Path(os.environ.get("HUBDECK_INTEROP_CLIENTS", "nowhere"))
        if not (clients / "huggingface_hub.installed").exists():
            self.skipTest("huggingface_hub is not installed")
        script = ("import huggingface_hub, sys; token = sys.stdin.read(); "
                  f"print(open(huggingface_hub.hf_hub_download({REPO!r}, 'vocab.json', token=token)).read())")
        done = subprocess.run([clients / "venv/bin/python", "-c", script], input=BOB, capture_output=True, text=True,
                              env=self.environment | {"HF_HUB_CACHE": str(self.folder / "other-cache")}, timeout=120)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(json.loads(done.stdout))
        self.assertTrue(list((self.folder / "other-cache").glob("models--demo--gated-manual/snapshots/*/vocab.json")))


if __name__ == "__main__":
    # Debian's pyatspi uses what its libatspi calls deprecated, and says so at each step.
    unittest.main(argv=sys.argv[:1], failfast=True, verbosity=2, warnings="ignore")
