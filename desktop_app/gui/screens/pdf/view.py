"""Opening a PDF form that the person has: known here, or any other one."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.files import FileTooBig, read_file
from desktop_app.gui import choosing
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.screens.sheet_out import SheetOut
from desktop_app.gui.starting import start, start_other_edition
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.other_edition import OtherEditionCard, Way
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.phrase import PhraseField
from desktop_app.gui.widgets.progress import Progress
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible
from desktop_app.sentences import edition_words
from desktop_app.workflow.documents.editions import OtherEdition, nearest
from desktop_app.workflow.documents.forms import PdfTooBig
from desktop_app.workflow.documents.generic import OpenedPdf, open_pdf
from desktop_app.workflow.guidance.pack_list import Model, form_model
from desktop_app.workflow.irreversible import Irreversible

Read = tuple[OpenedPdf, OtherEdition | None, Model | None]
LOCKED = frozenset({"pdf-encrypted", "pdf-wrong-password"})


class OpenPdf(Page):
    """Asks for the file, and for its password when it is locked; says in words what is refused."""

    def __init__(self, context: Context, _asked: to.OpenPdf) -> None:
        super().__init__(context.look, i18n.text("Ouvrir un formulaire PDF"))
        self._context = context
        self._name = ""
        look = context.look
        self.add(
            Words(
                look,
                i18n.text(
                    "Choisissez le PDF du formulaire vide. "
                    "Le programme y cherche les cases, puis vous pose les questions."
                ),
            )
        )
        self.add(Words(look, i18n.text("Votre fichier n’est pas changé."), "hint"))
        self._state = Words(look, "", "hint")
        self._state.hide()
        self.add(self._state)
        self._progress = Progress(look)
        self.add(self._progress)
        self._password: PhraseField | None = None
        self._near = QWidget()
        QVBoxLayout(self._near).setContentsMargins(0, 0, 0, 0)
        self._near.hide()
        self.add(self._near)
        self._choose = Button(look, i18n.text("Choisir le PDF"), self._ask, role="primary")
        self.set_actions(
            self._choose, Button(look, i18n.text("Retour"), context.navigator.back, role="plain")
        )

    # ------------------------------------------------------------------ gestures

    def _ask(self) -> None:
        path = choosing.open_file(
            self, self._context, i18n.text("Où est le formulaire vide ?"), "PDF (*.pdf)"
        )
        if path:
            self.open(path)

    def open(self, path: str) -> None:
        """Read this file in a child process, and go on with what it is."""
        self._name = Path(path).name
        self._read(path, "")

    def _read(self, path: str, secret: str) -> None:
        self.clear_problem()
        self._state.say(i18n.text("Le PDF est lu, page par page…"))
        self._state.show()
        self._choose.setEnabled(False)
        tools, name = self._context.tools, self._name

        def work() -> Read:
            opened = open_pdf(tools.forms, tools.catalogue, _pdf(path), name, secret)
            near = nearest(tools.catalogue, opened.facts) if opened.facts is not None else None
            pack = near.definition.id if near is not None else opened.pack
            return opened, near, form_model(tools.catalogue, pack, opened.edition) if pack else None

        self._context.jobs.run(
            work, done=self._opened, failed=lambda problem: self._refused(problem, path)
        )

    def _opened(self, found: Read) -> None:
        opened, near, model = found
        self._state.hide()
        self._choose.setEnabled(True)
        if opened.pack:
            self._context.session.blanks[opened.pack] = opened.blank
            self._tell(opened.pack, model)
        elif near is not None:
            self._offer(opened, near, model)
        else:
            self._context.navigator.go(to.Boxes(opened=opened))

    def _tell(self, pack: str, model: Model | None) -> None:
        """Say which form it is and whether it is still taken, before the first question."""
        assert model is not None
        column = self._emptied()
        old = edition_words.outdated(model)
        told = Words(self.look, old or i18n.text("Ce formulaire est connu ici."), "date")
        told.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(Words(self.look, i18n.pack_text(model.title), "subheading"))
        column.addWidget(told)
        for fact in edition_words.which_form(model):
            column.addWidget(Words(self.look, fact))
        words = i18n.text("Répondre quand même aux questions")
        go = LongButton(self.look, words if old else i18n.text("Répondre aux questions"))
        go.clicked.connect(lambda _=False: start(self._context, self, pack))
        column.addWidget(go)
        self._near.show()
        told.setFocus(Qt.FocusReason.OtherFocusReason)

    def _emptied(self) -> QLayout:
        """Return where a PDF that was read is told, without what was said of another one."""
        column = self._near.layout()
        assert column is not None
        while (item := column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        return column

    def _offer(self, opened: OpenedPdf, near: OtherEdition, model: Model | None) -> None:
        """Say of which known form this is another edition; its questions serve, or its boxes."""
        context = self._context
        known = i18n.text("Répondre aux questions de ce formulaire")
        boxes = i18n.text("Répondre case par case, comme pour un PDF inconnu")
        ways: list[Way] = [
            (known, lambda: start_other_edition(context, self, opened, near)),
            (boxes, lambda: context.navigator.go(to.Boxes(opened=opened))),
        ]
        column = self._emptied()
        head = edition_words.other_edition(near)[0]
        told = Words(self.look, head, "date")
        told.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column.addWidget(Words(self.look, i18n.pack_text(near.definition.title), "subheading"))
        column.addWidget(told)
        if model is not None and (old := edition_words.outdated(model)):
            column.addWidget(Words(self.look, old, "error"))
        column.addWidget(OtherEditionCard(self.look, near, ways))
        self._near.show()
        told.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, problem: BaseException, path: str) -> None:
        self._state.hide()
        self._choose.setEnabled(True)
        code = getattr(problem, "code", "")
        if code == "pdf-nothing-to-fill":
            self.say_error(words_of(problem), *self._without_boxes(path))
            return
        self.say_problem(problem)
        if code in LOCKED:
            self._ask_password(path)

    def _without_boxes(self, path: str) -> list[QWidget]:
        """Return what can be done with a PDF on which no box was found, the easiest first."""
        look = self.look
        out = SheetOut(self._context, self, self._progress)
        forms = self._context.tools.forms
        words = i18n.text("Imprimer ce papier vide")
        ways: list[QWidget] = [
            Words(look, irreversible.words(Irreversible.PRINT), "hint"),
            Button(look, words, lambda: out.print(lambda: forms.empty(_pdf(path)))),
        ]
        if not self._context.session.public:
            words = i18n.text("Placer moi-même ses cases")
            told = i18n.text("C’est plus long : vous placez chaque case sur la page, à l’écran.")
            ways += [Button(look, words, lambda: self._draw(path)), Words(look, told, "hint")]
        return ways

    def _draw(self, path: str) -> None:
        """Make a form of one's own of a PDF on which no box was found."""
        name = Path(self._name).stem

        def go(data: bytes) -> None:
            self._context.navigator.go(to.FormEditor(pdf=data, name=name))

        self._context.jobs.run(lambda: _pdf(path), done=go, failed=self.say_problem)

    def _ask_password(self, path: str) -> None:
        """Have the password of the PDF typed: it is kept with the draft, in the safe only."""
        if self._password is None:
            field = self._password = PhraseField(self.look, i18n.text("Mot de passe de ce PDF"))
            field.entered.connect(lambda: self._read(path, field.text()))
            self.add(field)
            words = i18n.text("Ouvrir avec ce mot de passe")
            self.add(Button(self.look, words, lambda: self._read(path, field.text())))


def _pdf(path: str) -> bytes:
    try:
        return read_file(Path(path))
    except FileTooBig as heavy:
        raise PdfTooBig from heavy
