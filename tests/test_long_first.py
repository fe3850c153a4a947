"""The order in which files are run at once."""

from pathlib import Path

from tests.helpers.long_first import LONG

PROJECT = Path(__file__).parents[1]


def test_each_long_file_is_there() -> None:
    assert [file for file in LONG if not (PROJECT / file).is_file()] == []
