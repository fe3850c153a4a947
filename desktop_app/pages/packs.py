"""What the commands say of packs: those at hand, what is wrong with them, one that was begun."""

from collections.abc import Sequence

from desktop_app import i18n
from desktop_app.core.packs.listed import BrokenPack, CatalogueItem
from desktop_app.pages.models import how_many, lost, outcome
from desktop_app.pages.page import Block, Listed, Page, Text
from desktop_app.workflow.guidance.pack_list import Doubt
from desktop_app.workflow.packs.checking import CheckedPack


def checked(found: tuple[CheckedPack, ...]) -> Page:
    """Return what is to be corrected."""
    head, *faults = outcome(found)
    return Page(head, tuple(map(Text, faults)), ())


def listed(items: Sequence[CatalogueItem], broken: Sequence[BrokenPack]) -> Page:
    """Return every pack by its name, and first those that cannot serve."""
    named = (i18n.labelled(one.id, i18n.pack_text(one.title)) for one in items)
    blocks: tuple[Block, ...] = (*map(lost, broken), Listed(tuple(named)))
    return Page(how_many(len(items)), blocks, ())


def to_review(doubts: Sequence[Doubt]) -> Page:
    """Return the points of law that a lawyer must read again."""
    words = i18n.text("{owner} : {title} ({articles}) ; lu le {day}, fiabilité {confidence}")
    told = (
        words.format(
            owner=one.owner,
            title=i18n.pack_text(one.title),
            articles=i18n.cited(", ".join(one.articles)),
            day=i18n.long_date(one.seen_on),
            confidence=i18n.text(one.confidence),
        )
        for one in doubts
    )
    return Page(i18n.text("Points de droit à relire"), (Listed(tuple(told)),), ())


def begun(folder: str, counts: Sequence[str], then: str) -> Page:
    """Return where a pack that was begun is, what it holds, and what to do ``then``."""
    written = i18n.text("Modèle écrit : {folder}").format(folder=folder)
    told = (written, ", ".join(counts), then)
    return Page(i18n.text("Modèles"), tuple(map(Text, told)), ())


def headed(changed: Sequence[str]) -> Page:
    """Return the letters that have another head now."""
    words = i18n.plural("{n} lettre changée", "{n} lettres changées", len(changed))
    return Page(words, (Listed(tuple(changed)),), ())
