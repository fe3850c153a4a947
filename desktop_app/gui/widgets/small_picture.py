"""A small picture on a page, a logo or a signature, with what it is in words."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QLabel, QSizePolicy

from desktop_app.gui.look.look import Look
from desktop_app.gui.picture import image_of
from desktop_app.workflow.ports import Picture


class SmallPicture(QLabel):
    """Shows the pixels that the child process drew; a screen reader says ``words``."""

    def __init__(self, look: Look, words: str, picture: Picture) -> None:
        super().__init__()
        self._image, self._look = image_of(picture), look
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        look.changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        """Draw it as large as the text grows, without filling the page."""
        room = QSize(self._look.space(24), self._look.space(8))
        drawn = self._image.scaled(
            room.boundedTo(self._image.size() * 2),
            Qt.AspectRatioMode.KeepAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        self.setPixmap(QPixmap.fromImage(drawn))
