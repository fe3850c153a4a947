"""The window shows, of each page that is a value, all that it says, in its order; and no more."""

import dataclasses
import re
from collections.abc import Iterable, Iterator

import pytest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.page_places import LongList, SearchPlace
from desktop_app.gui.page_view import PageView
from desktop_app.pages.page import Page, Search
from tests.gui.harness.page_text import Line, _page, plain
from tests.helpers.page_values import PARTS, by_kind, said

OPENS = re.compile(
    r"→ .*|Cacher l’explication|Pourquoi(?: cette date)? \?|Voir (?:les )?\d+ autres?"
)
ASKED_WHY = re.compile(r"Pourquoi(?: cette date)? \?")
OTHERS = re.compile(r"Voir (?:les )?\d+ autres?")
MANY = 50
BEFORE = re.compile(r"^(?:\d+\. |– )?")
ASKS = ("field", "hidden field", "number", "group", "card")
DAY = ("Jour", "Mois", "Année", "Oui", "Non", "Je ne sais pas", "Montrer", "−", "+")
"""What the widgets of the interview say themselves."""


class Shown(PageView):
    """A page without the places that a screen fills itself."""

    def own(self, _name: str) -> QWidget:
        return QWidget()


@pytest.fixture
def view(window: MainWindow) -> Shown:
    made = Shown(window.context, "")
    window.setCentralWidget(made)
    return made


@pytest.mark.parametrize("part", PARTS)
def test_the_window_says_what_each_page_says(part: str, view: Shown) -> None:
    for pages in by_kind(part).values():
        # Of a hundred alike, one in ten.
        for name, page in [*pages.items()][:: 1 if len(pages) < MANY else 10]:
            shown = [one for one in read(view, page) if not OPENS.fullmatch(one)]
            assert words(shown) == words(wanted(said(page, pressed=True))), name


def words(some: Iterable[str]) -> list[str]:
    """Return the words and figures of a text, whatever stands between them."""
    return [word for line in some for word in re.findall(r"\w+", line)]


def read(view: Shown, page: Page) -> list[str]:
    """Return the lines shown, without what one types in; what unfolds is unfolded."""
    view.fill(page)
    view.finish()
    QApplication.sendPostedEvents()
    for button in view.findChildren(QAbstractButton):
        if ASKED_WHY.fullmatch(button.text()):
            button.click()
    # What it found beyond the first ones; of some, the rest would be read in a safe. Searches of
    # the page before are still there for a while, out of sight.
    whole = all(not one.found.left for one in searches_of(page))
    searches = view.findChildren(SearchPlace) if whole else []
    lists = [one for one in view.findChildren(LongList) if not _in_a_search(one)]
    for found in (one for one in (*searches, *lists) if one.isVisibleTo(view)):
        before = ""
        while (others := _others(found)) is not None and others.text() != before:
            before = others.text()
            others.click()
            view.finish()
            QApplication.sendPostedEvents()
    for widget in view.findChildren(QWidget):
        if widget.parent() is not None and widget.isHidden() and widget.property("role") == "body":
            widget.show()
    return [told for line in _page(view) for told in _told(line)]


def searches_of(said: object) -> Iterator[Search]:
    """Yield the searches of a page, in whatever they stand."""
    if isinstance(said, Search):
        yield said
    elif isinstance(said, tuple):
        for one in said:
            yield from searches_of(one)
    elif dataclasses.is_dataclass(said) and not isinstance(said, type):
        for field in dataclasses.fields(said):
            yield from searches_of(getattr(said, field.name))


def _in_a_search(widget: QWidget) -> bool:
    above = widget.parentWidget()
    return above is not None and (isinstance(above, SearchPlace) or _in_a_search(above))


def _others(found: QWidget) -> QAbstractButton | None:
    buttons = (one for one in found.findChildren(QAbstractButton) if not one.isHidden())
    return next((one for one in buttons if OTHERS.fullmatch(one.text())), None)


def _told(line: Line) -> list[str]:
    if not line.kind or line.kind.startswith(ASKS):
        return []
    words = line.words.partition("] of ")[2] if line.kind == "list" else line.words
    words = line.heard if line.kind == "picture" else words
    return wanted(words.replace(" | ", "\n").splitlines())


def wanted(some: Iterable[str]) -> list[str]:
    """Return lines as they are compared, without what the widgets of questions say themselves."""
    told = (plain(BEFORE.sub("", one)) for one in some)
    return [one for one in told if one and one not in DAY]
