"""Words for the screen and for every error code, dates and amounts in words; used by cli and gui.

The msgid of every sentence is its French text, so French needs no catalogue. Other languages are
``translations/<language>/{app,help,packs,law}.po``; the wheel carries them compiled (``.mo``), a
checkout compiles each in memory when it is first asked. What is missing there is French, and says
so: ``runs`` gives a text back with the language of each part.
"""

import datetime as dt
import gettext
import io
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

import desktop_app.messages
from desktop_app import compiling
from desktop_app.compiling import Run
from desktop_app.core.months import DAYS, MONTHS
from desktop_app.core.spaces import NBSP
from desktop_app.datafiles import data_root

if TYPE_CHECKING:
    from decimal import Decimal

Domain = Literal["app", "help", "packs", "law"]
SOURCE_LANGUAGE = compiling.SOURCE_LANGUAGE
_SMALL_WORD = re.compile(r"\b(?:[Dd]e|[Qq]ue) \{")
_ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_OWN_NAMES = {"fr": "Français", "en": "English", "ar": "العربية", "es": "Español"}
# Dates and amounts as they are written here: "24 November 2026", not "November 24, 2026".
LOCALES = {"en": "en_GB"}

_language = SOURCE_LANGUAGE
_for_a_while: ContextVar[str] = ContextVar("language", default="")


def language_of(environment: Mapping[str, str]) -> str:
    """Return the language that the system asks for, as a two- or three-letter code."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        code = environment.get(name, "").split(".")[0].split("_")[0].lower()
        if code and code not in ("c", "posix"):
            return code if code in languages() else SOURCE_LANGUAGE
    return SOURCE_LANGUAGE


def languages() -> tuple[str, ...]:
    """Return the languages at hand, the source language first."""
    root = data_root("translations")
    found = sorted(f.name for f in root.iterdir() if f.is_dir()) if root.is_dir() else []
    return (SOURCE_LANGUAGE, *(name for name in found if name != SOURCE_LANGUAGE))


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak a language for a while, in this thread only: what is printed is written in French."""
    token = _for_a_while.set(language)
    try:
        yield
    finally:
        _for_a_while.reset(token)


def own_name(language: str) -> str:
    """Return how those who speak a language call it: who needs it can read that."""
    return _OWN_NAMES.get(language, language)


def use(language: str) -> None:
    """Speak this language from now on; one that is not at hand leaves French."""
    global _language  # noqa: PLW0603 (one program speaks one language at a time)
    _language = language if language in languages() else SOURCE_LANGUAGE


def current() -> str:
    """Return the language spoken now."""
    return _for_a_while.get() or _language


def text(sentence: str, domain: Domain = "app") -> str:
    """Translate a French sentence of the program."""
    if current() != SOURCE_LANGUAGE:
        return _catalogue(current(), domain).gettext(sentence) if sentence else ""
    if not _SMALL_WORD.search(sentence):
        return sentence
    from desktop_app.core.language.elision import Eliding  # no sentence of the first page needs it

    return Eliding(sentence)


def pack_text(sentence: str) -> str:
    """Translate a French sentence of a pack or of the law (a title, a question, an explanation).

    Of a question made of a PDF, what the program says is translated; the paper's words stay.
    Authors type straight apostrophes: here they become those of print, as everywhere else.
    """
    if current() == SOURCE_LANGUAGE or not sentence:
        return sentence.replace("'", "’")
    domains: tuple[Domain, ...] = ("packs", "law")
    found = (told for domain in domains if (told := text(sentence, domain)) != sentence)
    return next(found, "") or _in_shape(sentence)


def cited(words: str) -> str:
    """Return an article, or words of a French paper, which are French in every language."""
    return words if current() == SOURCE_LANGUAGE or not words else compiling.enclosed(words)


def in_french(words: str) -> str:
    """Return words that only French has (what a letter or a sheet says), marked as such."""
    if current() == SOURCE_LANGUAGE or not words:
        return words
    return compiling.marked(words, compiling.name_of_french(current()))


def runs(told: str) -> tuple[Run, ...]:
    """Return a text in parts of one language each: what stayed French is told from the rest."""
    return compiling.runs(told, current())


def plain(told: str) -> str:
    """Return a text without the characters that only a renderer of languages needs."""
    return told.replace(compiling.BEGIN, "").replace(compiling.END, "")


def _in_shape(sentence: str) -> str:
    for shape, pattern in _shapes():
        if found := pattern.fullmatch(sentence):
            return text(shape).format(
                **{name: pack_text(words) for name, words in found.groupdict().items()}
            )
    return sentence


@cache
def _shapes() -> tuple[tuple[str, re.Pattern[str]], ...]:
    from desktop_app.messages.generic import SHAPES

    def pattern(shape: str) -> str:
        places = {r"\{n\}": r"(?P<n>\d+)", r"\{page\}": r"(?P<page>\d+)"}
        places |= {rf"\{{{name}\}}": f"(?P<{name}>.+)" for name in ("words", "title")}
        found = re.escape(shape)
        for written, group in places.items():
            found = found.replace(written, group)
        return found

    return tuple((shape, re.compile(pattern(shape), re.DOTALL)) for shape in SHAPES.values())


def plural(singular: str, several: str, count: int) -> str:
    """Translate by number, and put the number at ``{n}``."""
    return _catalogue(current(), "app").ngettext(singular, several, count).format(n=count)


def sentence(code: str, parameters: Mapping[str, object] | None = None) -> str:
    """Return the words of an error, warning or step code in the current language.

    A code without words gives the code itself (a test makes sure that this does not happen).
    """
    known = _words().get(code, code)
    values = {name: _said(value) for name, value in (parameters or {}).items()}
    if isinstance(known, tuple):
        template = _catalogue(current(), "app").ngettext(*known, int(str(values.get("n", 0))))
    else:
        template = text(known)
    return template.format_map(_Blanks(values))


def long_date(day: dt.date) -> str:
    """Return a date in words: "24 novembre 2026", "1er décembre 2026"; hours when it has them."""
    words = _dated(day, "long", locale())
    if current() == SOURCE_LANGUAGE and day.day == 1:
        words = words.replace("1 ", "1er ", 1)
    if isinstance(day, dt.datetime):
        from babel.dates import format_time

        pattern = "HH 'h' mm" if current() == SOURCE_LANGUAGE else "short"
        hour = format_time(day.time(), pattern, locale=locale())
        words = text("{day} à {hour}").format(day=words, hour=hour)
    return words


def hour(at: dt.time) -> str:
    """Return an hour of the clock: "10 h 05"."""
    if current() == SOURCE_LANGUAGE:
        return f"{at.hour} h {at.minute:02}".replace(" ", NBSP)
    from babel.dates import format_time

    return str(format_time(at, "short", locale=locale()))


def weekday_date(day: dt.date) -> str:
    """Return a date with its weekday: "mardi 24 novembre 2026"."""
    return _dated(day, "EEEE", locale()) + " " + long_date(day)


def parts_of(day: dt.date) -> tuple[str, str, str]:
    """Return the month, the number and the name of a day, as a calendar has them."""
    return _dated(day, "LLLL", locale()), str(day.day), _dated(day, "EEEE", locale())


# As Babel writes them: each command says a date, and Babel costs twice what Python itself does.
_FRENCH: Mapping[str, Callable[[dt.date], str]] = {
    "long": lambda day: f"{day.day} {MONTHS[day.month - 1]} {day.year}",
    "EEEE": lambda day: DAYS[day.weekday()],
    "LLLL": lambda day: MONTHS[day.month - 1],
}


@lru_cache(1000)  # Babel looks its tables up anew for each date, and lists repeat the same
def _dated(day: dt.date, pattern: str, usage: str) -> str:
    if usage == SOURCE_LANGUAGE and pattern in _FRENCH:
        return _FRENCH[pattern](day)
    from babel.dates import format_date

    return format_date(day, pattern, locale=usage)


def amount(euros: "Decimal") -> str:
    """Return an amount of euros as the language writes it: "1 842,00 €"."""
    from babel.numbers import format_currency

    return str(format_currency(euros, "EUR", locale=locale()))


def number(value: float, decimals: int = 0) -> str:
    """Return a number as the language writes it: "1 842,5"."""
    from babel.numbers import format_decimal

    pattern = "#,##0" + ("." + "0" * decimals if decimals else "")
    return str(format_decimal(value, pattern, locale=locale()))


def labelled(label: str, words: str) -> str:
    """Return "label : words": the space before a colon is French."""
    return text("{label} : {words}").format(label=label, words=words)


def locale() -> str:
    """Return the usage that dates and numbers follow: "fr", "en_GB"."""
    return LOCALES.get(current(), current())


def _said(value: object) -> object:
    """Translate a sentence of a pack or of the law; write a day in words; leave any other value.

    A parameter of an error is text or a number: a day among them is in ISO.
    """
    if isinstance(value, dt.date):
        return long_date(value)
    if not isinstance(value, str):
        return value
    if _ISO_DAY.fullmatch(value):
        return long_date(dt.date.fromisoformat(value))
    told = pack_text(value)
    return told if told != value else text(value)


class _Blanks(dict[str, object]):
    """A parameter that is not given stays visible as its name instead of stopping a sentence."""

    def __missing__(self, key: str) -> str:
        return "{" + key + "}"


@cache
def _words() -> Mapping[str, str | tuple[str, str]]:
    import importlib
    import pkgutil

    words: dict[str, str | tuple[str, str]] = {}
    for module in pkgutil.iter_modules(desktop_app.messages.__path__):
        found = importlib.import_module(f"desktop_app.messages.{module.name}")
        words |= getattr(found, "MESSAGES", {})
    return words


@cache
def _catalogue(language: str, domain: Domain) -> gettext.NullTranslations:
    folder = data_root("translations") / language
    ready, source = folder / f"{domain}.mo", folder / f"{domain}.po"
    if language == SOURCE_LANGUAGE or not (ready.is_file() or source.is_file()):
        return _French()
    written = (
        ready.read_bytes() if ready.is_file() else compiling.compiled(source.read_bytes(), language)
    )
    found = gettext.GNUTranslations(io.BytesIO(written))
    found.add_fallback(_French())
    return found


class _French(gettext.NullTranslations):
    """The sentences as they are written; in French zero is singular: "0 valeur"."""

    def ngettext(self, singular: str, several: str, count: int) -> str:
        return singular if abs(count) < 2 else several
