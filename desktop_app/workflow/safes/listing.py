"""Reads what Mes documents lists: dossiers, loose documents, and those with every word typed."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.core.deadlines.near import slug
from desktop_app.core.records import Dossier, StoredDocument
from desktop_app.workflow.safes.archive import find
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
        return self.safe.people.one(self.person).name

    def everything(self) -> tuple[Sequence[Dossier], Sequence[StoredDocument]]:
        """Return the dossiers, and the documents that are in none."""
        loose = [one for one in self.safe.documents(person=self.person) if not one.dossier_id]
        return self.safe.dossiers.all(self.person), loose

    def search(
        self, typed: str, skip: int = 0
    ) -> tuple[Sequence[Dossier], Sequence[StoredDocument], int]:
        """Return the dossiers named so, then the first documents with every word typed; and how
        many more there are.

        Accents and capitals do not count. ``skip`` of them all were read already: the dossiers, and
        some documents.
        """
        named = self.named(typed)
        before = max(0, skip - len(named))
        found = find(self.safe, typed, person=self.person, limit=PAGE, skip=before)
        return [] if skip else named, found.documents, found.left

    def named(self, typed: str) -> Sequence[Dossier]:
        """Return the dossiers whose title or person has every word typed."""
        words = slug(typed).split("-")
        return [
            one
            for one in self.safe.dossiers.all(self.person)
            if all(word in slug(f"{one.title} {one.person}") for word in words)
        ]
