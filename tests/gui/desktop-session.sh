#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# desktop-session.sh COMMAND…: runs COMMAND on a desktop of its own: an X server on a free number, a private D-Bus, a
# window manager, accessibility on. It exits with COMMAND's code and ends all that it started.
set -euo pipefail

# The bus must know the display, since what the bus starts inherits its environment: so the script calls itself again,
# with the display, inside the bus.
inside_the_bus() {
    openbox >/dev/null 2>&1 &
    local window_manager=$! code=0 try
    for ((try = 0; try < 200; ++try)); do
        if xprop -root _NET_SUPPORTING_WM_CHECK 2>/dev/null | grep -q 'window id'; then
            break
        fi
        sleep 0.05
    done
    "$@" || code=$?
    kill "$window_manager" 2>/dev/null || true
    exit "$code"
}

if [[ -n ${HUBDECK_IN_DESKTOP_SESSION:-} ]]; then
    inside_the_bus "$@"
fi

XDG_RUNTIME_DIR=$(mktemp -d)
chmod 700 "$XDG_RUNTIME_DIR"
unset DBUS_SESSION_BUS_ADDRESS WAYLAND_DISPLAY AT_SPI_BUS_ADDRESS XDG_SESSION_TYPE

children=()
trap 'kill "${children[@]}" 2>/dev/null; wait; rm -rf "$XDG_RUNTIME_DIR"' EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

mkfifo "$XDG_RUNTIME_DIR/display"
Xvfb -displayfd 3 -screen 0 1280x900x24 -dpi 96 -nolisten tcp \
    3>"$XDG_RUNTIME_DIR/display" 2>"$XDG_RUNTIME_DIR/xvfb.log" &
children+=($!)
read -r -t 30 number <"$XDG_RUNTIME_DIR/display" || {
    cat "$XDG_RUNTIME_DIR/xvfb.log" >&2
    exit 1
}

export DISPLAY=:$number XDG_RUNTIME_DIR HUBDECK_IN_DESKTOP_SESSION=1
export QT_LINUX_ACCESSIBILITY_ALWAYS_ON=1 QT_QPA_PLATFORM=xcb LC_ALL=C.UTF-8
dbus-run-session -- "$(readlink -f -- "${BASH_SOURCE[0]}")" "$@" 2> >(grep --line-buffered -v 'dbus-daemon\[' >&2) &
children+=($!)
code=0
wait $! || code=$?
exit "$code"
