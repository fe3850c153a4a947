"""The office's sheet: known answers in, Enter to what is missing, digits, the rest by pen."""

import datetime as dt

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from desktop_app.core.answers.draft import Draft
from desktop_app.core.records import Value
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.bureau.opening_sheet import ChooseSheet
from desktop_app.gui.screens.bureau.sheet import OfficeSheet
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.widgets.answers.close import Numbered
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.pages import office_sheet as page
from desktop_app.pages.gestures import TakeUp
from desktop_app.workflow.interview.definitions import definition_of
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.saving import save
from desktop_app.workflow.office.sheet import standing
from desktop_app.workflow.store import Safe
from tests.bench.keystrokes import Hand
from tests.bench.twelve import PAPERS, answers_of
from tests.gui.conftest import TODAY
from tests.gui.hearing import Recorder
from tests.gui.keyboard import choose, held, name, press, until, write
from tests.gui.test_known_answers import in_worker

LETTER = "caf-indu-rsa"
HOW, RECEIVED, ONLINE = "comment_recue", "date_reception", 4
SINCE = dt.date(2026, 3, 3)
KNOWN = {"identite.nom": "Da Silva", "identite.prenom": "Fatou", "adresse.commune": "Lyon"}


@pytest.fixture
def sheet(window: MainWindow, context: Context) -> OfficeSheet:
    interview = Interview(definition_of(context.tools.catalogue, LETTER), Draft(LETTER), TODAY)
    profile = {field: Value(field, said, "draft", SINCE, "") for field, said in KNOWN.items()}
    writing = Writing(
        interview,
        runner=context.jobs,
        bar=context.navigator,
        holder=context.session,
        profile=profile,
    )
    window.go(to.OfficeSheet(writing=writing))
    made = window.page()
    assert isinstance(made, OfficeSheet)
    made.finish()
    QCoreApplication.processEvents()
    return made


def missing(sheet: OfficeSheet) -> tuple[str, ...]:
    return standing(sheet.writing.interview).missing


def here(sheet: OfficeSheet) -> str:
    return sheet.at(held())


def test_what_is_known_is_in_and_says_since_when(sheet: OfficeSheet) -> None:
    assert sheet.answer_of("nom").answer() == "Da Silva"
    assert sheet.writing.interview.draft.answers["commune"] == "Lyon"
    told = name(sheet.answer_of("nom").first())
    assert told == "Nom de famille · connue le 3 mars 2026"
    assert sheet.asks["nom"]._blocks["nom"]._label.text() == "Nom de famille · connue"
    sheet.answer_of("nom").begin()
    write("X")
    assert name(held()) == "Nom de famille", "what is typed over is one's own"


def test_enter_goes_to_the_next_that_is_missing_and_round(sheet: OfficeSheet) -> None:
    wanted = missing(sheet)
    press(Qt.Key.Key_Return)  # from the heading
    met = [here(sheet)]
    while len(met) < len(wanted):
        press(Qt.Key.Key_Return)
        met.append(here(sheet))
    assert met == [*wanted]
    press(Qt.Key.Key_Return)
    assert here(sheet) == wanted[0], "what was passed is still missing"


def test_tab_after_something_typed_goes_to_what_is_missing(sheet: OfficeSheet) -> None:
    sheet.answer_of("prenom").begin()
    press(Qt.Key.Key_Tab)
    assert here(sheet) == "nom", "who only passes meets every field"
    write("s")
    press(Qt.Key.Key_Tab)
    assert here(sheet) in missing(sheet)


def test_a_digit_chooses_and_what_it_opens_moves_no_hand(sheet: OfficeSheet) -> None:
    sheet.answer_of(HOW).begin()
    assert RECEIVED in sheet.asks
    write(str(ONLINE))
    until(lambda: RECEIVED not in sheet.asks, "what is asked no more stays")
    assert here(sheet) == HOW
    write("1")
    until(lambda: RECEIVED in sheet.asks)
    assert here(sheet) == HOW
    assert "1) " in name(held()), "« 1 2 mois » is no number and its choice"


def test_a_day_is_typed_as_it_is_said_and_written_as_it_was_read(sheet: OfficeSheet) -> None:
    sheet.answer_of("date_decision").begin()
    write("14 3 26")
    press(Qt.Key.Key_Return)
    assert sheet.answer_of("date_decision").answer() == "14/03/2026"
    assert sheet.writing.interview.draft.answers["date_decision"] == "14/03/2026"


def test_an_error_is_told_beside_its_field_and_blocks_no_other(sheet: OfficeSheet) -> None:
    sheet.answer_of("date_decision").begin()
    write("31 2 26")
    press(Qt.Key.Key_Return)
    assert here(sheet) != "date_decision"
    field = sheet.answer_of("date_decision").first()
    assert isinstance(field, QLineEdit)
    assert "Erreur" in name(field)
    assert field.text() == "31 2 26", "what was typed stays"
    choose("Remplir, imprimer, ranger")
    assert sheet.wrong
    choose("Date en haut de la lettre — ")
    assert here(sheet) == "date_decision"


def test_the_rest_by_pen_is_missing_no_more_and_comes_back(sheet: OfficeSheet) -> None:
    before = missing(sheet)
    choose("Le reste au stylo")
    assert not missing(sheet)
    assert "au stylo" in name(sheet.answer_of("date_decision").first())
    choose("Demander le reste")
    assert missing(sheet) == before


def test_the_count_follows_and_one_at_a_time_opens_where_one_is(
    window: MainWindow, sheet: OfficeSheet
) -> None:
    count = len(missing(sheet))
    assert f"Il manque {count} réponses" in sheet.heading.accessibleDescription()
    sheet.answer_of("date_decision").begin()
    write("14 3 26")
    press(Qt.Key.Key_Return)
    assert f"Il manque {count - 1} réponses" in sheet.heading.accessibleDescription()
    sheet.answer_of("date_decision").begin()
    sheet.do(page.AnswerBy(to.Questions))
    until(lambda: isinstance(window.page(), Questions))
    shown = window.page()
    assert isinstance(shown, Questions)
    assert shown.asked is not None
    assert shown.asked.has("date_decision")


def test_an_answer_costs_its_letters_and_one_key(sheet: OfficeSheet) -> None:
    """The twelve minutes stand on it: no click, no key more (``tests/bench/twelve.py``)."""
    hand, said = Hand(), answers_of(PAPERS[2])
    letters = answered = 0
    with hand.step("all"):
        hand.key(Qt.Key.Key_Return)
        while (at := here(sheet)) in missing(sheet) and answered < 6:
            step = sheet.writing.interview.step(at)
            assert step is not None
            typed = said.get(at, "")
            if isinstance(held(), Numbered):
                typed = "1"
            elif not isinstance(typed, str) or len(typed) > 20:
                typed = ""
            hand.type(typed)
            letters += len(typed)
            answered += 1
            hand.key(Qt.Key.Key_Return)
    assert answered == 6
    assert hand.total.gestures == letters + answered + 1


def test_for_who_is_received_one_is_chosen_among_what_is_begun(
    window: MainWindow, context: Context, safe: Safe
) -> None:
    ids: list[str] = []
    draft = Draft(LETTER, {"nom": "Da Silva"})

    def seed() -> None:
        ids.append(safe.people.add("Fatou Da Silva", on=TODAY))
        save(safe, draft, draft_id="", question="", on=TODAY, person=ids[0])

    in_worker(context, seed)
    context.session.write_for(ids[0], "Fatou Da Silva")
    window.go(to.OfficeSheet())
    chooser = window.page()
    assert isinstance(chooser, ChooseSheet)
    until(lambda: any(isinstance(does, TakeUp) for does, _ in chooser._pressed))
    (taken,) = [does for does, _ in chooser._pressed if isinstance(does, TakeUp)]
    window.go(to.OfficeSheet(draft=taken.draft))
    until(lambda: isinstance(window.page(), OfficeSheet))
    opened = window.page()
    assert isinstance(opened, OfficeSheet)
    assert opened.writing.draft_id == taken.draft
    window.back()
    assert window.page() is not opened
    assert isinstance(window.page(), ChooseSheet), "what opened it is not come back to"


def test_the_whole_household_comes_by_one_gesture_and_is_told(
    window: MainWindow, context: Context
) -> None:
    definition = definition_of(context.tools.catalogue, "12504-c2s")
    facts = {
        "conjoint:": "Paul Durand",
        "famille.conjoint_prenom": "Paul",
        "famille.conjoint_nom": "Durand",
        "jeune_1:": "Léa Martin",
        "famille.enfant_1_nom": "Léa Martin",
        "famille.enfant_1_lien": "fille",
        "famille.enfant_1_naissance": "09/10/2012",
    }
    profile = {field: Value(field, said, "sheet", SINCE, "") for field, said in facts.items()}
    writing = Writing(
        Interview(definition, Draft("12504-c2s"), TODAY),
        runner=context.jobs,
        bar=context.navigator,
        holder=context.session,
        profile=profile,
    )
    window.go(to.OfficeSheet(writing=writing))
    made = window.page()
    assert isinstance(made, OfficeSheet)
    QCoreApplication.processEvents()
    assert "conjoint_prenom" not in writing.interview.draft.answers, "it is asked before"
    take = made.button_of(page.TakeHousehold())
    assert take is not None
    take.click()
    QCoreApplication.processEvents()
    answers = writing.interview.draft.answers
    assert (answers["en_couple"], answers["enfants_nombre"]) == ("oui", "1")
    assert (answers["conjoint_prenom"], answers["enfant_1_nom"]) == ("Paul", "Léa Martin")
    told = [one.text() for one in made.live[page.HOUSEHOLD].findChildren(QLabel)]
    assert "Léa Martin, votre fille, née le 9 octobre 2012." in told
    assert made.button_of(page.TakeHousehold()) is None
    assert here(made) in missing(made), "the hand goes to what is still to be asked"
    made.finish()
    made.answer_of("enfant_1_nom").begin()
    write("e")
    made.keep()
    told = [one.text() for one in made.live[page.HOUSEHOLD].findChildren(QLabel)]
    assert any("Léa Martine" in one for one in told), "what is told follows what is typed"


def test_a_question_that_goes_with_text_in_it_comes_back_with_it(sheet: OfficeSheet) -> None:
    sheet.answer_of(RECEIVED).begin()
    write("14 3 26")
    sheet.answer_of(HOW).begin()
    write(str(ONLINE))
    until(lambda: RECEIVED not in sheet.asks, "what is asked no more stays")
    write("1")
    until(lambda: RECEIVED in sheet.asks)
    assert sheet.answer_of(RECEIVED).answer() == "14/03/2026"
    assert sheet.writing.interview.draft.answers[RECEIVED] == "14/03/2026"


def test_locked_while_one_types_what_is_typed_is_in_the_safe(
    context: Context, safe: Safe, sheet: OfficeSheet
) -> None:
    """Two letters just before the lock: no second passes for the safe to have them by itself."""
    sheet.answer_of("prenom").begin()
    write("Zo")
    assert context.session.saver is not None
    last = context.session.saver()
    kept: list[str] = []

    def save() -> None:
        if last is not None:
            last()
        kept.extend(one.content for one in safe.drafts.unfinished(LETTER))

    in_worker(context, save)
    assert len(kept) == 1
    assert '"FatouZo"' in kept[0]


def test_since_when_it_is_known_is_heard_once(sheet: OfficeSheet, recorder: Recorder) -> None:
    sheet.answer_of("commune").begin()
    QCoreApplication.processEvents()
    assert "connue le 3 mars 2026" in name(held())
    assert not any("onnue le" in one.words for one in recorder), "twice"
    assert "Connue le 3 mars 2026" in sheet._about.text(), "it is shown beside all the same"
