"""A page drawn by the child process, as an image of Qt's."""

from PySide6.QtGui import QImage

from desktop_app.workflow.ports import Picture


def image_of(picture: Picture) -> QImage:
    """Return a picture as an image that owns its pixels."""
    return QImage(
        bytes(picture.pixels),
        picture.width,
        picture.height,
        picture.width * 4,
        QImage.Format.Format_RGB32,
    ).copy()
