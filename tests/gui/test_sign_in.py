#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""test_sign_in.py HUBDECK LOCALHUB CLI: signing in through the real window, by accessible names, with a real keychain.

It is run on a desktop of its own that has an open keyring:
desktop-session.sh ../accounts/keyring-session.sh unlocked test_sign_in.py HUBDECK LOCALHUB CLI.
"""

import base64
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest
import urllib.parse
import urllib.request

import a11y
import pyatspi
import programs

HUBDECK, LOCALHUB, CLI = sys.argv[1:4]
ALICE = "hf_made_up_for_alice"
BOB = "hf_made_up_for_bob"
ENDED = "hf_made_up_and_ended"
SERVICE = "org.hubdeck.Hubdeck"


class SignIn(programs.TestWithPrograms):
    """One test a step; they build on each other, in the order of their names."""

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="hubdeck-gui-")))
        cls.hub = cls.start([LOCALHUB, "--data", cls.folder / "hub", "--seed", "demo",
                             "--user", f"alice:{ALICE}:write:demo", "--user", f"bob:{BOB}:read",
                             "--token", f"alice:{ENDED}:read;expires=2001-01-01", "--oauth-interval", "1"],
                            stdout=subprocess.PIPE)
        cls.endpoint = cls.hub.stdout.readline().split()[1]
        home = cls.folder / "home"
        home.mkdir()
        cls.log = cls.folder / "log"
        # The keyring is this session's, wherever the home is.
        cls.environment = programs.surroundings(
            home, HF_ENDPOINT=cls.endpoint, HF_DEVICE_CODE_OAUTH_CLIENT_ID="made-up-client", QT_LOGGING_RULES="*=true",
            QT_ASSUME_STDERR_HAS_CONSOLE="1")
        cls.hubdeck = cls.start([HUBDECK, "demo/private"], env=cls.environment,
                                stderr=cls.enterClassContext(cls.log.open("w")))
        cls.window = a11y.application("hubdeck")
        a11y.active_window(cls.window)

    def control(self, name, role=None, timeout=10):
        return a11y.find(self.window, name, role, timeout)

    def says(self, words, timeout=10):
        a11y.wait(lambda: a11y.find_all(self.window, lambda name: words in name), timeout,
                  lambda: f"nothing says {words!r}; there are: {[n.name for n in a11y.find_all(self.window) if n.name]}")

    def dialog(self):
        return self.control("Sign in", "dialog")

    def in_dialog(self, name, role=None):
        return a11y.find(self.dialog(), name, role)

    def show_tab(self, name):
        a11y.act(self.in_dialog(name, "page tab"), "Press", "SetFocus")

    def paste(self, token):
        a11y.set_text(self.in_dialog("Access token"), token)

    def lists_private_files(self):
        files = self.control("Files", "tree", 20)
        a11y.row_of(files, "model.json", timeout=20)

    def keychain(self, account):
        """What secret-tool, a program of its own, finds there."""
        found = subprocess.run(["secret-tool", "lookup", "server", SERVICE, "user", f"{account}@{self.endpoint}"],
                               capture_output=True, text=True, timeout=20)
        return base64.b64decode(found.stdout).decode()

    def account_menu(self, *keys):
        """Opens the account's menu by keys, and chooses with keys: Qt shows assistive tools no menu but the focused."""
        account = a11y.wait(lambda: a11y.find_all(self.window, lambda name: name.startswith("Account: ")),
                            why="the status line has no account")[0]
        account.queryComponent().grabFocus()
        a11y.wait(lambda: a11y.has(account, pyatspi.STATE_FOCUSED), why="the account cannot have the keyboard")
        for key in ("space", *keys, "Return"):
            a11y.type_key(key)

    def test_01_what_is_private_asks_to_sign_in(self):
        self.says("sign in to see it")
        buttons = a11y.wait(lambda: a11y.find_all(self.window, "Sign in", "push button"), why="no button")
        a11y.press(buttons[0])
        self.dialog()

    def test_02_a_wrong_token_is_said_to_be_wrong(self):
        self.show_tab("With a token")
        self.paste("hf_made_up_and_wrong")
        self.says("The Hub does not know this token")

    def test_03_an_ended_token_is_said_to_be_so(self):
        self.paste(ENDED)
        self.says("The Hub does not know this token")

    def test_04_a_text_that_is_no_token_is_not_sent(self):
        self.paste("no token at all")
        self.says("This is no access token.")

    def test_05_a_token_is_shown_with_whose_it_is(self):
        self.paste(ALICE)
        self.says("alice, Write token")

    def test_06_signing_in_shows_what_was_private(self):
        a11y.press(self.in_dialog("Sign in", "push button"))
        a11y.gone(self.window, "Sign in", "dialog")
        self.lists_private_files()
        self.says("Account: alice")

    def test_07_the_keychain_has_the_token_and_nobody_else(self):
        self.assertIn(ALICE, self.keychain("alice"))
        self.assert_nowhere(ALICE)

    def test_08_the_command_line_uses_the_same_account(self):
        done = subprocess.run([CLI, "whoami"], env=self.environment, capture_output=True, text=True, timeout=60)
        self.assertEqual((done.returncode, done.stdout.splitlines()[0]), (0, "alice"), done.stderr)
        self.assertNotIn(ALICE, done.stdout + done.stderr)

    def test_09_another_account_sees_what_it_may_see(self):
        self.account_menu("Up", "Up")
        self.show_tab("With a token")
        self.paste(BOB)
        self.says("bob, Read token")
        a11y.press(self.in_dialog("Sign in", "push button"))
        a11y.gone(self.window, "Sign in", "dialog")
        self.says("Account: bob")
        self.says("does not exist, or your account may not see it")

    def test_10_changing_back_shows_it_again(self):
        self.account_menu("Down")
        self.says("Account: alice")
        self.lists_private_files()

    def test_11_signing_out_takes_it_out_of_the_keychain(self):
        self.account_menu("Up")
        self.says("Account: bob")
        a11y.wait(lambda: not self.keychain("alice"), why="the keychain has the token still")
        self.account_menu("Up")
        self.says("Account: Not signed in")
        self.says("sign in to see it")

    def test_12_a_browser_signs_in_by_a_code(self):
        a11y.press(a11y.find_all(self.window, "Sign in", "push button")[0])
        self.show_tab("With the browser")
        shown = a11y.wait(lambda: a11y.find_all(self.dialog(), lambda name: name.startswith("Code: ")), 20, "no code")
        code = shown[0].name.removeprefix("Code: ")
        self.says("Waiting for you to approve in the browser")
        # What a person does there.
        form = urllib.parse.urlencode({"user_code": code, "token": ALICE, "decision": "approve"}).encode()
        with urllib.request.urlopen(f"{self.endpoint}/oauth/device/confirm", form, timeout=20) as page:
            self.assertEqual(page.status, 200)
        a11y.gone(self.window, "Sign in", "dialog", 30)
        self.says("Account: alice")
        self.lists_private_files()
        self.assertIn("hf_oauth_", self.keychain("alice"))
        self.assertIn("refreshToken", self.keychain("alice"))

    def test_13_nothing_else_ever_had_a_token(self):
        a11y.type_key("ctrl+q")
        self.assertEqual(self.hubdeck.wait(timeout=30), 0)
        for token in (ALICE, BOB, ENDED, "hf_oauth_"):
            self.assert_nowhere(token)

    def assert_nowhere(self, token):
        """Neither in a file of the program, nor in what it printed with all logging on, nor in its command line."""
        words = token.encode()
        written = {place: place.read_bytes() for place in self.folder.rglob("*")
                   if place.is_file() and self.folder / "hub" not in place.parents}
        self.assertIn(b"demo/private", b"".join(written.values()), "the files of the program are not where it is looked")
        for place, content in written.items():
            self.assertNotIn(words, content, place)
        process = pathlib.Path(f"/proc/{self.hubdeck.pid}")
        for name in ("cmdline", "environ"):
            if process.exists() and os.access(process / name, os.R_OK):
                try:
                    self.assertNotIn(words, (process / name).read_bytes(), name)
                except OSError:  # It may not be looked into: nor may anybody else.
                    pass


if __name__ == "__main__":
    # Debian's pyatspi uses what its libatspi calls deprecated, and says so at each step.
    unittest.main(argv=sys.argv[:1], failfast=True, verbosity=2, warnings="ignore")
