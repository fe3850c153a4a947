"""Reads what Mes documents lists: dossiers, loose documents, and those with every word typed."""

from collections.abc import Sequence
from dataclasses import dataclass

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
