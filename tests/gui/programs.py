# SPDX-License-Identifier: Apache-2.0
"""Programs that a test case starts, each in surroundings of its own, and ends."""

import os
import signal
import subprocess
import unittest


def surroundings(home, **variables):
    """The environment of a user whose home is the folder home, who has no account and no proxy, and variables."""
    others = {name: value for name, value in os.environ.items() if not name.startswith(("HF_", "HUGGING"))}
    return others | {
        "HF_HOME": str(home / "huggingface"),
        "HOME": str(home),
        "XDG_CACHE_HOME": str(home / "xdg-cache"),
        "XDG_CONFIG_HOME": str(home / "xdg-config"),
        "XDG_DATA_HOME": str(home / "xdg-data"),
        "XDG_STATE_HOME": str(home / "xdg-state"),
        "NO_PROXY": "127.0.0.1",
        "LC_ALL": "C.UTF-8",
    } | {name: str(value) for name, value in variables.items()}


class TestWithPrograms(unittest.TestCase):
    """A test case that ends what it started."""

    @classmethod
    def start(cls, command, **options):
        process = subprocess.Popen(command, **{"text": True} | options)

        def stop():
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

        cls.addClassCleanup(stop)
        return process
