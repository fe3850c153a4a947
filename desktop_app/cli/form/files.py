"""The files of the ``form`` commands: a PDF in, a PDF out, a password."""

import os

from desktop_app.cli.safe.phrase import PhraseUnreadable, existing
from desktop_app.core.errors import AppError
from desktop_app.files import FileTooBig, read_file, write_file
from desktop_app.workflow.documents.forms import PdfTooBig


class OutputIsInput(AppError):
    """The file to write is the one that was read: the blank would be lost."""


class PasswordUnreadable(AppError):
    """The descriptor of the password is closed, or what it gives is no UTF-8."""


def read_pdf(path: str) -> bytes:
    """Return the bytes of a PDF.

    Raises:
        PdfTooBig: more than 50 MB.
        AppError: it is missing, no ordinary file, or may not be read.
    """
    try:
        return read_file(path)
    except FileTooBig as heavy:
        raise PdfTooBig from heavy


def refuse_same(out: str, *inputs: str | None) -> None:
    """Refuse to write over one of the files read."""
    for read in inputs:
        if read is None:
            continue
        same = os.path.realpath(out) == os.path.realpath(read)
        if same or (os.path.exists(out) and os.path.exists(read) and os.path.samefile(out, read)):
            raise OutputIsInput


def write_pdf(path: str, data: bytes) -> None:
    """Write a finished PDF, whole or not at all."""
    write_file(path, data)


def password(descriptor: int | None) -> str:
    """Return the password that another program gives; empty when none is given.

    Raises:
        PasswordUnreadable: nothing can be read there, or no text.
    """
    try:
        return "" if descriptor is None else existing(descriptor)
    except PhraseUnreadable as unreadable:
        raise PasswordUnreadable from unreadable
