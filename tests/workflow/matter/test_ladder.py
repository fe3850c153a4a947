"""The ladder: what is done, where one stands, what may follow, until when and at what cost."""

import datetime as dt
from dataclasses import fields

import pytest

from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.deadlines.request import Request
from desktop_app.core.records import Event
from desktop_app.pages import way
from desktop_app.pages.reading import read
from desktop_app.sentences import ladder_words
from desktop_app.workflow.guidance.deadlines import deadline_for
from desktop_app.workflow.matter.ladder import ladder

TODAY = dt.date(2026, 11, 25)
RAPO, COURT = "caf-rapo-rsa", "recours-ta"


@pytest.fixture(scope="module")
def law():
    return FolderLaw()


def event(kind, day, procedure=RAPO, **more):
    said = dict.fromkeys((field.name for field in fields(Event)), "")
    said |= {"id": f"{kind}-{day}", "kind": kind, "procedure": procedure, "awaited": False}
    days = {"last_day": None, "prudent_day": None, "at": day} | more
    return Event(**said | {name: day and dt.date.fromisoformat(day) for name, day in days.items()})


def states(rungs):
    return [(rung.state, rung.procedure or rung.title) for rung in rungs]


def test_before_posting_one_stands_on_the_first_step_with_its_two_dates(law):
    asked = Request(RAPO, "notification", dt.date(2026, 11, 3), TODAY)
    rungs = ladder(law, (), RAPO, TODAY, deadline_for(law, asked))

    assert states(rungs)[:3] == [("ici", RAPO), ("ensuite", COURT), ("ensuite", "demande-motifs")]
    assert (rungs[0].stands, str(rungs[0].prudent_day)) == ("a-envoyer", "2026-12-31")
    assert rungs[0].last_day == dt.date(2027, 1, 4)
    assert {rung.state for rung in rungs[3:]} == {"plus-tard"}


def test_cost_and_lawyer_are_those_of_the_law_s_files(law):
    for rung in ladder(law, (), RAPO, TODAY):
        if rung.procedure:
            procedure = law.procedure(rung.procedure)
            assert (rung.cost, rung.lawyer) == (procedure.cost, procedure.lawyer)


def test_posted_an_answer_is_awaited_and_no_date_presses_the_person(law):
    rungs = ladder(law, [event("posted", "2026-11-20")], RAPO, TODAY)
    (here,) = [one for one in ladder_words.told(rungs, TODAY) if one.rung.state == "ici"]

    assert rungs[0].posted == dt.date(2026, 11, 20)
    assert here.dates == (
        "Lettre postée le 20 novembre 2026.",
        "Une réponse est attendue. Sans réponse le 20 janvier 2027, ce sera un refus.",
    )


def test_refused_the_court_has_its_two_dates(law):
    noted = [event("posted", "2026-09-01"), event("answer-received-refus", "2026-11-10")]
    rungs = ladder(law, noted, RAPO, TODAY)
    court = next(rung for rung in rungs if rung.procedure == COURT)

    assert (rungs[0].stands, court.state) == ("reponse", "ensuite")
    assert court.last_day == dt.date(2027, 1, 11)
    assert "demande-motifs" not in [rung.procedure for rung in rungs if rung.state == "ensuite"]


def test_before_the_court_the_first_appeal_is_done(law):
    noted = [event("posted", "2026-05-01"), event("posted", "2026-11-20", COURT)]
    rungs = ladder(law, noted, RAPO, TODAY)

    assert states(rungs)[:2] == [("fait", RAPO), ("ici", COURT)]
    assert rungs[0].posted == dt.date(2026, 5, 1)


def test_accepted_nothing_more_is_to_be_climbed(law):
    noted = [event("posted", "2026-09-01"), event("answer-received-favorable", "2026-11-10")]

    assert states(ladder(law, noted, RAPO, TODAY)) == [("ici", RAPO)]


def test_a_date_that_is_past_is_told_as_past(law):
    noted = [
        event("decision-received", "2026-01-05", prudent_day="2026-03-05", last_day="2026-03-05")
    ]
    (here, *_) = ladder_words.told(ladder(law, noted, RAPO, TODAY), TODAY)

    assert here.dates[-1].startswith("Le dernier jour est passé : c’était le jeudi 5 mars 2026.")


def test_as_text_each_step_says_where_until_when_at_what_cost_and_with_a_lawyer_or_not(law):
    text = list(read((way.ladder(ladder_words.told(ladder(law, (), RAPO, TODAY), TODAY)),)))

    assert text[0] == "1. Vous êtes ici : Contester ce qu’on a décidé sur mon RSA"
    assert any("2 mois" in line and "gratuit" in line and "avocat" in line for line in text)
    assert any(line.startswith("   Nom officiel : RAPO") for line in text)
    assert "   Coût : gratuit" in text
    assert any(line.startswith("   Avocat : non") for line in text)
    assert any(line == "   Délai : 2 mois francs" for line in text)


def test_every_procedure_has_its_ladder_in_words(law):
    for procedure in law.procedures():
        steps = ladder_words.told(ladder(law, (), procedure.id, TODAY), TODAY)
        assert [one.rung.state for one in steps].count("ici") == 1
        assert all(one.title and one.state and one.said for one in steps)
        assert not any("{" in line for line in read((way.ladder(steps),)))
