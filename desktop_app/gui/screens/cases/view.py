"""What was found in a PDF, looked at on its pages before the questions: the person has the word."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.cases.card import BoxCard
from desktop_app.gui.screens.cases.presenter import BoxesPresenter, BoxRow
from desktop_app.gui.starting import start_generic
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.preview import Preview
from desktop_app.gui.widgets.slices import Slices
from desktop_app.gui.widgets.wide_page import WidePage
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.workflow.documents.generic import OpenedPdf

FIRST = 12
"""Boxes of a page that are shown at once: more than a window has room for."""


class Boxes(WidePage):
    """Opened with a PDF that no pack knows: its pages, its boxes one page at a time."""

    def __init__(self, context: Context, asked: to.Boxes) -> None:
        super().__init__(context.look, i18n.text("Voici ce qui a été trouvé"))
        self._context = context
        self._presenter = BoxesPresenter(asked.opened)
        self._chosen = ""
        self._said = Words(context.look, "")
        self.add(self._said)
        self._add_go()
        self._add_preview(asked.opened)
        self._title = Words(context.look, "", "subheading")
        self.add(self._title)
        self._list = QWidget()
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(context.look.space(1))
        self.add(self._list)
        self._cards: dict[str, BoxCard] = {}
        self._slices = Slices(self)
        self.set_actions(*self._what_next())
        self._show()

    def _add_go(self) -> None:
        """Put what nearly everyone does next before the long list of what may be corrected."""
        on_page = self._presenter.nameless
        words = (
            i18n.text("Ces cases n’ont pas de nom lisible. Le plus simple : répondre sur la page.")
            if on_page
            else i18n.text("Si cela vous semble juste, répondez aux questions.")
        )
        self.add(Words(self.look, words))
        row, flow = FlowLayout.row(self.look.space(1))
        ways = [
            (i18n.text("Répondre aux questions"), self._answer),
            (i18n.text("Remplir sur la page"), self._answer_on_page),
        ]
        self._ways = [
            Button(self.look, words, answer, role="secondary" if place else "primary")
            for place, (words, answer) in enumerate(reversed(ways) if on_page else ways)
        ]
        for way in self._ways:
            flow.addWidget(way)
        self.add(row)

    def _add_preview(self, opened: OpenedPdf) -> None:
        """Put the page at the right of its boxes, or above them in a narrow window."""
        context = self._context
        self._preview = Preview(
            context.look,
            context.jobs,
            lambda: context.tools.viewer(password=opened.password),
            self.say_problem,
            live=True,
        )
        self._preview.turned.connect(self._turned)
        self._above, self._beside = QWidget(), QWidget()
        for place in (self._above, self._beside):
            QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
        self.add(self._above)
        self.put_beside(self._beside)
        self.widened.connect(self._on_wide)
        self._on_wide(self.wide)
        self._preview.show_document(opened.blank, self._presenter.pages, aloud=False)
        self._preview.turn_to(self._presenter.page)

    def _on_wide(self, wide: bool) -> None:
        layout = (self._beside if wide else self._above).layout()
        assert layout is not None
        self._preview.set_tall(not wide)
        layout.addWidget(self._preview)

    def _what_next(self) -> tuple[Button, ...]:
        look, pages = self.look, self._presenter.pages_asked()
        next_page = Button(look, i18n.text("Cases de la page suivante"), self._next_page)
        back = Button(look, i18n.text("Retour"), self._context.navigator.back, role="plain")
        several = (next_page,) if len(pages) > 1 else ()
        return (*several, *self._keep_as_model(), back)

    def _keep_as_model(self) -> tuple[Button, ...]:
        """Offer to make a form of it for the next time, where something may be written."""
        opened = self._presenter.opened
        if self._context.session.public or opened.password:
            return ()
        name = Path(opened.title).stem

        def make() -> None:
            self._context.navigator.go(to.FormEditor(pdf=opened.blank, name=name))

        return (Button(self.look, i18n.text("En faire un modèle à garder"), make),)

    # ------------------------------------------------------------------ what is shown

    def _show(self, held: str = "") -> None:
        """Show the boxes of the page; ``held`` is the one that keeps the focus."""
        presenter = self._presenter
        self._said.say("\n".join(presenter.said()))
        self._title.say(i18n.text("Cases de la page {n}").format(n=presenter.page))
        rows = presenter.rows()
        self._slices.finish()
        if another := [row.name for row in rows] != list(self._cards):
            for card in self._cards.values():
                _let_go(card)
            self._cards = {}
        show = [partial(self._show_row, place, row) for place, row in enumerate(rows)]
        self._slices.begin(show, FIRST if another else len(show))
        self._preview.outline(presenter.outlines(self._chosen))
        for way in self._ways:
            way.setEnabled(presenter.count > 0)
        if held in self._cards:
            self._cards[held].begin()

    def _show_row(self, place: int, row: BoxRow) -> None:
        """Show one box; a hundred cards are slow to make: only one that changes is."""
        chosen = row.name == self._chosen
        before = self._cards.get(row.name)
        if before is not None and before.shows(row, chosen=chosen):
            return
        if before is not None:
            _let_go(before)
        card = self._cards[row.name] = BoxCard(self.look, row, self, chosen=chosen)
        self._rows.insertWidget(place, card)
        card.show()

    def _turned(self, page: int) -> None:
        if page in self._presenter.pages_asked() and page != self._presenter.page:
            self._presenter.page, self._chosen = page, ""
            self._show()

    def _next_page(self) -> None:
        pages = list(self._presenter.pages_asked())
        place = (pages.index(self._presenter.page) + 1) % len(pages)
        self._preview.turn_to(pages[place])
        self._turned(pages[place])
        self._title.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------ gestures

    def choose(self, name: str) -> None:
        self._chosen = "" if self._chosen == name else name
        self._show(name)

    def remove(self, name: str) -> None:
        self._presenter.remove(name)
        self._chosen = ""
        self._show(name)

    def put_back(self, name: str) -> None:
        self._presenter.put_back(name)
        self._show(name)

    def rename(self, name: str, words: str) -> None:
        self._presenter.rename(name, words)
        self._chosen = ""
        self._show(name)

    def _answer(self) -> None:
        start_generic(self._context, self, self._presenter.opened, self._presenter.changes)

    def _answer_on_page(self) -> None:
        opened, changes = self._presenter.opened, self._presenter.changes
        start_generic(self._context, self, opened, changes, way=to.OnPage)


def _let_go(card: BoxCard) -> None:
    card.setParent(None)
    card.deleteLater()
