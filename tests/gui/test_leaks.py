#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""test_leaks.py HUBDECK LOCALHUB CLI: tokens and signed addresses are nowhere but where they belong.

Window and command line run with a token and with all their logging through what succeeds, what fails and what crashes.
Then everything is searched that they wrote, printed, showed, copied, and handed to other programs. It is run on a
desktop of its own: desktop-session.sh test_leaks.py HUBDECK LOCALHUB CLI.
"""

import base64
import json
import os
import pathlib
import random
import re
import resource
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
REPO = "big/model"
# Not of the form that the Hub's own tokens have: a mirror's may be anything. It looks different in each encoding.
TOKEN = "mirror+Leak/Proof=9f3XqZt7"
SIGNATURE = "5ignedByTheStorage+8mVw/Q=="  # In addresses that the hub leads to, beside its real ones.
ASTRAY = f"X-Amz-Signature={urllib.parse.quote(SIGNATURE, safe='')}&Policy=open"
ECHO = f"No {TOKEN}, no Bearer {TOKEN}, for http://127.0.0.1/lfs/x?{ASTRAY} or /lfs/x?{ASTRAY}"

# What goes wrong with a file of that name, and the exit code of a download of it alone.
CASES = {
    "good.bin": ([], 0),
    "expired.bin": ([{"server": "cdn", "expired": True}], 1),
    "refused.bin": ([{"server": "hub", "status": 401, "body": {"error": ECHO}}], 3),
    "gated.bin": ([{"server": "hub", "status": 403, "body": {"error": ECHO},
                    "headers": {"X-Error-Code": "GatedRepo", "X-Error-Message": ECHO, "X-Request-Id": ECHO}}], 5),
    "odd.bin": ([{"server": "hub", "status": 418, "body": ECHO,
                  "headers": {"X-Error-Code": ECHO, "X-Error-Message": ECHO, "Content-Type": "text/plain"}}], 1),
    "missing.bin": ([{"server": "hub", "missing": True}], 4),
    "loop.bin": ([{"server": "hub", "redirect": f"/{REPO}/resolve/main/loop.bin?{ASTRAY}"}], 1),
    "circle.bin": ([{"server": "cdn", "redirect": "self"}], 1),
    "astray.bin": ([{"server": "hub", "method": "GET", "redirect": f"http://127.0.0.1:1/lfs/x?{ASTRAY}"}], 6),
    "wrong.bin": ([{"server": "cdn", "wrongByteAt": 7}], 8),
    "named.bin": ([{"server": "hub", "etag": TOKEN}], 1),
}
# Those that are tried again and again, for half a minute.
SLOW = ("expired.bin", "astray.bin")
STALLED = "stalled.bin"
LARGE = "large.bin"


def forms(secret):
    """What a secret may look like, by what the form is called."""
    plain = secret.encode()
    found = {"plain": plain, "UTF-16": secret.encode("utf-16-le"), "hexadecimal": plain.hex().encode(),
             "percent": urllib.parse.quote(secret, safe="").encode(),
             "percent throughout": "".join(f"%{byte:02X}" for byte in plain).encode(), "JSON": json.dumps(secret)[1:-1]
             .replace("/", "\\/").encode()}
    for shift in range(3):  # Where in the text of three bytes to four letters it begins.
        for name, encode in (("base64", base64.b64encode), ("base64 for addresses", base64.urlsafe_b64encode)):
            letters = encode(b"\0" * shift + plain)
            # The letters at both ends hold bits of what stands beside it.
            found[f"{name}, {shift}"] = letters[(0, 2, 3)[shift]:len(letters) // 4 * 4 - 4]
    return found


SECRETS = ([(f"the token, {name}", form) for name, form in forms(TOKEN).items()]
           + [(f"a signature, {name}", form) for name, form in forms(SIGNATURE).items()])
SIGNED = re.compile(rb"(Signature|Policy|Expires)(=|%3D)", re.IGNORECASE)


def leaks(content):
    """The names of what is in these bytes and should not be."""
    lower = content.lower()
    found = [name for name, form in SECRETS
             if (form in content if "base64" in name else form.lower() in lower)]
    signed = SIGNED.search(content) or SIGNED.search(content.replace(b"\0", b""))
    return found + ([f"a signed address: {signed.group(0).decode()}"] if signed else [])


def read(path):
    """Of a process that may end at any moment."""
    try:
        return pathlib.Path(path).read_bytes()
    except OSError:
        return b""


def children(pid):
    found = set()
    for stat_file in pathlib.Path("/proc").glob("[0-9]*/stat"):
        fields = read(stat_file).rpartition(b")")[2].split()
        if len(fields) > 1 and int(fields[1]) == pid:
            found.add(int(stat_file.parent.name))
    return found


def leave_cores():
    """In the programs before they are themselves: that no core is written must be their own doing."""
    most = resource.getrlimit(resource.RLIMIT_CORE)[1]
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))


def shown_by(program):
    """All that an assistive tool could read out."""
    texts = []
    for node in a11y.walk(program):
        try:
            texts += [node.name, node.description]
            if node.getRole() in a11y.TABLES:
                cells = [a11y.cell(node, row, column) for row in range(min(a11y.rows(node), 100))
                         for column in range(a11y.columns(node))]
                texts += [text for cell in cells for text in (cell.name, cell.description)]
            elif "Text" in node.get_interfaces():
                texts.append(a11y.text(node))
        except Exception:  # As in a11y.find_all(): an element that goes away meanwhile.
            pass
    return "\n".join(filter(None, texts))


class Leaks(programs.TestWithPrograms):
    """The steps build on each other, in the order of their names."""

    maxDiff = None

    @classmethod
    def setUpClass(cls):
        cls.folder = pathlib.Path(cls.enterClassContext(tempfile.TemporaryDirectory(prefix="hubdeck-leaks-")))
        cls.home = cls.folder / "home"  # Everything in it is searched.
        cls.printed = cls.home / "printed"
        cls.printed.mkdir(parents=True)
        cls.seen = {}  # What was read from elsewhere, by where.
        source = cls.folder / "source"
        source.mkdir()
        noise = random.Random(4)
        for name in [*CASES, STALLED]:
            (source / name).write_bytes(noise.randbytes(300_000))
        (source / LARGE).write_bytes(noise.randbytes(30_000_000))
        (source / "README.md").write_text("# A model\n", encoding="utf-8")
        cls.hub = cls.start([LOCALHUB, "--data", cls.folder / "hub", "--put", f"models/{REPO}={source}", "--user",
                             f"ada:{TOKEN}", "--faults"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        cls.endpoint = cls.hub.stdout.readline().split()[1]
        cls.make_browser()
        # Qt's own network categories log, too: what we hand to Qt must not come out there.
        cls.environment = programs.surroundings(
            cls.home, HF_ENDPOINT=cls.endpoint, HF_TOKEN=TOKEN, HUGGING_FACE_HUB_TOKEN=TOKEN,
            PATH=f"{cls.folder / 'bin'}:{os.environ['PATH']}",
            QT_LOGGING_RULES="*=true;qt.*=false;qt.network*=true")

    @classmethod
    def make_browser(cls):
        """What the window hands web pages to: it notes what it was given."""
        browser = cls.folder / "bin" / "xdg-open"
        browser.parent.mkdir()
        opened = cls.home / "opened"
        browser.write_text(f'#!/bin/sh\n{{ echo "$@"; cat /proc/$$/environ; }} >"{opened}.part"\n'
                           f'mv "{opened}.part" "{opened}"\n', encoding="utf-8")
        browser.chmod(0o755)

    @classmethod
    def run_program(cls, name, command, **variables):
        """What it prints goes to a file of that name."""
        with open(cls.printed / name, "wb") as printed:
            process = cls.start(command, env=cls.environment | variables, cwd=cls.home, stdin=subprocess.DEVNULL,
                                stdout=printed, stderr=printed, preexec_fn=leave_cores)
        # Before it is the program, it is a copy of this one.
        line = pathlib.Path(f"/proc/{process.pid}/cmdline")
        a11y.wait(lambda: process.poll() is not None or str(command[0]).encode() in read(line))
        cls.seen[f"the command line of {name}"] = read(line)
        return process

    def ask_hub(self, what, method="GET", body=None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(f"{self.endpoint}/.localhub/{what}", data, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return answer.read().decode()

    def set_faults(self):
        rules = []
        for name, faults in [*((name, faults) for name, (faults, _) in CASES.items()),
                             (STALLED, [{"server": "cdn", "stallAfter": 1000}]),
                             (LARGE, [{"server": "cdn", "bytesPerSecond": 2_000_000}])]:
            for fault in faults:
                path = self.storage_path(name) if fault["server"] == "cdn" else f"/{REPO}/resolve/*/{name}"
                rules.append(fault | {"path": path})
        rules.append({"server": "hub", "path": "/api/models/echo/*", "status": 403, "body": {"error": ECHO},
                      "headers": {"X-Error-Message": ECHO}})
        self.ask_hub("faults", "POST", {"rules": rules})

    def storage_path(self, name):
        request = urllib.request.Request(f"{self.endpoint}/{REPO}/raw/main/{name}")
        with urllib.request.urlopen(request, timeout=30) as answer:
            return f"/lfs/{re.search(r'sha256:([0-9a-f]{64})', answer.read().decode()).group(1)}"

    def show(self, what, program):
        text = shown_by(program)
        self.seen[f"what the window shows: {what}"] = text.encode()
        return text

    def open_link(self, program, link):
        a11y.type_key("ctrl+l")
        location = a11y.find(program, "Location", "text")
        a11y.set_text(location, link)
        location.queryComponent().grabFocus()
        a11y.type_key("Return")

    def pasted(self, program):
        """What the clipboard holds."""
        a11y.type_key("ctrl+l")
        location = a11y.find(program, "Location", "text")
        a11y.set_text(location, "")
        location.queryComponent().grabFocus()
        a11y.type_key("ctrl+v")
        text = a11y.wait(lambda: a11y.text(location), why="nothing was copied")
        a11y.type_key("Escape")
        return text

    def expect_no_core(self, process):
        """Of a process that runs: nothing of it would be written if it crashed now. Then it crashes."""
        limits = read(f"/proc/{process.pid}/limits").decode()
        self.assertRegex(limits, r"Max core file size +0 +0 ")
        process.send_signal(signal.SIGSEGV)
        self.assertNotEqual(process.wait(timeout=30), 0)

    def test_0_what_is_there_is_found(self):
        for name, form in SECRETS:
            self.assertTrue(leaks(b"some " + form + b" text"), name)
        for shift in range(3):
            self.assertTrue(leaks(base64.b64encode(b"x" * shift + TOKEN.encode() + b" and more")))
        self.assertTrue(leaks("http://127.0.0.1/lfs/x?Expires=1&Signature=aa".encode("utf-16-le")))
        self.assertEqual(leaks(b"Signature, Policy and all that Expires"), [])

    def test_1_downloads_on_the_command_line(self):
        self.set_faults()
        type(self).running = {name: self.run_program(f"cli-{name}", [CLI, "download", REPO, name])
                              for name in (STALLED, *SLOW)}
        for name, (_, code) in CASES.items():
            if name not in SLOW:
                process = self.run_program(f"cli-{name}", [CLI, "download", REPO, name])
                self.assertEqual(process.wait(timeout=30), code, f"{name}: {self.said(name)}")
                self.assertRegex(self.said(name), "hubdeck.hub: (GET|HEAD)")
        self.assertIn("no Bearer …", self.said("gated.bin"))  # What the hub said was shown.
        asked = [json.loads(line) for line in self.ask_hub("log").splitlines()]
        self.assertTrue(any(request["token"] for request in asked), "the token was never used")

    def said(self, name):
        return read(self.printed / f"cli-{name}").decode()

    def test_2_the_command_line_crashes(self):
        process = self.run_program("cli-crashed", [CLI, "download", REPO, LARGE])
        a11y.wait(lambda: list(self.home.rglob("*.hubdeck.part")), timeout=20, why="no bytes move")
        self.expect_no_core(process)

    def test_3_the_window_shows_and_copies(self):
        type(self).window = self.run_program("window", [HUBDECK, f"{self.endpoint}/{REPO}"])
        program = a11y.application("hubdeck")
        a11y.active_window(program)
        files = a11y.find(program, "Files", "tree")
        a11y.row_of(files, LARGE)
        self.assertIn("Token of the environment", self.show("files", program))
        a11y.click(a11y.cell(files, a11y.row_of(files, "good.bin")))
        copy = a11y.find(program, "Copy command", "push button")
        a11y.wait(lambda: a11y.is_enabled(copy), why="there is no command to copy")
        a11y.press(copy)
        self.seen["the copied command"] = self.pasted(program).encode()
        self.assertIn(b"hf download", self.seen["the copied command"])
        a11y.type_key("ctrl+shift+c")
        self.seen["the copied link"] = self.pasted(program).encode()
        self.assertIn(b"/big/model/blob/main/", self.seen["the copied link"])
        self.open_link(program, "echo/model")
        details = a11y.find(program, "Details", "push button")
        a11y.press(details)
        a11y.wait(lambda: "no Bearer" in self.show("what the hub refuses", program), why="the hub is not quoted")

    def test_4_the_window_downloads_what_fails(self):
        program = a11y.application("hubdeck")
        # The last of them is still tried again when the window crashes.
        for failed, name in enumerate(("refused.bin", "gated.bin", "odd.bin", "wrong.bin", "expired.bin"), start=1):
            self.open_link(program, f"{self.endpoint}/{REPO}/tree/main")
            a11y.type_key("F5")  # Away with what the last one said.
            a11y.gone(program, "Details")
            files = a11y.find(program, "Files", "tree")
            a11y.click(a11y.cell(files, a11y.row_of(files, name)))
            a11y.find(program, lambda shown: shown.startswith("1 file"))
            download = a11y.find(program, "Download", "push button")
            a11y.wait(lambda: a11y.is_enabled(download), why=f"{name} cannot be downloaded")
            a11y.press(download)
            if name in ("refused.bin", "gated.bin"):  # The window says so at once.
                a11y.press(a11y.find(program, "Details", "push button"))
                a11y.wait(lambda: "HTTP" in self.show(name, program), why=f"{name} has no details")
            a11y.type_key("ctrl+shift+t")
            if name not in SLOW:
                a11y.find(program, f"Failed {failed}", "page tab", timeout=20)
            self.show(f"the transfer of {name}", program)

    def test_5_the_window_crashes(self):
        windows = subprocess.run(["xdotool", "search", "--pid", str(self.window.pid)], check=False, timeout=10,
                                 capture_output=True, text=True).stdout.split()
        self.assertTrue(windows)
        for window in windows:
            properties = subprocess.run(["xprop", "-id", window], check=False, timeout=10, capture_output=True)
            self.seen[f"the properties of window {window}"] = properties.stdout
        self.expect_no_core(self.window)

    def test_6_programs_that_the_window_starts(self):
        browsing = self.run_program("browsing", [HUBDECK], HF_ENDPOINT="https://hub.invalid")
        program = a11y.application("hubdeck")
        a11y.active_window(program)
        a11y.type_key("ctrl+n")
        opened = self.home / "opened"
        a11y.wait(opened.exists, why="no page was opened")
        self.assertTrue(opened.read_bytes().startswith(b"https://hub.invalid/new"), opened.read_bytes())
        self.assertIn(b"HF_HOME=", opened.read_bytes())
        browsing.terminate()
        browsing.wait(timeout=30)

        demo = self.run_program("demo", [HUBDECK, "--demo"])

        def hubs():
            return [pid for pid in children(demo.pid) if b"hubdeck-localhub" in read(f"/proc/{pid}/cmdline")]

        type(self).demo_hub, = a11y.wait(hubs, timeout=30, why="the demo has no hub")
        for what in ("cmdline", "environ"):
            self.seen[f"{what} of the demo's hub"] = read(f"/proc/{self.demo_hub}/{what}")
        self.assertIn(b"XDG_DATA_HOME=", self.seen["environ of the demo's hub"])
        os.kill(self.demo_hub, signal.SIGKILL)  # By itself it would end only once its store is full.
        demo.terminate()
        demo.wait(timeout=30)
        a11y.wait(lambda: not read(f"/proc/{self.demo_hub}/cmdline"), why="the demo's hub is still there")

    def test_7_nothing_is_anywhere(self):
        for name in SLOW:
            self.assertEqual(self.running[name].wait(timeout=60), CASES[name][1], self.said(name))
        path = self.storage_path(STALLED)
        a11y.wait(lambda: self.ask_hub("log").count(path) > 1, timeout=30, why="silence is not noticed")
        self.running[STALLED].send_signal(signal.SIGINT)
        self.assertEqual(self.running[STALLED].wait(timeout=20), 130)
        files = [path for path in self.home.rglob("*") if stat.S_ISREG(path.lstat().st_mode)]
        names = {path.name for path in files}
        self.assertIn("transfers.sqlite", names)
        self.assertEqual([name for name in names if re.match(r"(vg)?core(\.|$)", name)], [], "left by a crash")
        places = self.seen | {str(path): str(path).encode() + b"\0" + path.read_bytes() for path in files}
        found = {where: leaks(content) for where, content in places.items()}
        self.assertEqual({where: what for where, what in found.items() if what}, {})


if __name__ == "__main__":
    # Debian's pyatspi uses what its libatspi calls deprecated, and says so at each step.
    unittest.main(argv=sys.argv[:1], failfast=True, verbosity=2, warnings="ignore")
