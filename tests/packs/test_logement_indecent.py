"""A home that is not decent: the landlord repairs, the town hall sees, the fund keeps its aid."""

import pytest

from tests.helpers.shipped import Shipped

LANDLORD = Shipped("logement-indecent", "1-au-proprietaire.toml")
TOWN_HALL = Shipped("logement-indecent", "2-a-la-mairie.toml")
FUND = Shipped("logement-indecent", "3-a-la-caf.toml")
AGENCY = Shipped("logement-indecent", "4-a-une-agence.toml")


@pytest.mark.parametrize(
    ("letter", "asked"), [(LANDLORD, "bailleur"), (TOWN_HALL, "mairie"), (FUND, "caf")]
)
def test_one_demand_for_each(letter: Shipped, asked: str) -> None:
    assert letter.ids() & {"bailleur", "mairie", "caf"} == {asked}


def test_each_is_called_by_title() -> None:
    assert LANDLORD.compose().call == "Madame, Monsieur,"
    assert "Madame la Maire" in TOWN_HALL.compose().call
    assert "Madame la Directrice" in FUND.compose().call
    assert LANDLORD.recipient()[0] == "M. Robert Chazal"


def test_the_law_of_offices_binds_no_landlord() -> None:
    assert "L.114-2" not in LANDLORD.text()
    assert "L.114-2" in FUND.text()
    assert "transmission-bailleur" in AGENCY.ids()
    assert "transmission-bailleur" not in LANDLORD.ids()


def test_rent_is_said_paid_only_if_it_is() -> None:
    assert "loyer" in LANDLORD.ids()
    assert "loyer" not in LANDLORD.ids(indecent_loyer="non")
    assert "loyer" not in LANDLORD.ids(indecent_loyer=None)
    assert LANDLORD.warned("Ne cessez pas de payer")


def test_who_was_warned_is_told_in_the_right_person() -> None:
    assert "Je vous ai déjà prévenu" in LANDLORD.text("alerte")
    assert "J'ai prévenu le propriétaire" in FUND.text("alerte")
    assert TOWN_HALL.warned("pas encore écrit au propriétaire")
    assert not FUND.warned("pas encore écrit au propriétaire")


def test_the_home_is_named_when_the_mail_goes_elsewhere() -> None:
    assert "à l'adresse écrite en haut" in LANDLORD.text("bailleur")
    assert "44 rue de l'Alma, 59100 Roubaix" in TOWN_HALL.text("mairie")
