"""``python -m tests.received.score [WORD…] [--kind K…] [--wrong]``: what is read of letters.

Prints, for each fact and each kind of picture, the share of letters of which it is proposed alone
and right; those the rules were written with, then those held out. ``--wrong`` lists what is wrong.
"""

import argparse
import time

from desktop_app.core.received.model import FACTS
from tests.received.letters import letters
from tests.received.noise import KINDS
from tests.received.scoring import INVENTED, PDF, RIGHT, WRONG, Score, score


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(prog="python -m tests.received.score", description=__doc__)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--kind", action="append", choices=[PDF, *KINDS])
    parser.add_argument("--wrong", action="store_true")
    parser.add_argument(
        "--tuned", action="store_true", help="only those the rules were written with"
    )
    options = parser.parse_args()
    for held_out in (False,) if options.tuned else (False, True):
        chosen = [
            one
            for one in letters(held_out=held_out)
            if not options.words or any(word in one.id for word in options.words)
        ]
        print(f"\n{'held out' if held_out else 'written with the rules'}: {len(chosen)} letters")
        print(f"{'':10}", *(f"{fact:>11}" for fact in FACTS), f"{'all':>6} wrong  seconds")
        for kind in options.kind or [PDF, *KINDS]:
            began = time.monotonic()
            found = score(chosen, kind)
            print(_row(kind, found), f"{time.monotonic() - began:8.1f}")
            if options.wrong:
                print(*(f"    wrong: {one}" for one in found.wrong), sep="\n")
                print(*(f"    not chosen: {one}" for one in found.unsaid), sep="\n")
                print(*(f"    elsewhere: {one}" for one in found.misplaced), sep="\n")


def _row(kind: str, found: Score) -> str:
    cells = []
    for fact in FACTS:
        counts = found.counts[fact]
        said = counts.total() - counts[INVENTED]
        cells.append(f"{f'{counts[RIGHT]}/{said}':>11}")
    wrong = sum(one[WRONG] + one[INVENTED] for one in found.counts.values())
    return f"{kind:10} {' '.join(cells)} {found.share():6.0%} {wrong:5}"


if __name__ == "__main__":
    main()
