#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# run-test.sh CLIENT FILE: runs one test with the client it is about: python, javascript (both installed by set-up.sh,
# else the test is skipped), git, or none.
set -euo pipefail

here=$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")
client=$1
file=$here/$2

skip() {
    echo "skipped: $1"
    exit 77
}

case $client in
    python)
        [[ -e $HUBDECK_INTEROP_CLIENTS/huggingface_hub.installed ]] || skip "huggingface_hub is not installed"
        run=("$HUBDECK_INTEROP_CLIENTS/venv/bin/python" -B "$file")
        ;;
    javascript)
        [[ -e $HUBDECK_INTEROP_CLIENTS/@huggingface-hub.installed ]] || skip "@huggingface/hub is not installed"
        run=(node "$file")
        ;;
    git)
        command -v git-lfs >/dev/null || skip "git-lfs is not installed"
        run=(/usr/bin/python3 -B "$file")
        ;;
    none)
        run=(/usr/bin/python3 -B "$file")
        ;;
    *)
        echo "no such client: $client" >&2
        exit 2
        ;;
esac

exec /usr/bin/python3 -B "$here/localhub.py" "${run[@]}"
