"""Keeps a process's memory to itself, and what the user's surroundings would load out of it.

Called before anything else in each process that may hold a key, a phrase or a document. What may
be dumped is forgotten by each ``exec``: a fresh process calls it again. Standard library only, and
nothing of ours: a child that reads hostile files calls it too.
"""

import os
import sys

TYPE_CHECKING = False  # that of ``typing`` is not needed by a command that only says its version
if TYPE_CHECKING:
    import ctypes
    from collections.abc import MutableMapping

PR_SET_DUMPABLE = 4  # Linux' ``include/uapi/linux/prctl.h``
_NO_CRASH_WINDOW = 0x0001 | 0x0002  # SEM_FAILCRITICALERRORS, SEM_NOGPFAULTERRORBOX
_NO_HEAP = 0x0001  # WER_FAULT_REPORTING_FLAG_NOHEAP

LOADERS = (
    "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML_IMPORT_PATH", "QML2_IMPORT_PATH",
    "QT_LOGGING_CONF", "QT_LOGGING_RULES", "QT_DEBUG_PLUGINS", "QT_LOGGING_TO_CONSOLE",
    "GTK_MODULES", "GTK3_MODULES", "GTK_PATH", "GTK_EXE_PREFIX", "GTK_IM_MODULE_FILE",
    "GDK_PIXBUF_MODULE_FILE", "GDK_PIXBUF_MODULEDIR", "GIO_EXTRA_MODULES", "GIO_MODULE_DIR",
    "LD_PRELOAD", "LD_AUDIT", "DYLD_INSERT_LIBRARIES", "GCONV_PATH", "LIBGL_DRIVERS_PATH",
    "OPENSSL_CONF", "OPENSSL_MODULES", "OPENSSL_ENGINES", "SSLKEYLOGFILE", "SQLITE_TMPDIR",
)  # fmt: skip
"""What makes a library load code, or write down what it does, at the word of the surroundings."""
_OF_PYTHON = (
    "PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "PYTHONUSERBASE", "PYTHONBREAKPOINT",
    "PYTHONINSPECT", "PYTHONPLATLIBDIR", "PYTHONPYCACHEPREFIX", "PYTHONWARNINGS",
)  # fmt: skip


def keep_memory_private() -> None:
    """Refuse core files, and being read by the other programs of the same user. Never raises.

    On Linux a process that is not dumpable leaves no core, not even to a program that collects
    them (systemd-coredump, apport), and only root may attach to it. On Windows no report of a crash
    is made, and none would hold the heap: not tried. Elsewhere the limit of core files is what
    there is.
    """
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, ValueError, OSError):
        pass  # Windows, or a limit that may not be changed
    try:
        if sys.platform.startswith("linux"):
            _libc().prctl(PR_SET_DUMPABLE, 0, 0, 0, 0)
        elif sys.platform == "win32":
            from ctypes import windll

            windll.kernel32.SetErrorMode(_NO_CRASH_WINDOW)
            windll.kernel32.WerSetFlags(_NO_HEAP)
    except (ImportError, OSError, AttributeError):
        pass  # a Python built without it, another C library


def keep_in_memory(held: bytearray) -> bool:
    """Have the system never write this buffer to its swap; False where it does not allow it.

    The buffer must keep its size. What Python copied of it elsewhere is not held: the process ends
    at the lock.
    """
    if not held or not sys.platform.startswith("linux"):
        return False
    try:
        import ctypes

        place = ctypes.addressof((ctypes.c_char * len(held)).from_buffer(held))
        return bool(_libc().mlock(ctypes.c_void_p(place), ctypes.c_size_t(len(held))) == 0)
    except (ImportError, OSError, AttributeError):
        return False


def drop_loaders(environment: "MutableMapping[str, str]") -> None:
    """Take out what would have Qt, GTK, OpenSSL or a child of ours load code chosen elsewhere.

    Before Qt is imported. What the loader of the system took (``LD_PRELOAD``) is in this process
    already; those that it starts, and the one that it becomes at the lock, no longer get it. Left:
    ``LD_LIBRARY_PATH``, without which the Python of some computers does not start; what Python
    reads, where it was not told to ignore it: it is how tests find the program.
    """
    for name in (*LOADERS, *(_OF_PYTHON if sys.flags.ignore_environment else ())):
        environment.pop(name, None)


def begin_isolated(module: str) -> None:
    """Begin again apart from the user's Python, unless that is so: as the checkout's command does.

    A command that an installer wrote runs Python bare: modules of the folder one is in, of
    ``PYTHONPATH`` or of the user's own site would be loaded. Where the program itself is in the
    user's site, that site is all it has.
    """
    if sys.flags.ignore_environment and sys.flags.safe_path:
        return
    import site

    from desktop_app import interpreter

    ours = os.path.dirname(os.path.abspath(__file__))
    theirs = site.ENABLE_USER_SITE and ours.startswith(os.path.abspath(site.getusersitepackages()))
    flags = ("-E", "-P") if theirs else ("-I",)
    command = [*interpreter.command(), *flags, "-m", module, *sys.argv[1:]]
    if sys.platform == "win32":  # which has no exec: the one that waits holds nothing
        import subprocess

        raise SystemExit(subprocess.call(command))  # noqa: S603 (ourselves)
    os.execv(command[0], command)  # noqa: S606 (ourselves)


def _libc() -> "ctypes.CDLL":
    import ctypes

    return ctypes.CDLL(None)
