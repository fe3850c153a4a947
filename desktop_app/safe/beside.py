"""Files that SQLite would take for the database's own, though no program of ours wrote them."""

import os
from pathlib import Path

from desktop_app.safe.disk import is_regular

_MAGIC = bytes.fromhex("d9d505f920a163d7")


def strangers_beside(database: Path) -> bool:
    """Tell whether there are some: then nothing of them is read, and nothing is played back.

    Ours never has a write-ahead log, whose pages SQLite would show; its journal is a file of its
    own, and names no other.
    """
    ends = ("-journal", "-wal", "-shm")
    journal, *logs = (database.with_name(database.name + end) for end in ends)
    if any(os.path.lexists(log) for log in logs):
        return True
    return os.path.lexists(journal) and (not is_regular(journal) or _names_a_file(journal))


def _names_a_file(journal: Path) -> bool:
    """Tell whether it ends with the name of a journal of several databases.

    Some versions of SQLite delete the file of that name, wherever it is.
    """
    with journal.open("rb") as file:
        file.seek(max(journal.stat().st_size - len(_MAGIC), 0))
        return file.read() == _MAGIC
