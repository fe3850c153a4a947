"""What is told beside the date."""

import datetime as dt

import pytest

from desktop_app.core.deadlines import clock
from desktop_app.core.deadlines.window import openings

DAY = dt.date(2026, 11, 24)


def codes(found):
    return [advice.code for advice in found.warnings]


@pytest.mark.parametrize(
    "procedure", ["oqtf-7j", "cma-ofii", "cnda", "exclusion-scolaire"], ids=str
)
def test_an_emergency_comes_first_with_whom_to_call(ask, procedure):
    first = ask(procedure, "notification", DAY).warnings[0]

    assert first.code == "urgence"
    assert first.values["contacts"]


@pytest.mark.parametrize("procedure", ["cnda"])
def test_low_confidence_never_gives_a_date(ask, procedure):
    found = ask(procedure, "notification", DAY)

    assert (found.last_day, found.prudent_day, found.rule) == (None, None, "")
    assert "confiance-basse" in codes(found)


def test_low_confidence_gives_no_date_by_any_way(law, ask):
    for procedure in law.procedures():
        if procedure.confidence == "basse":
            for event in law.tables.expand(procedure.events):
                more = {"picked_up": DAY} if event == "lrar-retiree" else {}
                assert ask(procedure.id, event, DAY, **more).last_day is None


def test_the_notice_received_always_has_the_last_word(ask):
    assert codes(ask("recours-ta", "notification", DAY))[-1] == "notification-prime"
    assert codes(ask("oqtf-1mois", "notification", DAY))[-1] == "notification-plus-courte"


@pytest.mark.parametrize(
    ("today", "code"),
    [
        pytest.param(dt.date(2027, 1, 22), None, id="on the prudent day"),
        pytest.param(dt.date(2027, 1, 23), "jour-prudent-passe", id="the day after"),
        pytest.param(dt.date(2027, 1, 25), "jour-prudent-passe", id="on the last day"),
        pytest.param(dt.date(2027, 1, 26), "trop-tard", id="too late"),
    ],
)
def test_what_time_has_passed(ask, today, code):
    found = codes(ask("recours-ta", "notification", DAY, today=today))

    assert [c for c in found if c in ("jour-prudent-passe", "trop-tard")] == (
        [code] if code else []
    )


def test_too_late_says_what_remains(ask):
    found = ask("caf-rapo-rsa", "notification", DAY, today=dt.date(2027, 3, 1))
    told = {a.code: a.values for a in found.warnings}

    assert told["secours-possible"]["day"] == dt.date(2027, 11, 24)
    assert "qu’on efface ou baisse ma dette" in told["il-reste"]["procedures"]


def test_too_late_before_the_judicial_judge_missing_remedies_still_help(ask):
    found = ask("caf-cra-pf", "notification", DAY, today=dt.date(2027, 3, 1))

    assert "secours-inopposable" in codes(found)


def test_after_the_year_no_rescue_is_promised(ask):
    found = ask("caf-rapo-rsa", "notification", DAY, today=dt.date(2027, 11, 25))

    assert "secours-possible" not in codes(found)
    assert "trop-tard" in codes(found)


def test_pacific_holidays_are_said_to_be_unknown(ask):
    assert "feries-locaux-inconnus" in codes(
        ask("recours-ta", "notification", DAY, territory="polynesie")
    )


def test_good_friday_is_an_option_with_a_warning(ask):
    day = dt.date(2027, 1, 25)
    counted = ask("recours-ta", "notification", day, territory="alsace-moselle")
    left_out = ask("recours-ta", "notification", day, territory="alsace-moselle", good_friday=False)

    assert counted.last_day == dt.date(2027, 3, 30)
    assert "vendredi-saint" in codes(counted)
    assert left_out.last_day == dt.date(2027, 3, 26)
    assert "vendredi-saint" not in codes(left_out)
    assert counted.prudent_day == left_out.prudent_day


def test_receipt_and_registration_are_not_posting(ask):
    assert "date-reception" in codes(ask("caf-rectification", "reception", DAY))
    assert "date-enregistrement" in codes(ask("oqtf-1mois", "notification", DAY))
    assert not {"date-reception", "date-enregistrement"} & set(
        codes(ask("recours-ta", "notification", DAY))
    )


def test_what_a_lawyer_must_still_check_is_said(ask):
    assert "a-verifier" in codes(ask("caf-rapo-rsa", "notification", DAY))
    assert "a-verifier" not in codes(ask("caf-cra-pf", "notification", DAY))


def test_sources_carry_article_place_day_and_confidence(law, ask):
    days = (DAY, law.procedure("caf-rapo-rsa").seen_on)
    for source in ask("caf-rapo-rsa", "notification", DAY).sources:
        assert source.articles
        assert source.title
        assert source.seen_on in days
        assert source.confidence == "haute"


@pytest.mark.parametrize(
    ("today", "last_seen", "is_suspect"),
    [
        pytest.param(dt.date(2026, 11, 24), None, False, id="day of the release"),
        pytest.param(dt.date(2026, 11, 23), None, True, id="before the release"),
        pytest.param(dt.date(2000, 1, 1), None, True, id="flat battery"),
        pytest.param(dt.date(2036, 11, 24), None, False, id="ten years"),
        pytest.param(dt.date(2036, 11, 25), None, True, id="over ten years"),
        pytest.param(dt.date(2027, 1, 1), dt.date(2027, 1, 2), True, id="before the last opening"),
        pytest.param(dt.date(2027, 1, 2), dt.date(2027, 1, 2), False, id="same day"),
    ],
)
def test_a_clock_that_cannot_be_right(today, last_seen, is_suspect):
    assert clock.suspect(today, released=DAY, last_seen=last_seen) is is_suspect


def test_why_a_clock_cannot_be_right():
    last_seen = dt.date(2027, 1, 2)
    days = (dt.date(2026, 11, 1), dt.date(2027, 1, 1), dt.date(2037, 1, 1), last_seen)
    found = [clock.doubt(day, released=DAY, last_seen=last_seen) for day in days]
    assert found == ["before-release", "before-safe", "too-far", ""]


def test_without_a_release_day_only_the_last_opening_tells():
    assert not clock.suspect(dt.date(2000, 1, 1))


def test_renewal_of_a_permit_is_counted_backwards(law, ask):
    expiry = dt.date(2027, 5, 31)
    online, other = openings(law.procedure("titre-rdv").window, expiry)

    assert (online.opens, online.closes) == (dt.date(2027, 1, 31), dt.date(2027, 4, 1))
    assert (other.opens, other.closes) == (dt.date(2027, 3, 31), expiry)

    found = ask("titre-rdv", "expiration-du-titre", expiry, today=DAY)
    assert (found.rule, found.last_day) == ("fenetre", dt.date(2027, 4, 1))
    assert "fenetre-pas-ouverte" in codes(found)


def test_a_permit_may_end_in_the_future_but_not_in_a_century(ask):
    from desktop_app.core.deadlines.errors import DateInFuture

    with pytest.raises(DateInFuture):
        ask("titre-rdv", "expiration-du-titre", dt.date(2127, 5, 31), today=DAY)
