"""`python -m tests.corpus.training.real CORPUS OUT`: forms made flat, as pages to train on.

Of the part for tuning only. ``OUT/french`` and ``OUT/other`` are learned from; ``OUT/held`` is a
fifth of the issuers, by which one choice is compared with another.
"""

import hashlib
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import numpy as np
import pypdfium2

from tests.corpus.boxes import forms, split
from tests.corpus.boxes.flatten import Box, Labelled
from tests.corpus.boxes.forms import Labels
from tests.corpus.training.paper import KINDS

DPI = 100
FOLDS = 5
MOST = 12  # pages of one form


def held(every: Sequence[Labels]) -> frozenset[str]:
    """The names of the forms of the fold that is not learned from."""
    found: set[str] = set()
    for group in split.families({one.name: one.runs for one in every}):
        first = min(map(split.issuer, group))
        if hashlib.sha256(f"fold {first}".encode()).digest()[0] % FOLDS == 0:
            found |= group
    return frozenset(found)


def pages(one: Labels) -> Iterator[tuple[int, np.ndarray, np.ndarray, np.ndarray]]:
    """The pages of a form: number, greys, boxes, unsure places."""
    document = pypdfium2.PdfDocument(one.flat.data)
    for number, labelled in enumerate(one.flat.pages[:MOST]):
        page = document[number]
        grey = np.asarray(page.render(scale=DPI / 72, grayscale=True).to_pil().convert("L"))
        page.close()
        known = [
            (KINDS.index(box.kind), *_seen(box, labelled))
            for box in labelled.boxes
            if not box.excused
        ]
        unsure = [_seen(box, labelled) for box in labelled.boxes if box.excused]
        boxes = np.array(known, np.float32).reshape(-1, 5)
        yield number, grey, boxes, np.array(unsure, np.float32).reshape(-1, 4)
    document.close()


def _seen(box: Box, page: Labelled) -> tuple[float, float, float, float]:
    """In pixels from the upper left."""
    x0, y0, x1, y1 = box.rect
    scale = DPI / 72
    return x0 * scale, (page.height - y1) * scale, x1 * scale, (page.height - y0) * scale


def main(corpus: Path, out: Path) -> None:
    """Keep the pages."""
    every = forms.of_part(list(forms.forms(corpus)), kept_apart=False)
    apart = held(every)
    for one in every:
        place = "held" if one.name in apart else "french" if _is_french(one.name) else "other"
        (out / place).mkdir(parents=True, exist_ok=True)
        for number, grey, boxes, unsure in pages(one):
            path = out / place / f"{one.name}-{number:02}.npz"
            np.savez(path, grey=grey, boxes=boxes, unsure=unsure)


def _is_french(name: str) -> bool:
    return name.startswith(
        ("fr-", "cerfa", "mdph", "geva", "cmuc", "attestation", "paris", "lettre")
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
