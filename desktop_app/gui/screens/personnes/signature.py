"""The image of a person's signature: chosen, looked at, taken away."""

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.screens.personnes.presenter import KeptImage, PeoplePresenter
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout
from desktop_app.gui.widgets.small_picture import SmallPicture
from desktop_app.gui.widgets.words import Words


class SignaturePart(QWidget):
    """Reads the safe in the worker; the page makes it anew when something changed."""

    def __init__(
        self, context: Context, presenter: PeoplePresenter, person: str, name: str
    ) -> None:
        super().__init__()
        self._context, self._presenter = context, presenter
        self._person, self._name = person, name
        self._found: KeptImage | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.look.space(1))
        self._read()

    def _read(self) -> None:
        self._context.jobs.run(
            partial(self._presenter.signature, self._person),
            done=self._show,
            failed=self._refused,
        )

    def _show(self, found: KeptImage | None, *, wrong: str = "") -> None:
        look, held = self._context.look, self.isAncestorOf(self.window().focusWidget() or self)
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._found = found
        self._column.addWidget(Words(look, i18n.text("L’image de sa signature"), "subheading"))
        if wrong:
            self._column.addWidget(Words(look, wrong, "error"))
        if found is not None:
            named = i18n.text("Signature ({name})").format(name=self._name)
            self._column.addWidget(SmallPicture(look, named, found.pixels))
        told = i18n.text(
            "Elle reste dans le coffre. Elle n’est mise sur une lettre que si vous le demandez. "
            "Certains organismes demandent une signature à la main."
        )
        self._column.addWidget(Words(look, told, "hint"))
        buttons, flow = FlowLayout.row(look.space(1))
        for one in self._buttons(found):
            flow.addWidget(one)
        self._column.addWidget(buttons)
        buttons.show()
        if held:
            self._choose_button.setFocus()
        if wrong:
            announce(self, wrong, urgent=True)

    def _buttons(self, found: KeptImage | None) -> list[Button]:
        look = self._context.look
        choose = i18n.text("Choisir l’image de sa signature")
        change = i18n.text("Changer l’image")
        self._choose_button = Button(look, change if found else choose, self._choose)
        made = [self._choose_button]
        if found is not None:
            made.append(Button(look, i18n.text("Retirer l’image"), self._remove))
        return made

    # ------------------------------------------------------------------ gestures

    def _choose(self) -> None:
        path, _kind = QFileDialog.getOpenFileName(
            self,
            i18n.text("Quelle image ?"),
            str(Path.home()),
            "PNG, JPEG (*.png *.jpg *.jpeg)",
        )
        if path:
            self.put_image(path)

    def put_image(self, path: str) -> None:
        """Read an image, and keep it."""
        named = i18n.text("Signature ({name})").format(name=self._name)
        self._context.gestures.do(
            i18n.text("L’image est dans le coffre."),
            partial(self._presenter.keep_signature, self._person, path, named),
            failed=self._refused,
        )

    def _remove(self) -> None:
        assert self._found is not None
        self._context.gestures.do(
            i18n.text("L’image est à la corbeille, pour trente jours."),
            partial(self._presenter.remove_signature, self._found.document),
            failed=self._refused,
        )

    def _refused(self, problem: BaseException) -> None:
        self._show(self._found, wrong=words_of(problem))
