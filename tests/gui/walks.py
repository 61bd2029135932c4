# SPDX-License-Identifier: Apache-2.0
"""What an assistive tool needs of each page, whatever it is for: walks over all that is shown in a window."""

import collections

import a11y
import pyatspi

# What can have the keyboard, or can be pressed, and is one of these: its role says what one can do with it.
ROLES = {
    pyatspi.ROLE_CHART, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_IMAGE, pyatspi.ROLE_LABEL,
    pyatspi.ROLE_LINK, pyatspi.ROLE_LIST, pyatspi.ROLE_MENU_ITEM, pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_PAGE_TAB_LIST,
    pyatspi.ROLE_PANEL, pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_SCROLL_BAR,
    pyatspi.ROLE_SPIN_BUTTON, pyatspi.ROLE_TABLE, pyatspi.ROLE_TEXT, pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE,
}
BUTTONS = (pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_CHECK_BOX, pyatspi.ROLE_RADIO_BUTTON)
ROWS = 12  # Of a table, that are read.


def paths(node, path=()):
    """All that is shown below the node, each with the names that lead to it; without the cells of tables."""
    path += (f"{node.getRoleName()} {node.name!r}",)
    yield " > ".join(path), node
    if node.getRole() in a11y.TABLES or a11y.has(node, pyatspi.STATE_MANAGES_DESCENDANTS):
        return
    for child in node:
        if child and a11y.has(child, pyatspi.STATE_SHOWING):
            yield from paths(child, path)


def label_of(node):
    """What a screen reader calls it: Qt tells a box's choice as its name, and what it is as the name of its label."""
    for relation in node.getRelationSet():
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY:
            return relation.getTarget(0).name
    return "" if node.getRole() == pyatspi.ROLE_COMBO_BOX else node.name


def can_be_used(node):
    if a11y.has(node, pyatspi.STATE_FOCUSABLE):
        return True
    try:
        return node.queryAction().nActions > 0
    except NotImplementedError:
        return False


def complaints(root, silent=()):
    """What is wrong with what the window shows, a sentence each.

    In the columns of tables that silent names, cells without a text have nothing to tell.
    """
    found = []
    buttons = collections.defaultdict(list)
    try:
        for path, node in paths(root):
            role = node.getRole()
            if can_be_used(node):
                # A scroll bar is pressed by nobody who hears: what it moves follows the keyboard.
                if not label_of(node).strip() and role != pyatspi.ROLE_SCROLL_BAR:
                    found.append(f"{path}: it can be used, and has no name")
                if role not in ROLES:
                    found.append(f"{path}: it can be used, and its role does not say how")
            if "<" in node.description:
                found.append(f"{path}: its description is markup: {node.description}")
            # The status bar, which is said with what is in it, may offer what the page does.
            if role in BUTTONS and node.name and "status bar" not in path:
                buttons[node.name].append(path)
            if role in a11y.TABLES:
                found += silent_cells(path, node, silent)
    except Exception as problem:  # It went away while it was looked at: another look will tell.
        found.append(f"{root.name}: changes under the hand: {problem}")
    found += ["Several buttons have the same name: " + "; ".join(same) for same in buttons.values() if len(same) > 1]
    return found


def silent_cells(path, node, silent):
    try:
        table = node.queryTable()
    except NotImplementedError:  # The list of a combo box.
        return []
    found = []
    if table.nRows and not node.name:
        found.append(f"{path}: a table without a name")
    for column in range(table.nColumns):
        head = table.getColumnHeader(column)
        name = head.name if head else ""
        if table.nColumns > 1 and not name:
            found.append(f"{path}: its column {column} has no head")
        if name in silent:
            continue
        for row in range(min(table.nRows, ROWS)):
            cell = table.getAccessibleAt(row, column)
            if not cell or not cell.name.strip():
                found.append(f"{path}: no text in row {row}, column {name or column}")
    return found


def focused(program):
    """What has the keyboard in the program's active window; None where nothing that is shown has it."""
    try:
        for window in program:
            if not window or not a11y.has(window, pyatspi.STATE_ACTIVE):
                continue
            innermost = None
            for _path, node in paths(window):
                # The chosen tab always says that it has the focus, and a viewport says it for its view.
                if node.getRole() in (pyatspi.ROLE_PAGE_TAB, pyatspi.ROLE_FILLER, pyatspi.ROLE_FRAME):
                    continue
                if a11y.has(node, pyatspi.STATE_FOCUSED):
                    innermost = node  # Who hands the keyboard on to a part says that it has it, too.
            return innermost
    except Exception:  # What pyatspi raises when an element goes away while it is looked at is not one class.
        pass
    return None


def current_cell(table):
    """The cell of a table on which the keyboard stands."""
    grid = table.queryTable()
    for row in range(grid.nRows):
        for column in range(grid.nColumns):
            cell = grid.getAccessibleAt(row, column)
            if cell and a11y.has(cell, pyatspi.STATE_FOCUSED):
                return cell
    return None
