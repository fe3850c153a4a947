"""Decides what Mes documents lists, and its words. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.deadlines.near import fold
from desktop_app.core.records import Dossier, StoredDocument
from desktop_app.workflow.safes.archive import Found, find
from desktop_app.workflow.store import Safe

PAGE = 50
"""Documents that a search reads at a time."""


@dataclass(frozen=True, slots=True)
class Listing:
    """Reads the safe, in the worker; ``person`` "" is everyone."""

    safe: Safe
    person: str

    def whose(self) -> str:
        """Return the name of the person whose documents these are."""
        return next((one.name for one in self.safe.people.all() if one.id == self.person), "")

    def everything(self) -> tuple[Sequence[Dossier], Sequence[StoredDocument]]:
        """Return the dossiers, and the documents that are in none."""
        loose = [one for one in self.safe.documents(person=self.person) if not one.dossier_id]
        return self.safe.dossiers.all(self.person), loose

    def search(self, typed: str) -> tuple[Sequence[Dossier], Sequence[StoredDocument], int]:
        """Return the dossiers named so, the first documents with every word typed, and how many
        more there are.

        Accents and capitals do not count.
        """
        words = fold(typed).split("-")
        named = [
            one
            for one in self.safe.dossiers.all(self.person)
            if all(word in fold(f"{one.title} {one.person}") for word in words)
        ]
        found = self.documents(typed)
        return named, found.documents, found.left

    def documents(self, typed: str, skip: int = 0) -> Found:
        """Return the documents with every word typed, after the first ``skip`` of them."""
        return find(self.safe, typed, person=self.person, limit=PAGE, skip=skip)


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
    kind = {
        "letter": i18n.text("Lettre"),
        "form": i18n.text("Formulaire"),
        "received": i18n.text("Papier reçu"),
        "evidence": i18n.text("Preuve"),
    }.get(document.kind, i18n.text("Document"))
    day = i18n.long_date(document.date)
    if document.title.startswith(kind):  # "Preuve : Preuve de dépôt" would say it twice
        return i18n.text("{title}, {day}").format(title=document.title, day=day)
    words = i18n.text("{kind} : {title}, {day}")
    return words.format(kind=kind, title=document.title, day=day)


def file_name(document: StoredDocument) -> str:
    """Return a name for a copy outside the safe: what it is, never whose nor about what."""
    ending = {"application/pdf": ".pdf", "image/png": ".png", "image/jpeg": ".jpg"}
    names = {"letter": i18n.text("lettre"), "form": i18n.text("formulaire")}
    name = names.get(document.kind, i18n.text("document"))
    return name + ending.get(document.media, "")
