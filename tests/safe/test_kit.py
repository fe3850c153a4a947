"""The public kit: the program and the second reader both say of each case what is written of it.

The second reader is made of ``FORMAT.md`` alone: where the two differ, one of them is wrong, or the
page is.
"""

import ast
import shutil
import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from desktop_app.core.errors import Notice
from desktop_app.safe import slots
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import Kdf, derive
from tests.helpers import safe_kit
from tests.helpers.safe_kit import Case
from tests.safe.kit.__main__ import written
from tests.safe.kit.bases import BASES, DAY, KIT, OWN
from tests.safe.kit.families import every_case
from tests.safe.kit.pieces import NEW
from tests.safe.reader import argon2id, keyfile

READER = Path(keyfile.__file__).parent
_ALWAYS = {  # each was once said wrongly
    "keys/generation-beyond", "limits/version-2-short", "journal/own-page-beyond-count",
    "journal/names-a-file", "journal/wal-one-page", "zip/zip-after-zip", "zip/name-nul",
    "zip/local-size", "zip/gap", "backup/says-files-a-list",
}  # fmt: skip
_ONE_IN = {"keys": 2, "limits": 2, "zip": 3, "backup": 4}


@pytest.fixture(scope="module", autouse=True)
def _each_derivation_once() -> Iterator[None]:
    """Many cases have one phrase and one salt."""
    once = cache(derive)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(slots, "derive", once)
        patch.setattr(keyfile, "argon2id", lambda s, salt, *kdf: once(s, salt, Kdf(*kdf)))
        yield


def _sample() -> list[Case]:
    """Some of each family, and those that were wrong once."""
    seen: Counter[str] = Counter()
    found = []
    for case in safe_kit.cases():
        family = case["name"].split("/")[0]
        seen[family] += 1
        one_in = _ONE_IN.get(family, 12)
        if not case.get("slow") and (case["name"] in _ALWAYS or (seen[family] - 1) % one_in == 0):
            found.append(case)
    return found


def test_program_says_what_is_written_of_a_sample(tmp_path: Path) -> None:
    wrong = {}
    for case in _sample():
        path = safe_kit.unpacked(case, tmp_path / case["name"])
        if (said := safe_kit.ours(case, path)) != safe_kit.expected(case):
            wrong[case["name"]] = said
        shutil.rmtree(tmp_path / case["name"])
    assert not wrong


@pytest.mark.parametrize("name", ["pages/bit-salt", "pages/bytes-after", "repair/erased"])
def test_program_repairs_what_is_written(name: str, tmp_path: Path) -> None:
    case = next(case for case in safe_kit.cases() if case["name"] == name)
    assert safe_kit.repairs(case, safe_kit.unpacked(case, tmp_path / "safe")) == case["repair"]


@pytest.mark.parametrize("name", ["pages/older-7", "pages/older-whole", "parity/more-saves"])
def test_pages_of_several_moments_are_said_where_nothing_is_written(
    name: str, tmp_path: Path
) -> None:
    """A stick that is protected, or a safe that another computer has open."""
    case = next(case for case in safe_kit.cases() if case["name"] == name)
    path = safe_kit.unpacked(case, tmp_path / "safe")
    before = {file: file.read_bytes() for file in path.iterdir()}
    said: list[Notice] = []
    with Door().open(path, OWN, on=DAY, read_only=True, tell=said.append) as safe:
        safe.back_up_if_due(on=DAY)
        safe.have_read()
    assert [notice.code for notice in said] == ["pages-mixed"]
    assert {file: file.read_bytes() for file in path.iterdir()} == before


def test_a_whole_safe_that_is_only_read_has_nothing_to_say(tmp_path: Path) -> None:
    case = next(case for case in safe_kit.cases() if case["name"] == "folder/conflict-keys-dropbox")
    said: list[Notice] = []
    path = safe_kit.unpacked(case, tmp_path / "safe")
    with Door().open(path, OWN, on=DAY, read_only=True, tell=said.append) as safe:
        safe.back_up_if_due(on=DAY)
    assert [notice.code for notice in said] == ["conflict-copies"]


@pytest.mark.slow
@pytest.mark.timeout(900)
def test_program_says_what_is_written_of_every_case(tmp_path: Path) -> None:
    _all_of(tmp_path, safe_kit.ours, safe_kit.repairs)


@pytest.mark.slow
@pytest.mark.timeout(900)
@pytest.mark.skipif(not shutil.which("sqlcipher"), reason="no sqlcipher program")
def test_second_reader_says_what_is_written_of_every_case(tmp_path: Path) -> None:
    _all_of(tmp_path, safe_kit.read_again, safe_kit.repairs_again)


def _all_of(folder: Path, say: safe_kit.Say, repairs: safe_kit.Repairs) -> None:
    wrong = {}
    for case in safe_kit.cases():
        path = safe_kit.unpacked(case, folder / "case")
        if (said := say(case, path)) != safe_kit.expected(case):
            wrong[case["name"]] = said
        shutil.rmtree(folder / "case")
        if "repair" in case:
            path = safe_kit.unpacked(case, folder / "case")
            if repairs(case, path) != case["repair"]:
                wrong[f"{case['name']}, repaired"] = ("not as written", ())
            shutil.rmtree(folder / "case")
    assert not wrong


@pytest.mark.slow
def test_kit_is_what_its_families_make() -> None:
    text, more = written(every_case())
    assert (KIT / "kit.json").read_text("utf-8") == text, "python -m tests.safe.kit"
    assert (BASES / NEW).read_bytes() == more


def test_kit_is_large_and_takes_little_room() -> None:
    cases = safe_kit.cases()
    assert len(cases) >= 200
    assert {case["status"] for case in cases} == {0, 3, 4, 5, 8}
    assert sum(path.stat().st_size for path in KIT.rglob("*") if path.is_file()) < 3_000_000
    whys = Counter((case["name"].split("/")[0], case["why"], case["code"]) for case in cases)
    assert max(whys.values()) <= 5  # the same said of more: near-duplicates


def test_second_reader_needs_nothing_of_ours() -> None:
    """The standard library alone: nothing of the program that it is to judge."""
    for path in READER.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            if isinstance(node, ast.ImportFrom):
                names = [str(node.module)]
            for name in names:
                ours = name.startswith("tests.safe.reader")
                assert ours or name.split(".")[0] in sys.stdlib_module_names, (path.name, name)


def test_second_readers_argon2id_is_that_of_the_rfc() -> None:
    """RFC 9106, § 5.3."""
    extra = (b"\x03" * 8, b"\x04" * 12)
    made = argon2id.derive(b"\x01" * 32, b"\x02" * 16, 32, 3, 4, 32, extra)
    assert made.hex() == "0d640df58d78766c08c037a34a8b53c9d01ef0452d75b65eb52520e96b01e659"


@pytest.mark.slow
def test_second_reader_opens_a_safe_with_its_own_argon2id(tmp_path: Path) -> None:
    case = next(case for case in safe_kit.cases() if case["name"] == "secret/phrase")
    path = safe_kit.unpacked(case, tmp_path / "safe")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keyfile, "argon2id", argon2id.argon2id)
        assert safe_kit.read_again(case, path) == ("ok", ())
