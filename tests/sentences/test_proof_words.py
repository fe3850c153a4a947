"""How much of a page was read back, in a person's words."""

import pytest

from desktop_app.sentences import proof_words


@pytest.mark.parametrize(
    ("verified", "total", "said"),
    [
        (37, 37, "37 valeurs sur 37 relues sur la page"),
        (1, 1, "1 valeur sur 1 relue sur la page"),
        (1, 2, "1 valeur sur 2 relue sur la page"),
    ],
)
def test_one_value_is_said_as_one(verified: int, total: int, said: str) -> None:
    assert proof_words.read_back(verified, total) == said
