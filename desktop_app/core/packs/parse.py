"""The TOML texts of a pack -> definitions, or EVERY problem with its file and place.

The order is: bounds, TOML, keys and types (all at once), then the syntax of each text and
condition (all at once). What definitions say together is checked by ``checks/``.
"""

import datetime as dt
from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Any, Literal, TypeVar

import msgspec

from desktop_app.core.errors import InvalidPack, Problem
from desktop_app.core.language.syntax import Refused
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.decode import decode
from desktop_app.core.packs.files import FORM_FILE, LETTER_FILE
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import FieldMap, FormDefinition, LetterDefinition, QuestionGroup
from desktop_app.core.packs.toml import TomlFile, read_toml
from desktop_app.core.toml_table import TomlTable

SCHEMA = 1
MAX_TEXT = 64 * 1024
"""All texts and conditions of one pack together, in characters."""

# Keys whose value is a text with names, and keys whose value is a condition.
TEXT_KEYS = frozenset({"text", "heading", "subject", "request", "value", "facts"})
CONDITION_KEYS = frozenset({"when", "untold"})


class Expected(TomlTable, frozen=True, kw_only=True):
    """What an example's document must be.

    Attributes:
        paragraphs: ids, in order: all those that stand.
        facts: words that the document must hold (spaces and apostrophes of any kind match).
        absent: words that it must not hold.
        missing: questions left blank.
        last_day: last legal day to act. prudent_day: the day to aim at.
        values: for a form: label of a box -> what is written in it.
        ticks: for a form: labels of the boxes ticked, all of them.
    """

    paragraphs: tuple[str, ...] | None = None
    facts: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    missing: tuple[str, ...] | None = None
    last_day: dt.date | None = None
    prudent_day: dt.date | None = None
    values: dict[str, str] = msgspec.field(default_factory=dict)
    ticks: tuple[str, ...] | None = None


class ParagraphChanges(TomlTable, frozen=True, kw_only=True):
    """``[paragraphes]`` of an answer file: those taken out, and those in the person's words."""

    retires: tuple[str, ...] = ()
    textes: dict[str, str] = msgspec.field(default_factory=dict)


class Example(TomlTable, frozen=True, kw_only=True):
    """``examples/*.toml``: an answer file, the day it is used, and what must come out."""

    title: str = ""
    today: dt.date
    answers: dict[str, Any]
    je_ne_sais_pas: tuple[str, ...] = ()
    confirmes: tuple[str, ...] = ()
    paragraphes: ParagraphChanges = ParagraphChanges()
    expected: Expected = Expected()


class Pack(msgspec.Struct, frozen=True, kw_only=True):
    """A pack read whole, each part with the file it comes from.

    ``pictures`` are the names of those in its folder.
    """

    definition: LetterDefinition | FormDefinition
    file: TomlFile
    maps: Mapping[str, tuple[FieldMap, TomlFile]]
    examples: Mapping[str, tuple[Example, TomlFile]]
    pictures: frozenset[str] = frozenset()

    @property
    def kind(self) -> Literal["letter", "form"]:
        """Tell which of the two it is."""
        return "letter" if isinstance(self.definition, LetterDefinition) else "form"


Part = TypeVar("Part", bound=msgspec.Struct)


def parse_pack(files: Mapping[str, bytes], pictures: Collection[str] = ()) -> Pack:
    """Parse all the texts of a pack.

    Args:
        files: name inside the pack (``letter.toml``, ``examples/simple.toml``) -> bytes.
        pictures: the names of those that lie beside them.

    Raises:
        InvalidPack: with the problems of every file.
    """
    problems: list[Problem] = []
    main = _gather(problems, partial(_main, files))
    maps: dict[str, tuple[FieldMap, TomlFile]] = {}
    examples: dict[str, tuple[Example, TomlFile]] = {}
    for name in sorted(files):
        if name.startswith("fields-"):
            if found := _gather(problems, partial(parse_part, files[name], name, FieldMap)):
                maps[name] = found
        elif name.startswith("examples/"):
            if shown := _gather(problems, partial(parse_part, files[name], name, Example)):
                examples[name] = shown
        elif name not in (LETTER_FILE, FORM_FILE):
            problems.append(Problem("pack-unknown-file", place=name))
    if main:
        problems += _too_much_text(main[1], [main[0], *(part for part, _ in maps.values())])
    if problems or main is None:
        raise InvalidPack(problems, n=len(problems))
    return Pack(
        definition=main[0],
        file=main[1],
        maps=maps,
        examples=examples,
        pictures=frozenset(pictures),
    )


def parse_group(raw: bytes, name: str) -> QuestionGroup:
    """Parse a file of ``forms/common``; raises InvalidPack with every problem."""
    return parse_part(raw, name, QuestionGroup)[0]


def parse_part(raw: bytes, name: str, into: type[Part]) -> tuple[Part, TomlFile]:
    """Parse one text of a pack, and compile the texts and conditions in it.

    Raises:
        InvalidPack: with every problem of the first stage that has any.
    """
    file = read_toml(raw, name)
    _refuse_other_schema(file)
    part = decode(file, into)
    problems = list(_syntax_problems(file, part))
    if problems:
        raise InvalidPack(problems, n=len(problems))
    return part, file


def sources_in(part: Any, path: Path = ()) -> Iterator[tuple[Path, str, str]]:
    """Yield every text and condition: its path, its key and its source."""
    if isinstance(part, Example):  # answers, not texts of the pack
        return
    if isinstance(part, tuple):
        for position, item in enumerate(part):
            yield from sources_in(item, (*path, position))
    elif isinstance(part, msgspec.Struct):
        for key in part.__struct_fields__:
            value = getattr(part, key)
            if isinstance(value, str) and key in TEXT_KEYS | CONDITION_KEYS:
                yield (*path, key), key, value
            elif isinstance(value, tuple | msgspec.Struct):
                yield from sources_in(value, (*path, key))


def _main(files: Mapping[str, bytes]) -> tuple[LetterDefinition | FormDefinition, TomlFile]:
    if LETTER_FILE in files and FORM_FILE in files:
        raise InvalidPack([Problem("pack-both-kinds", place=FORM_FILE)], n=1)
    if LETTER_FILE in files:
        return parse_part(files[LETTER_FILE], LETTER_FILE, LetterDefinition)
    if FORM_FILE in files:
        return parse_part(files[FORM_FILE], FORM_FILE, FormDefinition)
    raise InvalidPack([Problem("pack-no-definition")], n=1)


Found = TypeVar("Found")


def _gather(problems: list[Problem], parse: Callable[[], Found]) -> Found | None:
    try:
        return parse()
    except InvalidPack as refusal:
        problems += refusal.problems
        return None


def _refuse_other_schema(file: TomlFile) -> None:
    schema = file.data.get("schema", SCHEMA)
    if isinstance(schema, int) and schema > SCHEMA:
        raise InvalidPack([file.problem("pack-newer-schema", ("schema",))], n=1)


def _syntax_problems(file: TomlFile, part: msgspec.Struct) -> Iterator[Problem]:
    for path, key, source in sources_in(part):
        try:
            if key in CONDITION_KEYS:
                condition_of(source)
            else:
                text_of(source)
        except Refused as refused:
            yield file.problem_in_text(
                refused.code, path, refused.line, refused.suggestion, **refused.parameters
            )


def _too_much_text(file: TomlFile, parts: list[Any]) -> Iterator[Problem]:
    total = sum(len(source) for part in parts for _, _, source in sources_in(part))
    if total > MAX_TEXT:
        yield file.problem("pack-too-much-text", limit_kb=MAX_TEXT // 1024)
