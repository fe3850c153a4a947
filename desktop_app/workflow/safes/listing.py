"""Reads what Mes documents lists: dossiers, loose documents, and those with every word typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.records import Dossier, StoredDocument
from desktop_app.workflow.safes.archive import find
from desktop_app.workflow.store import Safe

PAGE = 50
"""Dossiers and documents that are read at a time."""


@dataclass(frozen=True, slots=True)
class Page:
    """Some dossiers, then some documents; how many of both are still to come.

    ``dossiers`` and ``documents`` say how many there are in all, of a search.
    """

    named: Sequence[Dossier]
    papers: Sequence[StoredDocument]
    left: int
    dossiers: int = 0
    documents: int = 0


@dataclass(frozen=True, slots=True)
class Listing:
    """Reads the safe, in the worker; ``person`` "" is everyone."""

    safe: Safe
    person: str

    def whose(self) -> str:
        """Return the name of the person whose documents these are."""
        return self.safe.people.one(self.person).name

    def everything(self, skip: int = 0) -> Page:
        """Return the dossiers, then the documents that are in none, after the first ``skip``."""
        safe, person = self.safe, self.person
        dossiers = safe.dossiers.count(person=person)
        named = safe.dossiers.find(person=person, limit=PAGE, skip=skip) if skip < dossiers else ()
        room, before = PAGE - len(named), max(0, skip - dossiers)
        loose = safe.loose(person, limit=room, skip=before) if room else ()
        left = dossiers + safe.count_loose(person) - skip - len(named) - len(loose)
        return Page(named, loose, max(0, left))

    def search(self, typed: str, skip: int = 0) -> Page:
        """Return the dossiers named so, then the documents with every word typed.

        Accents and capitals do not count. ``skip`` of them all were read already.
        """
        safe, person = self.safe, self.person
        dossiers = safe.dossiers.count(typed, person=person)
        named = self.named(typed, skip) if skip < dossiers else ()
        room, before = PAGE - len(named), max(0, skip - dossiers)
        found = find(safe, typed, person=person, limit=room, skip=before)
        left = dossiers + found.total - skip - len(named) - len(found.documents)
        return Page(named, found.documents, max(0, left), dossiers, found.total)

    def named(self, typed: str, skip: int = 0) -> Sequence[Dossier]:
        """Return the first dossiers whose title or person has every word typed."""
        return self.safe.dossiers.find(typed, person=self.person, limit=PAGE, skip=skip)
