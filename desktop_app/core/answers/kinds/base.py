"""What every kind of answer is: how a typed text is read, and how a value is shown."""

import datetime as dt
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from desktop_app.core.errors import Parameter, Problem
from desktop_app.core.invisible import INVISIBLE
from desktop_app.core.packs.model import Question
from desktop_app.core.spaces import NBSP


@dataclass(frozen=True, slots=True)
class Reading:
    """A typed text, read.

    Attributes:
        value: the typed value; None when there is none.
        problem: what is wrong or doubtful; None when nothing is.
        confirmable: the value can be right all the same (old, provisional or foreign numbers):
            once the person has confirmed it, the problem no longer stops anything.
    """

    value: Any = None
    problem: Problem | None = None
    confirmable: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What reading an answer may depend on: its question, and today."""

    question: Question
    today: dt.date


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of answer.

    Attributes:
        read: text as typed -> reading. Total: any text gives a value or a problem. The text of a
            ``several`` kind is a tuple of choice ids.
        show: value -> text, such that reading it again gives the same value.
        hint: how to write it, in plain French; translatable.
        several: the answer is a list of choices.
    """

    read: Callable[[Any, Context], Reading]
    show: Callable[[Any], str]
    hint: str = ""
    several: bool = False


def wrong(context: Context, code: str, suggestion: str = "", **parameters: Parameter) -> Reading:
    """Return a reading without value."""
    return Reading(problem=_problem(context, code, suggestion, parameters))


def doubtful(
    context: Context, value: Any, code: str, suggestion: str = "", **parameters: Parameter
) -> Reading:
    """Return a reading that stands if the person confirms it."""
    return Reading(value, _problem(context, code, suggestion, parameters), confirmable=True)


def _problem(
    context: Context, code: str, suggestion: str, parameters: dict[str, Parameter]
) -> Problem:
    return Problem(code, question=context.question.id, suggestion=suggestion, parameters=parameters)


def clean(typed: str) -> str:
    """Return one line in NFC, without invisible marks; runs of spaces become one space."""
    text = INVISIBLE.sub("", unicodedata.normalize("NFC", typed).replace("\r", "\n"))
    return re.sub(r"\s+", " ", text).strip()


def clean_lines(typed: str) -> str:
    """Return several lines in NFC, without invisible marks; at most one empty line in a row."""
    text = unicodedata.normalize("NFC", typed).replace("\r\n", "\n").replace("\r", "\n")
    lines = [clean(line) for line in text.split("\n")]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def compact(typed: str) -> str:
    """Return capitals and digits only, for a number: spaces, dots, dashes and slashes go."""
    return re.sub(r"[\s.\-/\u2010-\u2015_]", "", clean(typed)).upper()


_CONFUSED = str.maketrans({"O": "0", "Q": "0", "I": "1", "L": "1", "|": "1", "S": "5", "B": "8"})


def digits_for_letters(number: str) -> str:
    """Put digits where letters that look like them were typed: O 0, l I 1, S 5, B 8."""
    return number.translate(_CONFUSED)


def grouped(text: str, *lengths: int) -> str:
    """Cut by the given lengths, the last one repeated, with no-break spaces."""
    pieces, position, index = [], 0, 0
    while position < len(text):
        length = lengths[min(index, len(lengths) - 1)]
        pieces.append(text[position : position + length])
        position, index = position + length, index + 1
    return NBSP.join(pieces)


def swapped(number: str) -> list[str]:
    """Return the numbers that differ by two neighbours exchanged, the commonest slip."""
    return [
        number[:i] + number[i + 1] + number[i] + number[i + 2 :]
        for i in range(len(number) - 1)
        if number[i] != number[i + 1]
    ]
