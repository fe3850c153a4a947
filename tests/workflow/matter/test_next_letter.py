"""The letter that follows begins with what its dossier knows, and with nothing else."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.catalogue.law import FolderLaw
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.filing import file_paper
from desktop_app.workflow.documents.rendering import make_letter
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.matter import followup
from desktop_app.workflow.matter.dossiers import OpenDossier, open_dossier
from desktop_app.workflow.matter.next_letter import begin_next
from desktop_app.workflow.matter.proposals import proposed, right_office
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 24)
LATER = dt.date(2027, 2, 1)
RAPO = "caf-rapo-rsa"


@pytest.fixture(scope="module")
def tools() -> RealTools:
    return RealTools()


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


def filed(safe: Safe, tools: RealTools, person: str = "") -> str:
    """Write the letter of the demonstration, file it, and note that it was posted and received."""
    draft = tools.demo.letter
    made = make_letter(tools, draft, TODAY)
    kept = saving.save(safe, draft, draft_id="", question="", on=TODAY, person=person)
    dossier, _document = file_paper(
        safe, tools, made, TODAY, person=person, draft=kept, printed_on=TODAY
    )
    interview = Interview(tools.catalogue.letter(draft.pack), draft, TODAY)
    saving.finish(safe, interview, draft_id=kept, on=TODAY, person=person)
    common = {"procedure": RAPO, "today": TODAY + dt.timedelta(days=90)}
    law = FolderLaw()
    followup.posted(safe, law, dossier, day=dt.date(2026, 11, 25), **common)
    followup.receipt_returned(safe, law, dossier, day=dt.date(2026, 11, 27), **common)
    return dossier


def test_the_dossier_knows_which_letter_is_at_hand(safe: Safe, tools: RealTools) -> None:
    dossier = filed(safe, tools)
    found = open_dossier(safe, tools.law, tools.catalogue, dossier, today=LATER)
    assert [item.id for item in found.letters["demande-motifs"]] == ["motifs"]
    assert [item.id for item in found.letters["recours-ta"]] == ["ta-requete-social"]
    kinds = [event.kind for event in found.events]
    assert kinds[:2] == ["decision-received-compte-en-ligne", "letter-printed"]


def test_every_letter_of_a_step_is_at_hand(safe: Safe, tools: RealTools) -> None:
    """A sanction on the RSA and a debt go to the same appeal, by two letters."""
    dossier = safe.dossiers.add("RSA", on=TODAY, procedure="rsa-sanction-observations")
    common = {"procedure": "rsa-sanction-observations", "today": TODAY}
    followup.posted(safe, tools.law, dossier, day=dt.date(2026, 11, 20), **common)
    followup.receipt_returned(safe, tools.law, dossier, day=dt.date(2026, 11, 23), **common)

    found = open_dossier(safe, tools.law, tools.catalogue, dossier, today=TODAY)

    assert {item.id for item in found.letters[RAPO]} >= {"caf-indu-rsa", "rsa-sanction-rapo"}


def test_it_opens_even_when_the_clock_went_back(safe: Safe, tools: RealTools) -> None:
    dossier = filed(safe, tools)
    found = open_dossier(safe, tools.law, tools.catalogue, dossier, today=TODAY)
    assert found.next is None
    assert len(found.events) == 5


def test_who_writes_and_the_days_of_the_former_letter_are_there(
    safe: Safe, tools: RealTools
) -> None:
    dossier = filed(safe, tools)
    begun = begin_next(safe, tools.catalogue, dossier, "motifs", LATER)
    said = begun.draft.answers
    assert (said["prenom"], said["nom"]) == ("Karim", "Belkacem")
    assert said["commune"] == "Paris"
    assert (said["demande_envoi"], said["demande_reception"]) == ("25/11/2026", "27/11/2026")
    assert begun.troubles == ()
    first = begun.to_do()
    assert first is not None
    assert first.question.id == "motifs_situation", "what nobody said yet is asked first"


def test_what_was_said_in_the_appeal_goes_on_to_the_court(safe: Safe, tools: RealTools) -> None:
    """The sum, the first decision and who signs are not asked a second time."""
    dossier = filed(safe, tools)
    before = tools.demo.letter.answers
    said = begin_next(safe, tools.catalogue, dossier, "ta-requete-social", LATER).draft.answers
    assert said["requete_decision_date"] == before["date_decision"]
    assert said["montant"] == before["montant"]
    assert said["qui_ecrit"] == before["qui_ecrit"]
    assert "date_decision" not in said, "that of the answer is another day"


def test_nothing_of_another_persons_letter_comes_in(safe: Safe, tools: RealTools) -> None:
    filed(safe, tools, safe.people.add("Karim Belkacem", on=TODAY))
    zoe = safe.people.add("Zoé", on=TODAY)
    other = safe.dossiers.add("Un silence", on=TODAY, person=zoe, procedure=RAPO)
    begun = begin_next(safe, tools.catalogue, other, "motifs", TODAY)
    assert dict(begun.draft.answers) == {}


def test_a_draft_that_follows_stays_in_its_dossier(safe: Safe, tools: RealTools) -> None:
    dossier = filed(safe, tools)
    begun = begin_next(safe, tools.catalogue, dossier, "motifs", TODAY)
    kept = saving.save(
        safe, begun.draft, draft_id="", question="motifs_situation", on=TODAY, dossier=dossier
    )
    assert saving.resume(safe, tools.catalogue, kept, TODAY).dossier_id == dossier


def left_unanswered(safe: Safe, tools: RealTools, procedure: str) -> str:
    """Return a dossier whose letter was posted, received, and never answered."""
    dossier = safe.dossiers.add("Un silence", on=TODAY, procedure=procedure)
    common = {"procedure": procedure, "today": LATER}
    followup.posted(safe, tools.law, dossier, day=dt.date(2026, 11, 25), **common)
    followup.receipt_returned(safe, tools.law, dossier, day=dt.date(2026, 11, 27), **common)
    return dossier


@pytest.mark.parametrize(
    ("procedure", "right"),
    [("caf-rapo-rsa", "rsa"), ("caf-rapo-prime", "prime"), ("caf-rapo-apl", "logement")],
)
def test_the_request_to_the_court_follows_an_appeal_left_without_an_answer(
    safe: Safe, tools: RealTools, procedure: str, right: str
) -> None:
    dossier = left_unanswered(safe, tools, procedure)
    found = open_dossier(safe, tools.law, tools.catalogue, dossier, today=LATER)
    assert proposed(found)[0].id == "ta-requete-social"

    followup.silence_reached(safe, tools.law, dossier, procedure=procedure, today=LATER)
    begun = begin_next(safe, tools.catalogue, dossier, "ta-requete-social", LATER)

    said = begun.draft.answers
    assert (said["ta_droit"], said["requete_reponse"]) == (right, "silence")
    assert said["requete_recours_envoi"] == "25/11/2026"
    assert said["requete_recours_reception"] == "27/11/2026"
    assert begun.troubles == ()


def test_a_silence_that_nobody_noted_is_still_asked(safe: Safe, tools: RealTools) -> None:
    dossier = left_unanswered(safe, tools, RAPO)
    begun = begin_next(safe, tools.catalogue, dossier, "ta-requete-social", LATER)
    assert "requete_reponse" not in begun.draft.answers


def test_the_request_of_social_matters_is_not_offered_before_its_day(
    safe: Safe, tools: RealTools
) -> None:
    dossier = left_unanswered(safe, tools, RAPO)
    day_before = dt.date(2027, 1, 26)
    found = open_dossier(safe, tools.law, tools.catalogue, dossier, today=day_before)
    assert proposed(found) == ()
    after = open_dossier(safe, tools.law, tools.catalogue, dossier, today=dt.date(2027, 1, 27))
    assert proposed(after)


def test_a_permit_goes_to_the_court_by_another_letter(safe: Safe, tools: RealTools) -> None:
    dossier = left_unanswered(safe, tools, "titre-silence")
    found = open_dossier(safe, tools.law, tools.catalogue, dossier, today=dt.date(2027, 4, 1))
    assert [item.id for item in proposed(found)] == ["pref-motifs", "motifs"]
    assert "recours-ta" not in found.letters


def test_the_court_is_told_of_the_appeal_not_of_the_reasons_asked_since(
    safe: Safe, tools: RealTools
) -> None:
    dossier = left_unanswered(safe, tools, RAPO)
    common = {"procedure": "demande-motifs", "today": LATER}
    followup.posted(safe, tools.law, dossier, day=dt.date(2027, 1, 29), **common)
    begun = begin_next(safe, tools.catalogue, dossier, "ta-requete-social", LATER)
    assert begun.draft.answers["requete_recours_envoi"] == "25/11/2026"
    assert begun.draft.answers["ta_droit"] == "rsa"


def test_every_letter_follows_what_leads_to_it(tools: RealTools) -> None:
    for item in tools.catalogue.search(kind="letter"):
        for before in item.follows if item.procedure else ():
            following = {step.procedure for step in tools.law.procedure(before).next}
            assert item.procedure in {before, *following}, f"{item.id} after {before}"


def asked(safe: Safe, tools: RealTools, procedure: str, day: dt.date = LATER) -> OpenDossier:
    """Return a dossier of this procedure, posted in November 2026, opened on a day."""
    dossier = left_unanswered(safe, tools, procedure)
    return open_dossier(safe, tools.law, tools.catalogue, dossier, today=day)


def test_a_request_without_another_step_is_reminded_after_a_month(
    safe: Safe, tools: RealTools
) -> None:
    assert asked(safe, tools, "caf-echeancier", dt.date(2026, 12, 26)).reminders == ()
    found = asked(safe, tools, "caf-echeancier", dt.date(2026, 12, 27))
    assert [item.id for item in proposed(found)] == ["relance"]


def test_it_is_not_reminded_before_the_law_gives_silence_a_meaning(
    safe: Safe, tools: RealTools
) -> None:
    """LPF R.198-10: six months for a tax claim."""
    assert asked(safe, tools, "impot-reclamation", dt.date(2027, 5, 26)).reminders == ()
    assert asked(safe, tools, "impot-reclamation", dt.date(2027, 5, 27)).reminders


def test_an_appeal_that_goes_to_the_court_is_not_reminded(safe: Safe, tools: RealTools) -> None:
    assert asked(safe, tools, RAPO).reminders == ()


def test_an_answer_ends_the_reminding(safe: Safe, tools: RealTools) -> None:
    dossier = left_unanswered(safe, tools, "caf-echeancier")
    common = {"procedure": "caf-echeancier", "today": LATER}
    followup.answer_received(
        safe, tools.law, dossier, day=dt.date(2027, 1, 15), answer="favorable", **common
    )
    found = open_dossier(safe, tools.law, tools.catalogue, dossier, today=LATER)
    assert found.reminders == ()


def test_the_mediator_comes_after_the_complaint_to_the_supplier(
    safe: Safe, tools: RealTools
) -> None:
    found = asked(safe, tools, "energie-mediateur")
    assert [item.id for item in found.reminders] == ["energie-mediateur"]


def test_the_reminder_begins_with_what_was_asked_and_when(safe: Safe, tools: RealTools) -> None:
    dossier = left_unanswered(safe, tools, "caf-echeancier")
    begun = begin_next(safe, tools.catalogue, dossier, "relance", LATER)
    said = begun.draft.answers
    assert (said["relance_envoi"], said["relance_reception"]) == ("25/11/2026", "27/11/2026")
    assert said["relance_a"] == "administration"
    assert begun.troubles == ()


def test_told_that_the_office_is_wrong_one_writes_the_same_to_the_right_one(
    safe: Safe, tools: RealTools
) -> None:
    """CRPA L.114-2: the first office forwards; by care, the right one is written to as well."""
    dossier = filed(safe, tools)
    day = dt.date(2026, 12, 1)
    common = {"procedure": RAPO, "today": LATER}
    assert right_office(open_dossier(safe, tools.law, tools.catalogue, dossier, today=day)) == ()
    followup.wrong_body(safe, tools.law, dossier, day=day, **common)
    found = open_dossier(safe, tools.law, tools.catalogue, dossier, today=day)
    (again,) = right_office(found)
    said = begin_next(safe, tools.catalogue, dossier, again.id, day).draft.answers
    before = tools.demo.letter.answers
    assert said["faits"] == before["faits"]
    assert not [key for key in said if key.startswith("dest_")]

    followup.posted(safe, tools.law, dossier, day=dt.date(2026, 12, 3), **common)
    after = open_dossier(safe, tools.law, tools.catalogue, dossier, today=LATER)
    assert right_office(after) == ()
    assert after.next is not None
    assert after.next.silences[0].day == dt.date(2027, 1, 27), "counted from the first office"
