"""The child's side of the conversation: frames of bytes, each after its length.

A message is one JSON frame, which announces how many raw frames follow, then those frames.
Read and written here in the child, where waiting for ever is harmless: the parent kills it in time.
"""

import struct
from collections.abc import Sequence
from typing import Any, BinaryIO

import msgspec

from desktop_app.untrusted import ceilings

LENGTH = struct.Struct("<I")


class Request(msgspec.Struct, forbid_unknown_fields=True):
    """What the parent asks: an operation's name, its arguments, how many raw frames follow."""

    operation: str
    arguments: dict[str, Any] = {}
    frames: int = 0


class Answer(msgspec.Struct, forbid_unknown_fields=True):
    """What the child says: data, or a refusal's code.

    ``place`` is a class of exception and a line of ours, for developers: nothing of the document.
    """

    data: Any = None
    frames: int = 0
    refusal: str = ""
    place: str = ""


class Heard(msgspec.Struct, forbid_unknown_fields=True):
    """An ``Answer`` as the parent receives it: what its data must be depends on the question."""

    data: msgspec.Raw = msgspec.Raw(b"null")
    frames: int = 0
    refusal: str = ""
    place: str = ""


class Ended(Exception):
    """The other side closed the pipe."""


def put(stream: BinaryIO, answer: Answer, frames: Sequence[bytes | memoryview] = ()) -> None:
    """Write an answer and its raw frames."""
    answer.frames = len(frames)
    for part in (msgspec.json.encode(answer), *frames):
        view = memoryview(part).cast("B")
        stream.write(LENGTH.pack(len(view)))
        stream.write(view)
    stream.flush()


def take(stream: BinaryIO) -> tuple[Request, list[bytes]]:
    """Read a request and its raw frames."""
    request = msgspec.json.decode(_frame(stream), type=Request)
    return request, [_frame(stream) for _ in range(min(request.frames, ceilings.FRAMES))]


def _frame(stream: BinaryIO) -> bytes:
    header = stream.read(LENGTH.size)
    if len(header) < LENGTH.size:
        raise Ended
    (length,) = LENGTH.unpack(header)
    data = stream.read(length)
    if len(data) < length:
        raise Ended
    return data
