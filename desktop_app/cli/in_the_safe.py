"""What a page of a safe offers, as the commands of ``safe`` do it."""

from collections.abc import Mapping

from desktop_app.cli.happened import noting
from desktop_app.core.records import Event
from desktop_app.pages.bin import AskToErase, TakeBack
from desktop_app.pages.destinations import (
    Dossier,
    Person,
    RecordEvent,
    Restore,
    ShortCode,
    StoredDocument,
    TakeOut,
    Visit,
)
from desktop_app.pages.dossier import PutBack
from desktop_app.pages.gestures import Believe, TurnNames
from desktop_app.pages.office_home import Arrives, EndVisit
from desktop_app.pages.page import Does
from desktop_app.pages.safe_care import Mend
from desktop_app.pages.timeline import Follow, Remove

_OF_THE_WHOLE: Mapping[type, str] = {
    Mend: "safe repair …",
    Believe: "safe today … --right",
}


def command(does: Does) -> str:
    """Return the command that does, in a safe, what a page offers; "" where none does."""
    told = _OF_THE_WHOLE.get(type(does), "")
    match does:
        case Follow(pack):
            told = f"letter {pack}"
        case StoredDocument(document):
            told = f"safe show … {document}"
        case Restore(backup):
            told = f"safe restore {backup} …"
        case TakeOut():
            told = "safe export …"
        case Dossier(dossier):
            told = f"safe dossier … {dossier}"
        case Person(person):
            told = f"safe person … {person}"
        case RecordEvent(dossier, kind, None):
            told = noting(dossier, kind)
        case RecordEvent(dossier, event=Event(event)):
            told = f"safe correct … {dossier} {event} --date …"
        case Remove(event):
            told = f"safe correct … {event.dossier_id} {event.id} --remove"
        case PutBack(event):
            told = f"safe correct … {event.dossier_id} {event.id} --put-back"
        case TakeBack(one):
            told = f"safe bin … {one.id} --kind {one.kind} --take-back"
        case AskToErase(one):
            told = f"safe bin … {one.id} --kind {one.kind} --erase"
    return told or _of_the_office(does)


def _of_the_office(does: Does) -> str:
    match does:
        case Visit(visit):
            return f"office queue … --visit {visit} --is received"
        case Arrives(""):
            return "office queue … --arrive"
        case EndVisit(visit):
            return f"office queue … --visit {visit} --is ended"
        case TurnNames():
            return "office queue … --named"
        case ShortCode():
            return "office code …"
    return ""
