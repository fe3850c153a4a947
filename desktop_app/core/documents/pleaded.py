"""Which arguments of a letter are printed, in which order; what is left out is never lost."""

import datetime as dt
from collections.abc import Callable, Collection, Mapping, Sequence

from desktop_app.core.answers.conditions import scope
from desktop_app.core.answers.draft import Answers, Draft
from desktop_app.core.documents.model import LeftOut
from desktop_app.core.language.template import condition_of
from desktop_app.core.packs.model import LetterDefinition, Paragraph
from desktop_app.core.packs.pleading import (
    GROUNDS,
    MOST_PRINTED,
    Argued,
    Pleading,
    paragraph_of,
    question_of,
)
from desktop_app.core.record import record

Holds = Callable[[str], bool]


@record(frozen=True)
class Pleaded:
    """What a letter pleads with these answers.

    Attributes:
        printed: what is printed of the bank, in order.
        left: what was raised and is not printed, with the reason.
        grounds: how many of those printed make the decision wrong.
        told: what must be known of this choice.
    """

    printed: tuple[Argued, ...] = ()
    left: tuple[LeftOut, ...] = ()
    grounds: int = 0
    told: tuple[str, ...] = ()


NOTHING = Pleaded()


def pleaded(pleading: Pleading, removed: Collection[str], holds: Holds) -> Pleaded:
    """Return what is printed: the grounds first in the order of the paper, so many at most.

    Args:
        removed: the paragraphs that the person took out.
        holds: tells whether a condition holds with her answers.
    """
    if not pleading.argued:
        return NOTHING
    raised = [
        one
        for one in pleading.argued  # of two orders one at most holds
        if holds(one.when) and paragraph_of(one.id) not in removed
    ]
    grounds = [one for one in raised if one.nature in GROUNDS]
    limit = next((one for one in pleading.limit if holds(one.when)), None)
    most, why = (limit.most, limit.why) if limit is not None else (MOST_PRINTED, "")
    kept = {one.id for one in grounds[:most]}
    printed = tuple(one for one in raised if one.id in kept or one not in grounds)
    natures = {one.nature for one in grounds}
    alone = (one for one in pleading.alone if natures and natures <= set(one.natures))
    return Pleaded(
        printed=printed,
        left=tuple(LeftOut(one.id, one.title, why, most) for one in grounds[most:]),
        grounds=len(kept),
        told=tuple(one.why for one in alone if holds(one.when)),
    )


def arranged(
    definition: LetterDefinition, found: Pleaded
) -> tuple[Sequence[Paragraph], Mapping[str, Argued]]:
    """Return the paragraphs that may be printed, in the order of the paper, and whose they are."""
    pleading = definition.pleading
    if not pleading.argued:
        return definition.paragraph, {}
    ours = {paragraph_of(one.id) for one in pleading.argued}
    known = {one.id: one for one in definition.paragraph if one.id in ours}
    said = {paragraph_of(one.id): one for one in found.printed}
    places = {paragraph_of(one.id): pleading.place(one.place) for one in found.printed}
    own = [one for one in definition.paragraph if one.id not in ours]
    there = {one.id for one in own}
    order: list[Paragraph] = []
    for paragraph in own:
        order.append(paragraph)
        order += (known[name] for name, place in places.items() if place == paragraph.id)
    order += (known[name] for name, place in places.items() if place not in there)
    return order, said


def unsaid(pleading: Pleading, found: Pleaded) -> frozenset[str]:
    """Return the proofs of the bank that prove nothing printed: the list of papers is without."""
    ours = {question_of(one.id) for one in pleading.argued}
    proofs = {one.enclosure for one in pleading.argued if one.enclosure in ours}
    return frozenset(proofs - {one.enclosure for one in found.printed})


def shut_out(
    definition: LetterDefinition, draft: Draft, answers: Answers, today: dt.date
) -> tuple[LeftOut, ...]:
    """Return what an earlier letter said and this judge does not hear, with the reason."""
    shut = definition.pleading.shut
    if not shut:
        return ()
    told = {name: typed for name, typed in draft.answers.items() if typed}
    seen = scope(definition, answers.values, today)
    found: dict[str, LeftOut] = {}
    for one in shut:  # the first gate tells why
        if condition_of(one.raised).holds(told) and condition_of(one.when).holds(seen):
            found.setdefault(one.id, LeftOut(one.id, one.title, one.why))
    return tuple(found.values())
