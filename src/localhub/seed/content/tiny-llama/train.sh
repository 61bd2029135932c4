#!/bin/sh
# Trains on one machine; the paths are relative to the repository.
set -eu

steps=${1:-4000}
out=runs/$(date +%Y-%m)

mkdir -p "$out"
python scripts/convert.py --check
torchrun --nproc-per-node 2 train.py \
    --config config.json \
    --tokenizer tokenizer.json \
    --steps "$steps" \
    --learning-rate 3e-4 \
    --warmup 200 \
    --log "$out/metrics.jsonl"
