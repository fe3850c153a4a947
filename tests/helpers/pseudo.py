"""A pretended language, 40 % longer than French and full of accents: what overflows shows at once.

Every sentence that went through ``i18n`` stands in brackets; one without brackets was forgotten.
"""

import gettext
import re
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from desktop_app import i18n

_PLACES = re.compile(r"(\{[^}]*\})")
_LONGER = {"a": "àâ", "e": "éê", "i": "îï", "o": "ôö", "u": "ùü", "y": "ÿy"}
_LONGER |= {letter.upper(): longer.upper() for letter, longer in _LONGER.items()}
GROWTH = 1.4
WORD = 20  # letters: a long text grows by several words, not by one that no line holds


def pseudo(sentence: str) -> str:
    """Return a sentence at least 40 % longer, its places such as ``{n}`` kept."""
    parts = _PLACES.split(sentence)
    for position in range(0, len(parts), 2):
        parts[position] = "".join(_LONGER.get(letter, letter) for letter in parts[position])
    longer = "".join(parts)
    missing = round(len(sentence) * GROWTH) - len(longer) - 2
    more = "".join(" " if place % WORD == WORD - 1 else "ñ" for place in range(missing - 1))
    return f"[{longer}{' ' if missing > 1 else ''}{more}]"


class PseudoCatalogue(gettext.NullTranslations):
    """Gives to each sentence its longer form."""

    def gettext(self, message: str) -> str:
        return pseudo(message)

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return pseudo(msgid1 if n <= 1 else msgid2)


@contextmanager
def spoken() -> Iterator[None]:
    """Speak the pretended language for a while; dates stay French."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(i18n, "_catalogue", lambda _language, _domain: PseudoCatalogue())
        yield
