"""What the commands say of packs: those at hand, what is wrong with them, one that was begun."""

import datetime as dt
from collections.abc import Sequence

from desktop_app import i18n
from desktop_app.core.packs.listed import BrokenPack, CatalogueItem
from desktop_app.pages.models import how_many, lost, outcome
from desktop_app.pages.page import Block, Listed, Page, Text
from desktop_app.sentences import edition_words
from desktop_app.workflow.guidance.freshness import ToReadAgain
from desktop_app.workflow.guidance.to_verify import FIRST, GRAVEST, Doubt, Gravity
from desktop_app.workflow.packs.checking import CheckedPack


def checked(found: tuple[CheckedPack, ...]) -> Page:
    """Return what is to be corrected."""
    head, *faults = outcome(found)
    return Page(head, tuple(map(Text, faults)), ())


def listed(items: Sequence[CatalogueItem], broken: Sequence[BrokenPack]) -> Page:
    """Return every pack by its name, first those that cannot serve, last former editions."""
    taken = Listed(tuple(_named(one) for one in items if not one.former))
    former = tuple(f"{_named(one)}. {edition_words.former(one)}" for one in items if one.former)
    heading = Text(edition_words.former_editions(), "subheading")
    blocks: tuple[Block, ...] = (
        *map(lost, broken),
        taken,
        *((heading, Listed(former)) if former else ()),
    )
    return Page(how_many(len(items)), blocks, ())


def _named(one: CatalogueItem) -> str:
    return i18n.labelled(one.id, i18n.pack_text(one.title))


def to_verify(doubts: Sequence[Doubt]) -> Page:
    """Return what a lawyer must still verify, the gravest first, each kind under its name."""
    blocks: list[Block] = []
    for gravity in GRAVEST:
        if told := tuple(_doubt(one) for one in doubts if one.gravity == gravity):
            blocks += (Text(_of_gravity()[gravity], "subheading"), Listed(told))
    first = sum(one.gravity in FIRST for one in doubts)
    words = i18n.text("{n} points à vérifier, dont {first} qu’un juriste doit lire d’abord.")
    counted = Text(words.format(n=len(doubts), first=first))
    return Page(i18n.text("Ce qu’un juriste doit vérifier"), (counted, *blocks), ())


def _of_gravity() -> dict[Gravity, str]:
    return {
        "deadline": i18n.text("À lire d’abord : les délais"),
        "court": i18n.text("À lire d’abord : les papiers pour un juge"),
        "danger": i18n.text("Ensuite : que faire aujourd’hui"),
        "letter": i18n.text("Ensuite : les autres lettres"),
        "form": i18n.text("Ensuite : les formulaires"),
        "address": i18n.text("Enfin : les adresses, et qui aide"),
    }


def _doubt(one: Doubt) -> str:
    words = i18n.text("{owner} : {title} ({articles}) ; lu le {day}, fiabilité {confidence}")
    if not one.articles:
        words = i18n.text("{owner} : {title} ; lu le {day}, fiabilité {confidence}")
    return words.format(
        owner=one.owner,
        title=i18n.pack_text(one.title),
        articles=i18n.cited(", ".join(one.articles)),
        day=i18n.long_date(one.seen_on),
        confidence=i18n.text(one.confidence),
    )


def to_review(found: Sequence[ToReadAgain], day: dt.date) -> Page:
    """Return the rules that must be read again on a day, the one that waits longest first."""
    words = i18n.text("{owner} : {title} ; lu le {seen}, à relire depuis le {by}")
    told = (
        words.format(
            owner=one.owner,
            title=i18n.pack_text(one.title),
            seen=i18n.long_date(one.seen_on),
            by=i18n.long_date(one.review_by + dt.timedelta(days=1)),
        )
        for one in found
    )
    counted = i18n.plural("{n} règle à relire", "{n} règles à relire", len(found))
    on = i18n.text("Au {day} : {count}.").format(day=i18n.long_date(day), count=counted)
    return Page(i18n.text("Règles à relire"), (Text(on), Listed(tuple(told))), ())


def begun(folder: str, counts: Sequence[str], then: str) -> Page:
    """Return where a pack that was begun is, what it holds, and what to do ``then``."""
    written = i18n.text("Modèle écrit : {folder}").format(folder=folder)
    told = (written, ", ".join(counts), then)
    return Page(i18n.text("Modèles"), tuple(map(Text, told)), ())


def headed(changed: Sequence[str]) -> Page:
    """Return the letters that have another head now."""
    words = i18n.plural("{n} lettre changée", "{n} lettres changées", len(changed))
    return Page(words, (Listed(tuple(changed)),), ())
