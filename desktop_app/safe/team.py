"""The office as its safe keeps it: its rules, its helpers, and who is at work.

A helper is one row of the table ``helper``, the one of her phrase; her acts bear its id. What else
opens the safe for her (a stick, a keyring) is a row of its own, whose ``role`` is ``way:`` and the
id of hers; the recovery words are nobody's: their row has the role ``words``. Roles are held by the
program: whoever has a phrase has the key of the whole safe.
"""

import datetime as dt
from collections.abc import Sequence

from desktop_app.core.office import (
    HELPER,
    RESPONSABLE,
    LastResponsable,
    Member,
    NameMissing,
    NameTaken,
    Office,
    OnlyResponsable,
    Right,
    RightKept,
    Role,
    may,
    read,
    written,
)
from desktop_app.safe import circle_marks, warnings
from desktop_app.safe.acts import Acts
from desktop_app.safe.database import Database
from desktop_app.safe.errors import NotFound
from desktop_app.safe.live_slots import LiveSlots
from desktop_app.safe.records import cleaned, compared, day_or_none
from desktop_app.safe.slots import Kind

SETTING = "office"
WAY, WORDS = "way:", "words"


class Team:
    """The office of an open safe; without rules there is none, and nobody is refused anything."""

    def __init__(
        self, database: Database, slots: LiveSlots, acts: Acts, *, read_only: bool = False
    ) -> None:
        self._database, self._slots, self._acts = database, slots, acts
        self._read_only = read_only

    def office(self) -> Office | None:
        """Return the rules of the office; None where none was set up.

        Raises:
            OfficeUnreadable.
        """
        found = self._database.value("SELECT value FROM setting WHERE name = ?", (SETTING,))
        return None if found is None else read(str(found))

    def keep(self, office: Office) -> None:
        """Keep the rules; the first ones make an office of this safe.

        Everybody has her role then: the first member is responsable, and is told so.

        Raises:
            OnlyResponsable.
        """
        self.expect_responsable()
        with self._database.act():
            self._arrange()
            self._acts.begin(self._at_work())
            self._database.execute(
                "INSERT INTO setting (name, value) VALUES (?, ?)"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                (SETTING, written(office)),
            )

    def begin(self) -> None:
        """Say who is at work, from the way in that opened; nothing where there is no office."""
        if self._is_office() and self._unarranged():
            with self._database.act():
                self._arrange()
        self.resume()

    def resume(self) -> None:
        """Say so again, where an act was undone, or another connection took the place.

        A circle of an office has no rules of its own, and bears authors all the same.
        """
        authored = self._is_office() or self._is_circle()
        self._acts.begin(self._at_work() if authored else "")

    def _is_circle(self) -> bool:
        return not self._read_only and bool(circle_marks.title(self._database))

    def _is_office(self) -> bool:
        sql = "SELECT 1 FROM setting WHERE name = ?"
        return not self._read_only and self._database.value(sql, (SETTING,)) is not None

    @property
    def at_work(self) -> Member | None:
        """The helper at this computer; None where she is not known."""
        return next((one for one in self.all() if one.at_work), None)

    def all(self, *, removed: bool = False) -> Sequence[Member]:
        """Return the helpers, the first one first; ``removed``: those who left too.

        The recovery words come last, when they are what opened the safe.
        """
        rows = self._database.rows(
            "SELECT uid, slot, name, role, added_on, removed_on FROM helper ORDER BY id"
        )
        working = self._at_work()
        ways: dict[str, list[str]] = {}
        for uid, slot, _name, role, _added, _gone in rows:
            if slot is not None:
                owner = role.removeprefix(WAY) if role.startswith(WAY) else uid
                ways.setdefault(owner, []).append(slot.hex())
        found = [
            Member(
                uid,
                name,
                RESPONSABLE if role == RESPONSABLE else HELPER,
                dt.date.fromisoformat(added),
                tuple(ways.get(uid, ())),
                uid == working,
                None if uid in ways else day_or_none(gone),
                role == WORDS,
            )
            for uid, _slot, name, role, added, gone in rows
            if not role.startswith(WAY)
        ]
        return [
            one
            for one in sorted(found, key=lambda one: one.words)
            if (one.ways or removed) and (not one.words or one.at_work)
        ]

    def one(self, member: str) -> Member:
        """Return a helper, by her id; raises NotFound."""
        found = next((one for one in self.all() if one.id == member and not one.words), None)
        if found is None:
            raise NotFound(what="helper")
        return found

    def rename(self, member: str, name: str) -> None:
        """Give a helper her name; her own, or by who is responsable.

        Raises:
            OnlyResponsable, NameMissing, NameTaken, NotFound.
        """
        if not self.one(member).at_work:
            self.expect_responsable()
        kept = self.checked_name(name, of=member)
        with self._database.act():
            self._database.execute("UPDATE helper SET name = ? WHERE uid = ?", (kept, member))

    def give_role(self, member: str, role: Role) -> None:
        """Make a helper responsable, or no longer.

        Raises:
            OnlyResponsable, NotFound.
            LastResponsable: nobody else is.
        """
        self.expect_responsable()
        known = self.one(member)
        if role == HELPER:
            self._expect_another(known)
        with self._database.act():
            self._arrange()
            self._give(known.id, role)

    def remove(self, member: str, *, on: dt.date) -> None:
        """Take away all that opens the safe for a helper; her name stays on what she did.

        Who had a copy of the safe keeps it.

        Raises:
            OnlyResponsable, LastResponsable, NotFound; LastSlot and the others of a key written.
        """
        self.expect_responsable()
        known = self.one(member)
        self._expect_another(known)
        self._slots.remove(*known.ways, on=on)

    def expect_new(self, name: str) -> str:
        """Return the name of somebody to add, as it is kept; she is not added yet.

        Raises:
            OnlyResponsable, NameMissing, NameTaken, NothingToSave.
        """
        self.expect_responsable()
        return self.checked_name(name)

    def expect_responsable(self) -> None:
        """Refuse, in an office, who is not responsable. The program holds it, not encryption.

        Raises:
            OnlyResponsable.
        """
        if not self._responsable():
            raise OnlyResponsable

    def expect_right(self, right: Right) -> None:
        """Refuse, in an office, what its rules keep for who is responsable.

        Raises:
            RightKept.
        """
        if not may(self.office(), self.at_work, right):
            raise RightKept

    def expect_own(self, slot: bytes) -> None:
        """Refuse to change what opens the safe for somebody else, unless one is responsable.

        Raises:
            OnlyResponsable.
        """
        if not self._responsable() and self.owner(slot) != self._at_work():
            raise OnlyResponsable

    def expect_removable(self, slot: bytes) -> None:
        """Refuse to take away another's way in, or the last one of the last responsable.

        Raises:
            OnlyResponsable, LastResponsable.
        """
        self.expect_own(slot)
        owner = self.owner(slot)
        known = next((one for one in self.all() if one.id == owner), None)
        if self._is_office() and known is not None and known.ways == (slot.hex(),):
            self._expect_another(known)

    def checked_name(self, name: str, *, of: str = "") -> str:
        """Return a helper's name as it is kept; as given where there is no office.

        ``of``: the helper whose name it becomes.

        Raises:
            NameMissing, NameTaken, NothingToSave.
        """
        if not self._is_office():
            return name
        if not name.strip():
            raise NameMissing
        kept = cleaned(name)
        others = (one.name for one in self.all() if one.id != of)
        if compared(kept) in map(compared, others):
            raise NameTaken
        return kept

    def working(self) -> tuple[str, str]:
        """Return the id and the name of who is at work, "" for what is not known."""
        uid = self._at_work()
        found = self._database.value("SELECT name FROM helper WHERE uid = ?", (uid,))
        return uid, str(found or "")

    def role_of_way(self, kind: Kind) -> str:
        """Return the role of a new row, by what opens with it: whose it is, where it is no phrase.

        "" where no office was set up.
        """
        if not self._is_office() or kind is Kind.PASSPHRASE:
            return HELPER
        return WORDS if kind is Kind.WORDS else WAY + self._acts.author

    def _responsable(self) -> bool:
        """Tell whether who is at work decides; everybody does where there is no office."""
        if not self._is_office():
            return True
        found = self.at_work
        return found is not None and found.responsable

    def _expect_another(self, member: Member) -> None:
        """Refuse to leave the office without anybody responsable."""
        others = (one for one in self.all() if one.id != member.id and not one.words)
        if member.role == RESPONSABLE and not any(one.role == RESPONSABLE for one in others):
            raise LastResponsable

    def _at_work(self) -> str:
        """Return the id of whose way in opened the safe, "" when it is not named."""
        return self.owner(self._slots.used)

    def owner(self, slot: bytes) -> str:
        """Return the id of whose way in this is, "" when it is not named."""
        found = self._database.row("SELECT uid, role FROM helper WHERE slot = ?", (slot,))
        if found is None:
            return ""
        uid, role = str(found[0]), str(found[1])
        return role.removeprefix(WAY) if role.startswith(WAY) else uid

    def _unarranged(self) -> bool:
        """Tell whether something opens that is no phrase and nobody's yet, or nobody decides."""
        kinds = {slot.id: slot.kind for slot in self._slots.now}
        rows = self._database.rows("SELECT slot, role FROM helper WHERE slot IS NOT NULL")
        if not any(role == RESPONSABLE for _slot, role in rows):
            return True
        return any(
            role == HELPER and kinds.get(slot, Kind.PASSPHRASE) is not Kind.PASSPHRASE
            for slot, role in rows
        )

    def _arrange(self) -> None:
        """Give their roles to the rows of a safe that had none: the first phrase is responsable.

        A stick or a keyring is hers whose name it bears, else the first's. The caller is in an act.
        """
        kinds = {slot.id: slot.kind for slot in self._slots.now}
        rows = self._database.rows(
            "SELECT uid, slot, name, role FROM helper WHERE slot IS NOT NULL ORDER BY id"
        )
        phrases = [row for row in rows if kinds.get(row[1]) is Kind.PASSPHRASE]
        if not phrases:
            return
        first = phrases[0][0]
        if not any(row[3] == RESPONSABLE for row in phrases):
            self._give(first, RESPONSABLE)
            told = [row[1] for row in phrases if row[0] == first and row[1] != self._slots.used]
            day = self._database.value("SELECT last_day_seen FROM safe")
            warnings.warn(
                self._database, warnings.RESPONSABLE, dt.date.fromisoformat(str(day)), told
            )
        for uid, slot, name, role in rows:
            kind = kinds.get(slot)
            if role != HELPER or kind in (None, Kind.PASSPHRASE):
                continue
            owner = next((one[0] for one in phrases if name and one[2] == name), first)
            self._give(uid, WORDS if kind is Kind.WORDS else WAY + owner)

    def _give(self, uid: str, role: Role | str) -> None:
        self._database.execute("UPDATE helper SET role = ? WHERE uid = ?", (role, uid))
