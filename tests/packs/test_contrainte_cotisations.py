"""Opposing a contrainte for contributions: for the Urssaf at the home, for the MSA at the farm."""

import datetime as dt

import pytest

from tests.helpers.ours import LAW
from tests.helpers.shipped import Shipped

DAY = dt.date(2026, 12, 4)
URSSAF = Shipped("urssaf-contrainte-opposition", "1-huissier-au-forfait.toml", DAY)
LETTER = Shipped("urssaf-contrainte-opposition", "2-lettre-tout-manque.toml", DAY)
LATE = Shipped("urssaf-contrainte-opposition", "3-tuteur-action-prescrite.toml", DAY)
FARM = Shipped("msa-contrainte-opposition", "1-huissier-a-la-ferme.toml", DAY)
AWAY = Shipped("msa-contrainte-opposition", "2-siege-ailleurs-tout-manque.toml", DAY)
FARM_LATE = Shipped("msa-contrainte-opposition", "3-tuteur-action-prescrite.toml", DAY)
BOTH = pytest.mark.parametrize("paper", [URSSAF, FARM], ids=["urssaf", "msa"])


@BOTH
def test_it_goes_to_the_registry_of_the_social_court(paper: Shipped) -> None:
    lines = paper.recipient()
    assert lines[0] == "Greffe du tribunal judiciaire"
    assert lines[2] == "Pôle social"


def test_the_court_is_that_of_the_home_or_that_of_the_farm() -> None:
    """CSS R.133-3; code rural R.725-9."""
    assert "DOMICILE" in LAW.procedure("urssaf-contrainte").recipient
    assert "SIÈGE DE L’EXPLOITATION" in LAW.procedure("msa-contrainte-cotisations").recipient
    assert URSSAF.warned("le tribunal de votre domicile")
    assert FARM.warned("le tribunal du siège de l'exploitation")
    assert "Le Grand Pré, 07200 Vogüé" in AWAY.text("siege")
    assert "siege" not in AWAY.ids(siege_ici=None)


@BOTH
def test_fifteen_days_from_the_act(paper: Shipped) -> None:
    procedure = paper.letter.procedure
    assert paper.rule() == (procedure, "signification", "date_acte", "")
    delay = LAW.procedure(procedure).delay
    assert delay is not None
    assert (delay.value, delay.unit, delay.franc) == (15, "jours", False)


@pytest.mark.parametrize("paper", [LETTER, AWAY], ids=["urssaf", "msa"])
def test_fifteen_days_from_the_registered_letter(paper: Shipped) -> None:
    assert paper.rule() == (paper.letter.procedure, "lrar-retiree", "date_presentation", "")


@BOTH
def test_once_it_is_too_late_nothing_says_that_the_order_is_no_judgment(paper: Shipped) -> None:
    assert "n'a pas les effets d'un jugement" in paper.text("opposition")
    late = paper.prepared(day=dt.date(2027, 2, 1), date_acte="27/11/2026")
    said = next(one for one in late.paragraphs if one.id == "opposition")
    assert "effets d" not in said.text


def test_each_rests_on_its_own_law() -> None:
    assert "rural" not in URSSAF.text() + LETTER.text() + LATE.text()
    assert "R.133-" not in FARM.text() + AWAY.text() + FARM_LATE.text()


@BOTH
@pytest.mark.parametrize(
    ("told", "stands"), [("non", True), ("oui", False), ("ne-sait-pas", False), (None, False)]
)
def test_no_notice_only_when_the_person_is_sure(
    paper: Shipped, told: str | None, stands: bool
) -> None:
    assert ("mise-en-demeure" in paper.ids(mise_en_demeure=told)) is stands


@pytest.mark.parametrize("paper", [LETTER, AWAY], ids=["urssaf", "msa"])
@pytest.mark.parametrize(("received", "stands"), [("18/10/2026", False), ("19/10/2026", True)])
def test_a_month_must_pass_after_the_notice(paper: Shipped, received: str, stands: bool) -> None:
    """The contrainte of the examples is of 18 November 2026."""
    assert ("moins-d-un-mois" in paper.ids(demeure_date=received)) is stands


@pytest.mark.parametrize(
    ("paper", "oldest", "received", "stands"),
    [
        (LETTER, "01/2022", "30/06/2026", False),
        (LETTER, "01/2022", "01/07/2026", True),
        (AWAY, "01/2022", "31/12/2025", False),
        (AWAY, "01/2022", "01/01/2026", True),
    ],
)
def test_three_years_from_the_end_of_the_year_or_for_the_self_employed_from_june(
    paper: Shipped, oldest: str, received: str, stands: bool
) -> None:
    """CSS L.244-3: 30 June 2023 + 3 years. Code rural L.725-7: 31 December 2022 + 3 years."""
    said = paper.ids(cotis_debut=oldest, demeure_date=received)
    assert ("prescription" in said) is stands


@pytest.mark.parametrize("paper", [LETTER, AWAY], ids=["urssaf", "msa"])
@pytest.mark.parametrize("question", ["demeure_autre", "cotis_controle"])
@pytest.mark.parametrize("told", ["oui", None])
def test_old_sums_are_said_only_of_who_knows_that_nothing_stopped_the_years(
    paper: Shipped, question: str, told: str | None
) -> None:
    assert "prescription" not in paper.ids(**{question: told})


@pytest.mark.parametrize("paper", [LATE, FARM_LATE], ids=["urssaf", "msa"])
@pytest.mark.parametrize(
    ("changes", "stands"),
    [
        ({}, True),
        ({"paye_depuis": "oui"}, False),
        ({"paye_depuis": None}, False),
        ({"demeure_autre": "oui"}, False),
        ({"cotis_controle": "oui"}, False),
        ({"demeure_date": "30/10/2023"}, False),
    ],
    ids=[
        "old",
        "paid since",
        "nobody knows",
        "another notice",
        "a control",
        "three years and a month",
    ],
)
def test_three_years_to_act_after_the_month_of_the_notice(
    paper: Shipped, changes: dict[str, str | None], stands: bool
) -> None:
    """CSS L.244-8-1; code rural L.725-7. The act is of 30 November 2026."""
    assert ("action-prescrite" in paper.ids(**changes)) is stands


def test_what_must_stand_at_pain_of_nullity_is_listed_for_the_urssaf_and_asked_for_the_msa() -> (
    None
):
    """CSS R.133-3 lists them; the list of code rural R.725-8 was not read."""
    assert "Ces mentions sont exigées à peine de nullité" in LETTER.text("mentions")
    assert "Je demande au tribunal de vérifier" in AWAY.text("mentions")
    assert "mentions" not in LETTER.ids(contrainte_sans=("detail",))
    assert "precision" in LETTER.ids(contrainte_sans=("detail",))


def test_a_forfeit_is_computed_again_and_whoever_has_not_declared_is_told_to_do_both() -> None:
    """CSS R.613-10: only for a micro-entrepreneur of the Urssaf."""
    assert "J'ai fait ces déclarations" not in URSSAF.text("forfait")
    assert URSSAF.warned("déclarer ne suffit pas")
    assert not LATE.warned("déclarer ne suffit pas")
    choices = [one.id for one in FARM.asked("cotis_sujets").choices]
    assert "forfait" not in choices


def test_the_debt_is_open_without_a_commission_and_only_by_likeness_for_the_msa() -> None:
    """Cass. 2e civ. 22 September 2022 n° 21-10.105, of an Urssaf."""
    assert "Je demande au tribunal d'en juger de même" in FARM.text("fond-ouvert")
    assert "en juger de même" not in URSSAF.text("fond-ouvert")
    assert "fond-ouvert" not in URSSAF.ids(recours_avant="ne-sait-plus")
    assert URSSAF.warned("Envoyez les deux", recours_avant="rejete")


@BOTH
def test_no_time_to_pay_is_asked_of_this_judge(paper: Shipped) -> None:
    """The fund grants it (CSS R.243-21; code rural R.726-1)."""
    assert "1343-5" not in paper.text()
    assert paper.warned("Le demander ne remplace pas")


@BOTH
def test_who_ticks_a_reason_needs_no_story_and_who_ticks_none_has_a_blank(paper: Shipped) -> None:
    assert "faits" not in paper.ids(faits=None)
    assert "faits" in paper.ids(faits=None, cotis_sujets=None)
