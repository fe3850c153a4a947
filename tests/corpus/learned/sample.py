"""A small page drawn without letters, and what PyTorch says of it: the numbers of ``said.json``."""

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

HIGH, WIDE = 96, 160
PLACES = ((4, 4), (4, 20), (5, 30), (12, 5), (13, 21), (18, 36), (20, 8), (23, 39))
"""Squares (row, column) of which the numbers are kept."""


def ink() -> "NDArray[np.float32]":
    """A frame, a line to write on, a square to tick, some strokes."""
    page = np.zeros((HIGH, WIDE), np.float32)
    page[10, 10:120] = page[26, 10:120] = page[10:27, 10] = page[10:27, 119] = 1.0
    page[60, 20:150] = 0.7
    page[44:56, 20] = page[44:56, 31] = page[44, 20:32] = page[55, 20:32] = 0.9
    page[74:80, 10:60:3] = 0.8
    return page
