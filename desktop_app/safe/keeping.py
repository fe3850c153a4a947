"""Which of the safe's own backups are made and kept: they follow the work, and the oldest go."""

import contextlib
import datetime as dt
import shutil
from collections.abc import Sequence
from pathlib import Path

from desktop_app.safe.backups import Backup, Subject
from desktop_app.safe.disk import refusal
from desktop_app.safe.folder import SafeFolder

LAST, DAYS, WEEKS = 3, 7, 4
SAVES, WAIT_S = 10, 600  # of work, at most, that hang on the safe alone
LARGE = 200 << 20  # from there on only what lies on the last WHOLE_OF_LARGE is kept
WHOLE_OF_LARGE = 2
_LEAST = 2


def is_due(subject: Subject, known: Sequence[Backup], on: dt.date, waited: float) -> bool:
    """Tell whether to copy now: not yet on this day, work was saved since, or other keys open it.

    A copy made before the keys changed opens by the former ones alone, which may be nowhere now.
    ``known``: the newest first; ``waited``: seconds since the last one, as many as one likes to
    wait no more.
    """
    if all(backup.manifest.made_on != on for backup in known):
        return True
    if known[0].manifest.keys_generation != subject.keys.generation:
        return True
    behind = int(subject.database.value("SELECT saves FROM safe")) - known[0].manifest.saves
    return behind >= SAVES or (behind > 0 and waited >= WAIT_S)


def prune(backups: Sequence[Backup], free: int) -> list[Backup]:
    """Remove the backups that are not to be kept; return those that were.

    Call it when the first of ``backups`` (the newest first) has just been proved: the good ones
    are never removed for a bad one.
    """
    keep = _with_what_they_lie_on(retained(backups, free))
    removed = [backup for backup in backups if backup.path not in keep]
    for backup in removed:
        with contextlib.suppress(OSError):
            _remove(backup.path)
    return removed


def _remove(path: Path) -> None:
    """Take its name first: what is stopped then is no backup any more, and is swept."""
    gone = path.with_name(path.name + ".part")
    path.rename(gone)
    shutil.rmtree(gone)


def erase_all_but(made: Backup, folder: SafeFolder) -> None:
    """Erase every backup here but this one, just proved; also what is left of others.

    Raises:
        ReadOnly, NotAllowed, MediaRemoved, StorageFailed.
    """
    try:
        for path in sorted(folder.backups.iterdir()):
            if path.is_dir() and not path.is_symlink() and path != made.path:
                _remove(path)
    except OSError as error:
        raise refusal(error) from error


def retained(backups: Sequence[Backup], free: int) -> list[Backup]:
    """Return what is kept: the last 3, the newest of each of 7 days and of each of 4 weeks.

    Days and weeks are those on which backups were made, so a clock that jumps removes nothing. Of a
    safe above 200 MB, only what lies on its last two whole copies. When all of them would take more
    than the room left, the oldest go first, down to 2.
    """
    if backups and _whole(backups[0]).size > LARGE:
        wholes = list(dict.fromkeys(_whole(backup).path for backup in backups))
        backups = [one for one in backups if _whole(one).path in wholes[:WHOLE_OF_LARGE]]
    keep = list(backups[:LAST])
    for count, period in ((DAYS, _day), (WEEKS, _week)):
        newest: dict[tuple[int, ...], Backup] = {}
        for backup in backups:
            newest.setdefault(period(backup), backup)
        keep += list(newest.values())[:count]
    kept = [backup for backup in backups if backup in keep]
    while len(kept) > _LEAST and sum(_with_what_they_lie_on(kept).values()) > free:
        kept.pop()
    return kept


def _whole(backup: Backup) -> Backup:
    return backup.pile[0]


def _with_what_they_lie_on(backups: Sequence[Backup]) -> dict[Path, int]:
    """Return the folders that these backups need, and their sizes."""
    return {one.path: one.size for backup in backups for one in backup.pile}


def _day(backup: Backup) -> tuple[int, ...]:
    return (backup.manifest.made_on.toordinal(),)


def _week(backup: Backup) -> tuple[int, ...]:
    return tuple(backup.manifest.made_on.isocalendar()[:2])
