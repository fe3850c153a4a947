"""What a person SAID, as typed: always savable, perhaps wrong, perhaps unfinished."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

Typed = str | tuple[str, ...]


def _no_texts() -> Mapping[str, str]:
    return MappingProxyType({})


def _no_answers() -> Mapping[str, Typed]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Draft:
    """Answers as text.

    Attributes:
        pack: id of the letter or form.
        answers: question id -> text as typed, or ids of the choices for ``choices``.
        unknown: questions answered "je ne sais pas".
        confirmed: questions whose doubtful answer the person has read again and keeps.
        removed: optional paragraphs taken out.
        edited: paragraph id -> the person's own words in place of ours.
        shortened: question -> its answer abbreviated, as the person agreed to see it written where
            the whole does not fit. It stands for that answer only: another one loses it.
        writing: paragraph id -> the words typed in its box, which the person has not kept yet:
            the letter has others until she does, and is not printed.
        form: the form made for one PDF that no pack knows, as ``core/generic`` writes it: it
            stands nowhere else. Empty for a pack.
        whose: of the questions of one part about one person: who she is, where somebody said it
            otherwise than the form was understood.
    """

    pack: str
    answers: Mapping[str, Typed] = field(default_factory=_no_answers)
    unknown: frozenset[str] = frozenset()
    confirmed: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    edited: Mapping[str, str] = field(default_factory=_no_texts)
    shortened: Mapping[str, str] = field(default_factory=_no_texts)
    writing: Mapping[str, str] = field(default_factory=_no_texts)
    form: str = ""
    whose: Mapping[str, str] = field(default_factory=_no_texts)


@dataclass(frozen=True, slots=True)
class Answers:
    """Typed answers of the questions really asked, complete: made only by ``validate.validate``.

    ``values`` maps question id to the kind's own type (``date``, ``Decimal``, ``str``, ``int``,
    ``bool``, ``tuple`` of choice ids) or UNKNOWN. A question that an abandoned branch asked is not
    there. An optional question left empty is there as UNKNOWN only if it was said so, else absent.
    ``writing``: the paragraphs whose words are not finished.
    """

    pack: str
    values: Mapping[str, object]
    removed: frozenset[str] = frozenset()
    edited: Mapping[str, str] = field(default_factory=_no_texts)
    shortened: Mapping[str, str] = field(default_factory=_no_texts)
    writing: frozenset[str] = frozenset()


def as_typed(value: object) -> Typed | None:  # noqa: PLR0911 (one case a type)
    """Return what a person would type for a value of a TOML file; None when nothing would.

    Numbers and days are written as they are typed, true and false as oui and non.
    """
    match value:
        case str():
            return value
        case bool():
            return "oui" if value else "non"
        case dt.datetime() | dt.time():
            return None
        case dt.date():
            return value.isoformat()
        case int() | float():
            return str(value).replace(".", ",")
        case list() | tuple():
            texts = tuple(item for item in value if isinstance(item, str))
            return texts if len(texts) == len(value) else None
    return None


def same_answers(one: Draft, other: Draft) -> bool:
    """Tell whether two drafts differ by nothing but the paragraphs of their letter."""
    ours = replace(one, removed=other.removed, edited=other.edited, writing=other.writing)
    return ours == other


FORM = "form:"
"""What differs between two drafts whose boxes are not the same: no question is called so."""


def differing(before: Draft, after: Draft) -> set[str]:
    """Return what differs between two drafts: questions, paragraphs, and the boxes of a form."""
    found = {FORM} if before.form != after.form else set[str]()
    for one, other in (
        (before.answers, after.answers),
        (before.edited, after.edited),
        (before.shortened, after.shortened),
        (before.writing, after.writing),
        (before.whose, after.whose),
    ):
        found |= {name for name in {*one, *other} if one.get(name) != other.get(name)}
    for held, now in (
        (before.unknown, after.unknown),
        (before.confirmed, after.confirmed),
        (before.removed, after.removed),
    ):
        found |= held ^ now
    return found
