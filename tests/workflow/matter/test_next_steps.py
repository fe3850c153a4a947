"""The ladder: what silence means, then what follows, with both dates at each step."""

import datetime as dt

import pytest

from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.deadlines.errors import DateInFuture
from desktop_app.core.deadlines.road import Road
from desktop_app.workflow.matter.next_steps import Situation, follow_up, in_short

TODAY = dt.date(2026, 11, 25)
POSTED = dt.date(2026, 11, 20)
RECEIVED = dt.date(2026, 11, 24)


@pytest.fixture(scope="module")
def law():
    return FolderLaw()


def step(found, procedure):
    return next(s for s in found.steps if s.procedure == procedure)


@pytest.mark.parametrize(
    ("procedure", "to"),
    [
        pytest.param("recours-ta", "greffe du tribunal administratif", id="a remark is left out"),
        pytest.param("caf-rapo-apl", "(ou MSA)", id="another body is told"),
        pytest.param("caf-remise-dette", "RSA : président du conseil", id="each case is told"),
        pytest.param("scolarite", "DASEN", id="and each body"),
    ],
)
def test_who_receives_a_step_is_never_cut_to_one_of_several(law, procedure, to):
    told = in_short(law.procedure(procedure).recipient)
    assert told == to or (to in told and told == law.procedure(procedure).recipient)


def test_before_posting_only_words(law):
    found = follow_up(law, Situation("caf-rapo-rsa", TODAY))

    assert found.state == "a-envoyer"
    assert [(s.meaning, s.day) for s in found.silences] == [("rejet", None)]
    assert step(found, "recours-ta").deadline is None
    assert step(found, "recours-ta").delay == "2 mois francs"


def test_posted_the_silence_is_estimated_and_nothing_is_promised(law):
    found = follow_up(law, Situation("caf-rapo-rsa", TODAY, posted=POSTED))

    assert found.state == "attente"
    assert (found.silences[0].day, found.silences[0].estimated) == (dt.date(2027, 1, 20), True)
    assert step(found, "recours-ta").deadline is None


def test_rsa_debt_received_then_silent_then_the_tribunal(law):
    waiting = follow_up(law, Situation("caf-rapo-rsa", TODAY, POSTED, RECEIVED))
    silent = follow_up(law, Situation("caf-rapo-rsa", dt.date(2027, 1, 24), POSTED, RECEIVED))

    assert (waiting.state, silent.state) == ("attente", "silence")
    for found in (waiting, silent):
        court = step(found, "recours-ta").deadline
        assert court.count_from == found.silences[0].day == dt.date(2027, 1, 24)
        assert (court.prudent_day, court.last_day) == (dt.date(2027, 3, 24), dt.date(2027, 3, 25))


def test_a_refusal_within_the_silence_opens_a_whole_delay(law):
    situation = Situation(
        "caf-rapo-apl",
        dt.date(2027, 2, 4),
        POSTED,
        RECEIVED,
        answered=dt.date(2027, 2, 4),
        answer="refus",
    )
    found = follow_up(law, situation)

    assert found.state == "reponse"
    assert found.silences == ()
    assert step(found, "recours-ta").deadline.last_day == dt.date(2027, 4, 5)
    assert step(found, "demande-motifs").deadline is None  # reasons are asked after a silence


def test_mdph_two_courts_each_with_its_case_and_its_dates(law):
    found = follow_up(law, Situation("mdph-rapo", TODAY, POSTED, RECEIVED))

    assert found.silences[0].day == dt.date(2027, 1, 24)
    assert step(found, "tj-pole-social").deadline.rule == "m"
    assert step(found, "recours-ta").deadline.rule == "mf"
    assert "RQTH" in step(found, "recours-ta").when


def test_residence_permit_without_answer_shows_each_possible_silence(law):
    found = follow_up(law, Situation("titre-silence", TODAY, received=RECEIVED))

    assert [s.day for s in found.silences] == [
        dt.date(2027, 3, 24),
        RECEIVED + dt.timedelta(days=90),
        RECEIVED + dt.timedelta(days=60),
    ]
    assert step(found, "demande-motifs").deadline.last_day == dt.date(2027, 5, 25)
    assert step(found, "recours-ta").deadline.last_day == dt.date(2027, 5, 25)


def test_parcoursup_reasons_do_not_move_the_court(law):
    found = follow_up(law, Situation("parcoursup-motifs", TODAY, POSTED, RECEIVED))

    assert step(found, "saisine-cada").deadline.count_from == dt.date(2026, 12, 24)
    assert step(found, "parcoursup-refus").deadline is None
    assert "ne pas attendre" in step(found, "parcoursup-refus").delay


def test_dalo_granted_but_no_offer(law):
    situation = Situation(
        "dalo-recours-amiable", TODAY, received=POSTED, answered=RECEIVED, answer="favorable"
    )
    found = follow_up(law, situation)

    assert step(found, "dalo-injonction").deadline.last_day == dt.date(2027, 9, 27)
    assert step(found, "dalo-contentieux-refus").deadline is None


def test_mediation_declared_over(law):
    situation = Situation("ft-mpo", TODAY, POSTED, answered=RECEIVED, answer="fin-mediation")

    assert step(follow_up(law, situation), "recours-ta").deadline.rule == "mf"


def test_overseas_the_dalo_commission_has_six_months(law):
    found = follow_up(
        law, Situation("dalo-recours-amiable", TODAY, received=RECEIVED, road=Road("reunion"))
    )

    assert [s.day for s in found.silences] == [dt.date(2027, 5, 24)]


def test_the_silence_on_an_appeal_is_not_that_on_the_first_request(law):
    found = follow_up(law, Situation("cpam-c2s", TODAY, received=RECEIVED))

    assert [s.effect for s in found.silences] == ["rejet"]


def test_a_receipt_in_the_future_is_refused(law):
    with pytest.raises(DateInFuture):
        follow_up(law, Situation("caf-rapo-rsa", TODAY, received=dt.date(2026, 11, 26)))


def test_every_procedure_has_a_follow_up(law):
    for procedure in law.procedures():
        found = follow_up(law, Situation(procedure.id, TODAY, POSTED, RECEIVED))
        everywhere = [one for one in procedure.next if not (one.after or one.only or one.unless)]
        assert len(everywhere) <= len(found.steps) <= len(procedure.next)
        assert all(s.title for s in found.steps)


# ---------------------------------------------------------------------- what an answer opens


@pytest.mark.parametrize(
    ("asked", "opened", "last_day"),
    [
        pytest.param("rsa-sanction-observations", "caf-rapo-rsa", "2027-01-25", id="a sanction"),
        pytest.param("caf-penalite-observations", "caf-penalite-tj", "2027-01-25", id="a penalty"),
        pytest.param("ft-observations", "ft-mpo", "2027-01-25", id="a strike-off"),
        pytest.param("demande-aj", "recours-aj", "2026-12-09", id="legal aid"),
        pytest.param(
            "surendettement-depot", "surendettement-recevabilite", "2026-12-09", id="debts"
        ),
        pytest.param("parcoursup-caes", "recours-ta", "2027-01-25", id="a rector"),
        pytest.param("demande-motifs", "recours-ta", "2027-01-25", id="the reasons, given"),
    ],
)
def test_a_decision_taken_on_what_was_said_opens_its_appeal(law, asked, opened, last_day):
    """The law's files say "notification", not "refusal": it is one all the same."""
    situation = Situation(asked, TODAY, POSTED, answered=RECEIVED, answer="refus")
    found = follow_up(law, situation)

    (first, *_) = found.open_steps
    assert first.procedure == opened
    assert str(first.deadline.last_day) == last_day


def test_reasons_that_never_come_leave_a_year_from_the_request(law):
    """CE, avis, 2 October 2025, n° 504677."""
    waiting = follow_up(law, Situation("demande-motifs", TODAY, POSTED, RECEIVED))
    late = follow_up(law, Situation("demande-motifs", dt.date(2026, 12, 24), POSTED, RECEIVED))

    assert step(waiting, "recours-ta").deadline is None
    assert step(late, "recours-ta").deadline.last_day == dt.date(2027, 11, 20)


def test_a_silence_that_refuses_opens_nothing_for_those_who_were_accepted(law):
    silent = Situation("dalo-recours-amiable", dt.date(2027, 3, 1), received=RECEIVED)
    found = follow_up(law, silent)

    assert found.state == "silence"
    assert [s.procedure for s in found.open_steps] == ["dalo-contentieux-refus", "demande-motifs"]


@pytest.mark.parametrize("asked", ["exclusion-scolaire", "scolarite", "caf-suspension-controle"])
def test_a_refusal_keeps_the_urgent_judge(law, asked):
    situation = Situation(asked, TODAY, POSTED, answered=RECEIVED, answer="refus")
    steps = {s.procedure for s in follow_up(law, situation).open_steps}

    assert {"recours-ta", "refere-suspension"} <= steps


@pytest.mark.parametrize("asked", ["fps-rapo", "ft-indu-recours", "plainte-cnil", "ame-refus"])
def test_accepted_no_judge_is_left_to_see(law, asked):
    situation = Situation(asked, TODAY, POSTED, answered=RECEIVED, answer="favorable")

    assert follow_up(law, situation).open_steps == ()


def test_a_mediation_refused_tells_what_follows_without_a_date(law):
    """CJA R.213-11: the delay runs from the day somebody says the mediation is over."""
    situation = Situation("ft-mpo", TODAY, POSTED, answered=RECEIVED, answer="refus")

    assert [(s.procedure, s.deadline) for s in follow_up(law, situation).open_steps] == [
        ("recours-ta", None)
    ]
