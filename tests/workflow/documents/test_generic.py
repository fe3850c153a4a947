"""A PDF that no pack knows: asked, filled whole, proved, kept in the safe and taken up again."""

import datetime as dt
import io
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import pikepdf
import pytest

from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.answers.draft_json import DraftUnreadable, read_json, write_json
from desktop_app.core.answers.validate import with_answer
from desktop_app.core.generic.build import Changes, generic_form
from desktop_app.core.generic.facts import Box, FormFacts, Spot
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.pages import MOST_BOXES
from desktop_app.untrusted.errors import PdfRefused
from desktop_app.untrusted.worker import Worker
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.filing import file_paper
from desktop_app.workflow.documents.forms import FormOtherPdf
from desktop_app.workflow.documents.generic import (
    OpenedPdf,
    begin_generic,
    make_form,
    open_pdf,
)
from desktop_app.workflow.documents.on_page import outlines_of
from desktop_app.workflow.documents.own_blank import keep_with, kept_with, own_blank
from desktop_app.workflow.documents.preview import glimpse
from desktop_app.workflow.documents.rendering import (
    make_copy_sheet,
    make_on_blank,
    make_on_paper,
)
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.definitions import map_of
from desktop_app.workflow.interview.in_hand import InHand
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import proposal, remembered
from tests.helpers.safes import new_safe, open_safe
from tests.helpers.unknown import flat_form, sixty_fields, unknown_form

TODAY = dt.date(2026, 11, 25)
TOOLS = RealTools()
TYPED = {
    "date": "03/11/1980",
    "nir": "2 80 01 42 218 101 55",
    "postal_code": "42000",
    "phone": "01 99 00 12 34",
    "email": "simone@example.org",
    "siret": "732 829 320 00074",
    "yes_no": "oui",
}


def opened(data: bytes) -> OpenedPdf:
    return open_pdf(TOOLS.forms, TOOLS.catalogue, data, "demande.pdf")


@pytest.mark.parametrize(
    ("make", "children"),
    [
        pytest.param(unknown_form, ["form", "detection"], id="its fields"),
        pytest.param(flat_form, ["form", "detection", "detection"], id="boxes found on its pages"),
    ],
)
def test_a_pdf_is_read_once_however_it_is_known(
    make: Callable[[], bytes], children: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[str] = []

    class Counted(Worker):
        def __init__(self, role: str, **options: Any) -> None:
            started.append(role)
            super().__init__(role, **options)

    monkeypatch.setattr("desktop_app.untrusted.documents.Worker", Counted)
    assert opened(make()).facts is not None
    assert started == children


def answer_to(question: Question) -> Typed:
    """Return something that fits a question."""
    if question.kind == "choices":
        return tuple(choice.id for choice in question.choices)
    if question.kind == "choice":
        return question.choices[-1].id
    typed = TYPED.get(question.kind, "Réponse donnée")
    return typed[: question.max_length] if question.max_length else typed


def all_answered(interview: Interview) -> Draft:
    draft = interview.draft
    for step in interview.steps:
        draft = with_answer(draft, step.question.id, answer_to(step.question))
    return draft


def answered(data: bytes, changes: Changes | None = None) -> Draft:
    return all_answered(begin_generic(make_form(opened(data), TODAY, changes or Changes()), TODAY))


@pytest.mark.parametrize("data", [unknown_form(), sixty_fields(), flat_form()], ids=len)
def test_every_answer_reaches_the_page_and_is_read_back(data: bytes) -> None:
    made = make_on_blank(TOOLS, answered(data), TODAY, data)
    assert made.proved
    assert made.proof.total >= 4


def test_sixty_answers_are_sixty_values_proved() -> None:
    data = sixty_fields()
    made = make_on_blank(TOOLS, answered(data), TODAY, data)
    assert (made.proof.verified, made.proof.total) == (60, 60)


def test_the_two_ways_without_the_pdf_work_as_for_a_pack() -> None:
    draft = answered(unknown_form())
    assert make_on_paper(TOOLS, draft, TODAY).proved
    assert make_copy_sheet(TOOLS, draft, TODAY).pdf.pages >= 1


def test_the_page_may_be_looked_at_before_all_is_answered() -> None:
    interview = begin_generic(make_form(opened(unknown_form()), TODAY), TODAY)
    seen = glimpse(TOOLS, interview.definition, interview.draft, TODAY)
    assert seen.pdf.pages == 2
    boxes = map_of(TOOLS.catalogue, interview.draft)
    assert outlines_of(boxes, "raison_sociale")[0].page == 2


def test_another_pdf_than_the_one_opened_is_refused() -> None:
    with pytest.raises(FormOtherPdf):
        make_on_blank(TOOLS, answered(unknown_form()), TODAY, sixty_fields())


def test_a_real_form_asks_who_one_is_and_where_one_lives_page_by_page(corpus: Path) -> None:
    data = (corpus / "french" / "paris-logement-familles-plat.pdf").read_bytes()
    pages = begin_generic(make_form(opened(data), TODAY), TODAY).pages
    named = {page.title: [one.label for one in page.all] for page in pages if page.title}
    assert named["Vous"] == ["Nom de naissance", "Nom d’usage", "Prénom(s)", "Né(e) le"]
    assert "Code postal" in named["Votre adresse"]
    assert "Portable" in named["Comment vous joindre"]


@pytest.mark.slow
def test_no_real_form_asks_one_box_a_page_nor_thirty(corpus: Path) -> None:
    counted = {}
    for path in sorted((corpus / "french").glob("*.pdf")):
        try:
            facts, _ = TOOLS.forms.read(path.read_bytes(), "").facts()
        except PdfRefused:
            continue
        form = generic_form(facts, path.stem, TODAY)
        pages = begin_generic(form, TODAY).pages
        boxes = [len(page.all) for page in pages]
        assert max(boxes) <= MOST_BOXES, path.name
        counted[path.name] = (sum(boxes), len(boxes))
    assert len(counted) > 30
    longer = {name: both for name, both in counted.items() if both[0] > 20}
    assert all(boxes > pages * 1.5 for boxes, pages in longer.values()), counted
    assert median(boxes / pages for boxes, pages in longer.values()) > 4, counted


def test_a_box_taken_out_is_asked_no_more_and_stays_empty() -> None:
    data = sixty_fields()
    draft = answered(data, Changes(removed=frozenset({"Texte1", "Texte2"})))
    made = make_on_blank(TOOLS, draft, TODAY, data)
    assert (made.proved, made.proof.total) == (True, 58)


def test_a_pdf_of_one_of_our_packs_is_recognised_and_not_asked_box_by_box() -> None:
    found = opened(TOOLS.demo.blank)
    assert found.pack == TOOLS.demo.form.pack
    assert found.facts is None


def test_one_behind_a_password_is_drawn_filled_and_kept_once_it_was_given() -> None:
    lock = pikepdf.Encryption(user="sesame", owner="x", R=6)
    with pikepdf.open(io.BytesIO(TOOLS.demo.blank)) as pdf:
        pdf.save(locked := io.BytesIO(), encryption=lock)
    with pytest.raises(PdfRefused):
        open_pdf(TOOLS.forms, TOOLS.catalogue, locked.getvalue(), "f.pdf")
    found = open_pdf(TOOLS.forms, TOOLS.catalogue, locked.getvalue(), "f.pdf", "sesame")
    assert found.pack == TOOLS.demo.form.pack
    assert found.empty
    own = own_blank(TOOLS.forms, TOOLS.catalogue, TOOLS.demo.form, found.blank)
    made = make_on_blank(TOOLS, TOOLS.demo.form, TODAY, own.data)
    assert made.proved


class TestDraft:
    def test_it_holds_its_own_questions(self) -> None:
        draft = answered(unknown_form())
        again = read_json(write_json(draft))
        assert again == draft
        assert again.form

    def test_the_draft_of_a_pack_is_written_as_before(self) -> None:
        assert '"form"' not in write_json(TOOLS.demo.form)
        assert '"version":1' in write_json(TOOLS.demo.form)

    def test_a_version_that_does_not_fit_its_keys_is_no_draft(self) -> None:
        text = write_json(answered(unknown_form()))
        with pytest.raises(DraftUnreadable):
            read_json(text.replace('"version":2', '"version":1'))


class TestSafe:
    @pytest.fixture
    def place(self, tmp_path: Path) -> Path:
        return new_safe(tmp_path, TODAY)

    def test_it_is_taken_up_again_with_its_blank_when_the_file_is_gone(self, place: Path) -> None:
        found = opened(unknown_form())
        interview = begin_generic(make_form(found, TODAY), TODAY).answer("prenoms", "Simone")
        with open_safe(place, TODAY) as safe:
            own = own_blank(TOOLS.forms, TOOLS.catalogue, interview.draft, found.blank)
            hand = InHand(interview, person="", question="ne_e_le")
            keep_with(hand, own)
            keep_with(hand, own)
            hand.saving(safe)()
            saved = hand.draft_id
        with open_safe(place, TODAY) as safe:
            resumed = saving.resume(safe, TOOLS.catalogue, saved, TODAY)
            ((listed,), _) = saving.unfinished(safe, TOOLS.catalogue, TODAY)
            kept = kept_with(TOOLS, safe, resumed.interview.draft, "")
            assert len(safe.documents()) == 1
        assert listed.missing == resumed.interview.missing
        assert resumed.place.question == "ne_e_le"
        assert resumed.interview.draft.answers["prenoms"] == "Simone"
        assert (listed.title, listed.kind) == ("Demande", "form")
        assert kept is not None
        assert make_on_blank(TOOLS, all_answered(resumed.interview), TODAY, kept.data).proved

    def test_its_document_is_filed_and_nothing_goes_to_the_profile(self, place: Path) -> None:
        data = unknown_form()
        interview = begin_generic(make_form(opened(data), TODAY), TODAY)
        draft = all_answered(interview)
        made = make_on_blank(TOOLS, draft, TODAY, data)
        with open_safe(place, TODAY) as safe:
            person = safe.people.add("Simone Martin", on=TODAY)
            dossier, document = file_paper(safe, TOOLS, made, TODAY, person=person)
            saving.finish(
                safe,
                Interview(interview.definition, draft, TODAY),
                draft_id="",
                on=TODAY,
                person=person,
                own=True,
            )
            assert safe.document(document).title == "Demande"
            assert safe.dossiers.one(dossier).title == "Demande"
            assert safe.content(document) == made.pdf.data
            assert not safe.people.profile(person)

    def test_what_is_known_is_proposed(self, place: Path) -> None:
        interview = begin_generic(make_form(opened(unknown_form()), TODAY), TODAY)
        with open_safe(place, TODAY) as safe:
            person = safe.people.add("Simone Martin", on=TODAY)
            safe.people.keep_value(person, "adresse.code_postal", "42000", source="typed", on=TODAY)
            profile = saving.known(safe, person, own=False)
        proposed = proposal(interview, "code_postal", profile)
        assert proposed is not None
        assert proposed.typed == "42000"
        assert proposal(interview, "code_postal_2", profile) is None, "the employer's"

    def test_several_values_known_are_proposed_together_and_never_cut_again(
        self, place: Path
    ) -> None:
        found = OpenedPdf(b"", "essai", facts=_facts("Nom et prénom"))
        interview = begin_generic(make_form(found, TODAY), TODAY)
        with open_safe(place, TODAY) as safe:
            person = safe.people.add("Simone Martin", on=TODAY)
            known = (("identite.nom", "Martin"), ("identite.prenom", "Simone"))
            for key, value in known:
                assert proposal(interview, "nom_et_prenom", safe.people.profile(person)) is None
                safe.people.keep_value(person, key, value, source="typed", on=TODAY)
            proposed = proposal(interview, "nom_et_prenom", safe.people.profile(person))
        assert proposed is not None
        assert proposed.typed == "Martin Simone"
        assert not remembered(interview.answer("nom_et_prenom", "Martin Simone"))


def _facts(words: str) -> FormFacts:
    spot = Spot(1, (100, 700, 400, 714), words)
    return FormFacts("a" * 64, ((595.0, 842.0),), (Box("Texte1", "text", (spot,)),))
