"""A letter to an office that would cost the days before the judge asks for the OQTF, and stops.

CESEDA R.911-1: an administrative appeal does not hold the month; R.921-3: nor the 7 days, nor the
48 hours. The person is sent to the page of that emergency.
"""

import tomllib
from pathlib import Path

import pytest

from desktop_app.cli.main import run
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.errors import InvalidAnswers
from desktop_app.core.packs.resolve import questions_of
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.preview import letter_so_far
from desktop_app.workflow.interview.interview import Interview
from tests.helpers.ours import CATALOGUE, LAW
from tests.helpers.shipped import TODAY

LETTERS = data_root("forms") / "letters"
APPEALS = ("recours-gracieux", "recours-hierarchique", "retrait-decision")
PACKS = sorted(item.id for item in CATALOGUE.search(kind="letter") if item.procedure in APPEALS)
QUESTION = {"pref-gracieux": "refus_oqtf"}


def question_of(pack: str) -> str:
    return QUESTION.get(pack, "lettre_oqtf")


def test_which_letters_are_such_appeals() -> None:
    assert {"pref-gracieux", "recours-gracieux", "recours-hierarchique", "retrait"} <= set(PACKS)


@pytest.mark.parametrize("pack", PACKS)
class TestOrderToLeave:
    def test_it_is_the_first_question(self, pack: str) -> None:
        first = asked_now(CATALOGUE.letter(pack), Draft(pack, {}), TODAY)[0].question
        assert first.id == question_of(pack)
        assert "obligation de quitter le territoire" in first.label

    def test_yes_stops_and_sends_to_the_page_of_the_emergency(self, pack: str) -> None:
        draft = Draft(pack, {question_of(pack): "oui"})
        with pytest.raises(InvalidAnswers) as refusal:
            validate(CATALOGUE.letter(pack), draft, TODAY, blanks=True)
        (problem,) = refusal.value.problems
        assert (problem.code, problem.question) == ("answer-emergency", question_of(pack))
        assert problem.parameters["emergency"] in {one.id for one in LAW.emergencies}


STOPPING = [
    (item.id, question.id)
    for item in CATALOGUE.search(kind="letter")
    for question in questions_of(CATALOGUE.letter(item.id))
    if any(choice.emergency for choice in question.choices)
]


def test_which_questions_may_stop_a_paper() -> None:
    assert {(pack, question_of(pack)) for pack in PACKS} <= set(STOPPING)


@pytest.mark.parametrize(("pack", "question"), STOPPING)
class TestNotAnswered:
    """What decides whether a paper harms is no blank to fill by pen."""

    def test_the_command_writes_nothing_and_says_what_to_answer(
        self, pack: str, question: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        answers, out = tmp_path / "A.toml", tmp_path / "L.pdf"
        for kept in ("[answers]\n", f'je_ne_sais_pas = ["{question}"]\n[answers]\n'):
            answers.write_text(kept, "utf-8")
            line = ["letter", pack, "--kit", "--answers", str(answers), "--out", str(out)]
            assert run(line, RealTools) == 3
            told = capsys.readouterr().err
            assert f"  - {question} = " in told
            assert "Répondez d’abord à cette question" in told
            assert not out.exists()

    def test_nor_does_the_window_make_it(self, pack: str, question: str) -> None:
        passed = Interview(CATALOGUE.letter(pack), Draft(pack, {}), TODAY).pass_by(question)
        trouble = passed.trouble(question)
        assert trouble is not None
        assert not trouble.can_wait
        assert trouble in passed.troubles

    def test_what_is_only_shown_meanwhile_is_there(self, pack: str, question: str) -> None:
        shown = letter_so_far(LAW, CATALOGUE.letter(pack), Draft(pack, {}), TODAY)
        assert shown.paragraphs


def test_the_command_writes_nothing_and_names_the_page(tmp_path, capsys) -> None:
    example = LETTERS / "pref-gracieux" / "examples" / "1-famille-et-enfants.toml"
    answers = tomllib.loads(example.read_text("utf-8"))["answers"]
    assert answers["refus_oqtf"] == "non"
    changed = tmp_path / "A.toml"
    text = example.read_text("utf-8").replace('refus_oqtf = "non"', 'refus_oqtf = "oui"')
    changed.write_text(text, "utf-8")
    out = tmp_path / "L.pdf"
    line = ["letter", "pref-gracieux", "--answers", str(changed), "--out", str(out)]
    assert run(line, RealTools) != 0
    printed = capsys.readouterr()
    assert "urgent oqtf" in printed.out + printed.err
    assert not out.exists()
