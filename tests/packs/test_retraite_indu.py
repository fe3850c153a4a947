"""A debt to the pension fund: its own error, good faith and low means exclude repayment."""

from typing import Any

import pytest

from tests.helpers.shipped import Shipped

ERROR = Shipped("retraite-indu", "1-erreur-de-la-caisse.toml")
OLD = Shipped("retraite-indu", "2-reversion-ancienne-et-remise.toml")
ASPA = Shipped("retraite-indu", "3-aspa-tout-etait-declare.toml")
HELP = Shipped("retraite-indu", "4-je-ne-peux-pas-payer.toml")
FRAUD = Shipped("retraite-indu", "5-fraude-contestee.toml")
TIME = Shipped("retraite-indu", "6-fraude-non-contestee.toml")


class TestTheErrorOfTheFund:
    """CSS L.355-3, third paragraph."""

    def test_with_good_faith_and_low_means_nothing_is_to_be_repaid(self) -> None:
        said = ERROR.text("erreur-caisse")
        assert "la loi exclut tout remboursement" in said
        assert "912,40 € par mois" in said

    @pytest.mark.parametrize(
        "answers",
        [
            {"retraite_erreur": "moi"},
            {"retraite_erreur": "ne-sait-pas"},
            {"retraite_sincere": "non"},
            {"retraite_sincere": None, "unknown": ("retraite_sincere",)},
            {"fraude_mot": "oui", "fraude_conteste": "oui"},
        ],
    )
    def test_it_is_argued_only_by_who_confirms_each_part(self, answers: dict[str, Any]) -> None:
        means: dict[str, Any] = {"retraite_modeste": None, "retraite_ressources": None}
        if "fraude_mot" in answers:
            means = {}
        assert "erreur-caisse" not in ERROR.ids(**{**means, **answers})

    def test_above_the_ceiling_the_commission_may_still_wipe_it_out(self) -> None:
        said = ERROR.text("erreur-caisse", retraite_modeste="non", retraite_ressources=None)
        assert "À titre subsidiaire" in said
        assert "exclut" not in said


class TestTheAspa:
    """CSS L.815-11."""

    def test_what_was_paid_stays_to_who_said_everything(self) -> None:
        assert "me restent donc acquises" in ASPA.text("aspa")
        assert "aspa" not in ASPA.ids(retraite_sincere="non")
        assert "aspa" not in FRAUD.ids()

    def test_the_rule_of_pensions_is_not_its_own(self) -> None:
        assert "L.355-3" not in ASPA.text()
        assert "L.815-11" not in ERROR.text()


def test_help_is_not_a_contest() -> None:
    assert "conteste" not in HELP.text()
    assert HELP.warned("vous ne la contestez pas")
    assert HELP.warned("contestez-la plutôt", retraite_erreur="caisse")
    assert OLD.text("remise-subsidiaire").startswith("À titre subsidiaire")


@pytest.mark.parametrize("denied", ["sans"])
def test_a_fraud_that_is_not_denied_leaves_time_only(denied: str) -> None:
    assert "remise" not in TIME.text(fraude_conteste=denied)


@pytest.mark.parametrize(("oldest", "stands"), [("09/2024", True), ("10/2024", False)])
def test_two_years_from_the_day_of_reception(oldest: str, stands: bool) -> None:
    """CSS L.355-3."""
    changes = {} if stands else {"lettre_avant": None}
    assert ("prescription" in OLD.ids(mois_debut=oldest, **changes)) is stands


def test_the_two_months_are_shown_to_everyone() -> None:
    assert ERROR.rule() == HELP.rule() == ("retraite-cra", "lettre-simple", "date_decision", "")
