"""How well a phrase of one's own protects, against one who knows French."""

import pytest

from desktop_app.safe import secret
from desktop_app.safe.guessing import _ranks, guesses
from desktop_app.safe.secret import draw_phrase, strength

WEAK = (
    "soleil2024soleil", "jeanclaude1958", "azertyuiop12", "motdepasse2026", "lesfeuillesmortes",
    "Marseille13Marseille", "doudou-doudou-doudou", "J3t4ime14072012", "bonjourbonjour",
    "aqwzsxedcrfv", "Toulouse 1985 !", "mercredi24decembre", "papamamanlucas", "qsdfghjklm123",
    "12071958martine", "elios4202elios", "azeazeazeazeaze", "abcdefghijkl", "LeChatNoir75",
    "06/11/1944Paul", "Marie-Thérèse1950", "chocolat&chocolat", "vivelesvacances",
    "les feuilles mortes", "Je t'aime mon amour", "un-deux-trois-soleil", "bonjourtoutlemonde",
    "jesuislemeilleur", "licornerose2023", "toto1234toto", "Azerty2026!!", "ParisSaintGermain75",
    "petit à petit l’oiseau fait son nid", "qwertzuiop123",
    "monchienmedor", "lesbleus1998champions", "petitchat-petitchien", "chienchatlapin",
)  # fmt: skip
FAIR = ("cheval tasse nuage fil", "trois éléphants bleus à Nîmes", "kD9;vv2!pR0x#q")


@pytest.mark.parametrize("phrase", WEAK)
def test_what_a_french_hand_types_first_is_told_weak(phrase: str) -> None:
    assert strength(phrase) <= 1, f"{guesses(phrase):.1e}"


@pytest.mark.parametrize("phrase", FAIR)
def test_words_without_a_link_are_not(phrase: str) -> None:
    assert strength(phrase) >= 3, f"{guesses(phrase):.1e}"


def test_drawn_words_are_out_of_reach() -> None:
    assert all(strength(draw_phrase(words)) == 4 for words in (6, 6, 6, 8))


def test_zxcvbn_alone_would_praise_them(monkeypatch: pytest.MonkeyPatch) -> None:
    """The sabotage: without the French list, many of them pass."""
    monkeypatch.setattr("desktop_app.safe.guessing.guesses", lambda _phrase: 1e30)
    praised = [phrase for phrase in WEAK if secret.strength(phrase) > 1]
    assert len(praised) >= 8, praised


def test_the_list_is_whole_and_in_order() -> None:
    ranks = _ranks()
    assert len(ranks) > 29_000
    assert ranks["les"] < ranks["feuilles"] < ranks["mortes"]


def test_a_long_phrase_is_judged_at_once() -> None:
    assert guesses("é🔑" * 512) > 1e12
    assert guesses("") == 1
