"""Keeps a process's memory from everybody but the administrator: no core file, no debugger.

Called before anything else in each process that may hold a key, a phrase or a document. What may
be dumped is forgotten by each ``exec``: a fresh process calls it again. Standard library only, and
nothing of ours: a child that reads hostile files calls it too.
"""

import sys

PR_SET_DUMPABLE = 4  # Linux' ``include/uapi/linux/prctl.h``


def keep_memory_private() -> None:
    """Refuse core files, and being read by the other programs of the same user. Never raises.

    On Linux a process that is not dumpable leaves no core, not even to a program that collects
    them (systemd-coredump, apport), and only root may attach to it. Elsewhere the limit of core
    files is what there is; on Windows nothing yet.
    """
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass  # Windows, or a limit that may not be changed
    if not sys.platform.startswith("linux"):
        return
    try:
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
    except (ImportError, OSError, AttributeError):
        pass  # a Python built without it, another C library
