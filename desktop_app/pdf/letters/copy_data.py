"""An official form as ``copy_sheet.typ`` reads it: what to write by hand, in the paper's order."""

from collections.abc import Container, Sequence
from itertools import groupby
from typing import Any

from desktop_app.core.documents.model import FilledForm, PlacedValue
from desktop_app.core.language.typography import NBSP, french
from desktop_app.pdf.letters.checklist import COPIES_ONLY, enclosure_items

CELLS_IN_A_ROW = 20
NAMED = 6
"""Boxes to leave empty that are named one by one; of more, the first and the last are."""
SIGNED_BY_BODY = (
    "Donnez-le à l’organisme, ou à la personne, qui doit le remplir : "
    "c’est lui ou elle qui le date, le signe et le tamponne."
)


def copy_sheet_data(form: FilledForm) -> dict[str, Any]:
    """Return the sheet. Values are shown as they must be copied: no typography is put on them."""
    joined = [paper for paper in form.enclosures if not paper.later]
    awaited = {missing.question for missing in form.missing}
    steps = [
        f"Vérifiez le numéro de votre formulaire : {full_number(form)}{_corner(form)}.",
        "Relisez le formulaire, case par case.",
        "Datez et signez le formulaire." if form.signed_by == "person" else SIGNED_BY_BODY,
        *([COPIES_ONLY] if joined else []),
        "Gardez une photocopie du formulaire rempli.",
        "Gardez cette feuille : elle ne s’envoie pas.",
    ]
    return {
        "title": form.title,
        "say": french(
            f"{_called(form)}Recopiez au stylo noir, sans vous presser, "
            "une lettre par case. Cette feuille ne s’envoie pas."
        ),
        "notices": [french(text) for text in superseded(form)],
        "pages": [
            {"title": f"Page {page} du formulaire", "items": _items(list(values), awaited)}
            for page, values in groupby(form.values, key=lambda value: value.page)
        ],
        "steps": [french(step) for step in steps],
        "papers": [french(item) for item in enclosure_items(joined)]
        + [french(f"Suivra : {paper.text}") for paper in form.enclosures if paper.later],
        "missing": [french(missing.label) for missing in form.missing],
        "warnings": [french(text) for text in form.warnings],
        "seen": french(_seen(form)),
    }


def _corner(form: FilledForm) -> str:
    """Return where the paper bears its number, after a comma; nothing when it is not known."""
    at = form.number_at
    if at is None:
        return ""
    x, y, wide, high = at.box
    high_up = "haut" if y + high / 2 > at.page_size[1] / 2 else "bas"
    side = "droite" if x + wide / 2 > at.page_size[0] / 2 else "gauche"
    return f", en {high_up} à {side} de la page {at.page}"


def _seen(form: FilledForm) -> str:
    """Return when this edition was last looked at, and from where."""
    if form.seen_on is None:
        return ""
    day = f"{form.seen_on:%d/%m/%Y}"
    return f"Édition vue le {day}." + (f" Source : {form.source}." if form.source else "")


def _called(form: FilledForm) -> str:
    """A form made for one PDF has no number."""
    return f"Formulaire n° {full_number(form)}. " if form.number else ""


def full_number(form: FilledForm) -> str:
    """Return ``15548*02``: editions are written whole, or by their two digits alone."""
    return form.edition if form.number in form.edition else f"{form.number}*{form.edition}"


def superseded(form: FilledForm) -> tuple[str, ...]:
    """Say that the form was replaced or withdrawn, and what to ask for."""
    number = full_number(form)
    if form.successor:
        replaced = f"Formulaire remplacé : demandez le n° {form.successor}."
        return (f"{replaced} Le n° {number} peut être refusé.",)
    if form.withdrawn:
        stopped = f"Le formulaire n° {number} n’est plus en service."
        return (f"{stopped} Demandez au guichet lequel utiliser.",)
    return ()


def _items(values: Sequence[PlacedValue], awaited: Container[str]) -> list[dict[str, Any]]:
    """Return what to do with each box; boxes to leave empty are told together, so as not to
    lose one's place on the paper."""
    items = []
    for kind, group in groupby(values, key=lambda value: _kind(value, awaited)):
        if kind == "empty":
            names = [value.label for value in group]
            items.append({"kind": kind, "label": french(_told_together(names)), "lines": []})
        else:
            items += [_item(kind, label, list(one)) for label, one in groupby(group, _written_at)]
    return items


def _written_at(value: PlacedValue) -> str:
    """Return the words that name a box; a number with a box for each sign has one name."""
    return value.label.rpartition(" : ")[0] if value.comb == 1 else value.label


def _told_together(names: Sequence[str]) -> str:
    if len(names) <= NAMED:
        return " ; ".join(names)
    return f"{len(names)} cases, de « {names[0]} » à « {names[-1]} »"


def _kind(value: PlacedValue, awaited: Container[str]) -> str:
    if value.tick:
        return "tick"
    if value.text:
        return "comb" if value.comb else "text"
    if value.question not in awaited:
        return "empty"
    return "to-tick" if value.kind == "tick" else "to-write"


def _item(kind: str, label: str, values: Sequence[PlacedValue]) -> dict[str, Any]:
    text = "".join(value.written for value in values)
    lines = _rows(text) if kind == "comb" else text.split("\n")
    return {"kind": kind, "label": french(label), "lines": lines}


def _rows(text: str) -> list[str]:
    compact = text.replace("\n", " ").replace(NBSP, " ")
    return [
        compact[start : start + CELLS_IN_A_ROW] for start in range(0, len(compact), CELLS_IN_A_ROW)
    ]
