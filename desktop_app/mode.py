"""Home, association or public terminal: set by the machine's manager, never from inside.

The first file found decides: ``papier-libre.toml`` beside the program, then in the system's
configuration folder (``/etc/papier-libre/`` on Linux, ``papier-libre`` in ``%PROGRAMDATA%`` on
Windows). It holds one line, ``mode = "public"``, and what more is told of a terminal. Of the
system's folder, it counts only where nobody but the manager can write it: else whoever sits at a
terminal would choose what is kept there.
"""

import os
import stat
import sys
from collections.abc import Iterable
from pathlib import Path

from desktop_app.datafiles import program_folder

TYPE_CHECKING = False  # that of ``typing`` takes as long as all that --version does
if TYPE_CHECKING:
    from desktop_app.core.machine import Mode
    from desktop_app.core.terminal import Terminal

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


def read_mode(files: Iterable[Path] | None = None) -> "Mode":
    """Return the mode; without any file, home.

    A file that cannot be read or understood means public, where nothing is written: a library must
    not begin to keep what its readers type because of a spelling mistake.
    """
    for file in places() if files is None else files:
        try:
            with open(file, "rb") as opened:
                if not managed(file, opened.fileno()):
                    return "public"
                text = opened.read(_SMALL).decode("utf-8")
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError):
            return "public"
        return _mode(text)
    return "home"


def read_public(files: Iterable[Path] | None = None) -> "Terminal":
    """Return what is told of a public terminal, by the same file; it is asked on one only."""
    import tomllib

    from desktop_app.core.terminal import Terminal, read_terminal

    for file in places() if files is None else files:
        try:
            with open(file, "rb") as opened:
                if not managed(file, opened.fileno()):
                    return Terminal(broken="rights")
                told = tomllib.loads(opened.read(_SMALL).decode("utf-8"))
        except FileNotFoundError:
            continue
        except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
            return Terminal(broken="file")
        return read_terminal(told) if told.get("mode") == "public" else Terminal(broken="mode")
    return Terminal(broken="file")


def _mode(text: str) -> "Mode":
    import tomllib  # few computers have the file: not before the first paint

    try:
        said = tomllib.loads(text).get("mode")
    except tomllib.TOMLDecodeError:
        return "public"
    # Not by the list of ``core/machine.py``: nothing of it is needed before the first paint.
    return "home" if said == "home" else "association" if said == "association" else "public"


def managed(file: Path, opened: int | None = None) -> bool:
    """Tell whether the manager alone can change this file; what is beside the program is its own.

    Windows says it by lists of rights that Python does not read: there the system's folder is
    trusted.
    """
    if os.name != "posix" or file.parent != _of_the_system():
        return True
    facts = os.fstat(opened) if opened is not None else os.stat(file)
    theirs = stat.S_IWGRP | stat.S_IWOTH
    folder = os.stat(file.parent)
    return all(one.st_uid == 0 and not one.st_mode & theirs for one in (facts, folder))


class Installation:
    """The file that says the mode, as the manager of this computer writes it.

    ``places``: where it may be, the nearest first; the last one is the manager's.
    """

    def __init__(self, among: Iterable[Path] = ()) -> None:
        self._places = tuple(among) or places()

    @property
    def file(self) -> Path:
        """Where the manager's file is, there or not."""
        return self._places[-1]

    @property
    def nearer(self) -> Path | None:
        """A file that is read before the manager's, if any."""
        return next((one for one in self._places[:-1] if os.path.exists(one)), None)

    @property
    def mode(self) -> "Mode":
        """What the program does today."""
        return read_mode(self._places)

    def write(self, text: str) -> None:
        """Write the manager's file whole, readable by everybody, and read it back.

        Raises:
            ReadOnly: who asks is not the manager; the others of ``write_file``.
            NotWritten: it is not there as it was written, or others may change it.
        """
        from desktop_app.files import NotWritten, ReadOnly, read_file, write_file

        folder, data = self.file.parent, text.encode("utf-8")
        try:
            if not os.path.isdir(folder):
                folder.mkdir()
                folder.chmod(0o755)  # whatever the umask of a manager
        except PermissionError as refusal:
            raise ReadOnly from refusal
        except OSError as refusal:
            raise NotWritten from refusal
        if not os.access(folder, os.W_OK):
            raise ReadOnly
        write_file(self.file, data, rights=0o644)
        if read_file(self.file, _SMALL) != data or not managed(self.file):
            raise NotWritten
