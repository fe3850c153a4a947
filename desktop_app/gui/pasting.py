"""An image or a file that is pasted on a page: taken as bytes, never written to the disk."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QImageWriter, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.files import read_file
from desktop_app.pages import wanted

Take = Callable[[bytes, str], object]


class Pastes:
    """Hears Ctrl+V on a page, where nothing that is typed in has the focus.

    Args:
        take: is given the bytes, and the name of the file where it has one.
    """

    def __init__(self, page: QWidget, take: Take) -> None:
        self._take = take
        self._shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Paste), page)
        self._shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        self._shortcut.activated.connect(self._paste)

    def _paste(self) -> None:
        copied = QApplication.clipboard().mimeData()
        for url in copied.urls():
            path = url.toLocalFile()
            if path and wanted.fits("paper", path):
                self._take(read_file(Path(path)), Path(path).name)
                return
        if copied.hasImage():
            image = QApplication.clipboard().image()
            if not image.isNull():
                self._take(png_of(image), "")


def png_of(image: QImage) -> bytes:
    """Return a picture as a file in memory."""
    held = QByteArray()
    buffer = QBuffer(held)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    QImageWriter(buffer, QByteArray(b"png")).write(image)
    return bytes(held.data())
