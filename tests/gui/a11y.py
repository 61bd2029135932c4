# SPDX-License-Identifier: Apache-2.0
"""Drives a program as an assistive tool does: elements are found by their accessible names (AT-SPI).

It needs Debian's own Python, /usr/bin/python3, to which pyatspi belongs.
"""

import subprocess
import time

import pyatspi
from gi.repository import GLib

POLL_SECONDS = 0.05

# Their cells are asked for one by one: a folder of 100 000 entries has 300 000 of them.
TABLES = (pyatspi.ROLE_TABLE, pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_LIST)


def wait(what, timeout=10, why="it never came true"):
    """Asks what() until its answer is true, and gives that answer back."""
    end = time.monotonic() + timeout
    while True:
        answer = what()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(why() if callable(why) else why)
        time.sleep(POLL_SECONDS)


def applications(name):
    """The programs that registered themselves with the accessibility bus under this name."""
    return [candidate for candidate in pyatspi.Registry.getDesktop(0) if candidate and candidate.name == name]


def application(name, timeout=30):
    """The first of them, once there is one."""
    return wait(lambda: applications(name), timeout, f"no application {name} on the accessibility bus")[0]


def active_window(program, timeout=30):
    """The program's window that has the keyboard: before it has, what is typed goes nowhere."""

    def look():
        return [window for window in program if window and has(window, pyatspi.STATE_ACTIVE)]

    try:
        return wait(look, timeout / 2)[0]
    except AssertionError:  # A window manager may take it for one that steals the focus: then somebody clicks on it.
        xdotool("search", "--onlyvisible", "--class", program.name, "windowactivate")
    return wait(look, timeout / 2, f"no window of {program.name} became active")[0]


def walk(node, depth=30):
    """The node and all below it, without the cells of tables."""
    yield node
    if depth == 0 or node.getRole() in TABLES or has(node, pyatspi.STATE_MANAGES_DESCENDANTS):
        return
    for child in node:
        if child:
            yield from walk(child, depth - 1)


def has(node, state):
    return node.getState().contains(state)


def is_enabled(node):
    return has(node, pyatspi.STATE_ENABLED)


def find_all(root, name=None, role=None, showing=True):
    """Elements of that name (or one that satisfies name, where it is a function) and role."""
    found = []
    try:
        for node in walk(root):
            if role is not None and node.getRoleName() != role:
                continue
            if showing and not has(node, pyatspi.STATE_SHOWING):
                continue
            if name is None or (name(node.name) if callable(name) else node.name == name):
                found.append(node)
    except Exception:  # What pyatspi raises when an element goes away while it is looked at is not one class.
        pass
    return found


def find(root, name=None, role=None, timeout=10, showing=True):
    """The first such element, once there is one."""

    def explain():
        there = ", ".join(f"{node.getRoleName()} {node.name!r}" for node in find_all(root))
        return f"no {role or 'element'} named {name!r}; there are: {there}"

    return wait(lambda: find_all(root, name, role, showing), timeout, explain)[0]


def gone(root, name=None, role=None, timeout=10):
    wait(lambda: not find_all(root, name, role), timeout, f"{role or 'element'} named {name!r} is still there")


def act(node, *wanted):
    """Does the first of these actions that the element has."""
    action = node.queryAction()
    names = [action.getName(i) for i in range(action.nActions)]
    for name in wanted:
        if name in names:
            return action.doAction(names.index(name))
    raise AssertionError(f"{node.name}: none of {wanted} among its actions {names}")


def press(node):
    return act(node, "Press", "Toggle", "ShowMenu")


def text(node):
    content = node.queryText()
    return content.getText(0, content.characterCount)


def set_text(node, value):
    if not node.queryEditableText().setTextContents(value):
        raise AssertionError(f"{node.name}: its text cannot be set")


def click(node, button=1, count=1):
    """A real click in the middle of the element, by the X server: for what has no action of its own."""
    box = node.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    x, y = box.x + box.width // 2, box.y + box.height // 2
    xdotool("mousemove", x, y, "click", "--repeat", count, "--delay", 60, button)


def type_key(key):
    """Presses keys by their X names: Return, Escape, ctrl+l…"""
    xdotool("key", "--clearmodifiers", key)


def xdotool(*arguments):
    subprocess.run(["xdotool", *map(str, arguments)], check=True, timeout=10)


class Heard:
    """What the programs tell on the bus while it is listened to, as a screen reader does."""

    def __init__(self, kind):
        self.kind = kind
        self.events = []

    def __enter__(self):
        pyatspi.Registry.registerEventListener(self.events.append, self.kind)
        return self

    def __exit__(self, *_exception):
        pyatspi.Registry.deregisterEventListener(self.events.append, self.kind)

    def wait(self, is_it, timeout=20):
        def look():
            while GLib.MainContext.default().iteration(False):
                pass
            return [event for event in self.events if is_it(event)]

        wait(look, timeout, lambda: f"{self.kind} was not told; heard: {[event.source.name for event in self.events]}")


def rows(table):
    return table.queryTable().nRows


def columns(table):
    return table.queryTable().nColumns


def cell(table, row, column=0):
    return table.queryTable().getAccessibleAt(row, column)


def row_of(table, name, column=0, timeout=10):
    """The row whose cell in that column has this name, or one that satisfies name, where it is a function."""

    def names():
        return [cell(table, row, column).name for row in range(rows(table))]

    def look():
        return [row for row, found in enumerate(names()) if (name(found) if callable(name) else found == name)]

    return wait(look, timeout, lambda: f"no row {name!r} in {table.name}: {names()}")[0]
