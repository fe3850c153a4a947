"""Until when, for a letter and its answers."""

import datetime as dt
import tomllib

import pytest

from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.deadlines.notice import read_delay
from desktop_app.core.deadlines.verdict import first_day, verdict
from desktop_app.core.packs.listed import PackTexts
from desktop_app.core.packs.model import DeadlineRule
from desktop_app.core.packs.parse import parse_group
from desktop_app.datafiles import data_root
from desktop_app.workflow.guidance.deadlines import (
    NOTICE_DAY,
    NOTICE_DELAY,
    deadline_for_letter,
    fitting_events,
    rule_problems,
)
from desktop_app.workflow.packs.checking import check_texts

DAY = dt.date(2026, 11, 24)
RULES = (
    DeadlineRule(
        procedure="caf-rapo-rsa",
        event="lrar-retiree",
        date="presentee",
        picked_up="retiree",
        when="recommande",
    ),
    DeadlineRule(
        procedure="caf-rapo-rsa", event="sans-voies-et-delais", date="recue", when="sans voies"
    ),
    DeadlineRule(procedure="caf-rapo-rsa", event="notification", date="recue"),
)


@pytest.fixture(scope="module")
def law():
    return FolderLaw()


def found(law, values, *, true=(), today=DAY, rules=RULES):
    return deadline_for_letter(
        law, rules, values, holds=lambda when: not when or when in true, today=today
    )


def test_the_first_rule_that_holds_is_used(law):
    values = {"presentee": dt.date(2026, 11, 2), "retiree": dt.date(2026, 11, 9), "recue": DAY}

    assert found(law, values, true=["recommande"]).count_from == dt.date(2026, 11, 9)
    assert found(law, values).count_from == DAY


@pytest.mark.parametrize("missing", ["presentee", "retiree"])
def test_a_rule_without_its_dates_is_skipped(law, missing):
    values = {"presentee": dt.date(2026, 11, 2), "retiree": dt.date(2026, 11, 9), "recue": DAY}
    values[missing] = "UNKNOWN"

    assert found(law, values, true=["recommande"]).count_from == DAY


def test_no_date_known_no_deadline(law):
    assert found(law, {}) is None


def test_paper_shows_the_usual_day_while_it_runs_and_the_year_afterwards(law):
    values = {"recue": DAY}
    rescue = found(law, values, true=["sans voies"])
    early, late = verdict(rescue, DAY), verdict(rescue, dt.date(2027, 2, 1))

    assert first_day(rescue) == dt.date(2027, 1, 22)
    assert (early.state, early.day) == ("to-come", dt.date(2027, 1, 22))
    assert early.last_day == dt.date(2027, 1, 25)
    assert (late.state, late.day) == ("pressing", None)
    assert late.last_day == dt.date(2027, 11, 24)


def test_a_rule_may_name_the_silent_procedure(law):
    rule = DeadlineRule(
        procedure="recours-ta", event="rejet-implicite", date="recue", of="caf-rapo-rsa"
    )

    assert found(law, {"recue": DAY}, rules=[rule]).count_from == dt.date(2027, 1, 24)


def test_events_that_fit_name_the_procedures_beside(law):
    events = {fitting.event.id: fitting.of for fitting in fitting_events(law, "recours-ta-cada")}

    assert events["rejet-implicite"] == ("saisine-cada",)
    assert events["notification"] == ()


@pytest.mark.parametrize(
    ("rule", "code", "near"),
    [
        (
            {"procedure": "caf-rapo-rssa", "event": "notification"},
            "unknown-procedure",
            "caf-rapo-rsa",
        ),
        ({"procedure": "caf-rapo-rsa", "event": "notif"}, "unknown-event", "notification"),
        ({"procedure": "caf-rapo-rsa", "event": "envoi"}, "event-does-not-fit", ""),
        ({"procedure": "defenseur-droits", "event": "notification"}, "no-deadline", ""),
        (
            {"procedure": "recours-ta", "event": "rejet-implicite", "of": "caf-cra-pf"},
            "of-does-not-fit",
            "",
        ),
    ],
)
def test_a_rule_of_a_pack_that_the_law_does_not_know(law, rule, code, near):
    good = DeadlineRule(procedure="caf-rapo-rsa", event="notification", date="recue")
    ((position, problem),) = rule_problems(law, [good, DeadlineRule(date="recue", **rule)])

    assert (position, problem.code, problem.suggestion) == (1, code, near)


def packs():
    forms = data_root("forms")
    files = [*forms.glob("letters/*/letter.toml"), *forms.glob("official/*/form.toml")]
    return sorted(files)


@pytest.mark.parametrize("file", packs(), ids=lambda file: file.parent.name)
def test_the_rules_of_our_packs_fit_the_law(law, file):
    rows = tomllib.loads(file.read_text("utf-8")).get("deadline", [])

    assert rule_problems(law, [DeadlineRule(**row) for row in rows]) == []


def test_checking_a_pack_says_where_its_rule_does_not_fit(law):
    forms = data_root("forms")
    letter = (forms / "letters" / "caf-contrainte" / "letter.toml").read_text("utf-8")
    wrong = letter.replace('event = "signification"', 'event = "envoi"', 1)
    groups = {file.name: file.read_bytes() for file in (forms / "common").glob("*.toml")}
    texts = PackTexts("caf-contrainte", "x", {"letter.toml": wrong.encode()}, groups)

    problems = [p for p in check_texts(texts, law).problems if p.code == "event-does-not-fit"]

    assert len(problems) == 1
    assert "letter.toml" in problems[0].place
    assert "clé event" in problems[0].place


NOTIFIED = dt.date(2026, 11, 5)


@pytest.mark.parametrize(
    ("said", "last", "prudent"),
    [
        ({}, dt.date(2027, 1, 5), dt.date(2027, 1, 5)),
        ({"delai_ecrit": "rien"}, dt.date(2027, 1, 5), dt.date(2027, 1, 5)),
        ({"delai_ecrit": "1-mois"}, dt.date(2027, 1, 5), dt.date(2026, 12, 4)),
        ({"delai_ecrit": "date"}, dt.date(2027, 1, 5), dt.date(2027, 1, 5)),
        (
            {"delai_ecrit": "date", "dernier_jour_ecrit": dt.date(2027, 2, 1)},
            dt.date(2027, 2, 1),
            dt.date(2027, 1, 5),
        ),
    ],
)
def test_what_the_letter_received_says_of_its_delay_is_compared(law, said, last, prudent):
    rules = (DeadlineRule(procedure="caf-cra-pf", event="notification", date="recue"),)
    told = found(law, {"recue": NOTIFIED, **said}, rules=rules)
    assert (told.last_day, told.prudent_day) == (last, prudent)


def test_each_length_offered_by_the_group_decision_is_understood():
    group = parse_group((data_root("forms") / "common" / "decision.toml").read_bytes(), "decision")
    (asked,) = [one for one in group.question if one.id == NOTICE_DELAY]
    lengths = [one.id for one in asked.choices if one.id[0].isdecimal()]
    assert len(lengths) == 5
    assert all(read_delay(one).value for one in lengths)
    assert NOTICE_DAY in [one.id for one in group.question]
