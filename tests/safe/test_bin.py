"""The bin: a whole dossier, a person, one step of a timeline; all come back, or go for good."""

import datetime as dt
from collections.abc import Iterator

import pytest

from desktop_app.safe.errors import NotFound
from desktop_app.safe.store import Safe
from tests.safe.conftest import TODAY, Made

MONTH = dt.timedelta(days=30)


@pytest.fixture
def safe(made: Made) -> Iterator[Safe]:
    with made.open_with_key() as opened:
        yield opened


def matter(safe: Safe, person: str = "") -> tuple[str, str]:
    """Return a dossier and its document."""
    dossier = safe.dossiers.add("Indu de RSA", on=TODAY, person=person)
    document = safe.add(b"pdf", title="Recours", on=TODAY, text="hippocampe", dossier=dossier)
    safe.events.add(dossier, kind="posted", day=TODAY, awaited=True)
    return dossier, document


class TestDossier:
    def test_thrown_away_nothing_of_it_is_seen(self, safe: Safe) -> None:
        dossier, document = matter(safe)
        draft = safe.drafts.begin("motifs", "{}", on=TODAY, dossier=dossier)
        safe.bin.put(dossier, on=TODAY, kind="dossier")
        assert dossier not in [one.id for one in safe.dossiers.all()]
        assert document not in [one.id for one in safe.documents()]
        assert safe.search("hippocampe") == []
        assert [e for e in safe.agenda.next_dates() if e.dossier_id == dossier] == []
        assert draft not in [one.id for one in safe.drafts.unfinished()]
        assert [one.id for one in safe.bin.dossiers()] == [dossier]
        assert document not in [one.id for one in safe.bin.all()], "it comes back with its dossier"
        assert safe.words.is_sound()

    def test_taken_back_everything_is_there(self, safe: Safe) -> None:
        dossier, document = matter(safe)
        safe.bin.put(dossier, on=TODAY, kind="dossier")
        safe.bin.take_back(dossier, kind="dossier")
        assert safe.content(document) == b"pdf"
        assert [one.id for one in safe.search("hippocampe")] == [document]
        assert [e.kind for e in safe.events.timeline(dossier)] == ["posted"]
        assert safe.bin.dossiers() == []
        assert safe.words.is_sound()

    def test_a_paper_thrown_before_stays_in_the_bin(self, safe: Safe) -> None:
        dossier, document = matter(safe)
        safe.bin.put(document, on=TODAY - dt.timedelta(days=1))
        safe.bin.put(dossier, on=TODAY, kind="dossier")
        safe.bin.take_back(dossier, kind="dossier")
        assert [one.id for one in safe.bin.all()] == [document]
        assert safe.words.is_sound()

    def test_after_thirty_days_it_is_erased(self, safe: Safe) -> None:
        dossier, document = matter(safe)
        safe.bin.put(dossier, on=TODAY, kind="dossier")
        assert safe.bin.empty(on=TODAY + MONTH - dt.timedelta(days=1)) == 0
        assert safe.bin.empty(on=TODAY + MONTH) == 1
        assert safe.bin.dossiers() == []
        assert not safe.database.value("SELECT 1 FROM document WHERE uid = ?", (document,))
        assert not safe.database.value("SELECT 1 FROM event WHERE kind = 'posted'")
        assert safe.words.is_sound()


class TestAnswers:
    """What a paper was made of goes with the last paper made of it."""

    @pytest.mark.parametrize("why", ["erased", "another paper", "being changed"])
    def test_they_go_unless_they_still_serve(self, safe: Safe, why: str) -> None:
        draft = safe.drafts.begin("motifs", '{"faits": "hippocampe"}', on=TODAY)
        safe.drafts.finish(draft)
        paper = safe.add(b"pdf", title="Lettre", on=TODAY, draft=draft)
        if why == "another paper":
            safe.add(b"pdf", title="Lettre", on=TODAY, draft=draft)
        if why == "being changed":
            safe.drafts.save(draft, "{}", question="faits", on=TODAY)
        safe.bin.erase("document", paper, on=TODAY)
        left = safe.database.value("SELECT count(*) FROM draft WHERE uid = ?", (draft,))
        assert left == (why != "erased")


@pytest.mark.parametrize("at_once", [True, False])
def test_the_backups_that_hold_it_are_known_until_they_are_made_again(
    safe: Safe, at_once: bool
) -> None:
    """What thirty days erase is left to the turn of backups: an office would keep one day only."""
    _dossier, document = matter(safe)
    safe.bin.put(document, on=TODAY)
    if at_once:
        safe.bin.erase("document", document, on=TODAY)
    else:
        safe.bin.empty(on=TODAY + MONTH)
    assert (safe.matters.still_in_backups is not None) == at_once
    safe.renew_backups(on=TODAY)
    assert safe.matters.still_in_backups is None


class TestPerson:
    def test_she_goes_and_comes_back_with_all_that_is_hers(self, safe: Safe) -> None:
        ana = safe.people.add("Ana Ferreira", on=TODAY)
        dossier, document = matter(safe, ana)
        safe.bin.put(ana, on=TODAY, kind="person")
        assert ana not in [one.id for one in safe.people.all()]
        assert document not in [one.id for one in safe.documents()]
        assert [one.name for one in safe.bin.people()] == ["Ana Ferreira"]
        assert safe.bin.dossiers() == [], "it comes back with her"
        safe.bin.take_back(ana, kind="person")
        assert [one.id for one in safe.documents(person=ana)] == [document]
        assert [one.id for one in safe.dossiers.all(ana)] == [dossier]
        assert safe.words.is_sound()

    def test_under_a_corrected_name_her_papers_are_found(self, safe: Safe) -> None:
        ana = safe.people.add("Anna Fereira", on=TODAY)
        _dossier, document = matter(safe, ana)
        safe.rename_person(ana, "Ana Ferreira")
        assert [one.name for one in safe.people.all() if one.id == ana] == ["Ana Ferreira"]
        assert [one.id for one in safe.search("ferreira recours")] == [document]
        assert safe.search("fereira") == []
        assert safe.words.is_sound()


class TestHousehold:
    def test_who_leaves_is_no_longer_there_and_may_come_back(self, safe: Safe) -> None:
        ana, zoe = (safe.people.add(name, on=TODAY) for name in ("Ana", "Zoé"))
        home = safe.people.new_household()
        safe.people.join(home, ana, since=TODAY)
        safe.people.join(home, zoe, role="fille", since=TODAY)
        safe.people.leave(home, zoe, until=TODAY)
        assert [one.name for one, _role in safe.people.household_of(ana)] == ["Ana"]
        assert safe.people.household_of(zoe) == []
        safe.people.join(home, zoe, role="fille", since=TODAY)
        assert [role for _one, role in safe.people.household_of(ana)] == ["", "fille"]

    def test_nobody_leaves_where_she_does_not_live(self, safe: Safe) -> None:
        ana = safe.people.add("Ana", on=TODAY)
        with pytest.raises(NotFound):
            safe.people.leave(safe.people.new_household(), ana, until=TODAY)


class TestEvent:
    def test_taken_off_the_timeline_it_is_kept_as_it_was(self, safe: Safe) -> None:
        dossier, _document = matter(safe)
        (event,) = safe.events.timeline(dossier)
        safe.events.remove(event.id, on=TODAY)
        assert safe.events.timeline(dossier) == []
        assert safe.agenda.next_dates() == []
        assert [one.kind for one in safe.events.removed(dossier)] == ["posted"]
        safe.events.put_back(event.id)
        assert [one.kind for one in safe.events.timeline(dossier)] == ["posted"]
        assert safe.events.removed(dossier) == []

    def test_after_thirty_days_it_goes_for_good(self, safe: Safe) -> None:
        dossier, _document = matter(safe)
        (event,) = safe.events.timeline(dossier)
        safe.events.remove(event.id, on=TODAY)
        assert safe.bin.empty(on=TODAY + MONTH) == 1
        assert safe.events.removed(dossier) == []

    def test_it_is_corrected_in_place(self, safe: Safe) -> None:
        dossier, document = matter(safe)
        (event,) = safe.events.timeline(dossier)
        day = TODAY - dt.timedelta(days=4)
        safe.events.rewrite(event.id, kind="posted", day=day, number="1A 2", document=document)
        (corrected,) = safe.events.timeline(dossier)
        assert (corrected.id, corrected.day) == (event.id, day)
        assert (corrected.number, corrected.document_id) == ("1A 2", document)

    def test_what_is_unknown_is_refused(self, safe: Safe) -> None:
        for change in (safe.events.done, safe.events.await_again, safe.events.forget):
            with pytest.raises(NotFound):
                change("nothing")


def test_a_draft_is_found_by_the_dossier_of_its_document(safe: Safe) -> None:
    dossier, _document = matter(safe)
    draft = safe.drafts.begin("caf-indu-rsa", "{}", on=TODAY)
    safe.drafts.finish(draft)
    safe.drafts.file(draft, dossier)
    assert [one.id for one in safe.drafts.of_dossier(dossier)] == [draft]
