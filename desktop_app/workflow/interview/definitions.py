"""What a draft answers: a pack of the catalogue, or a form made for one PDF, which it holds."""

from desktop_app.core.answers.draft import Draft
from desktop_app.core.generic.model import is_generic, read_generic
from desktop_app.core.packs.model import FieldMap, FormDefinition
from desktop_app.core.packs.resolve import AnyDefinition
from desktop_app.workflow.ports import Catalogue

__all__ = [
    "boxes_of",
    "definition_of",
    "drafted",
    "form_of",
    "is_generic",
    "map_of",
    "password_of",
]


def definition_of(catalogue: Catalogue, pack: str) -> AnyDefinition:
    """Return the letter or the form of this id.

    Raises:
        UnknownPack, InvalidPack.
    """
    kind = next((item.kind for item in catalogue.search() if item.id == pack), "letter")
    return catalogue.letter(pack) if kind == "letter" else catalogue.form(pack)


def drafted(catalogue: Catalogue, draft: Draft) -> AnyDefinition:
    """Return the letter or the form that a draft answers.

    Raises:
        UnknownPack, InvalidPack, GenericUnreadable.
    """
    if draft.form:
        return read_generic(draft.form).definition
    return definition_of(catalogue, draft.pack)


def form_of(catalogue: Catalogue, draft: Draft) -> FormDefinition:
    """Return the form that a draft answers; raises as ``drafted``."""
    if draft.form:
        return read_generic(draft.form).definition
    return catalogue.form(draft.pack)


def map_of(catalogue: Catalogue, draft: Draft, edition: str = "") -> FieldMap:
    """Return the boxes of an edition of a draft's form; raises as ``drafted``."""
    if draft.form:
        return read_generic(draft.form).field_map
    return catalogue.field_map(draft.pack, edition)


def boxes_of(catalogue: Catalogue, draft: Draft, own: FieldMap | None) -> FieldMap:
    """Return the boxes that a draft is written in; raises as ``drafted``.

    Args:
        own: those of the edition of the PDF at hand. A form made for one PDF has its own, which
            may have been corrected since the PDF was opened.
    """
    return map_of(catalogue, draft) if own is None or draft.form else own


def password_of(draft: Draft) -> str:
    """Return what opens the blank of a form made for one PDF; empty when nothing is needed."""
    return read_generic(draft.form).password if draft.form else ""
