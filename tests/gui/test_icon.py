"""The window has a picture of its own, among others on the desk."""

from desktop_app.gui import app
from desktop_app.gui.main_window import MainWindow


def test_the_window_has_its_icon(window: MainWindow) -> None:
    assert window.windowIcon().isNull()  # not before the first paint
    app._give_icon(window)
    drawn = window.windowIcon().pixmap(64, 64).toImage()
    assert drawn.pixelColor(32, 40).name() != drawn.pixelColor(6, 32).name()
    assert (drawn.pixelColor(6, 32).name(), drawn.pixelColor(0, 0).alpha()) == ("#0e4a5c", 0)
