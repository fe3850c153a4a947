"""Arrivals with two days: the earliest that a body could plead, and the legal one.

Sources: CRPA R.112-20; CSS R.142-1-A I; CGPPP L.2323-7-1 (same words as CGCT L.2333-87 II).
"""

import datetime as dt

import pytest

from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.deadlines import errors
from desktop_app.core.deadlines.compute import deadline
from desktop_app.core.deadlines.request import Request, WrittenDelay
from desktop_app.core.deadlines.usual import usual_days
from desktop_app.core.deadlines.verdict import first_day

LAW = FolderLaw()
TODAY = dt.date(2026, 11, 28)


def day(month, number, year=2026):
    return dt.date(year, month, number)


def ask(procedure, event, date, today=TODAY, **told):
    return deadline(LAW, Request(procedure, event, date, today, **told))


def codes(found):
    return [told.code for told in found.warnings]


@pytest.mark.parametrize(
    ("agreed", "opened", "legal"),
    [
        ("oui", day(9, 1), day(9, 1)),
        ("oui", day(9, 16), day(9, 16)),
        ("oui", day(9, 17), day(9, 1)),
        ("oui", None, day(9, 1)),
        ("non", day(9, 17), day(9, 17)),
        ("inconnu", day(9, 17), day(9, 17)),
        ("non", None, None),
        ("inconnu", None, None),
    ],
)
def test_an_account_has_two_starts(agreed, opened, legal):
    found = ask("caf-cra-pf", "compte-en-ligne", day(9, 1), opened=opened, agreed=agreed)
    assert (found.start_prudent, found.start_legal) == (day(9, 1), legal)
    assert found.prudent_day == day(10, 30)
    assert (found.last_day is None) == (legal is None)


@pytest.mark.parametrize("opened", [day(9, 1), day(9, 20), day(11, 20)])
@pytest.mark.parametrize("agreed", ["oui", "non", "inconnu"])
def test_the_prudent_day_is_never_later_than_what_the_opening_gives(opened, agreed):
    for procedure in LAW.procedures():
        if not {"compte-en-ligne", "notification"} <= set(LAW.tables.expand(procedure.events)):
            continue
        found = ask(procedure.id, "compte-en-ligne", day(9, 1), opened=opened, agreed=agreed)
        read = ask(procedure.id, "notification", opened)
        if found.prudent_day is None:  # low confidence: no day at all
            continue
        assert found.prudent_day <= min(read.prudent_day, read.last_day), procedure.id
        assert found.prudent_day <= found.last_day, procedure.id


def test_sent_today_when_the_prudent_day_is_past_and_the_legal_one_is_not():
    found = ask("caf-rapo-rsa", "compte-en-ligne", day(9, 1), opened=day(11, 20), agreed="non")
    assert "peut-etre-tard" in codes(found)
    assert "trop-tard" not in codes(found)
    told = next(one for one in found.warnings if one.code == "peut-etre-tard")
    assert told.values == {"start": day(9, 1), "born": day(11, 20), "last": day(1, 20, 2027)}


def test_without_any_sure_day_nothing_is_called_too_late():
    found = ask("caf-cra-pf", "lettre-simple", day(9, 21))
    assert "peut-etre-tard-sans-jour" in codes(found)
    assert "trop-tard" not in codes(found)
    assert (found.start_prudent, found.start_legal, found.last_day) == (day(9, 21), None, None)


@pytest.mark.parametrize(
    ("received", "prudent"),
    [(None, day(11, 7)), (day(11, 4), day(11, 4)), (day(11, 16), day(11, 7))],
)
def test_a_posted_parking_notice_is_held_received_whatever_the_day_it_was_found(received, prudent):
    found = ask("fps-rapo", "fps-poste", day(11, 2), received=received)
    assert (found.start_prudent, found.start_legal) == (prudent, day(11, 8))
    assert found.last_day == day(12, 8)


def test_a_posted_parking_notice_has_no_day_of_receipt():
    with pytest.raises(errors.EventDoesNotFit) as refusal:
        ask("fps-rapo", "reception", day(11, 16))
    assert "fps-poste" in refusal.value.parameters["events"]


@pytest.mark.parametrize(
    ("event", "date", "told", "error"),
    [
        ("compte-en-ligne", day(11, 10), {"opened": day(11, 9)}, errors.OpenedBeforeArrival),
        ("compte-en-ligne", day(11, 10), {"opened": day(11, 29)}, errors.DateInFuture),
        ("compte-en-ligne", day(11, 29), {}, errors.DateInFuture),
        ("compte-en-ligne", day(11, 10), {"received": day(11, 12)}, errors.ReceivedNotExpected),
        ("lettre-simple", day(11, 10), {"received": day(11, 9)}, errors.ReceivedBeforeDate),
        ("lettre-simple", day(11, 10), {"received": day(11, 29)}, errors.DateInFuture),
        ("lettre-simple", day(11, 10), {"opened": day(11, 12)}, errors.OpenedNotExpected),
        ("notification", day(11, 10), {"agreed": "oui"}, errors.OpenedNotExpected),
        ("notification", day(11, 10), {"received": day(11, 12)}, errors.ReceivedNotExpected),
    ],
)
def test_days_that_contradict_one_another_are_refused(event, date, told, error):
    with pytest.raises(error):
        ask("caf-cra-pf", event, date, **told)


def test_a_day_printed_on_the_notice_is_kept_when_it_is_earlier():
    found = ask("fps-rapo", "fps-poste", day(11, 13), notice=day(12, 14))
    assert (found.prudent_day, found.last_day) == (day(12, 14), day(12, 21))


def test_a_length_written_on_the_notice_is_counted_prudently_from_the_earliest_day():
    shorter = WrittenDelay(1, "mois")
    found = ask("caf-cra-pf", "compte-en-ligne", day(11, 2), opened=day(11, 17), notice=shorter)
    assert found.prudent_day == day(12, 2)
    unknown = ask("caf-cra-pf", "lettre-simple", day(11, 2), notice=shorter)
    assert (unknown.prudent_day, unknown.last_day, unknown.notice) == (day(12, 2), None, None)


def test_the_year_of_missing_remedies_has_its_two_starts_too():
    found = ask("recours-ta", "sans-voies-et-delais", day(3, 2), received=day(6, 15), today=TODAY)
    assert (found.start_prudent, found.start_legal) == (day(3, 2), day(6, 15))
    assert (found.prudent_day, found.last_day) == (day(3, 2, 2027), day(6, 15, 2027))
    assert "prudent-date-ecrite" in [step.code for step in found.steps]
    assert usual_days(found)[0] == day(4, 30)  # the usual delay has the same two starts
    assert first_day(found) == usual_days(found)[0]


@pytest.mark.parametrize(("event", "argued"), [("lettre-suivie", True), ("lrar-remise", False)])
def test_a_day_that_no_text_fixes_is_said_to_be_arguable(event, argued):
    assert ("jour-discute" in codes(ask("caf-cra-pf", event, day(11, 2)))) is argued
