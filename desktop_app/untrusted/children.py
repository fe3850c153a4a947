"""Starts the children of ``worker.py``: forked by a server on Linux, else each by itself."""

import atexit
import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
from functools import cache
from io import FileIO
from pathlib import Path
from typing import IO, Protocol

from desktop_app import interpreter
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.fork_server import NUMBER
from desktop_app.untrusted.recognisers import ASKED
from desktop_app.untrusted.sandbox import windows_job

KEPT_ENVIRONMENT = ("PATH", "LANG", "LD_LIBRARY_PATH", "SYSTEMROOT", ASKED)
SERVE = "serve"
ALONE = 0x8 if sys.platform == "win32" else 0
"""DETACHED_PROCESS, of winbase.h: without a console, of which the window would show the frame."""


class Child(Protocol):
    """A process and its pipes, unbuffered; ``returncode`` as ``subprocess`` has it."""

    stdin: IO[bytes] | None
    stdout: IO[bytes] | None
    returncode: int | None

    def kill(self) -> None:
        """Ask for its death."""

    def poll(self) -> int | None:
        """Return its exit status once it is dead."""

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its exit status; raise ``TimeoutExpired``."""

    def end(self) -> None:
        """Kill it and whatever it may have started, and wait for it."""

    def is_at_work(self) -> bool:
        """Tell whether it works, or would if other programs let it; False where nobody can tell."""


@cache
def can_fork() -> bool:
    """Whether this system has what the server of forks needs."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        os.close(os.pidfd_open(os.getpid()))
    except OSError:  # Linux before 5.3, or a container that refuses it
        return False
    return True


class Spawned(subprocess.Popen[bytes]):
    """A child started by itself, which imports everything first."""

    def __init__(self, script: Path, role: str) -> None:
        super().__init__(
            _command(script, role),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,
            creationflags=ALONE,
            env=_environment(),
        )
        self._worked = 0.0
        handle = int(getattr(self, "_handle", 0))
        self._job = windows_job.confine(handle, ceilings.cpu_seconds(role))

    def kill(self) -> None:
        """Ask for its death, and on Windows for that of all that it started."""
        if self._job is not None:
            self._job.kill()
        super().kill()

    def end(self) -> None:
        """Kill it and whatever it may have started, and wait for it."""
        # The group first: until it is waited for, its number cannot be anyone else's.
        with contextlib.suppress(OSError, AttributeError):
            os.killpg(self.pid, signal.SIGKILL)
        with contextlib.suppress(OSError):
            self.kill()
        self.wait()
        if self._job is not None:
            self._job.close()

    def is_at_work(self) -> bool:
        """Tell whether it works, or would if other programs let it; False where nobody can tell.

        On Windows: whether it had a processor since one last asked.
        """
        if sys.platform != "win32":
            return _is_at_work(self.pid)
        before, self._worked = self._worked, windows_job.seconds_worked(int(self._handle))
        return self._worked > before


class Forked:
    """A child that its server forks, kills and waits for: this end asks, and is told."""

    def __init__(self, server: "_Server") -> None:
        self._server = server
        self._told = b""
        self._life, life = socket.socketpair()
        questions, to = os.pipe()
        back, answers = os.pipe()
        self.stdin: IO[bytes] | None = FileIO(to, "wb")
        self.stdout: IO[bytes] | None = FileIO(back, "rb")
        self.returncode: int | None = None
        try:
            server.fork(self, [questions, answers, life.fileno()])
        except OSError:
            for stream in (self.stdin, self.stdout, self._life):
                stream.close()
            raise
        finally:
            life.close()
            os.close(questions)
            os.close(answers)

    @property
    def pid(self) -> int:
        """Its number; 0 for one that was ended before it began."""
        self._hear(NUMBER.size, None)
        return NUMBER.unpack(self._told[: NUMBER.size])[0] if self._told else 0

    def kill(self) -> None:
        """Ask for its death."""
        with contextlib.suppress(OSError):
            self._life.shutdown(socket.SHUT_WR)

    def poll(self) -> int | None:
        """Return its exit status once it is dead."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.wait(0)
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Wait for its exit status; raise ``TimeoutExpired``."""
        if self.returncode is None:
            told = self._hear(2 * NUMBER.size, timeout)
            # Else its server died, and took it along.
            self._ended(NUMBER.unpack(self._told[NUMBER.size :])[0] if told else -signal.SIGKILL)
        assert self.returncode is not None
        return self.returncode

    def end(self) -> None:
        """Kill it and whatever it may have started, and wait for it."""
        self.kill()
        try:
            self._hear(NUMBER.size, 0)
        except subprocess.TimeoutExpired:  # not there yet: once there, it finds that it must die
            self._ended(-signal.SIGKILL, unborn=True)
        self.wait()

    def is_at_work(self) -> bool:
        """Tell whether it works, or would if other programs let it: its server, until it is there.

        False where nobody can tell.
        """
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._hear(NUMBER.size, 0)
        born = len(self._told) >= NUMBER.size
        return _is_at_work(self.pid if born else self._server.pid)

    def _ended(self, status: int, *, unborn: bool = False) -> None:
        self.returncode = status
        self._life.close()
        self._server.forget(self, unborn=unborn)

    def _hear(self, size: int, timeout: float | None) -> bool:
        """Wait until so much was told; False when nothing more will be."""
        if self.returncode is None:
            self._life.settimeout(timeout)
            try:
                while len(self._told) < size:
                    told = self._life.recv(size - len(self._told))
                    if not told:
                        return False
                    self._told += told
            except (TimeoutError, BlockingIOError) as late:
                raise subprocess.TimeoutExpired("child", timeout or 0) from late
            except OSError:
                return False
        return len(self._told) >= size


class _Server:
    """The process that forks the children of one role."""

    def __init__(self, script: Path, role: str) -> None:
        self._children: set[Forked] = set()
        self._left = False
        self._control, theirs = socket.socketpair()
        with theirs:
            self._process = subprocess.Popen(  # noqa: S603 (our own interpreter, our own script)
                [*_command(script, role), SERVE],
                stdin=theirs.fileno(),
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                start_new_session=True,
                env=_environment(),
            )

    @property
    def pid(self) -> int:
        """Its number."""
        return self._process.pid

    def fork(self, child: Forked, descriptors: list[int]) -> None:
        """Have a child forked; raise ``OSError`` when the server hears no more."""
        socket.send_fds(self._control, [b"f"], descriptors)
        self._children.add(child)

    def forget(self, child: Forked, *, unborn: bool) -> None:
        """Count one child less; a server that serves nobody ends, unless it may serve again."""
        with _LOCK:
            self._children.discard(child)
            if not self._children and (unborn or self._left):  # unborn: perhaps it never begins
                self.end()

    def leave(self) -> None:
        """Ask for no child any more; those that live are let live."""
        self._left = True
        if not self._children:
            self.end()

    def end(self) -> None:
        """End it, and its children with it."""
        self._control.close()
        self._process.kill()
        self._process.wait()


def _is_at_work(pid: int) -> bool:
    """Tell whether a process runs, waits for a processor or for a disk (proc(5), stat)."""
    try:
        stat = Path(f"/proc/{pid}/stat").read_text("ascii", "replace")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] in _AT_WORK


_AT_WORK = "RDt"  # t: somebody traces it
_SERVERS: dict[tuple[Path, str], _Server] = {}
_LOCK = threading.Lock()


def start(script: Path, role: str, *, forked: bool) -> Child:
    """Start one child; nothing waits for it here.

    Args:
        script: ``child.py``, run as a plain script.
        forked: by a server, which is started when there is none.
    """
    if not forked:
        return Spawned(script, role)
    with _LOCK:
        if server := _SERVERS.pop((script, role), None):
            try:
                child = Forked(server)
            except OSError:  # it had nothing to do for long, or died
                server.leave()
            else:
                _SERVERS[script, role] = server
                return child
        server = _SERVERS[script, role] = _Server(script, role)
        return Forked(server)


def prepare(script: Path, role: str) -> None:
    """Have a server import everything before a child is asked for; it ends once nobody asks."""
    with _LOCK:
        if can_fork() and (script, role) not in _SERVERS:
            _SERVERS[script, role] = _Server(script, role)


@atexit.register
def end_servers() -> None:
    """End every server, and its children with it; the next child starts one anew."""
    with _LOCK:
        while _SERVERS:
            _SERVERS.popitem()[1].end()


def _command(script: Path, role: str) -> list[str]:
    return [*interpreter.command(), "-I", "-B", str(script), role]


def _environment() -> dict[str, str]:
    return {name: os.environ[name] for name in KEPT_ENVIRONMENT if name in os.environ}
