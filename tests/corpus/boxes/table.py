"""``./start corpus boxes [WORD…] [--kept-apart] [--noise KIND] [--limit N] [--engine NAME]``.

How many places to write are found on flat pages whose places are known, by the kind of the page.
Without ``--kept-apart``: on the forms that may be looked at. ``--noise``: on pictures of at most
three pages a form (scan, skew, shadow, photograph, fax, faint; ``every``: all of them).
``--files``: a row a form too. ``--all``: every box missed and every wrong one. ``--reasons``: how
many are missed or wrong, and why. With words, only forms whose name has one of them.
"""

import argparse
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.corpus.boxes import forms, noise, reasons
from tests.corpus.boxes.engines import ENGINES, FoundPage
from tests.corpus.boxes.flatten import Labelled
from tests.corpus.boxes.forms import Labels
from tests.corpus.boxes.score import Judged, Score, judge

HEAD = (
    f"{'':<24}| text and combs: IoU         looser          | combs         |"
    f" squares: IoU                looser          | s CPU\n"
    f"{'kind':<18} pages |  true  recall   prec.  recall   prec.  |  true  recall |"
    "  true  recall   prec.  recall   prec. | a page"
)
Faults = Counter[tuple[str, str]]
WRITING, TICKS = ("text", "comb"), ("tick",)


def main(arguments: Sequence[str], corpus: Path) -> int:
    """Print the table."""
    options = _parser(corpus).parse_intermixed_args(arguments)
    every = list(forms.forms(options.folder))
    chosen = forms.of_part(every, kept_apart=options.kept_apart)
    words = options.words
    chosen = [one for one in chosen if not words or any(word in one.name for word in words)]
    print(f"{len(chosen)} forms of {len(every)}; engine: {options.engine}")
    print(HEAD)
    kinds = tuple(noise.KINDS) if options.noise == "every" else (options.noise,)
    for kind in kinds:
        sums: defaultdict[str, Score] = defaultdict(Score)
        why: Faults = Counter()
        for one in chosen[: options.limit]:
            own = Score()
            for number, name, page, faults in _pages(one, options.engine, kind):
                sums[name].add(page.score)
                own.add(page.score)
                why.update(faults)
                if options.all:
                    _print_faults(one.name, number, page)
            if options.files:
                print(row(one.name[:40], own))
        whole = Score()
        for name, score in sorted(sums.items()):
            print(row(name, score))
            whole.add(score)
        if len(sums) > 1:
            print(row("all", whole))
        if options.reasons:
            for (group, said), count in why.most_common():
                print(f"{count:>6} {group}, {said}")
    return 0


def _parser(corpus: Path) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="./start corpus boxes", description=__doc__)
    parser.add_argument("words", nargs="*")
    parser.add_argument("--folder", type=Path, default=corpus)
    parser.add_argument("--kept-apart", action="store_true")
    parser.add_argument("--noise", choices=["", *noise.KINDS, "every"], default="")
    parser.add_argument("--limit", type=int)
    parser.add_argument("--engine", choices=list(ENGINES), default="geometry")
    parser.add_argument("--files", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--reasons", action="store_true")
    return parser


def _pages(one: Labels, engine: str, kind: str) -> Iterator[tuple[int, str, Judged, Faults]]:
    """Every page judged: its number, its kind, what is wrong and why."""
    truth = forms.made_worse(one, kind).pages
    for number, (page, found) in enumerate(
        zip(truth, forms.found_on(one, engine, kind), strict=True), 1
    ):
        judged = _judged(page, found)
        kind_of_page = kind or ("picture" if found.is_picture else "born digital")
        yield number, kind_of_page, judged, reasons.of(judged, page.boxes, found.boxes)


def _judged(page: Labelled, found: FoundPage) -> Judged:
    judged = judge(page.boxes, found.boxes)
    judged.score.seconds = found.seconds
    return judged


def _print_faults(name: str, number: int, page: Judged) -> None:
    for word, boxes in (("missed", page.missed), ("wrong", page.wrong)):
        for box in boxes:
            where = " ".join(f"{value:.0f}" for value in box.rect)
            print(f"    {word} {name} p. {number} {box.kind} {box.cells or ''} [{where}]")


def row(name: str, score: Score) -> str:
    """One line of the table."""
    true, combs, ticks = (
        sum(score.true[kind] for kind in kinds) for kinds in (WRITING, ("comb",), TICKS)
    )
    return (
        f"{name:<18.40} {score.pages:>4} | {true:>5} {_rates(score, WRITING)}  |"
        f" {combs:>5} {score.recall(('comb',)):>7.1%} | {ticks:>5} {_rates(score, TICKS)} |"
        f" {score.seconds / max(score.pages, 1):>5.2f}"
    )


def _rates(score: Score, kinds: Sequence[str]) -> str:
    found = (
        rate(kinds, loose=loose)
        for loose in (False, True)
        for rate in (score.recall, score.precision)
    )
    return " ".join(f"{one:>7.1%}" for one in found)
