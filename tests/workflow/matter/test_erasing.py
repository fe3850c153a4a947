"""What is erased with a matter, and what stays because something else needs it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.files import DiskFull
from desktop_app.safe import backups
from desktop_app.workflow.interview import half_typed
from desktop_app.workflow.matter.erasing import (
    InView,
    drafts_of,
    erase,
    matter_of,
    renew_backups,
)
from desktop_app.workflow.safes import blanks
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 24)
PDF = "pdf-0123456789abcdef"


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


def with_blank(safe: Safe) -> str:
    """Return a draft that answers a PDF of the person's own, which the safe keeps."""
    blanks.keep(safe, PDF, b"%PDF-1.4", title="Carte", pages=1, on=TODAY)
    return safe.drafts.begin(PDF, "{}", on=TODAY)


def erased(safe: Safe, in_view: InView) -> tuple[int, int, bool]:
    """Erase it; return what is said of it."""
    done = erase(safe, in_view, on=TODAY)
    return done.drafts, done.documents, renew_backups(safe, on=TODAY)


def test_the_empty_form_goes_with_the_only_draft_that_answers_it(safe: Safe) -> None:
    draft = with_blank(safe)
    assert erased(safe, InView(draft=draft)) == (1, 1, False)
    assert safe.documents() == []


def test_an_empty_form_that_another_draft_answers_stays(safe: Safe) -> None:
    draft = with_blank(safe)
    other = safe.drafts.begin(PDF, "{}", on=TODAY)
    erase(safe, InView(draft=draft), on=TODAY)
    assert blanks.find(safe, PDF)
    assert safe.drafts.one(other).pack == PDF


def test_an_empty_form_that_a_paper_was_made_of_stays(safe: Safe) -> None:
    draft = with_blank(safe)
    safe.add(b"%PDF-1.4 2", title="Carte", on=TODAY, made_from=PDF)
    erase(safe, InView(draft=draft), on=TODAY)
    assert blanks.find(safe, PDF)


def test_of_one_form_each_has_her_own_copy(safe: Safe) -> None:
    """Her name may be in it already: it goes with her matter, and is shown to nobody else."""
    theirs = {name: safe.people.add(name, on=TODAY) for name in ("Amina", "Noé")}
    for person, copy in zip(theirs.values(), (b"%PDF-1.4 A", b"%PDF-1.4 N"), strict=True):
        for _ in range(2):
            blanks.keep(safe, PDF, copy, title="Carte", pages=1, on=TODAY, person=person)
    drafts = [safe.drafts.begin(PDF, "{}", on=TODAY, person=one) for one in theirs.values()]
    assert len(blanks.all_of(safe, PDF)) == 2
    kept = blanks.find(safe, PDF, theirs["Noé"])
    assert kept is not None
    assert safe.content(kept) == b"%PDF-1.4 N"
    erase(safe, InView(draft=drafts[0]), on=TODAY)
    assert [one.person for one in blanks.all_of(safe, PDF)] == ["Noé"]


def test_what_is_half_typed_goes_and_is_not_counted(safe: Safe) -> None:
    dossier = safe.dossiers.add("Dette", on=TODAY)
    half_typed.keep(safe, "acte", {"note": "secret"}, on=TODAY, dossier=dossier)
    safe.drafts.begin("cada", "{}", on=TODAY, dossier=dossier)
    in_view = InView(dossier=dossier)
    assert drafts_of(matter_of(safe, in_view)) == 1
    erase(safe, in_view, on=TODAY)
    assert half_typed.read(safe, "acte") == {}


def test_backups_that_could_not_be_made_again_are_told(
    safe: Safe, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = safe.drafts.begin("cada", "{}", on=TODAY)
    safe.back_up_if_due(on=TODAY)

    def full(*_given: object) -> None:
        raise DiskFull

    monkeypatch.setattr(backups, "expect_room", full)
    assert erased(safe, InView(draft=draft)) == (1, 0, True)


def test_nothing_in_view_erases_nothing(safe: Safe) -> None:
    safe.drafts.begin("cada", "{}", on=TODAY)
    assert not matter_of(safe, InView())
    assert erased(safe, InView()) == (0, 0, False)
    assert len(safe.drafts.unfinished()) == 1
