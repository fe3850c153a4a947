"""The short code by which a helper comes back to a page that is hidden: which codes are refused.

Three tries are all that a passer-by has. So a code need not be long, but it must not be one of the
few that everybody tries first.
"""

import unicodedata

from desktop_app.core.errors import AppError
from desktop_app.core.folding import folded

LEAST, MOST = 4, 64
"""Signs of a code."""
TRIES = 3
"""Wrong codes, after which the safe is locked."""
_ROWS = ("0123456789", "abcdefghijklmnopqrstuvwxyz", "azertyuiop", "qsdfghjklm", "wxcvbn", "qwerty")
_WORDS = frozenset(["code", "test", "pass", "secret", "papier", "bureau", "bonjour", "france"])


class CodeTooShort(AppError, exit_status=2):
    """Fewer signs than a code must have; ``minimum``."""


class CodeTooLong(AppError, exit_status=2):
    """More signs than a code may have; ``limit``."""


class CodeTooCommon(AppError, exit_status=2):
    """One of the codes that are tried first: 0000, 1234, a year, a name."""


class CodeNotText(AppError, exit_status=2):
    """It holds what is no text, or begins or ends by a space that nobody would see."""


def code_bytes(code: str) -> bytes:
    """Return a code as it is compared: NFC, UTF-8.

    Raises:
        CodeNotText, CodeTooLong.
    """
    normal = unicodedata.normalize("NFC", code)
    if len(normal) > MOST:
        raise CodeTooLong(limit=MOST)
    try:
        return normal.encode("utf-8")
    except UnicodeEncodeError as error:
        raise CodeNotText from error


def check(code: str, name: str = "") -> None:
    """Refuse a new code that would hide nothing; ``name``: the helper's, which all know.

    Raises:
        CodeTooShort, CodeTooLong, CodeTooCommon, CodeNotText.
    """
    code_bytes(code)
    normal = unicodedata.normalize("NFC", code)
    if normal != normal.strip() or any(unicodedata.category(one) == "Cc" for one in normal):
        raise CodeNotText
    if len(normal) < LEAST:
        raise CodeTooShort(minimum=LEAST)
    if _is_common(folded(normal), {word for word in folded(name).split() if word}):
        raise CodeTooCommon


def _is_common(code: str, names: set[str]) -> bool:
    repeated = any(code == code[:n] * (len(code) // n) for n in (1, 2) if len(code) % n == 0)
    doubled = len(code) == LEAST and code[0] == code[1] and code[2] == code[3]
    year = len(code) == LEAST and code.isdecimal() and code[:2] in ("19", "20")
    rows = any(code in row or code in row[::-1] for row in (*_ROWS, "1234567890"))
    named = any(code.startswith(one) or one.startswith(code) for one in names)
    return repeated or doubled or year or rows or named or code in _WORDS
