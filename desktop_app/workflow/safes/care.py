"""Making, opening and keeping a safe: one function per gesture of the person."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.deadlines.law import Law
from desktop_app.core.errors import AppError, Notice
from desktop_app.core.safe_reports import Exported, Repaired, Restored
from desktop_app.workflow.safes.todays_date import in_doubt
from desktop_app.workflow.store import Progress, Safe

if TYPE_CHECKING:
    from desktop_app.safe.door import Door, Proof
    from desktop_app.safe.known import KnownSafes
    from desktop_app.safe.system_keyring import HeldKeys

ASKED_BACK = 3


@dataclass(frozen=True, slots=True)
class NewSafe:
    """A safe just made, open."""

    safe: Safe
    path: Path


def words_drawn(mode: str) -> int:
    """Return how many words a drawn phrase has: more in an association, where many may try."""
    return 8 if mode == "association" else 6


def make_safe(
    door: "Door",
    known: "KnownSafes",
    phrase: str,
    *,
    on: dt.date,
    folder: Path | None = None,
    trace: bool = True,
) -> NewSafe:
    """Make a safe under a random name, in the folder chosen or in this computer's, and open it.

    Without ``trace`` it is on a stick, and nothing on this computer tells of it, not even that it
    was there. Recovery words come later, by ``Access.keep_words``.

    Raises:
        MediaRemoved: the stick is gone; what its folder may have received since is erased.
        What ``Door.create`` and ``Door.open`` say.
    """
    path = known.new(folder)
    if not trace:
        known.expect_stick(path)
    door.create(path, phrase, on=on, recovery=False)
    safe = door.open(path, phrase, on=on, trace=trace)
    try:
        if not trace:
            known.expect_stick(path)
    except AppError:
        safe.erase()
        raise
    if trace:
        known.remember(path)
    return NewSafe(safe, path)


def make_held(door: "Door", known: "KnownSafes", new: "HeldKeys", *, on: dt.date) -> NewSafe:
    """Make a safe in this computer's folder that its keyring alone opens (``Door.hold_new``)."""
    path = known.new()
    door.create_held(path, new, on=on)
    return NewSafe(door.open_without_phrase(path, on=on, held=new.held), path)


def erase(safe: Safe, known: "KnownSafes", path: Path) -> None:
    """Erase the open safe for good, and what this computer remembers of it.

    Its secret in the keyring, which may be slow to answer, is forgotten by the caller.
    """
    safe.erase()
    known.forget(path)


def day_backup(safe: Safe, law: Law, *, on: dt.date, progress: Progress) -> tuple[Notice, ...]:
    """Make the safe's own backup of the day when it is due; return what must be said about it.

    What has lain in the bin for thirty days is erased after it, unless today's date is in doubt.
    Apart from opening: with 10,000 documents the backup's check takes seconds, and nobody waits for
    it.
    """
    notices: list[Notice] = []
    safe.back_up_if_due(on=on, progress=progress, tell=notices.append)
    if not safe.read_only and in_doubt(law, on, safe) is None:
        safe.bin.empty(on=on)
    return tuple(notices)


def backup_name(on: dt.date) -> str:
    """Return the name of a backup that leaves: nothing of a person is in it."""
    return f"papier-libre-sauvegarde-{on.isoformat()}.zip"


def damaged_safe(problem: BaseException) -> Path | None:
    """Return the folder of the safe whose pages a refusal says to be damaged; None for others."""
    if not isinstance(problem, AppError) or problem.code != "safe-damaged":
        return None
    folder: Path | None = getattr(problem, "folder", None)
    return folder


def repair(door: "Door", folder: Path, proof: "Proof", progress: Progress) -> Repaired:
    """Make the damaged pages of a closed safe again; ``proof``: what opens it."""
    return door.repair(folder, proof, progress=progress)


def take_out(door: "Door", folder: Path, proof: "Proof", out: Path, progress: Progress) -> Exported:
    """Write all that can be read of a closed safe in clear, in a new folder."""
    return door.export(folder, out, proof, progress=progress)


def back_up(safe: Safe, out: Path, *, on: dt.date, progress: Progress) -> int:
    """Write a backup, proved before this returns; return how many documents it holds."""
    safe.backup(out, on=on, replace=True, progress=progress)
    return safe.count_documents()


def restore_beside(
    door: "Door", known: "KnownSafes", backup: Path, proof: "Proof"
) -> tuple[Path, Restored]:
    """Make a new safe of a backup, beside the others; nothing is replaced."""
    path = known.new()
    found = door.restore(backup, path, proof)
    return path, found


def positions_to_ask(words: Sequence[str], chance: int) -> tuple[int, ...]:
    """Return three different positions (from 0) of a sheet, in order.

    ``chance`` is a random number, as large as one likes.
    """
    left, found = list(range(len(words))), []
    for _ in range(ASKED_BACK):
        chance, place = divmod(chance, len(left))
        found.append(left.pop(place))
    return tuple(sorted(found))
