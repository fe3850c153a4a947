"""Someone is found by anything known of her, in one box; and it says by what."""

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.known_by import BIRTH, CAF, FOREIGNER, MAIL, NIR, NUMBER, PHONE
from desktop_app.workflow.people import searching
from desktop_app.workflow.people.named import sound
from desktop_app.workflow.people.typed import read
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

ON = dt.date(2026, 11, 25)
PEOPLE = {  # in this order: their file numbers are 1, 2…
    "Fatou Da Silva": {
        "identite.date_naissance": "14/03/1982",
        "identite.nom_naissance": "N’Diaye",
        "contact.telephone": "06 12 34 56 44",
        "caf.numero_allocataire": "1000005",
    },
    "DIALLO Mamadou": {
        "identite.date_naissance": "02/11/1990",
        "contact.telephone": "+33 7 01 99 00 12",
        "sante.nir": "1 90 11 2A 004 123 12",
        "sejour.numero_etranger": "9900123456",
    },
    "Jean-Pierre Le Goff": {
        "identite.date_naissance": "14/03/1950",
        "contact.telephone": "02 98 00 14 82",
        "contact.courriel": "jp.legoff@exemple.fr",
    },
    "Philippe Martin": {},
    "Marie Duponcel": {},
    "Marie Dupont": {"identite.prenom": "Marie-Ange"},
    "Éloïse Œuvrard": {},
}


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path_factory.mktemp("safe"), ON), ON) as opened:
        opened.numbers.begin()
        for name, known in PEOPLE.items():
            person = opened.people.add(name, on=ON)
            opened.people.keep_values(person, known, source="typed", on=ON)
        yield opened


FATOU, MAMADOU, JEAN, PHILIPPE, DUPONCEL, DUPONT, ELOISE = PEOPLE
TYPED: dict[str, dict[str, str]] = {
    # names: begun, misspelt, in another order, joined, parted, as heard, of birth, of use
    "fatou": {FATOU: ""},
    "fatu": {FATOU: ""},
    "FATOUU": {FATOU: ""},
    "da silva fatu": {FATOU: ""},
    "dasilva": {FATOU: ""},
    "ndiaye": {FATOU: ""},
    "Fatou N'Diaye": {FATOU: ""},
    "mamadou diallo": {MAMADOU: ""},
    "dialo mamadu": {MAMADOU: ""},
    "jean pierre": {JEAN: ""},
    "jeanpierre legoff": {JEAN: ""},
    "le gof": {JEAN: ""},
    "filip": {PHILIPPE: ""},
    "marie dupon": {DUPONCEL: "", DUPONT: ""},
    "marie dupont": {DUPONT: ""},
    "ange": {DUPONT: ""},
    "eloise oeuvrard": {ELOISE: ""},
    "zzzz": {},
    # a day of birth
    "14/03/1982": {FATOU: BIRTH},
    "14 3 82": {FATOU: BIRTH},
    "14.03.82": {FATOU: BIRTH},
    "14 mars 1982": {FATOU: BIRTH},
    "14 mars": {FATOU: BIRTH, JEAN: BIRTH},
    "mars 1982": {FATOU: BIRTH},
    "14/03": {FATOU: BIRTH, JEAN: BIRTH},
    "1982-03-14": {FATOU: BIRTH},
    "14031982": {FATOU: BIRTH},
    "140382": {FATOU: BIRTH},
    "1990": {MAMADOU: BIRTH},
    "née le 14/03/1982": {FATOU: BIRTH},
    "2 nov. 1990": {MAMADOU: BIRTH},
    # a telephone, whole or in part
    "06 12 34 56 44": {FATOU: PHONE},
    "0612345644": {FATOU: PHONE},
    "+33612345644": {FATOU: PHONE},
    "00 33 6 12 34 56 44": {FATOU: PHONE},
    "06 12 34": {FATOU: PHONE},
    "5644": {FATOU: PHONE},
    "01 99 00": {MAMADOU: PHONE},
    "1482": {JEAN: PHONE},
    "tél. 06.12.34.56.44": {FATOU: PHONE},
    # a file number, alone or said
    "2": {MAMADOU: NUMBER},
    "n°2": {MAMADOU: NUMBER},
    "n° 2": {MAMADOU: NUMBER},
    "dossier 2": {MAMADOU: NUMBER},
    "N° 99": {},
    # a number of a body
    "1000005": {FATOU: CAF},
    "1000": {FATOU: CAF},
    "1 90 11 2A 004 123 12": {MAMADOU: NIR},
    "190112a004123": {MAMADOU: NIR},
    "9900 123 456": {MAMADOU: FOREIGNER},
    "legoff@exemple": {JEAN: MAIL},
    # her name and something else of her
    "marie n° 6": {DUPONT: NUMBER},
    "fatu 1982": {FATOU: BIRTH},
    "silva 14/03/82": {FATOU: BIRTH},
    "diallo 1982": {},
    "le goff 14 mars": {JEAN: BIRTH},
    "٢": {MAMADOU: NUMBER},  # figures of another writing are the same ones
}


@pytest.mark.parametrize(("typed", "expected"), TYPED.items())
def test_she_is_found_and_it_says_by_what(safe: Safe, typed: str, expected: dict[str, str]) -> None:
    found = searching.found(safe, typed, most=20)
    assert {one.name: one.why.kind for one in found.people} == expected
    assert (found.total, found.left) == (len(expected), 0)


def test_what_is_whole_comes_before_what_is_begun(safe: Safe) -> None:
    for typed, first in (("duponc", DUPONCEL), ("dupont", DUPONT)):
        names = [one.name for one in searching.found(safe, typed, most=9).people]
        assert names == [first, *({DUPONCEL, DUPONT} - {first} if typed == "duponc" else ())]


def test_a_few_at_a_time_until_the_end(safe: Safe) -> None:
    first = searching.found(safe, "mar", most=2)
    rest = searching.found(safe, "mar", skip=2, most=9)
    assert (len(first.people), first.left) == (2, first.total - 2)
    assert (len(rest.people), rest.left) == (first.total - 2, 0)
    assert not {one.id for one in first.people} & {one.id for one in rest.people}
    everyone = searching.found(safe, " ", most=3)
    assert (everyone.total, everyone.left) == (len(PEOPLE), len(PEOPLE) - 3)


def test_two_of_one_name_have_what_tells_them_apart(safe: Safe) -> None:
    (one,) = searching.found(safe, "fatou", most=9).people
    assert (one.born, one.number) == ("1982-03-14", 1)


def test_a_person_renamed_binned_or_added_is_seen_at_once(safe: Safe) -> None:
    assert not searching.found(safe, "Ousmane", most=9).people
    person = safe.people.add("Ousmane Sow", on=ON)
    assert [one.id for one in searching.found(safe, "ousman sow", most=9).people] == [person]
    safe.rename_person(person, "Moussa Sow")
    assert not searching.found(safe, "ousmane", most=9).people
    safe.bin.put(person, on=ON, kind="person")
    assert not searching.found(safe, "moussa", most=9).people
    safe.bin.erase("person", person, on=ON)


def test_a_safe_of_before_is_made_ready_by_the_first_search(safe: Safe) -> None:
    with safe.act():
        safe.database.execute("DELETE FROM person_key")  # type: ignore[attr-defined]
        safe.database.execute("DELETE FROM setting WHERE name = 'person-keys'")  # type: ignore[attr-defined]
    found = searching.found(safe, "14/03/1982", most=9)
    assert [one.name for one in found.people] == [FATOU]


@given(st.text(max_size=80))
def test_anything_can_be_typed(typed: str) -> None:
    asked = read(typed)
    assert all(one.text and one.how in ("is", "begins", "ends", "has") for one in asked.sought)
    assert all(word.strip() for word in asked.words)


@given(st.text("abcdefghijklmnopqrstuvwxyz", max_size=30))
def test_any_word_has_a_sound(word: str) -> None:
    assert bool(sound(word)) <= bool(word)
