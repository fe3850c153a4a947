"""Memory, time, files and descriptors: the limits every POSIX system knows."""

import os

from desktop_app.untrusted import ceilings

try:
    import resource
except ImportError:  # Windows, whose job object holds them instead (``windows_job.py``)
    resource = None  # type: ignore[assignment]

HIGHEST_DESCRIPTOR = 64


def apply(seconds: int) -> dict[str, str]:
    """Limit memory, processor time, written files, core files and new processes."""
    if resource is None:
        names = ("memory", "processor", "files", "core", "processes")
        return dict.fromkeys(names, "absent: no resource limits on this system")
    return {
        "memory": _limit("RLIMIT_AS", ceilings.MEMORY_BYTES),
        "processor": _limit("RLIMIT_CPU", seconds, seconds + 1),
        "files": _limit("RLIMIT_FSIZE", 0),
        "core": _limit("RLIMIT_CORE", 0),
        "processes": _limit("RLIMIT_NPROC", 0),  # root is not held by it
    }


def refuse_new_descriptors() -> str:
    """Make every later open, socket or pipe fail.

    Landlock lets a process connect to a unix socket by its path (the session bus, the keyring):
    without a free descriptor there is no socket to connect.
    """
    if resource is None:
        return "absent: no resource limits on this system"
    try:
        top = max(number for number in range(HIGHEST_DESCRIPTOR) if _is_open(number)) + 1
        resource.setrlimit(resource.RLIMIT_NOFILE, (top, top))
        for _ in range(top):
            os.dup(0)  # fills the gaps below the limit
    except OSError as full:
        return "on" if full.errno == 24 else f"absent: error {full.errno}"  # EMFILE
    except ValueError:
        return "absent: refused by the system"
    return "on"


def _limit(name: str, value: int, hard: int | None = None) -> str:
    # For the processor the hard limit comes later: its signal would not say what happened.
    try:
        resource.setrlimit(getattr(resource, name), (value, value if hard is None else hard))
    except (AttributeError, ValueError, OSError) as refusal:
        return f"absent: {type(refusal).__name__}"
    return "on"


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True
