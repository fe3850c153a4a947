"""A law that changes is told to the dossiers it touches, once, and moves nothing in silence."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.deadlines import counted
from desktop_app.core.moment import day_of
from desktop_app.datafiles import data_root
from desktop_app.pages import law_moved as page
from desktop_app.sentences import law_words, timeline_words
from desktop_app.workflow import undoing
from desktop_app.workflow.matter import corrections, followup
from desktop_app.workflow.matter.dossiers import next_dates, open_dossier
from desktop_app.workflow.matter.law_moved import MovedDay, moved, see
from desktop_app.workflow.matter.timeline import LAW_MOVED, NEXT, SILENCE_EXPECTED
from desktop_app.workflow.store import Safe
from tests.helpers.changed_law import changed_law
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 12, 3)
DECIDED = dt.date(2026, 11, 3)
RAPO, FILE = "caf-rapo-rsa", "procedures/caf/caf-rapo-rsa.toml"
DELAY = 'delay = { value = 2, unit = "mois", extension = true }'
ONE_MONTH = (DELAY, DELAY.replace("2", "1"))
THREE_MONTHS = (DELAY, DELAY.replace("2", "3"))
SINCE = ("seen_on = 2026-11-28", "seen_on = 2026-12-01\nchanged_on = 2026-12-01")
SILENCE = (
    '{ value = 2, unit = "mois", effect = "rejet"',
    '{ value = 4, unit = "mois", effect = "rejet"',
)


@pytest.fixture(scope="module")
def law() -> FolderLaw:
    return FolderLaw()


@pytest.fixture(scope="module")
def catalogue() -> FolderCatalogue:
    return FolderCatalogue(data_root("forms"))


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


@pytest.fixture(scope="module")
def shorter(tmp_path_factory: pytest.TempPathFactory) -> FolderLaw:
    return changed_law(tmp_path_factory.mktemp("un-mois"), {FILE: (ONE_MONTH, SINCE)})


@pytest.fixture(scope="module")
def longer(tmp_path_factory: pytest.TempPathFactory) -> FolderLaw:
    return changed_law(tmp_path_factory.mktemp("trois-mois"), {FILE: (THREE_MONTHS,)})


def decided(safe: Safe, law: FolderLaw, title: str = "Ma dette", day: dt.date = DECIDED) -> str:
    dossier = safe.dossiers.add(title, on=TODAY, procedure=RAPO)
    followup.decision_received(safe, law, dossier, procedure=RAPO, day=day, today=TODAY)
    return dossier


def days(one: MovedDay) -> tuple[str, str]:
    return str(one.before.last), str(one.now.last)


def acting(safe: Safe, dossier: str) -> list[dt.date]:
    return [d.act_on for d in next_dates(safe, today=TODAY) if d.event.dossier_id == dossier]


def test_a_shorter_delay_is_told_and_moves_nothing_before_it_is_seen(
    safe: Safe, law: FolderLaw, shorter: FolderLaw, catalogue: FolderCatalogue
) -> None:
    dossier, before = decided(safe, law), None
    before = acting(safe, dossier)
    assert moved(safe, law, catalogue, TODAY) == ()
    (one,) = moved(safe, shorter, catalogue, TODAY)
    assert days(one) == ("2027-01-04", "2026-12-03")
    assert law_words.moved(one) == (
        "Une règle a changé le 1er décembre 2026 : la date de votre dossier passe du "
        f"{_long(before[0])} au {_long(one.now.acting)}."
    )
    assert acting(safe, dossier) == before  # told, not moved
    found = open_dossier(safe, shorter, catalogue, dossier, today=TODAY)
    assert found.moved == (one,)
    assert [*page.on_dossier(found.moved), *page.on_list(found.moved)]
    assert see(safe, shorter, catalogue, dossier, TODAY) == (one,)
    assert acting(safe, dossier) == [one.now.acting]
    assert moved(safe, shorter, catalogue, TODAY) == ()  # once
    (told,) = (e for e in safe.events.timeline(dossier) if e.kind == LAW_MOVED)
    assert timeline_words.what_happened(told) == (
        "La règle a changé le 1er décembre 2026 (Contester ce qu’on a décidé sur mon RSA) : "
        f"le {_long(before[0])} est devenu le {_long(one.now.acting)}."
    )
    assert list(safe.kept_law.all()) == [shorter.fingerprint]


def test_a_longer_delay_says_that_the_former_day_is_the_safest(
    safe: Safe, law: FolderLaw, longer: FolderLaw, catalogue: FolderCatalogue
) -> None:
    decided(safe, law)
    (one,) = moved(safe, longer, catalogue, TODAY)
    assert days(one) == ("2027-01-04", "2027-02-03")
    said = list(law_words.details(one))
    assert any("l’ancienne date reste la plus sûre" in words for words in said)
    assert any("avant, le 4 janvier 2027 ; maintenant, le 3 février 2027" in w for w in said)


def test_going_back_to_the_former_law_is_told_too(
    safe: Safe, law: FolderLaw, shorter: FolderLaw, catalogue: FolderCatalogue
) -> None:
    unseen, seen = decided(safe, law, "Une"), decided(safe, law, "Autre")
    see(safe, shorter, catalogue, seen, TODAY)
    later = decided(safe, shorter, "Sous la nouvelle")
    assert {one.event.dossier_id for one in moved(safe, shorter, catalogue, TODAY)} == {unseen}
    back = {one.event.dossier_id: days(one) for one in moved(safe, law, catalogue, TODAY)}
    assert back == {seen: ("2026-12-03", "2027-01-04"), later: ("2026-12-03", "2027-01-04")}


def test_a_law_after_the_next_one_is_compared_with_what_was_told(
    safe: Safe, law: FolderLaw, shorter: FolderLaw, longer: FolderLaw, catalogue: FolderCatalogue
) -> None:
    first, second = decided(safe, law, "Une"), decided(safe, shorter, "Autre")
    found = {one.event.dossier_id: days(one) for one in moved(safe, longer, catalogue, TODAY)}
    assert found == {first: ("2027-01-04", "2027-02-03"), second: ("2026-12-03", "2027-02-03")}


def test_a_rule_read_again_or_said_otherwise_moves_nothing(
    safe: Safe, law: FolderLaw, catalogue: FolderCatalogue, tmp_path: Path
) -> None:
    said = ("Contester ce qu’on a décidé sur mon RSA", "Contester mon RSA")
    other = changed_law(
        tmp_path / "mots", {FILE: (said, ("seen_on = 2026-11-28", "seen_on = 2026-12-02"))}
    )
    decided(safe, law)
    assert other.fingerprint != law.fingerprint
    assert counted.touched(law, other) == frozenset()
    assert moved(safe, other, catalogue, TODAY) == ()


def test_a_shorter_delay_of_the_letter_still_holds(
    safe: Safe, law: FolderLaw, longer: FolderLaw, shorter: FolderLaw, catalogue: FolderCatalogue
) -> None:
    dossier = decided(safe, law)
    (event,) = safe.events.timeline(dossier)
    aim = dt.date(2026, 12, 10)
    safe.events.rewrite(
        event.id, kind=event.kind, day=event.day, last_day=event.last_day, prudent_day=aim
    )
    (one,) = moved(safe, longer, catalogue, TODAY)
    assert (one.before.first, one.now.first) == (aim, aim)
    assert days(one) == ("2027-01-04", "2027-02-03")
    see(safe, longer, catalogue, dossier, TODAY)
    assert acting(safe, dossier) == [aim]
    assert moved(safe, longer, catalogue, TODAY) == ()


def test_a_silence_and_what_follows_it_are_told_before_anything_writes_them_anew(
    safe: Safe, law: FolderLaw, catalogue: FolderCatalogue, tmp_path: Path
) -> None:
    """Whatever is noted next writes computed days anew: the timeline says which the law moved."""
    other = changed_law(tmp_path / "silence", {FILE: (SILENCE,)})
    dossier = decided(safe, law)
    sent = dt.date(2026, 11, 20)
    followup.posted(safe, law, dossier, procedure=RAPO, day=sent, today=TODAY)
    (one,) = moved(safe, other, catalogue, TODAY)
    assert one.event.kind == SILENCE_EXPECTED
    assert (str(one.before.acting), str(one.now.acting)) == ("2027-01-20", "2027-03-20")
    event = next(e for e in safe.events.timeline(dossier) if e.kind == "posted")
    corrections.correct(safe, other, dossier, event, day=sent, today=TODAY)
    (told,) = (e for e in safe.events.timeline(dossier) if e.kind == LAW_MOVED)
    assert "le 20 janvier 2027 est devenu le 20 mars 2027" in timeline_words.what_happened(told)
    assert moved(safe, other, catalogue, TODAY) == ()


def test_a_step_that_follows_is_told_with_the_rule_that_changed(
    safe: Safe, law: FolderLaw, catalogue: FolderCatalogue, tmp_path: Path
) -> None:
    file = "procedures/transversal/recours-ta.toml"
    text = (Path(str(data_root("forms"))) / "law" / file).read_text("utf-8")
    line = next(one for one in text.splitlines() if one.startswith("delay ="))
    other = changed_law(
        tmp_path / "suite", {file: ((line, line.replace("value = 2", "value = 1")),)}
    )
    dossier = decided(safe, law)
    followup.posted(safe, law, dossier, procedure=RAPO, day=dt.date(2026, 11, 10), today=TODAY)
    followup.receipt_returned(
        safe, law, dossier, procedure=RAPO, day=dt.date(2026, 11, 12), today=TODAY
    )
    followup.answer_received(
        safe, law, dossier, procedure=RAPO, answer="refus", day=dt.date(2026, 12, 1), today=TODAY
    )
    (one,) = (m for m in moved(safe, other, catalogue, TODAY) if m.event.kind == NEXT)
    assert one.event.procedure == "recours-ta"
    assert one.rule == other.procedure("recours-ta").plain_title
    assert one.now.last < one.before.last
    see(safe, other, catalogue, dossier, TODAY)
    assert moved(safe, other, catalogue, TODAY) == ()
    assert sum(e.kind == LAW_MOVED for e in safe.events.timeline(dossier)) == 1


def test_what_was_seen_is_undone_whole_and_told_again(
    safe: Safe, law: FolderLaw, shorter: FolderLaw, catalogue: FolderCatalogue
) -> None:
    dossier = decided(safe, law)
    before, kept = safe.events.timeline(dossier), safe.kept_law.all()
    found, reverse = undoing.do(safe, lambda: see(safe, shorter, catalogue, dossier, TODAY))
    assert found
    undoing.undo(safe, undoing.Done("", reverse), on=TODAY)
    assert (safe.events.timeline(dossier), safe.kept_law.all()) == (before, kept)
    assert moved(safe, shorter, catalogue, TODAY) == found


def test_it_is_told_wherever_the_safe_is_carried_and_before_a_law_is_accepted(
    tmp_path: Path, law: FolderLaw, shorter: FolderLaw, catalogue: FolderCatalogue
) -> None:
    place = new_safe(tmp_path, TODAY)
    with open_safe(place, TODAY) as safe:
        decided(safe, law)
        (would,) = moved(safe, shorter, catalogue, TODAY, used=law)
    with open_safe(place, TODAY) as again:
        assert moved(again, shorter, catalogue, TODAY) == (would,)
        assert day_of(would.now.last or TODAY) == dt.date(2026, 12, 3)


def _long(day: dt.date | None) -> str:
    from desktop_app import i18n

    assert day is not None
    return i18n.long_date(day)
