"""Two editions of one number are two maps; another one is filled where it is the same, and said."""

import io
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.draft import Draft
from desktop_app.core.generic.model import GenericForm
from desktop_app.core.generic.paging import paged
from desktop_app.core.packs.resolve import questions_of
from desktop_app.datafiles import data_root
from desktop_app.pdf.forms.writer import OfficialForms
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.editions import (
    FormEditionUnknown,
    complete,
    is_same_edition,
    moved_to,
    nearest,
)
from desktop_app.workflow.documents.forms import (
    Filled,
    FormOtherEdition,
    fill_pack,
    fill_paper,
    inspect,
)
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from tests.helpers.editions import FIRST, PACK, SECOND, THIRD, TODAY, blank, unknown, write_pack
from tests.helpers.forms import FormPdf, read_here
from tests.helpers.safes import new_safe, open_safe

FORMS, LAW = OfficialForms(), RealTools().law
DRAFT = Draft(
    PACK,
    {
        "nom": "Martin",
        "rue": "12 rue des Tilleuls",
        "commune": "Saint-Étienne",
        "telephone": "01 99 00 12 34",
        "courriel": "simone@example.org",
        "accord": "oui",
    },
)


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> FolderCatalogue:
    return FolderCatalogue(write_pack(tmp_path_factory.mktemp("forms")))


@cache
def fill(catalogue: FolderCatalogue, data: bytes, **more: bool) -> Filled:
    options = {"blank": data, "today": TODAY, "editable": True, **more}
    return fill_pack(FORMS, catalogue, LAW, DRAFT, **options)


def values(filled: Filled) -> dict[str, str]:
    """Return what stands in each text field of a filled, still editable form."""
    return {one.name: one.value for one in read_here(filled.pdf.data).fields if one.type == "text"}


class TestTwoKnownEditions:
    def test_each_blank_is_recognised_as_its_own(self, catalogue):
        for edition, rows in (("01", FIRST), ("02", SECOND)):
            found = inspect(FORMS, catalogue, blank(edition, rows))
            assert (found.pack, found.edition, found.nearest) == (PACK, f"99999*{edition}", None)

    def test_one_draft_fills_both_each_by_its_own_map(self, catalogue):
        first = fill(catalogue, blank("01", FIRST))
        second = fill(catalogue, blank("02", SECOND))
        assert values(first)["t4"] == "01 99 00 12 34"
        assert values(first)["t3"] == values(second)["t3"] == "Saint-Étienne"
        assert values(second)["voie"] == "12 rue des Tilleuls"
        assert values(second)["t5"] == "simone@example.org"
        for filled in (first, second):
            assert filled.proof.verified == filled.proof.total == 5

    def test_an_answer_without_a_box_on_this_edition_is_said(self, catalogue):
        def unplaced(data: bytes) -> list[str]:
            prepared = fill(catalogue, data).prepared
            assert prepared is not None
            return [one.id for one in prepared.unplaced]

        assert unplaced(blank("01", FIRST)) == ["courriel"]
        assert unplaced(blank("02", SECOND)) == ["telephone"]

    def test_the_paper_form_is_printed_by_the_edition_it_bears(self, catalogue):
        own = fill_paper(FORMS, catalogue, LAW, DRAFT, today=TODAY)
        older = fill_paper(FORMS, catalogue, LAW, DRAFT, today=TODAY, edition="99999*01")
        assert own.prepared
        assert own.prepared.document.edition == "99999*02"
        assert older.prepared
        assert older.prepared.document.edition == "99999*01"


class TestAnUnknownEdition:
    def test_is_refused_with_what_differs(self, catalogue):
        with pytest.raises(FormEditionUnknown) as refusal:
            fill(catalogue, unknown())
        found = refusal.value.found
        assert (found.edition, found.known.edition) == ("99999*03", "99999*01")
        assert [box.label for box in found.comparison.new] == ["Prénom", "Situation de famille"]

    def test_fields_that_shifted_receive_the_answer_of_their_own_words(self, catalogue):
        filled = fill(catalogue, unknown(), carry_over=True)
        assert values(filled) == {
            "t1": "",
            "t2": "Martin",
            "t3": "12 rue des Tilleuls",
            "t4": "Saint-Étienne",
            "t5": "01 99 00 12 34",
            "t6": "",
        }
        assert filled.proof.verified == filled.proof.total

    def test_what_is_filled_and_what_is_left_is_said(self, catalogue):
        filled = fill(catalogue, unknown(), carry_over=True)
        assert filled.other is not None
        assert filled.prepared is not None
        assert [one.id for one in filled.prepared.unplaced] == ["courriel"]
        assert filled.prepared.document.edition == "99999*03"

    def test_the_same_edition_made_again_with_other_names_is_filled_by_place(self, catalogue):
        form = FormPdf("N° 99999*02")
        for number, (_, _, box) in enumerate(SECOND):
            form.text(f"champ{number}", box)
        filled = fill(catalogue, form.data(), carry_over=True)
        assert filled.other is not None
        assert filled.other.same_edition
        assert [*values(filled).values()] == [
            "Martin", "12 rue des Tilleuls", "Saint-Étienne", "simone@example.org",
        ]  # fmt: skip

    @pytest.mark.parametrize(
        "data",
        [
            pytest.param(FormPdf("Autre chose").data(), id="another form"),
            pytest.param(blank("03", (("z", "Loyer", (9, 9, 90, 25)),)), id="only its number"),
        ],
    )
    def test_a_pdf_that_is_not_this_form_is_refused_as_before(self, catalogue, data):
        with pytest.raises(FormOtherEdition):
            fill(catalogue, data, carry_over=True)

    def test_a_blank_of_another_pack_is_not_compared(self, catalogue):
        demo = RealTools()
        draft = Draft("exemple-aide-exceptionnelle")
        with pytest.raises(FormOtherEdition):
            fill_pack(
                FORMS, demo.catalogue, LAW, draft, blank=unknown(), today=TODAY, carry_over=True
            )


@pytest.fixture(scope="module")
def form(catalogue: FolderCatalogue) -> GenericForm:
    other = nearest(catalogue, FORMS.inspect(unknown()), PACK)
    assert other is not None
    return complete(FORMS, other, unknown(), TODAY)


@pytest.mark.parametrize(
    ("known", "printed", "same"),
    [
        ("99999*02", "99999*02", True),
        ("99999*02, avec cases", "99999*02", True),
        ("99999*02", "99999*03", False),
        ("99999*02", "", False),
    ],
)
def test_files_of_one_edition_bear_its_number_whatever_else_they_are_called(
    known: str, printed: str, same: bool
) -> None:
    assert is_same_edition(known, printed) is same


class TestTheNewBoxesAreAsked:
    """The form of the unknown edition: the pack's own questions, then those of what is new."""

    def test_after_those_of_the_pack(self, form: GenericForm) -> None:
        asked = [(one.id, one.label) for one in questions_of(form.definition)]
        assert [name for name, _ in asked[:6]] == [
            "nom", "rue", "commune", "telephone", "courriel", "accord",
        ]  # fmt: skip
        assert [label for _, label in asked[6:]] == ["Prénom", "Situation de famille"]
        assert form.definition.section[-1].title == "Cases nouvelles, Page 1"

    def test_what_was_answered_is_there_already(self, form: GenericForm) -> None:
        draft = moved_to(form, DRAFT)
        assert draft.answers == DRAFT.answers
        interview = Interview(form.definition, draft, TODAY)
        assert interview.to_do() == interview.step(interview.steps[-2].question.id)

    def test_all_of_it_is_filled_and_proved(
        self, form: GenericForm, catalogue: FolderCatalogue
    ) -> None:
        first, last = [one.id for one in questions_of(form.definition)][-2:]
        interview = Interview(form.definition, moved_to(form, DRAFT), TODAY)
        draft = interview.answer(first, "Simone").answer(last, "Célibataire").draft
        filled = fill_pack(
            FORMS, catalogue, LAW, draft, blank=unknown(), today=TODAY, editable=True
        )
        assert [*values(filled).values()] == [
            "Simone", "Martin", "12 rue des Tilleuls", "Saint-Étienne", "01 99 00 12 34",
            "Célibataire",
        ]  # fmt: skip
        assert filled.proof.verified == filled.proof.total == 7

    def test_a_new_box_called_like_an_old_question_is_another_question(
        self, catalogue: FolderCatalogue
    ) -> None:
        rows = (*FIRST, ("t9", "Courriel", (100, 90, 380, 106)))
        other = nearest(catalogue, FORMS.inspect(unknown(rows)), PACK)
        assert other is not None
        form = complete(FORMS, other, unknown(rows), TODAY)
        assert [one.id for one in questions_of(form.definition)][-1] == "courriel_2"

    def test_it_is_taken_up_from_the_safe_as_it_was(
        self, form: GenericForm, catalogue: FolderCatalogue, tmp_path: Path
    ) -> None:
        place = new_safe(tmp_path, TODAY)
        with open_safe(place, TODAY) as safe:
            begun = saving.save(safe, DRAFT, draft_id="", question="rue", on=TODAY)
            saving.save(safe, moved_to(form, DRAFT), draft_id=begun, question="rue", on=TODAY)
        with open_safe(place, TODAY) as safe:
            resumed = saving.resume(safe, catalogue, begun, TODAY)
        assert resumed.interview.draft == moved_to(form, DRAFT)
        assert resumed.interview.definition == paged(form.definition)


def test_what_questions_are_made_of_shows_the_same_as_what_is_inspected(
    catalogue: FolderCatalogue,
) -> None:
    facts, _notices = FORMS.read(unknown()).facts()
    seen, inspected = nearest(catalogue, facts), nearest(catalogue, FORMS.inspect(unknown()))
    assert seen is not None
    assert inspected is not None
    assert seen.comparison == inspected.comparison
    assert seen.printed == inspected.printed


class TestReal:
    """On the real forms, beside the project."""

    def test_a_known_form_saved_with_one_more_field_is_its_nearest(self, corpus: Path):
        file = corpus / "french" / "cerfa-15548-02-demande-election-domicile-xfa.pdf"
        with pikepdf.open(file) as pdf:
            added = pdf.make_indirect(
                Dictionary(
                    Type=Name.Annot, Subtype=Name.Widget, FT=Name.Tx, T=String("Courriel"),
                    Rect=Array([20, 20, 120, 34]), F=4,
                )
            )  # fmt: skip
            pdf.pages[0].obj["/Annots"].append(added)
            pdf.Root["/AcroForm"]["/Fields"].append(added)
            out = io.BytesIO()
            pdf.save(out)
        catalogue = RealTools().catalogue
        found = inspect(FORMS, catalogue, out.getvalue())
        assert found.pack == ""
        other = found.nearest
        assert other is not None
        assert (other.definition.id, other.edition) == ("15548-domiciliation", "15548*02")
        assert [box.name for box in other.comparison.new] == ["Courriel"]
        assert len(other.comparison.matches) > 0.8 * len(other.known.place)
        assert all(one.place.field == one.box.name for one in other.comparison.matches)

    @pytest.mark.parametrize(
        ("file", "edition"),
        [
            ("cerfa-11580-04-recu-dons.pdf", "11580*04"),
            ("cerfa-11580-05-recu-dons-particuliers.pdf", "11580*05, avec cases"),
            ("cerfa-11580-05-recu-dons-particuliers-plat.pdf", "11580*05"),
        ],
    )
    def test_two_editions_and_two_files_of_one_are_each_filled_by_their_own_map(
        self, corpus: Path, file: str, edition: str
    ):
        pack, catalogue = "11580-recu-dons", RealTools().catalogue
        example = sorted((Path(str(data_root("forms"))) / "official" / pack).glob("examples/*"))[0]
        draft = read_draft(example.read_bytes(), pack, example.name)
        blank = (corpus / "french" / file).read_bytes()
        filled = fill_pack(FORMS, catalogue, LAW, draft, blank=blank, today=TODAY)
        assert filled.prepared is not None
        assert filled.prepared.document.edition == edition
        assert filled.other is None
        assert filled.proof.verified == filled.proof.total > 10

    def test_a_form_that_only_cites_ours_is_not_it(self, corpus: Path):
        file = corpus / "french" / "cerfa-10103-10-contrat-apprentissage.pdf"
        form = FORMS.inspect(file.read_bytes())
        assert nearest(RealTools().catalogue, form) is None


def test_the_third_edition_is_not_the_first_shifted():
    """The material itself: every name of edition 03 but one is a name of edition 01."""
    names = {name for name, _, _ in FIRST}
    assert names < {name for name, _, _ in THIRD}
