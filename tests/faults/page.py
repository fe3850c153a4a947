"""The page of figures: what a release prints, written from what was counted."""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from tests.faults.counts import Count
from tests.faults.judge import CRASH, LOST, SILENT, STUCK, WORD

PAGE = Path(__file__).with_name("FIGURES.md")
GRADES = (SILENT, LOST, WORD, CRASH, STUCK)
_HEAD = """\
# What a release prints: the figures of the fault machine

Written by `./start faults page` from what `./start faults` counted; runs of a commit add up. A
point is a gesture broken at one call, or a file changed at one place; *silent* is a wrong value
given as right, *lost* something acknowledged that is not there, *wrong word* a code that says
another thing than what happened, *crash* an error that nobody expected. All are to be 0.
A release asks for 2,000 kills, 20,000 points in all of `calls`, `twice`, `memory` and `room`, 1,000
flips, each page of a safe, 1,500 states of a power cut. The newest commit comes first; what harmed
on an earlier one was mended before the next, and its very points tried again.
"""


def line(count: Count) -> str:
    """Return one count in words."""
    where = f" on {count.place}" if count.place else ""
    if count.skipped:
        return f"  {count.family}{where}: skipped, needs {count.skipped}"
    harms = ", ".join(f"{count.harms[grade]} {grade}" for grade in GRADES)
    return f"  {count.family}{where}: {count.runs} points, {count.fired} faults met, {harms}"


def write(counts: Iterable[Count]) -> None:
    """Write the page of the commits that were counted."""
    by_commit: dict[str, list[Count]] = {}
    for count in counts:
        by_commit.setdefault(count.commit, []).append(count)
    parts = [_HEAD, *(_of_commit(commit, found) for commit, found in by_commit.items())]
    PAGE.write_text("\n".join(parts), "utf-8")
    print(f"  {PAGE}")


def _of_commit(commit: str, counts: list[Count]) -> str:
    seeds = ", ".join(sorted({str(count.seed) for count in counts}))
    table = [
        f"## Commit {commit} (seeds {seeds})\n",
        "| family | disk | points | faults met | " + " | ".join(GRADES) + " |",
        "|---|---|---|---|" + "---|" * len(GRADES),
    ]
    ran = [count for count in counts if count.family != "sabotage" and not count.skipped]
    for family, place in sorted({(count.family, count.place) for count in ran}):
        same = [one for one in ran if (one.family, one.place) == (family, place)]
        harms = sum((one.harms for one in same), Counter[str]())
        cells = [sum(one.runs for one in same), sum(one.fired for one in same)]
        cells += [harms[grade] for grade in GRADES]
        table.append(f"| {family} | {place} | " + " | ".join(map(str, cells)) + " |")
    told = [*table, "", *_by_kind(ran)] if ran else table[:1]
    return "\n".join([*told, *_sabotages(counts), *_skipped(counts), ""])


def _by_kind(counts: list[Count]) -> list[str]:
    kinds = sum((count.tried for count in counts), Counter[str]())
    single = Counter[str]()
    for kind, number in kinds.items():
        single[kind.split(",")[0]] += number
    return [
        "By what was done: " + ", ".join(f"{k} {n}" for k, n in sorted(single.items())) + ".",
        "",
    ]


def _sabotages(counts: list[Count]) -> list[str]:
    made = {one.seen[0]: one for one in counts if one.family == "sabotage"}
    if not made:
        return []
    rows = [
        f"| {one.place} | {name} | {f'after {one.caught}' if one.caught else '**not seen**'} |"
        for name, one in made.items()
    ]
    return ["| family | sabotage | seen |", "|---|---|---|", *rows, ""]


def _skipped(counts: list[Count]) -> list[str]:
    skipped = sorted(
        {f"{one.family} on {one.place} ({one.skipped})" for one in counts if one.skipped}
    )
    return ["Skipped: " + ", ".join(skipped) + ".", ""] if skipped else []
