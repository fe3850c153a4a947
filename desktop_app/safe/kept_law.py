"""By which rules of law the dates of a safe were computed: kept in the table ``setting``.

One or a few laws, each as text that the core made (``core/deadlines/counted.py``) and cut in
pieces: the names ``law-<n of the law, three digits>-<n of the piece, three digits>``. The first
line of a law's text is what it is known by.
"""

from collections.abc import Mapping

from desktop_app.safe.database import Database

MOST = 3
"""Laws kept at once; the oldest goes first."""
_PIECE = 10_000
_NAME = "law-"
_RANGE = (_NAME, "law.")


class KeptLaw:
    """The laws of an open safe, the oldest first."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def all(self) -> Mapping[str, str]:
        """Return the text of each law, by what it is known by."""
        rows = self._database.rows(
            "SELECT name, value FROM setting WHERE name >= ? AND name < ? ORDER BY name", _RANGE
        )
        texts: dict[str, str] = {}
        for name, value in rows:
            law = str(name).rpartition("-")[0]
            texts[law] = texts.get(law, "") + str(value)
        found = (text.partition("\n") for text in texts.values())
        return {known_by: text for known_by, _, text in found}

    def add(self, known_by: str, text: str) -> None:
        """Keep one law more: dates were computed by it too."""
        others = {name: kept for name, kept in self.all().items() if name != known_by}
        self._write(dict([*others.items(), (known_by, text)][-MOST:]))

    def keep_only(self, known_by: str, text: str) -> None:
        """Keep this one alone: no date of another is left."""
        self._write({known_by: text})

    def _write(self, laws: Mapping[str, str]) -> None:
        with self._database.act():
            self._database.execute("DELETE FROM setting WHERE name >= ? AND name < ?", _RANGE)
            for number, (known_by, text) in enumerate(laws.items()):
                whole = f"{known_by}\n{text}"
                for piece, start in enumerate(range(0, len(whole), _PIECE)):
                    self._database.execute(
                        "INSERT INTO setting (name, value) VALUES (?, ?)",
                        (f"{_NAME}{number:03}-{piece:03}", whole[start : start + _PIECE]),
                    )
