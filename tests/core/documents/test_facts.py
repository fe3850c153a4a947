"""What a person's own words no longer say of ours: she is told, and decides."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

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
        pytest.param(
            OURS.replace("du 3", "du 13").replace("1\N{NARROW NO-BREAK SPACE}842", "21 842"),
            ALL[:2],
            id="the same words inside another day, another sum",
        ),
        pytest.param(OURS.replace("842,50", "842,5"), ALL[1:2], id="a figure taken off"),
        pytest.param(OURS.replace("L.262-46", "L.262-467"), ALL[2:3], id="another article"),
        pytest.param(OURS.replace("1234567", "12345678"), ALL[3:], id="another number"),
    ],
)
def test_what_is_no_longer_said(theirs: str, lost: tuple[str, ...]) -> None:
    assert lost_facts(OURS, theirs) == lost


def test_the_first_of_a_month() -> None:
    assert facts_of("Le 1er mars 2026.") == ("1er mars 2026",)


@pytest.mark.parametrize(
    ("ours", "theirs", "lost"),
    [
        ("Vous avez deux mois pour répondre.", "Vous avez trois mois.", ("deux mois",)),
        ("Deux mois ont passé.", "Cela fait deux mois.", ()),
        ("Répondez sous 15 jours.", "Répondez vite.", ("15 jours",)),
        ("Répondez sous 8 jours.", "Répondez sous 18 jours.", ("8 jours",)),
        ("Sous 48 heures.", "Sous 48 heures au plus.", ()),
        ("Depuis un an.", "Depuis dix ans.", ("un an",)),
    ],
)
def test_delays_are_facts_in_figures_or_in_words(
    ours: str, theirs: str, lost: tuple[str, ...]
) -> None:
    assert lost_facts(ours, theirs) == lost


pieces = st.sampled_from(
    ["1 842 €", "842,50 €", "le 3 novembre 2026", "2026", "deux mois", "15 jours", "L.262-46", "12"]
)


@given(st.lists(pieces, max_size=6), st.sampled_from([" ", ", ", " et ", ". "]))
def test_words_left_as_they_are_say_all_their_facts(said: list[str], between: str) -> None:
    text = between.join(said)
    assert lost_facts(text, text) == ()
    assert lost_facts(text, f"Bonjour. {text} Merci.") == ()
