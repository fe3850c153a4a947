"""The address of a body is copied once; it is proposed to the next letter to the same body."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.answers.draft import Draft
from desktop_app.datafiles import data_root
from desktop_app.sentences.address_words import ago, copied
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import Proposal, proposal
from desktop_app.workflow.people import addresses, people
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

CATALOGUE = FolderCatalogue(data_root("forms"))
THAT_DAY, LATER = dt.date(2026, 11, 3), dt.date(2027, 2, 10)
CAF = {"organisme": "caf", "departement_de": "de la Loire"}
ADDRESS = {
    "dest_ligne_1": "2 rue Charles de Gaulle",
    "dest_ligne_2": "CS 12345",
    "dest_code_postal": "42022",
    "dest_ville": "Saint-Étienne Cedex 1",
}
FIRST, SECOND = "caf-documents", "caf-indu-cra-pf"


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    """A real safe, encrypted."""
    opened = open_safe(new_safe(tmp_path, THAT_DAY), THAT_DAY)
    yield opened
    opened.close()


@pytest.fixture
def amina(safe: Safe) -> str:
    """Somebody whose letter to the Caf of the Loire was filed."""
    person = safe.people.add("Amina", on=THAT_DAY)
    file_letter(safe, person, **CAF, **ADDRESS)
    return person


def file_letter(safe: Safe, person: str, day: dt.date = THAT_DAY, **said: str) -> None:
    interview = Interview(CATALOGUE.letter(FIRST), Draft(FIRST, said), day)
    saving.finish(safe, interview, draft_id="", on=day, person=person)


def proposed(
    safe: Safe, person: str, question: str = "dest_ligne_1", pack: str = SECOND, **said: str
) -> Proposal | None:
    interview = Interview(CATALOGUE.letter(pack), Draft(pack, said or CAF), LATER)
    return proposal(interview, question, saving.known(safe, person, own=False))


@pytest.mark.parametrize("question", ADDRESS)
def test_another_letter_to_the_same_caf_proposes_each_line(
    safe: Safe, amina: str, question: str
) -> None:
    found = proposed(safe, amina, question)
    assert found is not None
    assert (found.typed, found.given_on) == (ADDRESS[question], THAT_DAY)


def test_it_says_whose_where_from_and_how_old(safe: Safe, amina: str) -> None:
    found = proposed(safe, amina)
    assert found is not None
    assert found.copied is not None
    title = CATALOGUE.letter(FIRST).plain_title
    assert copied(found, found.copied, LATER) == (
        "Caisse d’allocations familiales de la Loire : 2 rue Charles de Gaulle. Adresse copiée le "
        f"3 novembre 2026 (il y a 3 mois), pour votre lettre « {title} ». "
        "Si la lettre reçue en donne une autre, c’est elle la bonne."
    )


@pytest.mark.parametrize(
    "said",
    [
        {"organisme": "msa"},
        {"organisme": "caf", "departement_de": "du Rhône"},
        {"organisme": "caf"},
        {"departement_de": "de la Loire"},
    ],
)
def test_another_body_or_one_not_known_yet_proposes_nothing(
    safe: Safe, amina: str, said: dict[str, str]
) -> None:
    assert proposed(safe, amina, **said) is None


def test_a_body_with_its_own_address_asks_and_keeps_none(safe: Safe, amina: str) -> None:
    letter = CATALOGUE.letter("cada")
    assert addresses.house_of(letter, {}) is None
    assert all(one.text == "" for one in letter.recipient.house)


def test_a_line_that_the_new_address_does_not_have_is_not_mixed_in(safe: Safe, amina: str) -> None:
    file_letter(safe, amina, LATER, **CAF, **{**ADDRESS, "dest_ligne_2": ""})
    assert proposed(safe, amina, "dest_ligne_2") is None
    found = proposed(safe, amina)
    assert found is not None
    assert found.given_on == LATER


@pytest.mark.parametrize("lacking", ["dest_ligne_1", "dest_code_postal", "dest_ville"])
def test_half_an_address_is_not_kept(safe: Safe, lacking: str) -> None:
    person = safe.people.add("Jean", on=THAT_DAY)
    file_letter(safe, person, **CAF, **{k: v for k, v in ADDRESS.items() if k != lacking})
    assert proposed(safe, person) is None


def test_what_was_said_is_never_replaced(safe: Safe, amina: str) -> None:
    assert proposed(safe, amina, **CAF, dest_ligne_1="8 rue Neuve") is None


def test_for_another_person_the_same_caf_is_proposed_and_said_to_be_another_s(
    safe: Safe, amina: str
) -> None:
    jean = safe.people.add("Jean", on=THAT_DAY)
    found = proposed(safe, jean)
    assert found is not None
    assert found.copied is not None
    words = copied(found, found.copied, LATER)
    assert "pour une autre personne" in words
    assert "Amina" not in words
    assert proposed(safe, jean, organisme="caf", departement_de="du Rhône") is None


def test_a_body_that_does_not_say_which_one_it_is_stays_with_its_person(safe: Safe) -> None:
    amina, jean = (safe.people.add(name, on=THAT_DAY) for name in ("Amina", "Jean"))
    file_letter(safe, amina, organisme="msa", **ADDRESS)
    assert proposed(safe, amina, organisme="msa") is not None
    assert proposed(safe, jean, organisme="msa") is None


def test_one_s_own_copy_comes_before_another_s(safe: Safe, amina: str) -> None:
    jean = safe.people.add("Jean", on=THAT_DAY)
    file_letter(safe, jean, LATER, **CAF, **{**ADDRESS, "dest_ligne_1": "8 rue Neuve"})
    found = proposed(safe, amina)
    assert found is not None
    assert found.typed == "2 rue Charles de Gaulle"


def test_an_address_can_be_forgotten(safe: Safe, amina: str) -> None:
    (known,) = [one for one in people.sheet(safe, amina, {}).known if one.copied]
    assert known.question == "Caisse d’allocations familiales de la Loire"
    assert known.answer == "2 rue Charles de Gaulle, CS 12345, 42022 Saint-Étienne Cedex 1"
    addresses.forget(safe, amina, known.field)
    assert proposed(safe, amina) is None
    assert not [one for one in people.sheet(safe, amina, {}).known if one.copied]


def test_someone_in_the_bin_lends_no_address(safe: Safe, amina: str) -> None:
    people.remove(safe, amina, on=LATER)
    assert proposed(safe, safe.people.add("Jean", on=LATER)) is None


def test_a_public_terminal_knows_nothing() -> None:
    assert saving.known(None, "", own=False) == {}


def test_an_address_of_another_version_is_passed_over() -> None:
    assert addresses.read("2 rue X") is None
    assert addresses.read('{"organisme": "Caf", "lettre": "x", "lignes": ["seule"]}') is None


@pytest.mark.parametrize(
    ("days", "words"),
    [
        (0, "aujourd’hui"),
        (1, "il y a 1 jour"),
        (29, "il y a 29 jours"),
        (30, "il y a 1 mois"),
        (364, "il y a 12 mois"),
        (365, "il y a 1 an"),
        (800, "il y a 2 ans"),
    ],
)
def test_ages(days: int, words: str) -> None:
    assert ago(days) == words


@pytest.mark.parametrize(
    ("town", "question", "line"),
    [
        ("de Lyon", "dest_code_postal", "69433"),
        ("d'Amiens", "dest_ligne_1", "14 rue Lemerchier"),
        ("d'Amiens", "dest_ligne_2", "CS 81114"),
        ("d'Amiens", "dest_ville", "Amiens cedex 01"),
        ("de Bordeaux", "dest_ligne_1", "9 rue Tastet"),
    ],
)
def test_the_address_of_an_administrative_court_is_proposed_to_be_compared(
    town: str, question: str, line: str
) -> None:
    pack = "dalo-refus"
    interview = Interview(CATALOGUE.letter(pack), Draft(pack, {"tribunal_de": town}), LATER)
    found = proposal(
        interview, question, saving.known(None, "", own=False, courts=FolderLaw().courts)
    )
    assert found is not None
    assert found.copied is not None
    assert found.typed == line
    assert "à vérifier" in copied(found, found.copied, LATER)


def test_a_judicial_court_of_the_same_town_is_not_the_administrative_one() -> None:
    pack = "expulsion-delais"
    interview = Interview(CATALOGUE.letter(pack), Draft(pack, {"tribunal_de": "de Lyon"}), LATER)
    courts = saving.known(None, "", own=False, courts=FolderLaw().courts)
    assert proposal(interview, "dest_ligne_1", courts) is None


def test_every_court_has_an_address_that_can_be_read() -> None:
    courts = FolderLaw().courts
    assert len(addresses.of_courts(courts)) >= 3 * (len(courts) - 6)
