"""``./start parts``: what is in what we ship, for a release and for who must know.

./start parts              what a release looks at, its version, and where its faults are told
./start parts --write      renews resources/packaging/lock/parts.tsv from what is installed
./start parts --sbom FILE  writes the list of everything, as CycloneDX (JSON)
"""

import argparse
import csv
import re
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple
from pathlib import Path

import parts_sbom
from parts_read import Part, read_all
from parts_sbom import Pin

import desktop_app

HERE = Path(__file__).parent
LOCKS = HERE.parent / "lock"
TABLE = LOCKS / "parts.tsv"
SHIPPED = ("runtime", "qt")
ENGINE = "sqlcipher3"


def main(arguments: Sequence[str]) -> None:
    parser = argparse.ArgumentParser(prog="./start parts", description=__doc__)
    parser.add_argument("--write", action="store_true", help="renews parts.tsv")
    parser.add_argument("--sbom", type=Path, metavar="FILE", help="writes the list of everything")
    parser.add_argument("--engine", type=Path, metavar="engine.txt", help="ours (./start engine)")
    options = parser.parse_args(arguments)
    pins = shipped(options.engine)
    if options.write:
        write(read_all(pin.name for pin in pins))
    elif options.sbom:
        parts = _with_engine(pins) if options.engine else table()
        options.sbom.write_text(
            parts_sbom.bom(desktop_app.__version__, pins, parts, watched()), "utf-8"
        )
    else:
        print("\n".join(told(table(), watched())))


def _with_engine(pins: Sequence[Pin]) -> list[Part]:
    """Return what is read here, where our own engine must be installed in its place."""
    parts = read_all(pin.name for pin in pins)
    if not {pin.purl for pin in pins if pin.name == ENGINE} <= {part.purl for part in parts}:
        sys.exit("Ce Python n’a pas le moteur de ce fichier : la liste dirait un autre OpenSSL.")
    return parts


def shipped(engine: Path | None = None) -> list[Pin]:
    """Return every package of the locks that a person receives; ``engine`` takes its own place."""
    texts = [LOCKS / f"{name}.txt" for name in SHIPPED] + ([engine] if engine else [])
    found = {pin.name: pin for text in texts for pin in pins_of(text.read_text("utf-8"))}
    return list(found.values())


def pins_of(lock: str) -> list[Pin]:
    """Return the packages of a lock."""
    blocks = re.split(r"\n(?=[a-z0-9])", lock)
    heads = [(re.match(r"([a-z0-9._-]+)==([^ ;\\]+)", block), block) for block in blocks]
    return [
        Pin(head[1], head[2], tuple(re.findall(r"sha256:([0-9a-f]{64})", block)))
        for head, block in heads
        if head
    ]


def table() -> list[Part]:
    """Return what was read and written down, of the versions of the locks."""
    with TABLE.open(encoding="utf-8", newline="") as opened:
        return [Part(*row) for row in csv.reader(opened, "excel-tab")][1:]


def write(parts: Iterable[Part]) -> None:
    """Write down what was read."""
    with TABLE.open("w", encoding="utf-8", newline="") as opened:
        rows = csv.writer(opened, "excel-tab", lineterminator="\n")
        rows.writerow(("package", "purl", "known", "licence"))
        rows.writerows(astuple(part) for part in sorted(parts))


def watched() -> Mapping[str, Mapping[str, str]]:
    """Return what a release looks at, and where."""
    return tomllib.loads((HERE / "watched.toml").read_text("utf-8"))


def told(parts: Iterable[Part], looked_at: Mapping[str, Mapping[str, str]]) -> list[str]:
    """Return one line for each thing to look at, the packages that carry it named."""
    found = [
        f"{part.name} {part.version} ({part.package}) : {about['reads']}\n    {about['where']}"
        for part in parts
        if not part.purl.startswith("pkg:cargo/") and (about := looked_at.get(part.name))
    ]
    return [
        *found,
        "",
        f"Et les {len({part.package for part in parts})} paquets des listes figées.",
    ]


if __name__ == "__main__":
    main(sys.argv[1:])
