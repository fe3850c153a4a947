"""Mes documents: the dossiers, and a search that answers while one types."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.records import Dossier, StoredDocument
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.discretion import waits_to_be_asked
from desktop_app.gui.jobs import Job
from desktop_app.gui.page_blocks import LongList
from desktop_app.gui.page_view import PageView
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages import documents as page
from desktop_app.pages.page import Long
from desktop_app.workflow.safes.archive import Found
from desktop_app.workflow.safes.listing import Listing

_PAUSE_MS = 120  # a person still typing does not want an answer yet


class Documents(PageView):
    """Dossiers first; what is typed in the box looks into the words of every document.

    Opened with whose they are: those of the person written for when none is named, unless
    ``everyone``. What it says is in ``pages/documents.py``.
    """

    def __init__(self, context: Context, asked: to.Documents) -> None:
        super().__init__(context, i18n.text("Mes documents"))
        session, safe = context.session, context.session.safe
        self._person = asked.person or ("" if asked.everyone else session.person)
        self._job: Job | None = None
        if safe is None:
            self.fill(page.documents(safe=False, whose=False))
            return
        self._listing = Listing(safe, self._person)
        self._waits = waits_to_be_asked(context) and not (self._person or asked.everyone)
        self.fill(page.documents(safe=True, whose=bool(self._person)))
        if self._person == session.person:
            self._name(session.person_name)
        elif self._person:
            context.jobs.run(self._listing.whose, done=self._name, failed=self.say_problem)
        if not self._waits:
            self._look_for()

    def own(self, _name: str) -> QWidget:
        """Give the box in which one types, and under it what is found."""
        label = Words(self.look, i18n.text("Chercher un mot dans vos documents"))
        self._search = QLineEdit()
        self._search.setAccessibleName(label.text())
        label.setBuddy(self._search)
        self._count = Words(self.look, "", "hint")
        self._timer = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._timer.timeout.connect(self._look_for)
        self._search.textEdited.connect(self._timer.start)
        self._list = LongList(self, Long((page.of_all(),) if self._waits else (), page.AT_ONCE))
        self._list.set_spacing(1)
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.look.space(2))
        for widget in (label, self._search, self._count, self._list):
            column.addWidget(widget)
        return place

    def _name(self, name: str) -> None:
        if self._person:
            self.retitle(page.title(name))

    def _look_for(self) -> None:
        if self._job is not None:
            self._job.cancel()
        typed, listing = self._search.text(), self._listing
        if typed.strip():
            self._job = self.context.jobs.run(
                lambda: listing.search(typed),
                done=lambda found: self._found(typed, *found),
                failed=self.say_problem,
            )
            return
        self._job = self.context.jobs.run(
            listing.everything, done=lambda all_: self._all(*all_), failed=self.say_problem
        )

    def _found(
        self,
        typed: str,
        dossiers: Sequence[Dossier],
        documents: Sequence[StoredDocument],
        left: int,
    ) -> None:
        words = page.found_words(len(dossiers), len(documents) + left)
        self._count.say(words)
        announce(self._count, words)
        read = self._read_on(typed, len(documents))
        self._list.show_list(self._rows(dossiers, documents), left, read)

    def _read_on(self, typed: str, skip: int) -> Callable[[], object]:
        """Return what reads the next documents of a search, and shows them."""
        listing = self._listing

        def show(found: Found) -> None:
            then = self._read_on(typed, skip + len(found.documents))
            self._list.go_on(self._rows((), found.documents), found.left, then)

        def read() -> None:
            self._job = self.context.jobs.run(
                lambda: listing.documents(typed, skip), done=show, failed=self.say_problem
            )

        return read

    def _all(self, dossiers: Sequence[Dossier], loose: Sequence[StoredDocument]) -> None:
        self._count.say("" if dossiers or loose else page.nothing_yet())
        self._list.show_list(self._rows(dossiers, loose))

    def _rows(self, dossiers: Sequence[Dossier], documents: Sequence[StoredDocument]) -> Long:
        return page.rows(dossiers, documents, whose=bool(self._person))
