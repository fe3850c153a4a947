"""A process that has imported everything, and forks one child for each document. Linux only.

To import takes a fifth of a second, and much more on an old computer; to fork, a hundredth. The
server itself is never given a document: it hears only that a child is wanted, with the descriptors
of that child's pipes. Each child closes its own sandbox, reads one document and dies.
``children.py`` is the other side, and what is done where this cannot be.
"""

import ctypes
import os
import selectors
import signal
import socket
import struct
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from typing import BinaryIO

IDLE_SECONDS = 60  # then its memory is given back
NUMBER = struct.Struct("<i")
PR_SET_PDEATHSIG = 1  # Linux' ``include/uapi/linux/prctl.h``
Hold = Callable[[BinaryIO, BinaryIO], object]


@dataclass(frozen=True, slots=True)
class _Given:
    """The descriptors of a child: its pipes, and ``life``, which ends when it must die.

    ``life`` tells who asked its number, then its exit status.
    """

    questions: int
    answers: int
    life: int


@dataclass(frozen=True, slots=True)
class _Child:
    pid: int
    life: int
    watch: int
    """Its ``pidfd``: readable once it is dead."""


class ForkServer:
    """Forks a child at each demand that comes by standard input, a socket.

    Args:
        hold: what a child does: given its questions and answers, it returns when it is done.
    """

    def __init__(self, hold: Hold) -> None:
        self._hold = hold
        self._children: set[_Child] = set()
        self._control = socket.socket(fileno=os.dup(0))
        os.dup2(1, 0)  # which is nowhere
        # No epoll: it would be one descriptor more in each child.
        self._watched = selectors.PollSelector()
        self._watched.register(self._control, selectors.EVENT_READ)

    def serve(self) -> None:
        """Serve until nobody may ask any more, or nobody did for long, and no child is left."""
        while self._watched.get_map():
            ready = self._watched.select(None if self._children else IDLE_SECONDS)
            if not ready:  # who asks from now on is refused; who asked just before is served
                self._control.shutdown(socket.SHUT_RD)
            for key, _ in ready:
                if self._watched.get_map().get(key.fd) is not key:
                    continue  # of a child buried a moment ago
                if key.data is None:
                    self._hear()
                elif key.fd == key.data.watch:
                    self._bury(key.data)
                else:
                    self._watched.unregister(key.fd)
                    _kill(key.data.pid)

    def _hear(self) -> None:
        """Fork the child that is asked for; after the last demand, hear no more."""
        try:
            asked, descriptors, _, _ = socket.recv_fds(self._control, 1, 3)
        except OSError:
            asked, descriptors = b"", []
        if not asked:
            self._watched.unregister(self._control)
            self._control.close()
            return
        given = _Given(*descriptors)
        server = os.getpid()
        pid = os.fork()
        if pid == 0:
            self._live(given, server)
        os.close(given.questions)
        os.close(given.answers)
        child = _Child(pid, given.life, os.pidfd_open(pid))
        self._children.add(child)
        _tell(child, pid)
        for one in (child.life, child.watch):
            self._watched.register(one, selectors.EVENT_READ, child)

    def _live(self, given: _Given, server: int) -> None:
        """Be a child, which keeps of the server only what was imported. Never returns."""
        try:
            os.setsid()
            _die_with(server)
            self._control.close()
            others = [one for child in self._children for one in (child.life, child.watch)]
            for one in (given.life, *others):
                os.close(one)
            os.dup2(given.questions, 0)
            os.close(given.questions)
            self._hold(os.fdopen(0, "rb", closefd=False), os.fdopen(given.answers, "wb"))
        finally:
            os._exit(1)  # whatever happened: nothing of the server's goes on here

    def _bury(self, child: _Child) -> None:
        """End what a dead child left, and tell how it died."""
        _kill(child.pid)
        _, status = os.waitpid(child.pid, 0)
        _tell(child, os.waitstatus_to_exitcode(status))
        self._children.remove(child)
        for one in (child.life, child.watch):
            with suppress(KeyError):
                self._watched.unregister(one)
            os.close(one)


def _tell(child: _Child, number: int) -> None:
    with suppress(OSError):  # who asked for it is gone
        os.write(child.life, NUMBER.pack(number))


def _kill(pid: int) -> None:
    """End a child and what it started; it is not waited for yet: the number is still its own."""
    for kill in (os.killpg, os.kill):
        with suppress(OSError):
            kill(pid, signal.SIGKILL)


def _die_with(server: int) -> None:
    """Have this child killed when its server dies: nobody else would know that it is there."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    if os.getppid() != server:
        os._exit(1)
