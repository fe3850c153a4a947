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
_ENDED_AND_WAITED_FOR = "D:P(A;;0x1FFFFF;;;SY)(A;;0x101401;;;WD)"
"""Who may do what to this process on Windows, as its lists are written: the system all; everybody
end it, wait for it and ask how it is. To read its memory, or to write there, is nobody's."""
_OF_KERNEL, _DACL = 6, 4  # SE_KERNEL_OBJECT, DACL_SECURITY_INFORMATION

LOADERS = (
    "QT_PLUGIN_PATH", "QT_QPA_PLATFORM_PLUGIN_PATH", "QML_IMPORT_PATH", "QML2_IMPORT_PATH",
    "QT_LOGGING_CONF", "QT_LOGGING_RULES", "QT_DEBUG_PLUGINS", "QT_LOGGING_TO_CONSOLE",
    "GTK_MODULES", "GTK3_MODULES", "GTK_PATH", "GTK_EXE_PREFIX", "GTK_IM_MODULE_FILE",
    "GDK_PIXBUF_MODULE_FILE", "GDK_PIXBUF_MODULEDIR", "GIO_EXTRA_MODULES", "GIO_MODULE_DIR",
    "LD_PRELOAD", "LD_AUDIT", "DYLD_INSERT_LIBRARIES", "GCONV_PATH", "LIBGL_DRIVERS_PATH",
    "QT_OPENGL", "QT_OPENGL_DLL", "QT_QPA_GENERIC_PLUGINS",
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
    is made, none would hold the heap, and no program of the same person may open this one to read
    it; an administrator may. Elsewhere the limit of core files is what there is.
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
            _keep_private_on_windows()
    except (ImportError, OSError, AttributeError):
        pass  # a Python built without it, another C library


def keep_in_memory(held: bytearray) -> bool:
    """Have the system never write this buffer to its swap; False where it does not allow it.

    The buffer must keep its size. What Python copied of it elsewhere is not held: the process ends
    at the lock.
    """
    if not held or not sys.platform.startswith(("linux", "win32")):
        return False
    try:
        import ctypes

        place = ctypes.c_void_p(ctypes.addressof((ctypes.c_char * len(held)).from_buffer(held)))
        size = ctypes.c_size_t(len(held))
        if sys.platform == "win32":
            return bool(ctypes.windll.kernel32.VirtualLock(place, size))
        return bool(_libc().mlock(place, size) == 0)
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
    if sys.platform == "win32":
        import ctypes

        try:
            # No library of the folder one is in: where a paper was opened, perhaps.
            ctypes.windll.kernel32.SetDllDirectoryW("")
        except (OSError, AttributeError):
            return


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


def _keep_private_on_windows() -> None:
    """Have no report made of a crash, and let no other program read this one.

    Raises:
        OSError, AttributeError: this Windows has not got the means.
    """
    if sys.platform != "win32":
        return
    import ctypes

    kernel, rights = ctypes.WinDLL("kernel32"), ctypes.WinDLL("advapi32")
    kernel.SetErrorMode(_NO_CRASH_WINDOW)
    kernel.WerSetFlags(_NO_HEAP)
    told, rules = ctypes.c_void_p(), ctypes.c_void_p()
    given, defaulted = ctypes.c_int(), ctypes.c_int()
    if not rights.ConvertStringSecurityDescriptorToSecurityDescriptorW(
        _ENDED_AND_WAITED_FOR, 1, ctypes.byref(told), None
    ):
        return
    rights.GetSecurityDescriptorDacl(
        told, ctypes.byref(given), ctypes.byref(rules), ctypes.byref(defaulted)
    )
    kernel.GetCurrentProcess.restype = ctypes.c_void_p
    me = ctypes.c_void_p(kernel.GetCurrentProcess())
    rights.SetSecurityInfo(me, _OF_KERNEL, _DACL, None, None, rules, None)
    kernel.LocalFree(told)


def _libc() -> "ctypes.CDLL":
    import ctypes

    return ctypes.CDLL(None)
