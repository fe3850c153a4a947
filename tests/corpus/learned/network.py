"""A small convolutional network, run forward with numpy. What it says of a page: ``decode.py``.

Greys at 100 dots an inch go in; what comes out is for each square of 4 by 4 pixels. Trained by
``tests/corpus/training``, whose ``network.py`` is the same in other words.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

Array: TypeAlias = "NDArray[np.float32]"
Step = tuple[Array, Array]
"""Weights and what is added: ``out × in × high × wide``, and ``out``."""
WIDENED = (1, 2, 4, 8)
AT_ONCE = 500_000  # numbers multiplied at once: they stay in the processor's own memory
SIDES = 16  # pixels: a page is a multiple of them


def run(steps: Mapping[str, Step], ink: Array) -> Array:
    """What the network says: 7 numbers a square.

    Args:
        ink: from 0, paper, to 1, black; its sides are multiples of ``SIDES``.
    """
    fine = _relu(_shrunk(ink[None], steps["stem"]))
    fine = _relu(_shrunk(fine, steps["fine0"]))
    fine = _relu(_same(fine, steps["fine1"]))
    fine += _relu(_same(fine, steps["fine2"]))
    middle = _relu(_same(_relu(_shrunk(fine, steps["middle0"])), steps["middle1"]))
    middle += _relu(_same(middle, steps["middle2"]))
    coarse = _relu(_shrunk(middle, steps["coarse"]))
    for wide in WIDENED:
        coarse = coarse + _relu(_same(coarse, steps[f"wide{wide}"], wide))
    middle += _doubled(_relu(_same(coarse, steps["up1"])))
    middle = _relu(_same(middle, steps["join1"]))
    fine += _doubled(_relu(_same(middle, steps["up2"])))
    return _same(_relu(_same(fine, steps["join2"])), steps["end"])


def _relu(x: Array) -> Array:
    return np.maximum(x, 0, out=x)


def _doubled(x: Array) -> Array:
    return x.repeat(2, axis=1).repeat(2, axis=2)


def _same(x: Array, step: Step, wide: int = 1) -> Array:
    """A convolution that keeps the size; ``wide``: how far its points are from each other."""
    weights, added = step
    size = weights.shape[2]
    edge = wide * (size // 2)
    around = np.pad(x, ((0, 0), (edge, edge), (edge, edge))) if edge else x
    shifts = [(row * wide, column * wide) for row in range(size) for column in range(size)]
    table = weights.transpose(0, 2, 3, 1).reshape(len(weights), -1)
    return _folded(around, table, added, shifts, x.shape[1:])


def _shrunk(x: Array, step: Step) -> Array:
    """A convolution of 4 by 4 points, two apart: one of 2 by 2 on what is twice as small."""
    weights, added = step
    around = np.pad(x, ((0, 0), (1, 1), (1, 1)))
    many, high, wide = around.shape
    apart = around.reshape(many, high // 2, 2, wide // 2, 2).transpose(0, 2, 4, 1, 3)
    apart = apart.reshape(4 * many, high // 2, wide // 2)
    table = weights.reshape(len(weights), many, 2, 2, 2, 2).transpose(0, 2, 4, 1, 3, 5)
    shifts = [(0, 0), (0, 1), (1, 0), (1, 1)]
    size = high // 2 - 1, wide // 2 - 1
    return _folded(apart, table.reshape(len(weights), -1), added, shifts, size)


def _folded(
    around: Array,
    table: Array,
    added: Array,
    shifts: Sequence[tuple[int, int]],
    size: Sequence[int],
) -> Array:
    """Multiply each place and those around it by a table.

    A shift by rows and columns is one step along the whole array: what is taken beyond the end of
    a row lands in the columns that are cut off at the end.
    """
    many, _, wide = around.shape
    steps = [row * wide + column for row, column in shifts]
    whole = size[0] * wide
    flat = around.reshape(many, -1)
    if (missing := whole + steps[-1] - flat.shape[1]) > 0:
        flat = np.pad(flat, ((0, 0), (0, missing)))
    found = np.empty((len(table), whole), np.float32)
    strip = max(64, AT_ONCE // (len(steps) * many))
    beside = np.empty((len(steps), many, strip), np.float32)
    for start in range(0, whole, strip):
        end = min(start + strip, whole)
        part = beside[:, :, : end - start]
        for place, step in enumerate(steps):
            part[place] = flat[:, start + step : end + step]
        found[:, start:end] = table @ part.reshape(len(steps) * many, end - start)
    found += added[:, None]
    return np.ascontiguousarray(found.reshape(len(table), size[0], wide)[:, :, : size[1]])
