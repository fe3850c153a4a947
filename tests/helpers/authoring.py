"""A small form in the making: two pages, a name that is known, a tick, a comb, a box left empty."""

import datetime as dt

from desktop_app.core.authoring.edited import EditedForm, edited
from desktop_app.core.packs.model import Blank, FieldMap, FormDefinition, Place, Question, Section
from desktop_app.core.sourced import Source

TODAY = dt.date(2026, 11, 24)
A4 = (595.0, 842.0)


def a_form() -> EditedForm:
    """Return the form; each call gives an equal one."""
    questions = (
        Question(id="nom", kind="name", label="Quel est votre nom ?", remember="identite.nom"),
        Question(id="case_accord", kind="yes_no", label="J'accepte"),
        Question(id="case_code", kind="text", label="Code", max_length=5),
    )
    definition = FormDefinition(
        schema=1,
        id="demande-essai",
        title="Demande d'essai",
        plain_title="Demande d'essai",
        family="transversal",
        seen_on=TODAY,
        number="",
        edition="1",
        body="",
        section=(Section(id="tout", title="Tout", question=questions),),
        source=(Source(articles=(), title="Le PDF", seen_on=TODAY, confidence="basse"),),
        blank=(Blank(edition="1", map="fields-1.toml", sha256=("0" * 64,)),),
    )
    places = (
        Place(label="Nom", value="{{ nom }}", page=1, box=(60, 700, 300, 18)),
        Place(label="J'accepte", kind="tick", when="case_accord", page=1, box=(60, 650, 9, 9)),
        Place(
            label="Code",
            value="{{ case_code | sans_espaces }}",
            comb=5,
            page=2,
            box=(60, 700, 90, 18),
        ),
        Place(label="Nom du demandeur", value="{{ nom }}", page=2, box=(60, 600, 300, 18)),
        Place(label="Signature", page=2, box=(300, 80, 200, 60)),
    )
    return edited(definition, FieldMap(edition="1", page_sizes=(A4, A4), place=places))
