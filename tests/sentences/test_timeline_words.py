"""What happened and what is awaited, in sentences: a day that an office chose is no legal one."""

import datetime as dt
from dataclasses import fields, replace

from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.records import Event
from desktop_app.sentences import timeline_words
from desktop_app.sentences.kit_words import silence_lines
from desktop_app.workflow.matter.dossiers import next_date
from desktop_app.workflow.matter.next_steps import Situation, follow_up

TODAY = dt.date(2026, 12, 3)
LAW = FolderLaw()


def asked(until: dt.date) -> Event:
    said = dict.fromkeys((field.name for field in fields(Event)), "")
    days = {"at": dt.date(2026, 12, 2), "last_day": until, "prudent_day": None}
    return Event(**said | {"id": "1", "kind": "papers-asked", "awaited": True} | days)  # type: ignore[arg-type]


def test_the_day_of_a_paper_asked_for_is_not_called_legal() -> None:
    event = asked(dt.date(2026, 12, 18))
    told = timeline_words.dates(event, TODAY)
    assert told == ("À faire au plus tard le vendredi 18 décembre 2026", "")
    assert timeline_words.besides(next_date(event, TODAY)) == ""


def test_what_is_done_before_its_day_is_not_said_in_the_past() -> None:
    """A letter posted in time: its day is still to come, then it is over."""
    done = replace(asked(dt.date(2026, 12, 18)), awaited=False)
    said = [timeline_words.dates(done, dt.date(2026, 12, day))[0] for day in (3, 18, 19)]
    to_come, over = "Le délai court jusqu’au", "C’était à faire au plus tard le"
    assert said == [f"{words} vendredi 18 décembre 2026" for words in (to_come, to_come, over)]


def test_each_silence_says_in_which_case() -> None:
    """CRPA L.231-4: two months; four where the time is prolonged."""
    received = dt.date(2026, 11, 28)
    found = follow_up(LAW, Situation("impot-remise", TODAY, received=received))
    usual, prolonged = map(timeline_words.silence_to_come, found.silences)
    assert usual == "Le 28 janvier 2027, sans réponse, ce sera un refus."
    assert prolonged.startswith("Si le bureau a 4 mois")
    assert prolonged.endswith("le 28 mars 2027, sans réponse, ce sera un refus.")


def test_a_silence_that_does_not_run_from_the_receipt_says_from_what() -> None:
    """CRPA R.343-5: from the day when the CADA registered the request; the kit says it too."""
    (silence,) = LAW.procedure("saisine-cada").silence
    screen, paper = timeline_words.after_silence(silence), silence_lines(silence)[0]
    since = "Ce délai commence par ceci : le jour où la commission enregistre"
    assert since in screen
    assert since in paper
