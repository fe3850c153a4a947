"""A tooltip that the printed page contradicts loses; one that says more does not."""

import pytest

from desktop_app.core.generic.layout.contradiction import contradicted
from tests.core.generic.test_build import asked, box, made


@pytest.mark.parametrize(
    ("tooltip", "printed"),
    [
        ("Signature", "Nom(s)"),
        ("Cachet de l’organisme", "Adresse"),
        ("Par exemple 92100", "Code postal"),
        ("Exemple : marc@example.org", "Courriel (recommandé)"),
        ("Prénom", "Commune"),
    ],
)
def test_the_printed_words_win(tooltip: str, printed: str) -> None:
    assert contradicted(tooltip, printed)


@pytest.mark.parametrize(
    ("tooltip", "printed"),
    [
        ("Nom de naissance", "Nom"),
        ("Prénom du conjoint", "Prénom"),
        ("Téléphone de l’employeur", "Commune (suite)"),
        ("Téléphone du bénéficiaire", "Code postal : 2"),
        ("Signature", "Signature"),
        ("Signature", "Je certifie que les renseignements sont exacts"),
        ("Votre activité", "Nom"),
        ("Courriel", ""),
        ("Parent 1 prénom", "Prénom"),
        ("Adresse", "Complément d’adresse (si besoin précisez le nom de la personne)"),
    ],
)
def test_what_can_be_both_keeps_the_tooltip(tooltip: str, printed: str) -> None:
    assert not contradicted(tooltip, printed)


def test_the_name_is_asked_as_the_name() -> None:
    """As on form 16029: the blank says "Signature" of the box after "Nom(s)"."""
    (one,) = asked(made(box("noms1", "Nom(s) :", tooltip="Signature")))
    assert (one.label, one.kind, one.remember) == ("Nom(s)", "name", "identite.nom")
