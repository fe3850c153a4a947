"""Every fact of a deadline has words, and no word misses its value."""

import datetime as dt
import re
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from desktop_app.catalogue.law import FolderLaw
from desktop_app.cli.terminal import page_text
from desktop_app.core.deadlines.request import Request
from desktop_app.core.deadlines.verdict import verdict
from desktop_app.core.errors import AppError
from desktop_app.messages.deadlines import LABELS, STEPS, WARNINGS
from desktop_app.pages import one_deadline
from desktop_app.sentences import deadline_words as words
from desktop_app.sentences import verdict_words
from desktop_app.workflow.guidance.deadlines import deadline_for, fitting_events

LAW = FolderLaw()
ENGINE = Path(words.__file__).parent / "core" / "deadlines"
DAY = dt.date(2026, 11, 24)
PAIRS = [
    (name, fitting.event.id, of)
    for name in LAW.ids()
    for fitting in fitting_events(LAW, name)
    for of in (fitting.of or ("",))
]


def codes(made_by):
    source = "".join(file.read_text("utf-8") for file in ENGINE.glob("*.py"))
    return set(re.findall(made_by + r'\(\s*f?"([a-z-]+)"', source))


def test_every_step_has_words():
    assert codes("Step") - set(STEPS) == set()


def test_every_warning_has_words():
    assert codes("Advice") - set(WARNINGS) == set()


def test_every_kind_of_date_and_of_rule_has_words():
    for procedure in LAW.procedures():
        assert f"label-{procedure.date_type}" in LABELS
    for rule in ("mf", "m", "mb", "j", "j0", "h", "an", "a31", "fenetre"):
        assert f"rule-{rule}" in LABELS


@given(
    st.sampled_from(PAIRS),
    st.integers(0, 800),
    st.sampled_from(sorted(LAW.tables.territories)),
    st.sampled_from(["", "etranger", *sorted(LAW.tables.territories)]),
)
def test_any_question_is_answered_in_words(pair, ago, territory, residence):
    name, event, of = pair
    today = DAY + dt.timedelta(days=ago)
    date = dt.datetime.combine(DAY, dt.time(16, 30)) if name == "oqtf-48h" else DAY
    picked_up = DAY if event == "lrar-retiree" else None
    assume(picked_up is None or picked_up <= today)
    elsewhere = LAW.procedure(name).elsewhere  # another rule there: refused, and told so
    assume(not any(territory in one.territories for one in elsewhere))
    request = Request(
        name, event, date, today, of, picked_up, territory=territory, residence=residence
    )

    page = page_text(one_deadline.page(deadline_for(LAW, request), today))

    assert "{" not in page
    assert "deadline-" not in page


@given(
    st.sampled_from(sorted(LAW.ids())),
    st.sampled_from(sorted(LAW.tables.events)),
    st.one_of(st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)), st.none()),
    st.dates(dt.date(1900, 1, 1), dt.date(2199, 12, 31)),
    st.sampled_from(["", *sorted(LAW.ids())]),
)
def test_any_other_question_is_refused_and_never_fails(name, event, date, today, of):
    request = Request(name, event, date or today, today, of)
    try:
        page_text(one_deadline.page(deadline_for(LAW, request), today))
    except AppError as refusal:
        assert refusal.exit_status in (2, 3)  # noqa: PT017 (an answer is as good)


@pytest.mark.parametrize(
    ("today", "headline"),
    [
        (dt.date(2026, 12, 1), "À poster au plus tard le vendredi 22 janvier 2027"),
        (dt.date(2027, 6, 1), "À poster dès aujourd’hui"),
    ],
    ids=["in the usual delay", "after it"],
)
def test_where_nothing_runs_out_one_still_acts(today, headline):
    found = deadline_for(LAW, Request("caf-cra-pf", "sans-voies-et-delais", DAY, today))

    assert verdict_words.headline(verdict(found, today)) == headline


def test_the_delay_of_a_body_is_not_one_of_the_person():
    found = deadline_for(LAW, Request("rgpd-acces", "reception", DAY, DAY))
    page = page_text(one_deadline.page(found, DAY))

    assert "L’ORGANISME DOIT RÉPONDRE AU PLUS TARD LE JEUDI 24 DÉCEMBRE 2026" in page
    assert "il est trop tôt" in page
    assert "notification que vous avez reçue" not in page
