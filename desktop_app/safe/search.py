"""Finding documents by their words: accents, capitals and ligatures ignored, beginnings enough."""

import re
import unicodedata
from typing import Literal

from desktop_app.core.folding import joined_letters_opened
from desktop_app.safe.database import Database
from desktop_app.safe.errors import SafeDamaged

Order = Literal["newest", "relevance"]
WORD_LIMIT = 20
LETTERS_FOR_A_BEGINNING = 3
RELEVANCE_LIMIT = 5000  # ranking reads every hit: beyond, the newest first

_WORDS = re.compile(r"\w+")


class Search:
    """The word index of an open safe. ``documents.py`` turns rows into records."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def keep(self, document: int, title: str, words: str) -> None:
        """Keep a document's words, and put them in the index."""
        self._database.execute(
            "INSERT INTO document_text (document, title, words) VALUES (?, ?, ?)",
            (document, searchable(title), searchable(words)),
        )
        self.index(document)

    def index(self, document: int) -> None:
        """Put the words kept of a document in the index."""
        self._database.execute(
            "INSERT INTO word (rowid, title, words)"
            " SELECT document, title, words FROM document_text WHERE document = ?",
            (document,),
        )

    def forget(self, document: int) -> None:
        """Take a document's words out of the index, and off its pages; not twice."""
        self._database.execute(
            "INSERT INTO word (word, rowid, title, words)"
            " SELECT 'delete', document, title, words FROM document_text WHERE document = ?",
            (document,),
        )

    def retitle(self, document: int, title: str, *, indexed: bool) -> None:
        """Know a document by another title; ``indexed`` unless it is in the bin."""
        if indexed:
            self.forget(document)
        self._database.execute(
            "UPDATE document_text SET title = ? WHERE document = ?", (searchable(title), document)
        )
        if indexed:
            self.index(document)

    def rows(
        self,
        typed: str,
        limit: int = 50,
        order: Order = "newest",
        *,
        person: int | None = None,
        skip: int = 0,
    ) -> list[int]:
        """Return the rows of the documents that hold every word typed.

        Args:
            typed: words of a person.
            limit: how many rows at most.
            order: "relevance" is honoured under 5,000 hits, else the newest come first.
            person: the row of whose documents they are; None is everyone.
            skip: how many were shown already.
        """
        query = match(typed)
        if not query:
            return []
        by = "rowid DESC"
        if order == "relevance" and self._hits(query) < RELEVANCE_LIMIT:
            by = "rank, rowid DESC"
        whose, values = _of(person)
        found = self._database.rows(
            f"SELECT rowid FROM word WHERE word MATCH ?{whose} ORDER BY {by} LIMIT ? OFFSET ?",
            (query, *values, limit, skip),
        )
        return [int(row) for (row,) in found]

    def count(self, typed: str, *, person: int | None = None) -> int:
        """Return how many documents hold every word typed."""
        query = match(typed)
        if not query:
            return 0
        whose, values = _of(person)
        sql = f"SELECT count(*) FROM word WHERE word MATCH ?{whose}"
        return int(self._database.value(sql, (query, *values)))

    def rebuild(self) -> None:
        """Make the index anew from what is kept beside it; the bin stays out of it."""
        with self._database.act():
            self._database.execute("INSERT INTO word (word) VALUES ('delete-all')")
            for (row,) in self._database.rows("SELECT id FROM document WHERE binned_on IS NULL"):
                self.index(row)

    def documents(self) -> int:
        """Return how many documents the index holds: all but those of the bin."""
        return int(self._database.value("SELECT count(*) FROM word_docsize"))

    def holds_all(self) -> bool:
        """Tell whether no document is in the bin."""
        return self.documents() == int(self._database.value("SELECT count(*) FROM document"))

    def is_sound(self) -> bool:
        """Tell whether the index holds exactly the documents that are not in the bin."""
        try:
            rows = self._database.rows(
                "SELECT count(*) FROM document WHERE binned_on IS NULL"
                " UNION ALL SELECT count(*) FROM word_docsize"
            )
        except SafeDamaged:
            return False
        return bool(rows[0] == rows[1])

    def _hits(self, query: str) -> int:
        return int(
            self._database.value(
                "SELECT count(*) FROM (SELECT 1 FROM word WHERE word MATCH ? LIMIT ?)",
                (query, RELEVANCE_LIMIT),
            )
        )


def _of(person: int | None) -> tuple[str, tuple[int, ...]]:
    """Return the condition that keeps one person's documents, and its value."""
    if person is None:
        return "", ()
    # The plus has the index gone through once: else it is asked anew for each of her documents.
    return " AND +rowid IN (SELECT id FROM document WHERE person = ?)", (person,)


def searchable(text: str) -> str:
    """Write text as the index knows it: one form of each letter, and no joined letters.

    A PDF often holds "ﬁ" as one sign; the tokenizer folds accents and capitals, but no ligature.
    """
    return joined_letters_opened(unicodedata.normalize("NFKC", text))


def match(typed: str) -> str:
    """Return the index's query for what a person typed, "" when there is no word in it.

    Every word is quoted, so that nothing typed is taken for the index's own syntax; from three
    letters on, the beginning of a word is enough ("décision" finds "décisions").
    """
    words = _WORDS.findall(searchable(typed))[:WORD_LIMIT]
    return " ".join(
        f'"{word}"*' if len(word) >= LETTERS_FOR_A_BEGINNING else f'"{word}"' for word in words
    )
