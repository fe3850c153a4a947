"""What a box may say: a whole answer, a part of a date, or a tick that one choice decides.

A link is a question and a part of its answer. It is written as the two templates of a box, and
read back from them; templates that no link writes are left as their author wrote them.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from msgspec import structs

from desktop_app.core.packs.bodies import ADDRESS_AREA
from desktop_app.core.packs.model import Place, Question, QuestionGroup

DATE_PARTS = ("", "jour", "mois", "annee")
# How a whole answer may be written: which one suits a box is decided anew when it changes.
_WHOLE = ("", "sans_espaces", "chiffres_date", "date_courte", "lignes")
_NIR_WITHOUT_KEY = "caracteres(1, 13)"


@dataclass(frozen=True, slots=True)
class Link:
    """A part of an answer: a filter of a date, the id of a choice, or "" for the whole of it."""

    question: Question
    part: str = ""

    @property
    def key(self) -> str:
        """Name it among others."""
        return f"{self.question.id}|{self.part}"

    @property
    def choice(self) -> str:
        """The words of the choice that decides; "" when none does."""
        found = (one.label for one in self.question.choices if one.id == self.part)
        return next(found, "")


def known_data(groups: Mapping[str, QuestionGroup]) -> tuple[Question, ...]:
    """Return the shared questions whose answers a person's profile keeps, once each.

    They stand alone: what another question decides is left out, and what it says of them.
    """
    found: dict[str, Question] = {}
    for group in groups.values():
        for question in group.question:
            of_body = question.remember.startswith(ADDRESS_AREA)
            if question.remember and not of_body and not question.when:
                found.setdefault(question.remember, structs.replace(question, begins=()))
    return tuple(found.values())


def links(questions: Iterable[Question], place: Place) -> Iterator[Link]:
    """Yield every link of these questions that suits the kind of a box."""
    for question in questions:
        if place.kind == "tick":
            yield from _ticks(question)
        elif question.kind == "date":
            yield from (Link(question, part) for part in DATE_PARTS)
        elif question.kind != "yes_no":
            yield Link(question)


def _ticks(question: Question) -> Iterator[Link]:
    if question.kind == "yes_no":
        yield Link(question)
    elif question.kind in ("choice", "choices"):
        yield from (Link(question, one.id) for one in question.choices)


def value_of(link: Link, place: Place) -> str:
    """Return the template that writes an answer in a box; "" for a tick."""
    if place.kind == "tick":
        return ""
    return _written(link, link.part or _default_filter(link.question, place))


def _written(link: Link, how: str) -> str:
    return f"{{{{ {link.question.id} | {how} }}}}" if how else f"{{{{ {link.question.id} }}}}"


def _default_filter(question: Question, place: Place) -> str:
    if question.kind == "date":
        return "chiffres_date" if place.comb else "date_courte"
    if question.kind == "nir" and place.comb in (13, 14):
        return _NIR_WITHOUT_KEY
    return "sans_espaces" if place.comb else ""


def when_of(link: Link, place: Place) -> str:
    """Return the condition that ticks a box; "" for a text, which is always written."""
    if place.kind != "tick":
        return ""
    name, part = link.question.id, link.part
    if link.question.kind == "choices":
        return f"'{part}' in {name}"
    return f"{name} == '{part}'" if part else name


def link_of(questions: Iterable[Question], place: Place) -> Link | None:
    """Return the link that a box's templates write; None for a box left empty, or others."""
    for link in links(questions, place):
        if place.when == when_of(link, place) and place.value in _ways(link, place):
            return link
    return None


def _ways(link: Link, place: Place) -> Iterator[str]:
    yield value_of(link, place)
    if not link.part and place.kind != "tick":
        yield from (_written(link, how) for how in _WHOLE)
