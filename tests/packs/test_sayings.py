"""What worried people say finds the right pack among the first three, also typed badly.

`python -m tests.packs.sayings` prints the table, and which sayings fail.
"""

from collections.abc import Callable

import pytest

from desktop_app.catalogue.search import Index
from desktop_app.catalogue.words import speech_in
from desktop_app.datafiles import data_root
from tests.packs.sayings import (
    FOLDER,
    TYPED,
    Saying,
    fair,
    headers,
    line,
    misspelt,
    own_sayings,
    sayings,
    tried,
)

ENOUGH = 150
"""Fewest fair sayings; new packs whose own words come near some of them leave others."""
RIGHT = 140 / 150
"""Least share of them that finds the right pack."""

FORMS = data_root("forms")
PACKS = headers(FORMS)
FAIR = fair(sayings(), PACKS)


@pytest.fixture(scope="module")
def index() -> Index:
    return Index(PACKS, speech_in(FORMS))


def test_there_are_enough_sayings_that_are_nobodys_own() -> None:
    assert len(FAIR) >= ENOUGH, f"add sayings in {FOLDER}"
    assert len({saying.words for saying in FAIR}) == len(FAIR)


def test_a_packs_own_words_and_their_near_repetition_are_not_counted() -> None:
    pack = PACKS[0]
    own = Saying((pack.id,), pack.plain_title)
    assert fair([own, Saying((pack.id,), f"{pack.plain_title} bonjour")], PACKS) == []


def test_most_packs_are_asked_for() -> None:
    """A new pack may come before its sayings; not all of them may."""
    asked = {pack for saying in FAIR for pack in saying.packs}
    silent = [header.id for header in PACKS if header.id not in asked]
    assert len(silent) <= len(PACKS) / 2, f"add sayings in {FOLDER} for {', '.join(silent)}"


@pytest.mark.parametrize("typing", TYPED.values(), ids=TYPED)
def test_the_right_pack_is_among_the_first_three(
    index: Index, typing: Callable[[str], str]
) -> None:
    results = tried(index, FAIR, typing)
    wrong = [line(result) for result in results if not result.right]
    assert 1 - len(wrong) / len(results) >= RIGHT, "".join(["\n", *wrong])


def test_two_letters_are_really_wrong_and_always_the_same() -> None:
    for saying in FAIR:
        typed = misspelt(saying.words)
        assert typed == misspelt(saying.words)
        assert typed != saying.words


def test_each_pack_carries_six_ways_of_saying_it() -> None:
    few = [header.id for header in PACKS if len({*own_sayings(header)}) < 6]
    assert few == []
