"""The paper that proves a request: due only for a complete file, online, in time (R.431-15-1)."""

import pytest

from tests.helpers.rsa import text
from tests.helpers.shipped import Shipped

ONLINE = Shipped("pref-prolongation", "1-en-ligne-dans-les-delais.toml")
COUNTER = Shipped("pref-prolongation", "2-recepisse-fini.toml")


class TestWhenItIsDue:
    """The example's permit ends on 15 November 2026: from 18 July to 16 September."""

    @pytest.mark.parametrize(
        ("sent", "due"),
        [
            ("17/07/2026", False),
            ("18/07/2026", True),
            ("16/09/2026", True),
            ("17/09/2026", False),
        ],
    )
    def test_between_the_two_days_only(self, sent: str, due: bool) -> None:
        assert ("due" in ONLINE.ids(demande_envoi=sent)) is due

    def test_too_late_is_said_to_the_person_only(self) -> None:
        assert ONLINE.warned("après le 60e jour", demande_envoi="17/09/2026")
        assert not ONLINE.warned("après le 60e jour")

    @pytest.mark.parametrize("answer", ["non", None])
    def test_never_for_a_file_not_said_to_be_complete(self, answer: str | None) -> None:
        assert "due" not in ONLINE.ids(sejour_complet=answer)
        assert "complet" not in COUNTER.text("recepisse", sejour_complet=answer)

    def test_never_when_a_date_is_unknown(self) -> None:
        assert "due" not in ONLINE.ids(unknown=("titre_fin",))
        assert "due" not in ONLINE.ids(unknown=("demande_envoi",))


@pytest.mark.parametrize(
    ("way", "paper"),
    [("internet", "attestation"), ("guichet", "recepisse"), ("poste", "recepisse")],
)
def test_each_way_of_asking_has_its_paper(way: str, paper: str) -> None:
    assert {"attestation", "recepisse"} & ONLINE.ids(sejour_depot=way) == {paper}


@pytest.mark.parametrize(
    ("end", "words"),
    [("24/11/2026", "n'est plus valable depuis le"), ("25/11/2026", "est valable jusqu'au")],
)
def test_a_receipt_is_valid_until_its_last_day(end: str, words: str) -> None:
    assert words in COUNTER.text("recepisse", document_fin=end)


def test_a_refusal_may_be_born_in_spite_of_a_receipt() -> None:
    """CE avis 6 May 2025 n° 499904."""
    assert COUNTER.warned("même avec un récépissé")


@pytest.mark.parametrize(("way", "paper"), [("internet", "attestation"), ("guichet", "recepisse")])
def test_a_paper_of_an_unknown_end_is_not_called_valid(way: str, paper: str) -> None:
    said = text(COUNTER.compose(unknown=("document_fin",), sejour_depot=way), paper)
    assert "valable" not in said
    assert "renouveler" in said
