"""Choosing, for a whole computer, whether the program serves a home, an office or a terminal."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.core.errors import AppError
from desktop_app.core.machine import Mode, Proposed, Told, machine_text

if TYPE_CHECKING:
    from desktop_app.workflow.ports import Installation


class SetupByManager(AppError, exit_status=7):
    """Who asks has not the rights of this computer's manager."""


class SetupNearer(AppError):
    """Another file is read first. ``file``: its name."""


def proposed(
    installation: "Installation", mode: Mode, told: Mapping[str, Told] | None = None
) -> Proposed:
    """Return what ``set_up`` would write; nothing is written."""
    nearer = installation.nearer
    return Proposed(
        mode,
        machine_text(mode, told),
        str(installation.file),
        installation.mode,
        "" if nearer is None else str(nearer),
    )


def set_up(
    installation: "Installation", mode: Mode, told: Mapping[str, Told] | None = None
) -> Proposed:
    """Write it, read it back, and return what was done.

    Raises:
        SetupNearer, SetupByManager; NotWritten, DiskFull and the others of a file written.
    """
    wanted = proposed(installation, mode, told)
    if wanted.nearer:
        raise SetupNearer(file=wanted.nearer)
    try:
        installation.write(wanted.text)
    except AppError as refusal:
        if refusal.code == "read-only":
            raise SetupByManager from refusal
        raise
    return Proposed(mode, wanted.text, wanted.file, installation.mode, written=True)
