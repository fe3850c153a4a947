"""The packages that people download: how large each is, and how soon a folder for a stick starts.

``PAPIER_BENCH_PACKAGES`` names the folder where ``./start package KIND --out`` put them.
"""

import os
import sys
import tarfile
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.bench.bench_start import processor_ms
from tests.bench.frame import Row

PACKED_MB, INSTALLED_MB = 70, 200
KINDS = (".deb", ".zip", ".tar.xz", ".exe", ".msi", ".AppImage")
FOLDER, LAUNCHER = "papier-libre", "papier-libre.sh"


def rows() -> Iterator[Row]:
    where = os.environ.get("PAPIER_BENCH_PACKAGES")
    if not where:
        print("  skipped: PAPIER_BENCH_PACKAGES names no folder of packages")
        return
    for one in sorted(Path(where).iterdir()):
        if one.name.endswith(KINDS):
            size = one.stat().st_size / 1e6
            yield Row(f"{one.name}: packed", size, budget=PACKED_MB, unit="MB")
        if one.name.endswith(".tar.xz"):
            with tempfile.TemporaryDirectory(prefix="clé ") as place:
                yield from _on_a_stick(one, Path(place))


def _on_a_stick(packed: Path, place: Path) -> Iterator[Row]:
    with tarfile.open(packed) as archive:
        archive.extractall(place, filter="tar")
    folder = place / FOLDER
    files = [one for one in folder.rglob("*") if one.is_file() and not one.is_symlink()]
    size = sum(one.stat().st_size for one in files) / 1e6
    yield Row(f"{packed.name}: on the stick", size, budget=INSTALLED_MB, unit="MB")
    own = next(folder.glob("python/bin/python3*"))
    bare, version = processor_ms(
        [[own, "-I", "-c", "pass"], [folder / LAUNCHER, "--version"]], place
    )
    yield Row(f"{packed.name}: --version", version, bare, "its own Python, bare", 2)
    assert own != Path(sys.executable)
