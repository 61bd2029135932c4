#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# run.sh [CTEST ARGS]: installs what the tests need, builds build/dev-asan (clang, ASan, UBSan) and runs all tests.
#
# For example `./tests/run.sh -R tst_layers` runs one, `./tests/run.sh -LE gui` all but those with the label gui.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
build=$root/build/dev-asan

say() { printf 'run.sh: %s\n' "$*"; }

# Passes ctest's output on; before its summary stands how many of the tests with other people's clients could not run.
with_count_of_skipped() {
    local line ran=0 skipped=0
    while IFS= read -r line || [[ -n $line ]]; do
        if [[ $line =~ ^\ *[0-9]+/[0-9]+\ Test\ +#[0-9]+:\ interop_ ]]; then
            ran=$((ran + 1))
            if [[ $line == *'***Skipped'* ]]; then
                skipped=$((skipped + 1))
            fi
        elif [[ $line =~ ^[0-9]+%\ tests\ passed ]]; then
            printf 'Interop tests skipped: %d of %d\n\n' "$skipped" "$ran"
        fi
        printf '%s\n' "$line"
    done
}

"$root/installer/dependencies.sh" build run test
"$root/tests/interop/set-up.sh" "$root/build/interop"

options=()
if command -v ccache >/dev/null; then
    options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=ccache)
fi
say "building $build"
cmake -S "$root" --preset dev-asan "${options[@]}" --log-level=WARNING
cmake --build "$build"

say "running the tests"
ctest --test-dir "$build" --output-on-failure --parallel 2 "$@" 2>&1 | with_count_of_skipped
