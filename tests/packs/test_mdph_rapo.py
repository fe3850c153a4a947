"""Contesting a decision of the MDPH: the compulsory appeal, and only what the notice says."""

import pytest

from tests.helpers.shipped import Shipped

AAH = Shipped("mdph-rapo", "1-aah-refusee.toml")
SCHOOL = Shipped("mdph-rapo", "2-aesh-pas-assez-d-heures.toml")


def test_it_says_that_it_is_the_compulsory_appeal() -> None:
    """A gracious appeal sent instead would not keep the delay (CRPA L.412-4)."""
    said = AAH.text("contestation")
    assert said.startswith("Je conteste la décision")
    assert "recours administratif préalable" in said
    assert "gracieux" not in AAH.text()


def test_its_article_is_that_of_every_right() -> None:
    """CASF R.241-36 is for all; R.241-35 for work and training of adults only."""
    assert "R.241-36" in AAH.text("contestation")
    assert "R.241-35" not in AAH.text()


def test_it_goes_to_the_commission_at_the_mdph() -> None:
    assert AAH.recipient()[:3] == [
        "Madame, Monsieur le président",
        "de la commission des droits (CDAPH)",
        "MDPH de la Loire",
    ]


class TestTheRate:
    def test_a_rate_is_contested_only_by_who_says_it_is_too_low(self) -> None:
        assert "taux" in AAH.ids()
        assert "taux" not in AAH.ids(mdph_taux_conteste="non")
        assert "taux" not in AAH.ids(unknown=("mdph_taux_conteste",))
        assert "taux" not in AAH.ids(mdph_taux="80", mdph_taux_conteste=None, mdph_emploi=None)

    def test_work_is_spoken_of_between_50_and_79_only(self) -> None:
        """The restriction of access to work opens the AAH between these rates."""
        assert "substantielle et durable" in AAH.text("emploi")
        assert "emploi" not in AAH.ids(mdph_taux="moins-50")
        assert "emploi" not in AAH.ids(mdph_emploi=None)

    def test_no_rate_outside_the_aah(self) -> None:
        assert not {"taux", "emploi"} & SCHOOL.ids()


@pytest.mark.parametrize(
    ("right", "article", "court"),
    [
        ("aah", "R.142-1-A", "pôle social"),
        ("aeeh", "R.142-1-A", "pôle social"),
        ("pch", "R.142-1-A", "pôle social"),
        ("ecole", "R.142-1-A", "pôle social"),
        ("etablissement", "R.142-1-A", "pôle social"),
        ("rqth", "R.421-5", "tribunal administratif"),
        ("travail", "R.421-5", "tribunal administratif"),
    ],
)
def test_each_right_has_its_judge(right: str, article: str, court: str) -> None:
    """CASF L.241-9: the judge of social security, or the administrative judge for work."""
    assert article in SCHOOL.text("voies-delais", mdph_droit=right)
    assert SCHOOL.warned(court, mdph_droit=right)


def test_a_letter_never_fetched_is_not_said_to_lack_anything() -> None:
    found = SCHOOL.ids(comment_recue="recommande-non-retire")
    assert not {"motivation", "voies-delais"} & found


@pytest.mark.parametrize(
    ("changes", "rule"),
    [
        ({}, ("mdph-rapo", "lrar-retiree", "date_presentation", "")),
        (
            {"comment_recue": "recommande-non-retire"},
            ("mdph-rapo", "lrar-non-retiree", "date_presentation", ""),
        ),
        (
            {"comment_recue": "main-propre", "date_reception": "27/10/2026"},
            ("mdph-rapo", "notification", "date_reception", ""),
        ),
        (
            {"comment_recue": "lettre-simple", "date_reception": "27/10/2026"},
            ("mdph-rapo", "lettre-simple", "date_decision", ""),
        ),
    ],
)
def test_the_delay_runs_from_how_it_was_received(
    changes: dict[str, str], rule: tuple[str, ...]
) -> None:
    assert SCHOOL.rule(**changes) == rule


def test_the_mobility_card_has_another_appeal() -> None:
    assert AAH.warned("président du conseil départemental")
