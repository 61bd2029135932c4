# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash disable=SC2034
# What the measurements share: a scratch folder in memory, a Hub to measure against, and runs that take turns.

root=$(cd -- "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/../.." && pwd)
bin=${BIN:-$root/build/release/bin}
runs=${RUNS:-9}
scratch=$(mktemp -d -p "${SCRATCH:-/dev/shm}" hubdeck-bench-XXXXXX)
results=$scratch/results
localhub=
endpoint=

finish() {
    if [[ -n $localhub ]]; then
        kill "$localhub" 2>/dev/null || true
        wait "$localhub" 2>/dev/null || true
    fi
    rm -rf "$scratch"
}
trap finish EXIT
trap 'exit 143' TERM
trap 'exit 130' INT

# Leaves with the code by which ctest knows a skipped test.
need() {
    local program
    for program in "$@"; do
        [[ -x $program ]] || command -v "$program" >/dev/null || {
            echo "skipped: $program is missing" >&2
            exit 77
        }
    done
}

# start_localhub ARGS…: serves on a free port; the address is in $endpoint.
start_localhub() {
    mkfifo "$scratch/serving"
    "$bin/hubdeck-localhub" --data "$scratch/hub" --port 0 "$@" >"$scratch/serving" 2>"$scratch/localhub.log" &
    localhub=$!
    local word
    read -r -t 300 word endpoint <"$scratch/serving" || word=
    [[ $word == serving ]] || {
        cat "$scratch/localhub.log" >&2
        exit 1
    }
}

# measure TABLE NAME COMMAND…: runs COMMAND in an empty folder; adds its seconds, CPU seconds and peak memory (KiB).
measure() {
    local table=$1 name=$2 begin end usage
    shift 2
    rm -rf "$scratch/out"
    mkdir "$scratch/out"
    begin=$EPOCHREALTIME
    (cd "$scratch/out" && exec /usr/bin/time -q -f '%U %S %M' -o "$scratch/usage" "$@" >"$scratch/said" 2>&1) || {
        echo "$name failed:" >&2
        cat "$scratch/said" >&2
        exit 1
    }
    end=$EPOCHREALTIME
    usage=$(<"$scratch/usage")
    printf '%s\t%s\t%s %s %s\n' "$table" "$name" "$begin" "$end" "$usage" >>"$results"
}

# table TABLE REFERENCE: a Markdown table of the best run of each, as ratios to REFERENCE.
table() {
    awk -F'\t' -v table="$1" -v reference="$2" '
        $1 == table {
            split($3, v, " ")
            wall = v[2] - v[1]; cpu = v[3] + v[4]; memory = v[5] / 1024
            if (!($2 in best)) { order[++n] = $2; best[$2] = wall; least[$2] = cpu; peak[$2] = memory }
            if (wall < best[$2]) best[$2] = wall
            if (cpu < least[$2]) least[$2] = cpu
            if (memory > peak[$2]) peak[$2] = memory
        }
        END {
            printf "| | wall | to %s | CPU | to %s | peak memory |\n|---|---|---|---|---|---|\n", reference, reference
            for (i = 1; i <= n; i++) {
                name = order[i]
                printf "| %s | %.2f s | %.2f | %.2f s | %.2f | %.0f MB |\n", name, best[name],
                    best[name] / best[reference], least[name],
                    least[reference] > 0 ? least[name] / least[reference] : 0, peak[name]
            }
        }' "$results"
}
