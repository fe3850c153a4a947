"""The glossary says what the code says: each name of its second column stands somewhere in it."""

import re
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
LINES = (PROJECT / "GLOSSARY.md").read_text("utf-8").splitlines()
ROWS = [[cell.strip() for cell in line.split("|")[1:-1]] for line in LINES if line[:1] == "|"]
NAMES = sorted({name for row in ROWS for name in re.findall(r"`([^`]+)`", row[1])})


@pytest.fixture(scope="module")
def everything() -> str:
    paths = [p for room in ("desktop_app", "forms") for p in (PROJECT / room).rglob("*")]
    texts = (p.read_text("utf-8") for p in paths if p.suffix in (".py", ".toml", ".sql", ".md"))
    return "\n".join(texts)


def test_the_glossary_has_rows() -> None:
    assert len(NAMES) > 40
    assert {len(row) for row in ROWS} == {4}


def test_every_name_is_used(everything: str) -> None:
    assert [n for n in NAMES if not re.search(rf"(?<!\w){re.escape(n)}", everything)] == []
