"""A letter changed after it was filed joins its dossier: the newer one is there, the older too."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.pages.documents import document_line
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.filing import file_paper
from desktop_app.workflow.documents.rendering import make_letter
from desktop_app.workflow.interview import saving
from desktop_app.workflow.matter import followup, offers
from desktop_app.workflow.matter.dossiers import OpenDossier, open_dossier
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 25)
TOOLS = RealTools()


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


@pytest.fixture
def draft(safe: Safe) -> str:
    """The id of the answers that each version is made of."""
    return saving.save(safe, TOOLS.demo.letter, draft_id="", question="", on=TODAY)


def answered(**answers: str) -> Draft:
    draft = TOOLS.demo.letter
    return dataclasses.replace(draft, answers={**draft.answers, **answers})


def filed(safe: Safe, draft: str, answers: Draft) -> OpenDossier:
    made = make_letter(TOOLS, answers, TODAY)
    dossier, _document = file_paper(safe, TOOLS, made, TODAY, draft=draft)
    return opened(safe, dossier)


def opened(safe: Safe, dossier: str) -> OpenDossier:
    return open_dossier(safe, TOOLS.law, TOOLS.catalogue, dossier, today=TODAY)


def lines(found: OpenDossier) -> list[bool]:
    """Tell of each paper, the newest first, whether it is said to be an earlier version."""
    return [document_line(one).endswith("(version précédente)") for one in found.documents]


FIRST = TOOLS.demo.letter
CHANGED = answered(commune="Lille")
LATER = answered(date_depot="05/11/2026")


def test_one_dossier_with_both_versions_the_older_said_to_be_so(safe: Safe, draft: str) -> None:
    filed(safe, draft, FIRST)
    found = filed(safe, draft, CHANGED)
    assert len(safe.dossiers.all()) == 1
    assert lines(found) == [False, True]
    assert len(found.papers.made) == 1, "one letter is to be posted"
    assert not offers.letters_to_name(found)


def test_one_day_to_post_the_one_of_the_newer_letter(safe: Safe, draft: str) -> None:
    filed(safe, draft, FIRST)
    found = filed(safe, draft, LATER)
    (due,) = safe.agenda.next_dates()
    expected = make_letter(TOOLS, LATER, TODAY).prepared.deadline
    assert expected is not None
    assert due.last_day == expected.last_day
    assert due.document_id == found.documents[0].id


def test_what_is_no_longer_awaited_is_not_awaited_anew(safe: Safe, draft: str) -> None:
    found = filed(safe, draft, FIRST)
    followup.posted(
        safe, TOOLS.law, found.dossier.id, procedure=found.procedure, day=TODAY, today=TODAY
    )
    filed(safe, draft, CHANGED)
    (due,) = safe.agenda.next_dates()
    assert due.kind == "silence-expected", "it was posted: nothing is to be posted any more"


def test_the_words_of_the_first_again_are_the_newest(safe: Safe, draft: str) -> None:
    for answers in (FIRST, CHANGED, FIRST, FIRST):
        found = filed(safe, draft, answers)
    assert lines(found) == [False, True, True]


def test_a_version_that_is_thrown_away_makes_no_other_one_earlier(safe: Safe, draft: str) -> None:
    filed(safe, draft, FIRST)
    found = filed(safe, draft, CHANGED)
    safe.bin.put(found.documents[0].id, on=TODAY)
    assert lines(opened(safe, found.dossier.id)) == [False]
    again = filed(safe, draft, CHANGED)
    assert lines(again) == [False, True]
    assert len(safe.agenda.next_dates()) == 1


def test_a_dossier_that_was_thrown_away_is_not_filled(safe: Safe, draft: str) -> None:
    found = filed(safe, draft, FIRST)
    safe.bin.put(found.dossier.id, on=TODAY, kind="dossier")
    assert filed(safe, draft, CHANGED).dossier.id != found.dossier.id


def test_the_same_letter_begun_anew_is_another_matter(safe: Safe, draft: str) -> None:
    filed(safe, draft, FIRST)
    other = saving.save(safe, FIRST, draft_id="", question="", on=TODAY)
    assert lines(filed(safe, other, CHANGED)) == [False]
    assert len(safe.dossiers.all()) == 2
