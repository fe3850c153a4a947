"""A public terminal proposes no folder of its own (office B6): a key, or nothing."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QFileDialog

from desktop_app.gui import choosing
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.page_view import PageView
from desktop_app.pages import destinations as to
from tests.gui.keyboard import until

TABLE = (
    "/dev/sda2 / ext4 rw 0 0\n"
    "/dev/sda3 /home ext4 rw 0 0\n"
    "/dev/nvme0n1p1 /var ext4 rw 0 0\n"
    "tmpfs /tmp tmpfs rw 0 0\n"
    "tmpfs /run/user/1000 tmpfs rw 0 0\n"
    "//office/share /srv/share cifs rw 0 0\n"
    "/dev/sdb1 /media/lecteur/CL\\303\\211\\040USB vfat rw 0 0\n"
    "/dev/sdc1 /run/media/lecteur/B exfat rw 0 0\n"
)
KEY, OTHER = Path("/media/lecteur/CLÉ USB"), Path("/run/media/lecteur/B")


def test_keys_are_read_from_the_table_of_mounts() -> None:
    assert choosing.plugged_in(TABLE) == [KEY, OTHER]
    assert choosing.plugged_in("") == []


@pytest.mark.parametrize(
    "line",
    [
        "/dev/sda4 /media/lecteur/WINDOWS ntfs3 rw 0 0",
        "/dev/sda2 /media/lecteur/same ext4 rw 0 0",
        "tmpfs /media/lecteur tmpfs rw 0 0",
        "/dev/nvme0n1p3 /media/lecteur/disk ext4 rw 0 0",
        "/dev/loop3 /media/lecteur/image iso9660 ro 0 0",
        "portal /run/user/1000/doc fuse.portal rw 0 0",
        "gvfsd-fuse /media/lecteur/gvfs fuse.gvfsd-fuse rw 0 0",
        "//office/share /media/share cifs rw 0 0",
    ],
)
def test_what_is_of_the_computer_itself_is_no_key(line: str) -> None:
    """A partition of its own disk, memory, a share: the next reader opens it too."""
    assert choosing.plugged_in(f"{TABLE}{line}\n") == [KEY, OTHER]


def test_what_the_system_says_one_can_pull_out_is_a_key_wherever_it_is() -> None:
    table = f"{TABLE}/dev/sdd1 /srv/cle vfat rw 0 0\n/dev/sda1 /srv/win ntfs rw 0 0\n"
    assert choosing.plugged_in(table) == [KEY, OTHER]
    assert choosing.plugged_in(table, {"sdd"}) == [KEY, OTHER, Path("/srv/cle")]
    assert choosing.plugged_in(table, {"sda"}) == [KEY, OTHER], "the system itself is on a key"


def test_what_stays_on_the_terminal_is_known(home: Path, tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.mkdir()
    stays = [home / "Documents" / "l.pdf", tmp_path / "l.pdf", key / ".." / "l.pdf", Path("l.pdf")]
    stays += [Path(one, "l.pdf") for one in ("/", "/tmp", "/var/tmp", "/dev/shm", "/media", "/mnt")]
    for path in stays:
        assert choosing.is_the_terminals(path, [key]), path
    assert not choosing.is_the_terminals(key / "l.pdf", [key])
    (key / "link").symlink_to(tmp_path)
    assert choosing.is_the_terminals(key / "link" / "l.pdf", [key])
    (key / "l.pdf").symlink_to(home / "l.pdf")
    assert choosing.is_the_terminals(key / "l.pdf", [key])
    (tmp_path / "to the key").symlink_to(key)
    assert not choosing.is_the_terminals(tmp_path / "to the key" / "x.pdf", [key])


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


@pytest.mark.parametrize("place", ["its home", "/tmp", "/", "/media", "/dev/shm"])
def test_a_public_terminal_keeps_no_letter_on_its_own_disk(
    place: str, window: MainWindow, context: Context, home: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (key := tmp_path / "key").mkdir()
    monkeypatch.setattr(choosing, "keys_now", lambda: [key])
    context.session.public = True
    page = window.page()
    assert page is not None

    changes: list[bool] = []

    def insist(dialog: QFileDialog) -> None:
        changes.append(not dialog.testOption(QFileDialog.Option.ReadOnly))
        dialog.setDirectory(str(home) if place == "its home" else place)
        dialog.selectFile("lettre-de-personne.pdf")
        dialog.accept()

    asked(insist)
    assert choosing.save_file(page, context, "Où enregistrer ?", "lettre.pdf", "PDF (*.pdf)") == ""
    until(lambda: page.wrong, "it is not said")
    assert "Erreur" in window.windowTitle()
    assert changes == [False], "folders can be made there, and files renamed"


def test_what_was_refused_is_said_no_more_once_it_is_saved(
    window: MainWindow, context: Context, home: Path, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (key := tmp_path / "key").mkdir()
    monkeypatch.setattr(choosing, "keys_now", lambda: [key])
    context.session.public = True
    window.go(to.Week())
    page = window.page()
    assert isinstance(page, PageView)

    def save(folder: Path) -> str:
        def insist(dialog: QFileDialog) -> None:
            dialog.setDirectory(str(folder))
            dialog.selectFile("lettre.pdf")
            dialog.accept()

        asked(insist)
        return choosing.save_file(page, context, "Où enregistrer ?", "lettre.pdf", "PDF (*.pdf)")

    assert save(home) == ""
    until(lambda: "Erreur" in window.windowTitle())
    assert save(key) == str(key / "lettre.pdf")
    assert not page.wrong
    assert "Erreur" not in window.windowTitle()
