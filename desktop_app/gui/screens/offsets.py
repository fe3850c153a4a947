"""By how much a printer misses: numbers typed after the test page, kept for it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.screens.reglages.presenter import OffsetKind, SettingsPresenter
from desktop_app.gui.widgets.number import NumberBox
from desktop_app.gui.widgets.words import Words
from desktop_app.settings import MOST_MM, MOST_WINDOW_MM, RULERS_MM, Offset

MM_STEP = 0.5
MOST = {"offsets": MOST_MM, "window_offsets": MOST_WINDOW_MM}


class OffsetBoxes(QWidget):
    """The offset of one printer at a time; a change is kept at once, but on a public terminal."""

    def __init__(
        self, context: Context, kind: OffsetKind, failed: Callable[[BaseException], None]
    ) -> None:
        super().__init__()
        self._context, self._kind, self._failed = context, kind, failed
        self._presenter = SettingsPresenter(context.settings)
        self._printer = ""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(context.look.space(1))
        right, down = _questions(kind)
        most = MOST[kind]
        self._right = self._millimetres(right, -most, most)
        self._down = self._millimetres(down, -most, most)
        self._ruler: NumberBox | None = None  # an address is too short to be missed so
        if kind == "offsets":
            self._ruler = self._millimetres(
                i18n.text("Longueur de la règle de 100 mm sur la page d’essai"), *RULERS_MM
            )

    def show_for(self, printer: str) -> None:
        """Show what is kept for this printer, and keep for it what is typed next."""
        self._printer = printer
        offset = self._presenter.offset(self._kind, printer)
        self._right.put(offset.dx_mm)
        self._down.put(offset.dy_mm)
        if self._ruler is not None:
            self._ruler.put(offset.ruler_mm)

    def offset(self) -> Offset:
        """Return the offset in view."""
        moved = Offset(self._right.value(), self._down.value())
        if self._ruler is None:
            return moved
        return replace(moved, ruler_mm=self._ruler.value())

    def _millimetres(self, question: str, least: float, most: float) -> NumberBox:
        label = Words(self._context.look, question)
        box = NumberBox(
            self._context.look,
            label,
            least=least,
            most=most,
            step=MM_STEP,
            decimals=1,
            unit="mm",
            changed=self._moved,
        )
        self._column.addWidget(label)
        self._column.addWidget(box)
        return box

    def _moved(self) -> None:
        if not self._printer:
            return
        self._presenter.move(self._kind, self._printer, self.offset())
        self._context.jobs.run(
            self._context.settings.save, done=lambda _none: self._kept(), failed=self._failed
        )

    def _kept(self) -> None:
        if not self._context.session.public:
            self._context.navigator.say_saved(i18n.text("Réglage gardé."))


def _questions(kind: OffsetKind) -> tuple[str, str]:
    if kind == "offsets":
        return (
            i18n.text("Décaler les réponses vers la droite"),
            i18n.text("Décaler les réponses vers le bas"),
        )
    return i18n.text("Décaler l’adresse vers la droite"), i18n.text("Décaler l’adresse vers le bas")
