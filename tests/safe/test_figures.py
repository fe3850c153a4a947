"""What an office counts, in SQL; who is erased still counts, as numbers; an end is undone."""

import datetime as dt

import pytest

from desktop_app.core.figures import SPOKEN, Counted
from desktop_app.safe.figures import leave_counts
from desktop_app.safe.store import Safe
from tests.safe.conftest import TODAY, Made

JANUARY, MARCH = dt.date(2026, 1, 12), dt.date(2026, 3, 2)


def year(safe: Safe, year: int = 2026) -> dict[tuple[str, str, str, str, str], int]:
    found = safe.figures.counted(f"{year}-01", f"{year}-12")
    return {(one.month, one.what, one.about, one.language, one.outcome): one.n for one in found}


@pytest.fixture
def person(made: Made) -> tuple[Safe, str, str]:
    safe = made.open_with_key()
    person = safe.people.add("Fatou Da Silva", on=JANUARY)
    safe.people.keep_value(person, SPOKEN, "pt", source="helper", on=JANUARY)
    dossier = safe.dossiers.add("C2S", on=JANUARY, person=person, procedure="cpam-c2s")
    return safe, person, dossier


def test_people_dossiers_and_papers_are_counted_by_month(person: tuple[Safe, str, str]) -> None:
    safe, who, dossier = person
    safe.add(
        b"1", title="Lettre", on=MARCH, kind="letter", dossier=dossier, person=who, made_from="c2s"
    )
    safe.add(b"2", title="Reçue", on=MARCH, kind="received", dossier=dossier, person=who)
    counted = year(safe)
    assert counted["2026-01", "people", "", "pt", ""] == 1
    assert counted["2026-01", "opened", "procedure:cpam-c2s", "pt", ""] == 1
    assert counted["2026-03", "letters", "pack:c2s", "pt", ""] == 1
    assert not [one for one in counted if one[1] in ("forms", "closed", "visits")]
    assert year(safe, 2025) == {}


def test_a_paper_made_again_of_the_same_answers_is_one(person: tuple[Safe, str, str]) -> None:
    safe, who, dossier = person
    draft = safe.drafts.begin("c2s", "{}", on=JANUARY, person=who, dossier=dossier)
    for data, day in ((b"1", JANUARY), (b"2", MARCH)):
        safe.add(
            data,
            title="L",
            on=day,
            kind="letter",
            dossier=dossier,
            person=who,
            made_from="c2s",
            draft=draft,
        )
    letters = [(one, n) for one, n in year(safe).items() if one[1] == "letters"]
    assert letters == [(("2026-01", "letters", "pack:c2s", "pt", ""), 1)]


def test_how_a_matter_ended_is_noted_corrected_and_undone(person: tuple[Safe, str, str]) -> None:
    safe, _who, dossier = person
    with safe.recorded() as gesture:
        safe.figures.close(dossier, on=MARCH, outcome="granted")
    assert year(safe)["2026-03", "closed", "procedure:cpam-c2s", "pt", "granted"] == 1
    safe_again = gesture.reverse
    with safe.recorded() as correction:
        safe.figures.close(dossier, on=MARCH, outcome="partly")
    assert safe.figures.ending(dossier).outcome == "partly"
    safe.undo(correction.reverse, on=TODAY)
    assert safe.figures.ending(dossier).outcome == "granted"
    safe.undo(safe_again, on=TODAY)
    assert (safe.figures.ending(dossier).closed_on, safe.figures.ending(dossier).outcome) == (
        None,
        "",
    )
    safe.figures.close(dossier, on=MARCH)
    safe.figures.open_again(dossier)
    assert safe.figures.ending(dossier).closed_on is None


def test_a_theme_chosen_by_hand_is_counted(person: tuple[Safe, str, str]) -> None:
    safe, _who, dossier = person
    safe.figures.keep_theme(dossier, "handicap")
    assert year(safe)["2026-01", "opened", "handicap", "pt", ""] == 1


@pytest.mark.parametrize("kind", ["person", "dossier"])
def test_who_is_erased_counts_as_before_and_nothing_names_her(
    person: tuple[Safe, str, str], kind: str
) -> None:
    safe, who, dossier = person
    safe.add(
        b"1", title="Lettre", on=MARCH, kind="letter", dossier=dossier, person=who, made_from="c2s"
    )
    safe.figures.close(dossier, on=MARCH, outcome="granted")
    other = safe.people.add("Une autre", on=JANUARY)
    safe.people.keep_value(other, SPOKEN, "pt", source="helper", on=JANUARY)
    before = safe.figures.counted("2026-01", "2026-12")
    uid = {"person": who, "dossier": dossier}[kind]
    row = int(safe.database.value(f"SELECT id FROM {kind} WHERE uid = ?", (uid,)))
    with safe.act():
        leave_counts(safe.database, kind, row)
        safe.bin.erase(kind, uid, on=TODAY)
    assert safe.figures.counted("2026-01", "2026-12") == before
    kept = safe.database.rows("SELECT * FROM tally")
    assert kept
    assert "Silva" not in repr(kept)
    assert who not in repr(kept)


def test_what_is_in_the_bin_still_counts(person: tuple[Safe, str, str]) -> None:
    safe, who, _dossier = person
    before = year(safe)
    safe.bin.put(who, on=TODAY, kind="person")
    assert year(safe) == before


def test_an_office_keeps_its_own_definition(person: tuple[Safe, str, str]) -> None:
    safe, *_ = person
    assert safe.figures.own_set() == ""
    safe.figures.keep_own_set("schema = 1")
    safe.figures.keep_own_set("schema = 1 # deux")
    assert safe.figures.own_set() == "schema = 1 # deux"
    safe.figures.keep_own_set("")
    assert safe.figures.own_set() == ""


def test_counted_is_sorted_and_typed(person: tuple[Safe, str, str]) -> None:
    safe, *_ = person
    assert all(
        isinstance(one, Counted) and one.n > 0 for one in safe.figures.counted("2026-01", "2026-12")
    )
    assert safe.figures.years() == (2026, 2026)
