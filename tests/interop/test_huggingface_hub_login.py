# SPDX-License-Identifier: Apache-2.0
"""huggingface_hub signs in to localhub in the browser, keeps its token fresh, and gets through gates."""

import configparser
import os
import pathlib
import re
import subprocess
import unittest
import urllib.error
import urllib.parse
import urllib.request

from huggingface_hub import HfApi, get_token
from huggingface_hub.errors import DeviceCodeError, GatedRepoError, HfHubHTTPError
from huggingface_hub.utils import build_hf_headers, get_session
from huggingface_hub.utils._oauth_device import poll_device_token, refresh_access_token, request_device_code

from support import (
    ENDPOINT, GATED, GATED_MANUAL, GUEST_TOKEN, HF, MEMBER_TOKEN, OWNER_TOKEN, PRIVATE, SCOPELESS_TOKEN, folder)

HF_HOME = pathlib.Path(os.environ["HF_HOME"])

owner = HfApi(token=OWNER_TOKEN)
guest = HfApi(token=GUEST_TOKEN)


def decide(page, decision, token=MEMBER_TOKEN):
    """As a person does who opened the page: fills in its form, and presses one of its buttons."""
    with urllib.request.urlopen(page) as answer:
        form = answer.read().decode()
    code = re.search(r'name="user_code"[^>]* value="([^"]+)"', form).group(1)
    target = urllib.parse.urljoin(page, re.search(r'action="([^"]+)"', form).group(1))
    fields = urllib.parse.urlencode({"user_code": code, "token": token, "decision": decision})
    with urllib.request.urlopen(target, fields.encode()) as answer:
        return answer.read().decode()


def sign_in(decision):
    """`hf auth login` in a terminal, the rest in a browser. Answers how it ended and what it said."""
    with subprocess.Popen([HF, "auth", "login", "--force"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, text=True) as process:
        said = ""
        while not (page := re.search(r"http://\S+/oauth/device\?user_code=\S+", said)):
            line = process.stdout.readline()
            if not line:
                raise AssertionError(f"hf auth login named no page: {said}")
            said += line
        decide(page.group(), decision)
        said += process.stdout.read()
    return process.returncode, said


def stored():
    sections = configparser.ConfigParser(interpolation=None)
    sections.read(HF_HOME / "stored_tokens", encoding="utf-8")
    return dict(sections["oauth-member"])


class SignIn(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.code, cls.said = sign_in("approve")
        assert cls.code == 0, cls.said
        cls.first = stored()

    def test_what_is_stored(self):
        self.assertTrue(self.first["hf_token"].startswith("hf_oauth_"))
        self.assertTrue(self.first["refresh_token"])
        self.assertIn("refreshed automatically", self.said)

    def test_it_is_refreshed_before_it_ends(self):
        token = get_token()
        self.assertNotEqual(token, self.first["hf_token"])
        self.assertEqual((HF_HOME / "token").read_text(encoding="utf-8"), token)
        self.assertEqual(stored()["hf_token"], token)
        self.assertNotEqual(stored()["refresh_token"], self.first["refresh_token"])
        self.assertEqual(HfApi().whoami()["name"], "member")

    def test_what_was_refreshed_is_not_refreshed_again(self):
        get_token()
        with self.assertRaises(DeviceCodeError) as raised:
            refresh_access_token(self.first["refresh_token"])
        self.assertEqual(raised.exception.error_code, "invalid_grant")

    def test_whoami(self):
        info = HfApi().whoami()
        self.assertEqual(info["name"], "member")
        self.assertEqual([org["name"] for org in info["orgs"]], ["demo"])
        self.assertNotIn("accessToken", info["auth"])

    def test_reads_what_is_private_of_its_organization(self):
        path = HfApi().hf_hub_download(PRIVATE, "threshold.txt", cache_dir=folder("cache"))
        self.assertEqual(pathlib.Path(path).read_text(encoding="utf-8"), "0.62\n")

    def test_denied(self):
        code, said = sign_in("deny")
        self.assertEqual(code, 1)
        self.assertIn("denied", said)
        self.assertEqual(HfApi().whoami()["name"], "member")  # As before.

    def test_polls_until_somebody_decided(self):
        info = request_device_code()
        waited = []

        def decide_at_the_third():
            waited.append(True)
            if len(waited) == 3:
                decide(info["verification_uri_complete"], "approve")

        self.assertIn("access_token", poll_device_token(info, on_pending=decide_at_the_third))
        self.assertEqual(len(waited), 3)

    def test_a_token_of_nobody_approves_nothing(self):
        info = request_device_code()
        with self.assertRaises(urllib.error.HTTPError) as raised:
            decide(info["verification_uri_complete"], "approve", "hf_nobody")
        self.assertEqual(raised.exception.code, 403)
        raised.exception.close()


class FineGrained(unittest.TestCase):
    api = HfApi(token=SCOPELESS_TOKEN)

    def test_whoami(self):
        token = self.api.whoami()["auth"]["accessToken"]
        self.assertEqual((token["role"], token["displayName"]), ("fineGrained", "no-scope"))
        self.assertFalse(token["fineGrained"]["canReadGatedRepos"])

    def test_without_scope_nothing_private_is_read(self):
        for call in (
            lambda: self.api.model_info(PRIVATE),
            lambda: self.api.auth_check(PRIVATE),
            lambda: self.api.list_repo_files(PRIVATE),
        ):
            with self.assertRaises(HfHubHTTPError) as raised:
                call()
            self.assertEqual(raised.exception.response.status_code, 403)
            self.assertIn("missing permissions: repo.content.read", str(raised.exception))

    def test_nor_what_is_gated(self):
        with self.assertRaises(HfHubHTTPError) as raised:
            self.api.auth_check(GATED)
        self.assertNotIsInstance(raised.exception, GatedRepoError)
        self.assertIn("fine-grained token settings", str(raised.exception))


class Gates(unittest.TestCase):
    def ask(self, repo, **fields):
        """There is no function for it: it is meant for people."""
        answer = get_session().post(
            f"{ENDPOINT}/{repo}/ask-access", data=fields, headers=build_hf_headers(token=GUEST_TOKEN))
        self.assertEqual(answer.status_code, 200)  # After the way back to the repository.

    def read(self, repo):
        guest.auth_check(repo)
        return guest.snapshot_download(repo, cache_dir=folder("cache"))

    def assert_refused(self, repo, message):
        for call in (lambda: guest.auth_check(repo), lambda: self.read(repo)):
            with self.assertRaises(GatedRepoError) as raised:
                call()
            self.assertIn(message, str(raised.exception))

    def test_automatic(self):
        self.assert_refused(GATED, "not in the authorized list")
        self.ask(GATED, Name="Guest")
        self.assertTrue(self.read(GATED))

    def test_manual(self):
        self.assert_refused(GATED_MANUAL, "not in the authorized list")
        question = next(iter(guest.model_info(GATED_MANUAL).card_data.to_dict()["extra_gated_fields"]))
        self.ask(GATED_MANUAL, **{question: "Guest", "unknown": "x"})
        self.assert_refused(GATED_MANUAL, "awaiting a review from the repo authors")

        [request] = owner.list_pending_access_requests(GATED_MANUAL)
        self.assertEqual((request.username, request.fields), ("guest", {question: "Guest"}))
        owner.reject_access_request(GATED_MANUAL, "guest", rejection_reason="Not yet.")
        self.assert_refused(GATED_MANUAL, "has been rejected by the repo's authors")
        self.ask(GATED_MANUAL)
        self.assertIn("guest", [r.username for r in owner.list_rejected_access_requests(GATED_MANUAL)])

        owner.cancel_access_request(GATED_MANUAL, request_id=request.request_id)
        self.assert_refused(GATED_MANUAL, "awaiting a review from the repo authors")
        owner.accept_access_request(GATED_MANUAL, "guest")
        self.assertTrue(self.read(GATED_MANUAL))
        self.assertIn("guest", [r.username for r in owner.list_accepted_access_requests(GATED_MANUAL)])

    def test_granted(self):
        owner.grant_access(GATED_MANUAL, "member")
        with self.assertRaises(HfHubHTTPError):
            owner.grant_access(GATED_MANUAL, "nobody")
        with self.assertRaises(HfHubHTTPError):
            guest.grant_access(GATED_MANUAL, "guest")
        [granted] = [r for r in owner.list_accepted_access_requests(GATED_MANUAL) if r.username == "member"]
        self.assertIsNone(granted.email)


if __name__ == "__main__":
    unittest.main()
