"""Circles: one phrase opens all that a helper may read, and another helper reads nothing of it."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

import pytest

from desktop_app.core.errors import Notice
from desktop_app.core.office import Office as Rules
from desktop_app.core.office import RightKept
from desktop_app.safe.circles import Circles
from desktop_app.safe.door import Door
from desktop_app.safe.errors import (
    CirclesThere,
    LastSlot,
    NoOwnPhrase,
    NotAReader,
    SlotRemoved,
    StickKeyOtherSafe,
    WrongPassphrase,
)
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.moving import Moving
from desktop_app.safe.rows_out import of_matter
from desktop_app.safe.store import Safe
from desktop_app.workflow.office import going_on
from desktop_app.workflow.office.settings import keep_office
from tests.safe.conftest import PHRASE, TODAY, Made

NADIA, OMAR = "sept girafes vertes à Brest hier", "neuf zèbres gris à Nice demain"
TITLE = "Violences ZKCERCLE"


def heard(notices: list[Notice]) -> list[str]:
    return [one.code for one in notices]


@dataclass
class Office:
    """The safe of an office on disk, and the ways of its helpers in."""

    made: Made
    door: Door

    def enter(self, phrase: str) -> tuple[Safe, Circles]:
        safe = self.door.open(self.made.path, phrase, on=TODAY)
        return safe, safe.circles

    def titles(self, phrase: str) -> list[str]:
        """Return the circles that a phrase opens."""
        safe, circles = self.enter(phrase)
        told: list[Notice] = []
        with safe:
            found = circles.open_mine(on=TODAY, tell=told.append)
            titles = [one.circle for one in found]
            for one in found:
                one.close()
        assert told == []
        return titles


@pytest.fixture
def office(made: Made) -> Office:
    """An office where Nadia and Omar have their phrases too, and the first helper a circle."""
    door = Door(choose_kdf=lambda: FLOOR, names_who=True)
    with door.open(made.path, PHRASE, on=TODAY) as safe:
        safe.access.add_phrase(NADIA, name="Nadia", on=TODAY)
        safe.access.add_phrase(OMAR, name="Omar", on=TODAY)
        circle, words = safe.circles.make(TITLE, on=TODAY, tell=lambda _: None)
        with circle:
            assert len(words) == 12
            circle.add(b"ZKPAPIER " * 500, title="ZKTITRE", on=TODAY, person="Zk Personne")
    return Office(made, door)


def with_circle(office: Office, phrase: str) -> tuple[Safe, Safe, Circles]:
    safe, circles = office.enter(phrase)
    (circle,) = circles.open_mine(on=TODAY, tell=lambda _: None)
    return safe, circle, circles


def test_one_phrase_opens_what_its_helper_may_read_and_nothing_else(office: Office) -> None:
    assert office.titles(PHRASE) == [TITLE]
    assert office.titles(NADIA) == []
    safe, circle, circles = with_circle(office, PHRASE)
    with safe, circle:
        assert circles.add_reader(circle.id, NADIA, on=TODAY) == "Nadia"
        assert [(one.name, one.me) for one in circles.readers(circle.id)] == [
            ("", True),
            ("Nadia", False),
        ]
        with pytest.raises(NotAReader):
            circles.add_reader(circle.id, "une phrase que personne n’a ici", on=TODAY)
    assert office.titles(NADIA) == [TITLE]
    assert office.titles(OMAR) == []


def test_a_removed_reader_opens_it_no_more_and_the_last_one_stays(office: Office) -> None:
    safe, circle, circles = with_circle(office, PHRASE)
    with safe, circle:
        circles.add_reader(circle.id, NADIA, on=TODAY)
        (nadia,) = [one for one in circles.readers(circle.id) if not one.me]
        circles.remove_reader(circle.id, nadia.slot, on=TODAY)
        (me,) = circles.readers(circle.id)
        with pytest.raises(LastSlot):
            circles.remove_reader(circle.id, me.slot, on=TODAY)
    assert office.titles(NADIA) == []
    assert office.titles(PHRASE) == [TITLE]


def test_a_helper_who_leaves_the_office_leaves_its_circles(office: Office) -> None:
    safe, circle, circles = with_circle(office, PHRASE)
    with safe, circle:
        circles.add_reader(circle.id, NADIA, on=TODAY)
        (slot,) = [one.id for one in safe.access.all() if one.name == "Nadia"]
        safe.access.remove(slot, on=TODAY)
    safe, circle, circles = with_circle(office, PHRASE)
    with safe, circle:
        assert [one.me for one in circles.readers(circle.id)] == [True]
        assert len([one for one in circle.access.all() if one.kind == "key-file"]) == 1


def test_a_changed_phrase_still_opens_them_even_twice_and_never_the_former(office: Office) -> None:
    safe, circle, circles = with_circle(office, PHRASE)
    with safe, circle:
        circles.add_reader(circle.id, NADIA, on=TODAY)
    with office.enter(NADIA)[0] as hers:
        hers.access.change_phrase("", "onze loups blancs à Metz lundi", on=TODAY)
        hers.access.change_phrase("", "deux ânes noirs à Sète mardi", on=TODAY)
    assert office.titles(PHRASE) == [TITLE]  # who comes between does not close it to her
    for _ in range(2):
        assert office.titles("deux ânes noirs à Sète mardi") == [TITLE]
    with pytest.raises(WrongPassphrase):
        office.enter(NADIA)
    safe, circle, circles = with_circle(office, PHRASE)
    with safe, circle:
        assert sorted(one.name for one in circles.readers(circle.id)) == ["", "Nadia"]


def test_a_new_key_of_the_main_safe_keeps_the_circles_of_who_changes_it(office: Office) -> None:
    safe, _ = office.enter(PHRASE)
    safe.rotate("douze cygnes bleus à Laon mercredi", on=TODAY, recovery=False)
    assert office.titles("douze cygnes bleus à Laon mercredi") == [TITLE]


def test_words_and_sticks_open_no_circle(office: Office, tmp_path: Path) -> None:
    safe, circles = office.enter(" ".join(office.made.words))
    with safe:
        assert circles.open_mine(on=TODAY, tell=lambda _: None) == []
        with pytest.raises(NoOwnPhrase):
            circles.make("Autre", on=TODAY, tell=lambda _: None)


def test_the_safe_of_an_office_is_not_erased_over_its_circles(office: Office) -> None:
    safe, _ = office.enter(NADIA)
    with safe, pytest.raises(CirclesThere):
        safe.erase()
    assert office.titles(PHRASE) == [TITLE]


def test_a_circle_that_is_damaged_stops_none_of_the_others(office: Office) -> None:
    safe, circles = office.enter(PHRASE)
    with safe:
        circles.make("Autre", on=TODAY, tell=lambda _: None)[0].close()
        (first, second) = safe.folder.circle_folders()
        (first / "safe.db").write_bytes(b"x" * 8192)
        told: list[Notice] = []
        found = circles.open_mine(on=TODAY, tell=told.append)
        assert len(found) == 1
        assert heard(told)[0] == "circle-not-opened"
        for one in found:
            one.close()
        assert second.exists()


def test_a_circle_that_another_helper_writes_is_read_beside_her(office: Office) -> None:
    safe, circle, circles = with_circle(office, PHRASE)
    with safe, circle:
        circles.add_reader(circle.id, NADIA, on=TODAY)
        reading = office.door.open(office.made.path, NADIA, on=TODAY, or_read=True)
        (hers,) = reading.circles.open_mine(on=TODAY, tell=lambda _: None)
        assert hers.beside is not None
        assert [one.title for one in hers.documents()] == ["ZKTITRE"]
        hers.close()
        reading.close()


class TestTheWall:
    """Another helper, with the files on disk and her own phrase (issue 17, § 4.3)."""

    MARKERS = ("ZKCERCLE", "ZKPAPIER", "ZKTITRE", "Zk Personne", "Nadia", "Violences")

    def test_no_word_of_it_is_in_any_file(self, office: Office) -> None:
        safe, circle, circles = with_circle(office, PHRASE)
        with safe, circle:
            circles.add_reader(circle.id, NADIA, on=TODAY)
            files = [one for one in office.made.path.rglob("*") if one.is_file()]
            assert len(files) > 8
            for file in files:  # while it is open too: notes of locks, journals
                data = file.read_bytes()
                for marker in self.MARKERS:
                    assert marker.encode() not in data, (file.name, marker)
                    assert marker.encode("utf-16-le") not in data, (file.name, marker)
                    assert marker not in str(file), file

    def test_the_main_safe_says_nothing_of_it_to_who_opens_it(self, office: Office) -> None:
        """Not its title, nor its readers, nor that there is one: row by row."""
        safe, circle, circles = with_circle(office, PHRASE)
        with safe, circle:
            circles.add_reader(circle.id, NADIA, on=TODAY)
            circle_slots = {one.id for one in circle.access.all()}
            circle_id = circle.id
        with office.enter(OMAR)[0] as safe:
            tables = safe.database.rows("SELECT name FROM sqlite_master WHERE type = 'table'")
            for (table,) in tables:
                for row in safe.database.rows(f'SELECT * FROM "{table}"'):
                    told = " ".join(
                        one.hex() if isinstance(one, bytes) else str(one) for one in row
                    )
                    for marker in ("ZKCERCLE", "ZKPAPIER", "ZKTITRE", "Zk Personne", circle_id):
                        assert marker not in told, (table, marker)
                    assert not any(slot in told for slot in circle_slots), table

    def test_her_phrase_opens_no_slot_of_it_whatever_she_tries(self, office: Office) -> None:
        with office.enter(OMAR)[0] as safe:
            (folder,) = safe.folder.circle_folders()
            own = bytes(safe.access.own)
            main_key = safe.access.slots.live_key()
        from desktop_app.safe import keystore
        from desktop_app.safe.disk import Disk
        from desktop_app.safe.folder import SafeFolder
        from desktop_app.safe.own_secret import of_circle
        from desktop_app.safe.slots import unwrap
        from desktop_app.safe.stick_key import StickKey

        copies = keystore.read_copies(SafeFolder(folder), Disk())
        keys = copies[0].keys
        assert keys is not None
        for phrase in (OMAR, PHRASE, NADIA, " ".join(office.made.words)):
            assert not keystore.knows(copies, phrase)  # no phrase is a slot of it by itself
        hers = of_circle(own, keys.safe_id)
        for slot in keys.slots:
            for secret in (hers.secret, own, main_key):
                assert unwrap(slot, secret, keys.safe_id) is None
            with pytest.raises((SlotRemoved, StickKeyOtherSafe)):
                office.door.open(folder, StickKey(keys.safe_id, slot.id, hers.secret), on=TODAY)

    def test_a_removed_reader_with_the_files_of_now_reads_nothing(self, office: Office) -> None:
        safe, circle, circles = with_circle(office, PHRASE)
        with safe, circle:
            circles.add_reader(circle.id, NADIA, on=TODAY)
            (nadia,) = [one for one in circles.readers(circle.id) if not one.me]
            circles.remove_reader(circle.id, nadia.slot, on=TODAY)
            (folder,) = safe.folder.circle_folders()
        safe, circles = office.enter(NADIA)
        with safe:
            from desktop_app.safe.own_secret import of_circle

            hers = of_circle(bytes(safe.access.own), bytes.fromhex(circle.id))
            with pytest.raises(SlotRemoved):
                office.door.open(folder, hers, on=dt.date(2026, 11, 25))


def test_what_is_done_in_a_circle_bears_its_author(office: Office) -> None:
    safe, circles = office.enter(PHRASE)
    with safe:
        [circle] = circles.open_mine(on=TODAY, tell=lambda _notice: None)
        person = circle.people.add("Zoé", on=TODAY)
        assert [act.author for act in circle.acts.of(person)] == [circle.acts.author] != [""]
        circles.close()


def test_who_goes_on_opens_her_own_circles_and_no_other(office: Office) -> None:
    safe, circles = office.enter(PHRASE)
    with safe:
        assert [one.circle for one in circles.open_mine(on=TODAY, tell=lambda _: None)] == [TITLE]
        going_on.go_on_as(safe, NADIA)
        assert circles.open == []
        assert circles.open_mine(on=TODAY, tell=lambda _: None) == []
        going_on.go_on_as(safe, PHRASE)
        assert [one.circle for one in circles.open_mine(on=TODAY, tell=lambda _: None)] == [TITLE]
        circles.close()


@pytest.mark.slow
def test_a_cut_move_that_its_reader_may_not_end_closes_nothing(office: Office) -> None:
    safe, circle, circles = with_circle(office, PHRASE)
    with safe, circle:
        keep_office(safe, Rules("Le Relais", helpers=frozenset()))
        circles.add_reader(circle.id, NADIA, on=TODAY)
        other = safe.dossiers.add("Loyer", on=TODAY, person="Zoé")
        dossier = safe.dossiers.add("Indu", on=TODAY, person="Zoé")
        moving = Moving(safe, circle, dossier, on=TODAY)
        steps = moving.steps(of_matter(safe.database, moving._matter))
        assert [next(steps), next(steps)] == ["begun", "copied"]
    safe, circles = office.enter(NADIA)
    with safe:
        told: list[Notice] = []
        [circle] = circles.open_mine(on=TODAY, tell=told.append)
        assert heard(told) == ["right-kept"]
        assert circles.looked
        for one in (safe, circle):
            assert one.dossiers.there(dossier) is not None
        with pytest.raises(RightKept):
            circles.move(safe.id, circle.id, other, on=TODAY)
        assert circle.dossiers.there(other) is None  # refused before anything is copied


def test_who_moves_a_dossier_is_not_who_noted_what_is_in_it(office: Office) -> None:
    safe, circles = office.enter(PHRASE)
    with safe:
        keep_office(safe, Rules("Le Relais"))
        [circle] = circles.open_mine(on=TODAY, tell=lambda _: None)
        dossier = safe.dossiers.add("Indu", on=TODAY, person="Zoé")
        event = safe.events.add(dossier, kind="posted", day=TODAY)
        before = [(act.id, act.kind, act.at) for act in safe.acts.of(event)]
        circles.move(safe.id, circle.id, dossier, on=TODAY)
        assert [(act.id, act.kind, act.at) for act in circle.acts.of(event)] == before
        assert circle.acts.author
        circles.close()
