"""A safe is given to no engine but one that encrypts it as the format says (fault family K1)."""

import sqlite3
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.safe import engine
from desktop_app.safe.door import Door
from desktop_app.safe.errors import EngineUnfit
from tests.safe.conftest import PHRASE, TODAY, Made


@pytest.fixture
def plain(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Python's own SQLite, installed under the name of the engine: it ignores any key."""
    import sqlcipher3

    monkeypatch.setattr(sqlcipher3, "dbapi2", sqlite3)
    monkeypatch.setitem(sys.modules, "sqlcipher3.dbapi2", sqlite3)
    engine.library.cache_clear()
    yield
    engine.library.cache_clear()


def test_the_engine_installed_here_is_a_good_one() -> None:
    assert list(engine.lacks(engine.library())) == []


def test_no_safe_is_made_in_clear_by_a_plain_engine(
    plain: None, door: Door, tmp_path: Path
) -> None:
    with pytest.raises(EngineUnfit) as refused:
        door.create(tmp_path / "coffre", PHRASE, on=TODAY)
    assert "SQLCipher 4" in str(refused.value.parameters["lacking"])
    assert [file for file in tmp_path.rglob("*") if file.is_file()] == []


def test_a_safe_is_not_called_damaged_because_of_the_engine(plain: None, made: Made) -> None:
    before = made.folder.database.read_bytes()
    with pytest.raises(EngineUnfit):
        made.open_with_key()
    assert made.folder.database.read_bytes() == before


def test_no_engine_at_all_is_said_so_too(plain: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "sqlcipher3", None)
    with pytest.raises(EngineUnfit) as refused:
        engine.library()
    assert refused.value.parameters == {"lacking": "sqlcipher3"}


OTHERS: dict[str, tuple[str, list[str], str]] = {
    "pages of another size": (
        "cipher_default_settings",
        ["PRAGMA cipher_default_page_size = 1024;"],
        "cipher_page_size",
    ),
    "SQLCipher 3": ("cipher_version", ["3.4.2"], "SQLCipher 4"),
    "no word index": ("compile_options", ["TEMP_STORE=2", "THREADSAFE=1"], "FTS5"),
    "temporary files": ("compile_options", ["TEMP_STORE=1", "ENABLE_FTS5"], "TEMP_STORE"),
    "one thread only": ("compile_options", ["THREADSAFE=0", "ENABLE_FTS5"], "THREADSAFE"),
}


@pytest.mark.parametrize("other", OTHERS)
def test_what_another_build_would_say_is_refused(other: str) -> None:
    pragma, says, named = OTHERS[other]
    real = engine.library().connect(":memory:")

    def told(asked: str) -> list[str]:
        rows: list[tuple[Any, ...]] = real.execute(f"PRAGMA {asked}").fetchall()
        return says if asked == pragma else [str(row[0]) for row in rows]

    try:
        assert named in list(engine._lacks(told, engine.library().sqlite_version_info))
    finally:
        real.close()


def test_an_sqlite_that_keeps_erased_words_is_refused() -> None:
    assert "SQLite 3.42.0" in list(engine._lacks(lambda asked: [], (3, 41, 2)))
