"""What was in view when a key hid the page: the matter that "Tout effacer" is about."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.gui.session import Session
from desktop_app.pages import destinations as to

if TYPE_CHECKING:
    from desktop_app.gui.writing import Writing
    from desktop_app.workflow.matter.erasing import InView


def in_view(places: Sequence[to.Destination], session: Session) -> "InView":
    """Return the dossier, the draft or the paper of the page in view, else of the one that led
    there (help is one key away), else what is in hand.
    """
    from desktop_app.workflow.matter.erasing import InView

    for place in reversed(places):
        match place:
            case to.Dossier(dossier) | to.RecordEvent(dossier):
                return InView(dossier=dossier)
            case to.StoredDocument(document):
                return InView(document=document)
            case to.Home():
                break
        if (writing := _writing(getattr(place, "writing", None))) is not None:
            return _of(writing, session)
    if session.writing is not None:
        return _of(session.writing, session)
    return InView(dossier=session.in_hand.dossier, document=session.in_hand.document)


def _writing(held: object) -> "Writing | None":
    from desktop_app.gui.writing import Writing

    return held if isinstance(held, Writing) else None


def _of(writing: "Writing", session: Session) -> "InView":
    from desktop_app.workflow.matter.erasing import InView

    filed = session.in_hand if writing is session.writing else None
    return InView(
        dossier=writing.dossier or (filed.dossier if filed is not None else ""),
        draft=writing.draft_id,
        document=filed.document if filed is not None else "",
    )
