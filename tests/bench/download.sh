#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# download.sh: one big file and many small ones from hubdeck-localhub, by hubdeck-cli and by others, side by side.
#
# Prints Markdown tables of the best of RUNS (9) runs, which take turns; everything lies in memory (SCRATCH, /dev/shm).
# BIN (build/release/bin) has the programs, BIG (1000000000) and SMALL (2000) say how many bytes and files. RUNS=3 is
# quick. It fails where a download is wrong, never because one is slow.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"
big=${BIG:-1000000000}
small=${SMALL:-2000}
hf=${HF:-$root/build/interop/venv/bin/hf}

need "$bin/hubdeck-cli" "$bin/hubdeck-localhub" curl openssl aria2c "$hf" /usr/bin/time

mkdir -p "$scratch/big" "$scratch/small"
head -c "$big" /dev/urandom >"$scratch/big/big.bin"
head -c $((small * 4096)) /dev/urandom | (cd "$scratch/small" && split -b 4096 -a 5 -d - file-)
start_localhub --put "models/bench/big=$scratch/big" --put "models/bench/small=$scratch/small"

export HF_ENDPOINT=$endpoint HF_HOME=$scratch/out/home HF_HUB_DISABLE_XET=1 HF_HUB_DISABLE_TELEMETRY=1
export HF_HUB_DISABLE_PROGRESS_BARS=1 HF_HUB_DISABLE_UPDATE_CHECK=1 NO_PROXY=127.0.0.1
unset HF_TOKEN HF_HUB_CACHE HF_TOKEN_PATH

for file in "$scratch"/small/*; do
    address=$endpoint/bench/small/resolve/main/${file##*/}
    printf 'url = "%s"\noutput = "%s"\n' "$address" "${file##*/}" >>"$scratch/curl.config"
    printf '%s\n' "$address" >>"$scratch/addresses"
done

# fetch SOURCE NAME COMMAND…: measures COMMAND, and the first time whether all of SOURCE arrived, wherever it was put.
fetch() {
    measure "$@"
    ((run == 1)) || return 0
    local there
    there=$(find "$scratch/out" -type f -exec openssl dgst -sha256 -r {} + | cut -d' ' -f1 | sort -u)
    if [[ -n $(comm -13 <(printf '%s\n' "$there") "$scratch/$1.digests") ]]; then
        echo "$2: not every file arrived as it is" >&2
        exit 1
    fi
}

for source in big small; do
    find "$scratch/$source" -type f -exec openssl dgst -sha256 -r {} + | cut -d' ' -f1 | sort -u \
        >"$scratch/$source.digests"
done

from=$endpoint/bench/big/resolve/main/big.bin
config=$scratch/curl.config
for ((run = 1; run <= runs; ++run)); do
    # shellcheck disable=SC2016
    {
        fetch big curl curl -sSfL -o big.bin "$from"
        fetch big curl+openssl bash -c 'curl -sSfL -o big.bin "$1" && openssl dgst -sha256 big.bin' _ "$from"
        fetch big 'aria2c -x4' aria2c -q --no-conf -x4 -s4 --file-allocation=none "$from"
        fetch big hubdeck-cli "$bin/hubdeck-cli" download bench/big
        fetch big 'hf download' "$hf" download bench/big

        fetch small 'curl -Z' curl -sSfL --parallel --parallel-max 16 -K "$config"
        fetch small 'curl -Z+openssl' bash -c 'curl -sSfL --parallel --parallel-max 16 -K "$1" &&
            openssl dgst -sha256 -- *' _ "$config"
        fetch small 'aria2c -j16' aria2c -q --no-conf -j16 --file-allocation=none -i "$scratch/addresses"
        fetch small hubdeck-cli "$bin/hubdeck-cli" download bench/small
        fetch small 'hf download' "$hf" download bench/small
    }
done

printf '%s, ' "$(curl --version | head -n 1 | cut -d' ' -f1-2)" "$(openssl version | cut -d' ' -f1-2)" \
    "aria2c $(aria2c --version | head -n 1 | cut -d' ' -f3)" \
    "huggingface_hub $("$hf" version --quiet 2>/dev/null | tail -n 1)" "$("$bin/hubdeck-cli" --version | head -n 1)"
printf '%d processors; the best of %d runs that took turns, peak memory is the highest of them.\n' "$(nproc)" "$runs"
printf '\nOne file of %d bytes:\n\n' "$big"
table big curl
printf '\n%d files of 4 096 bytes:\n\n' "$small"
table small "aria2c -j16"
