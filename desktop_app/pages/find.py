"""Finding one's case: one choice a page, or one's own words."""

from collections.abc import Sequence
from dataclasses import replace

from desktop_app import i18n
from desktop_app.pages import destinations as to
from desktop_app.pages.finding import Offer, chosen, heading, searched, told
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Block, Choice, Page, Text, Unfold

SEARCH = "search"
"""The box where one looks for it with one's own words."""


def page(asked: to.Find, found: Sequence[Offer]) -> Page:
    """Return what can be chosen here, after what was said on the pages before."""
    said = chosen(asked.kind, asked.family, asked.situation)
    blocks: tuple[Block, ...] = (
        *((Text(said, "hint"),) if said else ()),
        *((_any_pdf(),) if asked.kind == "formulaire" else ()),
        *(_choice(one, asked.kind) for one in found),
        *(_help() if asked.kind == "lettre" and not asked.family else ()),
        Text(i18n.text("Ou écrivez avec vos mots"), "subheading"),
        searched(SEARCH),
    )
    return Page(heading(asked.kind, asked.family, asked.situation), blocks, (back(),))


def answered(found: Sequence[Offer], typed: str) -> Page:
    """Return what one's own words ask for, alone."""
    search = replace(searched(SEARCH), found=told(found, typed))
    return Page(i18n.text("Écrivez avec vos mots"), (search,), (back(),))


def _choice(offer: Offer, kind: to.Kind) -> Choice:
    """Lead to a letter or form, or to what is chosen next."""
    next_ = to.Find(kind, offer.family, offer.situation)
    return Choice(offer.words, Write(offer.pack) if offer.pack else next_, offer.drawing)


def _any_pdf() -> Choice:
    """Lead to any form that the person has as a PDF, known here or not."""
    return Choice(i18n.text("J’ai un formulaire en PDF : l’ouvrir"), to.OpenPdf(), "documents")


def _help() -> tuple[Block, ...]:
    where = i18n.text(
        "Regardez en haut à gauche de la lettre, ou le dessin près du nom. "
        "Le bureau y écrit son nom : Caf, CPAM, Préfecture… "
        "Il est aussi au dos de l’enveloppe, et près de la signature."
    )
    which, late = (
        i18n.text("Quel délai pour répondre à ma lettre ?"),
        i18n.text("Le délai est passé : trop tard ?"),
    )
    return (
        Unfold(i18n.text("Je ne sais pas qui écrit"), where, "inconnu"),
        Choice(which, to.WhichDelay(), "semaine"),
        Choice(late, to.TooLate(), "semaine"),
    )
