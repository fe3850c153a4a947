"""The date limit on paper, by what must happen before it: posting, receipt, registration."""

import dataclasses
import datetime as dt
from typing import Any, NamedTuple

import pytest

from desktop_app.core.deadlines.model import Advice, Deadline, Step
from desktop_app.core.deadlines.procedures import Silence
from desktop_app.core.documents.model import EnclosedPaper
from desktop_app.pages.kit import day_card
from desktop_app.pages.page import Text
from desktop_app.pages.until import card
from desktop_app.sentences import paper_words
from desktop_app.sentences.kit_words import silence_lines
from tests.helpers.letters import deadline, letter

BEFORE = dt.date(2026, 11, 24)


class DateBox(NamedTuple):
    """What the card of the day says: its first sentence, large where it is a day, and the rest."""

    first: str
    lines: tuple[str, ...]


def box(found: Deadline | None, today: dt.date = BEFORE) -> DateBox:
    card = day_card(dataclasses.replace(letter(), day=today), found)
    first, *others = (one for one in card.blocks if isinstance(one, Text))
    assert (first.role == "date") == (found is not None)
    return DateBox(first.words.replace("\u00a0", " "), tuple(one.words for one in others))


@pytest.mark.parametrize(
    ("date_type", "lead", "advice"),
    [
        ("envoi", "À poster au plus tard le", "Gardez la preuve de dépôt"),
        ("reception", "Doit être reçu au plus tard le", "au moins cinq jours ouvrables avant"),
        ("enregistrement", "Doit être enregistré au tribunal", "jamais par la poste seule"),
        ("sans_objet", "À faire au plus tard le", ""),
    ],
)
def test_wording_by_type_of_date(date_type: str, lead: str, advice: str) -> None:
    told = box(deadline(date_type=date_type))
    assert told.first.startswith(lead)
    assert told.first.endswith("le jeudi 31 décembre 2026")
    assert any(advice in line for line in told.lines)
    assert told.lines[-1] == "La lettre que vous avez reçue passe avant tout."


def test_the_legal_day_comes_after_the_prudent_one() -> None:
    assert box(deadline()).lines[0] == "Dernier jour légal : lundi 4 janvier 2027."


def test_one_day_when_both_are_the_same() -> None:
    day = dt.date(2026, 12, 31)
    assert "C’est aussi le dernier jour légal." in box(deadline(day, day)).lines


def test_the_prudent_day_has_passed_but_not_the_legal_one() -> None:
    told = box(deadline(), dt.date(2027, 1, 2))
    assert told.first == "À poster dès aujourd’hui"
    assert told.lines[:2] == (
        "Le jour prudent est passé.",
        "Dernier jour légal : lundi 4 janvier 2027.",
    )


@pytest.mark.parametrize("date_type", ["envoi", "reception", "enregistrement", "sans_objet"])
def test_today_is_as_large_as_a_day_would_be(date_type: str) -> None:
    assert "dès aujourd’hui" in box(deadline(date_type=date_type), dt.date(2027, 1, 2)).first


@pytest.mark.parametrize(
    ("code", "why", "last"),
    [
        ("prudent-depot", "le jour où le message est arrivé sur le compte", "Si votre date compte"),
        ("prudent-date-ecrite", "la date la plus ancienne", "Si votre date compte"),
        ("prudent-envoi", "5 jours après l’envoi de l’avis", "Si la date de la loi compte"),
        ("prudent-recu", "jour où l’avis est arrivé", "Si la date de la loi compte"),
    ],
)
def test_an_earlier_day_that_could_be_pleaded_is_told_before_the_legal_one(
    code: str, why: str, last: str
) -> None:
    early = dt.date(2026, 11, 2)
    step = Step(code, early, "CRPA R.112-20", 5, "jours")
    found = dataclasses.replace(
        deadline(), steps=(step,), start_prudent=early, start_legal=dt.date(2026, 11, 4)
    )
    told = box(found, dt.date(2027, 1, 2))
    assert told.first.endswith("dès aujourd’hui")
    assert why in told.lines[0]
    assert "lundi 2 novembre 2026" in told.lines[0]
    assert told.lines[1] == f"{last} : dernier jour légal le lundi 4 janvier 2027."


def test_every_day_has_passed() -> None:
    told = box(deadline(), dt.date(2027, 1, 5))
    assert told.first == "Le dernier jour est passé : c’était le lundi 4 janvier 2027"
    assert any("demandez conseil" in line for line in told.lines)


def test_the_usual_day_has_passed_and_the_law_sets_no_last_one() -> None:
    """Finding A1: the paper said that the day was missed, where none was set."""
    told = box(deadline(dt.date(2026, 9, 18), None))
    assert told.first == "À poster dès aujourd’hui"
    assert told.lines[0] == "Aucun dernier jour légal ne peut être donné."


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(deadline(None, None, date_type="sans_objet"), id="no delay"),
        pytest.param(deadline(None, None), id="no date may be given"),
    ],
)
def test_no_date(found: Deadline) -> None:
    assert "lisez votre lettre" in box(found).first


def test_not_computed() -> None:
    assert box(None).first == "Aucune date limite n’a été calculée."


@pytest.mark.parametrize(
    ("today", "lead", "line"),
    [
        (BEFORE, "L’organisme doit répondre au plus tard le", "trop tôt"),
        (dt.date(2027, 1, 1), "L’organisme devait répondre au plus tard le", "étape suivante"),
    ],
)
def test_a_delay_of_the_body_is_not_a_day_to_post(today: dt.date, lead: str, line: str) -> None:
    day = dt.date(2026, 12, 31)
    told = box(deadline(day, day, rule="mb"), today)
    assert told.first == f"{lead} jeudi 31 décembre 2026"
    assert line in told.lines[0]


def test_a_rescue_of_one_year_does_not_hide_the_usual_days() -> None:
    usual = {"prudent": dt.date(2026, 12, 31), "last": dt.date(2027, 1, 4)}
    far = dt.date(2027, 11, 5)
    found = dataclasses.replace(
        deadline(far, far), warnings=(Advice("secours-un-an", dict(usual)),)
    )
    told = box(found)
    assert told.first == "À poster au plus tard le jeudi 31 décembre 2026"
    assert told.lines[0] == "Dernier jour légal : lundi 4 janvier 2027."


def test_hours_are_said_when_the_delay_is_in_hours() -> None:
    moment = dt.datetime(2026, 11, 24, 9, 5)  # noqa: DTZ001 (local legal time)
    found = dataclasses.replace(deadline(), prudent_day=moment, last_day=moment)
    assert box(found).first.endswith("mardi 24 novembre 2026 à 09 h 05")


@pytest.mark.parametrize(
    ("value", "unit", "effect", "since", "said"),
    [
        (2, "mois", "rejet", "", "2 mois sans réponse : c’est un refus."),
        (1, "mois", "acceptation", "", "1 mois sans réponse : c’est un accord."),
        (
            15,
            "jours",
            "autre",
            "",
            "15 jours sans réponse : c’est assez pour aller devant le juge.",
        ),
        (1, "annees", "rejet", "dépôt du dossier", "commence par ceci : dépôt du dossier."),
    ],
)
def test_what_silence_means(value: int, unit: Any, effect: Any, since: str, said: str) -> None:
    meaning = "assez pour aller devant le juge"
    silence = Silence(value=value, unit=unit, effect=effect, meaning=meaning, since=since)
    told = silence_lines(silence)
    assert any(said in line for line in told)
    assert any("avis de réception" in line for line in told)


def test_silence_without_a_rule_is_a_prudent_reminder() -> None:
    assert "le silence peut être un refus" in silence_lines(None)[0]


def test_a_paper_is_named_once_in_the_language_of_the_letter() -> None:
    """Authors type straight apostrophes; the letter has those of print."""
    paper = EnclosedPaper("rib", "Relevé d’identité bancaire", label="Relevé d'identité bancaire")
    assert paper_words.enclosed(paper) == "Relevé d’identité bancaire"


def test_the_day_of_a_card_is_drawn_while_it_is_to_come() -> None:
    found = deadline(dt.date(2026, 12, 31), dt.date(2027, 1, 4))
    assert card(found, BEFORE, explained=False).leaf == dt.date(2026, 12, 31)
    assert card(found, dt.date(2027, 1, 2), explained=False).leaf is None
    assert card(found, dt.date(2027, 1, 5), explained=False).leaf is None
