"""The agreement 13912*04: five sign it, the person prepares her frames, a body the whole."""

from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.documents.model import FilledForm
from desktop_app.pdf.forms.writer import OfficialForms
from tests.helpers.official import (
    CATALOGUE,
    asked_again,
    composed,
    examples,
    never_reached,
    off_their_cells,
    off_their_lines,
    off_their_squares,
    reserved,
    ticked,
    widgets,
)
from tests.helpers.printed import Rect, drawn, signs

PACK = "13912-immersion-pmsmp"
BLANK = "cerfa-13912-04-pmsmp-convention.pdf"
PLACES = CATALOGUE.field_map(PACK).place
MINE = examples(PACK)["2"]["answers"]
TODAY = examples(PACK)["2"]["today"]
BODIES = ("Prescripteur", "Référence", "Structure conventionnant", "Accompagnement", "Conseiller")
NOT_MAPPED = {"actimage", "dept - année - n°d'ordre"}
"""A field that the paper does not show; one for three groups of cells, which are written on."""


@pytest.fixture(scope="module")
def strokes(corpus: Path) -> dict[int, list[Rect]]:
    return {page: drawn(corpus / "french" / BLANK, page) for page in (1, 2)}


def filled(**changes: Any) -> FilledForm:
    form = CATALOGUE.form(PACK)
    answers = validate(form, Draft(PACK, {**MINE, **changes}), TODAY)
    return compose_form(form, CATALOGUE.field_map(PACK), answers, TODAY)


def test_every_field_of_the_blank_is_mapped_once(corpus: Path) -> None:
    states: dict[str, list[str]] = {}
    for name, state in widgets(corpus / "french" / BLANK):
        states.setdefault(name, []).append(state)
    expected = {
        (name, state if len(several) > 1 else "")
        for name, several in states.items()
        for state in several
        if name not in NOT_MAPPED
    }
    mapped = [(one.field, one.option) for one in PLACES if one.field]
    assert len(mapped) == len(expected)
    assert set(mapped) == expected


def test_her_crosses_digits_and_words_are_where_the_paper_has_them(
    strokes: dict[int, list[Rect]], corpus: Path
) -> None:
    for page in (1, 2):
        here = [place for place in PLACES if place.page == page and not reserved(place)]
        lines = [*signs(corpus / "french" / BLANK, page, "_."), *strokes[page]]
        combs = [place for place in here if place.comb]
        texts = [p for p in here if p.kind == "text" and not p.comb]
        assert (len(combs), len(texts)) == ((25, 51) if page == 1 else (3, 36))
        assert off_their_squares([p for p in here if p.kind == "tick"], strokes[page]) == []
        assert off_their_cells(combs, strokes[page]) == []
        assert off_their_lines(texts, lines) == []


def test_a_person_leaves_their_own_frames_to_the_bodies() -> None:
    mine = {value.label for value in composed(PACK, "1").values if value.text or value.tick}
    assert not [label for label in mine if label.startswith(BODIES)]
    theirs = {value.label for value in composed(PACK, "2").values if value.text or value.tick}
    assert len([label for label in theirs if label.startswith(BODIES)]) == 23
    left = [place.label for place in PLACES if reserved(place)]
    assert left == [
        "N° de la convention (réservé à l'organisme)",
        "Transmis à l'ASP le (réservé à l'organisme)",
    ]


def test_the_hours_are_written_for_each_day_that_was_said_and_no_other() -> None:
    week = ("Lundi", "Mardi", "Mercredi", "Jeudi", "Vendredi", "Samedi", "Dimanche")
    boxes = {v.label: v.text for v in filled(jours=["mardi", "dimanche"]).values}
    assert [day for day in week if boxes[f"{day} : de"]] == ["Mardi", "Dimanche"]
    assert boxes["Dimanche : à (après-midi)"] == MINE["heure_4"]


@pytest.mark.parametrize(("answer", "asked"), [("oui", False), ("non", True)])
def test_a_body_that_does_both_is_not_asked_for_itself_twice(answer: str, asked: bool) -> None:
    said = {**MINE, "prescripteur_accompagne": answer}
    now = {one.question.id for one in asked_now(CATALOGUE.form(PACK), Draft(PACK, said), TODAY)}
    assert ("accompagnement_nom" in now) is asked
    assert "conseiller_nom" in now


SITUATIONS = ["mission-locale", "autre-organisme", "iae", "salarie", "autre"]


def test_no_box_of_hers_is_out_of_reach() -> None:
    more = [
        filled(
            situation_pmsmp=one,
            suspension="oui",
            inscription_date="03/09/2026",
            situation_pmsmp_autre="Service civique",
        )
        for one in (*SITUATIONS, "contrat-aide")
    ]
    more += [filled(handicap=one) for one in ("aah", "autre")]
    more += [filled(nationalite="eee"), filled(periode_objet="recruter")]
    more += [
        filled(prescripteur_accompagne="oui", prescripteur_conventionne="non", prevention="non"),
        filled(jours=["samedi", "dimanche"], protection="oui", protection_details="Gants"),
    ]
    reached = {v.label for one in more for v in one.values if v.text or v.tick}
    assert never_reached(PACK) - reached == set()


@pytest.mark.parametrize("situation", [*SITUATIONS, "contrat-aide", "france-travail"])
def test_one_situation_is_ticked_and_its_own_date_written(situation: str) -> None:
    document = filled(situation_pmsmp=situation, suspension="oui", inscription_date="03/09/2026")
    begin = next(n for n, v in enumerate(document.values) if v.label.startswith("Demandeur"))
    end = next(n for n, v in enumerate(document.values) if v.label == "Autre situation")
    marked = [value.label for value in document.values[begin : end + 1] if value.tick]
    waiting = [label for label in marked if "suspension" in label]
    assert len(marked) - len(waiting) == 1
    assert len(waiting) == (situation in ("iae", "contrat-aide", "salarie"))
    dates = [v for v in document.values if "date d'inscription" in v.label and v.text]
    assert len(dates) == (situation in ("mission-locale", "autre-organisme"))


@pytest.mark.parametrize(
    ("phone", "code", "number"),
    [
        ("01 99 00 12 34", "33", "199001234"),
        ("+33 1 99 00 12 34", "33", "199001234"),
    ],
)
def test_a_number_is_written_after_the_code_of_its_country(
    phone: str, code: str, number: str
) -> None:
    boxes = {value.label: value.text for value in filled(telephone=phone).values}
    assert boxes["Bénéficiaire : téléphone, indicatif"] == code
    assert boxes["Bénéficiaire : téléphone"] == number


def test_who_has_no_job_is_not_asked_for_an_employer() -> None:
    said = examples(PACK)["1"]["answers"]
    asked = {one.question.id for one in asked_now(CATALOGUE.form(PACK), Draft(PACK, said), TODAY)}
    assert "employeur_nom" not in asked
    assert "identifiant_ft" in asked
    assert "Demandeur d'emploi suivi par Pôle emploi" in ticked(PACK, "1")


def test_it_says_that_the_law_changed_after_this_paper() -> None:
    form = CATALOGUE.form(PACK)
    assert any("2023" in warning.text for warning in form.warning)
    assert any(source.to_verify for source in form.source)


def test_after_a_registration_nothing_of_who_she_is_is_asked_again() -> None:
    again = asked_again("13750-certificat-immatriculation", "1", PACK, "1")
    known = {"nom", "prenom", "civilite", "date_naissance", "lieu_naissance", "pays_naissance"}
    assert not again & (known | {"adresse_voie", "code_postal", "telephone", "courriel"})


def test_the_paper_bears_its_edition_over_the_one_before(corpus: Path) -> None:
    """Its page says 13912*03; a stamp over it says *04, and must be there on what is printed."""
    blank = (corpus / "french" / BLANK).read_bytes()
    pdf, _proof = OfficialForms().fill(filled(), blank)
    with pdfium.PdfDocument(pdf.data) as document:
        page = document[0]
        words = page.get_textpage()
        stamped = words.get_text_range()
        words.close()
        page.close()
    assert stamped.index("13912*03") < stamped.index("13912*04"), "the stamp is drawn last"
