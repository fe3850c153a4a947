"""What a reader of the law missed in the letters: the article, and on what it depends."""

import pytest

from tests.helpers.ours import CATALOGUE
from tests.helpers.shipped import Shipped

LATE_NOTE = Shipped("cpam-refus", "5-papier-manquant.toml")
MISSING = Shipped("aj-recours", "3-papier-manquant.toml")
BROKEN_SITE = Shipped("teleservice-panne", "4-papier-apres-la-date.toml")
RSA = Shipped("caf-indu-rsa", "5-sejour-et-urgence.toml")
SCORE = Shipped("caf-algorithme", "2-savoir-seulement.toml")
FEES = Shipped("frais-bancaires", "1-client-fragile.toml")
AAH = Shipped("mdph-rapo", "1-aah-refusee.toml")
BAILIFF = Shipped("caf-contrainte", "1-jamais-mise-en-demeure.toml")
BY_POST = Shipped("caf-contrainte", "2-rsa-recours-sans-reponse.toml")
LOCAL_TAX = Shipped("impot-local", "1-aspa-taxe-fonciere.toml")


class TestAPaperThatIsMissing:
    @pytest.mark.parametrize(
        ("letter", "paragraph", "paper"),
        [
            (LATE_NOTE, "papier", "piece_manquant"),
            (MISSING, "papier", "piece_manquant"),
            (BROKEN_SITE, "papier-apres", "piece_papier"),
        ],
        ids=["cpam-refus", "aj-recours", "teleservice-panne"],
    )
    def test_is_said_to_come_with_the_letter_only_when_it_does(
        self, letter: Shipped, paragraph: str, paper: str
    ) -> None:
        assert "avec cette lettre" in letter.text(paragraph)
        later = {paper: "suivra", f"{paper}_pages": None}
        assert "avec cette lettre" not in letter.text(paragraph, **later)

    def test_does_not_stop_the_examination(self) -> None:
        """CRPA L.114-5-1, and its exception."""
        said = LATE_NOTE.text("papier")
        assert "L.114-5-1" in said
        assert "sauf s'il est indispensable" in said


class TestALateSickNote:
    """CSS D.323-2: the first time, told only; the next, half of the days before it was sent."""

    @pytest.mark.parametrize(("warned", "said"), [("non", "informe seulement"), ("oui", "moitié")])
    def test_a_first_one_loses_nothing(self, warned: str, said: str) -> None:
        text = LATE_NOTE.text("retard", cpam_motif="retard", cpam_averti=warned)
        assert said in text
        assert "D.323-2" in text


class TestHelpFromRelatives:
    """CASF R.262-11: for requests and reviews since July 2025, not before, not yet for the MSA."""

    @pytest.mark.parametrize(
        ("when", "stands"), [("apres", True), ("les-deux", True), ("avant", False), (None, False)]
    )
    def test_no_longer_counts(self, when: str | None, *, stands: bool) -> None:
        assert ("aides-proches" in RSA.ids(aides_quand=when)) is stands

    def test_is_not_claimed_of_a_fund_whose_day_is_unknown(self) -> None:
        assert "aides-proches" not in RSA.ids(organisme="msa", aides_quand=None)


def test_good_faith_or_precariousness_one_without_the_other() -> None:
    """CASF L.262-46, CSS L.845-3."""
    said = RSA.text("remise-subsidiaire", demandes=("remise",))
    assert "l'une sans l'autre" in said


@pytest.mark.parametrize(
    "pack",
    ["caf-indu-rsa", "caf-indu-prime", "caf-indu-apl", "caf-indu-cra-pf", "cpam-indu",
     "retraite-indu", "caf-refus-droit"],
)  # fmt: skip
def test_a_fund_is_not_told_of_a_hearing_that_does_not_bind_it(pack: str) -> None:
    """CRPA L.121-2 4°: before these bodies L.122-1 is for sanctions only."""
    assert not [one.id for one in CATALOGUE.letter(pack).paragraph if "L.122-1" in one.text]


def test_two_judgments_are_quoted_as_a_question() -> None:
    """CJEU C-634/21, C-203/22: a score that only chooses whom to check is not that case."""
    said = SCORE.text("score-juge")
    assert "C-634/21" in said
    assert "C-203/22" in said
    assert "Je vous demande donc de me dire quel rôle" in said


class TestBankFees:
    """CMF L.312-1-3, R.312-4-1, R.312-4-2."""

    def test_all_customers_have_a_limit(self) -> None:
        said = FEES.text("intervention", frais_offre="non")
        assert "8 € par opération, ni 80 € par mois" in said

    def test_with_the_offer_the_law_s_own_limit_is_named(self) -> None:
        said = FEES.text("plafond", frais_offre="oui", frais_types=("intervention",))
        assert "R.312-4-2" in said
        assert "intervention" not in FEES.ids(frais_offre="oui")


def test_the_restriction_is_judged_by_both_criteria() -> None:
    """CSS L.821-2, D.821-1-2: for and against."""
    said = AAH.text("emploi")
    assert "D.821-1-2" in said
    assert "si un aménagement possible suffirait" in said


def test_the_costs_of_service_follow_the_judgment() -> None:
    """CSS R.133-6."""
    assert "R.133-6" in BAILIFF.text("frais")
    assert "frais" not in BY_POST.ids()


def test_an_exemption_is_named_for_the_property_tax_only() -> None:
    """CGI 1390, 1391, read in copies: of the AAH no article was read."""
    assert "1390" in LOCAL_TAX.text("allocation")
    assert "1390" not in LOCAL_TAX.text("allocation", local_raison="aah")
    assert "1390" not in LOCAL_TAX.text("allocation", local_impot="habitation")
