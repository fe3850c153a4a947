"""``./start package``: what people download, made from this checkout.

./start package windows [--out DIR]   the folder, the .zip and the installers for Windows
./start package deb [--out DIR]       the package for Debian
./start package portable [--out DIR]  the folder for a stick
./start package sizes [TREE]          every megabyte of what they hold, by name
./start package release DIR [--key F] sums of what is published, and its signatures
"""

import importlib
import sys
from collections.abc import Sequence
from pathlib import Path

HERE = Path(__file__).parent
KINDS = {
    "windows": "package_windows",
    "deb": "package_deb",
    "portable": "package_portable",
    "sizes": "bundle_sizes",
    "release": "bundle_release",
}
"""What can be asked -> the module, in a folder of this one, whose ``main`` takes the rest."""
FOLDERS = ("bundle", "windows", "linux", "parts", "engine")


def main(arguments: Sequence[str]) -> None:
    """Call what is asked; each kind reads its own arguments, and tells them by ``--help``."""
    for folder in FOLDERS:
        sys.path.append(str(HERE / folder))
    kind, rest = (arguments[0], arguments[1:]) if arguments else ("--help", [])
    if kind not in KINDS:
        print(__doc__)
        sys.exit(0 if kind in ("-h", "--help") else 2)
    importlib.import_module(KINDS[kind]).main(rest)


if __name__ == "__main__":
    main(sys.argv[1:])
