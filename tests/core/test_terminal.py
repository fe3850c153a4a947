"""What a manager decided of a terminal: read strictly, or nothing optional is kept."""

import datetime as dt
import tomllib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.machine import machine_text
from desktop_app.core.terminal import Opening, Terminal, TerminalWrong, read_terminal, terminal_of

HOURS = ("2-6 10:00-12:30", "2-6 14:00-18:00", "7 09:00-12:00")
ALL = {
    "price_cents": 20,
    "minutes": 45,
    "languages": ["fr", "en"],
    "open": [*HOURS],
    "printers": ["Accueil"],
}


def test_what_is_written_is_read_again() -> None:
    terminal = terminal_of(ALL)
    assert terminal.openings[0] == Opening(2, 6, dt.time(10), dt.time(12, 30))
    text = machine_text("public", terminal.told())
    assert read_terminal(tomllib.loads(text)) == terminal
    assert read_terminal({"mode": "public"}) == Terminal()
    assert Terminal().told() == {}


@pytest.mark.parametrize(
    "wrong",
    [
        {"price_cents": 0},
        {"price_cents": 501},
        {"price_cents": True},
        {"price_cents": "0,20"},
        {"minutes": 9},
        {"minutes": 481},
        {"languages": "fr"},
        {"languages": ["../fr"]},
        {"open": ["2-6 10:00-25:00"]},
        {"open": ["6-2 10:00-18:00"]},
        {"open": ["2-6 18:00-10:00"]},
        {"open": ["8 10:00-18:00"]},
        {"open": ["2 10:00-18:00\n"]},
        {"printers": [""]},
        {"printers": ["a\x1b[31m"]},
        {"printers": [3]},
        {"prix": 3},
    ],
    ids=str,
)
def test_of_a_wrong_line_nothing_optional_is_kept(wrong: dict[str, object]) -> None:
    (name,) = wrong
    assert read_terminal({**ALL, **wrong}) == Terminal(broken=name)
    with pytest.raises(TerminalWrong):
        terminal_of(wrong)


@given(
    st.dictionaries(st.sampled_from([*ALL, "mode", "x"]), st.from_type(type).flatmap(st.from_type))
)
def test_no_value_at_all_breaks_the_reading(told: dict[str, object]) -> None:
    assert isinstance(read_terminal(told), Terminal)


@pytest.mark.parametrize(
    ("now", "closes"),
    [
        ("2026-11-24 09:59", "2026-11-24 09:59"),  # a Tuesday
        ("2026-11-24 10:00", "2026-11-24 12:30"),
        ("2026-11-24 13:00", "2026-11-24 13:00"),
        ("2026-11-24 17:59", "2026-11-24 18:00"),
        ("2026-11-23 11:00", "2026-11-23 11:00"),
        ("2026-11-29 11:00", "2026-11-29 12:00"),
    ],
)
def test_when_it_closes(now: str, closes: str) -> None:
    found = terminal_of({"open": HOURS}).closes(dt.datetime.fromisoformat(now))
    assert found == dt.datetime.fromisoformat(closes)
    assert Terminal().closes(dt.datetime.fromisoformat(now)) is None


def test_printers_that_are_not_allowed_are_not_there() -> None:
    assert Terminal().may_print_on(("A", "B")) == ("A", "B")
    assert Terminal(printers=("B", "C")).may_print_on(("A", "B")) == ("B",)
