"""Signs of letters in words: every paragraph of ours comes back as it was, and shows no sign."""

from collections.abc import Iterator, Mapping

import pytest

from desktop_app.core.authoring.letter import as_seen
from desktop_app.core.authoring.tokens import read, shown
from desktop_app.core.language.parsing import parse_condition
from desktop_app.core.packs.model import Choice, Paragraph, Question
from desktop_app.core.packs.resolve import questions_of
from desktop_app.sentences.condition_words import condition_words
from desktop_app.sentences.sign_words import Questions, sign_words
from desktop_app.wiring import RealTools

OUI_NON = (Choice(id="oui", label="Oui"), Choice(id="non", label="Non, jamais"))
ASKED: Mapping[str, Question] = {
    "urgent": Question(id="urgent", kind="choice", label="Est-ce urgent ?", choices=OUI_NON),
    "sujets": Question(id="sujets", kind="choices", label="Quels sujets ?", choices=OUI_NON),
    "jour": Question(id="jour", kind="date", label="Quel jour ?"),
    "montant": Question(id="montant", kind="amount", label="Combien ?"),
    "accord": Question(id="accord", kind="yes_no", label="Êtes-vous d'accord ?"),
    "autre": Question(id="autre", kind="text", label="Quel jour ?"),
}


def paragraphs() -> Iterator[tuple[str, Paragraph, Questions]]:
    """Yield each paragraph of each letter, with the questions of its letter."""
    catalogue = RealTools().catalogue
    for item in catalogue.search("", "letter"):
        letter = catalogue.letter(item.id)
        questions = {one.id: one for one in questions_of(letter)}
        for paragraph in letter.paragraph:
            yield f"{item.id}/{paragraph.id}", paragraph, questions


def test_every_paragraph_of_every_letter_comes_back_exactly_and_shows_no_sign() -> None:
    count = 0
    for name, paragraph, questions in paragraphs():
        for source in (paragraph.text, as_seen(paragraph.text)):
            words = sign_words(source, questions).words
            said = shown(source, words)
            assert read(said, words) == source, name
            assert "{" not in said, name
            assert len(set(map(str.casefold, words.values()))) == len(words), name
        count += 1
    assert count > 1000


def test_every_condition_of_every_letter_is_said_without_a_name_of_code() -> None:
    for name, paragraph, questions in paragraphs():
        if paragraph.when.strip():
            said = condition_words(parse_condition(paragraph.when), questions)
            names = [one for one in questions if "_" in one and one in said]
            assert not names, f"{name} : {said}"


def test_each_sign_has_words_of_its_own() -> None:
    source = "{{ jour }} {{jour}} {{ autre }} {{ montant | euros }} {{ today }}"
    words = sign_words(source, ASKED).words
    assert shown(source, words) == (
        "[Quel jour ?] [Quel jour ? (2)] [Quel jour ? (3)] [Combien ? – en euros]"
        " [la date de la lettre]"
    )


def test_a_choice_of_words_is_short_in_the_text_and_told_beside_it() -> None:
    source = (
        "{% if urgent == 'oui' %}Vite{% elif montant > 100 %}Bientôt{% else %}Un jour{% endif %}"
    )
    words = sign_words(source, ASKED)
    assert shown(source, words.words) == ("[si A]Vite[sinon, si B]Bientôt[sinon]Un jour[fin du si]")
    assert words.told == (
        "[si A] : quand « Est-ce urgent ? » est « Oui »",
        "[sinon, si B] : quand « Combien ? » est plus grand que 100",
    )


def test_any_answer_of_the_letter_can_be_added() -> None:
    words = sign_words("Bonjour.", ASKED)
    assert "Combien ?" in words.answers
    assert read("[Combien ?]", words.words) == "{{ montant }}"


@pytest.mark.parametrize(
    ("when", "said"),
    [
        ("accord", "« Êtes-vous d’accord ? » est « oui »"),
        ("montant", "« Combien ? » est dit"),
        ("jour is inconnu", "« Quel jour ? » n’est pas dit"),
        ("'non' in sujets", "« Non, jamais » est coché à « Quels sujets ? »"),
        ("urgent in ['oui', 'non']", "« Est-ce urgent ? » est « Oui » ou « Non, jamais »"),
        (
            "jour > today | moins_ans(2)",
            "« Quel jour ? » est après la date de la lettre moins 2 ans",
        ),
        (
            "autre and (montant or jour)",
            "« Quel jour ? » est dit et (« Combien ? » est dit ou « Quel jour ? » est dit)",
        ),
    ],
)
def test_conditions_are_said_as_a_person_says_them(when: str, said: str) -> None:
    assert condition_words(parse_condition(when), ASKED) == said
