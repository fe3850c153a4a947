"""A page drawn by the child process, as an image of Qt's."""

from PySide6.QtGui import QImage, QTransform

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


def turned(image: QImage, turn: int) -> QImage:
    """Return an image turned by so many degrees to the left: 0, 90, 180 or 270."""
    return image.transformed(QTransform().rotate(-turn)) if turn else image
