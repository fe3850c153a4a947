"""A person's own words that say that time presses, or that it is over."""

import pytest
from msgspec import structs

from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.deadlines import sayings

LAW = FolderLaw()


@pytest.mark.parametrize(
    ("words", "emergency"),
    [
        ("expulsion", "expulsion"),
        ("expulsé demain", "expulsion"),
        ("on va m'expulser demain matin", "expulsion"),
        ("l'huissier vient pour l'expulsion", "expulsion"),
        ("j'ai reçu une OQTF", "oqtf"),
        ("on m'a coupé le RSA", "plus-d-argent"),
        ("je n'ai plus rien pour manger", "plus-d-argent"),
        ("mon fils est exclu du collège", "exclusion-ecole"),
    ],
)
def test_a_danger_leads_to_its_page(words: str, emergency: str) -> None:
    assert emergency in [one.id for one in sayings.pressing(LAW.emergencies, words)]


@pytest.mark.parametrize("words", ["urgent", "URGENT !", "c'est une urgence", "urgant"])
def test_what_presses_without_saying_what(words: str) -> None:
    assert sayings.presses(words)


@pytest.mark.parametrize("words", ["trop tard", "délai dépassé", "j'ai passé le délai", "forclos"])
def test_a_delay_that_has_passed(words: str) -> None:
    assert sayings.is_over(words)


@pytest.mark.parametrize(
    "words",
    [
        "la caf me réclame de l'argent",
        "trop perçu",
        "délai de paiement",
        "je voudrais une carte mobilité inclusion",
        "demander des délais",
    ],
)
def test_ordinary_words_lead_to_papers(words: str) -> None:
    assert not sayings.pressing(LAW.emergencies, words)
    assert not sayings.presses(words)
    assert not sayings.is_over(words)


def test_every_emergency_is_found_by_each_of_its_sayings() -> None:
    for one in LAW.emergencies:
        assert one.keywords, one.id
        for saying in one.keywords:
            plain = saying.lstrip("=^").split()
            for words in {
                " ".join(w.split("|")[0] for w in plain),
                " ".join(w.split("|")[-1] for w in plain),
            }:
                assert one in sayings.pressing(LAW.emergencies, words), words


@pytest.mark.parametrize(
    ("saying", "there", "not_there"),
    [
        ("mis dehors", ["mis dehors", "dehors, on m'a mis"], ["dehors"]),
        (
            "=il me bat",
            ["mon mari, il me bat !", "il me bats"],
            ["je me bats, il ment", "bat il me"],
        ),
        ("^plus de gaz", ["plus de gaz depuis hier"], ["j'ai pris plus de gaz"]),
        ("=il|elle me tape|frappe", ["elle me frappe", "il me tape"], ["je me tape", "me frappe"]),
    ],
)
def test_how_a_saying_is_read(saying: str, there: list[str], not_there: list[str]) -> None:
    one = structs.replace(LAW.emergencies[0], keywords=(saying,))
    assert all(sayings.pressing([one], words) for words in there)
    assert not any(sayings.pressing([one], words) for words in not_there)
