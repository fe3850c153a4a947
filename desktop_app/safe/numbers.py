"""The number that an office gives to each person: never another's, even once she is erased."""

from collections.abc import Collection

from desktop_app.safe.database import Database

LAST = "last-file-number"
"""The setting: the last number given. It only grows, whatever is undone or erased."""


class Numbers:
    """The file numbers of an open safe; none before an office ``begin``s."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @property
    def begun(self) -> bool:
        """Whether persons are given a number here."""
        return self._last() is not None

    @property
    def last(self) -> int:
        """The last number that was given, to whomever; 0 before the first."""
        return self._last() or 0

    def begin(self) -> None:
        """Give everyone a number, in the order they came, and each newcomer from now on.

        Doing it again numbers those who have none.
        """
        with self._database.act():
            if self._last() is None:
                self._database.execute(
                    "INSERT INTO setting (name, value) VALUES (?, ?)", (LAST, "0")
                )
            for (row,) in self._database.rows(
                "SELECT id FROM person WHERE id NOT IN (SELECT person FROM person_number)"
                " ORDER BY id"
            ):
                self.give(row)

    def give(self, row: int, wanted: int | None = None) -> None:
        """Give the next number to a newcomer; none where no office ``begin``s. Within an act.

        ``wanted``: this one, where nobody has it: the caller knows that nobody ever had.
        """
        last = self._last()
        if last is None:
            return
        taken = wanted is None or self._database.value(
            "SELECT 1 FROM person_number WHERE number = ?", (wanted,)
        )
        highest = int(self._database.value("SELECT max(number) FROM person_number") or 0)
        number = max(last, highest) + 1 if taken or wanted is None else wanted
        self._database.execute(
            "INSERT INTO person_number (person, number) VALUES (?, ?)", (row, number)
        )
        kept = str(max(last, number))
        self._database.execute("UPDATE setting SET value = ? WHERE name = ?", (kept, LAST))

    def one(self, person: str) -> int | None:
        """Return the number of a person, by her id."""
        return self.of((person,)).get(person)

    def of(self, persons: Collection[str]) -> dict[str, int]:
        """Return the number of each of these persons, by her id, where she has one."""
        marks = ", ".join("?" * len(persons))
        return dict(
            self._database.rows(
                "SELECT p.uid, n.number FROM person p JOIN person_number n ON n.person = p.id"
                f" WHERE p.uid IN ({marks})",
                tuple(persons),
            )
        )

    def person(self, number: int) -> str:
        """Return the id of who has a number; "" where nobody has, or who has is in the bin."""
        found = self._database.value(
            "SELECT p.uid FROM person_number n JOIN person p ON p.id = n.person"
            " WHERE n.number = ? AND p.binned_on IS NULL",
            (number,),
        )
        return str(found or "")

    def _last(self) -> int | None:
        found = self._database.value("SELECT value FROM setting WHERE name = ?", (LAST,))
        return None if found is None else int(found)
