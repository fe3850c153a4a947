"""Which file, or where: the system's window of files, opened at the right place.

At home it opens in one's own folder, a backup on a key that is plugged in. A public terminal never
proposes its own folders, where the next reader would find the letter: it opens on a key, or else
where there is nothing, and says to plug one in; a file is saved on a key, and nowhere else.
"""

import re
import sys
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.page import Page

KEYS = ("/media", "/run/media", "/Volumes")
"""Where systems put what is plugged in. Not /mnt: another system's disk, or a share, is there."""
MOUNTS = Path("/proc/self/mounts")
DISKS = Path("/sys/block")
_WINDOWS_REMOVABLE = 2
_PARTITION = re.compile(r"^((?:sd|hd|vd|xvd)[a-z]+|(?:nvme|mmcblk)\w*?(?=p))p?\d+$")


def plugged_in(mounts: str, pulled_out: Collection[str] = ()) -> list[Path]:
    """Return the keys and disks that are plugged in, from the system's table of mounts.

    What is mounted where keys are, or whose disk the system says one can pull out, and is not of
    the computer's own disks, nor in its memory. The table alone is read: a share that no longer
    answers would hold the window.

    Args:
        mounts: a line for each place: device, place, and what else the system tells.
        pulled_out: the disks that one can pull out, such as "sdb".
    """
    found = [(_disk(device), place) for device, place in _places(mounts)]
    own = {
        disk
        for disk, place in found
        if place == Path("/") or not (disk in pulled_out or _where_keys_are(place))
    }
    return [
        place
        for disk, place in found
        if disk and disk not in own and (disk in pulled_out or _where_keys_are(place))
    ]


def _places(mounts: str) -> Iterator[tuple[str, Path]]:
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) > 1:
            place = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[1])
            yield fields[0], Path(place.encode("latin-1", "replace").decode("utf-8", "replace"))


def _disk(device: str) -> str:
    """Return the disk of a partition; "" of what is on none: memory, a share, an image."""
    name = device.removeprefix("/dev/")
    if name == device or name.startswith("loop"):
        return ""
    return _PARTITION.sub(r"\1", name)


def _where_keys_are(place: Path) -> bool:
    return any(place.is_relative_to(one) and place != Path(one) for one in KEYS)


def keys_now() -> list[Path]:
    """Return the keys and disks that are plugged in now; none where the system does not tell."""
    if sys.platform == "win32":
        from ctypes import windll

        drives = [f"{letter}:\\" for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"]
        kind = windll.kernel32.GetDriveTypeW
        return [Path(one) for one in drives if kind(one) == _WINDOWS_REMOVABLE]
    if sys.platform == "darwin":
        return sorted(one for one in Path("/Volumes").glob("*") if one.is_mount())
    try:
        return plugged_in(MOUNTS.read_text("latin-1"), _pulled_out())
    except OSError:
        return []


def _pulled_out() -> set[str]:
    told = DISKS.glob("*/removable")
    return {one.parent.name for one in told if one.read_text("ascii").strip() == "1"}


def nowhere() -> Path:
    """Return a place where nothing of anybody is: where keys appear, or the root of all."""
    return next((Path(one) for one in KEYS if Path(one).is_dir()), Path(QDir.rootPath()))


def open_file(page: QWidget, context: Context, words: str, kinds: str = "") -> str:
    """Ask which file; "" when none was chosen."""
    if context.session.public:
        return _asked(page, words, kinds, QFileDialog.AcceptMode.AcceptOpen)
    return QFileDialog.getOpenFileName(page, words, str(Path.home()), kinds)[0]


def open_blank(page: QWidget, context: Context) -> str:
    """Ask where an empty form is; "" when none was chosen."""
    return open_file(page, context, i18n.text("Où est le formulaire vide ?"), "PDF (*.pdf)")


def save_file(
    page: Page, context: Context, words: str, name: str, kinds: str = "", *, on_a_key: bool = False
) -> str:
    """Ask where to write a file; ``name`` is proposed and speaks of nobody. "" when given up."""
    if not context.session.public:
        keys = keys_now() if on_a_key else []
        begin = keys[0] if keys else Path.home()
        return QFileDialog.getSaveFileName(page, words, str(begin / name), kinds)[0]
    page.clear_error()
    chosen = _asked(page, words, kinds, QFileDialog.AcceptMode.AcceptSave, name)
    if chosen and is_the_terminals(Path(chosen), keys_now()):
        page.say_error(
            i18n.text("Ce dossier reste ici : d’autres l’ouvriront. Choisissez votre clé USB.")
        )
        return ""
    return chosen


def is_the_terminals(path: Path, keys: Sequence[Path]) -> bool:
    """Tell whether a file would stay on a public terminal: it does, anywhere but on a key.

    Links are followed: those of its folder, and its own, whose target would be replaced.
    """
    whole = path.resolve()
    return not any(whole.is_relative_to(key.resolve()) for key in keys)


def _asked(
    page: QWidget, words: str, kinds: str, mode: QFileDialog.AcceptMode, name: str = ""
) -> str:
    """Ask in Qt's own window: the system's would show the terminal's folders and recent files."""
    keys = keys_now()
    begin = keys[0] if keys else nowhere()
    title = words if keys else i18n.text("Branchez une clé USB, puis choisissez-la")
    dialog = QFileDialog(page, title, str(begin), kinds)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.setOption(QFileDialog.Option.ReadOnly)  # it would make folders, and rename files
    dialog.setAcceptMode(mode)
    if mode is QFileDialog.AcceptMode.AcceptOpen:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setSidebarUrls([QUrl.fromLocalFile(str(one)) for one in keys or [begin]])
    dialog.setHistory([])
    if name:
        dialog.selectFile(name)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
    chosen = dialog.selectedFiles() if dialog.exec() else []
    dialog.deleteLater()
    return chosen[0] if chosen else ""
