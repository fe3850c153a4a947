"""The PDF that a person has of her form: recognised once, kept in the safe beside her answers."""

from desktop_app.core.answers.draft import Draft
from desktop_app.core.errors import AppError
from desktop_app.core.packs.model import FieldMap
from desktop_app.workflow.documents.forms import FormOtherEdition, map_of_blank
from desktop_app.workflow.interview.definitions import form_of, password_of
from desktop_app.workflow.interview.in_hand import InHand
from desktop_app.workflow.ports import Catalogue, FormWriter
from desktop_app.workflow.safes import blanks
from desktop_app.workflow.safes.blanks import OwnBlank
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools


def own_blank(forms: FormWriter, catalogue: Catalogue, draft: Draft, data: bytes) -> OwnBlank:
    """Recognise a PDF as a known edition of a draft's form: for the worker.

    Raises:
        FormOtherEdition: it is another form, or an edition that no pack knows.
        FormOtherPdf: the questions were made of another PDF.
        PdfRefused: it cannot be read.
    """
    field_map = _map_of(forms, catalogue, draft, data)
    return OwnBlank(data, field_map, empty=is_empty(forms, catalogue, data, password_of(draft)))


def is_empty(forms: FormWriter, catalogue: Catalogue, data: bytes, password: str = "") -> bool:
    """Tell whether nobody wrote in a PDF: it is the office's own file, or its boxes are empty."""
    if catalogue.known_blank(data) is not None:
        return True
    try:
        facts, _notices = forms.read(data, password).facts()
    except AppError:
        return False
    return not facts.answered


def keep_with(hand: InHand, own: OwnBlank) -> None:
    """Have the safe hold this PDF before the answers: they may be taken up when its file is gone.

    It is kept once for everybody, or for each person who has a copy with words in it already.
    """
    definition, person, on = hand.interview.definition, hand.person, hand.interview.today
    pages, title, empty = len(own.field_map.page_sizes), definition.title, own.empty

    def keep(safe: Safe) -> None:
        blanks.keep(
            *(safe, definition.id, own.data),
            title=title,
            pages=pages,
            on=on,
            person=person,
            empty=empty,
        )

    hand.hold_first(keep)


def kept_with(tools: Tools, safe: Safe, draft: Draft, person: str) -> OwnBlank | None:
    """Return the PDF that the safe keeps for a draft; None when it has none, or none of use.

    The questions go on without it when its pack has changed since: it is asked for again.
    """
    found = blanks.find(safe, draft.pack, person)
    if found is None:
        return None
    try:
        data = safe.content(found)
        field_map = _map_of(tools.forms, tools.catalogue, draft, data)
    except AppError:
        return None
    return OwnBlank(data, field_map, empty=safe.document(found).made_from.startswith(blanks.EMPTY))


def _map_of(forms: FormWriter, catalogue: Catalogue, draft: Draft, data: bytes) -> FieldMap:
    field_map = map_of_blank(forms, catalogue, draft, data, password_of(draft))
    if field_map is None:
        definition = form_of(catalogue, draft)
        raise FormOtherEdition(number=definition.number, edition=definition.edition)
    return field_map
