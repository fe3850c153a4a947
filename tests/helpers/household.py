"""A household of five, each with a sheet of her own, and a form that asks of all of them."""

import datetime as dt
from collections.abc import Mapping
from types import MappingProxyType

from reportlab.pdfgen.canvas import Canvas

from desktop_app.core.generic.facts import Title
from desktop_app.core.generic.model import GenericForm
from desktop_app.workflow.people import people
from desktop_app.workflow.store import Safe
from tests.core.generic.test_build import made
from tests.core.generic.test_offered import rows
from tests.helpers.forms import FormPdf

ON = dt.date(2026, 11, 3)
HER, SPOUSE = "Anne Martin", "Paul Durand"
CHILDREN = ("Léa Martin", "Tom Martin", "Zoé Martin")
SHEETS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        HER: {
            "identite.nom": "Martin",
            "identite.prenom": "Anne",
            "identite.date_naissance": "02/03/1985",
            "sante.nir": "285037512345688",
            "adresse.voie": "12 rue des Lilas",
        },
        SPOUSE: {
            "identite.nom": "Durand",
            "identite.prenom": "Paul",
            "identite.date_naissance": "05/06/1983",
            "sante.nir": "183067512345690",
        },
        # The youngest was written first.
        "Zoé Martin": {"identite.prenom": "Zoé", "identite.date_naissance": "07/08/2020"},
        "Léa Martin": {"identite.prenom": "Léa", "identite.date_naissance": "09/10/2012"},
        "Tom Martin": {"identite.prenom": "Tom", "identite.date_naissance": "11/12/2016"},
    }
)
LINKS = {SPOUSE: "conjoint", "Léa Martin": "fille", "Tom Martin": "fils", "Zoé Martin": "ma fille"}


def household(safe: Safe) -> str:
    """Write their sheets; return the id of the first."""
    ids = {name: people.add_person(safe, name, on=ON) for name in SHEETS}
    for name, known in SHEETS.items():
        for field, value in known.items():
            safe.people.keep_value(ids[name], field, value, source="typed", on=ON)
    for name, link in LINKS.items():
        people.live_together(safe, ids[HER], ids[name], link, on=ON)
    return ids[HER]


def form() -> GenericForm:
    """Who one is, one's spouse, then a table of five lines."""
    line = ("Nom et prénom", "Date de naissance")
    boxes = (
        *rows(0, "Nom", "Prénom", "N° de sécurité sociale"),
        *rows(1, "Nom", "Prénom", "N° de sécurité sociale"),
        *rows(2, *line * 5),
    )
    words = ("1. Votre identité", "2. Votre conjoint(e)", "3. Les autres personnes du foyer")
    titles = tuple(
        Title(1, (100, 800 - part * 200, 400, 812 - part * 200), one)
        for part, one in enumerate(words)
    )
    return made(*boxes, titles=titles)


PARTS = (
    ("1. VOTRE IDENTITÉ", ("Nom", "Prénom", "Numéro de sécurité sociale")),
    ("2. VOTRE CONJOINT(E)", ("Nom", "Prénom", "Numéro de sécurité sociale")),
    ("3. LES AUTRES PERSONNES DU FOYER", ("Nom et prénom", "Date de naissance") * 5),
)


def pdf() -> bytes:
    """The same form as a PDF, its boxes with raw names."""
    lines = _lines()
    drawn = FormPdf(_drawn, size=(595.0, 842.0))
    for number, (y, _words, asks) in enumerate(lines):
        if asks:
            drawn.text(f"Texte{number}", (230, y, 520, y + 16))
    return drawn.data()


def _lines() -> list[tuple[float, str, bool]]:
    told = [(words, asks) for part, asked in PARTS for words, asks in _of_part(part, asked)]
    return [(780.0 - 30 * place, words, asks) for place, (words, asks) in enumerate(told)]


def _of_part(part: str, asked: tuple[str, ...]) -> list[tuple[str, bool]]:
    return [(part, False), *((f"{words} :", True) for words in asked)]


def _drawn(canvas: Canvas) -> None:
    for y, words, asks in _lines():
        canvas.setFont("Helvetica" if asks else "Helvetica-Bold", 10 if asks else 13)
        canvas.drawString(40, y + 4, words)
