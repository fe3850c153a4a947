"""Mes documents: the dossiers and the documents, each a sentence; one document of the safe."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.records import Dossier, StoredDocument
from desktop_app.core.updates import UNCHANGED, Updates
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import TakeUp
from desktop_app.pages.no_safe_yet import nothing_kept
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Block,
    Choice,
    Found,
    Gesture,
    Live,
    Long,
    Loss,
    Own,
    Page,
    Search,
    Status,
    Text,
    Weight,
)
from desktop_app.sentences import update_words
from desktop_app.workflow.safes.listing import Page as Listed

AT_ONCE = 30
"""Rows shown at first: what a person looks through before she types a word."""
SEARCH = "search"
"""The box where one types a word, and what is found."""
PREVIEW = "preview"
"""The place where the pages of a document are shown."""
CHANGED = "changed"
"""The place where it is told what became of a PDF after it was first written."""


@dataclass(frozen=True, slots=True)
class SaveCopy(Gesture):
    """Write a copy outside the safe; ``original``: a photo too with the place it was taken at."""

    original: bool = False


@dataclass(frozen=True, slots=True)
class Throw(Loss):
    """Put the document in the bin."""


@dataclass(frozen=True, slots=True)
class TakeBack(Gesture):
    """Put it back where it was."""


def title(name: str = "") -> str:
    """Return the heading; ``name``: whose the documents are, once it is known."""
    return i18n.labelled(i18n.text("Documents"), name) if name else i18n.text("Mes documents")


def without_safe() -> Page:
    """Return the page of whoever has no safe open."""
    words = i18n.text("Sans coffre, aucun document n’est gardé.")
    return nothing_kept(title(), words, _what_comes())


def documents(found: Found, name: str, *, whose: bool) -> Page:
    """Return the page with what is found; ``whose``: the documents are of one person, ``name``."""
    search = Search(SEARCH, i18n.text("Chercher un mot dans vos documents"), found)
    actions = (
        Action(i18n.text("Ajouter une lettre reçue"), to.Received()),
        Action(i18n.text("Cette semaine"), to.Week()),
        Action(i18n.text("Personnes"), to.People()),
        Action(i18n.text("Corbeille"), to.Bin()),
    )
    return Page(title(name), (*((_of_all(),) if whose else ()), search), (*actions, back()))


def waiting() -> Found:
    """Return what shows the documents of everyone, which come by a gesture only."""
    return Found("", Long((_of_all(),), AT_ONCE))


def everything(some: Listed, *, whose: bool) -> Found:
    """Return the dossiers, and the documents in none; ``whose``: they are of one person."""
    empty = not (some.named or some.papers or some.left)
    return Found(nothing_yet() if empty else "", _rows(some, whose), some.left)


def found(some: Listed, *, whose: bool) -> Found:
    """Return what was found, and how much is not read yet."""
    words = found_words(some.dossiers, some.documents)
    return Found(words, _rows(some, whose), some.left)


def _of_all() -> Action:
    return Action(i18n.text("Voir les documents de tous"), to.Documents(everyone=True))


def _rows(some: Listed, whose: bool) -> Long:
    """Return what each dossier and document leads to."""
    opened = (_dossier_row(one, whose) for one in some.named)
    shown = (_document_row(one, whose) for one in some.papers)
    return Long((*opened, *shown), AT_ONCE)


def _dossier_row(dossier: Dossier, whose: bool) -> Choice:
    since = i18n.text("depuis le {day}").format(day=i18n.long_date(dossier.opened_on))
    words = _two_lines(dossier.title, "" if whose else dossier.person, since)
    return Choice(words, to.Dossier(dossier=dossier.id), "documents", name=dossier_line(dossier))


def _document_row(document: StoredDocument, whose: bool) -> Choice:
    day = i18n.long_date(document.date)
    words = _two_lines(_what(document), "" if whose else document.person, day)
    name = document_line(document) if whose else found_line(document)
    return Choice(words, to.StoredDocument(document=document.id), "document", name=name)


def _two_lines(title: str, person: str, day: str) -> str:
    """Return a row as it is seen: down a list, the titles stand under one another."""
    return f"{title}\n{', '.join(filter(None, (person, day)))}"


def unread() -> Page:
    """Return the page of a document that is not read yet."""
    return Page(i18n.text("Document"), (), (back(),))


def stored(
    document: StoredDocument, *, shown: bool, thrown: bool, since: Updates = UNCHANGED
) -> Page:
    """Return the page of one document; ``shown``: with its pages; ``thrown``: it is in the bin.

    ``since``: what became of it after it was first written.
    """
    copy = Action(i18n.text("Enregistrer une copie"), SaveCopy(), "primary", ready=not thrown)
    photo = document.media.startswith("image/") and not thrown
    same = (Action(i18n.text("Enregistrer la photo d’origine"), SaveCopy(original=True)),) * photo
    told = (Text(_of_photos(), "hint"),) * photo
    again = () if thrown else tuple(to_change(document))
    moves = (
        Action(i18n.text("Reprendre ce document"), TakeBack())
        if thrown
        else Action(i18n.text("Mettre à la corbeille"), Throw())
    )
    preview: tuple[Block, ...] = (Own(PREVIEW),) if shown else ()
    changed = Live(CHANGED, tuple(changed_since(since)))
    blocks = (Text(document_line(document)), changed, Status(), *preview, *told)
    return Page(i18n.text("Document"), blocks, (copy, *same, *again, moves, back()))


def _of_photos() -> str:
    return i18n.text(
        "La copie d’une photo est redressée, sans le lieu ni la date que le téléphone y écrit. La "
        "photo d’origine les garde."
    )


def changed_since(found: Updates) -> Iterator[Text]:
    """Yield what became of a PDF after it was first written: what was printed on it first."""
    for number, words in enumerate(update_words.told(found)):
        yield Text(words, "error" if found.altered and not number else "body")


def to_change(document: StoredDocument, weight: Weight = "secondary") -> Iterator[Action]:
    """Yield what leads to the answers of a paper, to change them: the last version has some."""
    if document.draft_id and not document.earlier:
        words = i18n.text("Reprendre les réponses")
        does = TakeUp(document.draft_id, checked=True)
        yield Action(words, does, weight, i18n.labelled(words, document.title))


def kept_as_it_is() -> str:
    """Return what is said of a file that has no pages to be shown."""
    return i18n.text("Ce fichier se garde tel quel. Il se lit hors du coffre.")


def nothing_yet() -> str:
    """Return what is said while nothing is kept."""
    return f"{i18n.text('Rien encore.')} {_what_comes()}"


def _what_comes() -> str:
    return i18n.text("Une lettre rangée vient ici, avec ses dates et ses preuves.")


def found_words(dossiers: int, documents: int) -> str:
    """Return how much was found."""
    if not dossiers and not documents:
        return i18n.text("Rien trouvé. Essayez un seul mot, ou le début d’un mot.")
    told = []
    if dossiers:
        told.append(i18n.plural("{n} dossier trouvé", "{n} dossiers trouvés", dossiers))
    if documents:
        told.append(i18n.plural("{n} document trouvé", "{n} documents trouvés", documents))
    return ", ".join(told)


def dossier_line(dossier: Dossier) -> str:
    """Return a dossier as one sentence."""
    day = i18n.long_date(dossier.opened_on)
    if dossier.person:
        words = i18n.text("{title} — {person}, depuis le {day}")
        return words.format(title=dossier.title, person=dossier.person, day=day)
    return i18n.text("{title}, depuis le {day}").format(title=dossier.title, day=day)


def found_line(document: StoredDocument) -> str:
    """Return a document among those of everyone: whose it is comes with it."""
    words = document_line(document)
    if not document.person:
        return words
    return i18n.text("{document} — {person}").format(document=words, person=document.person)


def document_line(document: StoredDocument) -> str:
    """Return a document as one sentence, where it is known whose it is."""
    kind, day = _kind(document), i18n.long_date(document.date)
    if document.title.startswith(kind):  # "Preuve : Preuve de dépôt" would say it twice
        line = i18n.text("{title}, {day}").format(title=document.title, day=day)
    else:
        words = i18n.text("{kind} : {title}, {day}")
        line = words.format(kind=kind, title=document.title, day=day)
    return _of_version(document, line)


def _what(document: StoredDocument) -> str:
    """Return what a document is, without its day."""
    kind, title = _kind(document), document.title
    return _of_version(document, title if title.startswith(kind) else i18n.labelled(kind, title))


def _of_version(document: StoredDocument, words: str) -> str:
    if not document.earlier:
        return words
    return i18n.text("{document} (version précédente)").format(document=words)


def _kind(document: StoredDocument) -> str:
    return {
        "letter": i18n.text("Lettre"),
        "form": i18n.text("Formulaire"),
        "received": i18n.text("Papier reçu"),
        "evidence": i18n.text("Preuve"),
    }.get(document.kind, i18n.text("Document"))


def file_name(document: StoredDocument, *, clean: bool = False) -> str:
    """Return a name for a copy outside the safe: what it is, never whose nor about what.

    ``clean``: a photo drawn anew.
    """
    ending = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}
    names = {"letter": i18n.text("lettre"), "form": i18n.text("formulaire")}
    name = names.get(document.kind, i18n.text("document"))
    return name + (".jpg" if clean else ending.get(document.media, ""))
