"""What does not fit is measured before; it is abbreviated only once the person agreed to it."""

import dataclasses
import io
from functools import cache
from pathlib import Path

import pypdf
import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.draft_json import read_json, write_json
from desktop_app.core.answers.validate import validate, with_answer, with_unknown
from desktop_app.core.documents.compose_form import compose_form
from desktop_app.core.pdf import Abbreviation
from desktop_app.datafiles import data_root
from desktop_app.pdf.forms.writer import OfficialForms
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.abbreviating import agree, write_whole
from desktop_app.workflow.documents.forms import Filled, copy_by_hand, fill_pack, fill_paper
from tests.helpers import narrow
from tests.helpers.forms import read_here
from tests.helpers.narrow import LIMITED, NARROW, NARROWER, ONE, TODAY, TWO, WHOLE, WIDE

TOOLS = RealTools()
FORMS, LAW = OfficialForms(), TOOLS.law
ASKED = {NARROW[0]: ONE, NARROWER[0]: TWO, LIMITED[0]: ONE}


@pytest.fixture(scope="module")
def catalogue(tmp_path_factory: pytest.TempPathFactory) -> FolderCatalogue:
    root = narrow.write_pack(tmp_path_factory.mktemp("etroit"))
    return FolderCatalogue(data_root("forms"), root)


@cache
def first(catalogue: FolderCatalogue) -> Filled:
    """The form as it is filled before anyone was asked."""
    return fill(catalogue, narrow.draft())


def fill(catalogue: FolderCatalogue, draft: Draft, *, editable: bool = False) -> Filled:
    blank = narrow.blank()
    return fill_pack(FORMS, catalogue, LAW, draft, blank=blank, today=TODAY, editable=editable)


@cache
def agreed_to(catalogue: FolderCatalogue, box: str) -> Filled:
    """The form filled again once she agreed to what this box proposes."""
    return fill(catalogue, agree(narrow.draft(), [offered(first(catalogue))[box]]))


def offered(filled: Filled) -> dict[str, Abbreviation]:
    return {one.field: one for one in filled.proof.abbreviations}


def shown(filled: Filled) -> str:
    pages = pypdf.PdfReader(io.BytesIO(filled.pdf.data)).pages
    return "\n".join(page.extract_text() for page in pages)


class TestBeforeAnyoneWasAsked:
    def test_each_box_too_small_proposes_the_least_abbreviated_text_that_fits(self, catalogue):
        found = offered(first(catalogue))
        assert {name: one.proposal for name, one in found.items()} == ASKED
        assert {one.value for one in found.values()} == {WHOLE}
        assert found[NARROW[0]].label == NARROW[1]
        assert dict(found[NARROW[0]].answers) == {"voie": ONE}
        assert not any(one.agreed for one in found.values())

    def test_nothing_is_abbreviated_the_whole_stands_on_the_annex(self, catalogue):
        filled = first(catalogue)
        assert {one.field for one in filled.proof.overflow} == {NARROW[0], NARROWER[0], LIMITED[0]}
        assert ONE not in shown(filled)
        assert WHOLE in shown(filled)

    def test_what_the_field_limits_goes_whole_to_the_annex_never_cut(self, catalogue):
        filled = first(catalogue)
        assert filled.proof.problems == ()
        assert not any(one.refused for one in offered(filled).values())

    def test_a_persons_name_is_never_proposed_shorter(self, catalogue):
        filled = fill(catalogue, narrow.draft(voie="1 rue Haute", nom=narrow.LONG_NAME))
        assert filled.proof.abbreviations == ()
        assert [one.field for one in filled.proof.overflow] == [narrow.NAME[0]]


class TestOnceThePersonAgreed:
    def test_the_short_text_is_drawn_and_proved_and_there_is_no_annex_for_it(self, catalogue):
        filled = agreed_to(catalogue, NARROW[0])
        after = offered(filled)
        assert after[NARROW[0]].agreed
        assert after[LIMITED[0]].agreed, "the same answer, so written: it fits there too"
        assert not after[NARROWER[0]].agreed, "what was agreed does not fit there: asked again"
        assert filled.proof.problems == ()
        assert [one.field for one in filled.proof.overflow] == [NARROWER[0]]
        assert filled.proof.verified == filled.proof.total == 5

    def test_the_shortest_serves_in_every_box_too_small_and_the_wide_one_stays_whole(
        self, catalogue
    ):
        filled = agreed_to(catalogue, NARROWER[0])
        assert filled.proof.overflow == ()
        assert filled.proof.annex_pages == 0
        assert shown(filled).count(TWO) == 3
        assert shown(filled).count(WHOLE) == 1

    def test_the_document_says_which_box_is_abbreviated(self, catalogue):
        prepared = agreed_to(catalogue, NARROWER[0]).prepared
        assert prepared is not None
        short = {one.field: one.short for one in prepared.document.values if one.short}
        assert short == {NARROW[0]: TWO, NARROWER[0]: TWO, LIMITED[0]: TWO}
        wide = next(one for one in prepared.document.values if one.field == WIDE[0])
        assert (wide.text, wide.written) == (WHOLE, WHOLE)

    def test_a_field_of_an_editable_file_holds_the_short_text_too(self, catalogue):
        agreed = agree(narrow.draft(), [offered(first(catalogue))[NARROWER[0]]])
        filled = fill(catalogue, agreed, editable=True)
        assert filled.proof.problems == ()
        values = {one.name: one.value for one in read_here(filled.pdf.data).fields}
        assert values[NARROWER[0]] == values[LIMITED[0]] == TWO

    def test_onto_the_paper_form_as_on_its_pdf(self, catalogue):
        def on_paper(draft: Draft) -> Filled:
            return fill_paper(FORMS, catalogue, LAW, draft, today=TODAY)

        before = on_paper(narrow.draft())
        proposals = {one.label: one for one in before.proof.abbreviations}
        assert {NARROW[1], NARROWER[1]} <= proposals.keys()
        after = on_paper(agree(narrow.draft(), [proposals[NARROWER[1]]]))
        assert after.proof.overflow == ()
        assert after.proof.verified == after.proof.total
        assert TWO in shown(after)

    def test_the_sheet_to_copy_shows_the_short_text_only_then(self, catalogue):
        def by_hand(draft: Draft) -> Filled:
            doors = (FORMS, TOOLS.letters, catalogue, LAW)
            return copy_by_hand(*doors, draft, sheets=TOOLS.sheets, today=TODAY)

        before = by_hand(narrow.draft())
        assert TWO not in shown(before)
        narrower = next(one for one in before.proof.abbreviations if one.label == NARROWER[1])
        after = by_hand(agree(narrow.draft(), [narrower]))
        assert TWO in shown(after)
        assert WHOLE in shown(after), "where there is room"

    def test_on_the_page_in_view_too(self, catalogue):
        agreed = agree(narrow.draft(), [offered(first(catalogue))[NARROWER[0]]])
        form = catalogue.form(narrow.PACK)
        answers = validate(form, agreed, TODAY)
        boxes = catalogue.field_map(narrow.PACK)
        paper = compose_form(form, boxes, answers, TODAY, catalogue.abbreviations)
        sketch = Filled(FORMS.sketch(paper), first(catalogue).proof, None, ())
        assert TWO in shown(sketch)


class TestTheConsent:
    def test_it_is_kept_with_the_answers(self, catalogue):
        agreed = agree(narrow.draft(), offered(first(catalogue)).values())
        assert read_json(write_json(agreed)) == agreed
        assert write_json(narrow.draft()) == write_json(
            write_whole(agreed, offered(first(catalogue))[NARROWER[0]])
        ), "taken back, nothing of it is left"

    def test_another_answer_loses_it(self, catalogue):
        agreed = agree(narrow.draft(), [offered(first(catalogue))[NARROWER[0]]])
        assert with_answer(agreed, "nom", "Petit").shortened == agreed.shortened
        assert not with_answer(agreed, "voie", "127 avenue du Maréchal Juin, bât. D").shortened
        assert not with_unknown(agreed, "voie").shortened

    def test_a_text_that_no_abbreviation_gives_counts_for_nothing(self, catalogue):
        forged = narrow.draft(shortened={"voie": "127 av Juin"})
        filled = fill(catalogue, forged)
        assert not any(one.agreed for one in filled.proof.abbreviations)
        assert "127 av Juin" not in shown(filled)


def test_on_a_real_form_the_address_stands_short_in_its_box(corpus: Path) -> None:
    pack = "11421-cmuc-choix"
    blank = (corpus / "french" / "cmuc-choix-organisme-demandeur.pdf").read_bytes()
    example = read_draft(*shipped(pack))
    long = {
        "adresse_complement": "Résidence les Tilleuls, bâtiment C",
        "adresse_voie": "127 bis avenue du Général de Gaulle",
        "adresse_lieu_dit": "Faubourg Saint-Martin de Haute-Roche",
    }
    draft = dataclasses.replace(example, answers={**example.answers, **long})

    def filled(draft: Draft) -> Filled:
        day = TODAY
        return fill_pack(FORMS, TOOLS.catalogue, LAW, draft, blank=blank, today=day)

    before = filled(draft)
    (offer,) = before.proof.abbreviations
    assert (offer.field, offer.page) == ("adresse demandeur", 1)
    assert offer.proposal == (
        "Résidence les Tilleuls, BAT C, 127 bis AV du Général de Gaulle, "
        "FBG Saint-Martin de Haute-Roche"
    )
    assert [one.field for one in before.proof.overflow] == ["adresse demandeur"]
    after = filled(agree(draft, [offer]))
    assert (after.proof.overflow, after.proof.problems) == ((), ())
    assert after.proof.verified == after.proof.total
    assert "".join(offer.proposal.split()) in "".join(shown(after).split())


def shipped(pack: str) -> tuple[bytes, str, str]:
    """Return the first example of a form of ours."""
    folder = data_root("forms") / "official" / pack / "examples"
    first = min(folder.iterdir(), key=lambda one: one.name)
    return first.read_bytes(), pack, first.name
