"""What a person SAID, as typed: always savable, perhaps wrong, perhaps unfinished."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

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
        removed: optional paragraphs taken out.
        edited: paragraph id -> the person's own words in place of ours.
    """

    pack: str
    answers: Mapping[str, Typed] = field(default_factory=_no_answers)
    unknown: frozenset[str] = frozenset()
    removed: frozenset[str] = frozenset()
    edited: Mapping[str, str] = field(default_factory=_no_texts)


class Unknown:
    """The value of an answer that is "je ne sais pas": a blank on paper, equal to nothing."""

    def __repr__(self) -> str:
        return "UNKNOWN"


UNKNOWN = Unknown()


@dataclass(frozen=True, slots=True)
class Answers:
    """Typed answers of the questions really asked, complete: made only by ``validate.validate``.

    ``values`` maps question id to the kind's own type (``date``, ``Decimal``, ``str``, ``int``,
    ``bool``, ``tuple`` of choice ids) or UNKNOWN. A question that an abandoned branch asked is not
    there. An optional question left empty is there as UNKNOWN only if it was said so, else absent.
    """

    pack: str
    values: Mapping[str, Any]
    removed: frozenset[str] = frozenset()
    edited: Mapping[str, str] = field(default_factory=_no_texts)
