"""The notices of what is shipped, of the wheels' own files and ours; and the list of it all."""

import sys
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath

from bundle_wheels import Pin

import desktop_app

HERE = Path(__file__).parent
sys.path.append(str(HERE.parent / "parts"))
import parts  # noqa: E402
import parts_sbom  # noqa: E402
from parts_read import Part  # noqa: E402

NOTICES = HERE.parents[1] / "notices"
LICENCE = HERE.parents[2] / "LICENSE"
ENGINE = HERE.parent / "engine" / "engine.toml"
QT = "pyside6-essentials"
SAFE = "sqlcipher3"
WORDS = ("licen", "copying", "notice", "authors", "ofl")


@dataclass(frozen=True)
class Shipped:
    """A package that is laid: its pin, the hash of its very wheel, and the texts that it carries.

    Attributes:
        own: it is our engine, whose parts are of our recipe.
    """

    pin: Pin
    sha256: str
    texts: tuple[tuple[str, str], ...]
    own: bool = False


def is_text(place: PurePosixPath) -> bool:
    """Say whether a file of a wheel is a notice."""
    name = place.name.lower()
    told = any(word in name for word in WORDS) and place.suffix.lower() not in (".py", ".pyc")
    return told or ("licenses" in place.parts[1:-1] and ".dist-info" in place.parts[0])


def lay_notices(shipped: Sequence[Shipped], gone: Iterable[str], into: Path) -> None:
    """Write one text a package, and the list of everything (CycloneDX), in the program's data.

    Args:
        shipped: what was laid.
        gone: what is inside wheels, and was left out: ``pillow/libavif``.
        into: the tree.

    Raises:
        ValueError: a package is shipped without its licence.
    """
    found = _parts(shipped, set(gone))
    ours = tomllib.loads((HERE / "notices.toml").read_text("utf-8"))
    folder = into / "desktop_app" / "_data" / "resources" / "notices"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "gpl-3.0.txt").write_bytes(LICENCE.read_bytes())
    for one in shipped:
        name = one.pin.name
        texts = [*one.texts, *((file, _ours(file)) for file in ours.get(name, ()))]
        if not texts:
            raise ValueError(f"{name}: no licence; resources/packaging/bundle/notices.toml")
        inside = [part for part in found if part.package == name and part.known != "package"]
        told = [f"{name} {one.pin.version}", *(f"  {_line(part)}" for part in inside)]
        told += [f"\n--- {title}\n\n{text.strip()}" for title, text in texts]
        (folder / f"{name}.txt").write_text("\n".join(told) + "\n", "utf-8")
    pins = [parts_sbom.Pin(one.pin.name, one.pin.version, (one.sha256,)) for one in shipped]
    bom = parts_sbom.bom(desktop_app.__version__, pins, found, parts.watched())
    (folder / "sbom.json").write_text(bom, "utf-8")


def _ours(file: str) -> str:
    return (NOTICES / file).read_text("utf-8")


def _line(part: Part) -> str:
    return f"{part.name} {part.version} {part.licence}".rstrip()


def _parts(shipped: Sequence[Shipped], gone: set[str]) -> list[Part]:
    """Return what is inside what is shipped, of its own version: Qt's is that of old computers."""
    versions = {one.pin.name: one.pin.version for one in shipped}
    recipe = tomllib.loads(ENGINE.read_text("utf-8"))
    openssl = recipe["openssl"]["file"].split("_")[1].partition(".orig")[0]
    own = {one.pin.name for one in shipped if one.own}
    found = []
    for part in parts.table():
        if part.package not in versions or f"{part.package}/{part.name}" in gone:
            continue
        own_version = versions[part.package].replace("+", "%2B")
        version = part.version
        if part.known == "package" or (part.package, part.name) == (QT, "qt"):
            version = own_version
        elif part.package in own and part.name == "openssl":
            version = openssl
        found.append(replace(part, purl=f"{part.purl.partition('@')[0]}@{version}"))
    return found
