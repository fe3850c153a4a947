"""What is in what we ship: read from what is built, looked at by a release, listed by CycloneDX."""

import json
import platform
import sys
from pathlib import Path
from typing import Any

import pytest
from cyclonedx.schema import OutputFormat, SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packaging.version import Version

from desktop_app.untrusted.operations.pictures import FORMATS
from tests.helpers.words import tool
from tests.packaging.test_locks import pins

HERE_AS_READ = sys.platform == "linux" and platform.machine() == "x86_64"
ASKED = {
    *("sqlcipher", "sqlite", "openssl", "qt", "libxml2", "typst", "pdfium", "qpdf"),
    *("libjpeg-turbo", "openjpeg", "libtiff", "libwebp", "libavif", "freetype", "zlib-ng"),
    *("pypdf", "pillow", "cryptography"),
}
"""What a release must look at."""


@pytest.fixture(scope="module")
def parts() -> Any:
    return tool("parts/parts")


@pytest.fixture(scope="module")
def listed(parts: Any) -> dict[str, Any]:
    return json.loads(sbom(parts))


def sbom(parts: Any) -> str:
    shipped = parts.shipped()
    return parts.parts_sbom.bom("0.1.0", shipped, parts.table(), parts.watched())


@pytest.mark.skipif(not HERE_AS_READ, reason="the table is of Linux on x86-64")
def test_the_table_is_what_is_installed(parts: Any) -> None:
    written = parts.table()
    found = parts.read_all({pin.name for pin in parts.shipped()})
    here = {part.package for part in found} & {part.package for part in written}
    assert len(here) > 30
    assert {one for one in found if one.package in here} == {
        one for one in written if one.package in here
    }, "./start parts --write"


def test_the_table_is_of_the_versions_of_the_locks(parts: Any) -> None:
    locked = {**pins("runtime"), **pins("qt")}
    told = {part.name: part.version for part in parts.table() if part.known == "package"}
    assert {name for name in told if Version(told[name]) != locked[name]} == set()


def test_a_release_looks_at_every_library_inside_and_at_nothing_that_is_gone(parts: Any) -> None:
    table = parts.table()
    inside = {part.name for part in table if part.known in ("read", "file")}
    assert inside - parts.watched().keys() == set()
    assert parts.watched().keys() - {part.name for part in table} == set()
    assert parts.watched().keys() >= ASKED
    said = "\n".join(parts.told(table, parts.watched()))
    for name in ASKED:
        assert f"\n{name} " in f"\n{said}"
    for about in parts.watched().values():
        assert about["where"] in said
    assert "(pikepdf)" in said.split("\nlibjpeg-turbo ", 1)[1]  # what a package says of itself
    assert FORMATS == ("JPEG", "PNG")  # watched.toml says that Pillow's other codecs read nothing


def test_the_list_is_valid_and_the_same_each_time(parts: Any, listed: dict[str, Any]) -> None:
    text = sbom(parts)
    assert text == sbom(parts)
    validator = JsonStrictValidator(SchemaVersion.V1_6)
    assert validator.output_format is OutputFormat.JSON
    assert validator.validate_str(text) is None
    wrong = {**listed, "components": [{"name": "of no type"}]}
    assert validator.validate_str(json.dumps(wrong)) is not None


def test_the_list_holds_every_package_and_names_nothing_twice(
    parts: Any, listed: dict[str, Any]
) -> None:
    locked = {**pins("runtime"), **pins("qt")}
    assert {one["name"] for one in listed["components"]} == set(locked)
    inside = [part for one in listed["components"] for part in one.get("components", ())]
    refs = [one["bom-ref"] for one in [*listed["components"], *inside]]
    refs.append(listed["metadata"]["component"]["bom-ref"])
    assert len(refs) == len(set(refs))
    graph = {one["ref"]: one.get("dependsOn", []) for one in listed["dependencies"]}
    assert graph.keys() == set(refs)
    assert {one for ends in graph.values() for one in ends} <= set(refs)
    (sqlcipher,) = (one for one in listed["components"] if one["name"] == "sqlcipher3")
    assert {one["name"] for one in sqlcipher["components"]} == {"sqlcipher", "sqlite", "openssl"}


def test_our_own_engine_takes_the_place_of_the_package(parts: Any, tmp_path: Path) -> None:
    line = f"sqlcipher3==0.6.4+papierlibre.1 --hash=sha256:{'a' * 64}\n"
    (tmp_path / "engine.txt").write_text(line)
    (found,) = (one for one in parts.shipped(tmp_path / "engine.txt") if one.name == "sqlcipher3")
    assert (found.version, found.hashes) == ("0.6.4+papierlibre.1", ("a" * 64,))
    assert found.purl == "pkg:pypi/sqlcipher3@0.6.4%2Bpapierlibre.1"
    with pytest.raises(SystemExit):  # it is not the one installed here: its parts are unknown
        parts.main(
            ["--sbom", str(tmp_path / "list.json"), "--engine", str(tmp_path / "engine.txt")]
        )
    assert not (tmp_path / "list.json").exists()
