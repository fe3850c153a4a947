"""Before an answer is abbreviated, the person is asked: both texts, and two choices."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGroupBox, QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.core.pdf import Abbreviation
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongRadio

Choose = Callable[[Abbreviation, bool], object]
"""Is told the box, and whether it is to be abbreviated."""


class ShorterChoices(QWidget):
    """One card for each box too small; nothing is shown while there is none.

    A card stays while its box is asked about: the focus stays in it, whatever is chosen.
    """

    def __init__(self, look: Look, choose: Choose) -> None:
        super().__init__()
        self._look, self._choose = look, choose
        self._cards: dict[tuple[str, int, str, bool], _Card] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(look.space(1))
        self._heading = Words(look, "", "subheading")
        self._column.addWidget(self._heading)
        self.hide()

    def show_boxes(self, boxes: Sequence[Abbreviation], *, by_hand: bool = False) -> None:
        """Ask about these boxes, in the order of the paper; the first question takes the focus.

        ``by_hand``: they are copied, so that there is no annex.
        """
        new = not self._cards
        asked = {(one.field, one.page, one.value, one.refused): one for one in boxes}
        for gone in self._cards.keys() - asked.keys():
            card = self._cards.pop(gone)
            card.hide()
            card.deleteLater()
        for place, (key, one) in enumerate(asked.items(), 1):
            if key not in self._cards:
                self._cards[key] = _Card(self._look, _otherwise(one, by_hand=by_hand), self._choose)
                self._column.insertWidget(place, self._cards[key])
            self._cards[key].show_box(one)
        self._heading.say(_told(boxes))
        self.setVisible(bool(boxes))
        if new and boxes:
            next(iter(self._cards.values())).ask()


def _told(boxes: Sequence[Abbreviation]) -> str:
    """Return what there is to choose."""
    return i18n.plural(
        "{n} case est trop petite : choisissez comment l’écrire.",
        "{n} cases sont trop petites : choisissez comment les écrire.",
        len(boxes),
    )


class _Card(QFrame):
    """What would be written in one box."""

    def __init__(self, look: Look, otherwise: tuple[str, str], choose: Choose) -> None:
        """``otherwise`` are the words of the other choice, and what it means."""
        super().__init__()
        self.setProperty("role", "card")
        self._choose = choose
        column = QVBoxLayout(self)
        margin = look.space(2)
        column.setContentsMargins(margin, margin, margin, margin)
        column.setSpacing(look.space(0.75))
        self._which = Words(look, "", "label")
        self._whole, self._short = Words(look), Words(look)
        whole, meaning = otherwise
        self._keep_whole = LongRadio(look, whole)
        self._abbreviate = LongRadio(look, i18n.text("Écrire en abrégé"))
        self._choices = QGroupBox()
        self._choices.setFlat(True)
        inside = QVBoxLayout(self._choices)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(look.space(0.75))
        # The one that stands is last: once it has the focus, the whole card is in view.
        for button in (self._abbreviate, self._keep_whole):
            inside.addWidget(button)
            button.clicked.connect(self._chosen)
        said = (self._which, self._whole, self._short)
        for widget in (*said, self._choices, Words(look, meaning, "hint")):
            column.addWidget(widget)

    def show_box(self, box: Abbreviation) -> None:
        """Show both texts, and what is chosen so far: the whole, until she says otherwise."""
        self._box = box
        where = {"label": i18n.pack_text(box.label or box.field), "page": box.page}
        self._which.say(i18n.text("{label} (page {page})").format(**where))
        self._whole.say(i18n.text("En entier : {text}").format(text=box.value))
        self._short.say(i18n.text("En abrégé : {text}").format(text=box.proposal))
        (self._abbreviate if box.agreed else self._keep_whole).setChecked(True)
        self._choices.setAccessibleName(self._which.text())
        for button in (self._abbreviate, self._keep_whole):
            both = f"{self._whole.text()}. {self._short.text()}"
            button.setAccessibleDescription(both)

    def ask(self) -> None:
        """Take the focus: what is chosen so far is seen, and heard with both texts."""
        chosen = self._abbreviate if self._box.agreed else self._keep_whole
        chosen.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> None:
        if self._abbreviate.isChecked() != self._box.agreed:
            self._choose(self._box, self._abbreviate.isChecked())


def _otherwise(box: Abbreviation, *, by_hand: bool) -> tuple[str, str]:
    """Return the other choice, which stands without her consent, and what it means."""
    if by_hand:
        return (
            i18n.text("Garder la réponse entière"),
            i18n.text("Écrivez petit, ou finissez sur une feuille jointe."),
        )
    if box.refused:
        return (
            i18n.text("Ne pas l’écrire : je corrigerai ma réponse"),
            i18n.text("Cette case n’accepte pas la réponse entière."),
        )
    return (
        i18n.text("Mettre en entier dans l’annexe"),
        i18n.text("L’annexe est une page de plus, jointe au formulaire."),
    )
