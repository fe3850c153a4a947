"""The boxes of a form's page, each led to the question that feeds it."""

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.packs.resolve import resolve
from desktop_app.pdf.forms.writer import OfficialForms
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.forms import FormOtherEdition
from desktop_app.workflow.documents.on_page import row_at, rows_of, written
from desktop_app.workflow.documents.own_blank import own_blank
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.safes.blanks import OwnBlank
from tests.core.documents.test_compose_form import FIELDS, FORM
from tests.helpers import editions
from tests.helpers.packs import GROUPS, parse_form, parse_map

TODAY = dt.date(2026, 11, 24)
DEFINITION = resolve(parse_form(FORM.encode()), GROUPS)
MONTH = """
[[place]]
label = "Né le : mois"
value = "{{ naissance | mois }}"
page = 1
box = [40, 780, 20, 20]
"""
ALONE = """
[[place]]
label = "Ville, si vous vivez seul"
value = "{{ ville }}"
when = "seul == 'oui'"
page = 1
box = [10, 640, 90, 20]
"""
# Two parts of a date, and a box that only some people fill.
BEFORE, SUM, AFTER = FIELDS.partition('[[place]]\nlabel = "Somme"')
MAP = parse_map(f"{BEFORE}{MONTH}\n{SUM}{AFTER}{ALONE}".encode(), "fields-1.toml")


def interview(**answers: str) -> Interview:
    return Interview(DEFINITION, Draft("essai-form", answers), TODAY)


def labels(held: Interview) -> list[tuple[str, list[str]]]:
    return [
        (row.question, [MAP.place[index].label for index in row.places])
        for row in rows_of(held, MAP)
    ]


def test_each_box_leads_to_its_question_in_the_order_of_the_paper():
    assert labels(interview()) == [
        ("nom", ["Nom"]),
        ("naissance", ["Né le : jour", "Né le : mois"]),
        ("montant", ["Somme"]),
        ("seul", ["Seul : oui", "Seul : non"]),
        ("ville", ["Ville, si vous vivez seul"]),
    ]


def test_what_the_office_fills_is_not_there():
    shown = {label for _, names in labels(interview()) for label in names}
    assert "Réservé au bureau" not in shown


def test_a_box_of_several_answers_leads_to_the_first_and_names_the_others():
    nom, *_, ville = rows_of(interview(), MAP)
    assert (nom.question, nom.others) == ("nom", ("ville",))
    assert (ville.question, ville.others) == ("ville", ("seul",))


@pytest.mark.parametrize(
    ("at", "question"),
    [
        pytest.param((100, 810), "nom", id="inside"),
        pytest.param((8, 815), "nom", id="just beside"),
        pytest.param((15, 745), "seul", id="a tick"),
        pytest.param((300, 300), None, id="no box"),
        pytest.param((50, 710), None, id="the office's"),
    ],
)
def test_a_click_finds_its_box(at, question):
    found = row_at(rows_of(interview(), MAP), MAP, 1, at)
    assert (found.question if found else None) == question


def test_a_row_says_what_stands_in_its_boxes():
    held = interview(nom="Simone Martin", naissance="02/03/1950", seul="non")
    answers = validate(DEFINITION, held.draft, TODAY, blanks=True)
    values = compose_form(DEFINITION, MAP, answers, TODAY).values
    said = {row.question: written(row, values) for row in rows_of(held, MAP)}
    assert said["naissance"] == "02 03"
    assert said["seul"] == "Seul : non"
    assert said["montant"] == ""


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> FolderCatalogue:
    return FolderCatalogue(editions.write_pack(tmp_path_factory.mktemp("forms")))


class TestTheOfficialPage:
    """It is shown as the page to fill with the boxes of the edition that it is."""

    def own(self, catalogue: FolderCatalogue, blank: bytes) -> OwnBlank:
        return own_blank(OfficialForms(), catalogue, Draft(editions.PACK), blank)

    @pytest.mark.parametrize(
        ("edition", "rows"), [("02", editions.SECOND), ("01", editions.FIRST)], ids=["own", "older"]
    )
    def test_each_known_edition_has_its_boxes(
        self, catalogue: FolderCatalogue, edition: str, rows: tuple[editions.Row, ...]
    ) -> None:
        found = self.own(catalogue, editions.blank(edition, rows)).field_map
        assert found.edition == f"{editions.NUMBER}*{edition}"

    def test_an_unknown_edition_is_not(self, catalogue: FolderCatalogue) -> None:
        with pytest.raises(FormOtherEdition):
            self.own(catalogue, editions.unknown())

    def test_nor_a_known_blank_of_another_form(self, corpus: Path) -> None:
        file = corpus / "french" / "cerfa-16030-01-attestation-election-domicile.pdf"
        with pytest.raises(FormOtherEdition):
            own_blank(
                OfficialForms(),
                RealTools().catalogue,
                Draft("15548-domiciliation"),
                file.read_bytes(),
            )
