"""The shim of `shim.c`: made by the system's compiler, loaded with the process, set from here."""

import ctypes
import errno
import os
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from enum import IntEnum, IntFlag
from pathlib import Path

SOURCE = Path(__file__).with_name("shim.c")
_LOADED = "PAPIER_LIBRE_FAULTS_SHIM"


class Unavailable(Exception):
    """What this system lacks; families that need it are skipped by this name."""


class Call(IntFlag):
    """Calls that are counted, by what they do."""

    WRITE = 1
    READ = 2
    OPEN = 4
    CREATE = 8
    FLUSH = 16
    NAME = 32
    CUT = 64
    RIGHTS = 128
    ALLOCATE = 256
    FLUSH_NAMES = 512


ROOM = Call.WRITE | Call.CREATE | Call.FLUSH
CHANGES = ROOM | Call.FLUSH_NAMES | Call.NAME | Call.CUT | Call.RIGHTS
EVERY = CHANGES | Call.OPEN | Call.READ
ALL = EVERY | Call.ALLOCATE


class Act(IntEnum):
    """What happens at the n-th call."""

    NONE = 0
    KILL = 1
    REFUSE = 2
    SHORT = 3
    TORN = 4


@dataclass(frozen=True, slots=True)
class Kind:
    """One way in which a disk, or the memory, gives up."""

    name: str
    calls: Call
    act: Act
    error: int = 0
    may_last: bool = True  # whether it can be "for ever", too


KILL = Kind("kill", CHANGES, Act.KILL, may_last=False)
KINDS = (
    KILL,
    Kind("torn", Call.WRITE, Act.TORN, may_last=False),
    Kind("ENOSPC", ROOM, Act.REFUSE, errno.ENOSPC),
    Kind("EDQUOT", ROOM, Act.REFUSE, errno.EDQUOT),
    Kind("EIO", EVERY, Act.REFUSE, errno.EIO),
    Kind("EROFS", CHANGES, Act.REFUSE, errno.EROFS),
    Kind("short", Call.WRITE, Act.SHORT),
)
# Not by the shim: so many pages, or names, are left on the disk itself.
ROOM_LEFT, NAMES_LEFT = (Kind(name, Call(0), Act.NONE) for name in ("room", "names"))
MEMORY = Kind("memory", Call.ALLOCATE, Act.REFUSE, errno.ENOMEM)


@dataclass(frozen=True, slots=True)
class Fault:
    """A kind, at the n-th of its calls, once or from then on."""

    kind: Kind
    at: int
    for_ever: bool = False

    def __str__(self) -> str:
        return f"{self.kind.name} at {self.at}{' for ever' if self.for_ever else ''}"


def load_or_become(arguments: list[str]) -> None:
    """Go on with the shim loaded, in this process or in the one that it becomes.

    Raises:
        Unavailable: no compiler, or a system that loads nothing so.
    """
    if os.environ.get(_LOADED):
        return
    made = _compiled()
    environment = {**os.environ, "LD_PRELOAD": str(made), _LOADED: str(made)}
    os.execve(sys.executable, [sys.executable, *arguments], environment)


def _compiled() -> Path:
    compiler = next(filter(None, map(shutil.which, ("cc", "gcc", "clang"))), None)
    if compiler is None:
        raise Unavailable("a C compiler")
    made = Path(tempfile.mkdtemp(prefix="papier-libre-faults-")) / "shim.so"
    flags = ["-shared", "-fPIC", "-O2", "-fvisibility=hidden"]
    done = subprocess.run(
        [compiler, *flags, "-o", str(made), str(SOURCE), "-ldl"], capture_output=True, check=False
    )
    if done.returncode:
        raise Unavailable("LD_PRELOAD")
    return made


def forget_made() -> None:
    """Remove what was compiled: it is loaded, and no command that is started needs it."""
    os.environ.pop("LD_PRELOAD", None)
    shutil.rmtree(Path(os.environ[_LOADED]).parent, ignore_errors=True)


class Shim:
    """The shim of this process."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(None)
        self._library.faults_seen.restype = ctypes.c_long
        self._library.faults_fired.restype = ctypes.c_long
        self._library.faults_of_call.restype = ctypes.c_long

    def watch(self, folder: Path) -> None:
        """From now on, the files that are opened below this folder are those that matter."""
        self._library.faults_watch(os.fsencode(folder))

    def arm(self, fault: Fault) -> None:
        """From now on, calls are counted, and one of them is the fault's."""
        kind = fault.kind
        self._library.faults_arm(
            int(kind.calls),
            ctypes.c_long(fault.at),
            int(kind.act),
            kind.error,
            int(fault.for_ever),
        )

    def count(self, calls: Call) -> None:
        """From now on, count these calls, and let them be."""
        self.arm(Fault(Kind("none", calls, Act.NONE), 0))

    def disarm(self) -> tuple[int, int]:
        """Stop; return how many calls were counted, and how many of them were faults."""
        self._library.faults_disarm()
        return self._library.faults_seen(), self._library.faults_fired()

    def by_call(self) -> list[int]:
        """Return how many there were of each call, in their order."""
        return [self._library.faults_of_call(int(call)) for call in Call]

    def of_library(self, name: str) -> None:
        """Let the allocations that are counted be those of one loaded library.

        Raises:
            Unavailable: the system does not say where it lies.
        """
        maps = Path("/proc/self/maps")
        lines = maps.read_text().splitlines() if maps.exists() else []
        for line in lines:
            if name in line and " r-xp " in line:
                begins, ends = (int(place, 16) for place in line.split()[0].split("-"))
                self._library.faults_code(ctypes.c_size_t(begins), ctypes.c_size_t(ends))
                return
        raise Unavailable("/proc/self/maps")
