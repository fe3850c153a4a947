"""The list of what we ship, as CycloneDX asks: the same bytes for the same locks."""

import json
import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from parts_read import Part

SPEC = "1.6"
NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "papier-libre/sbom")
LICENCE = "GPL-3.0-or-later"
Json = dict[str, Any]
Watched = Mapping[str, Mapping[str, str]]


@dataclass(frozen=True)
class Pin:
    """A package of the locks: its hashes are those of all its files, one of which is installed."""

    name: str
    version: str
    hashes: tuple[str, ...]

    @property
    def purl(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version.replace('+', '%2B')}"


def bom(version: str, pins: Sequence[Pin], parts: Sequence[Part], watched: Watched) -> str:
    """Return the list as JSON; ``watched`` says more of what is inside packages."""
    root = _component(f"pkg:generic/papier-libre@{version}", LICENCE)
    packages = [_package(pin, parts, watched) for pin in sorted(pins, key=lambda one: one.name)]
    content = {
        "bomFormat": "CycloneDX",
        "specVersion": SPEC,
        "version": 1,
        "metadata": {
            "lifecycles": [{"phase": "build"}],
            "component": {**root, "type": "application"},
        },
        "components": packages,
        "dependencies": [
            {"ref": root["bom-ref"], "dependsOn": [one["bom-ref"] for one in packages]},
            *_dependencies(packages),
        ],
    }
    serial = uuid.uuid5(NAMESPACE, json.dumps(content, sort_keys=True))
    return json.dumps({"serialNumber": serial.urn, **content}, indent=1, ensure_ascii=False) + "\n"


def _package(pin: Pin, parts: Iterable[Part], watched: Watched) -> Json:
    mine = [part for part in parts if part.package == pin.name]
    licence = next((part.licence for part in mine if part.known == "package"), "")
    inside = [_part(part, watched.get(part.name, {})) for part in mine if part.known != "package"]
    return {
        **_component(pin.purl, licence),
        **({"components": inside} if inside else {}),
        "properties": [_property("lock:sha256", one) for one in pin.hashes],
    }


def _part(part: Part, more: Mapping[str, str]) -> Json:
    """Return what is inside a package, by a name of its own: two packages may hold the same."""
    told = _component(part.purl, part.licence or more.get("licence", ""))
    told["bom-ref"] = f"{part.package}:{part.purl}"
    if "cpe" in more:
        told["cpe"] = f"cpe:2.3:a:{more['cpe']}:{part.version}:*:*:*:*:*:*:*"
    return {**told, "properties": [_property("known", part.known)]}


def _component(purl: str, licence: str) -> Json:
    name, _, version = purl.partition("@")
    return {
        "type": "library",
        "bom-ref": purl,
        "name": name.rpartition("/")[2],
        "version": version.replace("%2B", "+"),
        **({"licenses": [{"expression": licence}]} if licence else {}),
        "purl": purl,
    }


def _dependencies(packages: Iterable[Json]) -> Iterator[Json]:
    """Yield, for each package, what it holds; what it asks of others is not in a lock."""
    for package in packages:
        inside = [one["bom-ref"] for one in package.get("components", ())]
        yield {"ref": package["bom-ref"], **({"dependsOn": inside} if inside else {})}
        yield from ({"ref": one} for one in inside)


def _property(name: str, value: str) -> Json:
    return {"name": f"papier-libre:{name}", "value": value}
