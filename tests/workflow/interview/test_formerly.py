"""A draft of the time when reading was receiving still opens, and loses nothing."""

import datetime as dt
from pathlib import Path

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.draft_json import read_json
from desktop_app.core.answers.formerly import taken_up
from desktop_app.datafiles import data_root
from desktop_app.workflow.documents.preparing import prepare_letter
from desktop_app.workflow.interview import saving
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 28)
CATALOGUE, LAW = FolderCatalogue(data_root("forms")), FolderLaw()
LETTER = "caf-indu-rsa"
OLD = {
    "organisme": "caf",
    "date_decision": "01/09/2026",
    "comment_recue": "compte-en-ligne",
    "date_reception": "20/11/2026",
    "montant": "1842",
}


def taken(answers: dict[str, str], unknown: frozenset[str] = frozenset()) -> Draft:
    return taken_up(CATALOGUE.letter(LETTER), Draft(LETTER, answers, unknown), TODAY)


def test_the_day_of_reading_is_the_day_of_opening_and_the_arrival_is_asked(tmp_path: Path) -> None:
    place = new_safe(tmp_path, TODAY)
    with open_safe(place, TODAY) as safe:
        kept = saving.save(safe, Draft(LETTER, OLD), draft_id="", question="montant", on=TODAY)
    with open_safe(place, TODAY) as safe:
        found = saving.resume(safe, CATALOGUE, kept, TODAY).interview
        assert read_json(safe.drafts.one(kept).content).answers == OLD  # not touched by opening
    assert found.draft.answers == {**OLD, "date_ouverture": "20/11/2026"}
    step = found.to_do()
    assert step is not None
    assert step.question.id == "date_depot"
    assert found.step("date_reception") is None


def test_not_known_stays_not_known() -> None:
    old = {name: said for name, said in OLD.items() if name != "date_reception"}
    found = taken(old, frozenset({"date_reception"}))
    assert found.unknown == {"date_reception", "date_ouverture"}


def test_an_answer_still_asked_is_not_taken_for_another() -> None:
    assert taken({**OLD, "comment_recue": "lettre-simple"}).answers.keys() == OLD.keys()


def test_an_opening_already_said_is_kept() -> None:
    assert taken({**OLD, "date_ouverture": "12/11/2026"}).answers["date_ouverture"] == "12/11/2026"


def test_an_old_file_of_answers_gives_the_prudent_day_of_the_decision() -> None:
    found = prepare_letter(CATALOGUE, LAW, Draft(LETTER, OLD), TODAY).deadline
    assert found is not None
    assert (found.start_prudent, found.start_legal) == (dt.date(2026, 9, 1), dt.date(2026, 11, 20))
    assert (found.prudent_day, found.last_day) == (dt.date(2026, 10, 30), dt.date(2027, 1, 20))
