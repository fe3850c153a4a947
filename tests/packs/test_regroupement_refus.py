"""Family reunification refused: the rule of resources is that of the person."""

import pytest

from tests.helpers.shipped import Shipped

PAY = Shipped("regroupement-refus", "1-ressources-douze-mois.toml")
AAH = Shipped("regroupement-refus", "2-aah-logement.toml")
OLD = Shipped("regroupement-refus", "3-plus-de-65-ans.toml")
ALGERIAN = Shipped("regroupement-refus", "4-accord-algerien.toml")


@pytest.mark.parametrize(
    ("people", "said"),
    [("3", "salaire minimum sur"), ("4", "un dixième"), ("5", "un dixième"), ("6", "un cinquième")],
)
def test_the_sum_follows_the_size_of_the_family(people: str, said: str) -> None:
    """CESEDA R.434-4."""
    assert said in PAY.text("ressources", rg_personnes=people)


def test_no_resources_are_asked_with_the_aah_or_an_old_marriage() -> None:
    """CESEDA L.434-8: for the spouse only, after sixty-five."""
    assert "ressources" not in AAH.ids()
    assert "dispense-age" in OLD.ids()
    assert "dispense-age" not in OLD.ids(rf_pour=["enfants"])


def test_algerians_are_told_no_article_of_the_code() -> None:
    said = ALGERIAN.text()
    assert "434" not in said
    assert ALGERIAN.warned("l'accord de 1968")
    assert not PAY.warned("l'accord de 1968")


def test_the_delay_is_that_of_the_refusal_and_keeps_the_judge() -> None:
    rule = PAY.rule()
    assert rule is not None
    assert rule[0] == "regroupement-familial"
    assert PAY.warned("dans les deux mois du refus")
    assert AAH.warned("dans les six mois, un nouveau dossier")
