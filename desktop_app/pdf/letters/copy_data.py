"""An official form as ``copy_sheet.typ`` reads it: what to write by hand, in the paper's order."""

from itertools import groupby
from typing import Any

from desktop_app.core.documents.model import FilledForm, PlacedValue
from desktop_app.core.documents.typography import NBSP, french
from desktop_app.pdf.letters.checklist import COPIES_ONLY, enclosure_items

CELLS_IN_A_ROW = 20


def copy_sheet_data(form: FilledForm) -> dict[str, Any]:
    """Return the sheet. Values are shown as they must be copied: no typography is put on them."""
    joined = [paper for paper in form.enclosures if not paper.later]
    steps = [
        "Relisez le formulaire, case par case.",
        "Datez et signez le formulaire.",
        *([COPIES_ONLY] if joined else []),
        "Gardez une photocopie du formulaire rempli.",
        "Gardez cette feuille : elle ne s’envoie pas.",
    ]
    return {
        "title": form.title,
        "say": french(
            f"Formulaire n° {form.number}*{form.edition}. Recopiez au stylo noir, en capitales, "
            "une lettre par case. Cette feuille ne s’envoie pas."
        ),
        "notices": [french(text) for text in superseded(form)],
        "pages": [
            {"title": f"Page {page} du formulaire", "items": [_item(value) for value in values]}
            for page, values in groupby(form.values, key=lambda value: value.page)
        ],
        "steps": [french(step) for step in steps],
        "papers": [french(item) for item in enclosure_items(joined)]
        + [french(f"Suivra : {paper.text}") for paper in form.enclosures if paper.later],
        "missing": [french(missing.label) for missing in form.missing],
        "warnings": [french(text) for text in form.warnings],
    }


def superseded(form: FilledForm) -> tuple[str, ...]:
    """Say that the form was replaced or withdrawn, and what to ask for."""
    number = f"{form.number}*{form.edition}"
    if form.successor:
        replaced = f"Formulaire remplacé : demandez le n° {form.successor}."
        return (f"{replaced} Le n° {number} peut être refusé.",)
    if form.withdrawn:
        stopped = f"Le formulaire n° {number} n’est plus en service."
        return (f"{stopped} Demandez au guichet lequel utiliser.",)
    return ()


def _item(value: PlacedValue) -> dict[str, Any]:
    label = french(value.label)
    if value.tick:
        return {"kind": "tick", "label": label, "lines": []}
    if not value.text:
        return {"kind": "blank", "label": label, "lines": []}
    if value.comb:
        return {"kind": "comb", "label": label, "lines": _rows(value.text)}
    return {"kind": "text", "label": label, "lines": value.text.split("\n")}


def _rows(text: str) -> list[str]:
    compact = text.replace("\n", " ").replace(NBSP, " ")
    return [
        compact[start : start + CELLS_IN_A_ROW] for start in range(0, len(compact), CELLS_IN_A_ROW)
    ]
