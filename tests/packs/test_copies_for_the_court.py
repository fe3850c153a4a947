"""An administrative court wants a request and one copy of it (CJA R.411-3)."""

import pytest

from tests.helpers.ours import CATALOGUE

BEFORE_IT = (
    "caf-amende-rsa",
    "cma",
    "dalo-injonction",
    "dalo-refus",
    "refere-mesures-utiles",
    "ta-refere-suspension",
    "ta-requete-social",
    "titre-executoire",
    "titre-refus-ta",
)


@pytest.mark.parametrize("pack", BEFORE_IT)
def test_two_go_to_the_court_and_none_to_the_other_side(pack: str) -> None:
    letter = CATALOGUE.letter(pack)
    said = " ".join(str(warning.text) for warning in letter.warning)
    assert "deux à remettre au tribunal" in said
    assert "un pour le tribunal" not in said
    cited = {article for source in letter.source for article in source.articles}
    assert "CJA R.411-3" in cited
