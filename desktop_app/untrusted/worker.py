"""Starts one child for one foreign document, asks it questions, checks what it answers.

Whatever the child does (hangs, dies, floods, lies), the caller sees one ordinary refusal.
"""

import contextlib
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

import msgspec

from desktop_app.untrusted import ceilings, children
from desktop_app.untrusted.channel import Channel, Gone, Late, Lied
from desktop_app.untrusted.errors import (
    BY_CODE,
    PdfEmpty,
    PdfRefused,
    PdfTooHeavy,
    PdfTookTooLong,
    PdfUnreadable,
    ReaderDoesNotStart,
)
from desktop_app.untrusted.frames import Heard, Request
from desktop_app.untrusted.sandbox import windows_job

CHILD = Path(__file__).with_name("child.py")
T = TypeVar("T")


class Opened(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a child says of a document it accepts."""

    pages: int
    encrypted: bool
    layers: dict[str, str]


class Worker:
    """One child, one document: started, then given its document by ``open``; to be closed.

    All questions share ``seconds`` of wall time, from the start; ``renew`` gives them anew. A child
    that is at work then, and not done because other programs are too, is waited for longer.

    Args:
        forked: by a server that has imported everything, or started by itself; as the system can.
    """

    opened: Opened

    def __init__(
        self,
        role: str,
        *,
        seconds: float = ceilings.WALL_SECONDS,
        script: Path = CHILD,
        forked: bool | None = None,
    ) -> None:
        self._seconds = seconds
        self._ready = False
        forks = children.can_fork() if forked is None else forked
        self._process = children.start(script, role, forked=forks)
        patience = seconds * ceilings.PATIENCE
        self._channel = Channel(self._process, time.monotonic() + seconds, patience)

    def open(self, data: bytes, password: str = "") -> Self:
        """Give the child its document; a refusal also ends the child."""
        try:
            if not data:
                raise PdfEmpty
            if len(data) > ceilings.DOCUMENT_BYTES:
                raise PdfTooHeavy
            self.wait_until_ready()
            arguments = {"password": password} if password else {}
            self.opened, _ = self.ask("open", Opened, arguments, [data])
            if not 0 < self.opened.pages <= ceilings.PAGES:
                raise PdfUnreadable
        except BaseException:
            self.close()
            raise
        return self

    def replace(self, data: bytes) -> None:
        """Give a child of drafts the next one; a refusal ends the child, as in ``open``."""
        try:
            self.opened, _ = self.ask("replace", Opened, {}, [data])
        except BaseException:
            self.close()
            raise

    def wait_until_ready(self) -> None:
        """Wait until the child has imported everything; ``open`` does it when nobody did."""
        if self._ready:
            return
        try:
            self._hear(dict[str, bool])
        except PdfTookTooLong:
            raise
        except PdfRefused as dead:  # no document was given yet: it cannot be at fault
            raise ReaderDoesNotStart from dead
        self._ready = True

    def renew(self) -> None:
        """Give the next questions their whole time again."""
        self._channel.deadline = time.monotonic() + self._seconds

    def ask(
        self,
        operation: str,
        answer: type[T],
        arguments: dict[str, Any] | None = None,
        frames: Sequence[bytes] = (),
    ) -> tuple[T, list[bytearray]]:
        """Ask one thing and return the checked data and the raw frames that came with it.

        Raises:
            PdfRefused: what the child refuses, or what its silence or death means.
        """
        self.send(operation, arguments, frames)
        return self.receive(answer)

    def send(
        self, operation: str, arguments: dict[str, Any] | None = None, frames: Sequence[bytes] = ()
    ) -> None:
        """Ask one thing whose answer is taken later with ``receive``: the child works meanwhile.

        Raises:
            PdfRefused: what the child's silence or death means.
        """
        request = Request(operation, arguments or {}, len(frames))
        with self._ending(), self._dying():
            self._channel.send([msgspec.json.encode(request), *frames])

    def has_answered(self, seconds: float) -> bool:
        """Wait so long at most for the oldest answer to begin; True where one cannot look."""
        return self._channel.has_begun(seconds)

    def receive(self, answer: type[T]) -> tuple[T, list[bytearray]]:
        """Return the answer to the oldest question not yet answered, as ``ask`` does."""
        with self._ending():
            return self._hear(answer)

    @contextlib.contextmanager
    def _ending(self) -> Iterator[None]:
        """Whatever is no refusal of the document ends the child."""
        try:
            yield
        except PdfRefused:
            raise
        except BaseException:
            self.close()
            raise

    def _hear(self, kind: type[T]) -> tuple[T, list[bytearray]]:
        with self._dying():
            answer = msgspec.json.decode(
                self._channel.receive(ceilings.ANSWER_BYTES), type=Heard, strict=True
            )
            if answer.frames > ceilings.FRAMES:
                raise Lied
            raw = [self._channel.receive(ceilings.FRAME_BYTES) for _ in range(answer.frames)]
        if answer.refusal:
            refusal = BY_CODE.get(answer.refusal, PdfUnreadable)()
            refusal.add_note(answer.place[:500])
            raise refusal
        with self._dying():
            return msgspec.json.decode(answer.data, type=kind, strict=True), raw

    def _dying(self) -> "_Dying":
        return _Dying(self)

    def close(self) -> int:
        """End the child and whatever it may have started; returns its exit status. Idempotent."""
        if self._process.returncode is None:
            self._process.end()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()
        return self._process.wait()

    def died_of(self) -> int:
        """Wait briefly for a child that closed its pipe, end it, and return its exit status."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(1)
        return self.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()


class _Dying:
    """Turns each way a child can fail into one refusal, and ends the child."""

    def __init__(self, worker: Worker) -> None:
        self._worker = worker

    def __enter__(self) -> None:
        return None

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if isinstance(error, Late):
            self._worker.close()
            raise PdfTookTooLong from error
        if isinstance(error, Gone):
            raise _death(self._worker.died_of()) from error
        if isinstance(error, Lied | msgspec.MsgspecError | UnicodeDecodeError):
            self._worker.close()
            raise PdfUnreadable from error


def _death(status: int) -> PdfRefused:
    of_time = windows_job.NO_TIME_LEFT if sys.platform == "win32" else -signal.SIGXCPU
    if status == of_time:
        return PdfTookTooLong()
    return PdfUnreadable()
