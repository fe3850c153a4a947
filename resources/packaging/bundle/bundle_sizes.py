"""``./start package sizes``: every megabyte of what packages hold, by name, and the limits.

./start package sizes          lays the tree of both systems, and measures it
./start package sizes TREE     measures a folder: what was laid, or a whole package's
./start package sizes --write  lays both, and renews resources/packaging/SIZES.md
"""

import argparse
import lzma
import sys
import tempfile
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from bundle_rules import Kept, kept
from bundle_wheels import System
from tree import lay

PAGE = Path(__file__).parents[1] / "SIZES.md"
VERSION = (3, 13)
MB = 1_000_000
INSTALLED, PACKED = 200, 70
"""What a person installs and downloads at most, in MB; 180 and 60 are aimed at."""
INTERPRETER = Kept(("python/**",), "Python itself", "the interpreter, of the envelope")
REST = Kept(("**",), "not named", "no line of rules.toml holds it")


@dataclass
class Line:
    """What a group of files takes, in bytes; packed: each way, the group by itself."""

    group: Kept
    files: int = 0
    installed: int = 0
    xz: int = 0
    deflated: int = 0


def main(arguments: Sequence[str]) -> None:
    """Measure a folder, or both systems."""
    parser = argparse.ArgumentParser(prog="./start package sizes", description=__doc__)
    parser.add_argument("tree", type=Path, nargs="?", metavar="TREE")
    parser.add_argument("--write", action="store_true", help="renews SIZES.md")
    parser.add_argument("--python", type=Path, default=Path("python3.13"), help="that compiles")
    options = parser.parse_args(arguments)
    if options.tree:
        lines = measured(options.tree)
        print("\n".join(told(lines)))
        sys.exit(any(line.group is REST for line in lines))
    page = [HEAD]
    systems: tuple[System, ...] = ("linux", "windows")
    for system in systems:
        with tempfile.TemporaryDirectory() as scratch:
            lay(system, options.python, VERSION, Path(scratch, "lib"))
            page += [f"\n## {system.capitalize()}\n", *told(measured(Path(scratch)))]
    print("\n".join(page))
    if options.write:
        PAGE.write_text("\n".join(page) + "\n", "utf-8")


def measured(tree: Path) -> list[Line]:
    """Return what each group of files of a folder takes, the largest first.

    Raises:
        FileNotFoundError: there is no such folder.
    """
    groups: dict[str, list[Path]] = {}
    if not tree.is_dir():
        raise FileNotFoundError(tree)
    lib = tree / "lib" if (tree / "lib").is_dir() else tree
    all_kept = [*kept(), REST]
    for file in sorted(one for one in tree.rglob("*") if one.is_file() and not one.is_symlink()):
        if file.is_relative_to(lib):
            place = PurePosixPath(file.relative_to(lib).as_posix())
            group = next(one for one in all_kept if one.holds(place))
        else:
            group = INTERPRETER
        groups.setdefault(group.name, []).append(file)
    named = {one.name: one for one in [*all_kept, INTERPRETER]}
    lines = [_line(named[name], files) for name, files in groups.items()]
    return sorted(lines, key=lambda line: -line.installed)


def _line(group: Kept, files: Sequence[Path]) -> Line:
    """Measure a group; packed as one stream for .xz, file by file for .zip, as they are."""
    line = Line(group, len(files))
    xz = lzma.LZMACompressor(preset=6)
    for file in files:
        content = file.read_bytes()
        line.installed += len(content)
        line.xz += len(xz.compress(content))
        line.deflated += len(zlib.compress(content, 6))
    line.xz += len(xz.flush())
    return line


def told(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the lines of a table, its sums, and what the limits leave."""
    yield "| MB | .xz | .zip | files | what | why |"
    yield "|---:|---:|---:|---:|---|---|"
    for line in lines:
        sizes = (line.installed, line.xz, line.deflated)
        numbers = " | ".join(f"{size / MB:.1f}" for size in sizes)
        yield f"| {numbers} | {line.files} | {line.group.name} | {line.group.why} |"
    installed = sum(line.installed for line in lines) / MB
    xz, zipped = sum(line.xz for line in lines) / MB, sum(line.deflated for line in lines) / MB
    files = sum(line.files for line in lines)
    yield f"| **{installed:.1f}** | **{xz:.1f}** | **{zipped:.1f}** | {files} | in all | |"
    whole = any(line.group is INTERPRETER for line in lines)
    yield f"\nInstalled {installed:.1f} MB of {INSTALLED}: {_left(INSTALLED - installed)}."
    yield f"Packed {xz:.1f} MB (.xz) of {PACKED}: {_left(PACKED - xz)}; as .zip {zipped:.1f}."
    yield "" if whole else "The interpreter is not counted: the envelope adds it."


def _left(megabytes: float) -> str:
    return f"{megabytes:.1f} left" if megabytes >= 0 else f"{-megabytes:.1f} TOO MANY"


HEAD = f"""# What each megabyte is

Printed by `./start package sizes --write`; do not edit. What is left out, and why, is in
`bundle/rules.toml`. Megabytes are millions of bytes of files. Limits of a whole package, its
interpreter counted: {INSTALLED} installed, {PACKED} downloaded. Reading of pictures: the program
ships no engine and no model; it uses Tesseract where the system has it
(`untrusted/recognisers.py`), so there is no second archive."""
