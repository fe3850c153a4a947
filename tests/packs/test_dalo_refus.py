"""Against a refusal of the DALO commission: said, or by a silence of its own length."""

import pytest

from tests.helpers.shipped import Shipped

REFUSED = Shipped("dalo-refus", "1-refus-demarches-trop-recentes.toml")
SILENCE = Shipped("dalo-refus", "2-hebergement-sans-reponse.toml")


@pytest.mark.parametrize(
    ("kind", "overseas", "words", "article"),
    [
        ("daho", None, "six semaines", "R.441-18"),
        ("dalo", "non", "trois mois", "R.441-15"),
        ("dalo", "oui", "six mois", "R.441-15"),
    ],
)
def test_the_silence_of_each_request(
    kind: str, overseas: str | None, words: str, article: str
) -> None:
    said = SILENCE.text("silence", dr_type=kind, dr_outre_mer=overseas)
    assert words in said
    assert article in said
    of = f"{kind}-recours-amiable"
    rule = SILENCE.rule(dr_type=kind, dr_outre_mer=overseas)
    assert rule == ("dalo-contentieux-refus", "rejet-implicite", "dr_accuse", of)


@pytest.mark.parametrize(
    ("kind", "overseas", "early"),
    [("daho", None, False), ("dalo", "non", True), ("dalo", "oui", True)],
)
def test_it_warns_when_the_commission_still_has_time(
    kind: str, overseas: str | None, early: bool
) -> None:
    assert SILENCE.warned("trop tôt", dr_type=kind, dr_outre_mer=overseas) is early


def test_the_reason_is_quoted_only_if_there_is_one() -> None:
    assert "« vos démarches sont trop récentes »" in REFUSED.text("refus")
    assert "Elle écrit" not in REFUSED.text("refus", dr_motif=None)


def test_an_offer_that_did_not_fit_is_explained_only_if_one_was_refused() -> None:
    assert "quatrième étage sans ascenseur" in REFUSED.text("moyen-dalo-offre-inadaptee")
    assert "moyen-dalo-offre-inadaptee" not in REFUSED.ids(dr_sujets=("attente",))
    assert "moyen-dalo-offre-inadaptee" not in SILENCE.ids()


def test_the_last_day_of_a_refusal_runs_from_the_letter() -> None:
    assert REFUSED.rule() == ("dalo-contentieux-refus", "lettre-simple", "date_decision", "")
    assert REFUSED.warned("recours gracieux")
    assert not SILENCE.warned("recours gracieux")


def test_it_goes_to_the_administrative_court() -> None:
    assert REFUSED.recipient()[:2] == ["Greffe du tribunal administratif", "de Lyon"]
    assert "L.114-2" not in REFUSED.text()
