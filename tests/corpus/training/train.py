"""`python -m tests.corpus.training.train OUT MINUTES [--from CHECKPOINT] FOLDER[=WEIGHT] ...`

Trains on pieces of the pages of these folders, so many minutes; says how it goes, keeps
checkpoints.
"""

import argparse
import random
import time
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from tests.corpus.training.network import KINDS, Finder
from tests.corpus.training.targets import FAR, piece

PIECES = 2  # a step
BEST, LEAST = 3e-3, 2e-5  # rates of learning
WARMING = 0.03
TOLD, KEPT = 25, 200  # steps


def loss(said: Tensor, kinds: Tensor, sides: Tensor, known: Tensor) -> tuple[Tensor, Tensor]:
    """How wrong kinds are (what is nearly right counts little), and sides, where there is a box."""
    chances = torch.sigmoid(said[:, :KINDS])
    right = kinds * chances + (1 - kinds) * (1 - chances)
    wrong = functional.binary_cross_entropy_with_logits(said[:, :KINDS], kinds, reduction="none")
    weight = (1 + kinds) * known[:, None]
    many = kinds.sum() + 50
    of_kinds = ((1 - right) ** 1.5 * wrong * weight).sum() / many
    inside = sides >= 0
    # Beyond what is measured, any large number is right.
    aimed = torch.where(sides >= FAR, torch.maximum(said[:, KINDS:], sides), sides)
    apart = functional.smooth_l1_loss(said[:, KINDS:], aimed, reduction="none", beta=0.3)
    near = torch.where(sides < FAR, 1.0, 0.2)
    return of_kinds, (apart * inside * near).sum() / (4 * many)


def rate(share: float) -> float:
    """The rate of learning: up at first, then down as a cosine."""
    if share < WARMING:
        return BEST * share / WARMING + 1e-5
    return LEAST + (BEST - LEAST) * 0.5 * (1 + float(np.cos(np.pi * share)))


def pages(folders: list[str]) -> list[tuple[list[Path], float]]:
    """The pages of each folder, and how often one is taken from it."""
    found = []
    for one in folders:
        name, _, weight = one.partition("=")
        found.append((sorted(Path(name).glob("*.npz")), float(weight or 1)))
    return found


def batch(groups: list[tuple[list[Path], float]], chance: random.Random) -> list[Tensor]:
    """Some pieces, stacked."""
    taken = chance.choices(groups, [weight for _, weight in groups], k=PIECES)
    made = [piece(chance.choice(paths), chance) for paths, _ in taken]
    return [torch.from_numpy(np.stack(one).astype(np.float32)) for one in zip(*made, strict=True)]


def main() -> None:
    """Train."""
    parser = argparse.ArgumentParser()
    parser.add_argument("out", type=Path)
    parser.add_argument("minutes", type=float)
    parser.add_argument("--begin", type=Path)
    parser.add_argument("--best", type=float, default=1.0)
    parser.add_argument("folders", nargs="+")
    asked = parser.parse_args()
    torch.set_num_threads(1)
    torch.manual_seed(1)
    chance = random.Random(1)
    finder = Finder()
    if asked.begin:
        finder.load_state_dict(torch.load(asked.begin))
    finder = finder.to(memory_format=torch.channels_last).train()
    learner = torch.optim.AdamW(finder.parameters(), lr=BEST, weight_decay=1e-3)
    groups, began, step, told = pages(asked.folders), time.monotonic(), 0, np.zeros(2)
    while (share := (time.monotonic() - began) / 60 / asked.minutes) < 1:
        if step % KEPT == 0:
            groups = pages(asked.folders)  # more may have come
            torch.save(finder.state_dict(), asked.out)
        for group in learner.param_groups:
            group["lr"] = rate(share) * asked.best
        ink, kinds, sides, known = batch(groups, chance)
        of_kinds, of_sides = loss(
            finder(ink.contiguous(memory_format=torch.channels_last)), kinds, sides, known
        )
        learner.zero_grad()
        (of_kinds + of_sides).backward()
        torch.nn.utils.clip_grad_norm_(finder.parameters(), 5.0)
        learner.step()
        step += 1
        told += [of_kinds.item(), of_sides.item()]
        if step % TOLD == 0:
            print(
                step,
                f"{share:.3f}",
                *(told / TOLD).round(4),
                f"{time.process_time():.0f}",
                flush=True,
            )
            told[:] = 0
    torch.save(finder.state_dict(), asked.out)


if __name__ == "__main__":
    main()
