"""After a death, seven letters: none takes the estate, each right is asked by whom it is for."""

import datetime as dt

import pytest

from tests.helpers.shipped import Shipped

FUNERAL = Shipped("deces-banque", "1-payer-l-enterrement.toml")
SMALL = Shipped("deces-banque", "2-petit-compte-et-frais.toml")
WIDOW = Shipped("deces-cpam", "1-a-sa-charge.toml")
RETIRED = Shipped("deces-cpam", "2-pere-a-la-retraite.toml")
PENSION = Shipped("deces-retraite", "1-veuve.toml")
MOTHER = Shipped("deces-caf", "1-veuve-avec-enfants.toml")
BABY = Shipped("deces-caf", "2-un-bebe-sans-nom.toml")
SON = Shipped("deces-bailleur", "1-fils-en-hlm.toml")
LEAVING = Shipped("deces-bailleur", "2-rendre-un-logement-vide.toml")
WORK = Shipped("deces-employeur", "1-tout-demander.toml")
DEBT = Shipped("succession-dettes", "1-quatre-mois.toml")

ALL = [FUNERAL, SMALL, WIDOW, RETIRED, PENSION, MOTHER, BABY, SON, LEAVING, WORK, DEBT]


@pytest.mark.parametrize("letter", ALL, ids=lambda one: one.letter.id)
def test_what_takes_the_estate_is_said_before_any_letter_goes(letter: Shipped) -> None:
    """Civil code 784, 786."""
    assert letter.warned("dettes comprises, sans retour")
    assert "en qualité d'héritier" not in letter.text()
    assert "je vais payer" not in letter.text().lower()


def test_the_dead_person_is_asked_for_once_in_the_same_words() -> None:
    asked = set()
    for letter in ALL:
        questions = {one.id: one for part in letter.letter.section for one in part.question}
        same = [questions[name] for name in ("deces_lien", "deces_nom", "deces_date")]
        asked.add(tuple((one.label, one.remember) for one in same))
    assert len(asked) == 1
    assert all(kept for _label, kept in next(iter(asked)))


# ---------------------------------------------------------------- The bank


def test_only_children_and_parents_close_an_account_and_all_heirs_sign() -> None:
    """CMF L.312-1-4."""
    assert "fermer" in SMALL.ids()
    assert "fermer" not in SMALL.ids(deces_lien="femme")
    assert "fermer" not in SMALL.ids(db_accord="non")
    assert SMALL.warned("c'est accepter la succession")


def test_who_closes_nothing_accepts_nothing() -> None:
    assert "reserve" in FUNERAL.ids()
    assert "reserve" not in SMALL.ids()
    assert FUNERAL.warned("Ne retirez rien avec la carte")


# ---------------------------------------------------------------- Health insurance, pension, Caf


def test_one_month_to_come_first_then_two_years() -> None:
    """CSS L.361-4, R.361-5, L.332-1."""
    assert WIDOW.rule() == ("deces-capital-cpam-priorite", "deces", "deces_date", "")
    late = Shipped("deces-cpam", "1-a-sa-charge.toml", dt.date(2027, 1, 5))
    assert late.rule() == ("deces-capital-cpam", "deces", "deces_date", "")
    assert "n'a pas encore été payé" in late.text("priorite")
    assert "priorite" not in WIDOW.ids(dc_charge="non")


def test_a_grant_is_claimed_only_after_work_or_a_benefit() -> None:
    assert "capital" not in RETIRED.ids()
    assert RETIRED.warned("ne laisse en général pas de capital")
    assert "n'étions pas séparés" not in WIDOW.text(dc_ensemble="separes")


def test_the_survivors_pension_has_its_date_within_the_year_only() -> None:
    """CSS R.353-7."""
    assert "1er décembre 2026" in PENSION.text("date")
    late = Shipped("deces-retraite", "1-veuve.toml", dt.date(2027, 11, 4))
    assert "date" not in late.ids()
    assert "date-apres" in late.ids()


@pytest.mark.parametrize("bond", ["pacs", "concubin", "mere"])
def test_no_survivors_pension_without_a_marriage(bond: str) -> None:
    """CSS L.353-1."""
    assert not {"reversion", "veuvage"} & PENSION.ids(deces_lien=bond)


def test_under_55_it_is_the_other_allowance() -> None:
    """CSS D.353-3, L.356-1."""
    young = PENSION.ids(dr_age="moins", dr_seul="seul")
    assert "veuvage" in young
    assert not {"reversion", "date"} & young
    assert "veuvage" not in PENSION.ids(dr_age="moins", dr_seul="couple")


def test_a_child_who_died_needs_no_name_and_its_grant_pays_no_old_debt() -> None:
    """CSS L.545-1, D.545-2."""
    assert "de mon enfant, le 20 octobre 2026" in BABY.text("annonce")
    assert "ne peut pas servir à rembourser" in BABY.text("enfant")
    assert "enfant" not in BABY.ids(da_age="autre")
    assert "enfant" not in BABY.ids(da_age="jeune", da_charge="non")


@pytest.mark.parametrize("letter", [PENSION, MOTHER])
def test_money_that_came_after_is_explained_first(letter: Shipped) -> None:
    assert "ne reconnaît aucune dette" in letter.text("apres")


# ---------------------------------------------------------------- Landlord, employer, debts


def test_a_year_of_life_together_is_claimed_only_when_the_dates_say_it() -> None:
    """Law 89-462, article 14."""
    assert "transfert" in SON.ids()
    short = SON.ids(dl_depuis="05/2026")
    assert "transfert" not in short
    assert "accord" in short
    assert SON.warned("moins d'un an", dl_depuis="05/2026")
    assert "transfert" not in SON.ids(dl_meuble="meuble")


def test_a_husband_or_a_wife_needs_no_year() -> None:
    """Civil code 1751."""
    assert "1751" in SON.text("epoux", deces_lien="femme")


def test_a_home_is_given_back_to_spare_debts_only() -> None:
    assert "784, 3°" in LEAVING.text("rendre")
    assert "sans préavis" not in LEAVING.text("rendre", dl_meuble="meuble")


def test_the_firms_insurance_is_asked_for() -> None:
    assert "notice du contrat" in WORK.text("prevoyance")
    assert WORK.warned("trois ans")


def test_no_choice_is_claimed_by_who_may_have_made_one() -> None:
    """Civil code 771, 773, 786."""
    assert "quatre-mois" in DEBT.ids()
    done = DEBT.ids(sd_deja="oui")
    assert not {"quatre-mois", "pas-choisi", "sommation", "cesser"} & done
    assert DEBT.warned("Voyez un notaire", sd_deja="oui")


def test_a_summons_gives_two_months_and_the_letter_is_no_choice() -> None:
    """Civil code 772."""
    summoned = {"sd_sommation": "oui", "sd_sommation_date": "20/11/2026"}
    assert DEBT.warned("ne remplace pas le choix", **summoned)
    assert DEBT.rule(**summoned) == (
        "succession-sommation",
        "signification",
        "sd_sommation_date",
        "",
    )
    assert DEBT.rule() is None
