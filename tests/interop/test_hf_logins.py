# SPDX-License-Identifier: Apache-2.0
"""What `hf auth login` left on this computer is the same to Hubdeck as it is to huggingface_hub, before and after one of
them changes it."""

import json
import os
import stat
import subprocess
import unittest

from huggingface_hub import constants
from huggingface_hub.utils import _auth

from support import HF, folder, run

HFLOGINS = os.path.join(os.environ["HUBDECK_TEST_PROGRAMS"], "hflogins")


class HfLogins(unittest.TestCase):
    def setUp(self):
        self.home = folder("home")
        self.active, self.stored = self.home / "token", self.home / "stored_tokens"
        constants.HF_TOKEN_PATH, constants.HF_STORED_TOKENS_PATH = str(self.active), str(self.stored)

    def ours(self):
        return json.loads(run(HFLOGINS, HF_HOME=str(self.home)))

    def our_tokens(self):
        return {login["name"]: login["token"] for login in self.ours() if login["name"]}

    def forget(self, token, code=0):
        done = subprocess.run([HFLOGINS, "forget"], input=token, env=os.environ | {"HF_HOME": str(self.home)},
                              capture_output=True, text=True, timeout=60, check=False)
        self.assertEqual(done.returncode, code, done.stderr)
        return done.stderr

    def hf(self, *arguments):
        return run(HF, *arguments, HF_HOME=str(self.home), HF_TOKEN="")

    def fill(self):
        _auth._save_token("hf_laptop", "laptop-read")
        _auth._save_token("hf_oauth_alice", "oauth-alice", refresh_token="r_alice", expires_at=1790000000)
        _auth._save_token("hf_100%", "gr\u00fc\u00dfe [\U0001f999] = : 100%(x)s")
        _auth._save_token("hf_server", "#1; server")
        _auth._write_secret(self.active, "hf_oauth_alice")

    def test_what_huggingface_hub_wrote_is_read_alike(self):
        self.fill()
        self.assertEqual(self.our_tokens(), _auth.get_stored_tokens())
        first = self.ours()[0]
        self.assertEqual(first, {"name": "oauth-alice", "token": "hf_oauth_alice", "active": True,
                                 "refresh_token": "r_alice", "expires_at": 1790000000})

    def test_one_is_forgotten_and_huggingface_hub_has_the_others(self):
        self.fill()
        before = _auth._read_stored_tokens_full()
        self.forget("hf_laptop")
        del before["laptop-read"]
        self.assertEqual(_auth._read_stored_tokens_full(), before)
        self.assertEqual(stat.S_IMODE(self.stored.stat().st_mode), 0o600)
        self.assertEqual(self.active.read_text(), "hf_oauth_alice")

    def test_the_active_one_is_forgotten_and_hf_is_signed_out(self):
        self.fill()
        self.forget("hf_oauth_alice")
        self.assertNotIn("oauth-alice", _auth.get_stored_tokens())
        self.assertIsNone(_auth._get_token_from_file())
        listed = self.hf("auth", "list")
        self.assertIn("laptop-read", listed)
        self.assertNotIn("oauth-alice", listed)

    def test_hf_switches_to_what_is_left(self):
        self.fill()
        self.forget("hf_oauth_alice")
        self.hf("auth", "switch", "--token-name", "laptop-read")
        self.assertEqual([(login["name"], login["active"]) for login in self.ours()][0], ("laptop-read", True))

    def test_what_hf_logs_out_is_gone(self):
        self.fill()
        self.hf("auth", "logout", "--token-name", "oauth-alice")
        self.assertNotIn("oauth-alice", self.our_tokens())
        self.hf("auth", "logout")
        self.assertEqual(self.ours(), [])

    def test_nothing_is_forgotten_while_huggingface_hub_refreshes(self):
        self.fill()
        before = self.stored.read_bytes()
        with _auth.WeakFileLock(str(self.stored) + ".lock"):
            self.assertTrue(self.forget("hf_laptop", code=1))
            self.assertEqual(self.stored.read_bytes(), before)
        self.forget("hf_laptop")

    def test_files_that_people_wrote_are_read_alike(self):
        for text in (
            "",
            "\n\n",
            "[a]",
            "[a]\nhf_token",
            "[a]\nhf_token =",
            "[a]\nhf_token = hf_1\n\n\n[b]\nhf_token: hf_2\n",
            "  [a]\n  hf_token = hf_1\n  [b]\n  hf_token = hf_2\n",
            "[a]\nx = y\n  hf_token = hf_1\n",
            "[a]\nx = y\n\n  z\nhf_token = hf_1\n",
            "[a]\nhf_token =\n  hf_1\n",
            "[a]\nhf_token =\n# comment\n  hf_1\n",
            "[a]\nHF_TOKEN = hf_1\n",
            "[a]\nhf_token = hf_1\nHF_token = hf_2\n",
            "[a]\nhf_token = hf_1\n[a]\nx = y\n",
            "[DEFAULT]\nhf_token = hf_1\n[a]\n[b]\nhf_token = hf_2\n[DEFAULT]\nx = y\n",
            "[DEFAULT]\nhf_token = hf_1\n[DEFAULT]\nhf_token = hf_2\n[a]\n",
            "[]\nhf_token = hf_1\n",
            "[a\nhf_token = hf_1\n",
            "[a] # first\nhf_token = hf_1\n",
            "[ a ]\nhf_token = hf_1\n",
            "[a]b]\nhf_token = hf_1\n",
            "[a]\n= hf_1\n",
            "[a]\n: hf_1\n",
            "[a]\nhf_token hf_1\n",
            "[a]\nhf_token == hf_1\n",
            "[a]\n;hf_token = hf_0\nhf_token = hf_1\n",
            "[a]\nx = [b]\nhf_token = hf_1\n",
            "[a]\n\thf_token = hf_1\n\t[b]\n\thf_token = hf_2\n",
            "[a]\rhf_token = hf_1\r",
            "[a]\r\nhf_token = hf_1\r\n\r\n[b]\r\nhf_token = hf_2",
            "hf_token = hf_1\n",
            "\ufeff[a]\nhf_token = hf_1\n",
            "[a]\nhf_token = hf_1\n\x00\n",
        ):
            with self.subTest(text):
                self.stored.write_bytes(text.encode())
                tokens = {name: _auth._clean_token(token) for name, token in _auth.get_stored_tokens().items()}
                expected = {name: token for name, token in tokens.items()
                            if token and all(" " < letter < "\x7f" for letter in token)}
                self.assertEqual(self.our_tokens(), expected)
        self.stored.write_bytes("[gr\u00fcn]\nhf_token = hf_1\n".encode("latin-1"))
        self.assertEqual(self.our_tokens(), _auth.get_stored_tokens())


if __name__ == "__main__":
    unittest.main()
