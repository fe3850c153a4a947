"""Making a form of one's own: the list of its boxes, what each one says, and its pages."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.authoring.beside import drawn
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.first import number_of
from desktop_app.core.errors import InvalidPack
from desktop_app.core.rect import Box
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.model_autosave import ModelAutosave
from desktop_app.gui.screens.editeur.box_list import BoxList
from desktop_app.gui.screens.editeur.pages import BoxPages
from desktop_app.gui.screens.editeur.panel import BoxPanel
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.line import LineField
from desktop_app.gui.widgets.progress import Progress
from desktop_app.gui.widgets.wide_page import WidePage
from desktop_app.gui.widgets.words import Words
from desktop_app.sentences import box_words
from desktop_app.workflow.packs.editing_form import Editing, Gesture
from desktop_app.workflow.packs.own_forms import Tried, try_samples


class EditorScreen(WidePage):
    """Opened on the form in hand, which stays in the session: leaving this screen loses nothing.

    ``told`` are the sentences about its PDF, when it has just been read.
    """

    text, next_to_it = 38, 38  # a page beside its boxes, also on a small screen

    def __init__(self, context: Context, editing: Editing, *, told: str = "") -> None:
        super().__init__(context.look, i18n.text("Votre modèle"))
        self._context, self.editing = context, editing
        self._trying, self._said_saved = False, ""
        self._keeping = ModelAutosave(
            context, editing, self, taken=self._take_typed, seen=self._see_typed
        )
        if told:
            self.add(Words(self.look, told))
        self._title = LineField(self.look, i18n.text("Titre du modèle"))
        self._number = LineField(
            self.look,
            i18n.text("Numéro du formulaire, s’il en a un"),
            characters=12,
            hint=i18n.text("Par exemple : 10842*06. Il est en haut ou en bas de la page."),
        )
        for line in (self._title, self._number):
            line.edit.editingFinished.connect(self._entitled)
            line.edit.textEdited.connect(lambda _text: self._keeping.typed())
        self._list = BoxList(self.look, editing, self)
        self._panel = BoxPanel(context, editing, self._changed, self._keeping.typed)
        self.add(self._list)
        self.add(self._panel)
        self._add_pages()
        self._progress = Progress(self.look)
        self._progress.succeeded.connect(self.clear_error)
        for last in (self._title, self._number, self._progress):
            self.add(last)
        self._add_actions()
        self._show_blank(aloud=False)
        self._changed()

    def _add_actions(self) -> None:
        look = self.look
        self._try = Button(look, i18n.text("Essayer avec des exemples"), self._turn_samples)
        self.set_actions(
            Button(look, i18n.text("Enregistrer ce modèle"), self._save, role="primary"),
            self._try,
            Button(look, i18n.text("Retour"), self._context.navigator.back, role="plain"),
        )
        for keys, act in (("Ctrl+Z", self.undo), ("Ctrl+Y", self.redo)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def _add_pages(self) -> None:
        """Put the pages beside the list, or under it in a narrow window."""
        self._pages = BoxPages(self._context, self, self._refused)
        self._pages.turned.connect(self._turned_to)
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
        self._title.edit.setText(self.editing.title)
        self._number.edit.setText(number_of(self.editing.form))
        self._list.show_boxes()
        self._panel.show_box()
        self._show_place()

    def _show_place(self) -> None:
        """Show where the box in hand is now, and what can be done with it."""
        editing = self.editing
        self._panel.show_place()
        self._pages.show_form(editing.form, editing.selected)
        self._list.show_acts()
        saved = i18n.text("Modèle enregistré")
        words = i18n.text("Modèle pas encore enregistré") if editing.unsaved else saved
        self._keeping.rest()
        if words != self._said_saved:
            self._said_saved = words
            self._context.navigator.say_saved(words)

    def _show_blank(self, *, aloud: bool = True) -> None:
        self._trying = False
        self._try.say(i18n.text("Essayer avec des exemples"))
        editing = self.editing
        self._pages.show_document(editing.blank, len(editing.form.page_sizes), aloud=aloud)

    # ------------------------------------------------------------------ gestures

    def take(self, index: int) -> None:
        """Take a box in hand, in the list or on the page."""
        if index != self.editing.selected:
            self._panel.take_typed()
            self.editing.select(index)
            self._changed()

    def _turned_to(self, page: int) -> None:
        """Take the first box of a page that the person turned to, unless one of it is in hand."""
        held, places = self.editing.place, self.editing.form.places
        if held is None or held.page != page:
            first = next((i for i, place in enumerate(places) if place.page == page), None)
            if first is not None:
                self.take(first)

    def add_box(self) -> None:
        label = box_words.new_label(self.editing.form)
        self._do(lambda: self.editing.add(self._pages.page, label))
        self._list.say(self._where())

    def remove_box(self) -> None:
        if self.editing.place is not None:
            label = self.editing.place.label
            self._do(self.editing.remove)
            self._list.say(i18n.text("Case supprimée : {label}").format(label=label))

    def reorder(self, by: int) -> None:
        self._do(lambda: self.editing.reorder(by))

    def undo(self) -> None:
        self._do(self.editing.undo)
        self._list.say(i18n.text("C’est défait"))

    def redo(self) -> None:
        self._do(self.editing.redo)
        self._list.say(i18n.text("C’est refait"))

    def draw(self, page: int, box: Box) -> None:
        """Put a box where it was drawn."""
        where, shape = drawn(box)
        label = box_words.new_label(self.editing.form)
        self._do(lambda: self.editing.put(page, label, where, shape))
        self._list.say(self._where())

    def place(self, gesture: Gesture) -> None:
        """Move the box in hand: a key held down must not wait for the whole page."""
        self._panel.take_typed()
        self.editing.change(gesture, "place")
        if self._trying:
            self._changed()
        else:
            self._show_place()
        self._pages.say_box()

    def _where(self) -> str:
        """Return where the box in hand lies, in words; "" without one."""
        form, selected = self.editing.form, self.editing.selected
        return box_words.where(form, selected) if selected >= 0 else ""

    def _entitled(self) -> None:
        if self._title.edit.isModified() or self._number.edit.isModified():
            self._do(bool)

    def _do(self, act: Callable[[], object]) -> None:
        self._take_typed()
        act()
        self._changed()

    def _see_typed(self) -> None:
        """Take the words that are being typed for the safe; they are typed on."""
        self._panel.see_typed()
        if self._title.edit.isModified():
            self.editing.set_title(self._title.text())
        if self._number.edit.isModified():
            self.editing.set_number(self._number.text())

    def _take_typed(self) -> None:
        """Take the words that are being typed; nothing else remains to be kept."""
        self._panel.take_typed()
        if self._title.edit.isModified():
            self._title.edit.setModified(False)
            self.editing.set_title(self._title.text())
        if self._number.edit.isModified():
            self._number.edit.setModified(False)
            if not self.editing.set_number(self._number.text()):
                words = i18n.text("Recopiez le numéro du papier, par exemple 10842*06.")
                self._progress.end(words, "error")

    # ------------------------------------------------------------------ tried, saved

    def _turn_samples(self) -> None:
        """Show the form filled with samples, or its boxes again."""
        if self._trying:
            self._show_blank()
            self._changed()
            return
        self._take_typed()
        self._progress.begin(i18n.text("Le formulaire se remplit avec des exemples…"))
        tools, form, blank = self._context.tools, self.editing.form, self.editing.blank
        self._context.jobs.run(
            lambda: try_samples(tools.forms, form, blank, tools.clock.today()),
            done=self._show_samples,
            failed=self._refused,
        )

    def _show_samples(self, tried: Tried) -> None:
        form, editing = self.editing.form, self.editing
        self._trying = True
        self._try.say(i18n.text("Revoir les cases"))
        self._pages.show_document(tried.pdf.data, len(form.page_sizes))
        self._progress.end(*box_words.tried(form, tried))
        if tried.boxes:
            editing.select(tried.boxes[0])
            self._list.show_boxes()
            self._panel.show_box()
        shown = editing.selected if tried.boxes else -1
        self._pages.show_form(form, shown, only_held=True)

    def _save(self) -> None:
        self._take_typed()
        self.clear_problem()
        self._progress.begin(i18n.text("Le modèle est vérifié, puis enregistré…"))
        tools = self._context.tools
        self._context.jobs.run(
            lambda: self.editing.keep(tools), done=self._saved, failed=self._refused
        )

    def _saved(self, saved: tuple[EditedForm, str]) -> None:
        self.editing.saved(saved)
        self._changed()
        self._keeping.now()
        told = i18n.text("Modèle enregistré. Vous le trouverez avec les autres formulaires.")
        self._progress.end(told)

    def _refused(self, problem: BaseException) -> None:
        """Say what to correct, its box in hand; nothing is lost."""
        self._progress.end()
        told = [words_of(problem)]
        if isinstance(problem, InvalidPack):
            found = [box_words.told(self.editing.form, one) for one in problem.problems]
            told += [words for words, _index in found]
            first = next((index for _words, index in found if index is not None), None)
            if first is not None:
                self.editing.select(first)
                self._changed()
        self.say_error("\n".join(told))
