"""A computer whose date cannot be right: the question on the first page, and both answers."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt

from desktop_app.pages import destinations as to
from desktop_app.workflow.matter import followup
from desktop_app.workflow.safes.todays_date import in_doubt
from tests.gui.safe.conftest import TODAY, Driver
from tests.helpers.clocks import Noon

BATTERY = dt.date(2019, 1, 3)
ASKED = "Cet ordinateur dit que nous sommes le jeudi 3 janvier 2019."


class FlatBattery(Noon):
    def today(self) -> dt.date:
        return BATTERY


@pytest.fixture
def back_in_time(in_safe: Driver, monkeypatch: pytest.MonkeyPatch) -> Driver:
    """A safe that was opened in 2026 on a computer that now says 2019."""

    def work() -> None:
        safe, law = in_safe.safe, in_safe.tools.law
        dossier = safe.dossiers.add("Indu de RSA", on=TODAY, procedure="caf-rapo-rsa")
        common = {"procedure": "caf-rapo-rsa", "today": TODAY}
        followup.decision_received(safe, law, dossier, day=dt.date(2026, 11, 3), **common)

    in_safe.work(work)
    monkeypatch.setattr(type(in_safe.tools), "clock", FlatBattery())
    found = in_doubt(in_safe.tools.law, BATTERY)
    in_safe.window.context.session.doubt_day(found)
    in_safe.window.restart(to.Home())
    in_safe.wait_for(ASKED)
    in_safe.settle()
    return in_safe


def test_the_date_is_shown_with_a_question(back_in_time: Driver) -> None:
    assert f"{ASKED} Ce programme" in back_in_time.words()
    assert "Cette date est-elle juste ?" in back_in_time.words()


def test_while_in_doubt_dates_are_told_and_nothing_is_counted(back_in_time: Driver) -> None:
    back_in_time.go(to.Week())
    words = back_in_time.words()
    assert "les jours ne sont pas comptés" in words
    assert "Toutes les dates" in words
    assert "Jeudi 31 décembre 2026" in words


def test_said_to_be_right_it_is_counted_from_again(back_in_time: Driver) -> None:
    back_in_time.press("Oui, c’est bien ce jour")
    back_in_time.press("Continuer")
    assert ASKED not in back_in_time.words()
    back_in_time.go(to.Week())
    assert "les jours ne sont pas comptés" not in back_in_time.words()


def test_gone_on_without_an_answer_it_is_asked_again(back_in_time: Driver) -> None:
    back_in_time.press("Continuer")
    assert ASKED in back_in_time.words()
    assert "Cette date est-elle juste ?" in back_in_time.words()


def test_said_to_be_wrong_how_to_mend_it_is_told(back_in_time: Driver) -> None:
    back_in_time.to("Oui, c’est bien ce jour")
    back_in_time.key(Qt.Key.Key_Down)
    back_in_time.settle()
    assert ASKED in back_in_time.words(), "an arrow chooses, and takes nothing yet"
    back_in_time.key(Qt.Key.Key_Return)
    back_in_time.settle()
    assert "Corrigez la date dans les réglages de l’ordinateur" in back_in_time.words()
    back_in_time.go(to.Week())
    assert "les jours ne sont pas comptés" in back_in_time.words()
