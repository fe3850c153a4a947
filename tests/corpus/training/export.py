"""`python -m tests.corpus.training.export CHECKPOINT FILE [SAID]`: what was learned, to be run.

Evening out is folded into the convolutions; numbers are kept as half floats. Prints the hash that
``desktop_app/untrusted/learned/weights.py`` asks for.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import torch

from tests.corpus.learned import sample
from tests.corpus.training.network import Finder


def steps(finder: Finder) -> dict[str, np.ndarray]:
    """Weights and what is added, of each step, in the order in which they are kept."""
    found: dict[str, np.ndarray] = {}
    for name, step in finder.steps.items():
        even = step.even
        scale = even.weight / torch.sqrt(even.running_var + even.eps)
        found[f"{name}.weights"] = (step.fold.weight * scale[:, None, None, None]).detach().numpy()
        found[f"{name}.added"] = (even.bias - even.running_mean * scale).detach().numpy()
    found["end.weights"] = finder.end.weight.detach().numpy()
    found["end.added"] = finder.end.bias.detach().numpy()
    return found


def packed(found: dict[str, np.ndarray]) -> bytes:
    """The file."""
    head = json.dumps([[name, list(one.shape)] for name, one in found.items()])
    body = b"".join(one.astype("<f2").tobytes() for one in found.values())
    return head.encode() + b"\n" + body


def said(finder: Finder) -> str:
    """What the network says of a small page, by PyTorch: the test holds numpy to it."""
    with torch.no_grad():
        numbers = finder(torch.from_numpy(sample.ink())[None, None])[0]
    rows = [[round(one, 3) for one in numbers[:, y, x].tolist()] for y, x in sample.PLACES]
    return json.dumps(rows).replace("], ", "],\n") + "\n"


def main(checkpoint: Path, out: Path, kept: Path | None = None) -> None:
    """Write the file, and what it says of a small page."""
    finder = Finder()
    finder.load_state_dict(torch.load(checkpoint))
    data = packed(steps(finder.eval()))
    out.write_bytes(data)
    print(len(data), hashlib.sha256(data).hexdigest())
    if kept:
        kept.write_text(said(finder), "ascii")


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
