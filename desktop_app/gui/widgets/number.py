"""A number between two buttons as large as a finger; it can be typed, and the wheel leaves it."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDoubleSpinBox, QLabel, QSizePolicy, QWidget

from desktop_app import i18n
from desktop_app.core.spaces import NBSP
from desktop_app.gui.look.look import Look
from desktop_app.gui.widgets.buttons import Button
from desktop_app.gui.widgets.flow import FlowLayout


class _Box(QDoubleSpinBox):
    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()


class NumberBox(QWidget):
    """``changed`` is told each new value; ``label`` is the visible question, and names the box."""

    def __init__(
        self,
        look: Look,
        label: QLabel,
        *,
        least: float,
        most: float,
        step: float = 1,
        decimals: int = 0,
        unit: str = "",
        changed: Callable[[], object] = bool,
    ) -> None:
        super().__init__()
        self._look = look
        self.box = _Box()
        self.box.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.box.setButtonSymbols(QDoubleSpinBox.ButtonSymbols.NoButtons)
        self.box.setDecimals(decimals)
        self.box.setRange(least, most)
        self.box.setSingleStep(step)
        if unit:
            self.box.setSuffix(f"{NBSP}{unit}")
        self.box.setAccessibleName(label.text())
        label.setBuddy(self.box)
        self.box.valueChanged.connect(lambda _value: changed())
        row = FlowLayout(self, look.space(1))
        for text, name, by in (("−", i18n.text("Moins"), -1), ("+", i18n.text("Plus"), 1)):
            button = Button(look, text, lambda by=by: self.box.stepBy(by))  # type: ignore[misc]
            button.setAccessibleName(i18n.labelled(f"{text} {name}", label.text()))
            row.addWidget(button)
            if by < 0:
                row.addWidget(self.box)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)  # three lines where letters are very large
        self.setSizePolicy(policy)
        look.changed.connect(self._dress)
        self._dress()

    def value(self) -> float:
        return self.box.value()

    def put(self, value: float) -> None:
        """Show a value, telling nobody."""
        self.box.blockSignals(True)
        self.box.setValue(value)
        self.box.blockSignals(False)

    def _dress(self) -> None:
        self.box.setFont(self._look.font())
        self.box.setMinimumSize(self._look.space(11), self._look.target())
