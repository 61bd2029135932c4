"""Joins the shards into one file of halves, as on the branch fp16."""

import argparse
import json
from pathlib import Path

from safetensors.torch import load_file, save_file


def shards(folder: Path) -> list[Path]:
    index = json.loads((folder / "model.safetensors.index.json").read_text())
    return [folder / name for name in sorted(set(index["weight_map"].values()))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path("."))
    parser.add_argument("--check", action="store_true", help="only see whether all shards are there")
    args = parser.parse_args()

    found = shards(args.folder)
    missing = [path for path in found if not path.exists()]
    if missing:
        raise SystemExit(f"missing: {', '.join(map(str, missing))}")
    if args.check:
        return

    tensors = {}
    for path in found:
        tensors.update({name: tensor.half() for name, tensor in load_file(path).items()})
    save_file(tensors, args.folder / "model.safetensors", metadata={"format": "pt"})


if __name__ == "__main__":
    main()
