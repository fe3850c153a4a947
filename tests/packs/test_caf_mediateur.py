"""The letter to the mediator: it stops no delay, and never replaces the appeal."""

import pytest

from tests.helpers.example_answers import composer
from tests.helpers.ours import CATALOGUE
from tests.helpers.rsa import ids, plain, text

PACK = "caf-mediateur"
compose = composer(PACK, "1-personne-ne-repond.toml")


@pytest.mark.parametrize(
    ("fund", "line"),
    [("caf", "de la Caf du Finistère"), ("msa", "de la Mutualité sociale agricole")],
)
def test_the_mediator_is_written_to(fund: str, line: str) -> None:
    document = compose(organisme=fund)
    assert plain(document.recipient)[:2] == ["Madame, Monsieur le médiateur", line]
    assert plain((document.call,)) == ["Madame la Médiatrice, Monsieur le Médiateur,"]


class TestNoDelayIsStopped:
    """CSS L.217-7-1: only the notice that the request is admissible suspends."""

    def test_there_is_no_deadline_to_show(self) -> None:
        assert not CATALOGUE.letter(PACK).deadline

    @pytest.mark.parametrize("benefit", ["rsa", "prime", "logement", "aah", "af"])
    def test_the_person_is_always_told(self, benefit: str) -> None:
        warnings = plain(compose(prestation=benefit).warnings)
        assert any("n'arrête aucun délai" in told for told in warnings)

    @pytest.mark.parametrize(
        ("benefit", "claimed"),
        [("af", True), ("aah", True), ("rsa", False), ("prime", False), ("logement", False)],
    )
    def test_the_pause_is_claimed_only_where_it_is_sure(self, benefit: str, claimed: bool) -> None:
        assert ("suspend" in text(compose(prestation=benefit), "recevabilite")) is claimed

    def test_the_msa_has_its_own_rules(self) -> None:
        document = compose(organisme="msa")
        assert "L.217-7-1" not in text(document)
        assert any("son propre médiateur" in told for told in plain(document.warnings))

    @pytest.mark.parametrize(
        ("appeal", "stands"), [("oui", True), ("va-faire", True), ("non", False), (None, False)]
    )
    def test_an_appeal_is_kept_only_if_there_is_one(self, appeal: str | None, stands: bool) -> None:
        assert ("recours" in ids(compose(recours_fait=appeal))) is stands


class TestWhenTheMediatorMayAct:
    def test_not_once_a_court_is_written_to(self) -> None:
        document = compose(tribunal_saisi="oui")
        assert "recevabilite" not in ids(document)
        assert "aucun tribunal" not in text(document)
        assert any("ne peut plus intervenir" in told for told in plain(document.warnings))

    @pytest.mark.parametrize(
        ("answer", "said"),
        [
            ("rien", "Je n'ai pas eu de réponse."),
            ("non", "On m'a répondu non"),
            ("incompris", "Je vous demande de me l'expliquer."),
        ],
    )
    def test_after_a_complaint_and_its_answer(self, answer: str, said: str) -> None:
        document = compose(reclamation_reponse=answer, reponse_date="20/10/2026")
        assert said in text(document, "reclamation")
