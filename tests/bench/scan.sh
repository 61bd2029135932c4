#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# scan.sh: what lies in a cache of many repositories, listed by hubdeck-cli and by huggingface_hub, side by side.
#
# Prints a Markdown table of the best of RUNS (9) runs, which take turns; the cache lies in memory (SCRATCH, /dev/shm).
# BIN (build/release/bin) has the program; REPOS (1000) and FILES (100, of each) say how large the cache is. It fails
# where the two do not agree, never because one is slow.
set -euo pipefail

# shellcheck source-path=SCRIPTDIR source=common.sh
source "$(dirname -- "$(readlink -f -- "${BASH_SOURCE[0]}")")/common.sh"
repos=${REPOS:-1000}
files=${FILES:-100}
hf=${HF:-$root/build/interop/venv/bin/hf}

need "$bin/hubdeck-cli" "$hf" python3 /usr/bin/time

export HF_HOME=$scratch/home HF_HUB_CACHE=$scratch/cache HF_HUB_OFFLINE=1 HF_HUB_DISABLE_TELEMETRY=1
export HF_HUB_DISABLE_UPDATE_CHECK=1
unset HF_TOKEN HF_TOKEN_PATH

python3 - "$HF_HUB_CACHE" "$repos" "$files" <<'PYTHON'
import hashlib
import os
import sys

cache, repos, files = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
for repo in range(repos):
    folder = os.path.join(cache, f"models--bench--repo-{repo:04}")
    commit = hashlib.sha1(folder.encode()).hexdigest()
    snapshot = os.path.join(folder, "snapshots", commit)
    for made in ("blobs", "refs", f"snapshots/{commit}/onnx"):
        os.makedirs(os.path.join(folder, made))
    with open(os.path.join(folder, "refs", "main"), "w") as ref:
        ref.write(commit)
    for file in range(files):
        etag = hashlib.sha1(f"{repo}/{file}".encode()).hexdigest()
        with open(os.path.join(folder, "blobs", etag), "wb") as blob:
            blob.write(b"x" * (file + 1))
        below = "onnx/" if file % 4 == 0 else ""
        up = "../../../" if below else "../../"
        os.symlink(f"{up}blobs/{etag}", os.path.join(snapshot, f"{below}file-{file:04}.bin"))
PYTHON

"$bin/hubdeck-cli" cache ls --json >"$scratch/ours.json"
"$(dirname -- "$hf")/python" - "$scratch/ours.json" <<'PYTHON'
import json
import sys

from huggingface_hub import scan_cache_dir

ours, theirs = json.load(open(sys.argv[1])), scan_cache_dir()
known = {f"{repo.repo_type}/{repo.repo_id}": (repo.size_on_disk, repo.nb_files) for repo in theirs.repos}
assert {repo["id"]: (repo["bytes"], repo["files"]) for repo in ours["repositories"]} == known
assert ours["bytes"] == theirs.size_on_disk
PYTHON

for ((run = 1; run <= runs; run++)); do
    measure scan "hf cache ls" "$hf" cache ls --limit 5
    measure scan "hubdeck-cli cache ls" "$bin/hubdeck-cli" cache ls
done

echo "huggingface_hub $("$(dirname -- "$hf")/python" -c 'import huggingface_hub as h; print(h.__version__)')," \
    "$("$bin/hubdeck-cli" --version), $(nproc) processors; the best of $runs runs that took turns."
echo
echo "$repos repositories, $((repos * files)) files:"
echo
table scan "hf cache ls"
