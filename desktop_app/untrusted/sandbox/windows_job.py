"""Windows: a job object around the child: memory, processor, one process, no survival.

The parent confines the child just after starting it: it has then read nothing foreign, it waits for
its document. The child asks Windows which of these limits hold it, and reports them as any layer
(``states``): Wine takes them all and holds but the last. What the child gives up by itself is in
``windows_token.py``. Neither refuses to read a file, nor a network: that is said too.
"""

import ctypes
import sys
from typing import Any

from desktop_app.untrusted import ceilings

EXTENDED_LIMIT_INFORMATION, UI_RESTRICTIONS = 9, 4
LIMIT_PROCESS_TIME = 0x2
LIMIT_ACTIVE_PROCESS = 0x8
LIMIT_PROCESS_MEMORY = 0x100
LIMIT_JOB_MEMORY = 0x200
DIE_ON_UNHANDLED_EXCEPTION = 0x400
KILL_ON_JOB_CLOSE = 0x2000
NO_DESKTOP = (
    0xFF  # handles of others, clipboard, settings, display, atoms, desktops, end of session
)
KILLED = 1
"""Exit status of a child that is ended."""
NO_TIME_LEFT = 1816
"""Exit status of a child whose processor time is used up (ERROR_NOT_ENOUGH_QUOTA)."""
IMPORT_SECONDS = 10
"""Of processor, on an old computer, before the child closes itself and its own time begins."""
# A virtual environment's python.exe is a launcher that starts the real one.
PROCESSES = 1 if sys.prefix == sys.base_prefix else 2
_TICKS = 10_000_000  # a second, as Windows counts

_LAYERS = {
    "memory": LIMIT_PROCESS_MEMORY | LIMIT_JOB_MEMORY,
    "processor": LIMIT_PROCESS_TIME,
    "processes": LIMIT_ACTIVE_PROCESS,
    "survival": KILL_ON_JOB_CLOSE,
}


class _BasicLimits(ctypes.Structure):
    _fields_ = (
        ("PerProcessUserTimeLimit", ctypes.c_int64),
        ("PerJobUserTimeLimit", ctypes.c_int64),
        ("LimitFlags", ctypes.c_uint32),
        ("MinimumWorkingSetSize", ctypes.c_size_t),
        ("MaximumWorkingSetSize", ctypes.c_size_t),
        ("ActiveProcessLimit", ctypes.c_uint32),
        ("Affinity", ctypes.c_size_t),
        ("PriorityClass", ctypes.c_uint32),
        ("SchedulingClass", ctypes.c_uint32),
    )


class ExtendedLimits(ctypes.Structure):
    """JOBOBJECT_EXTENDED_LIMIT_INFORMATION, of winnt.h."""

    _fields_ = (
        ("Basic", _BasicLimits),
        ("IoCounters", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


class Job:
    """One child's job, held by this process: the child dies with it, whoever ends first."""

    def __init__(self, process: int, seconds: int) -> None:
        """Put a running process into a job.

        Args:
            process: its handle.
            seconds: of processor that it may use, once everything is imported.
        """
        self._kernel = _kernel()
        self._handle: int | None = self._kernel.CreateJobObjectW(None, None)
        if self._handle is None:
            return
        limits = ExtendedLimits()
        for flags in _LAYERS.values():
            limits.Basic.LimitFlags |= flags
        limits.Basic.LimitFlags |= DIE_ON_UNHANDLED_EXCEPTION
        limits.Basic.ActiveProcessLimit = PROCESSES
        limits.Basic.PerProcessUserTimeLimit = (seconds + IMPORT_SECONDS) * _TICKS
        limits.ProcessMemoryLimit = limits.JobMemoryLimit = ceilings.MEMORY_BYTES
        alone = ctypes.c_uint32(NO_DESKTOP)
        for kind, told in ((EXTENDED_LIMIT_INFORMATION, limits), (UI_RESTRICTIONS, alone)):
            self._kernel.SetInformationJobObject(
                self._handle, kind, ctypes.byref(told), ctypes.sizeof(told)
            )
        self._kernel.AssignProcessToJobObject(self._handle, process)

    def kill(self) -> None:
        """End the child and whatever it may have started."""
        if self._handle is not None:
            self._kernel.TerminateJobObject(self._handle, KILLED)

    def close(self) -> None:
        """Kill, and give the job back to Windows; nothing is done twice."""
        self.kill()
        handle, self._handle = self._handle, None
        if handle is not None:
            self._kernel.CloseHandle(handle)


def confine(process: int, seconds: int) -> Job | None:
    """Return the job of a running child, to keep as long as the child; None off Windows."""
    return Job(process, seconds) if sys.platform == "win32" else None


def seconds_worked(process: int) -> float:
    """Return how long the process of this handle has had a processor; 0 where nobody tells."""
    times = [ctypes.c_uint64() for _ in range(4)]  # made, ended, of the system, its own
    kernel = _kernel()
    if not kernel.GetProcessTimes(process, *(ctypes.byref(one) for one in times)):
        return 0.0
    return (times[2].value + times[3].value) / _TICKS


def states() -> dict[str, str]:
    """Return what holds this process, asked from inside: "on", or why not."""
    limits = ExtendedLimits()
    asked = _kernel().QueryInformationJobObject(
        None, EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), ctypes.sizeof(limits), None
    )
    held = limits.Basic.LimitFlags if asked else 0
    absent = "absent: not held by this Windows" if asked else "absent: no job"
    return {name: "on" if flags & held == flags else absent for name, flags in _LAYERS.items()}


def _kernel() -> Any:
    if sys.platform != "win32":
        raise OSError
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    handle, number, place = ctypes.c_void_p, ctypes.c_uint32, ctypes.c_void_p
    kernel.CreateJobObjectW.restype = handle
    for name, arguments in {
        "CreateJobObjectW": (place, ctypes.c_wchar_p),
        "SetInformationJobObject": (handle, ctypes.c_int, place, number),
        "QueryInformationJobObject": (handle, ctypes.c_int, place, number, place),
        "AssignProcessToJobObject": (handle, handle),
        "TerminateJobObject": (handle, number),
        "GetProcessTimes": (handle, *[place] * 4),
        "CloseHandle": (handle,),
    }.items():
        getattr(kernel, name).argtypes = arguments
    return kernel
