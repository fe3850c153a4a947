"""Windows: a job object around the child. Written from the documentation, NOT TRIED yet.

The parent calls ``confine`` just after starting the child, which has then read nothing foreign: it
waits for its document. A job refuses memory, more processes and survival, but no network and no
file: the layers are reported so.
"""

import ctypes
import sys
from typing import Any

from desktop_app.untrusted import ceilings

EXTENDED_LIMIT_INFORMATION = 9
LIMIT_ACTIVE_PROCESS = 0x8
LIMIT_PROCESS_MEMORY = 0x100
LIMIT_JOB_MEMORY = 0x200
DIE_ON_UNHANDLED_EXCEPTION = 0x400
KILL_ON_JOB_CLOSE = 0x2000
# A virtual environment's python.exe is a launcher that starts the real one.
PROCESSES = 2


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


class _ExtendedLimits(ctypes.Structure):
    _fields_ = (
        ("Basic", _BasicLimits),
        ("IoCounters", ctypes.c_uint64 * 6),
        ("ProcessMemoryLimit", ctypes.c_size_t),
        ("JobMemoryLimit", ctypes.c_size_t),
        ("PeakProcessMemoryUsed", ctypes.c_size_t),
        ("PeakJobMemoryUsed", ctypes.c_size_t),
    )


def confine(process_handle: int) -> Any:
    """Put a running process into a job; returns the job, to keep as long as the child, or None."""
    if sys.platform != "win32":
        return None
    kernel = ctypes.WinDLL("kernel32", use_last_error=True)
    kernel.CreateJobObjectW.restype = ctypes.c_void_p
    job = ctypes.c_void_p(kernel.CreateJobObjectW(None, None))
    limits = _ExtendedLimits()
    limits.Basic.LimitFlags = (
        LIMIT_ACTIVE_PROCESS
        | LIMIT_PROCESS_MEMORY
        | LIMIT_JOB_MEMORY
        | DIE_ON_UNHANDLED_EXCEPTION
        | KILL_ON_JOB_CLOSE
    )
    limits.Basic.ActiveProcessLimit = PROCESSES
    limits.ProcessMemoryLimit = limits.JobMemoryLimit = ceilings.MEMORY_BYTES
    size = ctypes.sizeof(limits)
    kernel.SetInformationJobObject(job, EXTENDED_LIMIT_INFORMATION, ctypes.byref(limits), size)
    kernel.AssignProcessToJobObject(job, ctypes.c_void_p(process_handle))
    return job
