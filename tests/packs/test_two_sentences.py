"""A defence is never taken away by a "non" understood the other way: two whole sentences."""

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.errors import InvalidAnswers
from desktop_app.datafiles import data_root
from tests.helpers.ours import CATALOGUE
from tests.helpers.rsa import plain, text
from tests.helpers.shipped import TODAY, Shipped

DENIALS = ("fraude_conteste", "intention", "refus_faux")


def first_with(pack: str, question: str) -> Shipped:
    """Return the first example that answers a question by the first sentence."""
    folder = data_root("forms") / "letters" / pack / "examples"
    for file in sorted(folder.iterdir(), key=lambda one: one.name):
        if f'{question} = "oui"' in file.read_text("utf-8"):
            return Shipped(pack, file.name)
    raise AssertionError(f"no example of {pack} answers {question}")


CASES = [
    (item.id, question.id)
    for item in CATALOGUE.search(kind="letter")
    for section in CATALOGUE.letter(item.id).section
    for question in section.question
    if question.id in DENIALS
]
every_denial = pytest.mark.parametrize(
    ("pack", "question"), [pytest.param(*case, id="-".join(case)) for case in CASES]
)


def test_where_a_denial_is_asked() -> None:
    assert len(CASES) >= 13


@every_denial
class TestDenial:
    def test_it_is_written_only_when_chosen(self, pack: str, question: str) -> None:
        letter = first_with(pack, question)
        denied = ("pas cherché à tromper", "Je n'ai pas refusé")
        said = {answer: letter.text(**{question: answer}) for answer in ("oui", "sans", None)}
        assert any(words in said["oui"] for words in denied)
        assert not any(words in said["sans"] for words in denied)
        assert not any(words in said[None] for words in denied)

    def test_without_an_answer_the_neutral_form_stays(self, pack: str, question: str) -> None:
        """Nothing that "oui" obtains is lost, and the law that helps stays."""
        letter = first_with(pack, question)
        kept, chosen = letter.ids(**{question: None}), letter.ids(**{question: "oui"})
        assert chosen - kept <= {"premiere-erreur"}  # which says of herself that she was honest
        document = letter.compose(**{question: None})
        if question != "refus_faux":
            assert "prouver" in text(document)
        assert letter.compose(**{question: "oui"}).subject == document.subject

    def test_each_choice_says_what_it_does(self, pack: str, question: str) -> None:
        asked = {q.id: q for s in CATALOGUE.letter(pack).section for q in s.question}[question]
        assert [one.id for one in asked.choices] == ["oui", "sans"]
        assert all(one.hint.startswith("La lettre") for one in asked.choices)

    def test_an_old_yes_stays_and_an_old_no_is_asked_again(self, pack: str, question: str) -> None:
        letter = CATALOGUE.letter(pack)
        answers = dict(first_with(pack, question)._answers)
        validate(letter, Draft(pack, answers), TODAY)
        old = Draft(pack, {**answers, question: "non"})
        with pytest.raises(InvalidAnswers) as refusal:
            validate(letter, old, TODAY, blanks=True)
        assert [one.question for one in refusal.value.problems] == [question]
        again = next(one for one in asked_now(letter, old, TODAY) if one.question.id == question)
        assert again.problem is not None


@pytest.mark.parametrize(
    ("pack", "example"),
    [
        ("caf-indu-rsa", "7-fraude-non-contestee.toml"),
        ("caf-remise", "5-fraude-non-contestee.toml"),
        ("retraite-indu", "6-fraude-non-contestee.toml"),
    ],
)
def test_what_a_choice_takes_away_is_told(pack: str, example: str) -> None:
    letter = Shipped(pack, example)
    assert any("mot « fraude »" in one for one in plain(letter.compose().warnings))
    unsaid = plain(letter.compose(fraude_conteste=None).warnings)
    assert any("Vous n'avez pas choisi de phrase sur la fraude" in one for one in unsaid)
