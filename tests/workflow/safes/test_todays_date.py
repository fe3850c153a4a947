"""Today's date is asked about when it cannot be right; meanwhile nothing is erased or counted."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.catalogue.law import FolderLaw
from desktop_app.pages import reading, week
from desktop_app.sentences import agenda_words
from desktop_app.workflow.matter.dossiers import NOT_COUNTED, next_dates
from desktop_app.workflow.safes import todays_date
from desktop_app.workflow.safes.care import day_backup
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 25)
LATER = dt.date(2027, 3, 1)
FAR = dt.date(2039, 1, 1)


@pytest.fixture(scope="module")
def law() -> FolderLaw:
    return FolderLaw()


@pytest.fixture
def opened(tmp_path: Path) -> Callable[[dt.date], Safe]:
    place = new_safe(tmp_path, TODAY)
    return lambda on: open_safe(place, on)


def thrown(safe: Safe) -> None:
    safe.bin.put(safe.dossiers.add("Une affaire", on=TODAY), on=TODAY, kind="dossier")


def test_a_day_that_can_be_right_is_not_asked_about(law, opened) -> None:
    with opened(TODAY) as safe:
        assert todays_date.in_doubt(law, TODAY, safe) is None


def test_before_the_last_day_the_safe_was_opened(law, opened) -> None:
    opened(LATER).close()
    with opened(TODAY) as safe:
        found = todays_date.in_doubt(law, TODAY, safe)
        assert (found.why, found.since) == ("before-safe", LATER)


def test_a_person_who_says_that_it_is_right_is_not_asked_again(law, opened) -> None:
    opened(LATER).close()
    with opened(TODAY) as safe:
        todays_date.confirm(safe, TODAY)
    with opened(TODAY) as safe:
        assert todays_date.in_doubt(law, TODAY, safe) is None


def test_ten_years_ahead_the_bin_keeps_what_it_holds(law, opened) -> None:
    with opened(TODAY) as safe:
        thrown(safe)
    with opened(FAR) as safe:
        assert todays_date.in_doubt(law, FAR, safe).why == "too-far"
        day_backup(safe, law, on=FAR, progress=lambda _done, _total: None)
        assert len(safe.bin.dossiers()) == 1


def test_a_month_later_the_bin_is_emptied_as_said(law, opened) -> None:
    with opened(TODAY) as safe:
        thrown(safe)
    with opened(LATER) as safe:
        day_backup(safe, law, on=LATER, progress=lambda _done, _total: None)
        assert safe.bin.dossiers() == []


def test_without_a_day_to_count_from_dates_are_told_under_one_heading(opened) -> None:
    with opened(TODAY) as safe:
        dossier = safe.dossiers.add("Une affaire", on=TODAY)
        for day in (dt.date(2020, 1, 6), dt.date(2026, 11, 26), dt.date(2030, 1, 7)):
            safe.events.add(dossier, kind="to-do", day=day, title="Appeler", awaited=True)
        found = next_dates(safe, today=NOT_COUNTED)
    (group,) = agenda_words.grouped(found, NOT_COUNTED)
    assert (group.title, len(group.dates)) == ("Toutes les dates", 3)
    assert "  Lundi 6 janvier 2020" in reading.lines(week.listed(found, NOT_COUNTED))
