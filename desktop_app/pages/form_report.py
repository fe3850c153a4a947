"""A form as a command tells of it: what a PDF is; what was read back once it is filled."""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Any

from desktop_app import i18n
from desktop_app.core.generic.facts import BoxType
from desktop_app.core.pdf import Proof
from desktop_app.pages.editions import near, other_edition
from desktop_app.pages.filled_form import left
from desktop_app.pages.page import Block, Listed, Page, Table, Text
from desktop_app.pages.what_next import ready
from desktop_app.sentences import edition_words, proof_words
from desktop_app.workflow.documents.forms import Filled, Recognised


def written(filled: Filled, today: dt.date) -> Page:
    """Return what was read back, what is not on the page, and what is left to do."""
    read = bool(filled.proof.total) or proof_words.is_empty(filled)
    back = (Text(proof_words.told(filled)[0]),) * read
    other = (other_edition(filled.other, ()),) if filled.other is not None else ()
    blocks: tuple[Block, ...] = (
        *back,
        *_annexed(filled.proof),
        *_abbreviated(filled.proof),
        *other,
        *left(filled, numbered=False),
        *_ready(filled, today),
    )
    return Page(i18n.text("Votre formulaire"), blocks, ())


def _ready(filled: Filled, today: dt.date) -> Iterator[Block]:
    if filled.prepared is not None and not proof_words.is_empty(filled):
        yield from ready(filled.prepared, today, filled.way, explained=True)


def how_written(filled: Filled) -> str:
    """Return of how many pages the form is, or that it is empty still."""
    pages = filled.pdf.pages
    if proof_words.is_empty(filled):
        return i18n.plural("Formulaire vide : {n} page", "Formulaire vide : {n} pages", pages)
    return i18n.plural("Formulaire écrit : {n} page", "Formulaire écrit : {n} pages", pages)


def _annexed(proof: Proof) -> Iterator[Block]:
    words = i18n.text("annexe {annex} : {field} (page {page})")
    yield from _titled(
        i18n.text("Trop long pour sa case, écrit en entier dans l’annexe"),
        (words.format(annex=o.annex, field=o.field, page=o.page) for o in proof.overflow),
    )


def _abbreviated(proof: Proof) -> Iterator[Block]:
    """Yield what was written abbreviated, and what may be."""
    words = i18n.text("{field} (page {page}) : « {words} »")
    for agreed, title in (
        (True, i18n.text("Écrit en abrégé, comme vous le voulez")),
        (False, i18n.text("Peut être écrit en abrégé, si vous l’acceptez (--abbreviate CASE)")),
    ):
        told = (one for one in proof.abbreviations if one.agreed is agreed)
        yield from _titled(
            title, (words.format(field=o.field, page=o.page, words=o.proposal) for o in told)
        )


def _titled(title: str, told: Iterator[str]) -> Iterator[Block]:
    if items := tuple(told):
        yield Text(title, "subheading")
        yield Listed(items)


def inspected(found: Recognised) -> Page:
    """Return what a PDF is, which form it is or resembles, and each of its boxes."""
    form = found.form
    pages = i18n.plural("{n} page", "{n} pages", form.pages)
    boxes = i18n.plural("{n} case", "{n} cases", len(form.fields))
    active = i18n.text("Contenu actif, jamais exécuté : {names}")
    rows = tuple(map(_row, form.fields))
    head = (i18n.text("Page"), i18n.text("Sorte"), i18n.text("Case"))
    blocks: tuple[Block, ...] = (
        Text(f"{pages}, {boxes}"),
        *_recognised(found),
        *((Text(active.format(names=", ".join(form.active_content))),) * bool(form.active_content)),
        *((Table((*head, i18n.text("Mots"), i18n.text("Choix")), rows),) if rows else ()),
    )
    return Page(_kinds()[form.kind], blocks, ())


def _recognised(found: Recognised) -> Iterator[Block]:
    if found.pack:
        words = i18n.text("Formulaire connu : {pack}, édition {edition}")
        yield Text(words.format(pack=found.pack, edition=found.edition))
    if found.nearest is not None:
        yield from near(found.nearest, found.model)
    elif found.model is not None:
        told = (edition_words.outdated(found.model), *edition_words.facts(found.model)[1:])
        yield from (Text(one) for one in told if one)


def _row(box: Mapping[str, Any]) -> tuple[str, ...]:
    label = box["label"] if box["label"] != box["name"] else ""
    words = i18n.text("« {words} »").format(words=label) if label else ""
    options = ", ".join(option["id"] for option in box["options"])
    return (f"p. {box['page']}", _sorts()[box["type"]], box["name"], words, options)


def _sorts() -> Mapping[BoxType, str]:
    return {
        "text": i18n.text("texte"),
        "tick": i18n.text("case à cocher"),
        "one_of": i18n.text("une case parmi plusieurs"),
        "choice": i18n.text("liste de choix"),
        "signature": i18n.text("signature"),
        "button": i18n.text("bouton"),
    }


def _kinds() -> dict[str, str]:
    return {
        "acroform": i18n.text("formulaire à remplir à l’écran"),
        "xfa-hybrid": i18n.text("formulaire à remplir à l’écran (avec une partie XFA, ignorée)"),
        "xfa-only": i18n.text("formulaire XFA : il ne peut pas être rempli ici"),
        "flat": i18n.text("PDF sans cases à remplir à l’écran"),
        "scanned": i18n.text("images de pages, sans texte ni cases"),
    }
