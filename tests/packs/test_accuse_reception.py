"""The letter that asks for an acknowledgment claims what CRPA R.112-5 lists, when it is missing."""

import pytest

from tests.helpers.shipped import Shipped

POSTED = Shipped("accuse-reception", "1-courrier-sans-reponse.toml")


def test_nothing_received_asks_for_the_whole_acknowledgment() -> None:
    said = POSTED.text("contenu")
    for item in ("avez reçu ma demande", "le service", "votre silence", "comment le contester"):
        assert item in said


def test_an_incomplete_one_is_asked_to_be_completed_and_never_said_to_be_missing() -> None:
    found = POSTED.ids(ar_recu="incomplet", ar_manque=("date",))
    assert "incomplet" in found
    assert not {"rien-recu", "contenu"} & found
    said = POSTED.text("incomplet", ar_recu="incomplet", ar_manque=("date",))
    assert "Il y manque la date de réception de la demande." in said


def test_what_is_missing_is_never_supposed() -> None:
    assert "Il y manque" not in POSTED.text("incomplet", ar_recu="incomplet", ar_manque=())


@pytest.mark.parametrize(
    ("sent", "stands"), [("internet", True), ("poste", False), ("guichet", False)]
)
def test_the_ten_working_days_are_for_what_was_sent_by_internet(sent: str, stands: bool) -> None:
    """CRPA L.112-11 and R.112-11-1."""
    assert ("internet" in POSTED.ids(ar_envoi=sent)) is stands


@pytest.mark.parametrize("received", ["rien", "incomplet"])
def test_each_way_of_sending_has_its_articles(received: str) -> None:
    """CRPA L.112-3 and R.112-5 on paper; L.112-11 and R.112-11-1 by internet."""
    paper = POSTED.text(ar_recu=received, ar_manque=())
    online = POSTED.text(ar_recu=received, ar_manque=(), ar_envoi="internet")
    assert "R.112-5" in paper
    assert "R.112-11" not in paper
    assert "R.112-11-1" in online
    assert not {"L.112-3", "R.112-5"} & set(online.replace(")", " ").split())


def test_the_silence_is_never_called_a_refusal() -> None:
    assert "si ce silence vaut refus" in POSTED.text("contenu")


def test_asking_stops_no_delay_and_it_is_said() -> None:
    assert POSTED.warned("n'arrête aucun délai")
    assert not POSTED.letter.deadline


def test_the_cases_where_none_is_due_are_said_to_the_person_only() -> None:
    """CRPA R.112-4: not for a mere document or a benefit due to whoever meets the conditions."""
    assert POSTED.warned("R.112-4")
    assert "R.112-4" not in POSTED.text()
