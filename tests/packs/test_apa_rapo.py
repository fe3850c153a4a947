"""The APA and social aid: the compulsory appeal before the département, and a hearing."""

import pytest

from tests.helpers.shipped import Shipped

GIR = Shipped("apa-rapo", "1-gir-5-refus.toml")
HOURS = Shipped("apa-rapo", "2-pas-assez-d-heures-paris.toml")
ESTATE = Shipped("apa-rapo", "3-recuperation-sur-heritage.toml")


@pytest.mark.parametrize(
    ("place", "lines"),
    [
        ("departement", ["Madame, Monsieur le président", "du conseil départemental"]),
        ("paris", ["Madame, Monsieur le maire de Paris"]),
        ("metropole-lyon", ["Madame, Monsieur le président", "de la métropole de Lyon"]),
        ("corse", ["Madame, Monsieur le président", "de la Collectivité de Corse"]),
    ],
)
def test_who_stands_for_the_departement(place: str, lines: list[str]) -> None:
    changes = {} if place == "departement" else {"departement_de": None}
    assert GIR.recipient(cmi_lieu=place, **changes)[: len(lines)] == lines
    closing = GIR.compose(cmi_lieu=place, **changes).closing
    assert ("Maire" if place == "paris" else "Président") in closing


def test_it_says_that_it_is_the_compulsory_appeal() -> None:
    """CASF L.134-2."""
    assert "recours administratif préalable (article L.134-2" in GIR.text("contestation")
    assert "gracieux" not in GIR.text()


def test_a_gir_is_contested_only_by_who_says_it_is_wrong() -> None:
    assert "gir" in GIR.ids()
    assert "gir" not in GIR.ids(apa_gir_conteste="non")
    assert "gir" not in GIR.ids(unknown=("apa_gir_conteste",))
    assert "GIR" not in HOURS.text()


def test_a_visit_and_a_hearing_are_asked_if_wanted() -> None:
    assert "visite" in GIR.ids()
    assert "audition" not in GIR.ids()
    assert "avec la personne de mon choix" in HOURS.text("audition")
    assert "visite" not in HOURS.ids()


@pytest.mark.parametrize(
    ("aid", "court"), [("recuperation", "tribunal judiciaire"), ("famille", "tribunal judiciaire")]
)
def test_recoveries_and_relatives_have_another_judge(aid: str, court: str) -> None:
    """CASF L.134-3: the judicial judge, to whom CJA R.421-5 does not apply."""
    assert ESTATE.warned(court, aide_sociale=aid)
    assert "voies-delais" not in ESTATE.ids(aide_sociale=aid, comment_recue="ne-sait-plus")
    assert GIR.warned("tribunal administratif")


def test_a_delay_of_the_common_law_is_said_to_be_checked() -> None:
    assert GIR.rule() == ("aide-sociale-rapo", "lettre-simple", "date_decision", "")
    assert GIR.warned("reste à vérifier")
