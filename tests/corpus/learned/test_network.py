"""The network as numpy runs it says what PyTorch says; other numbers are refused."""

import json
from pathlib import Path

import pytest

np = pytest.importorskip("numpy")

from tests.corpus.learned import (  # noqa: E402
    network,
    sample,
    weights,
)
from tests.corpus.learned.engine import FILE  # noqa: E402


def test_it_says_what_the_network_that_was_trained_says() -> None:
    kept = json.loads(Path(__file__).with_name("said.json").read_text("ascii"))
    said = network.run(weights.read(FILE.read_bytes()), sample.ink())
    assert said.shape == (7, sample.HIGH // 4, sample.WIDE // 4)
    rows, columns = zip(*sample.PLACES, strict=True)
    assert np.abs(said[:, rows, columns].T - np.array(kept)).max() < 0.02


def test_it_says_the_same_however_much_is_computed_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    steps = weights.read(FILE.read_bytes())
    whole = network.run(steps, sample.ink())
    monkeypatch.setattr(network, "AT_ONCE", 1)  # 64 places at once
    assert np.abs(network.run(steps, sample.ink()) - whole).max() < 1e-3


def test_other_numbers_are_refused() -> None:
    data = bytearray(FILE.read_bytes())
    data[-1] ^= 1
    with pytest.raises(ValueError, match="other weights"):
        weights.read(bytes(data))


def test_the_file_is_as_small_as_a_picture() -> None:
    assert len(FILE.read_bytes()) < 1_000_000
