"""Making a form of one's own: the list of its boxes, what each one says, and its pages."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.authoring import boxes
from desktop_app.core.authoring.boxes import Rect
from desktop_app.core.authoring.history import History
from desktop_app.core.errors import InvalidPack
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.editing import Editing
from desktop_app.gui.errors import words_of
from desktop_app.gui.screens.editeur.pages import BoxPages
from desktop_app.gui.screens.editeur.panel import BoxPanel
from desktop_app.gui.screens.editeur.presenter import EditorPresenter
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.progress import Progress
from desktop_app.gui.widgets.rows import Rows
from desktop_app.gui.widgets.wide_page import WidePage
from desktop_app.gui.widgets.words import Words

if TYPE_CHECKING:
    from desktop_app.workflow.authoring import Begun, Tried


class EditorScreen(WidePage):
    """Opened with a PDF, or with nothing to go on with the form in hand.

    The form stays in the session until it is saved: leaving this screen loses nothing.
    """

    text, next_to_it = 38, 38  # a page beside its boxes, also on a small screen

    def __init__(
        self, context: Context, *, pdf: bytes = b"", name: str = "", **_parameters: Any
    ) -> None:
        super().__init__(context.look, i18n.text("Votre modèle"))
        self._context = context
        self._progress = Progress(self.look)
        self.add(self._progress)
        self._back = Button(self.look, i18n.text("Retour"), context.navigator.back, role="plain")
        editing = context.session.editing
        if editing is not None and (not pdf or editing.blank == pdf):
            self._open(editing)
        else:
            self.set_actions(self._back)
            self._begin(pdf, name)

    # ------------------------------------------------------------------ opened

    def _begin(self, pdf: bytes, name: str) -> None:
        """Have the PDF read in the worker: it may take fifteen seconds."""
        tools = self._context.tools
        self._progress.begin(i18n.text("Le formulaire est lu, et ses cases sont cherchées…"))

        def work() -> "Begun":
            from desktop_app.workflow.authoring import begin

            today = tools.clock.today()
            return begin(tools.forms, tools.catalogue, tools.law, pdf, title=name, today=today)

        self._context.jobs.run(
            work, done=lambda begun: self._begun(pdf, begun), failed=self._cannot_begin
        )

    def _begun(self, pdf: bytes, begun: "Begun") -> None:
        kept = begun.form if begun.name else None
        editing = Editing(pdf, History(begun.form), kept=kept, name=begun.name)
        self._context.session.editing = editing
        self.clear()
        self._progress = Progress(self.look)
        self.add(self._progress)
        self._back = Button(
            self.look, i18n.text("Retour"), self._context.navigator.back, role="plain"
        )
        self._open(editing)
        told = [i18n.sentence(one.code, one.parameters) for one in begun.notices]
        self._progress.end("\n".join(told or [i18n.text("Regardez chaque case.")]), "body")

    def _cannot_begin(self, problem: BaseException) -> None:
        self._progress.end()
        self.say_problem(problem)

    def _open(self, editing: Editing) -> None:
        self._presenter = EditorPresenter(self._context.tools, editing)
        self._trying = False
        self._context.session.saver = self._take_typed
        self._add_title()
        self._add_list()
        self._panel = BoxPanel(self.look, self._presenter, self._changed)
        self.add(self._panel)
        self._add_pages()
        self._try = Button(self.look, i18n.text("Essayer avec des exemples"), self._turn_samples)
        self.set_actions(
            Button(self.look, i18n.text("Enregistrer ce modèle"), self._save, role="primary"),
            self._try,
            self._back,
        )
        for keys, act in (("Ctrl+Z", self._undo), ("Ctrl+Y", self._redo)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)
        self._show_blank(aloud=False)
        self._changed()

    def _add_title(self) -> None:
        self._title = LineField(self.look, i18n.text("Titre du modèle"))
        self._title.edit.editingFinished.connect(self._entitled)
        self.add(self._title)

    def _add_list(self) -> None:
        caption = Words(self.look, i18n.text("Cases, dans l’ordre du papier"))
        self.add(caption)
        self._rows = _BoxRows(self.look, caption, self)
        self._rows.taken.connect(self.take)
        self.add(self._rows)
        row, flow = FlowLayout.row(self.look.space(1))
        self._acts: dict[str, Button] = {}
        for name, words, act in (
            ("add", i18n.text("Ajouter une case"), self.add_box),
            ("remove", i18n.text("Supprimer cette case"), self.remove_box),
            ("undo", i18n.text("Annuler"), self._undo),
            ("redo", i18n.text("Rétablir"), self._redo),
            ("earlier", i18n.text("Plus tôt dans la liste"), lambda: self._reorder(-1)),
            ("later", i18n.text("Plus tard dans la liste"), lambda: self._reorder(1)),
        ):
            self._acts[name] = Button(self.look, words, act)
            flow.addWidget(self._acts[name])
        self.add(row)

    def _add_pages(self) -> None:
        """Put the pages beside the list, or under it in a narrow window."""
        self._pages = BoxPages(self._context, _Hands(self), self._refused)
        self._under, self._beside = QWidget(), QWidget()
        for place in (self._under, self._beside):
            QVBoxLayout(place).setContentsMargins(0, 0, 0, 0)
        self.add(self._under)
        self.put_beside(self._beside)
        self.widened.connect(self._on_wide)
        self._on_wide(self.wide)

    def _on_wide(self, wide: bool) -> None:
        layout = (self._beside if wide else self._under).layout()
        assert layout is not None
        layout.addWidget(self._pages)
        self._fit_pages()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if hasattr(self, "_pages"):
            self._fit_pages()

    def _fit_pages(self) -> None:
        """Under the list, a page is seen as high as the window: it scrolls inside."""
        high = 0 if self.wide else self.viewport().height() - self.look.space(4)
        self._pages.be_high(max(high, 0))

    # ------------------------------------------------------------------ shown

    def _changed(self) -> None:
        """Show the form as it is now; samples that were tried are no longer its own."""
        if self._trying:
            self._show_blank()
        presenter, editing = self._presenter, self._presenter.editing
        form = presenter.form
        self._title.edit.setText(form.header.title)
        self._rows.show_rows(
            [presenter.row(index) for index in range(len(form.places))], editing.selected
        )
        self._panel.show_box()
        self._pages.show_form(form, editing.selected)
        held = presenter.place is not None
        for name, possible in (
            ("remove", held),
            ("undo", bool(editing.history.past)),
            ("redo", bool(editing.history.future)),
            ("earlier", held and editing.selected > 0),
            ("later", held and editing.selected < len(form.places) - 1),
        ):
            self._enable(self._acts[name], possible)
        saved = i18n.text("Modèle enregistré")
        unsaved = i18n.text("Modèle pas encore enregistré")
        self._context.navigator.say_saved(unsaved if editing.unsaved else saved)

    def _enable(self, button: Button, possible: bool) -> None:
        """Let a button be pressed or not; the focus is never lost with it."""
        if not possible and button.hasFocus():
            self._rows.setFocus(Qt.FocusReason.OtherFocusReason)
        button.setEnabled(possible)

    def _show_blank(self, *, aloud: bool = True) -> None:
        self._trying = False
        self._try.setText(i18n.text("Essayer avec des exemples"))
        editing = self._presenter.editing
        pages = len(editing.form.page_sizes)
        self._pages.show_document(editing.blank, pages, aloud=aloud)

    # ------------------------------------------------------------------ gestures

    def take(self, index: int) -> None:
        """Take a box in hand, in the list or on the page."""
        if index != self._presenter.editing.selected:
            self._panel.take_typed()
            self._presenter.select(index)
            self._changed()

    def add_box(self) -> None:
        self._do(lambda: self._presenter.add(self._pages.page))
        self._say(self._presenter.where())

    def remove_box(self) -> None:
        if self._presenter.place is not None:
            label = self._presenter.place.label
            self._do(self._presenter.remove)
            self._say(i18n.text("Case supprimée : {label}").format(label=label))

    def move_by(self, right: int, up: int) -> None:
        self._place(lambda form, index: boxes.move(form, index, right, up))

    def resize_by(self, wider: int, lower: int) -> None:
        self._place(lambda form, index: boxes.resize(form, index, wider, lower))

    def drop(self, box: Rect) -> None:
        self._place(lambda form, index: boxes.set_box(form, index, box))

    def _place(self, gesture: Any) -> None:
        self._do(lambda: self._presenter.change(gesture, "place"))
        self._pages.say_box(self._presenter.where())

    def _reorder(self, by: int) -> None:
        self._do(lambda: self._presenter.reorder(by))

    def _undo(self) -> None:
        self._do(self._presenter.undo)
        self._say(i18n.text("Annulé"))

    def _redo(self) -> None:
        self._do(self._presenter.redo)
        self._say(i18n.text("Rétabli"))

    def _entitled(self) -> None:
        if self._title.edit.isModified():
            self._title.edit.setModified(False)
            self._do(lambda: self._presenter.set_title(self._title.text()))

    def _do(self, act: Callable[[], object]) -> None:
        self._panel.take_typed()
        act()
        self._changed()

    def _take_typed(self) -> None:
        self._panel.take_typed()
        if self._title.edit.isModified():
            self._presenter.set_title(self._title.text())

    # ------------------------------------------------------------------ tried, saved

    def _turn_samples(self) -> None:
        """Show the form filled with samples, or its boxes again."""
        if self._trying:
            self._show_blank()
            self._changed()
            return
        self._take_typed()
        self._progress.begin(i18n.text("Le formulaire se remplit avec des exemples…"))
        self._context.jobs.run(
            self._presenter.try_samples, done=self._show_samples, failed=self._refused
        )

    def _show_samples(self, tried: "Tried") -> None:
        form = self._presenter.form
        self._trying = True
        self._try.setText(i18n.text("Revoir les cases"))
        self._pages.show_document(tried.pdf.data, len(form.page_sizes))
        proof = tried.proof
        words = i18n.text("{verified} exemples sur {total} relus sur la page").format(
            verified=proof.verified, total=proof.total
        )
        labels = [form.places[index].label for index in tried.boxes]
        if labels:
            more = i18n.text("À agrandir ou à corriger : {labels}").format(
                labels=" ; ".join(labels)
            )
            self._progress.end(f"✗ {words}. {more}", "error")
            self._presenter.select(tried.boxes[0])
        else:
            self._progress.end(f"✓ {words}", "done")
        self._pages.show_form(form, self._presenter.editing.selected, only_held=True)

    def _save(self) -> None:
        self._take_typed()
        self.clear_problem()
        self._progress.begin(i18n.text("Le modèle est vérifié, puis enregistré…"))
        self._context.jobs.run(self._presenter.keep, done=self._saved, failed=self._refused)

    def _saved(self, saved: Any) -> None:
        self._presenter.kept(saved)
        self._changed()
        told = i18n.text("Modèle enregistré. Vous le trouverez avec les autres formulaires.")
        self._progress.end(told)

    def _refused(self, problem: BaseException) -> None:
        """Say what to correct, its box in hand; nothing is lost."""
        self._progress.end()
        if not isinstance(problem, InvalidPack) or not problem.problems:
            self.say_error(words_of(problem))
            return
        told = [self._presenter.told(one) for one in problem.problems]
        first = next((index for _words, index in told if index is not None), None)
        if first is not None:
            self._presenter.select(first)
            self._changed()
        self.say_error("\n".join([words_of(problem), *(words for words, _index in told)]))

    def _say(self, words: str) -> None:
        announce(self._rows, words)


class _BoxRows(Rows):
    """Suppr takes the box in hand away, Inser adds one."""

    def __init__(self, look: Any, label: Words, screen: EditorScreen) -> None:
        super().__init__(look, label)
        self._screen = screen

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self._screen.remove_box()
        elif event.key() == Qt.Key.Key_Insert:
            self._screen.add_box()
        else:
            super().keyPressEvent(event)


class _Hands:
    """What the pages do to the box in hand, done by the screen."""

    def __init__(self, screen: EditorScreen) -> None:
        self.take = screen.take
        self.move_by, self.resize_by, self.drop = screen.move_by, screen.resize_by, screen.drop
        self.add, self.remove = screen.add_box, screen.remove_box
