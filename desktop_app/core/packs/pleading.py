"""How a letter pleads: which orders of the bank of arguments are its own, and where they stand.

The bank is ``forms/law/arguments``; what it makes of a letter is ``core/arguments/plead.py``.
"""

from typing import Literal

from desktop_app.core.toml_table import TomlTable

GROUNDS = ("merits", "debt", "form", "data")
"""The natures of what makes a decision wrong; the others are requests."""
Spot = Literal["reasons", "measures", "requests"]
"""Where an argument stands in a paper."""
MOST_PRINTED = 6
"""Grounds of one paper: a judge who reads ten boxes ticked reads none."""


class OrderRef(TomlTable, frozen=True, kw_only=True):
    """An order of the bank, for the answers of which ``when`` holds: one order at most holds."""

    id: str
    when: str = ""


class Said(TomlTable, frozen=True, kw_only=True):
    """Answers of a letter that keeps its own questions and say what an argument says.

    ``facts``: what the person told of it there, for the letter that follows. ``question`` instead
    of ``argument``: they answer, with ``facts``, this question of the letter that follows.
    """

    argument: str = ""
    question: str = ""
    when: str = ""
    facts: str = ""


class Named(TomlTable, frozen=True, kw_only=True):
    """What ``{{ decision }}`` is in the paragraphs of the bank; the first that holds stands."""

    text: str
    when: str = ""


class SamePaper(TomlTable, frozen=True, kw_only=True):
    """A proof of the bank, by its title, that is an enclosure of the letter already."""

    proof: str
    enclosure: str


class Only(TomlTable, frozen=True, kw_only=True):
    """Arguments that are asked only when the decision is about that: ``when`` she said so."""

    arguments: tuple[str, ...]
    when: str


class Silence(TomlTable, frozen=True, kw_only=True):
    """When the decision is a silence: it has neither reasons nor signature."""

    when: str


class Argued(TomlTable, frozen=True, kw_only=True):
    """An argument where it may be printed; ``resolve`` alone makes it.

    Attributes:
        when: its order holds, no gate closes it there, and it was raised.
        nature: its own, for gates on what is printed.
        place: among the reasons, with what is asked meanwhile, or with what is asked at the end.
        enclosure: the paper that proves it; empty when none does.
        help_first: its title, when it must not be printed before somebody helped; else empty.
    """

    id: str
    title: str
    when: str
    nature: str
    place: Spot = "reasons"
    enclosure: str = ""
    help_first: bool = False


class Shut(TomlTable, frozen=True, kw_only=True):
    """An argument that a judge does not hear, with the reason; ``when`` this paper is for him.

    ``raised`` is about what was said in an earlier letter: it is not asked here.
    """

    id: str
    title: str
    when: str
    raised: str
    why: str


class Most(TomlTable, frozen=True, kw_only=True):
    """How many grounds are printed at most, and why."""

    when: str
    most: int
    why: str = ""


class Alone(TomlTable, frozen=True, kw_only=True):
    """Natures that must not be the only ones printed, and why."""

    when: str
    natures: tuple[str, ...]
    why: str


class Pleading(TomlTable, frozen=True, kw_only=True):
    """``[pleading]`` of a letter.

    Attributes:
        forum: the place where it is read: which paragraph of each argument is printed.
        after: the paragraph after which the reasons stand. measures_after, requests_after: the same
            of what is asked meanwhile, and of what is asked at the end; the first may be left out.
        required: what is missing without one ground of the bank, and what may come of it; empty
            where the letter is whole without.
        order: the orders that it may follow. said: what its own questions say of arguments.
        only: the arguments that are about some matters alone.
        covered: the arguments of its orders that its own paragraphs say already: not asked.
        argued, shut, limit, alone: never written in a pack, ``resolve`` puts them there.
    """

    forum: str = ""
    after: str = ""
    measures_after: str = ""
    requests_after: str = ""
    required: str = ""
    silence: Silence | None = None
    decision: tuple[Named, ...] = ()
    paper: tuple[SamePaper, ...] = ()
    order: tuple[OrderRef, ...] = ()
    said: tuple[Said, ...] = ()
    only: tuple[Only, ...] = ()
    covered: tuple[str, ...] = ()
    argued: tuple[Argued, ...] = ()
    shut: tuple[Shut, ...] = ()
    limit: tuple[Most, ...] = ()
    alone: tuple[Alone, ...] = ()

    def place(self, spot: Spot) -> str:
        """Return the paragraph after which the arguments of a spot stand."""
        places = {
            "reasons": self.after,
            "measures": self.measures_after or self.requests_after,
            "requests": self.requests_after,
        }
        return places[spot]


NO_PLEADING = Pleading()

PARAGRAPH, QUESTION = "moyen-", "moyen_"


def paragraph_of(argument: str) -> str:
    """Return the id of the paragraph that says an argument."""
    return f"{PARAGRAPH}{argument}"


def question_of(argument: str) -> str:
    """Return the id of the question, and of the enclosure, of an argument: the same everywhere."""
    return QUESTION + argument.replace("-", "_")


def facts_question(argument: str) -> str:
    """Return the id of the question on the facts of an argument."""
    return f"{question_of(argument)}_faits"
