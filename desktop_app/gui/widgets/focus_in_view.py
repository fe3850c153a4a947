"""Keeps what has the focus, and the caret in it, in the part of a page that is seen."""

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QScrollArea, QWidget

from desktop_app.gui.look.look import Look
from desktop_app.gui.look.ring import reach

_FOLLOWED = "followed"


class FocusInView(QObject):
    """Scrolls a page by itself; a reader who scrolled elsewhere is not moved.

    Args:
        inside: what scrolls in it.
    """

    def __init__(self, page: QScrollArea, inside: QWidget, look: Look) -> None:
        super().__init__(page)
        self._page, self._inside, self._look = page, inside, look
        self._stood = -1  # where the bar was put for the focus
        self._soon = QTimer(self, interval=0, singleShot=True)
        self._soon.timeout.connect(self._scroll_to_focus)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._keep_in_view)

    def stay(self) -> None:
        """See the whole of what has the focus when the page grows, or less of it is seen; a reader
        is not moved."""
        if self._page.verticalScrollBar().value() == self._stood:
            self._soon.start()

    def _keep_in_view(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and self._inside.isAncestorOf(new):
            # After the layout has settled, or the place would be that of before.
            self._soon.start()
            self._follow_caret(new)

    def _follow_caret(self, field: QWidget) -> None:
        """See where one types at each key: the page may have been scrolled, or be too small."""
        if isinstance(field, QLineEdit | QPlainTextEdit) and not field.property(_FOLLOWED):
            field.setProperty(_FOLLOWED, True)
            field.cursorPositionChanged.connect(self._caret_moved)

    def _caret_moved(self, *_places: int) -> None:
        self._soon.start()

    def _scroll_to_focus(self) -> None:
        held = QApplication.focusWidget()
        if held is not None and self._inside.isAncestorOf(held):
            # Not ``ensureWidgetVisible``: of a box for text it only shows the line of the cursor.
            place, bar = self._caret_or_whole(held), self._page.verticalScrollBar()
            free = self._page.viewport().height() - place.height()
            margin = max(0, min(self._look.space(2), free // 2))
            highest = place.top() - margin
            bar.setValue(max(highest + 2 * margin - free, min(highest, bar.value())))
            self._stood = bar.value()

    def _caret_or_whole(self, held: QWidget) -> QRect:
        """Return what must be seen of what has the focus, its ring too: where not all can be, the
        caret, or the beginning."""
        if isinstance(held, QPlainTextEdit) and held.height() > self._page.viewport().height():
            caret, inside = held.cursorRect(), held.viewport()
            return QRect(inside.mapTo(self._inside, caret.topLeft()), caret.size())
        around, room = reach(self._look), self._page.viewport().height() - held.height()
        if room >= 0:
            around = min(around, room // 2)  # the ring is cut before the text is
        ringed = QRect(held.mapTo(self._inside, QPoint(0, 0)), held.size())
        ringed.adjust(0, -around, 0, around)
        ringed.setHeight(min(ringed.height(), self._page.viewport().height()))
        return ringed
