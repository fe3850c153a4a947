"""What a letter says of the effect of an appeal: never the reverse of the law."""

import datetime as dt

import pytest

from tests.helpers.rsa import plain, text
from tests.helpers.shipped import Shipped

REQUEST = Shipped("ta-requete-social", "2-indu-rsa-recours-rejete.toml")
RSA_DEBT = Shipped("caf-indu-rsa", "1-je-ne-dois-rien.toml")
PRIME_DEBT = Shipped("caf-indu-prime", "1-salaire-compte-deux-fois.toml")
IN_TIME, TOO_LATE = dt.date(2026, 12, 17), dt.date(2027, 11, 1)


class TestRequestToTheCourt:
    """CASF L.262-46, CSS L.845-3: recovery and remission, of the RSA and the prime d'activité."""

    @pytest.mark.parametrize(
        ("right", "article"), [("rsa", "L.262-46"), ("prime", "L.845-3")], ids=["rsa", "prime"]
    )
    @pytest.mark.parametrize("of", ["indu", "remise"])
    def test_recovery_is_suspended_and_the_request_says_it(
        self, right: str, article: str, of: str
    ) -> None:
        letter = REQUEST.prepared(ta_droit=right, ta_objet=of, day=IN_TIME)
        assert f"suspend la récupération de la dette (article {article}" in text(letter)
        assert "Je demande l'arrêt des retenues" in text(letter)
        assert not any("n'arrête pas" in one for one in plain(letter.warnings))

    @pytest.mark.parametrize(
        ("right", "of"),
        [("rsa", "refus"), ("rsa", "arret"), ("prime", "refus"), ("logement", "indu"),
         ("logement", "remise"), ("ft", "arret")],
    )  # fmt: skip
    def test_nothing_else_is(self, right: str, of: str) -> None:
        letter = REQUEST.prepared(ta_droit=right, ta_objet=of, day=IN_TIME)
        assert "uspen" not in text(letter, "suspension")
        assert sum("n'arrête pas la décision" in one for one in plain(letter.warnings)) == 1

    @pytest.mark.parametrize("missing", [["raisons", "voies-delais"], ["raisons"]])
    def test_nothing_is_claimed_once_the_last_legal_day_is_over(self, missing: list[str]) -> None:
        letter = REQUEST.prepared(manque_lettre=missing, day=TOO_LATE)
        said = text(letter) + " ".join(plain(letter.warnings))
        assert "suspend" not in said.replace("référé-suspension", "")
        assert "n'arrête pas la décision" in said

    def test_a_debt_to_france_travail_is_not_withheld_while_it_is_contested(self) -> None:
        """Code du travail L.5426-8-1."""
        letter = REQUEST.prepared(ta_droit="ft", ta_objet="indu", day=IN_TIME)
        warnings = " ".join(plain(letter.warnings))
        assert "L.5426-8-1" in warnings
        assert "n'arrête pas la décision" not in warnings


@pytest.mark.parametrize("debt", [RSA_DEBT, PRIME_DEBT], ids=["rsa", "prime"])
class TestAppealToTheFund:
    def test_claims_the_suspension_in_time(self, debt: Shipped) -> None:
        assert "suspend la récupération" in text(debt.prepared())

    def test_asks_it_without_claiming_it_too_late(self, debt: Shipped) -> None:
        letter = debt.prepared(day=dt.date(2028, 6, 1))
        assert "suspend la récupération" not in text(letter)
        assert "toute retenue" in text(letter)
        assert not any("n'a pas le droit de retirer" in one for one in plain(letter.warnings))


@pytest.mark.parametrize(
    "claim",
    [
        Shipped("impot-reclamation", "1-enfant-oublie.toml"),
        Shipped("impot-local", "1-aspa-taxe-fonciere.toml"),
    ],
    ids=["impot-reclamation", "impot-local"],
)
class TestTaxClaim:
    """LPF L.277, R.*277-1, R.277-7: who asks to wait, with the sum, may wait."""

    def said(self, claim: Shipped, **changes: object) -> str:
        return " ".join(plain(claim.prepared(reclam_paye="non", **changes).warnings))

    def test_the_warning_says_what_the_letter_obtains(self, claim: Shipped) -> None:
        said = self.said(claim, reclam_sursis="oui")
        assert "vous pouvez attendre la décision. Payez le reste" in said
        assert "4 500 €" in said
        assert "15 jours" in said
        assert "n'arrête pas le paiement" not in said

    def test_until_a_final_decision_of_the_office_or_of_the_court(self, claim: Shipped) -> None:
        wanted = "jusqu'à la décision définitive de votre service ou du tribunal (article L.277"
        assert wanted in claim.text("sursis", reclam_sursis="oui")

    def test_without_asking_nothing_waits(self, claim: Shipped) -> None:
        said = self.said(claim, reclam_sursis="non")
        assert "n'arrête pas le paiement" in said
        assert "vous pouvez attendre" not in said

    def test_a_sum_unknown_is_asked_and_without_one_nothing_is_printed(
        self, claim: Shipped
    ) -> None:
        asked = {"reclam_trop": None, "reclam_sursis": "oui"}
        letter = claim.prepared(reclam_paye="non", **asked)
        assert "sursis" not in text(letter)
        assert "la lettre ne dit pas de somme" in self.said(claim, **asked)
        assert "vous pouvez attendre" not in self.said(claim, **asked)
        known = claim.text("sursis", reclam_paye="non", reclam_sursis_somme="250", **asked)
        assert "sursis de paiement pour 250 €" in known

    def test_too_late_nothing_is_promised(self, claim: Shipped) -> None:
        day = dt.date(2029, 6, 1)
        letter = claim.prepared(reclam_paye="non", reclam_sursis="oui", day=day)
        assert not any("vous pouvez attendre" in one for one in plain(letter.warnings))
