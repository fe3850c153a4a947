"""Home, association or public terminal: set by the machine's manager, never from inside.

The first file found decides: ``papier-libre.toml`` beside the program, then in the system's
configuration folder (``/etc/papier-libre/`` on Linux, ``papier-libre`` in ``%PROGRAMDATA%`` on
Windows). It holds one line, ``mode = "public"``.
"""

import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

from desktop_app.datafiles import program_folder

Mode = Literal["home", "association", "public"]
FILE = "papier-libre.toml"
_SMALL = 64 * 1024
_SHELL_FOLDERS = r"SOFTWARE\Microsoft\Windows\CurrentVersion\Explorer\Shell Folders"


def places() -> tuple[Path, ...]:
    """Return where the file may be, the nearest first."""
    return program_folder() / FILE, _of_the_system() / FILE


def _of_the_system() -> Path:
    """Return the folder that the machine's manager alone writes.

    On Windows it is not asked of ``%PROGRAMDATA%``, which whoever starts the program may set.
    """
    if sys.platform != "win32":
        return Path("/etc/papier-libre")
    import winreg

    try:
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, _SHELL_FOLDERS) as told:
            return Path(winreg.QueryValueEx(told, "Common AppData")[0]) / "papier-libre"
    except OSError:
        return Path("C:/ProgramData/papier-libre")


def system_data_folder() -> Path:
    """Return where the computer's manager keeps what all its users share."""
    return _of_the_system() if sys.platform == "win32" else Path("/var/lib/papier-libre")


def read_mode(files: Iterable[Path] | None = None) -> Mode:
    """Return the mode; without any file, home.

    A file that cannot be read or understood means public, where nothing is written: a library must
    not begin to keep what its readers type because of a spelling mistake.
    """
    for file in places() if files is None else files:
        try:
            with open(file, "rb") as opened:
                text = opened.read(_SMALL).decode("utf-8")
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError):
            return "public"
        return _mode(text)
    return "home"


def _mode(text: str) -> Mode:
    import tomllib  # few computers have the file: not before the first paint

    try:
        said = tomllib.loads(text).get("mode")
    except tomllib.TOMLDecodeError:
        return "public"
    return next((mode for mode in get_args(Mode) if mode == said), "public")
