#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# serve.sh: how fast hubdeck-localhub itself is: small requests a second, and bytes a second of one large file.
#
# BIN (build/release/bin) has the program; RUNS (9) says how often; everything lies in memory (SCRATCH, /dev/shm).
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"
big=${BIG:-2000000000}
requests=${REQUESTS:-20000}

need "$bin/hubdeck-localhub" curl ab /usr/bin/time

mkdir -p "$scratch/repo"
head -c "$big" /dev/urandom >"$scratch/repo/big.bin"
echo '{"model_type": "llama"}' >"$scratch/repo/config.json"
start_localhub --put "models/bench/repo=$scratch/repo"

for ((run = 1; run <= runs; ++run)); do
    measure serve "one large file" curl -sSfL -o /dev/null "$endpoint/bench/repo/resolve/main/big.bin"
    measure serve "resolve" ab -q -k -c 16 -n "$requests" "$endpoint/bench/repo/resolve/main/config.json"
    measure serve "model info" ab -q -k -c 16 -n "$requests" "$endpoint/api/models/bench/repo"
    measure serve "tree" ab -q -k -c 16 -n "$requests" "$endpoint/api/models/bench/repo/tree/main?recursive=true"
done

awk -F'\t' -v big="$big" -v requests="$requests" '
    {
        split($3, v, " ")
        wall = v[2] - v[1]
        if (!($2 in best)) order[++n] = $2
        if (!($2 in best) || wall < best[$2]) best[$2] = wall
    }
    END {
        printf "| | |\n|---|---|\n"
        for (i = 1; i <= n; i++) {
            name = order[i]
            if (name == "one large file") printf "| %s | %.2f GB/s |\n", name, big / best[name] / 1e9
            else printf "| %s | %d requests/s |\n", name, requests / best[name]
        }
    }' "$results"
