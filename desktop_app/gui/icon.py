"""The picture by which a person finds the window again, among others and in the menu."""

from PySide6.QtGui import QIcon, QPixmap

from desktop_app.datafiles import data_root


def icon() -> QIcon:
    """Return it, drawn of ``resources/icon``; Qt makes each size of it."""
    drawn = QPixmap()
    drawn.loadFromData((data_root("resources") / "icon" / "papier-libre.svg").read_bytes(), "SVG")
    return QIcon(drawn)
