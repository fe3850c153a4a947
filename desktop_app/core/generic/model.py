"""A form made for one PDF: its questions and the places of their answers; kept with a draft."""

import hashlib
from functools import lru_cache
from typing import Annotated

import msgspec

from desktop_app.core.errors import AppError
from desktop_app.core.generic.paging import paged
from desktop_app.core.packs.lean import lean
from desktop_app.core.packs.model import Blank, FieldMap, FormDefinition

VERSION = 2
"""1 said of nothing whose it is."""
PREFIX = "pdf-"
EDITION = "unique"
"""The one edition of a form made for one PDF."""
MAP = f"fields-{EDITION}.toml"


class GenericUnreadable(AppError, code="draft-unreadable"):
    """The kept definition of a form made for a PDF cannot be read."""


class GenericForm(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What ``generic_form`` makes.

    Attributes:
        definition: with its sections; it has no group to borrow from, so it is resolved.
        password: opens the blank, when it is locked; kept with the draft, in the safe only.
    """

    definition: FormDefinition
    field_map: FieldMap
    password: str = ""
    version: Annotated[int, msgspec.Meta(ge=1, le=VERSION)] = VERSION

    @property
    def sha256(self) -> str:
        """By what the blank is known again."""
        return self.definition.blank[0].sha256[0]


def own_copy(definition: FormDefinition, field_map: FieldMap, sha256: str) -> GenericForm:
    """Return a form of ours as one made for this very PDF: its boxes may be corrected there.

    Its questions keep their names, and so their answers; the form of ours stays as it is.

    Args:
        definition: resolved.
        sha256: of the blank that is filled.
    """
    whose = hashlib.sha256(definition.id.encode()).hexdigest()[:8]
    blank = Blank(edition=field_map.edition, map=MAP, sha256=(sha256,))
    name = f"{PREFIX}{sha256[:16]}-{whose}"
    return GenericForm(
        definition=msgspec.structs.replace(definition, id=name, blank=(blank,)),
        field_map=field_map,
    )


def is_generic(pack: str) -> bool:
    """Whether an id is that of a form made for one PDF, not of a pack."""
    return pack.startswith(PREFIX)


def write_generic(form: GenericForm) -> str:
    """Return a form as JSON; the same form always gives the same text.

    What is as everywhere else is left out: a draft holds it, and is saved after each answer.
    """
    return msgspec.json.encode({**lean(form), "version": form.version}).decode()


def kept_generic(text: str) -> GenericForm:
    """Return a form of a JSON text as it was kept, without its pages: to be changed.

    Raises:
        GenericUnreadable: it is none, or a newer version wrote it.
    """
    try:
        return msgspec.json.decode(text, type=GenericForm)
    except (msgspec.DecodeError, msgspec.ValidationError, RecursionError) as wrong:
        raise GenericUnreadable from wrong


@lru_cache(maxsize=4)
def read_generic(text: str) -> GenericForm:
    """Return the form of a JSON text, with its pages; raises as ``kept_generic``."""
    kept = kept_generic(text)
    return msgspec.structs.replace(kept, definition=paged(kept.definition))
