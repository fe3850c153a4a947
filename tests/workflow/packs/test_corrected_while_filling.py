"""The boxes of an unknown PDF, corrected while it is filled: kept, proved, undone, made a model."""

from pathlib import Path

import pytest
from reportlab.pdfgen.canvas import Canvas

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.authoring import asking, boxes, personal
from desktop_app.core.errors import InvalidPack
from desktop_app.core.packs.resolve import questions_of
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools
from desktop_app.workflow import undoing
from desktop_app.workflow.documents.generic import OpenedPdf, begin_generic, make_form, open_pdf
from desktop_app.workflow.documents.own_blank import keep_with
from desktop_app.workflow.documents.rendering import make_on_blank
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.in_hand import InHand
from desktop_app.workflow.packs.checking import check_packs
from desktop_app.workflow.packs.correcting import Corrections, ReadPage, corrections
from desktop_app.workflow.packs.own_forms import Filled, ModelTellsOfPerson, keep_filled
from desktop_app.workflow.safes.blanks import OwnBlank
from tests.helpers.authoring import TODAY
from tests.helpers.paper import changed, paper
from tests.helpers.safes import new_safe, open_safe
from tests.helpers.unknown import A4, flat_form

TOOLS = RealTools()
BLANK = flat_form()
MISSED = (300.0, 560.0, 150.0, 18.0)


@pytest.fixture(scope="module")
def opened() -> OpenedPdf:
    return open_pdf(TOOLS.forms, TOOLS.catalogue, BLANK, "demande Simone Dupré.pdf")


@pytest.fixture
def hand(opened: OpenedPdf) -> InHand:
    return InHand(begin_generic(make_form(opened, TODAY), TODAY), person="")


@pytest.fixture
def work(hand: InHand) -> Corrections:
    hand.say("nom_de_naissance", "Dupré")
    return corrections(hand, None)


def page_of(blank: bytes, number: int, work: Corrections) -> ReadPage:
    there = tuple(one for one in work.form.places if one.page == number)
    return ReadPage(TOOLS.forms, blank, "", number, work.page_sizes[number - 1], there)


def at(work: Corrections, label: str) -> int:
    return next(n for n, one in enumerate(work.form.places) if one.label == label)


def asked(hand: InHand) -> list[str]:
    return [step.question.label for step in hand.interview.steps]


def test_the_words_of_the_page_place_a_box_and_name_it(work: Corrections) -> None:
    page = page_of(BLANK, 1, work)
    spot = page.beside("demande de carte", "text")
    assert spot is not None
    assert spot.words == "Demande de carte"
    assert page.name((430.0, 300.0, 90.0, 14.0), "text") == ""
    assert page.name((226.0, 598.0, 10.0, 10.0), "tick") == "Non"


def lying(canvas: Canvas) -> None:
    """Words that are seen upright once the page is turned to the right."""
    canvas.translate(A4[0], 0)
    canvas.rotate(90)
    for y, words in ((500, "Nom de naissance :"), (470, "Commune :")):
        canvas.drawString(40, y, words)
        canvas.line(150, y - 2, 420, y - 2)


def test_on_a_page_that_lies_on_its_side_words_are_where_they_are_seen() -> None:
    turned = changed(paper(lying, size=A4), Rotate=90)
    page = ReadPage(TOOLS.forms, turned, "", 1, (842.0, 595.0), ())
    spot = page.beside("commune", "text")
    assert spot is not None
    assert spot.box[:2] == pytest.approx((94, 468), abs=3)
    assert page.name((150.0, 498.0, 90.0, 14.0), "text") == "Nom de naissance"


def test_what_is_corrected_is_filled_proved_and_the_answers_stay(
    hand: InHand, work: Corrections
) -> None:
    work.add(1, "Nom d’usage", MISSED, "text")
    assert work.take()
    assert not work.take(), "nothing more was done"
    added = next(q.id for q in questions_of(hand.interview.definition) if q.label == "Nom d’usage")
    hand.say(added, "Vidal")
    work.editing.select(at(work, "Nom de naissance"))
    work.editing.change(lambda form, index: boxes.move(form, index, 12, 0))
    work.editing.change(lambda form, index: asking.set_label(form, index, "Nom du parent"))
    assert work.take()
    assert hand.interview.draft.answers == {"nom_de_naissance": "Dupré", added: "Vidal"}
    assert asked(hand)[0] == "Nom du parent"
    made = make_on_blank(TOOLS, hand.interview.draft, TODAY, BLANK)
    assert (made.proved, made.proof.verified) == (True, 2)


def test_the_answer_of_a_box_taken_out_comes_back_with_it_and_to_no_other(
    hand: InHand, work: Corrections
) -> None:
    before = hand.interview.draft
    work.editing.select(at(work, "Nom de naissance"))
    work.editing.remove()
    work.take()
    assert "Nom de naissance" not in asked(hand)
    work.add(1, "Nom de naissance", MISSED, "text")
    work.take()
    added = work.form.question(work.editing.selected)
    assert added is not None
    assert added.id not in hand.interview.draft.answers
    work.editing.undo()
    work.editing.undo()
    work.take()
    assert hand.interview.draft == before


def test_each_gesture_is_in_the_safe_and_undone_there_alone(
    tmp_path: Path, hand: InHand, work: Corrections, opened: OpenedPdf
) -> None:
    folder = new_safe(tmp_path, TODAY)
    safe = open_safe(folder, TODAY)
    keep_with(hand, OwnBlank(opened.blank, make_form(opened, TODAY).field_map))
    hand.saving(safe)()
    first = hand.interview.draft
    work.add(1, "Nom d’usage", MISSED, "text")
    work.take()
    hand.turn()
    saved = hand.saving(safe)()
    assert saved is not None
    assert (saved.boxes, saved.same) == (True, False)
    again = saving.resume(safe, TOOLS.catalogue, hand.draft_id, TODAY).interview
    assert [step.question.label for step in again.steps] == asked(hand)
    undoing.undo(safe, undoing.Done("", saved.reverse), on=TODAY)
    assert hand.take_again(safe.drafts.one(hand.draft_id)) is False
    assert hand.interview.draft == first
    assert "Nom d’usage" not in asked(hand)
    assert not work.are_of(hand), "what is taken back here is not what the safe has"
    assert corrections(hand, work) is not work
    safe.close()


class Kept:
    """A model made of what was corrected, in a folder of the person's own."""

    def __init__(self, root: Path, hand: InHand, work: Corrections) -> None:
        self.tools = RealTools()
        self.tools.__dict__["catalogue"] = FolderCatalogue(data_root("forms"), own=root)
        self.root, self.hand, self.work = root, hand, work

    def keep(self, title: str = "Demande de carte", name: str = "Simone Vidal") -> str:
        definition = self.hand.interview.definition
        said = personal.said_by(self.hand.interview.draft, tuple(questions_of(definition)), name)
        filled = Filled(self.work.form, self.work.first, BLANK)
        kept, left = keep_filled(self.tools, filled, title, said)
        assert left == ()
        return kept

    def texts(self) -> str:
        return " ".join(one.read_text("utf-8") for one in self.root.rglob("*.toml")).casefold()


@pytest.fixture
def kept(tmp_path: Path, hand: InHand, work: Corrections) -> Kept:
    work.add(1, "Nom d’usage", MISSED, "text")
    work.take()
    return Kept(tmp_path / "own", hand, work)


def test_a_model_is_sound_known_again_without_answers_and_kept_once(kept: Kept) -> None:
    name = kept.keep()
    assert kept.keep() == name, "struck twice"
    checked = check_packs(kept.tools.catalogue, kept.tools.law, [str(kept.root)])
    assert [one.ok for one in checked] == [True]
    again = open_pdf(kept.tools.forms, kept.tools.catalogue, BLANK, "autre.pdf")
    assert again.pack == name
    assert again.field_map is not None
    assert MISSED in [one.box for one in again.field_map.place]
    assert not [word for word in ("dupré", "simone", "vidal") if word in kept.texts()]


@pytest.mark.parametrize(
    "words", ["Nom de Simone", "Madame DUPRE", "dupré"], ids=["her name", "an answer", "alone"]
)
def test_words_that_tell_of_the_person_are_in_no_model(kept: Kept, words: str) -> None:
    editing = kept.work.editing
    editing.change(lambda form, index: asking.set_label(form, index, words))
    with pytest.raises(ModelTellsOfPerson) as told:
        kept.keep()
    assert told.value.parameters["box"] == kept.work.form.places[editing.selected].label
    editing.change(lambda form, index: asking.set_label(form, index, "Nom du chat"))
    kept.keep()
    assert not [word for word in ("dupr", "simone") if word in kept.texts()]


def test_nor_in_its_title(kept: Kept) -> None:
    with pytest.raises(ModelTellsOfPerson):
        kept.keep(title="Demande de Simone")
    assert not kept.root.exists()


def test_what_cannot_be_asked_in_a_model_is_said_where_the_person_wrote_it(kept: Kept) -> None:
    editing = kept.work.editing
    editing.change(lambda form, index: asking.set_words(form, index, "Mot de passe ?"))
    with pytest.raises(InvalidPack):
        kept.keep()
    assert not list(kept.root.rglob("*.toml")) if kept.root.exists() else True


def test_five_hundred_boxes_are_still_a_draft(hand: InHand, work: Corrections) -> None:
    for number in range(500):
        work.add(1, f"Case {number}", (10.0 + number % 20, 10.0 + number, 90.0, 14.0), "text")
    assert work.take()
    assert len(asked(hand)) == 504
