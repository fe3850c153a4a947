"""Each gate has its test, its sabotage still applies, and SECURITY.md says so."""

from pathlib import Path

import pytest

from tests.gates.table import GATES, Gate, table

PROJECT = Path(__file__).parents[2]


@pytest.mark.parametrize("gate", GATES, ids=[one.promise for one in GATES])
def test_its_test_and_what_it_spoils_are_there(gate: Gate) -> None:
    file, _, name = gate.test.partition("::")
    assert f"def {name.partition('[')[0]}" in (PROJECT / file).read_text("utf-8")
    assert gate.was in (PROJECT / gate.file).read_text("utf-8")


def test_the_page_shows_the_table() -> None:
    assert table() in (PROJECT / "SECURITY.md").read_text("utf-8"), "python -m tests.gates --table"
