"""Where what a person keeps is: where her system keeps such things, or beside the program.

A folder `papiers` beside the program, in the folder that one carries on a stick, takes it all:
safes, models of one's own, settings. Then nothing is written on the computer where it is plugged.
"""

import os
import sys
from pathlib import Path

from desktop_app.datafiles import program_folder

CARRIED = "papiers"
_NAME = "papier-libre"


def carried() -> Path | None:
    """Return the folder beside the program that takes it all; None where there is none."""
    folder = program_folder() / CARRIED
    return folder if folder.is_dir() else None


def carry() -> Path:
    """Have such a folder beside the program from now on, and return it.

    What was read at the start stays where it was, until the next one.

    Raises:
        OSError: nothing can be written beside the program.
    """
    folder = program_folder() / CARRIED
    folder.mkdir(mode=0o700, exist_ok=True)
    return folder


def is_on(stick: Path) -> bool:
    """Tell whether the program is on this stick, and not a checkout."""
    folder = program_folder()
    return (folder / "python").is_dir() and folder.is_relative_to(stick)


def for_safes() -> Path:
    """Return where new safes are made."""
    return carried() or _data() / "coffres"


def for_models() -> Path:
    """Return where letters and forms of one's own are."""
    return (carried() or _data()) / "modeles"


def for_deliveries() -> Path:
    """Return where what came on a stick is put: packs, a program to come."""
    return (carried() or _data()) / "livraisons"


def for_settings() -> Path:
    """Return where the settings are."""
    from platformdirs import user_config_path

    return carried() or user_config_path(_NAME, appauthor=False)


def for_memory() -> Path:
    """Return where it is kept which safes were opened here: random ids and counts."""
    from platformdirs import user_state_path

    return carried() or user_state_path(_NAME, appauthor=False)


def _data() -> Path:
    """Return where this system keeps what is the person's; as ``platformdirs`` says it."""
    if sys.platform.startswith("linux"):  # asked by each command: that library costs a third of one
        base = os.environ.get("XDG_DATA_HOME", "").strip()
        return (Path(base) if base else Path.home() / ".local" / "share") / _NAME
    from platformdirs import user_data_path

    return user_data_path(_NAME, appauthor=False)
