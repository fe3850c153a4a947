"""A letter that is left, by whatever key, is offered again as long as the program runs."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication, Qt

from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.accueil.view import Accueil
from desktop_app.gui.screens.dernier_jour.view import LastDay
from desktop_app.gui.screens.document.view import DocumentScreen
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.starting import open_questions, start
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.pages.questions import GoOn
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.definitions import definition_of
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.place import Place
from desktop_app.workflow.store import Safe
from tests.gui.conftest import TODAY, in_worker
from tests.gui.keyboard import choose, heading, press, strike, tab_to, until, write
from tests.gui.letters import printable, read_sentences

FIRST, SECOND = "caf-indu-rsa", "caf-documents"
BACK: dict[str, Callable[[], None]] = {
    "Alt+Left": lambda: strike(Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier),
    "Escape": lambda: press(Qt.Key.Key_Escape),
    "Retour": lambda: choose("Retour"),
}


def begin(window: MainWindow, pack: str) -> Questions:
    page = window.page()
    assert page is not None
    start(window.context, page, pack)
    until(lambda: isinstance(window.page(), Questions) and window.page() is not page)
    page = window.page()
    assert isinstance(page, Questions)
    return page


def at_next_page(window: MainWindow, pack: str = FIRST) -> None:
    """Begin a letter, answer its first page and go on."""
    page = begin(window, pack)
    assert page.asked is not None
    for one in page.asked.questions:
        if one.choices:
            page.answer_of(one.id).put(one.choices[0].id)
        elif one.kind == "date":
            page.answer_of(one.id).put("3/11/2026")
    first = page.asked
    page.do(GoOn())
    until(lambda: isinstance(window.page(), LastDay) or now_at(window) != first)
    if isinstance(window.page(), LastDay):
        choose("Continuer")


def now_at(window: MainWindow) -> object:
    page = window.page()
    return page.asked if isinstance(page, Questions) else None


def offered(window: MainWindow) -> list[str]:
    """Return what the first screen offers to take up again."""
    page = window.page()
    assert isinstance(page, Accueil)
    return [b.words() for b in page.findChildren(LongButton) if b.words().startswith("Reprendre")]


def go_home(window: MainWindow, back: Callable[[], None]) -> None:
    for _ in range(12):
        if isinstance(window.page(), Accueil):
            return
        back()
        QCoreApplication.processEvents()
    raise AssertionError("the first screen is never reached")


@pytest.mark.parametrize("way", BACK)
def test_each_key_goes_to_the_question_before(window: MainWindow, way: str) -> None:
    at_next_page(window)
    writing = window.context.session.writing
    assert writing is not None
    third = writing.question
    before = writing.interview.page_before(third)
    assert before is not None
    BACK[way]()
    assert before.has(writing.question)
    assert isinstance(window.page(), Questions)
    assert heading(window.page()) == (before.title or before.questions[0].label)


@pytest.mark.parametrize("way", BACK)
def test_a_letter_left_without_a_safe_is_offered_and_taken_up(window: MainWindow, way: str) -> None:
    at_next_page(window)
    writing = window.context.session.writing
    assert writing is not None
    answers = dict(writing.interview.draft.answers)
    go_home(window, BACK[way])
    (words,) = offered(window)
    assert words.startswith("Reprendre votre lettre : ")
    choose(words)
    assert isinstance(window.page(), Questions)
    again = window.context.session.writing
    assert again is not None
    assert dict(again.interview.draft.answers) == answers


def test_what_was_half_typed_is_taken_up_too(window: MainWindow) -> None:
    at_next_page(window)
    writing = window.context.session.writing
    assert writing is not None
    typed = window.page()
    assert isinstance(typed, Questions)
    typed.answer_of("montant").begin()
    write("12,x")
    left, question = "12,x", "montant"
    strike(Qt.Key.Key_F1)
    go_home(window, BACK["Escape"])
    assert writing.interview.draft.answers.get(question, "") == left


def test_two_letters_begun_without_a_safe_are_both_offered(window: MainWindow) -> None:
    for pack in (FIRST, SECOND):
        at_next_page(window, pack)
        window.restart(to.Home())
        QCoreApplication.processEvents()
    titles = offered(window)
    assert len(titles) == 2
    assert len(set(titles)) == 2
    assert window.context.session.answered(), "closing asks first"


@pytest.mark.parametrize("where", ["association", "public"])
def test_where_others_sit_nothing_tells_what_the_letter_is_about(
    window: MainWindow, where: str
) -> None:
    window.context.session.public = where == "public"
    at_next_page(window)
    if where == "association":
        window.context.tools.__dict__["mode"] = "association"
    window.restart(to.Home())
    assert offered(window) == ["Reprendre ce que vous avez commencé"]
    window.context.session.close()  # what ends a session
    window.restart(to.Home())
    assert offered(window) == []


def test_a_safe_that_is_opened_keeps_what_is_taken_up(
    window: MainWindow, context: Context, safe: Safe
) -> None:
    opened, folder = context.session.safe, context.session.folder
    assert opened is not None
    context.session.safe = None
    at_next_page(window)
    writing = context.session.writing
    assert writing is not None
    begin(window, SECOND)  # another one is in hand now
    context.session.open(opened, folder)
    window.restart(to.Home())
    choose("Reprendre votre lettre")
    until(lambda: writing.draft_id and not writing.unsaved)
    kept: list[saving.Resumed] = []
    tools = context.tools
    in_worker(
        context, lambda: kept.append(saving.resume(safe, tools.catalogue, writing.draft_id, TODAY))
    )
    assert kept[0].interview.draft == writing.interview.draft


def ready(context: Context, window: MainWindow, pack: str = "") -> Writing:
    """Return an interview of which every question was met."""
    draft = context.tools.demo.letter if pack != FORM else context.tools.demo.form
    interview = Interview(definition_of(context.tools.catalogue, draft.pack), draft, TODAY)
    while left := interview.to_do():
        interview = interview.pass_by(left.question.id)
    writing = Writing(interview, runner=context.jobs, bar=window, holder=context.session)
    writing.question = ""
    return writing


def correcting(writing: Writing) -> to.Destination:
    writing.correcting = writing.question = "montant"
    return to.Questions(writing)


def went_back(writing: Writing) -> to.Destination:
    writing.question = "montant"
    return to.Questions(writing)


LEFT: dict[str, Callable[[Writing], to.Destination]] = {
    "the answers, checked": to.Check,
    "an answer, corrected": correcting,
    "a question that one went back to": went_back,
    "all the questions": to.AllQuestions,
    "the letter": lambda writing: to.Letter(writing.interview.draft, writing.keep, writing),
    "the boxes of a form": to.OnPage,
    "the form": lambda writing: to.FilledForm(writing.interview.draft, writing.keep, writing),
}
FORM = "form"


@pytest.mark.parametrize("kept", [True, False], ids=["in a safe", "in memory"])
@pytest.mark.parametrize("name", LEFT)
def test_one_is_led_to_the_very_page_that_was_left(
    window: MainWindow, context: Context, safe: Safe, name: str, kept: bool
) -> None:
    """The page goes with the program, or with a lock: nobody went back to the questions."""
    if not kept:
        context.session.close()
    writing = ready(context, window, FORM if "form" in name else "")
    context.session.take(writing)
    if kept:
        writing.keep()
        until(lambda: writing.draft_id and not writing.unsaved)
    window.go(LEFT[name](writing))
    until(lambda: not context.jobs._waiting)
    left = window.page()
    assert left is not None
    kind, words = type(left), heading(left)
    if kept:
        context.session.writing = None
    window.restart(to.Home())
    until(lambda: offered(window))
    choose("Reprendre votre ")
    until(lambda: not isinstance(window.page(), Accueil))
    until(lambda: not context.jobs._waiting)
    assert (type(window.page()), heading(window.page())) == (kind, words)
    if name == "an answer, corrected":
        choose("Continuer")
        assert heading(window.page()) == "Vérifiez vos réponses"


@pytest.mark.usefixtures("safe")
def test_from_a_letter_that_is_taken_up_one_goes_back_to_the_answers(
    window: MainWindow, context: Context
) -> None:
    writing = ready(context, window)
    context.session.take(writing)
    writing.keep()
    window.go(LEFT["the letter"](writing))
    until(lambda: writing.draft_id and not context.jobs._waiting)
    context.session.writing = None
    window.restart(to.Home())
    until(lambda: offered(window))
    choose("Reprendre votre ")
    until(lambda: heading(window.page()) == "Votre lettre")
    BACK["Escape"]()
    assert heading(window.page()) == "Vérifiez vos réponses"


@pytest.mark.parametrize("kept", [True, False], ids=["in a safe", "in memory"])
def test_words_half_typed_in_the_letter_are_not_finished_once_it_is_taken_up(
    window: MainWindow, context: Context, safe: Safe, kept: bool
) -> None:
    if not kept:
        context.session.close()
    writing = ready(context, window)
    context.session.take(writing)
    window.go(LEFT["the letter"](writing))
    until(lambda: isinstance(page := window.page(), DocumentScreen) and printable(page))
    read_sentences()
    choose("Le modifier : paragraphe 1")
    write("Mes mots. ")
    told = window.page().state.text()  # type: ignore[union-attr]
    assert told.startswith("Le paragraphe 1 n’est pas fini")
    if kept:
        until(lambda: writing.draft_id and writing.interview.draft.writing and not writing.unsaved)
        context.session.writing = None  # as after a power cut
    window.restart(to.Home())
    until(lambda: offered(window))
    choose("Reprendre votre ")
    until(lambda: isinstance(page := window.page(), DocumentScreen) and page.paragraphs)
    page = window.page()
    assert isinstance(page, DocumentScreen)
    until(lambda: page.state.text() == told, "it is not said to be unfinished")
    assert not printable(page)
    tab_to("Garder ces mots")
    choose("Laisser comme avant")
    until(lambda: printable(page))
    assert not page.paragraphs[0].edited


def filed(window: MainWindow) -> Writing:
    """Make the letter of the demonstration, print it and file it, at the keyboard."""
    context = window.context
    writing = ready(context, window)
    open_questions(context, writing, Place(where="check"))
    writing.keep()
    choose("Voir la lettre")
    choose("Imprimer et envoyer")
    choose("C’est imprimé : et maintenant ?")
    choose("Ranger dans le coffre")
    until(lambda: context.session.in_hand.document)
    return writing


def test_what_is_changed_once_filed_is_offered_until_it_is_filed_anew(
    window: MainWindow, context: Context, safe: Safe
) -> None:
    writing = filed(window)
    while not isinstance(window.place, to.Check):
        press(Qt.Key.Key_Escape)
    choose("Changer : Ville ou village")
    press(Qt.Key.Key_End)
    write("-sur-Mer")
    until(lambda: "Enregistré à" in window._bar.saved.text())
    held: list[saving.Resumed] = []
    catalogue, draft = context.tools.catalogue, writing.draft_id
    in_worker(context, lambda: held.append(saving.resume(safe, catalogue, draft, TODAY)))
    assert "-sur-Mer" in str(held[0].interview.draft.answers["commune"])

    context.session.writing = None  # as after a power cut
    window.restart(to.Home())
    until(lambda: offered(window))
    choose("Reprendre")
    until(lambda: context.session.writing is not None)
    again = context.session.writing
    assert again is not None
    assert again.interview.draft == writing.interview.draft


def test_where_the_way_back_was_forgotten_the_first_screen_is_the_page_before(
    window: MainWindow,
) -> None:
    at_next_page(window)
    writing = window.context.session.writing
    window.restart(to.Questions(writing=writing))  # as after a safe was made in the middle
    go_home(window, BACK["Alt+Left"])
    assert len(offered(window)) == 1


def test_every_page_is_left_by_escape_and_alt_left(window: MainWindow) -> None:
    for screen in (
        to.Help(),
        to.Settings(),
        to.Find(),
        to.OpenPdf(),
        to.WhichDelay(),
        to.Urgent(),
        to.Models(),
    ):
        for way in ("Escape", "Alt+Left"):
            window.go(screen)
            QCoreApplication.processEvents()
            BACK[way]()
            assert isinstance(window.page(), Accueil), (screen, way)


def test_escape_and_alt_left_do_not_lose_the_first_screen(window: MainWindow) -> None:
    for way in ("Escape", "Alt+Left"):
        BACK[way]()
        assert isinstance(window.page(), Accueil)
    tab_to("J’ai reçu une lettre")
