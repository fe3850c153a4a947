"""A refused permit before the court: never against an order to leave, and from the right day."""

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.validate import validate
from desktop_app.core.errors import InvalidAnswers
from tests.helpers.ours import CATALOGUE
from tests.helpers.shipped import TODAY, Shipped

WRITTEN = Shipped("titre-refus-ta", "1-renouvellement-refuse.toml")
SILENCE = Shipped("titre-refus-ta", "2-silence-motifs-non-donnes.toml")
AFTER = Shipped("titre-refus-ta", "3-retrait-apres-recours-au-prefet.toml")


def test_an_order_to_leave_or_a_doubt_stops_everything() -> None:
    """CESEDA L.614-1: one month for all of it, and sometimes hours."""
    draft = Draft("titre-refus-ta", {"refus_oqtf": "oui"})
    with pytest.raises(InvalidAnswers) as refusal:
        validate(CATALOGUE.letter("titre-refus-ta"), draft, TODAY, blanks=True)
    assert [one.parameters["emergency"] for one in refusal.value.problems] == ["oqtf"]


def test_the_delay_runs_from_what_was_answered_last() -> None:
    assert WRITTEN.rule() == ("titre-refus", "lrar-retiree", "date_presentation", "")
    implied = ("titre-refus", "rejet-implicite", "tr_gracieux_recu", "titre-refus")
    assert AFTER.rule() == implied


def test_a_letter_to_the_prefect_sent_too_late_gives_no_day_and_warns() -> None:
    """CRPA L.411-2: it keeps the delay only within it."""
    late = {"tr_gracieux_envoi": "20/09/2026", "tr_gracieux_recu": "22/09/2026"}
    assert AFTER.rule(**late) is None
    assert AFTER.warned("n'a peut-être pas gardé", **late)
    assert not AFTER.warned("n'a peut-être pas gardé")


def test_the_silence_is_unlawful_only_once_the_month_has_passed() -> None:
    """CRPA L.232-4."""
    assert "donc illégal" in SILENCE.text("motifs-demandes")
    assert "donc illégal" not in SILENCE.text("motifs-demandes", tr_motifs_envoi="30/10/2026")
    assert "motifs-demandes" not in SILENCE.ids(tr_motifs_envoi=None)


def test_reasons_never_given_leave_a_year() -> None:
    assert SILENCE.rule() == ("titre-silence", "motifs-non-communiques", "tr_motifs_envoi", "")


def test_a_silence_not_yet_a_refusal_is_said() -> None:
    early = {"demande_reception": "10/08/2026", "tr_motifs_envoi": None}
    assert SILENCE.warned("trop tôt", **early)
    assert not SILENCE.warned("trop tôt")
