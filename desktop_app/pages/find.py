"""Finding one's case: one choice a page, or one's own words."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app import i18n
from desktop_app.pages import destinations as to
from desktop_app.pages import dont_know
from desktop_app.pages.finding import Offer, chosen, heading, searched, told
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Block, Choice, Page, Text

OWN_LETTER, UNCLEAR = "lettre-libre", "incompris"
"""The letter of one's own; the situation of who does not understand hers."""
SEARCH = "search"
"""The box where one looks for it with one's own words."""


def page(asked: to.Find, found: Sequence[Offer]) -> Page:
    """Return what can be chosen here, after what was said on the pages before."""
    said = chosen(asked.kind, asked.family, asked.situation)
    blocks: tuple[Block, ...] = (
        *((Text(said, "hint"),) if said else ()),
        *((_any_pdf(),) if asked.kind == "formulaire" else ()),
        *(_choice(one, asked) for one in found),
        *_dont_know(asked, found),
        Text(i18n.text("Ou écrivez avec vos mots"), "subheading"),
        searched(SEARCH),
    )
    return Page(heading(asked.kind, asked.family, asked.situation), blocks, (back(),))


def answered(found: Sequence[Offer], typed: str) -> Page:
    """Return what one's own words ask for, alone."""
    search = replace(searched(SEARCH), found=told(found, typed))
    return Page(i18n.text("Écrivez avec vos mots"), (search,), (back(),))


def _choice(offer: Offer, asked: to.Find) -> Choice:
    """Lead to a letter or form, or to what is chosen next."""
    next_ = to.Find(asked.kind, offer.family, offer.situation)
    does = Write(offer.pack, sender=asked.family) if offer.pack else next_
    return Choice(offer.words, does, offer.drawing)


def _any_pdf() -> Choice:
    """Lead to any form that the person has as a PDF, known here or not."""
    return Choice(i18n.text("J’ai un formulaire en PDF : l’ouvrir"), to.OpenPdf(), "documents")


def _dont_know(asked: to.Find, found: Sequence[Offer]) -> tuple[Block, ...]:
    """Return the way on of who does not find her case: no list ends without one."""
    if asked.situation:
        return dont_know.which_case(Write(OWN_LETTER))
    if asked.kind == "formulaire":
        return (dont_know.which_form(),)
    if not asked.family:
        return _help() if asked.kind == "lettre" else (dont_know.whom_to_ask(),)
    if asked.kind == "demande":
        return (dont_know.what_to_want(),)
    explained = any(one.situation == UNCLEAR for one in found)
    place = to.Find(asked.kind, asked.family, UNCLEAR) if explained else to.WhichDelay()
    return dont_know.what_it_says(place)


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
