"""Writing to the CADA: after a month of silence or a refusal, within two months (CRPA R.343-1)."""

import pytest

from tests.helpers.shipped import Shipped

SILENT = Shipped("cada", "1-un-mois-de-silence.toml")
REFUSED = Shipped("cada", "2-refus-ecrit.toml")
REFUSALS = {"refus-silence", "refus-lettre", "refus-partie"}


@pytest.mark.parametrize(
    ("answer", "paragraph"),
    [("silence", "refus-silence"), ("lettre", "refus-lettre"), ("partie", "refus-partie")],
)
def test_one_refusal_is_told(answer: str, paragraph: str) -> None:
    changes = {"cada_manque": "un rapport"} if answer == "partie" else {}
    assert REFUSALS & REFUSED.ids(cada_refus=answer, **changes) == {paragraph}


@pytest.mark.parametrize(
    ("received", "early"),
    [("25/10/2026", False), ("26/10/2026", True)],
    ids=["a month, to the day", "a day before"],
)
def test_too_early_is_said(received: str, early: bool) -> None:
    """CRPA R.311-13: the refusal is born of a month of silence from the reception."""
    assert SILENT.warned("trop tôt", demande_reception=received) is early


def test_never_too_early_after_a_written_refusal() -> None:
    assert not REFUSED.warned("trop tôt", demande_envoi="20/11/2026")


@pytest.mark.parametrize(
    ("changes", "date"),
    [
        ({}, "demande_reception"),
        ({"demande_reception": None}, "demande_envoi"),
    ],
    ids=["received on a known day", "the day of sending is the prudent one"],
)
def test_the_delay_after_a_silence(changes: dict[str, object], date: str) -> None:
    expected = ("saisine-cada", "rejet-implicite", date, "demande-document")
    assert SILENT.rule(**changes) == expected


def test_the_delay_after_a_letter_runs_from_its_reception() -> None:
    assert REFUSED.rule() == ("saisine-cada", "compte-en-ligne", "date_depot", "")


def test_a_right_of_ones_own_only_for_ones_own_papers() -> None:
    assert "L.311-6" in SILENT.text("droit")
    assert "L.311-6" not in REFUSED.text("droit")


def test_its_address_is_to_be_checked_and_its_date_of_registration_asked() -> None:
    assert SILENT.recipient()[-2:] == ["TSA 50730", "75334 PARIS CEDEX 07"]
    assert SILENT.warned("À vérifier avant d'envoyer : l'adresse de la CADA")
    assert "date d'enregistrement" in SILENT.text("copie")
