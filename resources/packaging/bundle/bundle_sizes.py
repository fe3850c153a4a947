"""``./start package sizes``: every megabyte of a tree, by name."""

import argparse
from collections import Counter
from collections.abc import Sequence
from pathlib import Path


def main(arguments: Sequence[str]) -> None:
    """Print the megabytes of each thing that a tree holds, the largest first."""
    parser = argparse.ArgumentParser(prog="./start package sizes", description=__doc__)
    parser.add_argument("tree", type=Path, help="a folder that was laid, or a whole package's")
    options = parser.parse_args(arguments)
    found: Counter[str] = Counter()
    for file in options.tree.rglob("*"):
        if file.is_file() and not file.is_symlink():
            found[file.relative_to(options.tree).parts[0]] += file.stat().st_size
    for name, size in found.most_common():
        print(f"{size / 1e6:8.1f}  {name}")
    print(f"{sum(found.values()) / 1e6:8.1f}  en tout, en Mo")
