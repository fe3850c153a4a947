"""The network, for training. ``desktop_app/untrusted/learned/network.py`` runs the same with numpy.

A page in greys at 100 dots an inch; for each square of 4 by 4 pixels, how likely it is the inside
of a box of each kind, and how far the four sides of that box are, in such squares.
"""

from torch import Tensor, nn
from torch.nn import functional

KINDS = 3
SIDES = 4
STEM, FINE, MIDDLE, COARSE = 12, 24, 48, 64
WIDENED = (1, 2, 4, 8)


class Step(nn.Module):
    """A convolution, evened out, then what is below zero cut off."""

    def __init__(self, before: int, after: int, size: int, stride: int = 1, wide: int = 1) -> None:
        super().__init__()
        edge = wide * (size - 1) // 2
        self.fold = nn.Conv2d(before, after, size, stride, edge, wide, bias=False)
        self.even = nn.BatchNorm2d(after)

    def forward(self, x: Tensor) -> Tensor:
        return functional.relu(self.even(self.fold(x)))


class Finder(nn.Module):
    """Fine features, what is around them at half and a quarter of their size, and back."""

    def __init__(self) -> None:
        super().__init__()
        self.steps = nn.ModuleDict(
            {
                "stem": Step(1, STEM, 4, 2),
                "fine0": Step(STEM, FINE, 4, 2),
                "fine1": Step(FINE, FINE, 3),
                "fine2": Step(FINE, FINE, 3),
                "middle0": Step(FINE, MIDDLE, 4, 2),
                "middle1": Step(MIDDLE, MIDDLE, 3),
                "middle2": Step(MIDDLE, MIDDLE, 3),
                "coarse": Step(MIDDLE, COARSE, 4, 2),
                **{f"wide{one}": Step(COARSE, COARSE, 3, 1, one) for one in WIDENED},
                "up1": Step(COARSE, MIDDLE, 1),
                "join1": Step(MIDDLE, MIDDLE, 3),
                "up2": Step(MIDDLE, FINE, 1),
                "join2": Step(FINE, FINE, 3),
            }
        )
        self.end = nn.Conv2d(FINE, KINDS + SIDES, 1)
        nn.init.constant_(self.end.bias[:KINDS], -3.0)
        nn.init.constant_(self.end.bias[KINDS:], 2.0)

    def forward(self, ink: Tensor) -> Tensor:
        """``ink``: 0 for paper to 1 for black; sides are multiples of 16."""
        run = self.steps
        fine = run["fine1"](run["fine0"](run["stem"](ink)))
        fine = fine + run["fine2"](fine)
        middle = run["middle1"](run["middle0"](fine))
        middle = middle + run["middle2"](middle)
        coarse = run["coarse"](middle)
        for wide in WIDENED:
            coarse = coarse + run[f"wide{wide}"](coarse)
        middle = run["join1"](middle + doubled(run["up1"](coarse)))
        fine = run["join2"](fine + doubled(run["up2"](middle)))
        found: Tensor = self.end(fine)
        return found


def doubled(x: Tensor) -> Tensor:
    """Twice as wide and high, each value four times."""
    return functional.interpolate(x, scale_factor=2, mode="nearest")
