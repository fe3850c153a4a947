"""Parcoursup before the court: a real refusal, from the right day, no reasons that never came."""

import datetime as dt

from tests.helpers.shipped import Shipped

SILENT = Shipped("parcoursup-ta", "1-raisons-jamais-donnees.toml", dt.date(2026, 7, 20))
WAITED = Shipped("parcoursup-ta", "2-attente-et-lettre-sans-reponse.toml", dt.date(2026, 10, 12))
ANSWERED = Shipped("parcoursup-ta", "3-apres-une-reponse-negative.toml", dt.date(2026, 8, 20))
URGENT = Shipped("ta-refere-suspension", "14-parcoursup-rentree-proche.toml", dt.date(2026, 9, 1))


def test_a_place_still_awaited_is_no_refusal() -> None:
    """TA Nantes, 4 June 2018."""
    assert SILENT.rule(pt_etat="encore", pt_gracieux=None) is None
    assert "decision" not in SILENT.ids(pt_etat="encore")
    assert SILENT.warned("n'est pas encore un refus", pt_etat="encore")
    assert not SILENT.warned("n'est pas encore un refus")


def test_the_delay_runs_from_the_platform_or_from_the_last_answer() -> None:
    assert SILENT.rule() == ("parcoursup-refus", "compte-en-ligne", "date_depot", "")
    unanswered = ("parcoursup-refus", "rejet-implicite", "pt_gracieux_recu", "parcoursup-refus")
    assert WAITED.rule() == unanswered
    assert ANSWERED.rule() == ("parcoursup-refus", "rejet-expres", "pt_gracieux_reponse", "")


def test_a_letter_to_the_school_sent_too_late_gives_no_day_and_warns() -> None:
    late = {"pt_gracieux_envoi": "10/08/2026", "pt_gracieux_recu": "12/08/2026"}
    late["pt_gracieux_reponse"] = "18/08/2026"
    assert ANSWERED.rule(**late) is None
    assert ANSWERED.warned("n'a peut-être pas gardé", **late)


def test_reasons_that_never_came_are_not_called_wrong() -> None:
    said = {"moyen_parcoursup_appreciation": "Elle écrit « niveau insuffisant »."}
    assert "moyen-parcoursup-appreciation" not in SILENT.ids(**said)
    assert "moyen-parcoursup-sans-motifs" in SILENT.ids(**said)


def test_no_place_is_promised_and_a_private_school_is_told() -> None:
    assert "place" not in SILENT.text("conclusions")
    assert SILENT.warned("point-justice", pt_ecole="prive")
    assert not SILENT.warned("école privée")


def test_the_urgent_judge_is_told_only_what_was_answered() -> None:
    """TA Lyon, 15 September 2025: the recteur first."""
    assert "sans réponse à ce jour" in URGENT.text("urgence")
    assert "recteur" not in URGENT.text("urgence", rs_recteur="non")
    assert URGENT.warned("d'abord une place au recteur", rs_recteur="non")
    assert "aucune autre formation" not in URGENT.text("urgence", rs_autre_place="oui")
