"""Circles: restricted safes beside the safe of an office, each encrypted for its readers alone.

A circle is a safe of its own, in a folder of a random name under ``circles``. The main safe holds
nothing of it, neither its title nor who reads it: each reader has in the circle's key file a slot
that her own phrase opens, found by it alone (``own_secret.py``). One derivation opens all.
"""

import contextlib
import datetime as dt
import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol

from desktop_app.core.circles import Moved, Reader
from desktop_app.core.errors import AppError, Notice
from desktop_app.safe import circle_marks, creation, keystore, rights
from desktop_app.safe.disk import Disk, refusal
from desktop_app.safe.errors import (
    NoOwnPhrase,
    NotAReader,
    NotFound,
    Tell,
    WordsOtherSafe,
    WordsUnknown,
    WrongPassphrase,
)
from desktop_app.safe.folder import SafeFolder
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.keys import NewKeys
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.moving import Moving, finish
from desktop_app.safe.own_secret import of_circle
from desktop_app.safe.secret import draw_recovery_words, words_bytes
from desktop_app.safe.slots import ID_BYTES, Kind, wrap
from desktop_app.safe.stick_key import StickKey
from desktop_app.safe.store import Safe

_NAME_BYTES = 8


class Opens(Protocol):
    """What opens a safe of a folder."""

    def __call__(
        self, path: Path, given: keystore.Given, *, on: dt.date, or_read: bool, tell: Tell
    ) -> Safe: ...


class Circles:
    """The circles of an open safe, as far as who opened it may read them.

    Args:
        main: the safe of the office, open by a phrase.
        opens: the door's.
    """

    def __init__(self, main: Safe, opens: Opens, disk: Disk, schemas: Schemas) -> None:
        self._main, self._opens, self._disk, self._schemas = main, opens, disk, schemas
        self._known: dict[str, Safe] = {main.id: main}
        self._looked = False

    @property
    def looked(self) -> bool:
        """Whether those of the phrase of now were opened: there may be none."""
        return self._looked

    def open_mine(self, *, on: dt.date, tell: Tell, hers_alone: bool = False) -> Sequence[Safe]:
        """Open every circle that this helper may read; the others are not even counted.

        What a kill had stopped between them is ended, and told (``moving.finish``).
        One that does not open is told, and stops none of the others. One that somebody else writes
        is read beside her. What a helper who left could open is closed to her here.

        ``hers_alone``: nothing is told of one whose keys cannot be read: it may be nothing to her.
        """
        self.close()
        found = []
        for folder in self._main.folder.circle_folders():
            hers = not hers_alone
            try:
                key = self._key_of(folder)
                if key is not None:
                    hers = True
                    found.append(self._open(folder, key, on=on, tell=tell))
            except (AppError, OSError) as problem:
                if hers:
                    tell(Notice("circle-not-opened"))
                    _tell_why(problem, tell)
        self._known |= {one.id: one for one in found}
        self._looked = True
        try:
            if found and not self._main.read_only and all(map(self._opens_by_now, found)):
                self._main.access.forget_former_own()
            finish([self._main, *found], on=on, tell=tell)
        except (AppError, OSError) as problem:  # a full disk, no right to erase: at another opening
            _tell_why(problem, tell)
        return self.open

    @property
    def open(self) -> Sequence[Safe]:
        """The circles that are open, by title."""
        found = [one for one in self._known.values() if one is not self._main]
        return sorted(found, key=lambda one: (one.circle, one.id))

    def close(self) -> None:
        """Close those that are open; the main safe stays."""
        there, self._known, self._looked = self.open, {self._main.id: self._main}, False
        for one in there:
            one.close()

    def hand_out(self, circle: str) -> Safe:
        """Close the others; this one stays open, and is closed by who takes it."""
        found = self._known.pop(circle)
        self.close()
        return found

    def know(self, circle: Safe) -> None:
        """Go on with a circle that was opened anew, in the place of what it was."""
        if circle.id != self._main.id:
            self._known[circle.id] = circle

    def make(self, title: str, *, on: dt.date, tell: Tell) -> tuple[Safe, tuple[str, ...]]:
        """Make a circle that this helper alone reads; return it open, and its recovery words.

        The words are shown this once: without them, a circle whose readers all forgot their phrase
        is lost.

        Raises:
            OnlyResponsable, NoOwnPhrase; the others of ``creation.create``.
        """
        self._main.team.expect_responsable()
        own = self._own()[0]
        safe_id, key = secrets.token_bytes(ID_BYTES), secrets.token_bytes(32)
        mine, words = of_circle(own, safe_id), draw_recovery_words()
        slots = (
            wrap(Kind.KEY_FILE, mine.secret, key, safe_id, FLOOR, id_=mine.slot),
            wrap(Kind.WORDS, words_bytes(" ".join(words)), key, safe_id, FLOOR),
        )
        home = self._main.folder.circles
        try:
            if not home.is_dir():
                rights.make_folder(home)
        except OSError as error:
            raise refusal(error) from error
        folder = home / secrets.token_hex(_NAME_BYTES)
        creation.create(
            folder, NewKeys(safe_id, key, slots), disk=self._disk, schemas=self._schemas, on=on
        )
        made = self._opens(folder, mine, on=on, or_read=False, tell=tell)
        with made.act():
            circle_marks.entitle(made.database, title, self._main.id)
            self._name(made, mine.slot, self._main.access.slots.used)
        made.know_circle()
        made.team.begin()
        self._known[made.id] = made
        return made, words

    def readers(self, circle: str) -> Sequence[Reader]:
        """Return who may read a circle, by name; ``me`` is who opened it."""
        found = self._known[circle]
        theirs = circle_marks.readers(found.database)
        return [
            Reader(slot.id, slot.name, slot.added_on, slot.used)
            for slot in found.access.all()
            if slot.id in theirs
        ]

    def add_reader(self, circle: str, phrase: str, *, on: dt.date) -> str:
        """Let a helper read a circle: she types her own phrase. Return her name.

        Raises:
            OnlyResponsable.
            NotAReader: no helper of the main safe has this phrase.
            SlotsFull, NotEnoughMemory.
        """
        self._main.team.expect_responsable()
        copies = keystore.read_copies(self._main.folder, self._disk)
        try:
            hers = keystore.unlock(copies, phrase)
        except (WrongPassphrase, WordsUnknown, WordsOtherSafe) as wrong:
            raise NotAReader from wrong
        if not hers.own or hers.slot not in self._helpers():
            raise NotAReader
        found = self._known[circle]
        reader = of_circle(hers.own, bytes.fromhex(circle))
        _uid, name = self._helpers()[hers.slot]
        found.access.add_reader(reader, name=name, on=on)
        with found.act():
            self._name(found, reader.slot, hers.slot)
        return name

    def remove_reader(self, circle: str, slot: str, *, on: dt.date) -> None:
        """Let somebody read it no more. What she copied before, she keeps.

        Raises:
            OnlyResponsable, NotFound, LastSlot.
        """
        self._main.team.expect_responsable()
        found = self._known[circle]
        if slot not in circle_marks.readers(found.database):
            raise NotFound(what="slot")
        found.access.remove(slot, on=on)
        circle_marks.forget_reader(found.database, slot)

    def move(self, source: str, target: str, dossier: str, *, on: dt.date) -> Moved:
        """Move a dossier, by its title or its id, from one of these safes to another, by their ids.

        Raises:
            As ``Moving``.
        """
        there = self._known[source], self._known[target]
        return Moving(*there, dossier, on=on).all_of_it()

    def _open(self, folder: Path, key: StickKey, *, on: dt.date, tell: Tell) -> Safe:
        circle = self._opens(folder, key, on=on, or_read=True, tell=tell)
        try:
            if circle_marks.of_safe(circle.database) != self._main.id:
                raise NotFound(what="circle")
            if not circle.read_only:
                self._hand_over(circle, key, on)
                self._let_go(circle, on)
        except BaseException:
            circle.close()
            raise
        return circle

    def _hand_over(self, circle: Safe, key: StickKey, on: dt.date) -> None:
        """Let it open by the phrase of now, where it opened by a former one."""
        newest = of_circle(self._own()[0], key.safe_id)
        if key.slot == newest.slot:
            return
        circle.access.add_reader(newest, name=circle.access.my_name, on=on)
        with circle.act():
            self._name(circle, newest.slot, self._main.access.slots.used)
        circle.access.slots.used = newest.slot
        circle.access.remove(key.slot.hex(), on=on)
        circle_marks.forget_reader(circle.database, key.slot.hex())

    def _let_go(self, circle: Safe, on: dt.date) -> None:
        """Close it to those whom the main safe no longer knows."""
        known = {uid for uid, _name in self._helpers().values()}
        mine = circle.access.slots.used.hex()
        there = {slot.id for slot in circle.access.all()}
        for slot, theirs in circle_marks.readers(circle.database).items():
            if theirs in known or slot == mine:
                continue
            if slot in there:
                with contextlib.suppress(AppError):
                    circle.access.remove(slot, on=on)
            circle_marks.forget_reader(circle.database, slot)

    def _key_of(self, folder: Path) -> StickKey | None:
        """Return what opens a circle, if this helper is one of its readers; nothing is opened."""
        copies = keystore.read_copies(SafeFolder(folder), self._disk)
        there = {
            (copy.keys.safe_id, slot.id) for copy in copies if copy.keys for slot in copy.keys.slots
        }
        for own in self._own() if any(self._main.access.own) else ():
            for safe_id in {one for one, _slot in there}:
                key = of_circle(own, safe_id)
                if (safe_id, key.slot) in there:
                    return key
        return None

    def _opens_by_now(self, circle: Safe) -> bool:
        return circle.access.slots.used == of_circle(self._own()[0], self._id_of(circle)).slot

    def _own(self) -> list[bytes]:
        if not any(self._main.access.own):
            raise NoOwnPhrase
        return [bytes(self._main.access.own), *self._main.access.former_own()]

    def _id_of(self, circle: Safe) -> bytes:
        return bytes.fromhex(circle.id)

    def _name(self, circle: Safe, slot: bytes, theirs: bytes) -> None:
        """Give a reader her name in the circle; the caller is in an act."""
        uid, name = self._helpers()[theirs]
        circle.database.execute("UPDATE helper SET name = ? WHERE slot = ?", (name, slot))
        circle_marks.know_reader(circle.database, slot.hex(), uid)

    def _helpers(self) -> dict[bytes, tuple[str, str]]:
        """Return the helpers who open the main safe now, by slot: id and name."""
        found = self._main.database.rows(
            "SELECT slot, uid, name FROM helper WHERE slot IS NOT NULL"
        )
        return {bytes(slot): (str(uid), str(name)) for slot, uid, name in found}


def _tell_why(problem: AppError | OSError, tell: Tell) -> None:
    error = problem if isinstance(problem, AppError) else refusal(problem)
    tell(Notice(error.wording, error.parameters))
