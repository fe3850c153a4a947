"""The RSA request 13880*04: five flat pages, each box where the paper has it, asked once."""

import datetime as dt
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.packs.model import FieldMap, FormDefinition
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import proposal, remembered
from tests.helpers import flat_forms
from tests.helpers.flat_forms import RESERVED, composed, examples
from tests.helpers.ours import CATALOGUE

TODAY = dt.date(2026, 11, 25)
PACK, HOUSING = "13880-rsa", "10840-aide-logement"
COUPLE, ALONE, HOMELESS = examples(PACK)[0], *examples(PACK)[3:5]
UNRULED = tuple(f"{word} ({who} jeune)" for word in ("Nom", "Prénom") for who in ("1er", "2e"))


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return CATALOGUE.form(PACK)


@pytest.fixture(scope="module")
def field_map() -> FieldMap:
    return CATALOGUE.field_map(PACK)


@pytest.fixture(scope="module")
def blank(corpus: Path) -> Path:
    return corpus / "french" / "cerfa-rsa-demande-xfa-signature.pdf"


def test_it_names_the_form_that_replaces_it_and_says_who_named_it(form: FormDefinition) -> None:
    assert (form.edition, form.withdrawn, form.successor) == ("13880*04", True, "15481*01")
    assert [one.to_verify for one in form.source if "15481*01" in one.title] == [True]


def test_every_cross_is_in_the_middle_of_its_square(field_map: FieldMap, blank: Path) -> None:
    assert flat_forms.off_squares(field_map, blank) == []


def test_every_square_and_every_cell_of_the_paper_is_in_the_map(
    field_map: FieldMap, blank: Path
) -> None:
    assert flat_forms.squares(blank, 1, 2, 3, 4, 5) == sum(
        p.kind == "tick" for p in field_map.place
    )
    reserved = 8 + 3 + 9  # on page 1: number of the request, and of the service
    assert flat_forms.cells(blank, 1, 2) - reserved == sum(p.comb for p in field_map.place)


def test_every_digit_is_in_the_middle_of_its_cell(field_map: FieldMap, blank: Path) -> None:
    assert flat_forms.off_cells(field_map, blank) == []


def test_every_line_of_writing_is_on_a_printed_line(field_map: FieldMap, blank: Path) -> None:
    assert flat_forms.off_lines(field_map, blank, *UNRULED) == []


def test_together_the_examples_reach_every_box() -> None:
    assert flat_forms.never_reached(PACK) == set()


def test_nothing_is_written_where_the_office_writes(field_map: FieldMap) -> None:
    reserved = [place for place in field_map.place if RESERVED in place.label]
    assert {place.page for place in reserved} == {1, 2, 3, 4, 5}
    assert all(not place.value for place in reserved)
    assert all(
        place.value or place.kind == "tick" for place in field_map.place if place not in reserved
    )


def test_the_date_of_the_couple_goes_to_its_own_line_only() -> None:
    written = {value.label: value.text for value in composed(PACK, COUPLE).values}
    assert written["Vous êtes mariés depuis le : année"] == "2019"
    assert written["Vous êtes pacsés depuis le : année"] == ""
    assert written["Vous avez repris une vie commune depuis le : année"] == "2025"


def test_a_mobile_goes_to_the_second_telephone() -> None:
    at_home = {value.label: value.text for value in composed(PACK, COUPLE).values}
    mobile = {value.label: value.text for value in composed(PACK, ALONE).values}
    home, other = "Téléphone : domicile", "Téléphone : autre (travail ou portable)"
    assert (at_home[home], at_home[other]) == ("0199001234", "")
    assert (mobile[home], mobile[other]) == ("", "0639981234")


def asked(answers: dict[str, object]) -> set[str]:
    draft = Draft(PACK, {"nom": "Martin", "organisme": "caf", **answers})
    return {step.question.id for step in Interview(CATALOGUE.form(PACK), draft, TODAY).steps}


def test_a_person_alone_without_children_is_asked_nothing_of_others() -> None:
    now = asked({"en_couple": "non", "enfants_nombre": "0", "logement_paye": "gratuit"})
    assert not {name for name in now if name.startswith(("conjoint_", "enfant_", "jeune_"))}
    assert not {"couple_lien", "logement_statut", "jeunes_ressources"} & now
    assert len(now) < 75


def test_only_the_resources_she_has_are_asked_month_by_month() -> None:
    now = asked({"ressources": ["chomage"]})
    assert {"chomage_1", "chomage_2", "chomage_3"} <= now
    assert not {"salaire_1", "heures_1", "retraite_1", "aide_qui"} & now


@dataclass(frozen=True)
class Known:
    """What a person's profile holds of one thing."""

    value: str
    source: str = HOUSING
    given_on: dt.date = TODAY


def test_who_filled_the_housing_aid_is_not_asked_again_what_it_asked() -> None:
    before = tomllib.loads(examples(HOUSING)[0].read_text("utf-8"))["answers"]
    kept = remembered(Interview(CATALOGUE.form(HOUSING), Draft(HOUSING, before), TODAY))
    profile = {field: Known(typed) for field, typed in kept.items()}

    start = {"logement_paye": "oui", "deja_connu": "oui"}
    interview = Interview(CATALOGUE.form(PACK), Draft(PACK, start), TODAY)
    known = set()
    while found := {
        step.question.id: proposed.typed
        for step in interview.steps
        if (proposed := proposal(interview, step.question.id, profile))
    }:
        for question, typed in found.items():
            interview = interview.answer(question, typed)
        known |= set(found)

    assert known == {
        *("prenom", "nom", "date_naissance", "nir", "organisme", "numero_allocataire"),
        *("hebergement", "adresse_complement", "adresse_voie", "code_postal", "commune"),
        *("logement_statut", "logement_depuis", "en_couple"),
    }
    assert len(known) == len(kept), "what the first form kept serves the second one, all of it"
