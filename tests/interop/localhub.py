#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""localhub.py COMMAND…: runs COMMAND beside a Hub on a copy of the demo content, in an environment that hides the
user's: nobody is signed in, nothing was cached, and all that is written goes to a folder that is gone afterwards.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import sys
import tempfile

BIN = pathlib.Path(os.environ["HUBDECK_BIN"])
DEMO_DATA = pathlib.Path(os.environ["HUBDECK_DEMO_DATA"])

# "demo" owns the repositories of the demo content, as an organization for "member"; nobody let "guest" in.
OWNER_TOKEN = "hf_ownerOwnerOwnerOwnerOwnerOwnerOw"
GUEST_TOKEN = "hf_guestGuestGuestGuestGuestGuestGu"
MEMBER_TOKEN = "hf_memberMemberMemberMemberMemberMe"
SCOPELESS_TOKEN = "hf_scopelessScopelessScopelessScop"
USERS = [
    "--user", f"demo:{OWNER_TOKEN}:write", "--user", f"guest:{GUEST_TOKEN}:read",
    "--user", f"member:{MEMBER_TOKEN}:write:demo", "--token", f"member:{SCOPELESS_TOKEN}:fine-grained;name=no-scope",
    # Tokens of a sign-in in the browser are close to their end from the beginning, for huggingface_hub.
    "--oauth-interval", "0.1", "--oauth-token-lifetime", "3600",
]


class LocalHub:
    """hubdeck-localhub on a free port of this computer, from `with` to its end."""

    def __init__(self, data, *arguments):
        self.log = pathlib.Path(data).parent / "localhub.log"
        with self.log.open("w") as log:
            self._process = subprocess.Popen(
                [BIN / "hubdeck-localhub", "--data", data, "--port", "0", *arguments],
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log, text=True,
            )
        line = self._process.stdout.readline()
        if not line.startswith("serving http://"):
            self._process.kill()
            self._process.communicate()
            raise AssertionError(f"hubdeck-localhub said {line!r}:\n{self.log.read_text()}")
        self.url = line.split()[1]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Stops it as a system does. One that does not end cleanly (say, with a sanitizer's report) is a failure."""
        self._process.send_signal(signal.SIGTERM)
        try:
            self._process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.communicate()
        if self._process.returncode != 0:
            raise AssertionError(f"hubdeck-localhub ended with {self._process.returncode}:\n{self.log.read_text()}")


def clean_environment(folder):
    kept = ("PATH", "LANG", "LC_ALL", "TMPDIR", "ASAN_OPTIONS", "LSAN_OPTIONS", "UBSAN_OPTIONS")
    variables = {name: value for name, value in os.environ.items() if name in kept or name.startswith("HUBDECK_")}
    home = folder / "home"
    home.mkdir()
    return variables | {
        "HOME": str(home),
        "HF_HOME": str(home / "huggingface"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "HF_HUB_DISABLE_TELEMETRY": "1",
        "HF_HUB_DISABLE_PROGRESS_BARS": "1",
        "HF_HUB_DISABLE_UPDATE_CHECK": "1",
        "GIT_CONFIG_NOSYSTEM": "1",
        "GIT_TERMINAL_PROMPT": "0",
        "NO_PROXY": "127.0.0.1,localhost",
        "PYTHONDONTWRITEBYTECODE": "1",
    }


def main(command):
    with tempfile.TemporaryDirectory(prefix="hubdeck-interop-") as name:
        folder = pathlib.Path(name)
        data = folder / "data"
        shutil.copytree(DEMO_DATA, data, symlinks=True)
        with LocalHub(data, *USERS) as hub:
            variables = clean_environment(folder) | {
                "HF_ENDPOINT": hub.url,
                "HUBDECK_SCRATCH": name,
                "HUBDECK_OWNER_TOKEN": OWNER_TOKEN,
                "HUBDECK_GUEST_TOKEN": GUEST_TOKEN,
                "HUBDECK_MEMBER_TOKEN": MEMBER_TOKEN,
                "HUBDECK_SCOPELESS_TOKEN": SCOPELESS_TOKEN,
            }
            return subprocess.run(command, env=variables, check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
