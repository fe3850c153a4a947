"""The request to the administrative court in social matters: what came before, its demands."""

import pytest

from tests.helpers.shipped import Shipped

SILENCE = Shipped("ta-requete-social", "1-prime-sans-reponse.toml")
REFUSED = Shipped("ta-requete-social", "2-indu-rsa-recours-rejete.toml")
MEDIATION = Shipped("ta-requete-social", "3-radiation-apres-mediation.toml")
REMISSION = Shipped("ta-requete-social", "4-aide-logement-remise.toml")


@pytest.mark.parametrize(
    ("right", "of"),
    [
        ("rsa", "caf-rapo-rsa"),
        ("prime", "caf-rapo-prime"),
        ("logement", "caf-rapo-apl"),
        ("cmi", "cmi-rapo"),
        ("rqth", "mdph-rapo"),
        ("fsl", "fsl-demande"),
        ("aide-sociale", "aide-sociale-rapo"),
    ],
)
def test_the_silence_is_that_of_the_appeal_of_each_right(right: str, of: str) -> None:
    rule = SILENCE.rule(ta_droit=right)
    assert rule == ("recours-ta", "rejet-implicite", "requete_recours_reception", of)


def test_the_mdph_has_its_own_article() -> None:
    assert "R.241-35" in SILENCE.text("silence", ta_droit="rqth")
    assert "L.231-4" in SILENCE.text("silence", ta_droit="rsa")


def test_after_france_travail_the_delay_runs_from_the_end_of_the_mediation() -> None:
    assert MEDIATION.rule() == ("recours-ta", "fin-mediation", "ta_mediation_fin", "ft-mpo")
    assert MEDIATION.ids().isdisjoint({"refus", "silence"})
    assert MEDIATION.warned("tribunal refuserait", ta_mediation_fin=None)
    assert MEDIATION.warned("trop-perçu d'allocation chômage", ta_objet="indu", montant="300")


@pytest.mark.parametrize(
    ("of", "words"),
    [
        ("refus", "de m'accorder ce qui m'est refusé"),
        ("arret", "de rétablir mon droit"),
        ("indu", "de me décharger"),
        ("remise", "de m'accorder l'effacement"),
    ],
)
def test_one_demand_for_each_decision(of: str, words: str) -> None:
    said = SILENCE.text("conclusions", ta_objet=of, montant="300")
    assert words in said
    assert said.count("\n- ") + said.startswith("- ") <= 4


def test_who_asks_for_remission_contests_nothing() -> None:
    said = REMISSION.text()
    assert "contest" not in said.replace("contentieux", "")
    assert "décharger" not in said


@pytest.mark.parametrize(("of", "stands"), [("indu", True), ("remise", False)])
def test_reasons_are_due_for_a_debt_not_for_a_favour(of: str, stands: bool) -> None:
    assert ("moyen-motifs-rapo" in REFUSED.ids(ta_objet=of)) is stands


def test_it_warns_when_it_is_too_early() -> None:
    assert not SILENCE.warned("trop tôt")
    assert SILENCE.warned("trop tôt", requete_recours_reception="01/10/2026")


def test_it_warns_when_the_dates_show_an_appeal_that_came_late() -> None:
    dates = {"requete_decision_date": "02/04/2026", "requete_recours_reception": None}
    assert REFUSED.warned("plus de deux mois", requete_recours_envoi="03/06/2026", **dates)
    assert not REFUSED.warned("plus de deux mois", requete_recours_envoi="02/06/2026", **dates)
    late = {"ta_objet": "remise", "requete_recours_envoi": "03/06/2026", **dates}
    assert not REFUSED.warned("plus de deux mois", **late), "no delay to ask for remission"


@pytest.mark.parametrize("of", ["indu", "remise"])
def test_it_warns_when_nothing_answers_the_word_fraud(of: str) -> None:
    asked = {"ta_objet": of, "fraude_mot": "oui"}
    assert REFUSED.warned("n'y répond pas", **asked)
    assert not REFUSED.warned("n'y répond pas", moyen_fraude_non_prouvee="oui", **asked)


def test_the_words_of_who_does_not_know_plead_nothing() -> None:
    """They were printed as the facts: « La somme réclamée est mal calculée. Je ne sais pas. »"""
    said = {"ta_objet": "indu", "moyen_calcul_faux": "Je ne sais pas."}
    assert "moyen-calcul-faux" not in REFUSED.ids(**said)
    asked = {"ta_objet": "indu", "moyen_prescription_deux_ans": "oui"}
    asked["moyen_prescription_deux_ans_faits"] = "je ne m’en souviens plus"
    told = REFUSED.text("moyen-prescription-deux-ans", **asked)
    assert told
    assert "souviens" not in told
    assert "sais pas" not in REFUSED.text(faits="Je ne sais pas")


def test_a_stay_abroad_is_pleaded_under_the_law_of_the_prime_too() -> None:
    stay = {"ta_droit": "prime", "ta_objet": "indu", "sujets": ["etranger"]}
    told = REFUSED.text("moyen-rsa-residence", **stay, moyen_rsa_residence="Un mois en 2025.")
    assert "R.842-1" in told


@pytest.mark.parametrize(
    ("words", "owned"),
    [
        ("Je reconnais mon erreur.", True),
        ("Une erreur. J'accepte de payer 50 € par mois.", True),
        ("Une erreur. J’accepte de payer 50 € par mois.", True),
        ("Je ne reconnais pas cette dette.", False),
    ],
)
def test_it_warns_of_words_that_give_the_case_away(words: str, owned: bool) -> None:
    assert REFUSED.warned("le délai repart de zéro", faits=words) is owned


def test_no_argument_of_a_sanction_contradicts_another() -> None:
    """« Je ne connaissais pas ce rendez-vous » and « je l'ai oublié » lose together."""
    own = ("moyen_droit_erreur", "moyen_pas_entendu", "moyen_decide_trop_tot")
    others = ("moyen_sanction_graduee", "moyen_sanction_retroactive")
    said = {**dict.fromkeys(own, "oui"), **dict.fromkeys(others)}
    theirs = {"moyen-droit-erreur", "moyen-pas-entendu", "moyen-decide-trop-tot"}
    assert theirs <= MEDIATION.ids(**said)
    first = {"moyen_convocation_non_recue": "oui", "moyen_sanction_sans_griefs": "non"}
    assert theirs.isdisjoint(MEDIATION.ids(**said | first))
