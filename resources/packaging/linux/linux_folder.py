"""The folder that every package for Linux holds: ``python/``, ``lib/``, and what starts it.

Nothing in it is a link, or has a name that FAT refuses; nothing in it is written when it runs.
"""

import os
import shutil
from pathlib import Path

from linux_interpreter import NAME, VERSION, lay_interpreter
from tree import epoch, lay

HERE = Path(__file__).parent
TOP = {"papier-libre.sh": 0o755, "LISEZ-MOI.txt": 0o644}
"""What stands at the top of the folder of a stick, as it stands in ``top/``, with its mode."""


def lay_folder(into: Path, *, top: bool) -> None:
    """Lay the whole folder; ``top``: with what starts it from a stick.

    Raises:
        CalledProcessError, FileNotFoundError, ValueError: something is not to be had; it was said.
    """
    if into.exists():
        shutil.rmtree(into)
    into.mkdir(parents=True)
    python = lay_interpreter(into / "python")
    lay("linux", python, VERSION, into / "lib")
    for name, mode in TOP.items() if top else ():
        shutil.copyfile(HERE / "top" / name, into / name)
        (into / name).chmod(mode)
    of_one_time(into)


def of_one_time(folder: Path) -> None:
    """Give every file the time of the commit, and a mode that is the same wherever it is built."""
    now = epoch()
    for path in [folder, *folder.rglob("*")]:
        program = path.name == NAME or bool(TOP.get(path.name, 0) & 0o100)
        path.chmod(0o755 if path.is_dir() or program else 0o644)
        os.utime(path, (now, now))
