"""The request to the pôle social: its parts, the silence of each body, the right demands."""

import pytest

from tests.helpers.shipped import Shipped

SILENCE = Shipped("pole-social-requete", "1-aah-silence-de-la-mdph.toml")
DEBT = Shipped("pole-social-requete", "2-indu-allocations-recours-rejete.toml")
REMISSION = Shipped("pole-social-requete", "3-remise-refusee-sans-date-de-naissance.toml")


@pytest.mark.parametrize(
    ("appeal", "article", "months", "of"),
    [
        ("cra-famille", "R.142-6", "deux mois", "caf-cra-pf"),
        ("cra-maladie", "R.142-6", "deux mois", "cpam-cra"),
        ("cmra", "R.142-8-5", "quatre mois", "cpam-cmra"),
        ("cra-retraite", "R.142-6", "deux mois", "retraite-cra"),
        ("mdph", "R.241-35", "deux mois", "mdph-rapo"),
        ("cmi", "L.231-4", "deux mois", "cmi-rapo"),
    ],
)
def test_each_body_has_its_own_silence(appeal: str, article: str, months: str, of: str) -> None:
    said = SILENCE.text("silence", ps_recours=appeal)
    assert article in said
    assert months in said
    assert SILENCE.rule(ps_recours=appeal) == (
        "tj-pole-social",
        "rejet-implicite",
        "requete_recours_reception",
        of,
    )


@pytest.mark.parametrize(
    ("of", "wanted", "unwanted"),
    [
        ("refus", "de dire que j'ai droit à ce qui m'est refusé", "je ne dois pas"),
        ("calcul", "de fixer le droit que je dois recevoir", "ce qui m'est refusé"),
    ],
)
def test_the_demands_follow_from_the_decision(of: str, wanted: str, unwanted: str) -> None:
    said = SILENCE.text("conclusions", ps_objet=of)
    assert wanted in said
    assert unwanted not in said


def test_who_asks_for_remission_contests_nothing() -> None:
    said = REMISSION.text()
    assert "je ne dois pas" not in said
    assert "sans la reconnaître" not in REMISSION.text("subsidiaire", mensualite="20")
    assert "sans la reconnaître" in DEBT.text("subsidiaire")


def test_the_answer_is_a_letter_or_a_silence_never_both() -> None:
    assert "refus" not in SILENCE.ids()
    assert "silence" not in DEBT.ids()
    assert DEBT.rule() == ("tj-pole-social", "lrar-retiree", "date_presentation", "")


def test_it_warns_when_it_is_too_early_and_when_no_appeal_is_proved() -> None:
    assert not SILENCE.warned("trop tôt")
    assert SILENCE.warned("trop tôt", requete_recours_reception="10/10/2026")
    assert SILENCE.warned("trop tôt", ps_recours="cmra")
    assert SILENCE.warned("refusera sans doute", requete_recours_envoi=None)


def test_no_law_of_offices_but_the_parties_are_named() -> None:
    assert "L.114-2" not in SILENCE.text()
    assert "Contre : MDPH de la Loire" in SILENCE.text("parties")
    assert SILENCE.recipient()[:3] == [
        "Greffe du tribunal judiciaire",
        "de Saint-Étienne",
        "Pôle social",
    ]


def test_it_warns_of_a_late_appeal_and_of_a_fraud_left_without_an_answer() -> None:
    late = {"requete_decision_date": "02/04/2026", "requete_recours_envoi": "03/06/2026"}
    late |= {"requete_recours_reception": None}
    assert DEBT.warned("plus de deux mois", **late)
    assert not REMISSION.warned("plus de deux mois", **late), "no delay to ask for remission"
    assert DEBT.warned("n'y répond pas", fraude_mot="oui")


def test_an_allowance_refused_is_not_granted_for_too_short_a_time() -> None:
    said = {"ps_recours": "mdph", "mdph_droit": "aah", "moyen_aah_duree": "oui"}
    assert "moyen-aah-duree" in SILENCE.ids(ps_objet="calcul", **said)
    assert "moyen-aah-duree" not in SILENCE.ids(ps_objet="refus", **said)
