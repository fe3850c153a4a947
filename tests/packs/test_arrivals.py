"""Whatever the letter: the day to aim at runs from the earliest day that a body could plead.

Sources: CRPA R.112-20 (account), Cass. opinion 21 Jan. 2002 (the body proves the day of a letter).
"""

import datetime as dt
import tomllib
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, wraps
from inspect import signature
from pathlib import Path

import pytest

from desktop_app.cli.letter import _dates
from desktop_app.core.answers.draft import Answers, Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.request import Request
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.moment import day_of
from desktop_app.core.packs.resolve import questions_of
from desktop_app.datafiles import data_root
from desktop_app.workflow.documents.preparing import deadline_of
from desktop_app.workflow.guidance.deadlines import deadline_for
from tests.helpers.faults import assert_none
from tests.helpers.ours import CATALOGUE, LAW

TODAY = dt.date(2026, 11, 28)
WRITTEN, PUT, OPENED = dt.date(2026, 10, 1), dt.date(2026, 10, 5), dt.date(2026, 11, 20)
ARRIVAL = (
    "date_decision",
    "comment_recue",
    "date_depot",
    "date_ouverture",
    "accord_internet",
    "date_reception",
    "date_presentation",
    "date_retrait",
    "comment_autrement",
    "date_passage",
    "date_annonce",
    "date_acceptation",
    "adresse_dite",
    "date_sue",
    "delai_ecrit",
    "dernier_jour_ecrit",
)
TWENTY_DAYS = ("caf-echeancier", "caf-indu-rectification")
"""Late, they show no date, or that of another procedure: their own tests say which."""


def _counts_from_it(pack: str) -> bool:
    """Tell whether a letter asks how the decision came, and a day is counted from it."""
    letter = CATALOGUE.letter(pack)
    choices = [c.id for q in questions_of(letter) if q.id == "comment_recue" for c in q.choices]
    procedures = [LAW.procedure(rule.procedure) for rule in letter.deadline]
    sure = any(one.confidence != "basse" for one in procedures)  # else no day is ever shown
    return "compte-en-ligne" in choices and sure and pack not in TWENTY_DAYS


PACKS = sorted(folder.name for folder in (data_root("forms") / "letters").iterdir())
LETTERS = [pack for pack in PACKS if _counts_from_it(pack)]


@cache
def _examples(pack: str) -> tuple[dict[str, object], ...]:
    folder = Path(str(data_root("forms") / "letters" / pack / "examples"))
    files = sorted(folder.glob("*.toml"))
    return tuple(dict(tomllib.loads(file.read_text("utf-8"))["answers"]) for file in files)


def _with(answers: dict[str, object], came: dict[str, object]) -> dict[str, object]:
    kept = {name: said for name, said in answers.items() if name not in ARRIVAL}
    without = [one for one in kept.get("manque_lettre", ()) if one != "voies-delais"]  # type: ignore[attr-defined]
    if "manque_lettre" in kept:
        kept["manque_lettre"] = without
    days = {n: f"{d:%d/%m/%Y}" if isinstance(d, dt.date) else d for n, d in came.items()}
    return {**kept, **days}


def _rescued(pack: str) -> bool:
    """Tell whether the law says what missing remedies change of the delay of a letter."""
    rules = [rule for rule in CATALOGUE.letter(pack).deadline if rule.untold]
    return any(LAW.procedure(rule.procedure).without_notice for rule in rules)


RESCUED = [pack for pack in LETTERS if _rescued(pack)]
BY_EACH_WAY = [pack for pack in LETTERS if any(r.untold for r in CATALOGUE.letter(pack).deadline)]
"""Letters that ask in which of all the ways the decision came."""
RESCUES = ("secours-un-an", "inopposable")
"""What is told of missing remedies."""
RESCUE_DAY = dt.date(2027, 6, 28)
"""The usual delay is over, the year is not."""
COMINGS: dict[str, tuple[dict[str, object], dt.date, dt.date]] = {
    "in the box": (
        {"comment_recue": "lettre-simple", "date_reception": OPENED},
        WRITTEN,
        OPENED,
    ),
    "handed over": (
        {"comment_recue": "main-propre", "date_reception": OPENED},
        OPENED,
        OPENED,
    ),
    "registered, notice lost": (
        {"comment_recue": "recommande-retire", "date_retrait": OPENED},
        WRITTEN,
        OPENED,
    ),
    "registered, fetched in time": (
        {
            "comment_recue": "recommande-retire",
            "date_presentation": PUT,
            "date_retrait": PUT + dt.timedelta(days=3),
        },
        PUT,
        PUT + dt.timedelta(days=3),
    ),
    "registered, fetched too late": (
        {
            "comment_recue": "recommande-retire",
            "date_presentation": PUT,
            "date_retrait": OPENED,
        },
        PUT,
        PUT,
    ),
    "account, read at once": (
        {
            "comment_recue": "compte-en-ligne",
            "date_depot": PUT,
            "date_ouverture": PUT + dt.timedelta(days=3),
            "accord_internet": "oui",
        },
        PUT,
        PUT + dt.timedelta(days=3),
    ),
    "account, no agreement": (
        {
            "comment_recue": "compte-en-ligne",
            "date_depot": PUT,
            "date_ouverture": OPENED,
            "accord_internet": "non",
        },
        PUT,
        OPENED,
    ),
    "served by a bailiff": (
        {"comment_recue": "autrement", "comment_autrement": "huissier", "date_passage": PUT},
        PUT,
        PUT,
    ),
    "followed": (
        {"comment_recue": "autrement", "comment_autrement": "lettre-suivie"}
        | {"date_reception": PUT},
        PUT,
        PUT,
    ),
    "registered by mail, accepted": (
        {"comment_recue": "autrement", "comment_autrement": "recommande-electronique"}
        | {"date_annonce": PUT, "date_acceptation": PUT + dt.timedelta(days=3)},
        PUT,
        PUT + dt.timedelta(days=3),
    ),
    "registered, no slip found": (
        {"comment_recue": "autrement", "comment_autrement": "sans-avis"}
        | {"date_passage": PUT, "date_sue": OPENED},
        PUT,
        OPENED,
    ),
    "at a former address, nobody told": (
        {"comment_recue": "autrement", "comment_autrement": "ancienne-adresse"}
        | {"date_passage": PUT, "date_sue": OPENED, "adresse_dite": "non-signalee"},
        PUT,
        PUT,
    ),
    "at a former address, the new one told": (
        {"comment_recue": "autrement", "comment_autrement": "ancienne-adresse"}
        | {"date_passage": PUT, "date_sue": OPENED, "adresse_dite": "signalee"},
        PUT,
        OPENED,
    ),
    "a withholding seen": (
        {"comment_recue": "autrement", "comment_autrement": "retenue", "date_sue": OPENED},
        OPENED,
        OPENED,
    ),
    "never sent": (
        {"comment_recue": "autrement", "comment_autrement": "jamais", "date_sue": OPENED},
        OPENED,
        OPENED,
    ),
}
"""How the decision came, the earliest day a body could plead, and the one of the text."""


def rescue(pack: str, came: dict[str, object]) -> Deadline:
    """Return the deadline of the year, of the first example that has one when it came so."""
    letter = CATALOGUE.letter(pack)
    for answers in _examples(pack):
        said = _with(answers, {"date_decision": WRITTEN, **came})
        said["manque_lettre"] = [*said.get("manque_lettre", ()), "voies-delais"]  # type: ignore[misc]
        read = validate(letter, Draft(pack, said), RESCUE_DAY, blanks=True)  # type: ignore[arg-type]
        found = deadline_of(LAW, letter, read, RESCUE_DAY)
        if found is not None and any(one.code in RESCUES for one in found.warnings):
            return found
    pytest.fail(f"{pack}: no example has the year of missing remedies")


def deadline(pack: str, unknown: tuple[str, ...] = (), **came: object) -> Deadline:
    """Return the deadline of the first example that has one, when the decision came so."""
    letter = CATALOGUE.letter(pack)
    for answers in _examples(pack):
        draft = Draft(pack, _with(answers, came), frozenset(unknown))  # type: ignore[arg-type]
        read: Answers = validate(letter, draft, TODAY, blanks=True)
        found = deadline_of(LAW, letter, read, TODAY)
        if found is not None and found.event in ("compte-en-ligne", "lettre-simple"):
            return found
    pytest.fail(f"{pack}: no example has a day when the decision came so")


def over(packs: Sequence[str]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Make one test of what holds for each pack: it names all those for which it does not."""

    def one_test(holds: Callable[..., None]) -> Callable[..., None]:
        @wraps(holds)
        def test(**cases: str) -> None:
            found = [told for pack in packs if (told := failure(holds, pack, cases))]
            assert packs
            assert_none(found)

        asked = signature(holds)
        others = [one for one in asked.parameters.values() if one.name != "pack"]
        test.__signature__ = asked.replace(parameters=others)  # type: ignore[attr-defined]
        return pytest.mark.timeout(1200)(test)

    return one_test


def failure(holds: Callable[..., None], pack: str, cases: dict[str, str]) -> str:
    """Return why something does not hold for a pack, else nothing."""
    try:
        holds(pack, **cases)
    except (AssertionError, pytest.fail.Exception) as refusal:
        return f"{pack}: {refusal}"
    return ""


every_letter, every_rescue, every_way = over(LETTERS), over(RESCUED), over(BY_EACH_WAY)


def test_nearly_every_letter_about_a_decision_is_here() -> None:
    assert len(LETTERS) >= 48


@every_letter
@pytest.mark.parametrize("agreed", ["oui", "non", "inconnu"])
def test_on_an_account_the_prudent_day_runs_from_the_arrival(pack: str, agreed: str) -> None:
    late = deadline(
        pack,
        date_decision=WRITTEN,
        comment_recue="compte-en-ligne",
        date_depot=PUT,
        date_ouverture=OPENED,
        accord_internet=agreed,
    )
    at_once = deadline(
        pack,
        date_decision=WRITTEN,
        comment_recue="compte-en-ligne",
        date_depot=OPENED,
        date_ouverture=OPENED,
    )
    assert late.start_prudent == PUT
    assert late.start_legal == (PUT if agreed == "oui" else OPENED)
    later = (at_once.prudent_day, at_once.last_day, late.last_day)
    assert late.prudent_day is not None
    assert all(day is not None and late.prudent_day <= day for day in later)


@every_letter
@pytest.mark.parametrize("how", ["lettre-simple", "ne-sait-plus", "compte-en-ligne"])
def test_no_day_of_receipt_still_gives_a_prudent_day(pack: str, how: str) -> None:
    days = ("date_reception",) if how != "compte-en-ligne" else ("date_depot", "date_ouverture")
    for unknown in (days, ()):  # "je ne sais plus", or left empty
        found = deadline(pack, unknown, date_decision=WRITTEN, comment_recue=how)
        assert found.start_prudent == WRITTEN
        assert found.prudent_day is not None
        assert day_of(found.prudent_day) > WRITTEN
        assert (found.start_legal, found.last_day) == (None, None)


@every_letter
def test_a_letter_in_the_box_counts_prudently_from_its_own_date(pack: str) -> None:
    found = deadline(pack, date_decision=WRITTEN, comment_recue="lettre-simple", date_reception=PUT)
    assert (found.start_prudent, found.start_legal) == (WRITTEN, PUT)
    assert found.prudent_day
    assert found.last_day
    assert day_of(found.prudent_day) < day_of(found.last_day)


def test_many_letters_have_the_year_of_missing_remedies() -> None:
    assert len(RESCUED) >= 30


@every_rescue
@pytest.mark.parametrize("coming", COMINGS)
def test_the_year_of_missing_remedies_keeps_both_starts(pack: str, coming: str) -> None:
    came, first, legal = COMINGS[coming]
    found = rescue(pack, came)
    assert found.start_prudent == first
    assert found.start_legal in (legal, None)  # None: nothing runs out there
    assert found.prudent_day is not None
    procedure = LAW.procedure(found.procedure)
    one = Request(procedure.id, "notification", first, RESCUE_DAY, remedies=False)
    assert found.prudent_day == deadline_for(LAW, replace(one, remedies=True)).prudent_day
    if found.last_day is not None:
        assert found.last_day == deadline_for(LAW, replace(one, date=legal)).last_day


@every_way
@pytest.mark.parametrize("coming", COMINGS)
def test_each_way_to_come_gives_its_days_and_stands_in_the_letter(pack: str, coming: str) -> None:
    """A way that nobody counts would give the day of another one, and a paper without it."""
    came, first, legal = COMINGS[coming]
    letter = CATALOGUE.letter(pack)
    for answers in _examples(pack):
        said = _with(answers, {"date_decision": WRITTEN, **came})
        read = validate(letter, Draft(pack, said), TODAY, blanks=True)  # type: ignore[arg-type]
        found = deadline_of(LAW, letter, read, TODAY)
        if found is not None and "comment_recue" in read.values:
            assert found.start_prudent == first
            assert found.start_legal in (legal, None)
            assert "~" not in " ".join(
                one.text for one in compose_letter(letter, read, TODAY).paragraphs
            )
            return
    pytest.fail(f"{pack}: no example has a day when the decision came so")


@every_rescue
@pytest.mark.parametrize("coming", COMINGS)
def test_the_days_that_a_program_reads_are_those_that_are_said(pack: str, coming: str) -> None:
    found = rescue(pack, COMINGS[coming][0])
    for today in (TODAY, RESCUE_DAY, dt.date(2027, 10, 3)):
        data = _dates(found, today)
        assert data["said"]["day"] in (None, data["prudent_day"], data["last_day"])
        if data["said"]["state"] == "to-come":
            assert data["said"]["day"] == data["prudent_day"]


def test_no_question_says_that_reading_is_receiving() -> None:
    for pack in PACKS:
        for question in questions_of(CATALOGUE.letter(pack)):
            if question.id != "date_ouverture":
                assert "jour où vous l'avez lue" not in question.hint, (pack, question.id)
