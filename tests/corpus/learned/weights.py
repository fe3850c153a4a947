"""Reads the numbers that the network has learned; refuses any others.

A file: one line of JSON (name and shape of each array, in order), then the arrays as half floats,
little end first.
"""

import hashlib
import json
from collections.abc import Mapping

import numpy as np

from tests.corpus.learned.network import Array, Step

SHA256 = "47adad0d069a0d87da559daf1c143b1b9de4b8ae98d974f85a206c8c862e7141"
"""Of the one file that this program uses; another one is not read."""


def read(data: bytes, sha256: str = SHA256) -> Mapping[str, Step]:
    """Return the steps of the network, by name.

    Raises:
        ValueError: these are other numbers.
    """
    if hashlib.sha256(data).hexdigest() != sha256:
        raise ValueError("other weights")
    head, _, body = data.partition(b"\n")
    numbers: Array = np.frombuffer(body, "<f2").astype(np.float32)
    arrays: dict[str, Array] = {}
    start = 0
    for name, shape in json.loads(head):
        size = int(np.prod(shape))
        arrays[name] = numbers[start : start + size].reshape(shape)
        start += size
    names = {name.rpartition(".")[0] for name in arrays}
    return {name: (arrays[f"{name}.weights"], arrays[f"{name}.added"]) for name in names}
