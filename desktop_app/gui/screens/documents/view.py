"""Mes documents: the dossiers, and a search that answers while one types."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.records import Dossier, StoredDocument
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.discretion import waits_to_be_asked
from desktop_app.gui.jobs import Job
from desktop_app.gui.screens.documents.presenter import (
    Listing,
    document_line,
    dossier_line,
    found_line,
    found_words,
)
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.row import RowButton
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.workflow.safes.archive import Found

_PAUSE_MS = 120  # a person still typing does not want an answer yet
AT_ONCE = 30
"""Rows shown at first: what a person looks through before she types a word."""
Row = tuple[str, Callable[[], object]]


class Left(NamedTuple):
    """How many rows the safe still has, and what reads the next ones."""

    rows: int
    read: Callable[[], object]


NOTHING_LEFT = Left(0, lambda: None)


class Documents(Page):
    """Dossiers first; what is typed in the box looks into the words of every document."""

    def __init__(self, context: Context, asked: to.Documents) -> None:
        person = asked.person
        """``person``: whose; the one written for when none is named, unless ``everyone``."""
        super().__init__(context.look, i18n.text("Mes documents"))
        written_for = context.session.person
        person = person or ("" if asked.everyone else written_for)
        self._context, self._person = context, person
        self._job: Job | None = None
        safe = context.session.safe
        if safe is None:
            self.add(Words(self.look, i18n.text("Sans coffre, aucun document n’est gardé.")))
            self._foot()
            return
        self._listing = Listing(safe, person)
        if person:
            self._say_whose()
        label = Words(self.look, i18n.text("Chercher un mot dans vos documents"))
        self._search = QLineEdit()
        self._search.setAccessibleName(label.text())
        label.setBuddy(self._search)
        self._count = Words(self.look, "", "hint")
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._look_for)
        self._search.textEdited.connect(self._timer.start)
        self._rows = QWidget()
        self._list = QVBoxLayout(self._rows)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.setSpacing(self.look.space(1))
        for widget in (label, self._search, self._count, self._rows):
            self.add(widget)
        self._foot()
        if waits_to_be_asked(context) and not (person or asked.everyone):
            go = context.navigator.go
            words = i18n.text("Voir les documents de tous")
            button = Button(self.look, words, lambda: go(to.Documents(everyone=True)))
            self._list.addWidget(button)
        else:
            self._look_for()

    def _say_whose(self) -> None:
        """Say whose documents these are; those of the others come by a gesture only."""
        session, go = self._context.session, self._context.navigator.go
        if self._person == session.person:
            self._name(session.person_name)
        else:
            self._context.jobs.run(self._listing.whose, done=self._name, failed=self.say_problem)
        words = i18n.text("Voir les documents de tous")
        self.add(Button(self.look, words, lambda: go(to.Documents(everyone=True))))

    def _name(self, name: str) -> None:
        self.retitle(i18n.labelled(i18n.text("Documents"), name))

    def _look_for(self) -> None:
        if self._job is not None:
            self._job.cancel()
        typed = self._search.text()
        listing = self._listing
        if typed.strip():
            self._job = self._context.jobs.run(
                lambda: listing.search(typed),
                done=lambda found: self._found(typed, *found),
                failed=self.say_problem,
            )
            return
        self._job = self._context.jobs.run(
            listing.everything, done=lambda all_: self._all(*all_), failed=self.say_problem
        )

    def _found(
        self,
        typed: str,
        dossiers: Sequence[Dossier],
        documents: Sequence[StoredDocument],
        left: int,
    ) -> None:
        self._empty()
        words = found_words(len(dossiers), len(documents) + left)
        self._count.say(words)
        announce(self._count, words)
        rows = [self._dossier(dossier) for dossier in dossiers]
        rows += [self._document(document) for document in documents]
        self._show(rows, Left(left, self._read_on(typed, len(documents))))

    def _read_on(self, typed: str, skip: int) -> Callable[[], object]:
        """Return what reads the next documents of a search, and shows them."""
        listing = self._listing

        def show(found: Found) -> None:
            rows = [self._document(document) for document in found.documents]
            then = self._read_on(typed, skip + len(found.documents))
            self._show_more(rows, Left(found.left, then))

        def read() -> None:
            self._job = self._context.jobs.run(
                lambda: listing.documents(typed, skip), done=show, failed=self.say_problem
            )

        return read

    def _all(self, dossiers: Sequence[Dossier], loose: Sequence[StoredDocument]) -> None:
        self._empty()
        self._count.say("")
        if not dossiers and not loose:
            self._count.say(
                i18n.text(
                    "Rien encore. Une lettre rangée vient ici, avec ses dates et ses preuves."
                )
            )
        self._show_found(dossiers, loose)

    def _show_found(self, dossiers: Sequence[Dossier], documents: Sequence[StoredDocument]) -> None:
        rows = [self._dossier(dossier) for dossier in dossiers]
        self._show([*rows, *(self._document(document) for document in documents)])

    def _dossier(self, dossier: Dossier) -> Row:
        go = self._context.navigator.go
        return dossier_line(dossier), lambda: go(to.Dossier(dossier=dossier.id))

    def _document(self, document: StoredDocument) -> Row:
        go = self._context.navigator.go
        line = document_line if self._listing.person else found_line
        return line(document), lambda: go(to.StoredDocument(document=document.id))

    def _show(self, rows: Sequence[Row], left: Left = NOTHING_LEFT) -> None:
        """Show the first rows; the others at a gesture, for an office may keep thousands."""
        for words, pressed in rows[:AT_ONCE]:
            self._list.addWidget(RowButton(self.look, words, pressed))
        others = rows[AT_ONCE:]
        if count := len(others) + left.rows:
            words = i18n.plural("Voir {n} autre", "Voir les {n} autres", count)
            more = (lambda: self._show_more(others, left)) if others else left.read
            self._list.addWidget(Button(self.look, words, more))

    def _show_more(self, rows: Sequence[Row], left: Left) -> None:
        place = self._list.count() - 1
        asked = self._list.takeAt(place)
        if asked is not None and (button := asked.widget()) is not None:
            button.hide()
            button.deleteLater()
        self._show(rows, left)
        first = self._list.itemAt(place)
        if first is not None and (row := first.widget()) is not None:
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty(self) -> None:
        while (item := self._list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _foot(self) -> None:
        navigator = self._context.navigator
        buttons = [Button(self.look, i18n.text("Retour"), navigator.back, role="plain")]
        if self._context.session.safe is not None:
            buttons.insert(
                0, Button(self.look, i18n.text("Corbeille"), lambda: navigator.go(to.Bin()))
            )
            buttons.insert(
                0, Button(self.look, i18n.text("Personnes"), lambda: navigator.go(to.People()))
            )
            buttons.insert(
                0, Button(self.look, i18n.text("Cette semaine"), lambda: navigator.go(to.Week()))
            )
        self.set_actions(*buttons)
