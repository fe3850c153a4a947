"""The first lines of a pack, enough to list and to find it: 300 of them in a blink.

A TOML text has its plain keys before its first table. Where they are written simply, as nearly all
are, they are read at sight; else that part is parsed alone; else the whole. What is read at sight
is only shown: a pack is parsed whole before it is used.
"""

import codecs
import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from typing import Any

from desktop_app.core.errors import InvalidPack, Problem
from desktop_app.core.invisible import has_invisible
from desktop_app.core.packs.files import LETTER_FILE
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.core.packs.toml import read_toml

_CUT = 16 * 1024
_TRIES = 8
LONGEST = 300
"""Longest title shown, in characters."""


def read_header(raw: bytes, name: str) -> CatalogueItem:
    """Return what ``letter.toml`` or ``form.toml`` says first.

    Raises:
        InvalidPack: it cannot be read, or lacks one of the keys.
    """
    data = _at_sight(raw) or _top(raw) or read_toml(raw, name).data
    texts = {
        key: data.get(key, "") for key in ("procedure", "number", "edition", "successor", "seen")
    }
    texts["seen_on"] = str(data.get("seen_on", ""))
    for key in ("id", "title", "plain_title", "family"):
        if not data.get(key):
            raise InvalidPack(
                [Problem("pack-missing-key", place=name, parameters={"key": key})], n=1
            )
        texts[key] = data[key]
    lists = {key: data.get(key, []) for key in _LISTS}
    if not all(map(_texts, lists.values())) or not all(map(_showable, texts.values())):
        raise InvalidPack([Problem("pack-header", place=name)], n=1)
    kind = "letter" if name == LETTER_FILE else "form"
    keywords, situations, follows, instead = (tuple(lists[key]) for key in _LISTS)
    return CatalogueItem(
        kind=kind,
        keywords=keywords,
        situations=situations,
        follows=follows,
        instead=instead,
        withdrawn=data.get("withdrawn") is True,
        **texts,
    )


def _texts(words: object) -> bool:
    return isinstance(words, list) and all(isinstance(word, str) for word in words)


def _showable(text: object) -> bool:
    return isinstance(text, str) and len(text) <= LONGEST and not has_invisible(text)


_LISTS = ("keywords", "situations", "follows", "instead")
# A key alone on its line, with a text without escapes; a list of such texts.
_SIMPLE = re.compile(
    r"^(id|title|plain_title|family|procedure|number|edition|successor|seen)[ \t]*=[ \t]*"
    r'"([^"\\\n]*)"[ \t]*$',
    re.MULTILINE,
)
_DAY = re.compile(r"^(seen_on)[ \t]*=[ \t]*([0-9]{4}-[0-9]{2}-[0-9]{2})[ \t]*$", re.MULTILINE)
_YES = re.compile(r"^(withdrawn)[ \t]*=[ \t]*(true|false)[ \t]*$", re.MULTILINE)
_LIST = re.compile(
    r"^(keywords|situations|follows|instead)[ \t]*=[ \t]*"
    r'\[\s*((?:"[^"\\\n]*"\s*(?:,\s*|(?=\])))*)\]',
    re.MULTILINE,
)
_WRITTEN = re.compile(
    r"^(?:id|title|plain_title|family|procedure|keywords|situations|follows|instead|number|edition"
    r"|successor|seen|seen_on|withdrawn)\b",
    re.MULTILINE,
)
_NOT_SIMPLE = re.compile(r"^[ \t]*\[|\"\"\"|'''", re.MULTILINE)


def _at_sight(raw: bytes) -> Mapping[str, Any] | None:
    """Return the keys shown, when all of them stand simply before any table or long text."""
    try:
        # The cut may halve a letter: what is left of it waits.
        head = codecs.getincrementaldecoder("utf-8")().decode(raw[:_CUT])
    except UnicodeDecodeError:
        return None
    text = head.replace("\r\n", "\n")
    end = _NOT_SIMPLE.search(text)
    text = text[: end.start()] if end else text
    found = _SIMPLE.findall(text)
    data: dict[str, Any] = dict(found)
    try:
        data |= {key: dt.date.fromisoformat(day) for key, day in _DAY.findall(text)}
    except ValueError:  # no such day
        return None
    data |= {key: said == "true" for key, said in _YES.findall(text)}
    data |= {key: re.findall(r'"([^"]*)"', words) for key, words in _LIST.findall(text)}
    if len(data) != len(_WRITTEN.findall(text)) or not {"id", "title", "family"} <= data.keys():
        return None
    return data


def _top(raw: bytes) -> Mapping[str, Any] | None:
    """Return the plain keys at the top; None when they cannot be told apart."""
    try:
        text = raw[:_CUT].decode("utf-8", errors="ignore")
    except ValueError:
        return None
    for tried, table in enumerate(re.finditer(r"^[ \t]*\[", text, re.MULTILINE)):
        if tried >= _TRIES:
            break
        try:
            return tomllib.loads(text[: table.start()])
        except (ValueError, RecursionError):
            continue  # a bracket inside a list or a string of several lines
    return None
