#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# tsan.sh [CTEST ARGS]: installs what the tests need, builds the tests of all that has threads in build/dev-tsan (clang,
# TSan) and runs them. One report fails its test.
#
# For example `./tests/tsan.sh -R tst_engine` runs one.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
build=$root/build/dev-tsan
rooms=(core hub local transfer engine)  # Of tests/; the others have no thread of their own.

say() { printf 'tsan.sh: %s\n' "$*"; }

"$root/installer/dependencies.sh" build run test

options=()
if command -v ccache >/dev/null; then
    options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
say "building the tests of ${rooms[*]} in $build"
cmake -S "$root" --preset dev-tsan "${options[@]}" --log-level=WARNING
targets=("${rooms[@]/#/tests/}")
cmake --build "$build" --target "${targets[@]/%//all}"

say "running them"
labels=$(IFS='|' && echo "${rooms[*]}")
ctest --test-dir "$build" --output-on-failure --parallel 2 --label-regex "^($labels)\$" "$@"
