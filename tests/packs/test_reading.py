"""The measures of plain words, and the titles of the law; of packs, ``pack check`` asks them.

`python -m tests.packs.reading` prints the figures of each pack.
"""

import pytest

from desktop_app.core.language.jargon import explained, unexplained, unexplained_jargon
from desktop_app.core.language.readability import kandel_moles, sentences, syllables
from desktop_app.core.packs.screen_text import name_of
from tests.helpers.faults import assert_none
from tests.helpers.ours import CATALOGUE, LAW
from tests.packs.reading import length, read_in_one_row, titles_of_the_law

MOST_WORDS_OF_A_TITLE = 10
WANTED_OF_TITLES = 80
"""Of all of them, read in one row; one alone is too short for the figure to mean anything."""


def test_the_plain_titles_of_the_law_read_easily() -> None:
    titles = titles_of_the_law()
    assert read_in_one_row(titles) >= WANTED_OF_TITLES
    assert len({*titles}) == len(titles)


def wrong(title: str) -> list[str]:
    """Return what is wrong with a procedure's plain title: its length, its words of the trade."""
    long = [f"{length(title)} words"] if length(title) > MOST_WORDS_OF_A_TITLE else []
    return [*long, *unexplained(title)]


def test_a_procedure_has_a_short_title_without_words_of_the_trade() -> None:
    assert_none([(one.id, found) for one in LAW.procedures() if (found := wrong(one.plain_title))])


def test_a_plain_text_and_an_administrative_one_are_told_apart() -> None:
    plain = (
        "La Caf vous réclame de l'argent. Vous pouvez dire non. Nous écrivons la lettre avec vous."
    )
    heavy = (
        "Sous réserve de l'appréciation souveraine des juridictions compétentes, l'allocataire "
        "destinataire d'une notification d'indu est recevable à introduire, préalablement à toute "
        "saisine contentieuse, une réclamation administrative auprès de la commission."
    )
    assert kandel_moles(plain) > 90
    assert kandel_moles(heavy) < 40


@pytest.mark.parametrize(
    ("word", "heard"),
    [("lettre", 1), ("école", 2), ("réclamé", 3), ("payée", 2), ("créer", 2), ("allocations", 4)],
)
def test_syllables_are_those_one_hears(word: str, heard: int) -> None:
    assert syllables(word) == heard


def test_sentences_end_at_a_stop() -> None:
    assert len(sentences("Oui. Non ! Peut-être : on verra…")) == 4


@pytest.mark.parametrize(
    ("text", "clear"),
    [
        ("Écrivez à la CADA.", False),
        ("Écrivez à la commission d'accès aux documents (CADA).", True),
        ("Un échéancier est un calendrier de paiements.", True),
        ("Demandez un échéancier.", False),
        ("« Saisir » veut dire : lui demander de décider.", True),
    ],
)
def test_a_word_is_explained_where_its_page_says_what_it_means(text: str, clear: bool) -> None:
    assert (unexplained(text) == []) is clear


def test_a_word_in_the_name_by_which_one_chose_needs_no_other_explanation() -> None:
    text = "Quel est le numéro de la contrainte ?"
    assert not explained("contrainte", text)
    assert unexplained_jargon(text, known="J'ai reçu une contrainte") == []


def test_a_paper_is_filed_under_its_title_unless_a_word_of_it_is_hard() -> None:
    names = {one: name_of(CATALOGUE.letter(one)) for one in ("caf-indu-rsa", "lettre-libre")}
    assert names["caf-indu-rsa"] == "La Caf me réclame de l'argent du RSA"
    assert names["lettre-libre"] == "Lettre sur papier libre"
