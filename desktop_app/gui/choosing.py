"""Where files may be looked for, and written: one's own folders, and keys that are plugged in.

A public terminal never proposes its own folders, where the next reader would find the letter: it
shows keys, and says to plug one in; a file is saved on a key, and nowhere else.
"""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStandardPaths

from desktop_app.core.folder import Place, PlaceKind
from desktop_app.gui import plugged

_Standard = QStandardPaths.StandardLocation
_OWN: tuple[tuple[PlaceKind, QStandardPaths.StandardLocation], ...] = (
    ("documents", _Standard.DocumentsLocation),
    ("desktop", _Standard.DesktopLocation),
    ("pictures", _Standard.PicturesLocation),
    ("downloads", _Standard.DownloadLocation),
)


def places(*, public: bool) -> list[Place]:
    """Return where one may look now: one's own folders, then keys; on a public terminal, keys.

    Where the system has no folder for something, it says the whole home: that is proposed once.
    """
    keys = [Place("key", str(one), _label(one)) for one in plugged.keys_now()]
    if public:
        return keys
    whole = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.HomeLocation)
    named = [(kind, QStandardPaths.writableLocation(one)) for kind, one in _OWN]
    found = [Place(kind, path) for kind, path in named if path and Path(path) != Path(whole)]
    return [*found, Place("home", whole), *keys]


def _label(key: Path) -> str:
    return key.name or str(key).rstrip("\\")  # of a drive of Windows: "E:"


def holder(folder: Path, found: Sequence[Place]) -> Place | None:
    """Return the place that a folder is in; the nearest one."""
    inside = [one for one in found if folder.is_relative_to(one.path)]
    return max(inside, key=lambda one: len(one.path), default=None)


def is_the_terminals(path: Path, keys: Sequence[Path]) -> bool:
    """Tell whether a file would stay on a public terminal: it does, anywhere but on a key.

    Links are followed: those of its folder, and its own, whose target would be replaced.
    """
    whole = path.resolve()
    return not any(whole.is_relative_to(key.resolve()) for key in keys)
