#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""test_killed.py HUBDECK LOCALHUB CLI: one large download whose program is killed again and again.

In turn the window, which goes on by itself, and hubdeck-cli, which is asked for the same file: both are ended by
SIGKILL at random moments. In the end the file is right, and next to nothing was fetched twice. It is run on a desktop
of its own: desktop-session.sh test_killed.py HUBDECK LOCALHUB CLI.

HUBDECK_KILLED_BYTES is the file's size, HUBDECK_KILLED_SEED another course of events, HUBDECK_KILLED_RATE the bytes a
second that a connection carries (0: as many as it can).
"""

import hashlib
import http.client
import json
import os
import pathlib
import random
import signal
import stat
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
import urllib.request

import a11y
import programs

HUBDECK, LOCALHUB, CLI = sys.argv[1:4]
SIZE = int(os.environ.get("HUBDECK_KILLED_BYTES", 300_000_000))
SEED = int(os.environ.get("HUBDECK_KILLED_SEED", 25))
RATE = int(os.environ.get("HUBDECK_KILLED_RATE", 60_000_000))
KILLS = 25
MOST_LOST = 8_000_000  # Bytes that a killed process had read and that are fetched again.
ESTABLISHED = "01"  # In /proc/net/tcp.
REPO = "big/model"
NAME = "weights.bin"


class Killed(programs.TestWithPrograms):
    """The steps build on each other, in the order of their names."""

    @classmethod
    def setUpClass(cls):
        cls.random = random.Random(SEED)
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="hubdeck-killed-")))
        cls.blobs = cls.folder / "cache" / f"models--{REPO.replace('/', '--')}" / "blobs"
        cls.sha256 = cls.make_file()
        cls.part = cls.blobs / f"{cls.sha256}.hubdeck.part"
        cls.hub = cls.start([LOCALHUB, "--data", cls.folder / "hub", "--put", f"models/{REPO}={cls.folder / 'source'}",
                             "--faults"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        cls.endpoint = cls.hub.stdout.readline().split()[1]
        cls.bytes_port = cls.find_bytes_port()
        if RATE:
            cls.ask_hub("faults", "POST", {"rules": [{"server": "cdn", "bytesPerSecond": RATE}]})
        cls.environment = programs.surroundings(cls.folder, HF_ENDPOINT=cls.endpoint,
                                                HF_HUB_CACHE=cls.folder / "cache")
        cls.kills = 0
        cls.killed = None  # How far the part file and what was read had come when somebody was killed the last time.
        cls.lost_of_part = []
        cls.lost_of_read = []

    @classmethod
    def make_file(cls):
        source = cls.folder / "source"
        source.mkdir()
        digest = hashlib.sha256()
        with open(source / NAME, "wb") as file:
            for begin in range(0, SIZE, 1 << 20):
                piece = cls.random.randbytes(min(1 << 20, SIZE - begin))
                digest.update(piece)
                file.write(piece)
        return digest.hexdigest()

    @classmethod
    def ask_hub(cls, what, method="GET", body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{cls.endpoint}/.localhub/{what}", data, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode()

    @classmethod
    def find_bytes_port(cls):
        """The port that serves the bytes of large files."""
        connection = http.client.HTTPConnection(urllib.parse.urlsplit(cls.endpoint).netloc, timeout=30)
        connection.request("HEAD", f"/{REPO}/resolve/main/{NAME}")
        port = urllib.parse.urlsplit(connection.getresponse().headers["Location"]).port
        connection.close()
        return port

    def unread(self):
        """Bytes that the kernel has: sent by the hub, and not read by anybody yet."""
        unread = 0
        for line in pathlib.Path("/proc/net/tcp").read_text(encoding="ascii").splitlines()[1:]:
            _, local, remote, state, queues = line.split()[:5]
            sending, received = (int(queue, 16) for queue in queues.split(":"))
            if state == ESTABLISHED and int(local.split(":")[1], 16) == self.bytes_port:
                unread += sending
            elif state == ESTABLISHED and int(remote.split(":")[1], 16) == self.bytes_port:
                unread += received
        return unread

    def asked_for_bytes(self):
        """The requests for the file's bytes since the log was cleared: (first byte, bytes sent)."""
        asked = []
        for line in self.ask_hub("log").splitlines():
            request = json.loads(line)
            if request["server"] == "cdn" and request["method"] == "GET":
                begin = int(request["range"].removeprefix("bytes=").split("-")[0]) if request["range"] else 0
                asked.append((begin, request["sent"]))
        return asked

    def part_size(self):
        try:
            return self.part.stat().st_size
        except FileNotFoundError:
            return 0

    def run_window(self, *arguments):
        return self.start([HUBDECK, *arguments], env=self.environment)

    def run_cli(self):
        return self.start([CLI, "download", REPO, NAME], env=self.environment, stdout=subprocess.DEVNULL,
                          stderr=subprocess.DEVNULL)

    def kill_on_the_way(self, process, began):
        """Ends the process once it added a random share of what is missing."""
        mean = (SIZE - began) / (KILLS - self.kills + 1)
        goal = min(began + self.random.uniform(0, 2) * mean, SIZE - 2_000_000)
        end = time.monotonic() + 60
        while self.part_size() <= max(goal, began):
            self.assertIsNone(process.poll(), "it ended before it was killed")
            self.assertLess(time.monotonic(), end, f"nothing arrives any more, after {self.part_size()} bytes")
            time.sleep(0.002)
        time.sleep(self.random.uniform(0, 0.02))
        process.send_signal(signal.SIGSTOP)  # So that it can be said what it had read.
        size, unread = self.part_size(), self.unread()
        asked = self.asked_for_bytes()
        process.kill()
        process.wait()
        type(self).kills += 1
        self.assertTrue(asked, "the bytes came from nowhere")
        self.note_lost(asked[0][0])
        begin, sent = asked[-1]
        type(self).killed = size, begin + sent - unread
        self.ask_hub("log", "DELETE")

    def note_lost(self, begin):
        """begin: where the first request after a kill began."""
        if not self.killed:
            return
        size, read = self.killed
        self.lost_of_part.append(size - begin)
        self.lost_of_read.append(read - begin)

    def test_1_the_window_is_killed_first(self):
        type(self).window = self.run_window(f"{self.endpoint}/{REPO}")
        window = a11y.application("hubdeck")
        a11y.active_window(window)
        files = a11y.find(window, "Files", "tree")
        a11y.click(a11y.cell(files, a11y.row_of(files, NAME)))
        download = a11y.find(window, "Download", "push button")
        a11y.wait(lambda: a11y.is_enabled(download), why="nothing can be downloaded")
        a11y.wait(lambda: a11y.find_all(window, lambda name: name.startswith("1 file")),
                  why="the plan does not speak of one file")
        a11y.press(download)
        self.kill_on_the_way(self.window, 0)

    def test_2_both_are_killed_in_turn(self):
        journal = self.folder / "xdg-data" / "hubdeck" / "transfers.sqlite"
        self.assertEqual(stat.S_IMODE(journal.stat().st_mode), 0o600)
        while self.kills < KILLS:
            began = self.part_size()
            process = self.run_cli() if self.kills % 2 else self.run_window()
            self.kill_on_the_way(process, began)

    def test_3_the_window_brings_it_to_its_end(self):
        self.ask_hub("faults", "POST", {"rules": []})
        type(self).window = self.run_window()
        window = a11y.application("hubdeck")
        a11y.active_window(window)
        places = a11y.find(window, "Places", "tree")
        a11y.click(a11y.cell(places, a11y.row_of(places, lambda name: name.startswith("Transfers"))))
        transfers = a11y.find(window, "Transfers", "tree")

        def shown():
            return [[a11y.cell(transfers, row, column).name for column in (0, a11y.columns(transfers) - 1)]
                    for row in range(a11y.rows(transfers))]

        a11y.wait(lambda: shown() == [[REPO, "Finished"]], timeout=120, why=lambda: f"the transfers are {shown()}")
        self.note_lost(self.asked_for_bytes()[0][0])

    def test_4_it_is_right_and_nothing_is_left_over(self):
        self.assertEqual([path.name for path in self.blobs.iterdir()], [self.sha256])
        found, = (self.blobs.parent / "snapshots").glob(f"*/{NAME}")
        with open(found, "rb") as file:
            self.assertEqual(hashlib.file_digest(file, "sha256").hexdigest(), self.sha256)

    def test_5_next_to_nothing_was_fetched_twice(self):
        print(f"\n{SIZE} bytes, seed {SEED}, {self.kills} kills; the next request began at most "
              f"{max(self.lost_of_part)} bytes before the end of the part and {max(self.lost_of_read)} bytes before "
              f"what was read; fetched twice in all: {sum(self.lost_of_read)} bytes", file=sys.stderr)
        self.assertEqual(len(self.lost_of_read), KILLS)
        self.assertLessEqual(max(self.lost_of_part), MOST_LOST)
        self.assertLessEqual(max(self.lost_of_read), MOST_LOST)

    def test_6_a_second_start_leaves_the_queue_to_the_first(self):
        self.assertEqual(self.run_window().wait(timeout=60), 0)
        self.assertIsNone(self.window.poll())

    def test_7_quit(self):
        a11y.active_window(a11y.application("hubdeck"))
        a11y.type_key("ctrl+q")
        self.assertEqual(self.window.wait(timeout=30), 0)


if __name__ == "__main__":
    # Debian's pyatspi uses what its libatspi calls deprecated, and says so at each step.
    unittest.main(argv=sys.argv[:1], failfast=True, verbosity=2, warnings="ignore")
