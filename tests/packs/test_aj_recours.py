"""Contesting a refusal of legal aid: fifteen days, to the bureau, with an answer to its reason."""

import pytest

from tests.helpers.shipped import Shipped

RESOURCES = Shipped("aj-recours", "1-ressources-mal-comptees.toml")
HOPELESS = Shipped("aj-recours", "2-affaire-jugee-sans-espoir.toml")

REASONS = {"ressources", "fondement", "papier"}


@pytest.mark.parametrize("reason", [*sorted(REASONS), "autre"])
def test_each_reason_has_its_answer(reason: str) -> None:
    assert RESOURCES.ids(ajr_motif=reason) & REASONS == REASONS & {reason}


@pytest.mark.parametrize(
    ("decided", "contested", "asked"),
    [
        ("refus", "me refuse l'aide", "me soit accordée"),
        ("partielle", "qu'une aide juridictionnelle partielle", "l'aide juridictionnelle totale"),
        ("caducite", "déclare caduque", "me soit accordée"),
        ("retrait", "me retire l'aide", "me soit rendue"),
    ],
)
def test_what_is_asked_follows_from_what_was_decided(
    decided: str, contested: str, asked: str
) -> None:
    assert contested in RESOURCES.text("contestation", ajr_sens=decided)
    assert asked in RESOURCES.text("demande", ajr_sens=decided)


def test_a_fall_of_resources_is_not_claimed_without_a_yes() -> None:
    assert "ont baissé" in RESOURCES.text("ressources")
    assert "ont baissé" not in RESOURCES.text("ressources", ajr_changement="non")


def test_fifteen_days() -> None:
    assert RESOURCES.rule() == ("recours-aj", "lrar-retiree", "date_presentation", "")
    assert HOPELESS.rule() == ("recours-aj", "lettre-simple", "date_decision", "")
    assert RESOURCES.warned("15 jours seulement")


def test_it_goes_to_the_bureau_that_decided() -> None:
    assert RESOURCES.recipient()[:3] == [
        "Bureau d'aide juridictionnelle",
        "Tribunal judiciaire",
        "de Lille",
    ]
    assert HOPELESS.recipient()[1] == "Cour de cassation"
