"""At the pages of an interview: opened as a person does, or at once where a test begins."""

from collections.abc import Collection, Mapping

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication

from desktop_app.core.answers.draft import Draft
from desktop_app.core.packs.model import LetterDefinition, QuestionPage
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.questions.view import Questions
from desktop_app.gui.starting import start
from desktop_app.gui.widgets.answers.base import AnswerWidget
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.workflow.interview.interview import Interview
from tests.gui.conftest import TODAY
from tests.gui.keyboard import choose, held, name, press, until, write

RSA = "caf-indu-rsa"
"""Its first page asks several things."""
PAPERS = "caf-documents"
"""Its first page asks one: "organisme"."""


def begin(window: MainWindow, pack: str = RSA, sender: str = "caf") -> Questions:
    page = window.page()
    assert page is not None
    start(window.context, page, pack, sender=sender)
    until(lambda: isinstance(window.page(), Questions))
    return now(window)


def open_at(
    window: MainWindow, pack: str, question: str, *, alone: Collection[str] = (), **answers: str
) -> Questions:
    """Open a letter, nobody having said who wrote, or a form, at the page of this question.

    Those ``alone`` have a page each, whatever the letter says of its pages.
    """
    context = window.context
    known = context.tools.catalogue
    asks = known.form(pack) if pack[:1].isdigit() else with_alone(known.letter(pack), alone)
    interview = Interview(asks, Draft(pack, answers), TODAY)
    context.session.writing = made = Writing(
        interview,
        runner=context.jobs,
        bar=context.navigator,
        holder=context.session,
        question=question,
    )
    window.go(to.Questions(writing=made))
    QCoreApplication.processEvents()
    return now(window)


def with_alone(letter: LetterDefinition, alone: Collection[str]) -> LetterDefinition:
    """Return a letter where each page that asks one of these asks each of its questions alone."""
    sections = []
    for section in letter.section:
        pages: list[QuestionPage] = []
        for page in section.page:
            if set(alone).isdisjoint(page.question):
                pages.append(page)
            else:
                pages += (QuestionPage(title="", question=(one,)) for one in page.question)
        sections.append(replace(section, page=tuple(pages)))
    return replace(letter, section=tuple(sections))


def now(window: MainWindow) -> Questions:
    page = window.page()
    assert isinstance(page, Questions)
    return page


def at_page_of(window: MainWindow, question: str) -> Questions:
    """Go to the page of a question, as one who took the letter up there."""
    page = now(window)
    page.writing.question = question
    window.replace(to.Questions(writing=page.writing))
    QCoreApplication.processEvents()
    return now(window)


def held_in(window: MainWindow) -> str:
    """Return the question where the focus is; "" on a page's words, and elsewhere."""
    held, page = QApplication.focusWidget(), window.page()
    asks = page.asks if isinstance(page, Questions) else {}
    return next((name for name, ask in asks.items() if held and ask.isAncestorOf(held)), "")


def answer_page(window: MainWindow, said: Mapping[str, str]) -> None:
    """Answer by keyboard what a page asks in the words of its questions; then go on.

    Papers are ticked where they are said to be joined.
    """
    page, done = now(window), set[str]()
    while left := [one for one in page.asks if one not in done]:
        done.add(left[0])
        answer = page.answer_of(left[0])
        asked = answer.question.label or page.heading.text()
        ticked = {one.label for one in answer.question.choices if one.label in said}
        words = sorted(ticked) if answer.question.kind == "choices" else [said.get(asked, "")]
        for word in filter(None, words):
            answer.begin()
            _give(answer, word)
    choose("Continuer")


def _give(answer: AnswerWidget, words: str) -> None:
    if not (answer.question.choices or answer.question.kind == "yes_no"):
        write(words)
        return
    next_ = Qt.Key.Key_Tab if answer.question.kind == "choices" else Qt.Key.Key_Down
    for _ in range(20):
        if name(held()).startswith(words):
            break
        press(next_)
    press(Qt.Key.Key_Space)


def answers(window: MainWindow) -> dict[str, object]:
    return dict(now(window).writing.interview.draft.answers)


def decide(window: MainWindow, received: str = "06112026") -> None:
    """Answer the page of the decision by keys alone."""
    press(Qt.Key.Key_Return)
    write("03112026")
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    write(received)
    press(Qt.Key.Key_Return)
