"""Home, association or public terminal: set by the machine's manager, never from inside.

The first file found decides: ``papier-libre.toml`` beside the program, then in the system's
configuration folder (``/etc/papier-libre/`` on Linux). It holds one line, ``mode = "public"``.
"""

import os
from collections.abc import Iterable
from pathlib import Path
from typing import Literal, get_args

from desktop_app.datafiles import program_folder

Mode = Literal["home", "association", "public"]
FILE = "papier-libre.toml"
_SMALL = 64 * 1024


def places() -> tuple[Path, ...]:
    """Return where the file may be, the nearest first."""
    system = (
        Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "papier-libre"
        if os.name == "nt"
        else Path("/etc/papier-libre")
    )
    return program_folder() / FILE, system / FILE


def system_data_folder() -> Path:
    """Return where the computer's manager keeps what all its users share."""
    if os.name == "nt":
        return Path(os.environ.get("PROGRAMDATA", "C:/ProgramData")) / "papier-libre"
    return Path("/var/lib/papier-libre")


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
