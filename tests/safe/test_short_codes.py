"""The short code of a helper: kept so that it is slow to guess, and hers alone."""

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.core.short_code import CodeTooCommon
from desktop_app.safe import short_codes
from desktop_app.safe.short_codes import ShortCodes
from desktop_app.safe.store import Safe
from tests.helpers.safes import new_safe, open_safe

DAY = dt.date(2026, 11, 28)
CODE = "83k2"


@pytest.fixture
def safe(tmp_path: Path) -> Safe:
    found = open_safe(new_safe(tmp_path, DAY), DAY)
    assert isinstance(found, Safe)
    return found


def test_the_code_of_a_helper_is_proved_without_the_safe(safe: Safe) -> None:
    codes = safe.short_codes
    assert codes.of("nadia") is None
    codes.keep("nadia", CODE)
    kept = codes.of("nadia")
    assert kept is not None
    assert codes.of("autre") is None, "each has her own"
    safe.close()
    assert kept.proves(CODE)
    assert not kept.proves("83k3")
    assert not kept.proves("")


def test_nothing_of_it_is_written_nor_shown(safe: Safe) -> None:
    with safe:
        safe.short_codes.keep("nadia", CODE)
        safe.short_codes.keep("paul", CODE)
        rows = [str(one) for (one,) in safe.database.rows("SELECT value FROM setting")]
        assert not any(CODE in one for one in rows)
        made = [one for one in rows if one.startswith("[[")]
        assert len(set(made)) == 2, "the same code of two helpers is not seen to be the same"
        kept = safe.short_codes.of("nadia")
        assert kept is not None
        assert kept.made.hex() not in repr(kept)
        assert kept.kdf == short_codes._KDF, "what opens a safe is no slower"


def test_it_is_forgotten_and_a_weak_one_is_never_kept(safe: Safe) -> None:
    with safe:
        with pytest.raises(CodeTooCommon):
            safe.short_codes.keep("nadia", "Nadia7", name="Nadia")
        assert safe.short_codes.of("nadia") is None
        safe.short_codes.keep("nadia", CODE)
        safe.short_codes.forget("nadia")
        assert safe.short_codes.of("nadia") is None


@pytest.mark.parametrize(
    "text", ["", "[]", '[[1,1,1],"00","00"]', '[[999999999,3,4],"00","00"]', "{}", "null"]
)
def test_what_another_version_wrote_asks_for_the_phrase(text: str, safe: Safe) -> None:
    with safe:
        safe.database.execute("INSERT INTO setting VALUES ('short-code-nadia', ?)", (text,))
        assert ShortCodes(safe.database).of("nadia") is None
