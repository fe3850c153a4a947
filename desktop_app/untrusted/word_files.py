"""What the program asks of letters of a word processor from elsewhere: one child a question."""

from collections.abc import Sequence
from typing import Annotated, TypeVar

import msgspec

from desktop_app.core.errors import AppError
from desktop_app.core.word_models import Edit, WordFile, WordParagraph
from desktop_app.untrusted import ceilings
from desktop_app.untrusted.errors import PdfRefused, PdfTooHeavy, PdfTookTooLong, ReaderDoesNotStart
from desktop_app.untrusted.worker import Worker

ROLE = "word-files"
T = TypeVar("T")


class ModelRefused(AppError, code="model-unreadable"):
    """A model of a word processor that is not opened, and why."""


class ModelActive(ModelRefused):
    """It holds what could act by itself: a macro, an embedded object."""


class ModelOutside(ModelRefused):
    """It holds links to elsewhere: an address, a file, a field that fetches one."""


class ModelLocked(ModelRefused):
    """It is protected by a password."""


class ModelTooHeavy(ModelRefused):
    """It is too large, or unfolds to far more than it weighs."""


_BY_CODE = {
    one.code: one for one in (ModelRefused, ModelActive, ModelOutside, ModelLocked, ModelTooHeavy)
}


class _Read(msgspec.Struct, forbid_unknown_fields=True):
    refused: str
    kind: str
    paragraphs: Annotated[list[tuple[str, list[str]]], msgspec.Meta(max_length=1_000)]


class _Size(msgspec.Struct, forbid_unknown_fields=True):
    size: int


def read(data: bytes) -> WordFile:
    """Return the kind and the paragraphs of a model.

    Raises:
        ModelRefused: it is not opened, and why.
    """
    found, _ = _asked(data, "model", _Read)
    if found.refused:
        raise _BY_CODE.get(found.refused, ModelRefused)
    if found.kind not in ("docx", "odt"):
        raise ModelRefused
    told = (
        WordParagraph(part, number, text)
        for part, inside in found.paragraphs
        for number, text in enumerate(inside)
    )
    return WordFile(found.kind, tuple(told))


def write(data: bytes, edits: Sequence[Edit]) -> bytes:
    """Return the model with these words in the place of those; who wrote it is not told in it.

    Raises:
        ModelRefused: it is not opened, and why.
    """
    changes = [(one.part, one.paragraph, one.start, one.end, one.words) for one in edits]
    size, frames = _asked(data, "change", _Size, {"changes": changes})
    if len(frames) != 1 or len(frames[0]) != size.size:
        raise ModelRefused
    return bytes(frames[0])


def _asked(
    data: bytes, operation: str, kind: type[T], arguments: dict[str, object] | None = None
) -> tuple[T, list[bytearray]]:
    if not data or len(data) > ceilings.DOCUMENT_BYTES:
        raise ModelTooHeavy if data else ModelRefused
    try:
        with Worker(ROLE).open(data) as worker:
            return worker.ask(operation, kind, arguments or {})
    except ReaderDoesNotStart:
        raise
    except (PdfTooHeavy, PdfTookTooLong) as heavy:
        raise ModelTooHeavy from heavy
    except PdfRefused as refused:
        raise ModelRefused from refused
