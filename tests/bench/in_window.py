"""Measures taken inside the real window, offscreen: from a gesture to the paint that answers it."""

import os
import statistics
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from desktop_app.pages import destinations as to
from desktop_app.pages.home import SEARCH
from desktop_app.pages.page import Found, Long
from tests.bench.frame import TIMES, Row, derived_once

QUIET_S = 0.05
"""A page is painted once nothing of it was painted for so long."""
PATIENCE_S = 60
LETTER = "caf-indu-rsa"
WORDS = "la prefecure me refuse mon titre de sejoure"


def rows(home: Path) -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(home)
    bench = Bench()
    try:
        yield from bench.catalogue(home)
        yield from bench.questions(home)
        yield from bench.preview()
        yield from bench.beside()
        yield from bench.unlock(home)
    finally:
        bench.close()


class Bench:
    """The window of the program with its real tools."""

    def __init__(self) -> None:
        from PySide6.QtWidgets import QApplication

        from desktop_app.gui import app as program
        from desktop_app.wiring import RealTools

        found = QApplication.instance()
        self.app = found if isinstance(found, QApplication) else QApplication([])
        self.tools = RealTools()
        self.window = program.build(self.app, self.tools)
        self.window.show()
        self.window.activateWindow()
        self.context = self.window.context
        self.paints = _paints(self.window)
        self.painted = time.perf_counter()
        self.process()

    def close(self) -> None:
        from desktop_app.gui import app as program

        self.context.session.close()
        self.context.jobs.stop()
        program.dismiss(self.app, self.window)

    def process(self) -> None:
        """Let Qt do what is due, and the worker have its turn."""
        self.turn()
        time.sleep(0.0002)

    def turn(self) -> None:
        """Let Qt do what is due, and note whether it painted.

        What is left is ended too, as in a running program: pages would pile up.
        """
        from PySide6.QtCore import QEvent

        self.paints.painting = False
        self.app.processEvents()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        if self.paints.painting:
            self.painted = time.perf_counter()

    def until(self, condition: Callable[[], object]) -> None:
        limit = time.monotonic() + PATIENCE_S
        while not condition():
            assert time.monotonic() < limit, "nothing came"
            self.process()

    def quiet(self) -> None:
        """Wait until nothing works and nothing is painted."""
        self.until(
            lambda: not self.context.jobs._waiting and time.perf_counter() - self.painted > QUIET_S
        )

    def painted_ms(self, act: Callable[[], object], condition: Callable[[], object]) -> float:
        """Return from the gesture to the paint that shows its answer, once the condition holds.

        A page that still changes its shape after that paint was not shown yet: its last paint
        counts.
        """
        self.quiet()
        began = time.perf_counter()
        act()
        self.until(condition)
        holds = time.perf_counter()
        self.until(lambda: self.painted > holds or time.perf_counter() - holds > QUIET_S)
        first, shape = max(self.painted, holds), self.shape()
        self.quiet()
        return ((first if self.shape() == shape else self.painted) - began) * 1000

    def shape(self) -> list[Any]:
        """Return the place of everything on the page."""
        from PySide6.QtWidgets import QWidget

        content = self.window.page().widget()
        return [widget.geometry() for widget in content.findChildren(QWidget)]

    def page(self) -> Any:
        return self.window.page()

    # ------------------------------------------------------------------ what is measured

    def catalogue(self, home: Path) -> Iterator[Row]:
        from desktop_app.catalogue.catalogue import FolderCatalogue
        from tests.bench.bench_catalogue import PACKS, many_packs

        many_packs(home / "packs")
        own = self.tools.catalogue

        def ready() -> float:
            self.tools.__dict__["catalogue"] = FolderCatalogue(home / "packs")
            return self.painted_ms(
                lambda: self.window.restart(to.Find(kind="lettre")),
                lambda: _buttons(self.page()),
            )

        yield _row(f"{PACKS} packs: families shown, nothing read before", several(ready), 150)
        self.window.restart(to.Home())
        self.page().searches[SEARCH]._field.edit.setText(WORDS)

        def search() -> float:
            box = self.page().searches[SEARCH]
            box.show_found(Found("", Long((), 1)))
            return self.painted_ms(box.look, lambda: box.said)

        yield _row(f"{PACKS} packs: one search, results shown", several(search), 30)
        self.tools.__dict__["catalogue"] = own

    def questions(self, home: Path) -> Iterator[Row]:
        from desktop_app.gui.screens.questions.view import Questions
        from desktop_app.gui.starting import start
        from tests.helpers.safes import new_safe, open_safe

        (home / "kept").mkdir()
        place = new_safe(home / "kept", self.tools.clock.today())
        opened: list[Any] = []
        self.work(lambda: opened.append(open_safe(place, self.tools.clock.today())))
        self.context.session.open(opened[0], str(place))
        start(self.context, self.page(), LETTER)
        self.until(lambda: isinstance(self.page(), Questions))
        figures = self._all_questions()
        yield _row("next question, kept in a safe", figures[:-1], 50)
        yield _row("the most that one of them took", [max(figures[:-1])])
        writing = self.context.session.writing

        def whole() -> float:
            self.window.restart(to.Home())
            return self.painted_ms(
                lambda: self.window.go(to.AllQuestions(writing=writing)), lambda: True
            )

        yield _row("all the questions on one page, whole", several(whole))
        self.work(opened[0].close)
        self.context.session.close()

    def _all_questions(self) -> list[float]:
        """Answer question after question; return what each next one took."""
        from PySide6.QtCore import Qt

        from desktop_app.gui.screens.questions.view import Questions

        figures: list[float] = []
        while isinstance(self.page(), Questions):
            self.quiet()
            shown = _answer(self.page())
            took = self.painted_ms(
                lambda: _press(Qt.Key.Key_Return),
                lambda s=shown: (
                    not isinstance(self.page(), Questions) or self.page().question is not s
                ),
            )
            figures.append(took)
        return figures

    def preview(self) -> Iterator[Row]:
        draft = self.tools.demo.letter
        self.window.restart(to.Letter(draft=draft))
        self.until(lambda: _picture(self.page()))
        first = next(one for one in self.page().paragraphs if one.text)

        def change() -> float:
            page = self.page()
            shown = _picture(page)
            change.turn += 1  # type: ignore[attr-defined]
            words = f"{first.text} ({change.turn})"  # type: ignore[attr-defined]
            return self.painted_ms(
                lambda: page.write_instead(first.id, words), lambda: _picture(page) != shown
            )

        change.turn = 0  # type: ignore[attr-defined]
        yield _row("letter shown again after a paragraph changed", several(change), 120)

    def beside(self) -> Iterator[Row]:
        """A wide window, the letter whole beside its question: from a key to the page it changes.

        The screen pauses before it makes a page, as long as the last one took: it is counted.
        """
        from PySide6.QtCore import QSize, Qt

        from desktop_app.core.answers.draft import Draft
        from desktop_app.gui.paper_panel import PaperPanel
        from desktop_app.gui.writing import Writing
        from desktop_app.workflow.interview.interview import Interview

        definition = self.tools.catalogue.letter(LETTER)
        today, size = self.tools.clock.today(), self.window.size()
        self.window.resize(QSize(1366, 768))

        def opened(draft: Draft, question: str = "") -> Any:
            writing = Writing(
                Interview(definition, draft, today),
                runner=self.context.jobs,
                bar=self.window,
                holder=self.context.session,
                question=question,
            )
            self.window.restart(to.Questions(writing=writing))
            (panel,) = self.page().findChildren(PaperPanel)
            self.until(lambda: not panel.preview._image.pixmap().isNull())
            self.quiet()
            return panel

        panel = opened(self.tools.demo.letter, "nom")
        self.page().answer.begin()

        def key() -> float:
            image = panel.preview._image
            shown = image.pixmap().cacheKey()
            return self.painted_ms(
                lambda: _press(Qt.Key.Key_A), lambda: image.pixmap().cacheKey() != shown
            )

        yield _row("the letter beside, shown again after a key", several(key), 120)
        opened(Draft(LETTER))
        yield _row("next question, the letter beside", self._all_questions()[:-1], 50)
        self.window.resize(size)

    def unlock(self, home: Path) -> Iterator[Row]:
        from PySide6.QtCore import Qt

        from desktop_app.gui.screens.accueil.view import Accueil
        from tests.helpers.safes import PHRASE, new_safe

        (home / "locked").mkdir()
        place = new_safe(home / "locked", self.tools.clock.today())

        def opening() -> float:
            self.window.restart(to.OpenSafe(folder=str(place)))
            (phrase,) = self.page().secrets.values()
            phrase._edit.setText(PHRASE)
            phrase._edit.setFocus()
            took = self.painted_ms(
                lambda: _press(Qt.Key.Key_Return), lambda: isinstance(self.page(), Accueil)
            )
            safe = self.context.session.safe
            assert safe is not None
            self.work(safe.close)
            self.context.session.close()
            return took

        with derived_once():
            figures = several(opening)
        yield _row("unlock, its key derived already, first page shown", figures, 150)

    def work(self, act: Callable[[], object]) -> None:
        """Do something in the worker, and wait."""
        ended: list[object] = []
        self.context.jobs.run(act, done=ended.append, failed=ended.append)
        self.until(lambda: ended)
        assert not isinstance(ended[0], BaseException), ended[0]


def several(measure: Callable[[], float]) -> list[float]:
    """Return as many measures as a median needs, after one that is left out."""
    return [measure() for _ in range(TIMES + 1)][1:]


def _row(name: str, figures: list[float], budget: float | None = None) -> Row:
    return Row(name, statistics.median(figures), budget=budget, least=min(figures))


def _paints(window: Any) -> Any:
    """Return what notices that a window paints itself."""
    from PySide6.QtCore import QEvent, QObject

    class Paints(QObject):
        painting = False

        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if event.type() == QEvent.Type.UpdateRequest:
                self.painting = True
            return False

    paints = Paints(window)
    window.installEventFilter(paints)
    return paints


def _buttons(page: Any) -> list[Any]:
    from desktop_app.gui.widgets.wrapping import LongButton

    return list(page.findChildren(LongButton)) if page else []


def _picture(page: Any) -> int:
    """Return the key of the picture of the page of paper in view; 0 when there is none."""
    return int(page._preview._image.pixmap().cacheKey())


def _answer(page: Any) -> Any:
    """Answer a question by its example or its first choice; return what is shown."""
    from desktop_app.gui.widgets.buttons import Button

    question = page.question
    choices = (
        [choice.id for choice in page.answer.offered()] if hasattr(page.answer, "offered") else []
    )
    page.answer.put(choices[0] if choices else page.answer.answer() or question.example)
    button = next(b for b in page.findChildren(Button) if b.property("role") == "primary")
    button.setFocus()
    return question


def _press(key: Any) -> None:
    from tests.gui.keyboard import strike

    strike(key)
