"""Where a person lives: overseas, the housing commission has six months, not three."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.answers.draft import Draft
from desktop_app.workflow.interview import saving
from desktop_app.workflow.matter import followup
from desktop_app.workflow.matter.place import road_of, territory_of
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def law() -> FolderLaw:
    return FolderLaw()


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


def housed(safe: Safe, postal_code: str) -> str:
    dossier = safe.dossiers.add("Un logement", on=TODAY, procedure="dalo-recours-amiable")
    draft = Draft("dalo-lettre", answers={"code_postal": postal_code})
    kept = saving.save(safe, draft, draft_id="", question="", on=TODAY)
    safe.drafts.file(kept, dossier)
    safe.drafts.finish(kept)
    return dossier


@pytest.mark.parametrize(
    ("code", "territory"),
    [
        ("97400", "reunion"),
        ("97 110", "guadeloupe"),
        ("97150", "saint-martin"),
        ("98713", "polynesie"),
        ("42000", "metropole"),
        ("57000", "metropole"),
        ("", "metropole"),
    ],
)
def test_a_postal_code_says_where(law: FolderLaw, code: str, territory: str) -> None:
    assert territory_of(law, code) == territory


@pytest.mark.parametrize(("code", "silence"), [("97400", "2027-05-25"), ("42000", "2027-02-25")])
def test_the_commission_of_housing_has_longer_overseas(
    safe: Safe, law: FolderLaw, code: str, silence: str
) -> None:
    """CCH R.441-15: six months in the overseas départements."""
    dossier = housed(safe, code)
    about = {"procedure": "dalo-recours-amiable", "today": TODAY}
    followup.posted(safe, law, dossier, day=TODAY, **about)
    followup.receipt_returned(safe, law, dossier, day=TODAY, **about)
    (awaited,) = [event for event in safe.events.timeline(dossier) if event.awaited]
    assert str(awaited.day) == silence


def test_a_dossier_without_a_letter_is_on_the_mainland(safe: Safe, law: FolderLaw) -> None:
    assert road_of(safe, law, safe.dossiers.add("Vide", on=TODAY)).territory == "metropole"
