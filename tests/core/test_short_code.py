"""Which short codes are refused: those that a passer-by tries first."""

import pytest

from desktop_app.core import short_code
from desktop_app.core.errors import AppError
from desktop_app.core.short_code import (
    CodeNotText,
    CodeTooCommon,
    CodeTooLong,
    CodeTooShort,
)


@pytest.mark.parametrize(
    ("code", "why"),
    [
        ("", CodeTooShort),
        ("837", CodeTooShort),
        ("e\u0301x7", CodeTooShort),  # three signs, once put together
        ("0000", CodeTooCommon),
        ("aaaaaa", CodeTooCommon),
        ("1212", CodeTooCommon),
        ("121212", CodeTooCommon),
        ("1122", CodeTooCommon),
        ("1234", CodeTooCommon),
        ("9876", CodeTooCommon),
        ("7890", CodeTooCommon),
        ("AZER", CodeTooCommon),
        ("1984", CodeTooCommon),
        ("2026", CodeTooCommon),
        ("Nadia", CodeTooCommon),
        ("nadi", CodeTooCommon),
        ("Élodie7", CodeTooCommon),
        ("bonjour", CodeTooCommon),
        (" 8372", CodeNotText),
        ("8372\t", CodeNotText),
        ("\ud800837", CodeNotText),
        ("8" * 40 + "3" * 40, CodeTooLong),
    ],
)
def test_refused(code: str, why: type[AppError]) -> None:
    with pytest.raises(why):
        short_code.check(code, "Nadia Élodie")


@pytest.mark.parametrize("code", ["8372", "7 3k", "éàü!", "1835", "2983", "🦊🦊🐟3", "zbra"])
def test_taken(code: str) -> None:
    short_code.check(code, "Nadia")


def test_one_letter_written_in_two_ways_is_the_same_code() -> None:
    assert short_code.code_bytes("caf\u00e9") == short_code.code_bytes("cafe\u0301")
