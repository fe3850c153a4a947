"""What is cited can be read: each page named is in the repository, whoever holds only this."""

import re
from pathlib import Path

import pytest

from tests.architecture.test_no_local_paths import committed
from tests.helpers.faults import assert_none

PROJECT = Path(__file__).parents[2]
READ = {".py", ".toml", ".tsv", ".typ", ".md", ".sh", ".sql", ".txt", ".cmd", ".po"}
PAGE = re.compile(r"(?<![\w/.*…{-])((?:[\w.-]+/)*[\w-]+)\.md\b")
ELSEWHERE = re.compile(r"\bfindings: |\brules on understanding|\bof the journeys\b")
"""Reports and rules that their readers kept elsewhere: a test says its own reason."""


def lost(line: str, pages: frozenset[str]) -> list[str]:
    """Return what a line cites and nobody here can read.

    ``pages`` are the paths of the repository's pages, without their end.
    """
    named = [re.sub(r"^(?:\.{1,2}/)+", "", found[1]) for found in PAGE.finditer(line)]
    missing = [f"{n}.md" for n in named if not any(f"/{p}".endswith(f"/{n}") for p in pages)]
    return [*missing, *ELSEWHERE.findall(line)]


def test_every_page_that_is_named_is_here() -> None:
    files = committed()
    pages = frozenset(
        str(path.relative_to(PROJECT).with_suffix("")) for path in files if path.suffix == ".md"
    )
    assert_none(
        [
            f"{path.relative_to(PROJECT)}:{number}: {', '.join(found)}"
            for path in files
            if path.suffix in READ and path.is_file() and path.name != Path(__file__).name
            for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
            if (found := lost(line, pages))
        ]
    )


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("as ``README.md`` says", []),
        ("see law/README.md and forms/law/README.md", []),
        ("Source: law/dates.md § 1", ["law/dates.md"]),
        ("``words.md``", ["words.md"]),
        ("[words](../README.md)", []),
        ("every *.md of a folder, or {name}.md", []),
        ("as it was seen (findings: home)", ["findings: "]),
    ],
)
def test_a_page_that_is_not_here_is_seen(line: str, found: list[str]) -> None:
    assert lost(line, frozenset({"README", "forms/law/README"})) == found
