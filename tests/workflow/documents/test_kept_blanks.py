"""A form brought once is kept once, and offered again to whoever fills it next, with no file."""

import datetime as dt
import io
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from desktop_app.core.generic.build import NO_CHANGES, Changes
from desktop_app.core.generic.model import is_generic
from desktop_app.core.packs.model import FieldMap
from desktop_app.gui.starting import PDF
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.generic import OpenedPdf, open_pdf
from desktop_app.workflow.documents.own_blank import keep_with, own_blank
from desktop_app.workflow.documents.with_blank import begin_kept, begin_unknown, with_kept
from desktop_app.workflow.interview import whose
from desktop_app.workflow.interview.in_hand import InHand
from desktop_app.workflow.matter import beginning
from desktop_app.workflow.matter.erasing import InView, erase
from desktop_app.workflow.safes import blanks
from desktop_app.workflow.store import Safe
from tests.helpers.paper import flat_sheet, paper
from tests.helpers.safes import new_safe, open_safe
from tests.helpers.unknown import unknown_form

TODAY = dt.date(2026, 11, 25)
TOOLS = RealTools()
FIELDS = FieldMap(edition="", page_sizes=(), place=())
FILE = "demande de carte.pdf"


@pytest.fixture(scope="module")
def found() -> OpenedPdf:
    return open_pdf(TOOLS.forms, TOOLS.catalogue, unknown_form(), FILE)


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    opened = open_safe(new_safe(tmp_path, TODAY), TODAY)
    yield opened
    opened.close()


def answer(safe: Safe, found: OpenedPdf, name: str, changes: Changes = NO_CHANGES) -> InHand:
    """Begin the form for somebody new, answer something, and keep it."""
    person = safe.people.add(name, on=TODAY)
    begun = begin_unknown(TOOLS, safe, found, changes, person)
    hand = InHand(begun.interview, person=person)
    assert begun.blank is not None
    keep_with(hand, begun.blank)
    hand.say("prenoms", name)
    hand.saving(safe)()
    return hand


def test_the_next_person_begins_it_without_its_file(safe: Safe, found: OpenedPdf) -> None:
    first = answer(safe, found, "Anne")
    answer(safe, found, "Awa")
    (kept,) = blanks.of_everybody(safe)
    assert (kept.title, is_generic(kept.pack)) == ("Demande de carte", True)
    assert kept.pack.startswith(PDF)
    paul = safe.people.add("Paul", on=TODAY)
    begun = begin_kept(TOOLS, safe, kept.pack, paul)
    assert begun.blank is not None
    assert begun.blank.data == found.blank
    assert begun.interview.definition == first.interview.definition
    assert not begun.interview.draft.answers, "nothing of what another one answered"
    assert len(blanks.all_of(safe, kept.pack)) == 1, "kept once, for everybody"
    more = {"title": "Mon modèle", "pages": 1, "on": TODAY, "empty": True}
    blanks.keep(safe, "mon-modele", found.blank, **more)  # type: ignore[arg-type]
    blanks.keep(safe, "un-autre", found.blank + b" ", **more)  # type: ignore[arg-type]
    assert len(blanks.of_everybody(safe)) == 2, "a file is offered once, whatever it became"


def test_what_was_corrected_and_said_of_it_stays(safe: Safe, found: OpenedPdf) -> None:
    assert found.facts is not None
    name = next(one.name for one in found.facts.boxes if one.is_asked)
    hand = answer(safe, found, "Anne", Changes(removed=frozenset([name])))
    group = hand.interview.group_of(hand.interview.steps[-1].question)
    for role in ("personne_1", "bailleur"):
        hand.interview = whose.say(hand.interview, group if role == "bailleur" else "x", role)
    hand.saving(safe)()
    (kept,) = blanks.of_everybody(safe)
    begun = begin_kept(TOOLS, safe, kept.pack, safe.people.add("Paul", on=TODAY))
    assert begun.interview.definition == hand.interview.definition
    assert dict(begun.interview.draft.whose) == {group: "bailleur"}, "and nobody of her household"


def test_it_is_read_again_where_nobody_s_answers_are_left(safe: Safe, found: OpenedPdf) -> None:
    hand = answer(safe, found, "Anne")
    pack = hand.interview.draft.pack
    safe.drafts.forget(hand.draft_id)
    begun = begin_kept(TOOLS, safe, pack, "")
    assert begun.interview.definition == hand.interview.definition


def test_a_copy_with_somebody_s_words_is_offered_to_nobody_else(safe: Safe) -> None:
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(unknown_form())) as pdf:
        pdf.Root.AcroForm.Fields[3].V = pikepdf.String("Simone")
        pdf.save(data)
    written = open_pdf(TOOLS.forms, TOOLS.catalogue, data.getvalue(), FILE)
    assert not written.empty
    hand = answer(safe, written, "Simone")
    assert blanks.of_everybody(safe) == ()
    own = replace(blanks.OwnBlank(b"", FIELDS), whose="simone")
    assert (own.serves("simone"), own.serves("paul")) == (True, False)
    assert replace(own, empty=True).serves("paul")
    pack = hand.interview.draft.pack
    assert blanks.find(safe, pack, hand.person)
    assert blanks.find(safe, pack, safe.people.add("Paul", on=TODAY)) is None


@pytest.mark.parametrize("kind", ["FreeText", "Ink"])
def test_a_flat_page_on_which_somebody_wrote_is_hers(kind: str) -> None:
    data = io.BytesIO()
    with pikepdf.open(io.BytesIO(paper(flat_sheet))) as pdf:
        comment = {"/Type": pikepdf.Name.Annot, "/Subtype": pikepdf.Name(f"/{kind}")}
        comment |= {"/Rect": [60, 60, 160, 80], "/Contents": pikepdf.String("Simone")}
        pdf.pages[0].Annots = pdf.make_indirect(pikepdf.Array([pikepdf.Dictionary(comment)]))
        pdf.save(data)
    written = open_pdf(TOOLS.forms, TOOLS.catalogue, data.getvalue(), FILE)
    assert not written.empty
    assert "form-pages-written" in [one.code for one in written.notices]
    assert open_pdf(TOOLS.forms, TOOLS.catalogue, paper(flat_sheet), FILE).empty


def test_a_form_of_ours_begins_with_the_pdf_that_another_one_brought(safe: Safe) -> None:
    pack = TOOLS.demo.form.pack
    begun = beginning.begin(TOOLS, safe, pack, "")
    assert isinstance(begun, beginning.Begun)
    assert with_kept(TOOLS, safe, begun, "").blank is None
    hand = InHand(begun.interview, person=safe.people.add("Anne", on=TODAY))
    own = own_blank(TOOLS.forms, TOOLS.catalogue, begun.interview.draft, TOOLS.demo.blank)
    keep_with(hand, own)
    hand.say("nom", "Martin")
    hand.saving(safe)()
    paul = safe.people.add("Paul", on=TODAY)
    again = with_kept(TOOLS, safe, begun, paul)
    assert again.blank is not None
    assert again.blank.data == TOOLS.demo.blank


def test_it_goes_with_the_last_matter_that_needs_it(safe: Safe, found: OpenedPdf) -> None:
    first, second = answer(safe, found, "Anne"), answer(safe, found, "Awa")
    erase(safe, InView(draft=first.draft_id), on=TODAY)
    assert len(blanks.of_everybody(safe)) == 1
    erase(safe, InView(draft=second.draft_id), on=TODAY)
    assert blanks.of_everybody(safe) == ()
