"""A list that stops says how much it does not show, and what is coming is never among it."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.gui.screens.accueil.reading import MOST_DATES, MOST_DRAFTS, welcome
from desktop_app.pages.home import Welcome, date_words
from desktop_app.sentences.agenda_words import grouped
from desktop_app.wiring import RealTools
from desktop_app.workflow.matter.dossiers import next_dates
from desktop_app.workflow.safes.archive import find
from desktop_app.workflow.safes.listing import PAGE, Listing
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 28)
TOMORROW = TODAY + dt.timedelta(days=1)
CATALOGUE, LAW = RealTools().catalogue, RealTools().law
EMPTY_DRAFT = '{"pack": "caf-indu-rsa"}'


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


def await_days(safe: Safe, dossier: str, days: int, *, begin: dt.date, title: str) -> None:
    """Have this many days awaited, backwards from ``begin``."""
    with safe.act():
        for back in range(days):
            day = begin - dt.timedelta(days=back)
            safe.events.add(dossier, kind="to-do", title=title, day=day, awaited=True)


def office(safe: Safe, past: int) -> tuple[str, str]:
    """Return two people: the second has tomorrow's date, everyone else's are long past."""
    busy = safe.people.add("Ana Diaz", on=TODAY)
    hers = safe.people.add("Fatou Diallo", on=TODAY)
    old = safe.dossiers.add("Vieux dossier", person=busy, on=TODAY)
    new = safe.dossiers.add("Dette", person=hers, on=TODAY)
    await_days(safe, old, past, begin=TODAY - dt.timedelta(days=1), title="Ancien")
    await_days(safe, new, 1, begin=TOMORROW, title="URGENT demain")
    return busy, hers


def first_words(said: Welcome) -> str:
    return date_words(said.dates[0])


@pytest.mark.parametrize("past", [199, 200, 1001])
def test_past_dates_never_hide_what_comes(safe: Safe, past: int) -> None:
    _, hers = office(safe, past)
    everyone = welcome(safe, CATALOGUE, LAW, TODAY)
    assert "URGENT demain" in first_words(everyone)
    assert len(everyone.dates) == MOST_DATES
    assert everyone.dates_left == past + 1 - MOST_DATES
    her_own = welcome(safe, CATALOGUE, LAW, TODAY, hers)
    assert "URGENT demain" in first_words(her_own)
    assert (len(her_own.dates), her_own.dates_left) == (1, 0)
    agenda = next_dates(safe, today=TODAY)
    assert len(agenda) == past + 1
    assert [one.event.title for one in grouped(agenda, TODAY)[0].dates] == ["URGENT demain"]


def test_more_dates_of_this_week_than_are_shown_are_counted(safe: Safe) -> None:
    _, hers = office(safe, 1)
    dossier = safe.dossiers.all(hers)[0].id
    await_days(safe, dossier, 5, begin=TODAY + dt.timedelta(days=6), title="Bientôt")
    said = welcome(safe, CATALOGUE, LAW, TODAY)
    assert "URGENT demain" in first_words(said)
    assert all("est passée" not in date_words(one) for one in said.dates)
    assert said.dates_left == 7 - MOST_DATES


def test_one_persons_documents_are_searched_among_hers(safe: Safe) -> None:
    diallo = safe.people.add("Mme Diallo", on=TODAY)
    with safe.act():
        safe.add(b"hers", title="Recours", on=TODAY, person=diallo)
        for number in range(60):
            safe.add(b"x", title=f"Recours {number}", on=TODAY, person="Les autres")
    mine = Listing(safe, diallo).search("recours")
    assert ([one.title for one in mine.papers], mine.left) == (["Recours"], 0)
    shown = Listing(safe, "").search("recours")
    assert (len(shown.papers) + shown.left, shown.documents) == (61, 61)
    assert shown.left > 0


@pytest.mark.parametrize("typed", ["", "dette"])
def test_dossiers_then_papers_come_by_parts_each_once(safe: Safe, typed: str) -> None:
    with safe.act():
        for number in range(PAGE - 1):
            safe.dossiers.add(f"Dette {number}", on=TODAY)
        for number in range(PAGE + 2):
            safe.add(b"x", title=f"Dette {number}", on=TODAY)
    listing, seen, left = Listing(safe, ""), list[str](), -1
    while left:
        some = listing.search(typed, len(seen)) if typed else listing.everything(len(seen))
        assert left in (-1, some.left + len(some.named) + len(some.papers))
        seen += [*(one.id for one in some.named), *(one.id for one in some.papers)]
        left = some.left
    assert len(seen) == len(set(seen)) == 2 * PAGE + 1


def test_a_dossier_is_found_by_words_of_its_title_and_of_whose_it_is(safe: Safe) -> None:
    dossier = safe.dossiers.add("Dette d’août", on=TODAY, person="Élodie Faure")
    safe.dossiers.add("Dette d’août", on=TODAY, person="Bruno")
    (found,) = Listing(safe, "").search("aout FAURE").named
    assert found.id == dossier


def test_the_documents_not_shown_are_counted_and_come_when_asked(safe: Safe) -> None:
    with safe.act():
        for number in range(7):
            safe.add(b"x", title=f"Recours {number}", on=TODAY)
    found = find(safe, "recours", limit=3)
    assert (len(found.documents), found.total, found.left) == (3, 7, 4)
    then = find(safe, "recours", limit=3, skip=3)
    assert [one.title for one in then.documents] == ["Recours 3", "Recours 2", "Recours 1"]
    assert then.left == 1
    assert find(safe, "introuvable").total == 0


def test_drafts_not_offered_are_counted(safe: Safe) -> None:
    with safe.act():
        for _ in range(8):
            safe.drafts.begin("caf-indu-rsa", EMPTY_DRAFT, on=TODAY)
    said = welcome(safe, CATALOGUE, LAW, TODAY)
    assert (len(said.drafts), said.drafts_left) == (MOST_DRAFTS, 8 - MOST_DRAFTS)
    everyone = welcome(safe, CATALOGUE, LAW, TODAY, most=-1)
    assert (len({one.id for one in everyone.drafts}), everyone.drafts_left) == (8, 0)
    assert everyone.drafts[:MOST_DRAFTS] == said.drafts
