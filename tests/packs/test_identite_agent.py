"""Who handles a file, who wrote, who decided: each has its question, and its article."""

import pytest

from tests.helpers.shipped import Shipped

FILE = Shipped("identite-agent", "1-qui-a-mon-dossier.toml")
DECISION = Shipped("identite-agent", "2-decision-sans-nom.toml")
PHONE = Shipped("identite-agent", "3-au-telephone.toml")


def test_the_right_to_a_name_is_for_every_case() -> None:
    """CRPA L.111-2."""
    for letter in (FILE, DECISION, PHONE):
        assert "L.111-2" in letter.text("droit")


def test_a_decision_must_bear_its_author_and_a_letter_need_not_be_signed() -> None:
    assert "L.212-1" in DECISION.text("decision")
    assert not {"decision", "delegation"} & (FILE.ids() | PHONE.ids())


@pytest.mark.parametrize(
    ("missing", "online", "stands"),
    [
        (("signature",), "non", True),
        (("signature",), "oui", False),
        (("nom", "signature"), "oui", True),
        ((), "non", False),
    ],
)
def test_a_decision_received_online_needs_no_signature(
    missing: tuple[str, ...], online: str, stands: bool
) -> None:
    """CRPA L.212-2 1°."""
    changes = {"agent_manque": missing, "agent_internet": online}
    assert ("decision" in DECISION.ids(**changes)) is stands


@pytest.mark.parametrize(
    ("where", "words"),
    [("telephone", "au téléphone"), ("guichet", "au guichet"), ("domicile", "chez moi")],
)
def test_the_office_knows_when_and_where(where: str, words: str) -> None:
    assert f"qui m'a parlé {words} le 16 novembre 2026" in PHONE.text("demande", agent_ou=where)


def test_a_document_refused_goes_to_the_cada_a_name_does_not() -> None:
    assert DECISION.warned("CADA")
    assert not FILE.warned("CADA")
    assert FILE.warned("Défenseur des droits")


def test_a_decision_is_contested_elsewhere_in_time() -> None:
    assert DECISION.warned("contestez-la aussi")
    assert DECISION.rule() is None
