"""``kill -9`` while a person answers: nothing that the bar said was saved is lost."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.draft_json import read_json
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.kept import read_kept
from desktop_app.datafiles import data_root
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.packs import pack_drafts
from desktop_app.workflow.safes import blanks
from tests.gui.conftest import TODAY
from tests.helpers.paper import flat_sheet, paper
from tests.helpers.safes import new_safe, open_safe
from tests.helpers.unknown import sixty_fields

ROOT = Path(__file__).parents[2]
CATALOGUE = FolderCatalogue(data_root("forms"))


def killed_after(
    folder: Path, acknowledged: int, delay: float, *more: Path, doing: str = "answering"
) -> dict[str, Any] | None:
    """Let a person work until so many things are said saved, and a little more; then kill.

    Returns what was said last; None when it was killed before anything was said.
    """
    command = [sys.executable, "-m", f"tests.gui.{doing}", str(folder), *map(str, more)]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as person:
        assert person.stdout is not None
        lines = [person.stdout.readline() for _ in range(acknowledged)]
        assert all(lines), "the person stopped by herself"
        time.sleep(delay)
        os.kill(person.pid, signal.SIGKILL)
        rest = person.stdout.read().splitlines()  # what had been said before the kill
    whole = [line for line in [*lines, *rest] if line.strip().endswith("}")]
    return json.loads(whole[-1]) if whole else None


def near(interview: Interview, question: str) -> set[str]:
    """Return the questions of a page, and of the one that comes next; "" after the last."""
    pages = interview.page(question), interview.page_after(question)
    after_last = {""} if pages[1] is None else set[str]()
    return {one.id for page in pages if page for one in page.all} | after_last


def kills(folder: Path, number: int, seed: int) -> None:
    chance = random.Random(seed)
    said_before: dict[str, Any] | None = None
    for _ in range(number):
        said = killed_after(folder, chance.randrange(1, 8), chance.random() * 0.15) or said_before
        assert said is not None
        with open_safe(folder, TODAY) as safe:
            kept = saving.resume(safe, CATALOGUE, said["id"], TODAY)
            drafts = [draft.id for draft in safe.drafts.unfinished()]
        promised = read_json(said["draft"])
        draft = kept.interview.draft
        assert said["id"] in drafts
        for question, typed in promised.answers.items():
            assert draft.answers[question] == typed
        assert promised.unknown <= draft.unknown
        if draft == promised and said["question"]:
            # The answer was saved while it was given; she may have gone on since, unsaid yet.
            assert kept.place.question in near(kept.interview, said["question"])
        said_before = said


def test_five_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    kills(new_safe(tmp_path, TODAY), 5, seed=3)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_many_kills_lose_nothing_that_was_acknowledged(tmp_path: Path, seed: int) -> None:
    kills(new_safe(tmp_path, TODAY), 25, seed=seed)


def test_the_questions_of_an_unknown_pdf_outlive_a_kill_with_its_blank(tmp_path: Path) -> None:
    folder, pdf = new_safe(tmp_path, TODAY), tmp_path / "demande.pdf"
    pdf.write_bytes(blank := sixty_fields())
    said = killed_after(folder, 2, 0.0, pdf)
    assert said is not None
    pdf.unlink()
    with open_safe(folder, TODAY) as safe:
        kept = saving.resume(safe, CATALOGUE, said["id"], TODAY)
        draft, promised = kept.interview.draft, read_json(said["draft"])
        (found,) = blanks.all_of(safe, draft.pack)
        assert safe.content(found.id) == blank
    assert draft.form == promised.form
    assert promised.answers.items() <= draft.answers.items()
    assert len(kept.interview.steps) == 60


def test_the_words_that_one_put_in_place_of_ours_outlive_a_kill(tmp_path: Path) -> None:
    for acknowledged, delay in ((1, 0.0), (5, 0.1)):
        (place := tmp_path / str(acknowledged)).mkdir()
        folder = new_safe(place, TODAY)
        said = killed_after(folder, acknowledged, delay, doing="rewriting")
        assert said is not None
        with open_safe(folder, TODAY) as safe:
            kept = saving.resume(safe, CATALOGUE, said["id"], TODAY).interview.draft
        assert _times(kept) >= _times(read_json(said["draft"])) >= acknowledged


def _times(draft: Draft) -> int:
    ((_paragraph, words),) = draft.edited.items()
    return int(words.removeprefix("Mes mots, ").removesuffix(" fois."))


def test_a_form_in_the_making_outlives_kills_with_its_pdf_gone(tmp_path: Path) -> None:
    folder, pdf = new_safe(tmp_path, TODAY), tmp_path / "demande.pdf"
    pdf.write_bytes(blank := paper(flat_sheet, size=(595, 842)))
    chance = random.Random(5)
    said: dict[str, Any] | None = None
    for _ in range(2):
        wanted, delay = chance.randrange(1, 4), chance.random() * 0.9
        said = killed_after(folder, wanted, delay, pdf, doing="making") or said
        assert said is not None
        pdf.unlink(missing_ok=True)
        with open_safe(folder, TODAY) as safe:
            (offered,) = pack_drafts.unfinished(safe)
            kept, its_blank = pack_drafts.take_up(safe, CATALOGUE, offered.id)
            assert safe.check().state == "ok"
        assert (offered.id, its_blank) == (said["id"], blank)
        expect_not_older(kept.form, read_kept(said["model"]).form)


def expect_not_older(form: EditedForm | None, promised: EditedForm | None) -> None:
    """Every box is named and placed as was promised, or as it was changed since."""
    assert form is not None
    assert promised is not None
    assert len(form.places) >= len(promised.places)
    for now, then in zip(form.places, promised.places, strict=False):
        assert now.label.startswith(then.label)
        assert now.box[0] >= then.box[0]
