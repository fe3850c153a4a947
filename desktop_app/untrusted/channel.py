"""The parent's side of the pipes: never waits past a deadline, never trusts a length.

A child may hang, die, flood, lie about sizes, or leave a grandchild that keeps the pipe open: on
POSIX the pipes are non-blocking and each wait is bounded, so none of these can hold the parent.
"""

import contextlib
import os
import selectors
import struct
import threading
import time
from collections.abc import Callable, Sequence
from io import RawIOBase
from types import TracebackType
from typing import cast

from desktop_app.untrusted import windows_pipe
from desktop_app.untrusted.children import Child

LENGTH = struct.Struct("<I")
CHUNK = 1 << 20
F_SETPIPE_SZ = 1031  # Linux


class Late(Exception):
    """The deadline passed."""


class Gone(Exception):
    """The child closed its end."""


class Lied(Exception):
    """A frame longer than what its kind may be."""


class Channel:
    """Frames to and from one child.

    ``deadline`` is a reading of ``time.monotonic()``; ``patience``: how many seconds after it a
    child that is at work is waited for.
    """

    def __init__(self, process: Child, deadline: float, patience: float = 0) -> None:
        self.deadline = deadline
        self.patience = patience
        self._process = process
        self._waits = os.name == "posix"
        self._to = cast(RawIOBase, process.stdin)
        self._from = cast(RawIOBase, process.stdout)
        if self._waits:
            for stream in (self._to, self._from):
                os.set_blocking(stream.fileno(), False)
            _enlarge(self._from.fileno())
            _enlarge(self._to.fileno())

    def send(self, parts: Sequence[bytes]) -> None:
        """Write each part as one frame."""
        with self._watchdog():
            for part in parts:
                self._write(LENGTH.pack(len(part)))
                self._write(part)

    def receive(self, ceiling: int) -> bytearray:
        """Read one frame of at most ``ceiling`` bytes; memory grows only with what arrives."""
        with self._watchdog():
            (length,) = LENGTH.unpack(self._read(LENGTH.size))
            if length > ceiling:
                raise Lied
            return self._read(length)

    def has_begun(self, seconds: float) -> bool:
        """Wait so long at most for something to read; True where pipes cannot be waited for, and
        once the deadline has passed: reading then says so."""
        left = self.deadline - time.monotonic()
        if left <= 0:
            return True
        if not self._waits:
            return windows_pipe.has_begun(self._from.fileno(), min(seconds, left))
        with selectors.DefaultSelector() as selector:
            selector.register(self._from, selectors.EVENT_READ)
            return bool(selector.select(min(seconds, left)))

    def _write(self, data: bytes) -> None:
        view = memoryview(data)
        while view:
            self._wait(self._to, selectors.EVENT_WRITE)
            try:
                written = self._to.write(view[:CHUNK]) or 0
            except OSError as closed:
                raise Gone from closed
            view = view[written:]

    def _read(self, length: int) -> bytearray:
        data = bytearray()
        while len(data) < length:
            self._wait(self._from, selectors.EVENT_READ)
            chunk = self._from.read(min(CHUNK, length - len(data)))
            if chunk == b"":
                raise Gone
            data += chunk or b""
        return data

    def _wait(self, stream: RawIOBase, event: int) -> None:
        if not self._waits:
            return  # the watchdog ends a child that is late, which ends this
        left = self.deadline - time.monotonic()
        with selectors.DefaultSelector() as selector:
            selector.register(stream, event)
            while not selector.select(max(0, left)):
                left = self._more()

    def _more(self) -> float:
        """Return how long to go on with a child that other programs keep from its work.

        What it may do is counted in time of a processor (``ceilings.CPU_SECONDS``); a computer with
        much else to do takes longer for the same.
        """
        past = time.monotonic() - self.deadline
        if past >= self.patience or not self._process.is_at_work():
            raise Late
        return min(1.0, self.patience - past)

    def _watchdog(self) -> contextlib.AbstractContextManager[object]:
        """Where pipes cannot be waited for (Windows), a thread kills a child that is late."""
        if self._waits:
            return contextlib.nullcontext()
        return _Watchdog(self._process.kill, self.deadline, self._more)


class _Watchdog:
    """Has a late child killed, and says then that it was late: its pipe merely ended.

    Args:
        kill: ends the child, and with it what waits for its pipe.
        deadline: a reading of ``time.monotonic()``.
        more: returns how long to wait past that, or raises ``Late``.
    """

    def __init__(
        self, kill: Callable[[], object], deadline: float, more: Callable[[], float]
    ) -> None:
        self._kill, self._deadline, self._more = kill, deadline, more
        self._late = False
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._watch, name="watchdog", daemon=True)

    def _watch(self) -> None:
        left = self._deadline - time.monotonic()
        while not self._over.wait(max(0.0, left)):
            try:
                left = self._more()
            except Late:
                self._late = True
                with contextlib.suppress(OSError):
                    self._kill()
                return

    def __enter__(self) -> None:
        self._thread.start()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join()
        if self._late and isinstance(error, Gone):
            raise Late from error


def _enlarge(descriptor: int) -> None:
    """Fewer switches between the two processes for a page of pixels."""
    with contextlib.suppress(ImportError, OSError):
        import fcntl

        fcntl.fcntl(descriptor, F_SETPIPE_SZ, CHUNK)
