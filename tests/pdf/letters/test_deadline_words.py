"""The date limit on paper, by what must happen before it: posting, receipt, registration."""

import dataclasses
import datetime as dt
from typing import Any

import pytest

from desktop_app.core.deadlines.model import Advice
from desktop_app.core.deadlines.procedures import Silence
from desktop_app.pdf.letters.deadline_words import deadline_words, moment_words, silence_words
from tests.helpers.letters import deadline

BEFORE = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("date_type", "lead", "advice"),
    [
        ("envoi", "À poster au plus tard le", "Gardez le reçu de la poste"),
        ("reception", "Doit être REÇU au plus tard le", "au moins 5 jours ouvrés avant"),
        ("enregistrement", "Doit être ENREGISTRÉ au greffe", "Jamais par la poste seule"),
    ],
)
def test_wording_by_type_of_date(date_type: str, lead: str, advice: str) -> None:
    told = deadline_words(deadline(date_type=date_type), BEFORE)
    assert told.lead.startswith(lead)
    assert told.day.replace("\u00a0", " ") == "jeudi 31 décembre 2026"
    assert any(advice in line for line in told.lines)
    assert told.lines[-1] == "À vérifier sur votre lettre : la notification reçue prime."


def test_the_legal_day_comes_after_the_prudent_one() -> None:
    told = deadline_words(deadline(), BEFORE).lines[0].replace("\u00a0", " ")
    assert told == "Dernier jour légal : lundi 4 janvier 2027."


def test_one_day_when_both_are_the_same() -> None:
    day = dt.date(2026, 12, 31)
    assert "C’est aussi le dernier jour légal." in deadline_words(deadline(day, day), BEFORE).lines


def test_the_prudent_day_has_passed_but_not_the_legal_one() -> None:
    told = deadline_words(deadline(), dt.date(2027, 1, 2))
    assert told.day.replace("\u00a0", " ") == "lundi 4 janvier 2027"
    assert "faites-le dès aujourd’hui" in told.lines[0]


def test_every_day_has_passed() -> None:
    told = deadline_words(deadline(), dt.date(2027, 1, 5))
    assert told.lead.startswith("Ce jour est passé")
    assert any("demandez conseil" in line for line in told.lines)


@pytest.mark.parametrize(
    "found",
    [
        pytest.param(deadline(None, None, date_type="sans_objet"), id="no delay"),
        pytest.param(deadline(None, None), id="no date may be given"),
    ],
)
def test_no_date(found: object) -> None:
    told = deadline_words(found, BEFORE)  # type: ignore[arg-type]
    assert told.day == ""
    assert "lettre reçue" in told.lines[0]


def test_not_computed() -> None:
    assert deadline_words(None, BEFORE).lead == "Aucune date limite n’a été calculée."


def test_a_delay_of_the_body_is_not_a_day_to_post() -> None:
    told = deadline_words(deadline(rule="mb"), BEFORE)
    assert told.lead == "L’organisme a pour répondre jusqu’au"
    assert "trop tôt" in told.lines[0]


def test_a_rescue_of_one_year_does_not_hide_the_usual_days() -> None:
    usual = {"prudent": dt.date(2026, 12, 31), "last": dt.date(2027, 1, 4)}
    far = dt.date(2027, 11, 5)
    found = dataclasses.replace(
        deadline(far, far), warnings=(Advice("secours-un-an", dict(usual)),)
    )
    told = deadline_words(found, BEFORE)
    assert told.day.replace("\u00a0", " ") == "jeudi 31 décembre 2026"
    assert "lundi 4 janvier 2027" in told.lines[0].replace("\u00a0", " ")


def test_hours_are_said_when_the_delay_is_in_hours() -> None:
    moment = dt.datetime(2026, 11, 24, 9, 5)  # noqa: DTZ001 (local legal time)
    assert moment_words(moment).replace("\u00a0", " ") == "mardi 24 novembre 2026 à 9 h 05"


@pytest.mark.parametrize(
    ("value", "unit", "effect", "since", "said"),
    [
        (2, "mois", "rejet", "", "2 mois sans réponse : c’est un refus."),
        (1, "mois", "acceptation", "", "1 mois sans réponse : c’est un accord."),
        (15, "jours", "autre", "", "15 jours sans réponse : le juge peut être saisi."),
        (1, "annees", "rejet", "dépôt du dossier", "se compte à partir de : dépôt du dossier."),
    ],
)
def test_what_silence_means(value: int, unit: Any, effect: Any, since: str, said: str) -> None:
    meaning = "le juge peut être saisi"
    silence = Silence(value=value, unit=unit, effect=effect, meaning=meaning, since=since)
    told = silence_words(silence)
    assert any(said in line.replace("\u00a0", " ") for line in told)
    assert any("avis de réception" in line for line in told)


def test_silence_without_a_rule_is_a_prudent_reminder() -> None:
    assert "le silence peut être un refus" in silence_words(None)[0]
