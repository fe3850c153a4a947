"""Which file, or where: the system's window of files, opened at the right place.

At home it opens in one's own folder, a backup on a key that is plugged in. A public terminal never
proposes its own folders, where the next reader would find the letter: it opens on a key, or else
where there is nothing, and says to plug one in; a file is not saved in the terminal's own folder.
"""

import re
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDir, QUrl
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.page import Page

KEYS = ("/media", "/run/media", "/Volumes")
"""Where systems put what is plugged in. Not /mnt: another system's disk, or a share, is there."""
MOUNTS = Path("/proc/self/mounts")


def plugged_in(mounts: str) -> list[Path]:
    """Return the keys and disks that are plugged in, from the system's table of mounts.

    The table alone is read: a share that no longer answers would hold the window.
    """
    found = []
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) > 1:
            place = re.sub(r"\\([0-7]{3})", lambda code: chr(int(code[1], 8)), fields[1])
            path = Path(place.encode("latin-1", "replace").decode("utf-8", "replace"))
            if any(path.is_relative_to(one) and path != Path(one) for one in KEYS):
                found.append(path)
    return found


def keys_now() -> list[Path]:
    """Return the keys and disks that are plugged in now; none where the system does not tell."""
    try:
        return plugged_in(MOUNTS.read_text("latin-1"))
    except OSError:
        volumes = Path("/Volumes")
        return sorted(volumes.iterdir()) if sys.platform == "darwin" and volumes.is_dir() else []


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
    chosen = _asked(page, words, kinds, QFileDialog.AcceptMode.AcceptSave, name)
    if chosen and is_the_terminals(Path(chosen), keys_now()):
        page.say_error(
            i18n.text("Ce dossier reste ici : d’autres l’ouvriront. Choisissez votre clé USB.")
        )
        return ""
    return chosen


def is_the_terminals(path: Path, keys: Sequence[Path]) -> bool:
    """Tell whether a file would stay on a public terminal, in the folder that all readers share."""
    whole = path.absolute()
    if any(whole.is_relative_to(key) for key in keys):
        return False
    return whole.is_relative_to(Path.home().absolute())


def _asked(
    page: QWidget, words: str, kinds: str, mode: QFileDialog.AcceptMode, name: str = ""
) -> str:
    """Ask in Qt's own window: the system's would show the terminal's folders and recent files."""
    keys = keys_now()
    begin = keys[0] if keys else nowhere()
    title = words if keys else i18n.text("Branchez une clé USB, puis choisissez-la")
    dialog = QFileDialog(page, title, str(begin), kinds)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
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
