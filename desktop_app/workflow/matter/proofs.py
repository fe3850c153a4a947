"""A proof of posting: a photo or a scan that can be looked at, or it is refused at once.

A paper received is kept whatever it is; a photo taken two minutes ago can be taken again, and
must be legible on the day that it is needed.
"""

import datetime as dt

from desktop_app.core.errors import AppError
from desktop_app.workflow.photos import refuse_heic
from desktop_app.workflow.ports import Readers
from desktop_app.workflow.safes.archive import PDF, PICTURES, file_received, media_of
from desktop_app.workflow.safes.evidence import TRIED_SIDE
from desktop_app.workflow.store import Safe


class ProofOfAnotherKind(AppError):
    """Neither a photo nor a PDF."""


def expect_legible(data: bytes, readers: Readers) -> None:
    """Refuse a proof that cannot be looked at. It is opened in a child process.

    Raises:
        PhotoHeic, ProofOfAnotherKind, and the refusals of a broken photo or PDF.
    """
    media = media_of(data)
    if media in PICTURES:
        readers.show_picture(data, TRIED_SIDE)
    elif media == PDF:
        readers.read_text(data)
    else:
        refuse_heic(data)
        raise ProofOfAnotherKind


def file_proof(
    safe: Safe,
    data: bytes,
    *,
    title: str,
    on: dt.date,
    readers: Readers,
    dossier: str,
) -> str:
    """File a proof that was found legible; return its id."""
    return file_received(
        safe,
        data,
        title=title,
        on=on,
        readers=readers,
        tell=lambda _notice: None,
        dossier=dossier,
        kind="evidence",
    )
