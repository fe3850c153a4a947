"""A pretended language, 40 % longer than French and full of accents: what overflows shows at once.

Every sentence that went through ``i18n`` stands in brackets; one without brackets was forgotten.
``made_up`` gives it catalogues too, made from what translators are given: a sentence that is shown
and that no catalogue holds was forgotten by `./start words`.
"""

import gettext
import io
import re
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from desktop_app import compiling, i18n

_PLACES = re.compile(r"(\{[^}]*\}|%(?:\(\w+\))?[rs])")
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


MADE_UP = "qaa"  # of the codes that ISO 639 leaves to whoever wants one
LACKS = "law"


@contextmanager
def made_up(folder: Path, words: ModuleType, *, mirrored: bool = False) -> Iterator[None]:
    """Speak the pretended language from catalogues of today's sentences; a third of the law lacks.

    Args:
        folder: an empty folder for the catalogues.
        words: ``resources/packaging/words.py``.
        mirrored: it is read from the right, with the usages of Arabic.
    """
    (folder / MADE_UP).mkdir()
    for domain, catalogue in _catalogues(words).items():
        (folder / MADE_UP / f"{domain}.mo").write_bytes(catalogue)
    with pytest.MonkeyPatch.context() as patch:
        real = i18n.data_root
        patch.setattr(
            i18n, "data_root", lambda kind: folder if kind == "translations" else real(kind)
        )
        patch.setattr(i18n, "LOCALES", {MADE_UP: "ar" if mirrored else i18n.SOURCE_LANGUAGE})
        i18n._catalogue.cache_clear()
        i18n.use(MADE_UP)
        try:
            yield
        finally:
            i18n.use(i18n.SOURCE_LANGUAGE)
            i18n._catalogue.cache_clear()


@cache
def _catalogues(words: ModuleType) -> dict[str, bytes]:
    """Return the catalogues, by domain: to gather all sentences takes seconds."""
    return {
        domain: _translated(words.template(found()), domain)
        for domain, found in words.WORDS.items()
    }


def _translated(catalogue: Catalog, domain: str) -> bytes:
    for message in catalogue:
        if not message.id:
            continue
        if isinstance(message.id, tuple):
            message.string = tuple(part_by_part(form) for form in message.id)
        elif domain == LACKS and zlib.crc32(message.id.encode()) % 3 == 0:
            message.string = compiling.marked(message.id, "fr")
        else:
            message.string = part_by_part(message.id)
    target = io.BytesIO()
    write_mo(target, catalogue)
    return target.getvalue()


def part_by_part(sentence: str) -> str:
    """Return the pretended words of a sentence, what stands at its places left outside brackets."""
    parts = _PLACES.split(sentence)
    for position in range(0, len(parts), 2):
        words = parts[position].strip()
        if any(sign.isalpha() for sign in words):
            before, after = parts[position].split(words, 1)
            parts[position] = f"{before}{pseudo(words)}{after}"
    return "".join(parts)


def not_translated(told: str) -> str:
    """Return what stands outside every bracket and every mark: "" when nothing was forgotten."""
    outside, depth = [], 0
    for run in i18n.runs(told):
        if run.language == i18n.SOURCE_LANGUAGE:
            continue
        for sign in run.text:
            depth += sign == "["
            outside.append("" if depth else sign)
            depth = max(0, depth - (sign == "]"))
    return " ".join("".join(outside).replace("(fr)", "").replace("(FR)", "").split())
