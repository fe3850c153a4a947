"""``python -m tests.received.draw FOLDER [WORD…]``: the fictional letters, drawn into a folder.

Each as a PDF, and as each kind of picture that ``noise.py`` makes of it; with what it says, and
where, in a file beside.
"""

import sys
from pathlib import Path

from tests.received.drawing import draw
from tests.received.letters import letters
from tests.received.noise import KINDS


def main(arguments: list[str]) -> int:
    """Draw the letters whose name holds one of the words, or all of them."""
    if not arguments or arguments[0].startswith("-"):
        print(__doc__)
        return 2
    folder, *words = arguments
    place = Path(folder)
    place.mkdir(parents=True, exist_ok=True)
    for letter in letters():
        if words and not any(word in letter.id for word in words):
            continue
        pdf, told = draw(letter)
        (place / f"{letter.id}.pdf").write_bytes(pdf)
        (place / f"{letter.id}.txt").write_text("\n".join(map(repr, told)) + "\n", "utf-8")
        for kind, taken in KINDS.items():
            (place / f"{letter.id}.{kind}.jpg").write_bytes(taken(pdf, letter.id).data)
        print(letter.id)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
