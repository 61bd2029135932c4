# SPDX-License-Identifier: Apache-2.0
"""What the tests here share: names of the demo content, and the surroundings that localhub.py made for them."""

import hashlib
import os
import pathlib
import subprocess
import sys
import tempfile

MODEL = "demo/tiny-llama"
DATASET = "demo/tables"
SPACE = "demo/hello"
MANY_FILES = "demo/many-files"
PRIVATE = "demo/private"
GATED = "demo/gated"
GATED_MANUAL = "demo/gated-manual"

ENDPOINT = os.environ["HF_ENDPOINT"]
OWNER_TOKEN = os.environ["HUBDECK_OWNER_TOKEN"]
GUEST_TOKEN = os.environ["HUBDECK_GUEST_TOKEN"]
MEMBER_TOKEN = os.environ["HUBDECK_MEMBER_TOKEN"]
SCOPELESS_TOKEN = os.environ["HUBDECK_SCOPELESS_TOKEN"]

HUBDECK_CLI = os.path.join(os.environ["HUBDECK_BIN"], "hubdeck-cli")
HF = os.path.join(os.path.dirname(sys.executable), "hf")


def folder(name="folder"):
    """A new empty folder."""
    return pathlib.Path(tempfile.mkdtemp(prefix=f"{name}-", dir=os.environ["HUBDECK_SCRATCH"]))


def run(*command, code=0, cwd=None, **variables):
    """Runs a program to its end and gives its output; another exit code than that one fails the test."""
    done = subprocess.run(
        command, env=os.environ | variables, cwd=cwd, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode != code:
        words = " ".join(map(str, command))
        raise AssertionError(f"`{words}` ended with {done.returncode}, not {code}\n{done.stdout}\n{done.stderr}")
    return done.stdout


def sha256(content):
    return hashlib.sha256(content).hexdigest()


def git_blob_id(content):
    return hashlib.sha1(b"blob %d\0" % len(content) + content).hexdigest()


def requests_for_content():
    """What localhub's log has of files that somebody fetched."""
    log = pathlib.Path(os.environ["HUBDECK_SCRATCH"], "localhub.log").read_text(encoding="utf-8")
    return [line for line in log.splitlines() if " GET " in line and ("/resolve" in line or " /lfs/" in line)]
