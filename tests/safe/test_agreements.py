"""Consents, mandates and the register: what is kept, refused, undone, and gone with the person."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from desktop_app.core.agreements import THEMES, Mandate, last_day
from desktop_app.core.packs.families import FAMILIES
from desktop_app.safe.errors import ChangedSince, NotFound, NothingToSave, Withdrawn, WrongMandate
from desktop_app.safe.store import Safe
from tests.safe.conftest import TODAY, Made

DAY = dt.timedelta(days=1)
YEAR = last_day(TODAY)


@pytest.fixture
def safe(made: Made) -> Iterator[Safe]:
    with made.open_with_key() as opened:
        yield opened


@pytest.fixture
def person(safe: Safe) -> str:
    uid = safe.people.add("Nadia Martin", on=TODAY)
    row = safe.people.row(uid)
    safe.database.execute("INSERT OR REPLACE INTO person_number VALUES (?, 27)", (row,))
    return uid


def mandated(safe: Safe, person: str, until: dt.date = YEAR) -> str:
    return safe.mandates.prepare(person, ("caf", "maladie"), from_day=TODAY, until_day=until)


def test_themes_are_families_of_packs() -> None:
    assert set(THEMES) < set(FAMILIES)


class TestConsent:
    def test_it_is_given_once_however_often_it_is_said(self, safe: Safe, person: str) -> None:
        first = safe.consents.give(person, "gardons-1", language="fr", on=TODAY)
        assert safe.consents.give(person, "gardons-1", on=TODAY + DAY) == first
        (held,) = safe.consents.of(person)
        assert (held.words, held.language, held.given_on, held.ended_on) == (
            "gardons-1", "fr", TODAY, None,
        )  # fmt: skip
        assert safe.register.count() == 1

    def test_withdrawn_it_holds_no_more_and_can_be_given_again(
        self, safe: Safe, person: str
    ) -> None:
        safe.consents.give(person, "gardons-1", on=TODAY)
        safe.consents.withdraw(person, on=TODAY + DAY)
        assert safe.consents.now(person) is None
        with pytest.raises(NotFound):
            safe.consents.withdraw(person, on=TODAY + DAY)
        safe.consents.give(person, "gardons-2", on=TODAY + DAY)
        assert [(one.words, one.ended_on) for one in safe.consents.of(person)] == [
            ("gardons-1", TODAY + DAY),
            ("gardons-2", None),
        ]
        kinds = [line.kind for line in safe.register.of(person)]
        assert kinds == ["consent", "consent-withdrawn", "consent"]

    def test_undone_nothing_of_it_is_left(self, safe: Safe, person: str) -> None:
        with safe.recorded() as done:
            safe.consents.give(person, "gardons-1", on=TODAY)
        safe.undo(done.reverse, on=TODAY)
        assert (safe.consents.of(person), safe.register.count()) == ([], 0)


class TestWithdrawn:
    """Who asked that nothing more is kept: each sort of thing of hers is refused by the safe."""

    @pytest.fixture
    def hers(self, safe: Safe, person: str) -> tuple[str, str, str]:
        """Return her dossier, a draft and an event of before; then she agrees no more."""
        dossier = safe.dossiers.add("Dette", on=TODAY, person=person)
        draft = safe.drafts.begin("cada", '{"answers": {}}', on=TODAY, person=person)
        event = safe.events.add(dossier, kind="posted", day=TODAY)
        safe.people.keep_value(person, "identite.nom", "Martin", source="draft", on=TODAY)
        safe.consents.give(person, "gardons-1", on=TODAY)
        safe.consents.withdraw(person, on=TODAY)
        return dossier, draft, event

    @pytest.mark.parametrize(
        "adds",
        [
            lambda safe, her, dossier, _draft: safe.dossiers.add("Autre", on=TODAY, person=her),
            lambda safe, _her, dossier, _draft: safe.events.add(dossier, kind="posted", day=TODAY),
            lambda safe, _her, dossier, _draft: safe.events.add(
                dossier, kind="to-do", day=TODAY, title="Rappeler", awaited=True
            ),
            lambda safe, her, *_ids: safe.add(b"x", title="Avis", on=TODAY, person=her),
            lambda safe, _her, dossier, _draft: safe.add(
                b"x", title="Avis", on=TODAY, dossier=dossier
            ),
            lambda safe, her, *_ids: safe.drafts.begin("cada", "{}", on=TODAY, person=her),
            lambda safe, _her, dossier, _draft: safe.drafts.begin(
                "cada", "{}", on=TODAY, dossier=dossier
            ),
            lambda safe, _her, _dossier, draft: safe.drafts.save(
                draft, '{"answers": {"nom": "Martin"}}', question="nom", on=TODAY
            ),
            lambda safe, her, *_ids: safe.people.keep_value(
                her, "contact.telephone", "0601020304", source="helper", on=TODAY
            ),
            lambda safe, her, *_ids: safe.people.keep_value(
                her, "identite.nom", "Autre", source="draft", on=TODAY
            ),
            lambda safe, her, *_ids: safe.people.join(
                safe.people.new_household(), her, role="mere", since=TODAY
            ),
        ],
    )
    def test_nothing_of_hers_is_added(
        self,
        safe: Safe,
        person: str,
        hers: tuple[str, str, str],
        adds: Callable[[Safe, str, str, str], object],
    ) -> None:
        tables = ("dossier", "event", "document", "draft", "person_value", "household_member")
        before = [safe.database.rows(f"SELECT * FROM {name}") for name in tables]
        with pytest.raises(Withdrawn):
            adds(safe, person, hers[0], hers[1])
        assert [safe.database.rows(f"SELECT * FROM {name}") for name in tables] == before
        safe.consents.give(person, "gardons-1", on=TODAY)
        adds(safe, person, hers[0], hers[1])

    def test_what_was_there_is_corrected_ended_and_thrown_away(
        self, safe: Safe, person: str, hers: tuple[str, str, str]
    ) -> None:
        dossier, draft, event = hers
        safe.people.keep_value(person, "identite.nom", "Martins", source="helper", on=TODAY)
        safe.events.rewrite(event, kind="posted", day=TODAY - DAY)
        safe.drafts.save(draft, '{"answers": {}}', question="nom", on=TODAY)  # one only looked
        safe.drafts.finish(draft)
        safe.figures.close(dossier, on=TODAY)
        with safe.recorded() as done:
            safe.drafts.forget(draft)
        safe.undo(done.reverse, on=TODAY)
        assert safe.drafts.one(draft).content == '{"answers": {}}'
        safe.bin.put(dossier, on=TODAY, kind="dossier")
        safe.retention.erase([("person", person)], on=TODAY)
        assert safe.people.there(person) is None

    def test_others_and_nobody_are_not_concerned(
        self, safe: Safe, hers: tuple[str, str, str]
    ) -> None:
        other = safe.people.add("Autre", on=TODAY)
        safe.add(b"x", title="Avis", on=TODAY, person=other)
        safe.add(b"x", title="Avis", on=TODAY)
        safe.drafts.begin("cada", "{}", on=TODAY)
        safe.dossiers.add("De personne", on=TODAY)


class TestMandate:
    def test_from_a_day_to_a_year_and_never_more(self, safe: Safe, person: str) -> None:
        mandated(safe, person, until=TODAY)
        mandated(safe, person, until=YEAR)
        for wrong in (YEAR + DAY, TODAY - DAY):
            with pytest.raises(WrongMandate) as told:
                mandated(safe, person, until=wrong)
            assert told.value.wording == "mandate-days"

    @pytest.mark.parametrize(
        ("first", "last"),
        [
            (dt.date(2026, 3, 1), dt.date(2027, 2, 28)),
            (dt.date(2027, 3, 1), dt.date(2028, 2, 29)),
            (dt.date(2028, 2, 29), dt.date(2029, 2, 28)),
            (dt.date(2026, 1, 1), dt.date(2026, 12, 31)),
        ],
    )
    def test_a_year_ends_on_the_eve(self, first: dt.date, last: dt.date) -> None:
        assert last_day(first) == last

    @pytest.mark.parametrize("themes", [(), ("inconnu",), ("caf", "caf'; DROP TABLE mandate")])
    def test_themes_are_those_of_the_list(
        self, safe: Safe, person: str, themes: tuple[str, ...]
    ) -> None:
        with pytest.raises(WrongMandate):
            safe.mandates.prepare(person, themes, from_day=TODAY, until_day=TODAY)

    def test_all_the_themes_fit(self, safe: Safe, person: str) -> None:
        uid = safe.mandates.prepare(person, THEMES[::-1], from_day=TODAY, until_day=TODAY)
        assert safe.mandates.one(uid).themes == THEMES

    def test_one_may_act_by_it_from_its_signature_to_its_last_day(
        self, safe: Safe, person: str
    ) -> None:
        uid = mandated(safe, person, until=TODAY + 9 * DAY)
        assert safe.mandates.one(uid).standing(TODAY) == "to-sign"
        safe.mandates.sign(uid, on=TODAY)
        signed = safe.mandates.one(uid)
        assert signed.standing(TODAY - DAY) == "to-sign"
        assert signed.standing(TODAY + 9 * DAY) == "running"
        assert signed.standing(TODAY + 10 * DAY) == "over"
        safe.mandates.end(uid, on=TODAY + DAY)
        assert safe.mandates.one(uid).standing(TODAY + DAY) == "ended"
        with pytest.raises(WrongMandate):
            safe.mandates.sign(uid, on=TODAY + DAY)

    def test_signed_before_its_first_day(self) -> None:
        first, last = TODAY + DAY, TODAY + 2 * DAY
        one = Mandate("id", "her", ("caf",), first, last, signed_on=TODAY)
        assert one.standing(TODAY) == "to-come"

    def test_one_that_was_not_signed_leaves_nothing(self, safe: Safe, person: str) -> None:
        safe.mandates.end(mandated(safe, person), on=TODAY)
        assert (safe.mandates.of(person), safe.register.count()) == ([], 0)

    def test_its_signed_copy_is_a_document_and_may_go(self, safe: Safe, person: str) -> None:
        uid = mandated(safe, person)
        paper = safe.add(b"%PDF", title="Mandat", on=TODAY, person=person)
        safe.mandates.file(uid, paper)
        assert safe.mandates.one(uid).document_id == paper
        safe.bin.put(paper, on=TODAY)
        assert safe.mandates.one(uid).document_id == ""
        safe.bin.erase("document", paper, on=TODAY)
        assert safe.mandates.one(uid).standing(TODAY) == "to-sign"

    def test_those_that_end_soon_the_first_one_first(self, safe: Safe, person: str) -> None:
        other = safe.people.add("Autre", on=TODAY)
        late, soon = mandated(safe, other, TODAY + 9 * DAY), mandated(safe, person, TODAY)
        unsigned = mandated(safe, safe.people.add("Tiers", on=TODAY), TODAY)
        for one in (late, soon):
            safe.mandates.sign(one, on=TODAY)
        found = [one.id for one in safe.mandates.ending(TODAY, TODAY + 9 * DAY)]
        assert found == [soon, late]
        assert unsigned not in found
        assert safe.mandates.count_ending(TODAY, TODAY + 8 * DAY) == 1
        renewed = mandated(safe, person, TODAY + 90 * DAY)
        safe.mandates.sign(renewed, on=TODAY)
        assert safe.mandates.count_ending(TODAY, TODAY + 9 * DAY) == 1  # another goes beyond it
        safe.bin.put(other, on=TODAY, kind="person")
        assert safe.mandates.count_ending(TODAY, TODAY + 9 * DAY) == 0

    def test_undone_a_signature_is_not_there(self, safe: Safe, person: str) -> None:
        uid = mandated(safe, person)
        with safe.recorded() as done:
            safe.mandates.sign(uid, on=TODAY)
        safe.undo(done.reverse, on=TODAY)
        assert safe.mandates.one(uid).signed_on is None
        assert safe.register.count() == 0
        safe.mandates.sign(uid, on=TODAY)
        with pytest.raises(ChangedSince):
            safe.undo(done.reverse, on=TODAY)


class TestRegister:
    def test_a_line_has_a_number_and_no_name(self, safe: Safe, person: str) -> None:
        safe.register.note("erased", on=TODAY, person=person, reason="Déménagée")
        (line,) = safe.register.lines(limit=10)
        assert (line.number, line.n, line.author, line.reason) == (27, 1, "", "Déménagée")
        written = repr(safe.database.rows("SELECT * FROM register"))
        assert "Nadia" not in written
        assert person not in written

    def test_who_wrote_it(self, safe: Safe, person: str) -> None:
        safe.database.execute(
            "INSERT INTO helper (uid, name, added_on) VALUES ('helper-nadia', 'Nadia', ?)",
            (TODAY.isoformat(),),
        )
        safe.acts.begin("helper-nadia")
        safe.consents.give(person, "gardons-1", on=TODAY)
        assert safe.register.of(person)[0].author == "Nadia"
        uid = mandated(safe, person)
        assert safe.mandates.one(uid).helper == "Nadia"
        assert [act.kind for act in safe.acts.of(uid)] == ["mandate-prepared"]

    def test_a_reason_has_a_limit(self, safe: Safe) -> None:
        with pytest.raises(NothingToSave):
            safe.register.note("erased", on=TODAY, reason="x" * 1001)
        assert safe.register.count() == 0

    def test_pages_of_it(self, safe: Safe) -> None:
        for n in range(5):
            safe.register.note("handed-over", on=TODAY, n=n)
        assert [line.n for line in safe.register.lines(limit=2, skip=1)] == [3, 2]
