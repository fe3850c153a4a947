"""File numbers and keys of persons: given, found, gone with her, and never another's."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.known_by import BIRTH, CAF, NAME, PHONE, Key, Sought
from desktop_app.safe.store import Safe
from tests.safe.conftest import TODAY, Made


@pytest.fixture
def safe(original: Made, tmp_path: Path) -> Iterator[Safe]:
    with original.copied(tmp_path / "safe").open_with_key() as opened:
        yield opened


def know(safe: Safe, person: str, **values: str) -> None:
    """Keep what is known, ``identite__nom`` standing for ``identite.nom``."""
    known = {field.replace("__", "."): value for field, value in values.items()}
    safe.people.keep_values(person, known, source="typed", on=TODAY)


def keys_of(safe: Safe, person: str) -> set[Key]:
    rows = safe.database.rows(
        "SELECT kind, text FROM person_key WHERE person = (SELECT id FROM person WHERE uid = ?)",
        (person,),
    )
    return {Key(*row) for row in rows}


def test_at_home_nobody_has_a_number(safe: Safe) -> None:
    person = safe.people.add("Fatou Diallo", on=TODAY)
    assert not safe.numbers.begun
    assert safe.numbers.one(person) is None


def test_an_office_numbers_who_is_there_and_who_comes(safe: Safe) -> None:
    before = [one.id for one in safe.people.all()]
    first = safe.people.add("Fatou Diallo", on=TODAY)
    safe.numbers.begin()
    second = safe.people.add("Ali Traoré", on=TODAY)
    assert sorted(safe.numbers.of([*before, first]).values()) == [*range(1, len(before) + 2)]
    assert safe.numbers.one(second) == len(before) + 2
    assert safe.numbers.person(len(before) + 2) == second
    safe.numbers.begin()  # again: nobody's number changes
    assert safe.numbers.one(second) == len(before) + 2


def test_a_number_is_nobody_else_s_even_once_she_is_erased(safe: Safe) -> None:
    safe.numbers.begin()
    gone = safe.people.add("Fatou Diallo", on=TODAY)
    number = safe.numbers.one(gone)
    assert number is not None
    safe.bin.put(gone, on=TODAY, kind="person")
    assert safe.numbers.person(number) == ""  # in the bin, she is found by nothing
    safe.bin.erase("person", gone, on=TODAY)
    assert (
        safe.database.value("SELECT count(*) FROM person_number WHERE number = ?", (number,)) == 0
    )
    assert safe.numbers.one(safe.people.add("Ali Traoré", on=TODAY)) == number + 1


def test_a_gesture_undone_gives_its_number_to_nobody(safe: Safe) -> None:
    safe.numbers.begin()
    with safe.recorded() as recording, safe.act():
        undone = safe.people.add("Fatou Diallo", on=TODAY)
        know(safe, undone, contact__telephone="06 12 34 56 78")
    number = safe.numbers.one(undone)
    assert number is not None
    other = safe.people.add("Ali Traoré", on=TODAY)  # the number after it was given meanwhile
    safe.undo(recording.reverse, on=TODAY)
    assert safe.people.there(undone) is None
    assert safe.numbers.one(other) == number + 1
    assert safe.numbers.one(safe.people.add("Noé Martin", on=TODAY)) == number + 2


def test_keys_follow_what_is_known(safe: Safe) -> None:
    person = safe.people.add("Fatou Diallo", on=TODAY)
    know(
        safe, person, identite__date_naissance="14/03/1982", contact__telephone="+33 6 12 34 56 78"
    )
    know(safe, person, caf__numero_allocataire="1000005", identite__nom_naissance="N’Diaye-Sow")
    born, phone = Key(BIRTH, "1982-03-14"), Key(PHONE, "0612345678")
    rest = {Key(CAF, "1000005"), Key(NAME, "n diaye sow")}
    assert keys_of(safe, person) == {born, phone} | rest
    know(safe, person, contact__telephone="06 99 99 99 99")  # the one of before finds her no more
    assert keys_of(safe, person) == {born, Key(PHONE, "0699999999")} | rest
    safe.people.forget(person, "contact.telephone")
    assert keys_of(safe, person) == {born} | rest
    assert safe.keys.of([person], BIRTH) == {person: "1982-03-14"}


def test_keys_are_looked_for_whole_by_their_beginning_end_or_part(safe: Safe) -> None:
    one, other = (safe.people.add(name, on=TODAY) for name in ("Fatou Diallo", "Ali Traoré"))
    know(safe, one, identite__date_naissance="14/03/1982", contact__telephone="06 12 34 56 78")
    know(safe, other, identite__date_naissance="14/03/1990", caf__numero_allocataire="1234567")

    def found(*sought: Sought) -> set[str]:
        return {person for person, _key in safe.keys.having(sought)}

    assert found(Sought(BIRTH, "begins", "1982")) == {one}
    assert found(Sought(BIRTH, "ends", "-03-14")) == {one, other}
    assert found(Sought(PHONE, "has", "3456")) == {one}
    assert found(Sought("", "begins", "1234"), Sought(PHONE, "is", "0612345678")) == {one, other}
    assert found(Sought("", "is", "diallo")) == set()  # a name is no number
    assert found() == set()
    safe.bin.put(one, on=TODAY, kind="person")
    assert found(Sought(BIRTH, "ends", "-03-14")) == {other}


def test_the_keys_of_a_safe_of_before_are_made_once_and_go_on_from_a_stop(safe: Safe) -> None:
    people = [safe.people.add(f"Personne {n}", on=TODAY) for n in range(7)]
    for n, person in enumerate(people):
        know(safe, person, contact__telephone=f"06 00 00 00 0{n}")
    safe.database.execute("DELETE FROM person_key")
    assert not safe.keys.complete()
    total = len(safe.people.all())
    assert safe.keys.fill(3) == total - 3
    assert not safe.keys.complete()  # stopped here, another day goes on
    while safe.keys.fill(3):
        pass
    assert safe.keys.complete()
    assert all(len(keys_of(safe, person)) == 1 for person in people)
    assert safe.keys.fill(3) == 0


def test_erasing_a_matter_takes_the_keys_it_gave(safe: Safe) -> None:
    person = safe.people.add("Fatou Diallo", on=TODAY)
    draft = safe.drafts.begin("une-lettre", "{}", on=TODAY, person=person)
    safe.people.keep_value(person, "contact.telephone", "06 11 11 11 11", source="typed", on=TODAY)
    safe.people.keep_value(
        person, "contact.telephone", "06 22 22 22 22",
        source="draft", on=dt.date(2026, 11, 25), source_id=draft,
    )  # fmt: skip
    assert keys_of(safe, person) == {Key(PHONE, "0622222222")}
    safe.matters.erase(safe.matters.whole(draft=draft), on=TODAY)
    assert keys_of(safe, person) == {Key(PHONE, "0611111111")}


def test_a_safe_without_anybody_has_no_name(safe: Safe) -> None:
    for one in safe.people.all():
        safe.bin.put(one.id, on=TODAY, kind="person")
    assert safe.keys.names() == {}
    assert safe.keys.having([Sought(PHONE, "has", "0612")]) == []
