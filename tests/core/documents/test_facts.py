"""What a person's own words no longer say of ours: she is told, and decides."""

import pytest

from desktop_app.core.documents.facts import facts_of, lost_facts

OURS = (
    "Je conteste la décision du 3\N{NO-BREAK SPACE}novembre\N{NO-BREAK SPACE}2026 qui me réclame "
    "1\N{NARROW NO-BREAK SPACE}842,50\N{NO-BREAK SPACE}€ (article L.262-46), dossier 1234567."
)
ALL = ("3 novembre 2026", "1 842,50 €", "L.262-46", "1234567")


def test_days_sums_articles_and_numbers_are_facts() -> None:
    assert facts_of(OURS) == ALL


@pytest.mark.parametrize(
    ("theirs", "lost"),
    [
        pytest.param("Je ne suis pas d’accord.", ALL, id="everything"),
        pytest.param("Le 3 novembre 2026 : 1 842,50 €.", ALL[2:], id="plain spaces will do"),
        pytest.param("Le 4 novembre 2026, 1 842,50 €, L.262-46, 1234567", ALL[:1], id="a day"),
        pytest.param(OURS, (), id="nothing"),
    ],
)
def test_what_is_no_longer_said(theirs: str, lost: tuple[str, ...]) -> None:
    assert lost_facts(OURS, theirs) == lost


def test_the_first_of_a_month() -> None:
    assert facts_of("Le 1er mars 2026.") == ("1er mars 2026",)
