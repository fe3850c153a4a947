"""What the law moved in dossiers: told where one looks at one's dates, until it is seen."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Action, Block, Card, Choice, Gesture, Long, Text
from desktop_app.sentences import law_words
from desktop_app.workflow.matter.law_moved import MovedDay

AT_ONCE = 3
"""Dossiers told at first, on a page of everyone."""


@dataclass(frozen=True, slots=True)
class LawSeen(Gesture):
    """Have the dates of this dossier be those of the law of today."""


def on_dossier(found: Sequence[MovedDay]) -> Iterator[Card]:
    """Yield what the law moved in one dossier, and what says that it is seen."""
    if not found:
        return
    blocks: list[Block] = []
    for one in found:
        blocks.append(Text(law_words.moved(one), "label"))
        blocks += [Text(words) for words in law_words.details(one)]
    blocks += [Text(words, "hint") for words in law_words.elsewhere(found)]
    blocks.append(Action(i18n.text("J’ai vu : prendre la nouvelle date"), LawSeen(), "primary"))
    yield Card(title(len(found)), tuple(blocks))


def on_list(found: Sequence[MovedDay]) -> Iterator[Block]:
    """Yield the dossiers whose dates the law moved, each leading to its page."""
    if not found:
        return
    yield Text(title(len(found)), "subheading")
    lines = tuple(
        Choice(law_words.in_short(one), to.Dossier(dossier=one.event.dossier_id), "semaine")
        for one in found
    )
    if len(lines) > AT_ONCE:
        yield Long(lines, AT_ONCE)
    else:
        yield from lines


def title(count: int) -> str:
    """Return how many dates the law moved."""
    return i18n.plural(
        "Le droit a changé : {n} date n’est plus la même",
        "Le droit a changé : {n} dates ne sont plus les mêmes",
        count,
    )


def seen() -> str:
    """Return that the dates are those of the law of today."""
    return i18n.text("La nouvelle date est notée. L’ancienne est dans l’histoire du dossier.")
