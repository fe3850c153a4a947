"""A draft of one edition opened with another keeps every answer; a kill and a safe between them."""

import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.fitting import fitted, no_longer_asked
from desktop_app.core.answers.validate import validate
from desktop_app.core.errors import InvalidAnswers
from desktop_app.workflow.interview import saving
from tests.helpers import elsewhere
from tests.helpers.editions import PACK, TODAY, write_pack
from tests.helpers.safes import new_safe, open_safe

ANSWERS = {"nom": "Martin", "telephone": "01 99 00 12 34", "commune": "Saint-Étienne"}


@pytest.fixture
def older(tmp_path: Path) -> FolderCatalogue:
    """The pack that asks for the telephone."""
    (root := tmp_path / "avant").mkdir()
    return FolderCatalogue(write_pack(root, left_out=("courriel",)))


@pytest.fixture
def newer(tmp_path: Path) -> FolderCatalogue:
    """The same pack, that asks for an e-mail in its place."""
    (root := tmp_path / "apres").mkdir()
    return FolderCatalogue(write_pack(root, left_out=("telephone",)))


def save_and_be_killed(place: Path, forms: Path) -> str:
    """Answer in a process of its own, which dies once the safe has returned; return the draft."""
    program = (
        "import os, signal, sys\n"
        "from pathlib import Path\n"
        "from tests.workflow.documents.test_edition_drafts import answer\n"
        "print(answer(Path(sys.argv[1]), Path(sys.argv[2])), flush=True)\n"
        "os.kill(os.getpid(), getattr(signal, 'SIGKILL', signal.SIGTERM))\n"
    )
    command = [sys.executable, "-c", program, str(place), str(forms)]
    root = Path(__file__).parents[3]
    ended = subprocess.run(command, cwd=root, stdout=subprocess.PIPE, text=True, check=False)
    assert ended.returncode == elsewhere.KILLED
    return ended.stdout.strip()


def answer(place: Path, forms: Path) -> str:
    """Answer with the older edition, in a safe left open."""
    interview = saving.begin(FolderCatalogue(forms), PACK, TODAY)
    for question, typed in ANSWERS.items():
        interview = interview.answer(question, typed)
    interview = interview.unknown("rue")
    safe = open_safe(place, TODAY)
    return saving.save(safe, interview.draft, draft_id="", question="commune", on=TODAY)


def test_every_answer_is_there_after_a_kill_and_another_edition(
    tmp_path: Path, older: FolderCatalogue, newer: FolderCatalogue
) -> None:
    place = new_safe(tmp_path, TODAY)
    draft_id = save_and_be_killed(place, tmp_path / "avant")

    with open_safe(place, TODAY) as safe:  # the program is renewed: the pack asks something else
        resumed = saving.resume(safe, newer, draft_id, TODAY)
        assert dict(resumed.interview.draft.answers) == ANSWERS
        assert resumed.place.question == "commune"
        assert no_longer_asked(resumed.interview.definition, resumed.interview.draft) == (
            "telephone",
        )
        going_on = resumed.interview.answer("courriel", "simone@example.org")
        saving.save(safe, going_on.draft, draft_id=draft_id, question="", on=TODAY)

    with open_safe(place, TODAY) as safe:  # and back to what was there before
        back = saving.resume(safe, older, draft_id, TODAY).interview
    assert dict(back.draft.answers) == {**ANSWERS, "courriel": "simone@example.org"}
    assert back.draft.unknown == {"rue"}
    assert no_longer_asked(back.definition, back.draft) == ("courriel",)


def test_what_is_no_longer_asked_stops_no_page(newer: FolderCatalogue) -> None:
    definition = newer.form(PACK)
    draft = saving.begin(newer, PACK, TODAY).answer("telephone", "01 99 00 12 34").draft
    with pytest.raises(InvalidAnswers):
        validate(definition, draft, TODAY)
    assert validate(definition, fitted(definition, draft), TODAY).values == {}


def test_nothing_of_the_draft_itself_is_taken_away(newer: FolderCatalogue) -> None:
    draft = saving.begin(newer, PACK, TODAY).answer("telephone", "01 99 00 12 34").draft
    fitted(newer.form(PACK), draft)
    assert draft.answers["telephone"] == "01 99 00 12 34"


def test_an_empty_answer_that_is_no_longer_asked_is_not_worth_a_word(
    newer: FolderCatalogue,
) -> None:
    draft = saving.begin(newer, PACK, TODAY).answer("telephone", "").draft
    assert no_longer_asked(newer.form(PACK), draft) == ()
