"""Finding one's case: who wrote, then what is asked and the cases under it; or one's own words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.packs.listed import FREE_LETTER
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages import dont_know
from desktop_app.pages.finding import chosen, heading, in_turn, searched, told
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Choice, Gesture, Live, Page, Text

if TYPE_CHECKING:
    from desktop_app.pages.finding import Offer
    from desktop_app.pages.page import Block, Does
    from desktop_app.workflow.guidance.search import Found as Answers
    from desktop_app.workflow.safes.blanks import Kept

UNCLEAR = "incompris"
"""The situation of who does not understand her letter."""
SEARCH = "search"
"""The box where one looks for it with one's own words."""


@record(frozen=True)
class ShowCases(Gesture):
    """Show, under what the letter asks, the cases that there are."""

    situation: str


def page(asked: to.Find, found: Sequence[Offer], kept: Sequence[Kept] = ()) -> Page:
    """Return what can be chosen here, after what was said on the pages before.

    ``kept``: the forms that the safe has, empty.
    """
    said = chosen(asked.kind, asked.family, asked.situation)
    blocks: tuple[Block, ...] = (
        *((Text(said, "hint"),) if said else ()),
        *((_any_pdf(),) if asked.kind == "formulaire" else ()),
        *_again(kept),
        *in_turn(found, lambda one: _offered(one, asked)),
        *_dont_know(asked, found),
        searched(SEARCH, example=not asked.family),
    )
    return Page(heading(asked.kind, asked.family, asked.situation), blocks, (back(),))


def answered(found: Answers) -> Page:
    """Return what one's own words ask for, alone."""
    search = replace(searched(SEARCH), found=told(found))
    return Page(i18n.text("Écrivez avec vos mots"), (search,), (back(),))


def cases(asked: to.Find, found: Sequence[Offer]) -> tuple[Block, ...]:
    """Return the cases of a situation, to stand under it."""
    which = Text(heading(asked.kind, asked.family, asked.situation), "subheading")
    shown = in_turn(found, lambda one: (_choice(one, asked),))
    return (which, *shown, *_dont_know(asked, found))


def place_of(situation: str) -> str:
    """Return the name of the place of its cases."""
    return f"cases {situation}"


def _offered(offer: Offer, asked: to.Find) -> Iterator[Block]:
    yield _choice(offer, asked)
    if offer.situation and not offer.pack:
        yield Live(place_of(offer.situation))


def _choice(offer: Offer, asked: to.Find) -> Choice:
    """Lead to a letter or form, to what is chosen next, or to the cases that stand under this."""
    does: Does = to.Find(asked.kind, offer.family)
    if offer.pack:
        does = Write(offer.pack, sender=asked.family)
    elif offer.situation:
        does = ShowCases(offer.situation)
    return Choice(offer.words, does, offer.drawing)


def _again(kept: Sequence[Kept]) -> tuple[Block, ...]:
    if not kept:
        return ()
    from desktop_app.pages.kept_forms import again  # not before one is kept

    others = Text(i18n.text("Les formulaires connus ici"), "subheading")
    return (*again(kept), others)


def _any_pdf() -> Choice:
    """Lead to any form that the person has as a PDF, known here or not."""
    return Choice(
        i18n.text("J’ai un formulaire en PDF ou en photo : l’ouvrir"), to.OpenPdf(), "documents"
    )


def _dont_know(asked: to.Find, found: Sequence[Offer]) -> tuple[Block, ...]:
    """Return the way on of who does not find her case: no list ends without one."""
    if asked.situation:
        return dont_know.which_case(Write(FREE_LETTER))
    if asked.kind == "formulaire":
        return (dont_know.which_form(),)
    if not asked.family:
        return _help() if asked.kind == "lettre" else (dont_know.whom_to_ask(),)
    if asked.kind == "demande":
        return (dont_know.what_to_want(),)
    explained = any(one.situation == UNCLEAR for one in found)
    return dont_know.what_it_says(None if explained else to.WhichDelay())


def _help() -> tuple[Block, ...]:
    which, late = (
        i18n.text("Quel délai pour répondre à ma lettre ?"),
        i18n.text("Le délai est passé : trop tard ?"),
    )
    return (
        dont_know.who_wrote(),
        Choice(which, to.WhichDelay(), "semaine"),
        Choice(late, to.TooLate(), "passé"),
    )
