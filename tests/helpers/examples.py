"""A pack of an official form in a test: its examples, changed or not, and what they write."""

import datetime as dt
import tomllib
from collections.abc import Iterable
from typing import Any

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm
from desktop_app.datafiles import data_root
from tests.helpers.ours import CATALOGUE

TODAY = dt.date(2026, 11, 25)


def said(pack: str, example: str) -> dict[str, Any]:
    """Return an example, as written: the first whose name begins so."""
    folder = data_root("forms") / "official" / pack / "examples"
    found = next(file for file in folder.iterdir() if file.name.startswith(example))
    return tomllib.loads(found.read_text("utf-8"))


def examples(pack: str) -> list[str]:
    """Return the names of a pack's examples, in order."""
    folder = data_root("forms") / "official" / pack / "examples"
    return sorted(file.name for file in folder.iterdir())


def composed(pack: str, example: str, edition: str = "", **changes: Any) -> FilledForm:
    """Compose an example, with some of its answers changed."""
    whole = said(pack, example)
    unknown = frozenset(whole.get("je_ne_sais_pas", ()))
    draft = Draft(pack, {**whole["answers"], **changes}, unknown)
    return _composed(draft, edition, whole["today"])


def filled(pack: str, edition: str = "", **answers: Any) -> FilledForm:
    """Compose a form from a few answers."""
    return _composed(Draft(pack, answers), edition, TODAY)


def _composed(draft: Draft, edition: str, today: dt.date) -> FilledForm:
    form = CATALOGUE.form(draft.pack)
    field_map = CATALOGUE.field_map(draft.pack, edition)
    return compose_form(form, field_map, validate(form, draft, today), today)


def texts(form: FilledForm) -> dict[str, str]:
    """Return what is written in each box, by its label."""
    return {value.label: value.text for value in form.values}


def ticked(form: FilledForm) -> list[str]:
    """Return the labels of the squares that are ticked."""
    return [value.label for value in form.values if value.tick]


def reached(forms: Iterable[FilledForm]) -> set[str]:
    """Return the boxes that one of these forms writes in."""
    return {value.label for form in forms for value in form.values if value.text or value.tick}


def asked(pack: str, **answers: Any) -> list[str]:
    """Return the questions that these answers lead to."""
    form = CATALOGUE.form(pack)
    return [one.question.id for one in asked_now(form, Draft(pack, answers), TODAY)]


def still_asked(pack: str, example: str, after: str) -> tuple[list[str], int]:
    """Return what an example has to answer that another form did not ask, and how much it did."""
    form = CATALOGUE.form(after)
    known = {question.id for section in form.section for question in section.question}
    mine = asked(pack, **said(pack, example)["answers"])
    new = [name for name in mine if name not in known and not name.startswith("piece_")]
    return new, len([name for name in mine if name in known])
