"""From the bytes of one TOML file to plain values and lines; bounded before it is parsed."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from desktop_app.core.errors import InvalidPack, Parameter, Problem
from desktop_app.core.packs.files import MAX_BYTES
from desktop_app.core.packs.lines import STRING, Lines, Path, find_lines

"""Largest text; tomllib needs half a second for it, and many seconds for twenty times more."""
MAX_NESTING = 8
"""Deepest table, counted in keys and brackets."""

# French words for the tables, as authors see them in forms/README.md.
_TABLES = {
    "paragraph": "paragraphe",
    "question": "question",
    "section": "section",
    "source": "source",
    "enclosure": "pièce",
    "choices": "choix",
    "place": "case",
    "blank": "formulaire vierge",
    "deadline": "délai",
    "warning": "avertissement",
    "reference": "référence",
    "copy": "copie",
    "recipient": "destinataire",
    "line": "ligne d’adresse",
    "call": "formule d’appel",
    "sender": "expéditeur",
    "signature": "signature",
    "argument": "argument",
    "gate": "règle du juge",
    "order": "ordre",
    "said": "déjà dit",
}


@dataclass(frozen=True)
class TomlFile:
    """One text, read.

    Attributes:
        name: the file's name inside the pack, for the author.
        text: as written.
        data: plain values.
    """

    name: str
    text: str
    data: Mapping[str, Any]

    @cached_property
    def lines(self) -> Lines:
        """Where its values stand; looked for once something must be said of one."""
        return find_lines(self.text)

    def problem(
        self, code: str, path: Path = (), suggestion: str = "", **parameters: Parameter
    ) -> Problem:
        """Return a problem at this path."""
        place = describe(self.name, path, self.lines.of(path))
        return Problem(code, "", place, suggestion, parameters, path)

    def problem_in_text(
        self, code: str, path: Path, line: int, suggestion: str = "", **parameters: Parameter
    ) -> Problem:
        """Return a problem at a line of the string that stands at this path."""
        place = describe(self.name, path, self.lines.of_text(path, line))
        return Problem(code, "", place, suggestion, parameters, path)


def describe(name: str, path: Path, line: int) -> str:
    """Write a place in French: ``letter.toml, paragraphe 4, clé when, ligne 62``."""
    parts = [name]
    for position, step in enumerate(path):
        following = path[position + 1] if position + 1 < len(path) else None
        if isinstance(step, int):
            continue
        if isinstance(following, int):
            parts.append(f"{_TABLES.get(step, step)} {following + 1}")
        elif position + 1 < len(path):
            parts.append(_TABLES.get(step, step))
        else:
            parts.append(f"clé {step}")
    if line:
        parts.append(f"ligne {line}")
    return ", ".join(parts)


def read_toml(raw: bytes, name: str) -> TomlFile:
    """Read one text.

    Raises:
        InvalidPack: too big, not UTF-8, a byte order mark, a NUL, nested too deep, or not TOML;
            with the line when there is one.
    """
    text = _decoded(raw, name)
    _refuse_depth(text, name)
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as wrong:
        raise _refusal("pack-toml", name, _line_of(wrong, text)) from wrong
    except (ValueError, RecursionError, OverflowError) as wrong:  # such as a 5,000-digit number
        raise _refusal("pack-toml", name, 0) from wrong
    return TomlFile(name, text, data)


def _decoded(raw: bytes, name: str) -> str:
    if len(raw) > MAX_BYTES:
        raise InvalidPack(
            [Problem("pack-too-big", place=name, parameters={"limit_kb": MAX_BYTES // 1024})]
        )
    if raw.startswith((b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")):
        raise _refusal("pack-byte-order-mark", name, 1)
    if b"\0" in raw:
        raise _refusal("pack-nul", name, raw[: raw.index(b"\0")].count(b"\n") + 1)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as wrong:
        line = raw[: wrong.start].count(b"\n") + 1
        raise _refusal("pack-not-utf8", name, line) from wrong


_STRING = re.compile(STRING, re.DOTALL)


def _refuse_depth(text: str, name: str) -> None:
    if line := line_too_deep(text):
        raise _refusal("pack-too-deep", name, line, limit=MAX_NESTING)


def line_too_deep(text: str) -> int:
    """Return the line nested too deep, 0 for none: counted before tomllib builds anything."""
    bare = _STRING.sub(lambda found: "_" + "\n" * found[0].count("\n"), text)
    for number, text_line in enumerate(bare.split("\n"), 1):
        key = text_line.partition("=")[0]
        if key.count(".") >= MAX_NESTING:
            return number
    depth = 0
    for found in re.finditer(r"[\[\]{}]", bare):
        depth = max(0, depth + (1 if found[0] in "[{" else -1))
        if depth > MAX_NESTING:
            return bare.count("\n", 0, found.start()) + 1
    return 0


def _line_of(wrong: tomllib.TOMLDecodeError, text: str) -> int:
    found = re.search(r"\(at line (\d+), column \d+\)", str(wrong))
    return int(found[1]) if found else text.count("\n") + 1


def _refusal(code: str, name: str, line: int, **parameters: Parameter) -> InvalidPack:
    return InvalidPack([Problem(code, place=describe(name, (), line), parameters=parameters)])
