"""Real flat forms: how many of their boxes are found, and how many found boxes are boxes."""

from pathlib import Path

import pytest

from tests.corpus.detection import FORMS, measure

# A form of which the paper shows everything that its map asks, but three places of 10840.
RECALL, PRECISION = 0.95, 0.95
SCANNED_RECALL, SCANNED_PRECISION = 0.78, 0.82  # the worst of the five


@pytest.mark.parametrize("form", FORMS)
def test_the_boxes_of_a_flat_form(corpus: Path, form: str) -> None:
    score = measure(form, corpus)
    assert score is not None
    print(f"{form}: recall {score.recall:.3f}, precision {score.precision:.3f}")
    assert score.recall >= RECALL, score.missed
    assert score.precision >= PRECISION, score.wrong


@pytest.mark.slow
@pytest.mark.parametrize("form", FORMS)
def test_the_boxes_of_its_scan(corpus: Path, form: str) -> None:
    score = measure(form, corpus, scanned=True)
    assert score is not None
    print(f"{form}, scanned: recall {score.recall:.3f}, precision {score.precision:.3f}")
    assert score.recall >= SCANNED_RECALL, score.missed
    assert score.precision >= SCANNED_PRECISION, score.wrong


def test_a_form_that_lies_is_noticed(corpus: Path) -> None:
    """The flat GEVA-Sco prints well; a copy of its words is rubbish."""
    from tests.helpers.paper import detect_here

    detected = detect_here((corpus / "french/geva-sco-premiere-demande-plat.pdf").read_bytes())
    assert detected.garbled == (1, 2, 3, 4, 5, 6)
    assert not any(one.label for one in detected.fields)
    assert len(detected.fields) > 250
