"""How labels, pages and groups are told to a screen reader; loaded when there is one."""

from PySide6.QtCore import QObject, QRect
from PySide6.QtGui import QAccessible, QAccessibleInterface, QAccessibleTextInterface
from PySide6.QtWidgets import QAccessibleWidget, QFrame, QGroupBox, QLabel, QWidget
from shiboken6 import VoidPtr, getCppPointer, isValid


class LabelText(QAccessibleTextInterface):
    """The words of a label, to be read by character, word and line: Orca reads headings so.

    It has no cursor and nothing to select.
    """

    def __init__(self, label: QLabel) -> None:
        super().__init__()
        self._label = label

    def text(self, start: int, end: int) -> str:
        return self._words()[start:end]

    def characterCount(self) -> int:
        return len(self._words())

    # Older PySide (6.8) gives two addresses more, and wants the words alone.
    def textAtOffset(
        self, offset: int, kind: QAccessible.TextBoundaryType, *addresses: int
    ) -> tuple[str, int, int] | str:
        """Return the line, word or character at an offset, and where it begins and ends."""
        found = self._at(offset, kind)
        return found[0] if addresses else found

    def textBeforeOffset(
        self, offset: int, kind: QAccessible.TextBoundaryType, *addresses: int
    ) -> tuple[str, int, int] | str:
        return "" if addresses else ("", 0, 0)

    def textAfterOffset(
        self, offset: int, kind: QAccessible.TextBoundaryType, *addresses: int
    ) -> tuple[str, int, int] | str:
        return "" if addresses else ("", 0, 0)

    def _at(self, offset: int, kind: QAccessible.TextBoundaryType) -> tuple[str, int, int]:
        words = self._words()
        boundary = QAccessible.TextBoundaryType
        if kind == boundary.CharBoundary:
            return words[offset : offset + 1], offset, min(offset + 1, len(words))
        if kind == boundary.WordBoundary:
            start = words.rfind(" ", 0, offset) + 1
            end = words.find(" ", offset)
            end = len(words) if end < 0 else end
            return words[start:end], start, end
        return words, 0, len(words)

    def cursorPosition(self) -> int:
        return 0

    def setCursorPosition(self, position: int) -> None:
        """Nothing: it has no cursor."""

    def selectionCount(self) -> int:
        return 0

    def selection(self, index: int, *addresses: int) -> tuple[int, int] | None:
        return None if addresses else (0, 0)

    def addSelection(self, start: int, end: int) -> None:
        """Nothing: it is not selected."""

    def removeSelection(self, index: int) -> None:
        """Nothing: it is not selected."""

    def setSelection(self, index: int, start: int, end: int) -> None:
        """Nothing: it is not selected."""

    def characterRect(self, offset: int) -> QRect:
        """Return the place of the label: it is read whole."""
        if not isValid(self._label):
            return QRect()
        corner = self._label.mapToGlobal(self._label.rect().topLeft())
        return QRect(corner, self._label.size())

    def offsetAtPoint(self, point: object) -> int:
        return 0

    def scrollToSubstring(self, start: int, end: int) -> None:
        """Nothing: what has the focus is in view."""

    def attributes(self, offset: int, *addresses: int) -> tuple[str, int, int] | str:
        return "" if addresses else ("", 0, len(self._words()))

    def _words(self) -> str:
        return self._label.text() if isValid(self._label) else ""


class LabelInterface(QAccessibleWidget):
    """A label in another role than Qt's; its name is the label's text, as it stands."""

    def __init__(self, label: QLabel, role: QAccessible.Role) -> None:
        super().__init__(label, role)
        self._label = label

    def text(self, kind: QAccessible.Text) -> str:
        if kind == QAccessible.Text.Name and isValid(self._label):
            return self._label.accessibleName() or self._label.text()
        return super().text(kind)


class HeadingInterface(LabelInterface):
    """Says that a label is a heading, and gives its words to be read."""

    def __init__(self, label: QLabel) -> None:
        super().__init__(label, QAccessible.Role.Heading)
        self._text = LabelText(label)

    def interface_cast(self, kind: QAccessible.InterfaceType) -> VoidPtr:  # type: ignore[override]
        """Return the address of what does this for the heading; 0 when nothing does."""
        if kind == QAccessible.InterfaceType.TextInterface:
            return VoidPtr(getCppPointer(self._text)[0])
        # To return None, as Qt's own does here, ends the program.
        found = super().interface_cast(kind)
        return VoidPtr(0) if found is None else found  # type: ignore[return-value]


class GroupInterface(QAccessibleWidget):
    """A group of choices or of boxes, heard once when one enters it; without a name, nothing.

    Orca says the name of Qt's own group, a panel, twice before a radio button.
    """

    def __init__(self, group: QWidget) -> None:
        super().__init__(group, QAccessible.Role.Form)
        self._group = group

    def role(self) -> QAccessible.Role:
        named = isValid(self._group) and self._group.accessibleName()
        return QAccessible.Role.Form if named else QAccessible.Role.Section


# What scrolls, or holds pages, is "layered pane, 0 items" to Orca unless it has its own role.
_PLACES = {
    "page": QAccessible.Role.Section,
    "picture": QAccessible.Role.Graphic,
    "pages": QAccessible.Role.Client,
}

# Qt keeps a bare pointer to what the factory returns: Python must not let it go.
_kept: list[QAccessibleInterface] = []


def interface(thing: QObject, spoken_as: str) -> QAccessibleInterface | None:
    """Return what tells a screen reader of this, where it is not what Qt would tell; else None."""
    found: QAccessibleInterface | None = None
    if isinstance(thing, QLabel):
        if thing.property("role") == "heading":
            found = HeadingInterface(thing)
        elif spoken_as == "aside":
            # Heard with what it explains: Orca reads the labels of a group before its choices.
            found = LabelInterface(thing, QAccessible.Role.Paragraph)
    elif isinstance(thing, QFrame) and (role := _PLACES.get(spoken_as)):
        found = QAccessibleWidget(thing, role)
    elif isinstance(thing, QGroupBox):
        found = GroupInterface(thing)
    if found is not None:
        kept = found
        _kept.append(kept)
        thing.destroyed.connect(lambda: _kept.remove(kept))
    return found
