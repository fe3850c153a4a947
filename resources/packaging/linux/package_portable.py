"""``./start package portable``: the folder for a stick, in an archive named by its version."""

import argparse
import lzma
import shutil
import tarfile
import tempfile
from collections.abc import Sequence
from pathlib import Path

from linux_folder import lay_folder
from linux_words import size_of, version
from tree import epoch

FOLDER = "papier-libre"


def main(arguments: Sequence[str]) -> None:
    """Make the folder, and the archive of it."""
    parser = argparse.ArgumentParser(prog="./start package portable", description=__doc__)
    parser.add_argument("--out", type=Path, default=Path("dist"), help="where the file is written")
    parser.add_argument("--folder", type=Path, help="leave the folder there, and make no archive")
    parser.add_argument("--quick", action="store_true", help="compressed less, for tests")
    options = parser.parse_args(arguments)
    if options.folder:
        lay_folder(options.folder, top=True)
        print(f"{options.folder}: {size_of(options.folder)}")
        return
    options.out.mkdir(parents=True, exist_ok=True)
    made = options.out / f"papier-libre-{version()}-linux-x86_64.tar.xz"
    with tempfile.TemporaryDirectory() as work:
        folder = Path(work) / FOLDER
        lay_folder(folder, top=True)
        print(f"{FOLDER}/: {size_of(folder)}")
        archive(folder, made, 0 if options.quick else 9)
    print(f"{made}: {size_of(made)}")


def archive(folder: Path, made: Path, level: int) -> None:
    """Write a folder as a .tar.xz: the same bytes from the same files, whoever builds."""
    now, part = epoch(), made.with_suffix(".part")

    def nobodys(entry: tarfile.TarInfo) -> tarfile.TarInfo:
        entry.uid = entry.gid = 0
        entry.uname = entry.gname = "root"
        entry.mtime = now
        return entry

    with (
        lzma.open(part, "wb", preset=level) as packed,
        tarfile.open(fileobj=packed, mode="w", format=tarfile.GNU_FORMAT) as tar,
    ):
        for path in [folder, *sorted(folder.rglob("*"))]:
            name = f"{FOLDER}/{path.relative_to(folder)}".rstrip("/.")
            tar.add(path, name, recursive=False, filter=nobodys)
    shutil.move(part, made)
