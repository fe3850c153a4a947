"""What the self-employed add to a request of the RSA, 13882*03: two flat pages."""

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now
from desktop_app.core.packs.model import FieldMap, FormDefinition, Question
from tests.helpers import flat_forms
from tests.helpers.flat_forms import RESERVED, composed, examples
from tests.helpers.ours import CATALOGUE

TODAY = dt.date(2026, 11, 25)
PACK, REQUEST = "13882-rsa-non-salarie", "13880-rsa"
BOTH, _, EIGHT_DIGITS, FARMER, _ = examples(PACK)
DOTTED = (
    "Derniers bénéfices agricoles connus : montant",
    "Bénéfices agricoles de l'avant-dernière année : montant",
)


@pytest.fixture(scope="module")
def form() -> FormDefinition:
    return CATALOGUE.form(PACK)


@pytest.fixture(scope="module")
def field_map() -> FieldMap:
    return CATALOGUE.field_map(PACK)


@pytest.fixture(scope="module")
def blank(corpus: Path) -> Path:
    return corpus / "french" / "cerfa-rsa-non-salarie-xfa.pdf"


def test_it_is_replaced_and_says_that_the_new_number_is_to_verify(form: FormDefinition) -> None:
    assert (form.edition, form.withdrawn, form.successor) == ("13882*03", True, "15482*01")
    assert [one.to_verify for one in form.source if "15482*01" in one.title] == [True]


def test_it_says_that_it_goes_with_the_request(form: FormDefinition) -> None:
    assert any("va avec une demande de RSA" in warning.text for warning in form.warning)
    assert [paper.id for paper in form.enclosure if paper.recommended] == ["demande"]


def test_every_cross_every_digit_and_every_line_is_where_the_paper_has_it(
    field_map: FieldMap, blank: Path
) -> None:
    assert flat_forms.off_squares(field_map, blank) == []
    assert flat_forms.off_cells(field_map, blank) == []
    assert flat_forms.off_lines(field_map, blank, *DOTTED) == []


def test_every_square_and_every_cell_of_the_paper_is_in_the_map(
    field_map: FieldMap, blank: Path
) -> None:
    assert flat_forms.squares(blank, 1, 2) == sum(p.kind == "tick" for p in field_map.place)
    reserved = 8 + 8 + 3  # on page 1: date and number of the request
    assert flat_forms.cells(blank, 1, 2) - reserved == sum(p.comb for p in field_map.place)


def test_together_the_examples_reach_every_box() -> None:
    assert flat_forms.never_reached(PACK) == set()


def test_nothing_is_written_where_the_office_writes(field_map: FieldMap) -> None:
    reserved = [place for place in field_map.place if RESERVED in place.label]
    assert {place.page for place in reserved} == {1, 2}
    assert all(not place.value for place in reserved)


def test_a_loss_keeps_its_sign() -> None:
    written = {value.label: value.text for value in composed(PACK, FARMER).values}
    assert written[DOTTED[0]] == "-300,00"


def test_a_number_of_eight_digits_is_not_cut_to_seven() -> None:
    written = {value.label: value.text for value in composed(PACK, EIGHT_DIGITS).values}
    assert written["N° d'allocataire Caf"] == ""


@pytest.mark.parametrize(
    ("scheme", "asked", "not_asked"),
    [
        ("non-agricole", {"activite_nature", "avant_activite"}, {"agricole_debut", "outre_mer"}),
        ("agricole", {"agricole_debut", "outre_mer"}, {"activite_nature", "avant_activite"}),
        ("les-deux", {"activite_nature", "agricole_debut"}, set()),
    ],
)
def test_a_person_is_asked_only_of_her_activity(
    form: FormDefinition, scheme: str, asked: set[str], not_asked: set[str]
) -> None:
    draft = Draft(form.id, {"nom": "Martin", "organisme": "caf", "regime_activite": scheme})
    now = {one.question.id for one in asked_now(form, draft, TODAY)}
    assert asked <= now
    assert not now & not_asked


def test_who_she_is_was_asked_by_the_request_already() -> None:
    """All that is kept of this form is asked in the same words by the request it goes with."""

    def kept(pack: str) -> dict[str, Question]:
        sections = CATALOGUE.form(pack).section
        return {q.id: q for section in sections for q in section.question if q.remember}

    assert kept(PACK).items() <= kept(REQUEST).items()
