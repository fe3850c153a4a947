"""The letter to the commission about a shelter: dated calls, and the kind of place asked."""

import pytest

from tests.helpers.shipped import Shipped

OUTSIDE = Shipped("daho-lettre", "1-rue-appels-au-115.toml")
FAMILY = Shipped("daho-lettre", "2-famille-chez-des-proches.toml")


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("hebergement", "dans un hébergement ("),
        ("transition", "dans un logement de transition ou un logement-foyer ("),
        ("ne-sait-pas", "adapté à ma situation ("),
    ],
)
def test_the_place_asked_is_named(kind: str, words: str) -> None:
    assert words in OUTSIDE.text("demande", daho_type=kind)


@pytest.mark.parametrize(
    ("where", "words"),
    [
        ("rue", "je dors dehors"),
        ("proches", "chez des proches"),
        ("urgence", "à l'hôtel ou dans un accueil de nuit"),
        ("partir", "que je dois bientôt quitter"),
    ],
)
def test_where_one_sleeps(where: str, words: str) -> None:
    assert words in OUTSIDE.text("situation", daho_abri=where)


def test_the_calls_stay_a_blank_rather_than_vanish() -> None:
    document = OUTSIDE.compose(unknown=("daho_115",))
    assert "daho_115" in {one.question for one in document.missing}


def test_a_request_for_a_place_is_told_only_if_it_was_made() -> None:
    assert "siao" in FAMILY.ids()
    assert "siao" not in FAMILY.ids(daho_demande=None)


def test_silence_is_a_refusal_after_six_weeks() -> None:
    assert OUTSIDE.rule() is None
    assert OUTSIDE.warned("six semaines après l'accusé de réception")
    assert OUTSIDE.warned("Appelez le 115")
