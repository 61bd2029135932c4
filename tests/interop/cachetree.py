# SPDX-License-Identifier: Apache-2.0
"""A cache as a value that can be compared: what every name in it is."""

import json
import os
import stat

from support import sha256


def _mode(path):
    return oct(stat.S_IMODE(os.lstat(path).st_mode))


def _file(name, path):
    parts = name.split(os.sep)
    if parts[0] == ".locks":
        return ("lock", _mode(path))
    with open(path, "rb") as file:
        content = file.read()
    if "trees" in parts and name.endswith(".json"):
        # Only Python's own writer makes it unreadable for others; how it is laid out is free.
        return ("tree", json.loads(content))
    if "refs" in parts:
        return ("ref", content)
    return ("file", sha256(content), _mode(path))


def cache_tree(root):
    """Path to kind, bytes and mode; links to their targets as written; folders, too, since empty ones count."""
    found = {}
    for folder, folders, names in os.walk(root):
        for name in folders + names:
            path = os.path.join(folder, name)
            relative = os.path.relpath(path, root)
            if os.path.islink(path):
                found[relative] = ("link", os.readlink(path))
            elif os.path.isdir(path):
                found[relative] = ("folder",)
            else:
                found[relative] = _file(relative, path)
    return found


def contents_on_disk(root):
    """Each regular file with what changes when it is written again."""
    found = {}
    for folder, _, names in os.walk(root):
        for name in names:
            path = os.path.join(folder, name)
            if not os.path.islink(path) and ".locks" not in path.split(os.sep):
                status = os.stat(path)
                found[os.path.relpath(path, root)] = (status.st_ino, status.st_mtime_ns, status.st_size)
    return found
