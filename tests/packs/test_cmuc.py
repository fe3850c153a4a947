"""The CMU-C request 12504*03: withdrawn, and said so; every field of the blank is mapped once."""

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now
from desktop_app.core.packs.model import FieldMap, FormDefinition
from desktop_app.pdf.forms.writer import OfficialForms
from tests.helpers import flat_forms
from tests.helpers.flat_forms import RESERVED, composed, examples
from tests.helpers.ours import CATALOGUE

TODAY = dt.date(2026, 11, 25)
PACK = "12504-cmuc"
FAMILY, WITH_RSA, EUROPEANS = examples(PACK)[:3]
NO_FIELD = "Indemnités journalières, actuellement ou au cours des 12 derniers mois : non (3e jeune)"
PRINTED = {"Vous avez déposé une demande de RSA", "Vous bénéficiez du RSA socle"}
"""Two boxes to tick are letters of the page, not squares that are drawn."""


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return CATALOGUE.form(PACK)


@pytest.fixture(scope="module")
def field_map() -> FieldMap:
    return CATALOGUE.field_map(PACK)


@pytest.fixture(scope="module")
def blank(corpus: Path) -> Path:
    return corpus / "french" / "cerfa-12504-03-cmuc-demande.pdf"


def test_it_says_that_the_c2s_replaced_it_and_what_to_ask_instead(form: FormDefinition) -> None:
    assert form.withdrawn
    assert form.successor == "", "the C2S request keeps the number 12504: no other one replaces it"
    told = " ".join(warning.text for warning in form.warning)
    assert "complémentaire santé solidaire (C2S)" in told
    assert "S3711" in told
    assert "Ma complémentaire santé solidaire est refusée ou ne vient pas" in told
    assert CATALOGUE.letter("cpam-c2s").plain_title in told


def test_every_field_of_the_blank_is_mapped_once(field_map: FieldMap, blank: Path) -> None:
    assert_every_field_is_mapped_once(field_map, blank)
    assert [place.label for place in field_map.place if not place.field] == [NO_FIELD]


def assert_every_field_is_mapped_once(field_map: FieldMap, blank: Path) -> None:
    mapped = [(place.field, place.option) for place in field_map.place if place.field]
    blank_has = {
        (field["name"], option["id"] if option else "")
        for field in OfficialForms().inspect(blank.read_bytes()).fields
        for option in (field["options"] or (None,))
    }
    assert len(mapped) == len(set(mapped))
    assert set(mapped) == blank_has


def test_every_cross_is_in_the_middle_of_its_square(field_map: FieldMap, blank: Path) -> None:
    assert set(flat_forms.off_squares(field_map, blank)) == PRINTED


def test_together_the_examples_reach_every_box() -> None:
    assert flat_forms.never_reached(PACK) == set()


def test_nothing_is_written_where_the_body_writes(field_map: FieldMap) -> None:
    assert [p.value for p in field_map.place if RESERVED in p.label] == [""]


def test_never_yes_and_no_together() -> None:
    for example in examples(PACK):
        ticked = {value.label for value in composed(PACK, example).values if value.tick}
        assert not {one.replace(" : oui", " : non") for one in ticked if " : oui" in one} & ticked


def test_what_is_not_ticked_is_no_only_for_who_answered() -> None:
    said = {value.label for value in composed(PACK, EUROPEANS).values if value.tick}
    silent = {value.label for value in composed(PACK, WITH_RSA).values if value.tick}
    no = "Vous percevez une aide au logement : non (vous)"
    assert no in said
    assert no not in silent


def test_with_the_rsa_resources_are_not_asked() -> None:
    given = {"nom": "Martin", "organisme": "caf", "rsa_foyer": "recoit", "enfants_nombre": "2"}
    asked = {one.question.id for one in asked_now(CATALOGUE.form(PACK), Draft(PACK, given), TODAY)}
    assert "jeunes_rsa" in asked
    assert not {name for name in asked if name.endswith(("_ressources", "_faits", "_an"))}


def test_the_household_of_the_rsa_request_is_not_asked_again() -> None:
    """The same questions, under the same names, with the same place in the profile."""
    rsa = {q.id: q for s in CATALOGUE.form("13880-rsa").section for q in s.question if q.remember}
    mine = [q for s in CATALOGUE.form(PACK).section for q in s.question if q.remember]
    shared = [q for q in mine if q.id in rsa]
    assert all(question == rsa[question.id] for question in shared)
    own = {q.id for q in mine} - set(rsa)
    assert own == {"conjoint_caisse"} | {
        f"enfant_{n}_{part}"
        for n in (5, 6)
        for part in ("nom", "lien", "naissance", "nationalite", "nir")
    }


CHOICE = "11421-cmuc-choix"


def test_the_form_of_choice_goes_with_it_and_is_withdrawn_too(corpus: Path) -> None:
    form, field_map = CATALOGUE.form(CHOICE), CATALOGUE.field_map(CHOICE)
    assert (form.withdrawn, form.successor) == (True, "")
    assert any("complémentaire santé solidaire (C2S)" in one.text for one in form.warning)
    assert_every_field_is_mapped_once(
        field_map, corpus / "french" / "cmuc-choix-organisme-demandeur.pdf"
    )
    assert all(place.field for place in field_map.place)
    assert flat_forms.never_reached(CHOICE) == set()
    assert {p.label for p in field_map.place if RESERVED in p.label} == {
        place.label for place in field_map.place if place.kind == "text" and not place.value
    }


def test_the_form_of_choice_writes_the_key_apart() -> None:
    written = {v.label: v.text for v in composed(CHOICE, examples(CHOICE)[0]).values}
    assert written["3e personne à charge : n° de sécurité sociale"] == "1850578006084 91"


@pytest.mark.parametrize(
    ("cover", "option", "asked"),
    [("non", "a", False), ("non", "b", True), ("liste", "", True), ("hors-liste", "a", False)],
)
def test_a_chosen_body_is_named_only_by_who_has_or_chooses_one(
    cover: str, option: str, asked: bool
) -> None:
    given = {"nom": "Martin", "complementaire": cover, "choix_option": option}
    draft = Draft(CHOICE, given)
    now = {one.question.id for one in asked_now(CATALOGUE.form(CHOICE), draft, TODAY)}
    assert ("gestionnaire_nom" in now) == asked
    assert "obligatoire_nom" not in now
