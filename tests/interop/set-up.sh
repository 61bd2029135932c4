#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# set-up.sh DIR: puts the pinned clients of others into DIR, once: a Python venv and node_modules.
#
# What cannot be fetched is left out with one line that says so; the tests that need it are skipped then.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
into=${1:?set-up.sh DIR}
mkdir -p "$into"

say() { printf 'interop: %s\n' "$*"; }

# once NAME PINS COMMAND…: runs COMMAND unless it succeeded before with the same PINS; its output is shown if it fails.
once() {
    local name=$1 pins=$2
    shift 2
    if cmp -s "$pins" "$into/$name.installed"; then
        say "$name is there"
        return
    fi
    say "installing $name"
    rm -f "$into/$name.installed"
    if "$@" >"$into/$name.log" 2>&1; then
        cp "$pins" "$into/$name.installed"
    else
        local why
        why=$(grep -m 1 -E 'ERR|[Ee]rror' "$into/$name.log" | cut -c 1-200)
        say "cannot install $name, so its tests are skipped; $into/$name.log says: ${why:-nothing}"
    fi
}

install_python() {
    # Debian's own: python3 on PATH may be one that lacks its modules.
    /usr/bin/python3 -m venv "$into/venv" &&
        "$into/venv/bin/pip" install --retries 1 --requirement "$here/requirements.txt"
}

install_javascript() {
    cp "$here/package.json" "$into/package.json" &&
        npm install --prefix "$into" --no-audit --no-fund --no-package-lock \
            --fetch-retries 1 --fetch-retry-mintimeout 1000 --fetch-timeout 60000
}

once huggingface_hub "$here/requirements.txt" install_python
once @huggingface-hub "$here/package.json" install_javascript
