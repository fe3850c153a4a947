"""The image of a signature: a person's own, in the safe with her other papers, never in a pack.

It is put on a letter by a gesture, for that letter alone. It is kept as a document, so that what is
true of her papers is true of it: encrypted, found by hers alone, thrown away and taken back, erased
with her, exported with the rest.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from desktop_app.core.deadlines.near import slug
from desktop_app.core.documents.model import PrintedPicture
from desktop_app.core.errors import AppError
from desktop_app.core.records import StoredDocument
from desktop_app.workflow.safes.archive import media_of
from desktop_app.workflow.store import Safe

if TYPE_CHECKING:  # a type alone; it would load all that a tool gives
    from desktop_app.workflow.ports import PictureCleaner

SIGNATURE = "image-de-signature"
"""In place of a pack's id, in ``made_from`` of the image that the safe keeps."""


class SignatureMissing(AppError):
    """The safe keeps no image of the signature of who signs this letter."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The image that the safe keeps of someone's signature."""

    document: str
    name: str


def kept(safe: Safe, person: str) -> StoredDocument | None:
    """Return the image kept of a person's signature, without its bytes; None when there is none."""
    found = safe.documents(person, made_from=SIGNATURE) if person else ()
    return found[0] if found else None


def keep(safe: Safe, person: str, picture: PrintedPicture, *, title: str, on: dt.date) -> str:
    """Keep an image in place of the one before, which goes to the bin; return its id."""
    with safe.act():
        before = kept(safe, person)
        if before is not None:
            safe.bin.put(before.id, on=on)
        return safe.add(
            picture.data,
            title=title,
            on=on,
            media=media_of(picture.data),
            person=person,
            made_from=SIGNATURE,
        )


def of_signatory(safe: Safe, signed: Sequence[str], person: str) -> Kept | None:
    """Return the image kept of who signs a letter.

    Args:
        signed: what stands under the signature: a name, with "Pour …" above when it is for another.
        person: whom the letter is written for; "" for the person whose safe it is.
    """
    signatory = _signatory(safe, signed, person)
    found = kept(safe, signatory)
    return Kept(found.id, found.person) if found is not None else None


def picture_of(safe: Safe, document: str, clean: "PictureCleaner") -> PrintedPicture:
    """Return an image kept, drawn anew: a safe may come from elsewhere.

    Raises:
        NotFound, DocumentDamaged, PictureRefused.
    """
    return clean(safe.content(document))


def _signatory(safe: Safe, signed: Sequence[str], person: str) -> str:
    """Return who signs: of the name written there, else whom the letter is for, called likewise."""
    name = _words(signed[-1]) if signed else set()
    called = safe.people.find(" ".join(name), limit=-1) if name else ()
    same = [one.id for one in called if _words(one.name) == name]
    if len(same) == 1:
        return same[0]
    herself = safe.people.there(person or safe.people.own())
    likewise = not name or (herself is not None and name & _words(herself.name))
    return herself.id if herself is not None and likewise and len(signed) < 2 else ""


def _words(name: str) -> set[str]:
    """Return the words of a name as compared; none for a blank to be filled by pen."""
    return {word for word in slug(name).split("-") if word.strip("….")}
