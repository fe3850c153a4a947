"""The head of an association's paper, above the paragraphs of its letter: its words, its logo."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.documents.model import PrintedPicture
from desktop_app.files import read_file
from desktop_app.gui.accessible import announce
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout, column_in
from desktop_app.gui.widgets.leaving import let_go
from desktop_app.gui.widgets.lines import LinesField
from desktop_app.gui.widgets.small_picture import SmallPicture
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import own_letter, wanted
from desktop_app.workflow.packs.editing_letter import OpenLetter
from desktop_app.workflow.packs.own_letters import Head, heads, spread_head
from desktop_app.workflow.ports import Picture

LINES = 5
SIDE = 240
"""Pixels of a logo on the screen, at most."""
Act = Callable[[], object]


class HeadPart(QFrame):
    """Filled again after each gesture; ``changed`` has the whole letter shown again.

    ``ready`` takes what is being typed elsewhere, and tells whether one may go on. ``typed`` is
    called at each letter.
    """

    def __init__(
        self,
        context: Context,
        hand: OpenLetter,
        ready: Callable[[], bool],
        changed: Callable[[], None],
        typed: Callable[[], object],
    ) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._context, self._hand = context, hand
        self._ready, self._changed, self._typed = ready, changed, typed
        self._before: tuple[tuple[str, ...], PrintedPicture | None] = ((), None)
        self._field: LinesField | None = None
        self._wrong = ""
        self._others: tuple[Head, ...] = ()
        self._pixels: dict[bytes, Picture] = {}
        self._drawing = b""
        self._shown: object = None
        outer = QVBoxLayout(self)
        margin = context.look.space(2)
        outer.setContentsMargins(margin, margin, margin, margin)
        self._place = QWidget()
        outer.addWidget(self._place)
        self._outer = outer
        self.show_head()
        catalogue, name = context.tools.catalogue, hand.editing.name
        context.jobs.run(
            lambda: heads(catalogue, but=name), done=self._found, failed=lambda _why: None
        )

    # ------------------------------------------------------------------ shown

    def show_head(self) -> None:
        """Show the head as it is now; what is being typed in it stays."""
        letter = self._hand.letter
        logo = letter.logo.data if letter.logo is not None else b""
        now = (letter.definition.letterhead, logo, logo in self._pixels, self._others, self._wrong)
        if self._field is None and now != self._shown:
            self._shown = now
            self._fill()
        if letter.logo is not None and logo not in self._pixels and logo != self._drawing:
            self._drawing, drawn = logo, letter.logo
            self._context.jobs.run(
                lambda: self._draw(drawn),
                done=partial(self._drawn, logo),
                failed=lambda _why: None,  # its words still say that there is one
            )

    def _draw(self, logo: PrintedPicture) -> Picture:
        """Return the pixels of a logo. For the worker."""
        return self._context.tools.show_picture(logo.data, SIDE)

    def _drawn(self, logo: bytes, pixels: Picture) -> None:
        self._pixels[logo] = pixels
        self.show_head()

    def _found(self, others: tuple[Head, ...]) -> None:
        self._others = others
        self.show_head()

    def _fill(self) -> None:
        """Fill the card anew; the focus that was here stays here."""
        look, held = self._context.look, self.isAncestorOf(self.window().focusWidget() or self)
        former, self._place = self._place, QWidget()
        column = column_in(self._place, look.space(1))
        column.addWidget(Words(look, i18n.text("L’en-tête de votre papier"), "subheading"))
        if self._wrong:
            column.addWidget(Words(look, self._wrong, "error"))
        if self._field is not None:
            column.addWidget(self._field)
        else:
            self._show_words(column)
        buttons, flow = FlowLayout.row(look.space(1))
        offered = [Button(look, words, act) for words, act in self._offered()]
        for button in offered:
            flow.addWidget(button)
        column.addWidget(buttons)
        if self._field is None:
            column.addWidget(Words(look, wanted.may_drop().words, "hint"))
            for one in self._others:
                if not self._hand.editing.head_lines:
                    column.addWidget(self._taking(one))
        self._outer.replaceWidget(former, self._place)
        let_go(former)
        self._place.show()  # now, not at the next turn: the focus may be put there
        if held and self._field is None:
            offered[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_words(self, column: QVBoxLayout) -> None:
        look, editing = self._context.look, self._hand.editing
        logo = editing.letter.logo
        if not editing.head_lines and logo is None:
            told = i18n.text("Aucun en-tête. Il s’imprime en haut à droite de la lettre.")
            column.addWidget(Words(look, told, "hint"))
            return
        if editing.head_lines:
            column.addWidget(Words(look, "\n".join(editing.head_lines)))
        if logo is not None and (pixels := self._pixels.get(logo.data)) is not None:
            column.addWidget(SmallPicture(look, i18n.text("Votre logo"), pixels))
        elif logo is not None:
            column.addWidget(Words(look, i18n.text("Avec votre logo."), "hint"))

    def _offered(self) -> list[tuple[str, Act]]:
        if self._field is not None:
            return [
                (i18n.text("Garder cet en-tête"), self._keep),
                (i18n.text("Annuler l’en-tête"), self._give_up),
            ]
        has_logo, lines = self._hand.letter.logo is not None, self._hand.editing.head_lines
        write = i18n.text("Changer l’en-tête") if lines else i18n.text("Écrire l’en-tête")
        choose = i18n.text("Changer le logo") if has_logo else i18n.text("Choisir un logo")
        offered: list[tuple[str, Act]] = [(write, self._write), (choose, self._choose)]
        if has_logo:
            offered.append((i18n.text("Retirer le logo"), self._drop_logo))
        if lines or has_logo:
            offered.append((i18n.text("Mettre cet en-tête sur toutes mes lettres"), self._spread))
        return offered

    def _taking(self, head: Head) -> LongButton:
        words = i18n.text("Reprendre l’en-tête de « {title} »").format(title=head.title)
        button = LongButton(self._context.look, words)
        button.clicked.connect(lambda: self._then(head.lines, head.logo))
        return button

    # ------------------------------------------------------------------ gestures

    def take_typed(self) -> None:
        """Take the words being typed, even too long: the check says it before they are saved."""
        if self._field is not None:
            lines = self._field.text().split("\n")
            self._field, self._shown = None, None
            self._hand.set_head(lines, self._hand.letter.logo, typed=True)

    def see_typed(self) -> None:
        """Take the words that are being typed, and may be typed on."""
        if self._field is not None:
            lines = self._field.text().split("\n")
            self._hand.set_head(lines, self._hand.letter.logo, typed=True)

    def _write(self) -> None:
        if not self._ready():
            return
        self._before = (self._hand.editing.head_lines, self._hand.letter.logo)
        label = i18n.text("Une ligne pour le nom, une pour l’adresse, une pour le téléphone")
        words = "\n".join(self._hand.editing.head_lines)
        self._field = LinesField(self._context.look, label, words, lines=LINES)
        self._field.edit.textChanged.connect(self._typed)
        self._fill()
        self._field.begin()

    def _keep(self) -> None:
        self.take_typed()
        faults = own_letter.head_faults(self._hand.editing.head_lines)
        self._wrong = "\n".join(i18n.labelled(i18n.text("Erreur"), one) for one in faults)
        self._end()
        if faults:
            self._write()
            announce(self, self._wrong, urgent=True)

    def _give_up(self) -> None:
        self._field, self._wrong, self._shown = None, "", None
        self._hand.set_head(*self._before)
        self._end()

    def _choose(self) -> None:
        self._context.navigator.go(wanted.picture())

    def put_logo(self, path: str) -> None:
        """Read a picture, and put it in the head."""

        def read() -> tuple[PrintedPicture, Picture]:
            drawn = self._context.tools.clean_picture(read_file(path))
            return drawn, self._draw(drawn)

        self._context.jobs.run(read, done=self._read, failed=self._refused)

    def _read(self, found: tuple[PrintedPicture, Picture]) -> None:
        logo, pixels = found
        self._pixels[logo.data] = pixels
        self._then(self._hand.editing.head_lines, logo, i18n.text("Le logo est dans l’en-tête."))

    def _drop_logo(self) -> None:
        self._then(self._hand.editing.head_lines, None, i18n.text("Le logo est retiré."))

    def _then(self, lines: tuple[str, ...], logo: PrintedPicture | None, words: str = "") -> None:
        if self._ready():
            self._wrong = ""
            self._hand.set_head(lines, logo)
            self._end()
            announce(self, words or i18n.text("L’en-tête est dans votre lettre."))

    def _end(self) -> None:
        self._shown = None
        self._fill()
        self._changed()

    def _refused(self, problem: BaseException) -> None:
        self._wrong = words_of(problem)
        self._end()
        announce(self, self._wrong, urgent=True)

    def _spread(self) -> None:
        if not self._ready():
            return
        tools, letter, name = self._context.tools, self._hand.letter, self._hand.editing.name
        self._context.jobs.run(
            lambda: spread_head(tools.catalogue, tools.law, letter, but=name),
            done=self._spread_done,
            failed=self._refused,
        )

    def _spread_done(self, changed: Sequence[str]) -> None:
        words = i18n.plural(
            "L’en-tête est mis sur {n} autre lettre. Enregistrez celle-ci aussi.",
            "L’en-tête est mis sur {n} autres lettres. Enregistrez celle-ci aussi.",
            len(changed),
        )
        self._context.navigator.say_saved(words)
        announce(self, words)
