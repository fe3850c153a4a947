"""An account seized: the sum left or protected money, never both; nothing is said to stop."""

import pytest

from tests.helpers.shipped import Shipped

LEFT = Shipped("saisie-sbi-banque", "1-rien-laisse.toml")
TREASURY = Shipped("saisie-sbi-banque", "2-tresor-deux-banques.toml")
AGAIN = Shipped("saisie-sbi-banque", "3-seconde-saisie.toml")
ALIMONY = Shipped("saisie-sbi-banque", "4-pension.toml")
EACH_MONTH = Shipped("saisie-sommes-insaisissables", "1-rsa-aah.toml")
ARREARS = Shipped("saisie-sommes-insaisissables", "2-rappel-rsa-ass.toml")
SPOUSE = Shipped("saisie-sommes-insaisissables", "4-conjoint-seul.toml")


@pytest.mark.parametrize(
    ("day", "known"),
    [("31/03/2026", False), ("01/04/2026", True), ("24/11/2026", True)],
)
def test_the_amount_is_said_only_while_it_is_known(day: str, known: bool) -> None:
    """CPCE L.162-2: the RSA of one person, which changes each 1 April."""
    assert ("651,69" in LEFT.text(sa_date=day)) is known


@pytest.mark.parametrize(
    ("changes", "nothing_kept"),
    [
        ({}, True),
        ({"sbi_solde": "651,69"}, True),
        ({"sbi_solde": "651,70"}, False),
        ({"sbi_solde": None}, False),
        ({"sbi_mois": "oui"}, False),
        ({"sbi_mois": None}, False),
        ({"sa_qui": "pension"}, False),
        ({"sa_qui": "ne-sait-pas"}, False),
        ({"sa_qui": "tresor"}, True),
        ({"sbi_autres": "oui"}, False),
        ({"sbi_autres": None}, False),
        ({"sa_date": "30/03/2026"}, False),
    ],
)
def test_nothing_may_be_kept_of_a_smaller_balance(
    changes: dict[str, str | None], nothing_kept: bool
) -> None:
    assert ("rien ne peut donc être gardé" in LEFT.text(**changes)) is nothing_kept


def test_a_second_seizure_within_the_month_gives_no_new_sum() -> None:
    """CPCE R.162-3."""
    assert "toute la somme que la loi vous oblige" not in AGAIN.text()
    assert "moins d'un mois" in AGAIN.text()
    assert AGAIN.warned("qu'une fois par mois")
    assert not LEFT.warned("qu'une fois par mois")


def test_who_names_the_bank_is_who_seized() -> None:
    """CPCE R.162-2, last paragraph."""
    assert "Le comptable public doit désigner" in TREASURY.text()
    assert "Le commissaire de justice doit désigner" in TREASURY.text(sa_qui="huissier")
    assert "plusieurs" not in TREASURY.ids(sbi_autres=None)


def test_a_direct_payment_has_its_own_article() -> None:
    """CPCE R.213-10 is for an account that wages come to."""
    assert "si le compte reçoit un salaire" in ALIMONY.text()
    assert "L.162-2" not in ALIMONY.text()
    assert ALIMONY.warned("un compte qui reçoit un salaire")


@pytest.mark.parametrize("letter", [LEFT, TREASURY, AGAIN, EACH_MONTH, ARREARS, SPOUSE])
def test_the_delay_to_contest_is_told_and_nothing_is_said_to_stop(letter: Shipped) -> None:
    assert letter.warned("ne conteste pas la saisie")
    for who, told in (
        ("huissier", ("un mois pour contester",)),
        ("tresor", ("deux mois pour contester",)),
        ("ne-sait-pas", ("un mois pour contester", "deux mois pour contester")),
    ):
        assert all(letter.warned(words, sa_qui=who) for words in told)
    assert "contest" not in letter.text()


@pytest.mark.parametrize(("question", "choice"), [("si_dette", "pension"), ("si_plus", "non")])
def test_alimony_and_a_smaller_sum_stop_at_the_gate(question: str, choice: str) -> None:
    """CSS L.553-4, L.821-5: they may be taken; CPCE R.162-7: the two sums are not added."""
    found = {one.id: one.emergency for one in EACH_MONTH.asked(question).choices}
    assert found[choice] == "compte-saisi"
    assert sum(1 for page in found.values() if page) == 1


def test_each_sum_is_asked_and_argued_only_when_it_came() -> None:
    assert {"aah", "pf", "prime", "logement"} <= EACH_MONTH.ids()
    assert not {"rsa", "ass", "salaire"} & EACH_MONTH.ids()
    assert "L.821-5" not in EACH_MONTH.text(si_sommes=["pf"])
    assert EACH_MONTH.warned("obtenues par fraude")


@pytest.mark.parametrize(
    ("changes", "sure"),
    [({}, True), ({"si_dette": "inconnue"}, False), ({"sa_qui": "pension"}, False)],
)
def test_nothing_is_said_safe_from_a_debt_that_is_not_known(
    changes: dict[str, str], sure: bool
) -> None:
    """CSS L.553-4, L.821-5, L.845-5 let maintenance be paid out of them."""
    said = EACH_MONTH.text(**changes)
    assert ("pour cette dette" in said) is sure
    assert ("que pour certaines dettes" in said) is not sure


def test_arrears_wait_for_the_fifteen_days() -> None:
    """CPCE R.162-5, beside R.162-4."""
    assert {"demande-rappel"} <= ARREARS.ids()
    assert "demande" not in ARREARS.ids()
    assert "demande-rappel" not in ARREARS.ids(si_rappel=None)


def test_what_is_left_is_never_added() -> None:
    """CPCE R.162-7."""
    assert "651,69 € : cette somme est comprise" in EACH_MONTH.text().replace("\xa0", " ").replace(
        "\u202f", " "
    )
    assert "laisse" not in EACH_MONTH.ids(si_laisse=None)


def test_the_spouse_chooses_the_month_or_the_average() -> None:
    """CPCE R.162-9."""
    assert "douze mois" in SPOUSE.text("epoux")
    assert "du mois d'avant" in SPOUSE.text("epoux", si_choix="mois")
    assert "epoux" not in SPOUSE.ids(si_epoux="ne-sait-pas")
    assert SPOUSE.warned("la lettre ne demande rien", si_epoux="moi")
