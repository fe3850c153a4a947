"""Opening a safe: by its phrase, its words, this computer's keyring or a USB stick."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.core.deadlines.law import Law
from desktop_app.core.errors import AppError, Notice
from desktop_app.workflow.safes.todays_date import DateInDoubt, in_doubt
from desktop_app.workflow.store import Safe

if TYPE_CHECKING:
    from desktop_app.safe.door import Door, Given
    from desktop_app.safe.known import KnownSafes
    from desktop_app.safe.system_keyring import Held

__all__ = [
    "Accepted", "Given", "NamedBackup", "NoSafeOpens", "OpenedSafe", "backup_named_by",
    "change_key", "open_asked", "open_known", "open_safe", "open_without_phrase",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class OpenedSafe:
    """A safe just opened, and what must be said about it (a repair, an older copy).

    ``doubt``: why today's date must be asked before anything is counted from it. ``offers``: what
    would open it too is offered first.
    """

    safe: Safe
    path: Path
    notices: tuple[Notice, ...]
    doubt: DateInDoubt | None = None
    offers: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """What a person goes on with although she was warned of it."""

    from_elsewhere: bool = False
    older: bool = False


_NOTHING = Accepted()


def open_safe(
    door: "Door",
    known: "KnownSafes",
    law: Law,
    path: Path,
    given: "Given",
    *,
    on: dt.date,
    accepted: Accepted = _NOTHING,
) -> OpenedSafe:
    """Open a safe with its phrase, its words or its stick; ``day_backup`` comes after.

    Where somebody else writes it, it is opened at once to be read beside her (``Safe.beside``).
    """
    notices: list[Notice] = []
    safe = door.open(
        path,
        given,
        on=on,
        or_read=True,
        from_elsewhere=accepted.from_elsewhere,
        accept_older=accepted.older,
        tell=notices.append,
    )
    known.remember(path)
    return OpenedSafe(safe, path, tuple(notices), in_doubt(law, on, safe))


class NoSafeOpens(AppError, exit_status=4):
    """The phrase opens none of the safes known here; how many, and in what state, is not said."""


_WRONG = {"wrong-passphrase", "words-unknown", "words-other-safe", "stick-key-other-safe"}
_OF_WHAT_WAS_GIVEN = {"words-unknown", "not-enough-memory", "stick-key-other-safe"}
"""Refusals that say nothing of a safe."""


def open_asked(
    door: "Door",
    known: "KnownSafes",
    law: Law,
    folder: Path | None,
    typed: str | None,
    *,
    on: dt.date,
    accepted: Accepted = _NOTHING,
    going_on: Callable[[], object],
) -> OpenedSafe:
    """Open the safe in ``folder``, or one known here.

    With what was typed; without it (None), with the files on the sticks that are plugged in now.

    Raises:
        StickKeyMissing, StickKeyDamaged, StickKeyOtherSafe; as ``open_safe`` and ``open_known``.
    """
    refused: AppError = NoSafeOpens()
    for given in known.stick_keys() if typed is None else (typed,):
        try:
            if folder is not None:
                return open_safe(door, known, law, folder, given, on=on, accepted=accepted)
            return open_known(door, known, law, given, on=on, accepted=accepted, going_on=going_on)
        except AppError as problem:
            if problem.code != "stick-key-other-safe":
                raise
            refused = problem
    raise refused


def open_known(
    door: "Door",
    known: "KnownSafes",
    law: Law,
    given: "Given",
    *,
    on: dt.date,
    accepted: Accepted = _NOTHING,
    going_on: Callable[[], object],
) -> OpenedSafe:
    """Try a phrase, or a file on a stick, on the safes known here: the one used last first.

    ``going_on`` is called before each, and raises when nobody waits any more. A safe that is
    damaged, older or open elsewhere is told only to who gave what opens it, or where its keys are
    lost one of its backups; to others it is not there.

    Raises:
        NoSafeOpens, WordsUnknown, NotEnoughMemory, StickKeyOtherSafe; what ``open`` says of the
        safe of this phrase.
    """
    refused: AppError = NoSafeOpens()
    for safe in known.all():
        going_on()
        try:
            return open_safe(door, known, law, safe.path, given, on=on, accepted=accepted)
        except AppError as refusal:
            named = backup_named_by(refusal)  # it is named once the phrase has opened it
            if refusal.code not in _WRONG and (named or _knows(door, safe.path, given)):
                raise
            if refusal.code in _OF_WHAT_WAS_GIVEN:
                refused = refusal
        except OSError:
            continue
    going_on()
    raise refused


def _knows(door: "Door", path: Path, given: "Given") -> bool:
    try:
        return door.ways.knows(path, given)
    except (AppError, OSError):
        return False


def open_without_phrase(
    door: "Door", known: "KnownSafes", law: Law, path: Path, held: "Held", *, on: dt.date
) -> OpenedSafe:
    """Open a safe with what this computer's keyring answered (``Ways.ask_keyring``)."""
    notices: list[Notice] = []
    safe = door.open_without_phrase(path, on=on, held=held, or_read=True, tell=notices.append)
    known.remember(path)
    offers = not safe.read_only and safe.access.only_here and not safe.access.second_key_offered()
    return OpenedSafe(safe, path, tuple(notices), in_doubt(law, on, safe), offers)


def change_key(
    door: "Door",
    known: "KnownSafes",
    law: Law,
    safe: Safe,
    *,
    path: Path,
    phrase: str,
    on: dt.date,
) -> OpenedSafe:
    """Put the open safe under a new key that this phrase alone opens, and open it anew.

    Raises:
        What ``rotation.rotate`` says: nothing has changed, and the safe is still open.
    """
    safe.rotate(phrase, on=on, recovery=False)
    return open_safe(door, known, law, path, phrase, on=on)


@dataclass(frozen=True, slots=True)
class NamedBackup:
    """The newest good backup that a refusal names."""

    path: Path
    day: dt.date


def backup_named_by(problem: BaseException) -> NamedBackup | None:
    """Return the backup that a refusal about damage names; None when it names none."""
    folder: Path | None = getattr(problem, "folder", None)
    if not isinstance(problem, AppError) or folder is None:
        return None
    name, day = (str(problem.parameters.get(one, "")) for one in ("backup", "day"))
    return NamedBackup(folder / name, dt.date.fromisoformat(day)) if name and day else None
