"""A public terminal proposes no folder of its own (office B6): a key, or nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_app.gui import choosing
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from tests.gui.keyboard import until

TABLE = (
    "/dev/sda1 / ext4 rw 0 0\n"
    "//office/share /srv/share cifs rw 0 0\n"
    "/dev/sdb1 /media/lecteur/CL\\303\\211\\040USB vfat rw 0 0\n"
    "/dev/sdc1 /run/media/lecteur/B exfat rw 0 0\n"
)


def test_keys_are_read_from_the_table_of_mounts() -> None:
    found = [Path("/media/lecteur/CLÉ USB"), Path("/run/media/lecteur/B")]
    assert choosing.plugged_in(TABLE) == found
    assert choosing.plugged_in("") == []


def test_what_stays_on_the_terminal_is_known(home: Path) -> None:
    assert choosing.is_the_terminals(home / "Documents" / "lettre.pdf", [])
    assert not choosing.is_the_terminals(home / "usb" / "lettre.pdf", [home / "usb"])
    assert not choosing.is_the_terminals(Path("/media/x/lettre.pdf"), [])


def asked(act: Callable[[QFileDialog], object]) -> list[tuple[str, str, list[str]]]:
    """Have the window of files, once there, noted, then used."""
    seen: list[tuple[str, str, list[str]]] = []

    def look() -> None:
        shown = [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)]
        for dialog in shown:
            if dialog.isVisible():
                sides = [url.toLocalFile() for url in dialog.sidebarUrls()]
                seen.append((dialog.directory().absolutePath(), dialog.windowTitle(), sides))
                act(dialog)
                return
        QTimer.singleShot(50, look)

    QTimer.singleShot(50, look)
    return seen


@pytest.mark.parametrize("keys", [[], ["a key"]], ids=["no key", "a key"])
def test_where_a_public_terminal_begins(
    keys: list[str], window: MainWindow, context: Context, tmp_path: Path, home: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    places = [tmp_path / one for one in keys]
    for place in places:
        place.mkdir()
    monkeypatch.setattr(choosing, "keys_now", lambda: places)
    context.session.public = True
    page = window.page()
    assert page is not None
    seen = asked(lambda dialog: dialog.reject())
    assert choosing.save_file(page, context, "Où enregistrer ?", "lettre.pdf", "PDF (*.pdf)") == ""
    ((begins, title, sides),) = seen
    assert not Path(begins).is_relative_to(home)
    assert not any(side and Path(side).is_relative_to(home) for side in sides)
    if keys:
        assert Path(begins) == places[0]
    else:
        assert "Branchez une clé USB" in title
        assert Path(begins) == choosing.nowhere()


def test_a_public_terminal_keeps_no_letter_in_its_home(
    window: MainWindow, context: Context, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(choosing, "keys_now", list)
    context.session.public = True
    page = window.page()
    assert page is not None

    def insist(dialog: QFileDialog) -> None:
        dialog.setDirectory(str(home))
        dialog.selectFile("lettre.pdf")
        dialog.accept()

    asked(insist)
    assert choosing.save_file(page, context, "Où enregistrer ?", "lettre.pdf", "PDF (*.pdf)") == ""
    until(lambda: page.wrong, "it is not said")
