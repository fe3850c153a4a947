"""A small picture on a page, a logo or a signature, with what it is in words."""

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
        """Draw it as large as the text grows, within the page."""
        wide = min(self._image.width(), self._look.space(24))
        self.setPixmap(QPixmap.fromImage(self._image.scaledToWidth(max(wide, 1))))
