"""Real forms, filled in every field and judged by poppler: shown, or told of by name."""

from pathlib import Path
from shutil import which

import pytest

from tests.corpus.table import Sums, fill_and_judge

pytestmark = pytest.mark.skipif(which("pdftoppm") is None, reason="needs poppler's tools")

SAMPLE = ("cerfa-16030-01-attestation-election-domicile", "cerfa-14952-01-procuration-vote-plat")
MOST_NAMED = 0.01  # of all fields, besides those of the annex


def judged(paths: list[Path], *, options: bool = False) -> Sums:
    sums = Sums()
    for path in paths:
        fill_and_judge(path, sums, options=options, pypdf=False)
    return sums


def test_a_sample_of_french_forms(corpus: Path) -> None:
    sums = judged([corpus / "french" / f"{name}.pdf" for name in SAMPLE], options=True)
    assert sums.named == []


@pytest.mark.slow
@pytest.mark.parametrize("folder", ["french", "world"])
def test_every_form(corpus: Path, folder: str) -> None:
    sums = judged(sorted((corpus / folder).glob("*.pdf")))
    assert not sums.is_wrong, sums.named
    for shape in ("flat", "editable"):
        counts = sums.counts[shape]
        assert counts["named"] <= MOST_NAMED * counts["fields"]
        assert counts["syntax errors"] == 0
        assert counts["shown"] + counts["named"] == counts["fields"]
