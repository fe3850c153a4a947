"""A refused permit before the court: never against an order to leave, and from the right day."""

import datetime as dt

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


@pytest.mark.parametrize(
    ("sent", "a_year"),
    [
        ("03/09/2026", False),
        ("04/09/2026", True),
        ("05/11/2026", True),
        ("06/11/2026", False),
    ],
)
def test_only_reasons_asked_in_the_time_to_appeal_give_a_year(sent: str, a_year: bool) -> None:
    """CRPA L.232-4: the file was whole on 4 May, the refusal was born on 4 September."""
    later = Shipped("titre-refus-ta", "2-silence-motifs-non-donnes.toml", dt.date(2027, 1, 15))
    rule = later.rule(tr_motifs_envoi=sent)
    assert rule is not None
    assert (rule[1] == "motifs-non-communiques") is a_year
    assert later.warned("ne compte peut-être pas", tr_motifs_envoi=sent) is not a_year


def test_reasons_asked_before_the_refusal_do_not_make_it_unlawful() -> None:
    """CRPA L.232-4; CESEDA R.432-2 has shorter times for some permits."""
    assert "donc illégal" not in SILENCE.text("motifs-demandes", tr_motifs_envoi="03/08/2026")
    assert "était né ce jour-là" in SILENCE.text("motifs-demandes", tr_motifs_envoi="03/08/2026")


def test_a_prefect_who_still_has_time_has_not_refused() -> None:
    """CRPA L.231-4: two months from the coming of the letter."""
    recent = {"tr_gracieux_envoi": "01/09/2026", "tr_gracieux_recu": "25/09/2026"}
    assert "vaut rejet" not in AFTER.text("gracieux", **recent)
    assert "encore sans réponse" in AFTER.text("gracieux", **recent)
    assert "vaut rejet" in AFTER.text("gracieux")


def test_a_late_letter_is_not_said_to_have_kept_the_delay() -> None:
    late = {"tr_gracieux_envoi": "20/09/2026", "tr_gracieux_recu": "22/09/2026"}
    assert "Ce recours a interrompu" not in AFTER.text("gracieux", **late)
    assert "Ce recours a interrompu" in AFTER.text("gracieux")
