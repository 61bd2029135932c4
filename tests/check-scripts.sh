#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Every shell script of the project is one that bash can read and that shellcheck has nothing to say about.
set -euo pipefail

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/.." && pwd)
command -v shellcheck >/dev/null || {
    echo "skipped: shellcheck is not installed"
    exit 77
}

mapfile -d '' scripts < <(find "$root/.ci/run" "$root/installer" "$root/tests" -type f \
    \( -name '*.sh' -o -name run -o -name AppRun \) -print0)
for script in "${scripts[@]}"; do
    bash -n "$script"
done
shellcheck --external-sources --source-path=SCRIPTDIR "${scripts[@]}"
