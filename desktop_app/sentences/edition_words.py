"""Editions of an official form in sentences, for the command line and the window. No Qt here."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.generic import wording
from desktop_app.core.packs.listed import is_numbered
from desktop_app.sentences import prepared_words

if TYPE_CHECKING:  # a list of models compares no editions
    from desktop_app.core.documents.model import NumberPlace
    from desktop_app.core.editions.boxes import Box
    from desktop_app.core.packs.listed import CatalogueItem
    from desktop_app.workflow.documents.editions import OtherEdition
    from desktop_app.workflow.guidance.pack_list import Model

_EDITION = re.compile(r"\*(\d{2})")
NAMED = 6
"""Boxes that are named one by one; of more, the others are counted."""
SHORT = 60  # characters of an answer that is only recalled


def other_edition(other: "OtherEdition") -> tuple[str, ...]:
    """Return what a blank differs in from the edition that is known, the main thing first."""
    comparison = other.comparison
    found, moved = len(comparison.matches), [one.place.label for one in comparison.moved]
    gone = [place.label for place in comparison.gone]
    new = [_words_of(box) for box in comparison.new]
    lines = (
        _which(other),
        i18n.plural("{n} case est retrouvée.", "{n} cases sont retrouvées.", found),
        _named(i18n.plural("{n} a changé de place", "{n} ont changé de place", len(moved)), moved),
        _named(i18n.plural("{n} case nouvelle", "{n} cases nouvelles", len(new)), new),
        _named(
            i18n.plural("{n} case qui n’y est plus", "{n} cases qui n’y sont plus", len(gone)),
            gone,
        ),
    )
    return tuple(filter(None, lines))


def to_fill(other: "OtherEdition") -> str:
    """Return what stays empty on a blank that is filled with what both editions share."""
    names = [_words_of(box) for box in other.comparison.new]
    words = i18n.plural("{n} case à remplir vous-même", "{n} cases à remplir vous-même", len(names))
    return _named(words, names)


def unplaced(labels: Sequence[str]) -> str:
    """Return which answers have no box on this edition; empty when all have one."""
    words = i18n.plural(
        "{n} réponse gardée, mais sans case sur cette édition",
        "{n} réponses gardées, mais sans case sur cette édition",
        len(labels),
    )
    return _named(words, [i18n.pack_text(label) for label in labels])


def no_longer_asked(typed: Sequence[str]) -> str:
    """Return that answers of a draft are no longer asked by its model, and are kept."""
    words = i18n.plural(
        "{n} réponse n’est plus demandée, elle reste gardée",
        "{n} réponses ne sont plus demandées, elles restent gardées",
        len(typed),
    )
    return _named(words, [_quoted(one) for one in typed])


def _words_of(box: "Box") -> str:
    """Return what a box of the blank is called; the name of a field only when it is words."""
    if wording.says_something(box.label):
        return box.label
    found = wording.from_name(box.label) or wording.from_name(box.name)
    return found or i18n.text("une case sans nom, page {page}").format(page=box.page)


def _quoted(text: str) -> str:
    line = " ".join(text.split())
    shown = line if len(line) <= SHORT else line[:SHORT].rstrip() + "…"
    return i18n.text("« {words} »").format(words=shown)


def facts(model: "Model") -> tuple[str, ...]:
    """Return what is known of a form or letter: edition, day it was read."""
    if model.number and not model.edition:
        return (prepared_words.number(model.number), prepared_words.prepared_on(model.seen_on))
    seen = i18n.text("Vérifié le {day}.").format(day=i18n.long_date(model.seen_on))
    if not model.number:
        return (seen,)
    words = i18n.text("Formulaire {number}, édition {edition}.")
    return (words.format(number=model.number, edition=model.edition), seen)


def sources(model: "Model") -> tuple[str, ...]:
    """Return its legal name, where it is another one, and where its rules were read."""
    law = i18n.labelled(i18n.text("Nom officiel"), i18n.pack_text(model.law)) if model.law else ""
    return tuple(filter(None, (law, *_sources(model))))


def _sources(model: "Model") -> Iterator[str]:
    """Yield the sources that were read on the same day in one sentence: a letter has many."""
    groups: dict[tuple[dt.date, bool], list[str]] = {}
    for title, day in model.sources:
        groups.setdefault((day, title in model.doubts), []).append(i18n.pack_text(title))
    for (day, in_doubt), titles in groups.items():
        several = len(titles) > 1
        known = {"day": i18n.long_date(day), "title": " ; ".join(titles)}
        yield _source(in_doubt=in_doubt, several=several).format(**known)


def _source(*, in_doubt: bool, several: bool) -> str:
    if several and in_doubt:
        return i18n.text("Sources, lues le {day} : {title}. À vérifier par un juriste.")
    if several:
        return i18n.text("Sources, lues le {day} : {title}.")
    if in_doubt:
        return i18n.text("Source, lue le {day} : {title}. À vérifier par un juriste.")
    return i18n.text("Source, lue le {day} : {title}.")


def former_editions() -> str:
    """Return the heading under which they stand, after all that is taken today."""
    return i18n.text("Anciennes éditions")


def former(one: "Model | CatalogueItem") -> str:
    """Return what to do instead of a former edition, what was seen of it, and when; else empty.

    What nobody of us read is not said to be so: it is verified at the counter.
    """
    if not (one.withdrawn or one.successor):
        return ""
    day = one.seen_on if isinstance(one.seen_on, dt.date) else dt.date.fromisoformat(one.seen_on)
    told = [_instead(one.successor)]
    if one.living:
        words = i18n.text("Dans la liste, prenez : « {title} ».")
        told.append(words.format(title=i18n.pack_text(one.living)))
    if one.seen:
        words = i18n.text("Vu le {day} : {seen}.")
        told.append(words.format(day=i18n.long_date(day), seen=i18n.pack_text(one.seen)))
    return " ".join((*told, i18n.text("À vérifier au guichet.")))


def _instead(successor: str) -> str:
    if successor:
        words = i18n.text("Ancienne édition. Demandez le n° {successor} au guichet.")
        return words.format(successor=successor)
    return i18n.text("Ancienne édition. Demandez au guichet le formulaire en vigueur.")


def outdated(model: "Model") -> str:
    """Return that the office takes another form or edition, and what to ask for when it is known.

    Empty when nothing says so: said when a PDF is opened, before any question, and at the end.
    """
    if told := replaced(model.successor, withdrawn=model.withdrawn):
        return told
    newest = model.editions[0] if model.editions else ""
    if _rank(model.edition) < _rank(newest):
        words = i18n.text("Une édition plus récente est connue : demandez le n° {edition}.")
        return words.format(edition=newest)
    return ""


def replaced(successor: str, *, withdrawn: bool) -> str:
    """Return that a form is no longer taken, and which one is when its pack says it."""
    if withdrawn and successor:
        words = i18n.text("Ce formulaire a été remplacé : demandez le n° {successor} au guichet.")
        return words.format(successor=successor)
    if withdrawn:
        return i18n.text("Ce formulaire n’est plus en service : demandez lequel utiliser.")
    return ""


def _rank(edition: str) -> int:
    """Return the rank of an edition of a number: 4 of "11580*04"; 0 when it has none."""
    found = _EDITION.search(edition)
    return int(found[1]) if found else 0


def which_form(model: "Model") -> tuple[str, ...]:
    """Return the form's number and edition, and when it was checked; no source."""
    return facts(model)[: 2 if model.number else 1]


def check_edition(model: "Model") -> str:
    """Return how to check that one's paper is the edition that is known, and where to look.

    Empty for a form of our own, which bears no such number.
    """
    if not is_numbered(model.edition):
        return ""
    words = i18n.text("Vérifiez l’édition imprimée sur votre formulaire : n° {edition}, {where}.")
    return words.format(edition=model.edition.partition(",")[0], where=where(model.number_at))


def where(place: "NumberPlace | None") -> str:
    """Return where on its page a number stands; the usual places when it is not known."""
    if place is None:
        return i18n.text("le plus souvent en haut à droite, ou en bas, de la première page")
    words = {
        ("top", "left"): i18n.text("en haut à gauche de la page {page}"),
        ("top", "right"): i18n.text("en haut à droite de la page {page}"),
        ("bottom", "left"): i18n.text("en bas à gauche de la page {page}"),
        ("bottom", "right"): i18n.text("en bas à droite de la page {page}"),
    }
    x, y, wide, high = place.box
    right = x + wide / 2 > place.page_size[0] / 2
    top = y + high / 2 > place.page_size[1] / 2
    corner = ("top" if top else "bottom", "right" if right else "left")
    return words[corner].format(page=place.page)


def _which(other: "OtherEdition") -> str:
    known = other.known.edition
    if other.same_edition:
        words = i18n.text("Ce PDF porte le n° {known}, mais ses cases sont faites autrement.")
    elif other.edition:
        words = i18n.text(
            "Ce PDF est l’édition {edition}. La plus proche que nous connaissons : {known}."
        )
    else:
        words = i18n.text("Ce PDF ressemble au formulaire {known}, mais son numéro ne se lit pas.")
    return words.format(edition=other.edition, known=known)


def _named(words: str, names: Sequence[str]) -> str:
    """Name the first ones, and count the rest; empty when there is none."""
    if not names:
        return ""
    shown = list(dict.fromkeys(names))
    rest = len(shown) - NAMED
    listed = " ; ".join(shown[:NAMED])
    if rest > 0:
        listed += i18n.plural(" ; et {n} autre", " ; et {n} autres", rest)
    return i18n.labelled(words, listed + ".")
