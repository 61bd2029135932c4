#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# run.sh [--build-only] [-- ARGS]: installs what is missing, builds build/release and opens Hubdeck on its demo Hub.
#
#   --build-only   stops when it is built
#   -- ARGS        starts `hubdeck ARGS` instead of `hubdeck --demo`
#
# Without a display the same window opens under Xvfb, walks through itself and saves a picture of every page in
# $XDG_DATA_HOME/hubdeck/tour (~/.local/share/hubdeck/tour). It exits with the program's code.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
build=$root/build/release

say() { printf 'run.sh: %s\n' "$*"; }

usage() {
    sed -n 's/^# \{0,1\}//; 3,9p' "${BASH_SOURCE[0]}"
    exit "$1"
}

build_it() {
    local options=()
    if command -v ccache >/dev/null; then
        options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
    fi
    say "building $build"
    cmake -S "$root" --preset release "${options[@]}" --log-level=WARNING
    cmake --build "$build"
}

# Starts a display of its own, on the first number that is free, for as long as this script lives.
start_display() {
    scratch=$(mktemp -d)
    trap 'exit 143' TERM
    trap 'exit 130' INT
    trap 'kill "${children[@]}" 2>/dev/null; wait; rm -rf "$scratch"' EXIT
    mkfifo "$scratch/number"
    Xvfb -displayfd 3 -screen 0 1280x900x24 -dpi 96 -nolisten tcp 3>"$scratch/number" 2>"$scratch/log" &
    children+=($!)
    local number
    read -r -t 30 number <"$scratch/number" || {
        cat "$scratch/log" >&2
        exit 1
    }
    export DISPLAY=:$number QT_QPA_PLATFORM=xcb
}

children=()
build_only=false
default=true
arguments=(--demo)
while (($#)); do
    case $1 in
        --build-only) build_only=true ;;
        --) shift; arguments=("$@"); default=false; break ;;
        -h | --help) usage 0 ;;
        *) usage 2 >&2 ;;
    esac
    shift
done

headless=false
[[ -n ${DISPLAY:-} || -n ${WAYLAND_DISPLAY:-} ]] || headless=true

sets=(build run)
if $headless && ! $build_only; then
    sets+=(headless)
fi
"$root/installer/dependencies.sh" "${sets[@]}"
build_it
if $build_only; then
    say "built $build/bin/hubdeck"
    exit 0
fi

if ! $headless; then
    say "starting hubdeck ${arguments[*]}"
    exec "$build/bin/hubdeck" "${arguments[@]}"
fi

# An address that is not absolute does not count, says the XDG specification.
data=${XDG_DATA_HOME:-}
[[ $data == /* ]] || data=$HOME/.local/share
tour=$data/hubdeck/tour
if $default; then
    arguments=(--demo --tour "$tour")
fi
start_display
say "no display here: starting hubdeck ${arguments[*]} under Xvfb"
"$build/bin/hubdeck" "${arguments[@]}" &
children+=($!)
code=0
wait $! || code=$?
if $default; then
    say "cache: $data/hubdeck/demo/cache"
    say "screenshots: $tour"
fi
exit "$code"
