"""By what persons are found besides their names: kept beside the values, made again from them."""

from collections.abc import Collection, Mapping, Sequence

from desktop_app.core.known_by import (
    BIRTH,
    FIELDS,
    MAIL,
    NAME,
    OTHERS,
    PHONE,
    VERSION,
    Key,
    Sought,
    keys_of,
    parted,
)
from desktop_app.safe.database import Database

_MADE = "person-keys"  # the setting: by which rules, and how far it has come
_MARKS = ", ".join("?" * len(FIELDS))
_NO_NUMBERS = ", ".join(f"'{kind}'" for kind in (BIRTH, MAIL, NAME, PHONE))
_FEW = 500
"""Persons asked of by their ids; of more, everyone is read."""
_HOW = {
    "is": "k.text = ?{n}",
    "begins": "k.text >= ?{n} AND k.text < ?{n} || char(1114111)",
    "ends": "substr(k.text, -length(?{n})) = ?{n}",
    "has": "instr(k.text, ?{n})",
}


class Keys:
    """The keys of the persons of an open safe."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._names: tuple[int, Mapping[str, str]] | None = None

    def renew(self, row: int) -> None:
        """Make the keys of a person again from what is known of her now; within an act."""
        wanted = keys_of(
            dict(
                self._database.rows(
                    "SELECT field, value FROM person_value WHERE person = ?"
                    f" AND field IN ({_MARKS}) ORDER BY id",
                    (row, *FIELDS),
                )
            )
        )
        held = {
            Key(*one)
            for one in self._database.rows(
                "SELECT kind, text FROM person_key WHERE person = ?", (row,)
            )
        }
        for key in held - wanted:
            self._database.execute(
                "DELETE FROM person_key WHERE person = ? AND kind = ? AND text = ?",
                (row, key.kind, key.text),
            )
        for key in wanted - held:
            self._database.execute(
                "INSERT INTO person_key (person, kind, text) VALUES (?, ?, ?)",
                (row, key.kind, key.text),
            )

    def complete(self) -> bool:
        """Tell whether everyone has hers: those of a safe of before are made by ``fill``."""
        version, done = self._state()
        return version == VERSION and done is None

    def fill(self, most: int) -> int:
        """Make the keys of the next persons who may lack them; return how many are left.

        One act, so that a stop at any moment goes on from there.
        """
        version, done = self._state()
        if version == VERSION and done is None:
            return 0
        after = done or 0 if version == VERSION else 0
        with self._database.act():
            found = self._database.rows(
                "SELECT id FROM person WHERE id > ? ORDER BY id LIMIT ?", (after, most)
            )
            for (row,) in found:
                self.renew(row)
                after = row
            left = int(self._database.value("SELECT count(*) FROM person WHERE id > ?", (after,)))
            self._database.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                " ON CONFLICT DO UPDATE SET value = excluded.value",
                (_MADE, f"{VERSION} {after}" if left else f"{VERSION}"),
            )
        return left

    def having(self, sought: Sequence[Sought]) -> list[tuple[str, Key]]:
        """Return each person, by id, who has one of these keys, and the key; none of the bin."""
        if not sought:
            return []
        asked, values = [], []
        for one in sought:
            values.append(one.text)
            condition = _HOW[one.how].format(n=len(values))
            if one.kind:
                values.append(one.kind)
            kind = f"= ?{len(values)}" if one.kind else f"NOT IN ({_NO_NUMBERS})"
            asked.append(f"({condition} AND k.kind {kind})")
        found = self._database.rows(
            "SELECT p.uid, k.kind, k.text FROM person_key k JOIN person p ON p.id = k.person"
            f" WHERE p.binned_on IS NULL AND ({' OR '.join(asked)})",
            values,
        )
        return [(uid, Key(kind, text)) for uid, kind, text in found]

    def names(self) -> Mapping[str, str]:
        """Return all the words of the names of each person, by her id, a space around each.

        Those of the name that she goes by, ``OTHERS``, those of her other names.

        Kept in memory until something is written, for one types letter after letter.
        """
        written = self._database.changes
        if self._names is None or self._names[0] != written:
            self._names = written, self._read_names()
        return self._names[1]

    def _read_names(self) -> Mapping[str, str]:
        own = self._database.rows("SELECT id, uid, folded FROM person WHERE binned_on IS NULL")
        # One text for all is parted in words faster than each by itself.
        called = parted("\n".join(folded for _, _, folded in own)).split("\n") if own else []
        found = {row: f" {name} " for (row, _, _), name in zip(own, called, strict=True)}
        others = self._database.rows("SELECT person, text FROM person_key WHERE kind = ?", (NAME,))
        parts = set()
        for row, text in others:
            if row in found:
                found[row] += f"{text} " if row in parts else f"{OTHERS} {text} "
                parts.add(row)
        return {uid: found[row] for row, uid, _ in own}

    def held(self, persons: Collection[str]) -> dict[str, frozenset[Key]]:
        """Return all the keys of each of these persons, by her id."""
        few = len(persons) <= _FEW
        chosen = f"p.uid IN ({', '.join('?' * len(persons))})" if few else "p.binned_on IS NULL"
        found: dict[str, set[Key]] = {person: set() for person in persons}
        for uid, kind, text in self._database.rows(
            "SELECT p.uid, k.kind, k.text FROM person p JOIN person_key k ON k.person = p.id"
            f" WHERE {chosen}",
            tuple(persons) if few else (),
        ):
            if uid in found:
                found[uid].add(Key(kind, text))
        return {uid: frozenset(keys) for uid, keys in found.items()}

    def of(self, persons: Collection[str], kind: str) -> dict[str, str]:
        """Return the key of a kind of each of these persons, by her id, where she has one."""
        marks = ", ".join("?" * len(persons))
        return dict(
            self._database.rows(
                "SELECT p.uid, k.text FROM person p JOIN person_key k ON k.person = p.id"
                f" WHERE k.kind = ? AND p.uid IN ({marks})",
                (kind, *persons),
            )
        )

    def _state(self) -> tuple[int, int | None]:
        """Return by which rules keys are made, and after which row there may be none; None: all."""
        text = self._database.value("SELECT value FROM setting WHERE name = ?", (_MADE,)) or "0"
        version, _, row = str(text).partition(" ")
        return int(version), int(row) if row else None
