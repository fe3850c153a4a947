"""Contesting a public bill: the court of the debt, two months, and the title suspended."""

import pytest

from tests.helpers.rsa import plain
from tests.helpers.shipped import Shipped

CANTEEN = Shipped("titre-executoire", "1-cantine-deja-payee.toml")
HOSPITAL = Shipped("titre-executoire", "2-hopital-association.toml")
WATER = Shipped("titre-executoire", "3-eau-tribunal-judiciaire.toml")


@pytest.mark.parametrize(
    ("debt", "court"),
    [
        ("cantine", "administratif"),
        ("creche", "administratif"),
        ("hopital", "administratif"),
        ("eau", "judiciaire"),
        ("loyer", "judiciaire"),
    ],
)
def test_what_the_debt_is_for_chooses_the_court(debt: str, court: str) -> None:
    assert CANTEEN.recipient(titre_dette=debt)[0] == f"Greffe du tribunal {court}"


def test_the_tax_office_does_not_judge_the_debt() -> None:
    """LPF L.281."""
    assert CANTEEN.warned("il ne juge pas si la dette est juste")


def test_the_title_is_suspended() -> None:
    """CGCT L.1617-5, 1°."""
    assert "suspend la force exécutoire" in CANTEEN.text("suspension")


def test_whoever_bills_has_a_copy() -> None:
    assert any("Commune de Saint-Étienne" in line for line in plain(CANTEEN.compose().copies))


def test_two_months_and_a_year_when_no_remedy_is_told() -> None:
    procedure = "titre-executoire-local"
    assert CANTEEN.rule() == (procedure, "lettre-simple", "date_decision", "")
    assert (CANTEEN.rescue(), HOSPITAL.rescue()) == ("", "secours-un-an")


def test_the_administrative_article_stays_before_its_judge() -> None:
    """CJA R.421-5."""
    assert "voies-delais" in HOSPITAL.ids()
    assert "voies-delais" not in HOSPITAL.ids(titre_dette="eau")


def test_a_judicial_court_wants_the_civil_status() -> None:
    assert "Nationalité : malienne" in WATER.text("etat-civil")
    assert "etat-civil" not in CANTEEN.ids()
