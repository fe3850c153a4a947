"""The window opens as large as it was closed, and nothing is written where nobody changed it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSize

from desktop_app.gui import app as application
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.window_size import SIZE
from desktop_app.settings import FILE, SettingsFile

ROOM = QSize(1920, 1080)


def opened(window: MainWindow, settings: SettingsFile) -> None:
    now = settings.now
    window.context.session.keeps_nothing = False  # most tests go on without a safe
    window.sized.open_on(ROOM, QSize(now.width, now.height), filled=now.maximized)


def test_a_size_is_found_again(window: MainWindow, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / FILE)
    opened(window, settings)
    window.resize(1300, 800)
    application._keep_size(window, settings)
    again = SettingsFile(tmp_path / FILE)
    window.resize(SIZE)
    opened(window, again)
    assert window.size() == QSize(1300, 800)


def test_a_window_that_fills_the_screen_does_so_again(window: MainWindow, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / FILE)
    opened(window, settings)
    window.showMaximized()
    application._keep_size(window, settings)
    window.showNormal()
    opened(window, SettingsFile(tmp_path / FILE))
    assert window.isMaximized()


def test_who_changes_nothing_has_nothing_written(window: MainWindow, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / FILE)
    opened(window, settings)
    application._keep_size(window, settings)
    assert not [*tmp_path.iterdir()]


def test_a_public_terminal_keeps_no_size(window: MainWindow, tmp_path: Path) -> None:
    settings = SettingsFile(None)
    opened(window, settings)
    window.resize(1300, 800)
    application._keep_size(window, settings)
    assert not [*tmp_path.iterdir()]


def test_a_computer_of_somebody_else_keeps_no_size(window: MainWindow, tmp_path: Path) -> None:
    settings = SettingsFile(tmp_path / FILE)
    opened(window, settings)
    window.resize(1300, 800)
    window.context.session.keeps_nothing = True
    application._keep_size(window, settings)
    assert not [*tmp_path.iterdir()]


@pytest.mark.parametrize("kept", [QSize(4000, 3000), QSize(1024, 600)])
def test_a_size_too_large_for_the_screen_fills_it(window: MainWindow, kept: QSize) -> None:
    room = QSize(1024, 600)
    window.sized.open_on(room, kept)
    assert window.isMaximized()
    assert window.normalGeometry().size().boundedTo(room) == window.normalGeometry().size()


def test_a_folder_that_cannot_be_written_hinders_no_one(window: MainWindow, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    settings = SettingsFile(tmp_path / "file" / FILE)
    opened(window, settings)
    window.resize(1300, 800)
    application._keep_size(window, settings)
