"""One line a file: ours flat, ours editable, pypdf; then the sums and what was named."""

import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.untrusted.errors import PdfRefused
from desktop_app.untrusted.model import Field
from tests.corpus import fillers, foreign, hard
from tests.corpus.fillers import Filled
from tests.corpus.foreign import Place
from tests.corpus.judge import Judge, Verdict

FAULTS = ("missing", "clipped", "outside", "wrong character", "tick missing", "wrong tick")
SHAPES = ("flat", "editable", "pypdf")
HEAD = (
    f"{'':44} {'shape':8} {'fields':>6} {'shown':>6} {'clipped':>7} {'wrong':>6} {'wrong':>5} "
    f"{'not':>5} {'over-':>5} {'named':>6} {'time':>6}\n"
    f"{'':44} {'':8} {'':>6} {'':>6} {'':>7} {'letter':>6} {'tick':>5} "
    f"{'shown':>5} {'flow':>5} {'':>6} {'s':>6}"
)


@dataclass(slots=True)
class Sums:
    """Everything counted so far, by shape."""

    counts: dict[str, Counter[str]] = field(
        default_factory=lambda: {shape: Counter() for shape in SHAPES}
    )
    named: list[str] = field(default_factory=list)
    files: int = 0

    @property
    def is_wrong(self) -> bool:
        """Whether anything that our engine wrote, and did not name, is not as it should be."""
        ours = [self.counts[shape] for shape in SHAPES[:2]]
        return any(one[fault] for one in ours for fault in (*FAULTS, "exceptions"))


def fill_and_judge(path: Path, sums: Sums, *, options: bool, pypdf: bool) -> None:
    """Fill a file in the three ways and print a line for each."""
    data = path.read_bytes()
    name = f"{path.parent.name}/{path.stem}"[-44:]
    try:
        fields = fillers.read(data)
    except PdfRefused as refusal:
        print(f"{name:44} {refusal.code}", flush=True)
        return
    places = foreign.places(data)
    values = hard.every_field(fields)
    for one in _never_read(places, fields):
        sums.named.append(f"{name}: never read: page {one.page} {one.name}")
    sums.files += 1
    judge = Judge(data, [place.page for place in places])
    try:
        for shape in SHAPES[: 3 if pypdf else 2]:
            filled = (
                fillers.with_pypdf(data, fields, values, places)
                if shape == "pypdf"
                else fillers.ours(data, fields, values, places, editable=shape == "editable")
            )
            _tell(name, shape, len(fields), filled, judge, sums)
        if options:
            _every_option(name, data, fields, places, judge, sums)
    finally:
        judge.close()


def _never_read(places: list[Place], fields: Sequence[Field]) -> list[Place]:
    """Places that pypdf sees and our engine does not; two at one place are one."""
    read = {(place.page, place.box) for one in fields for place in fillers.match(one, places)}
    return [one for one in places if one.writable and (one.page, one.box) not in read]


def _tell(name: str, shape: str, fields: int, filled: Filled, judge: Judge, sums: Sums) -> None:
    verdict = Verdict()
    if filled.data:
        verdict = judge.judge(filled.data, filled.asks, fields=shape != "flat")
    counts = sums.counts[shape]
    counts += verdict.counts
    counts["fields"] += fields
    counts["overflow"] += filled.overflow
    counts["named"] += len(filled.reported)
    counts["exceptions"] += bool(filled.exception)
    counts["syntax errors"] += verdict.errors
    counts["milliseconds"] += int(filled.seconds * 1000)
    print(_line(name, shape, fields, filled, verdict), flush=True)
    if shape != "pypdf":
        for fault, names in sorted(verdict.named.items()):
            sums.named.append(f"{name} {shape}: {fault}: {', '.join(map(repr, names))}")
        for one, reason in sorted(filled.reported.items()):
            sums.named.append(f"{name} {shape}: reported {reason}: {one!r}")
        if filled.exception:
            sums.named.append(f"{name} {shape}: {filled.exception}")


def _line(name: str, shape: str, fields: int, filled: Filled, verdict: Verdict) -> str:
    counts = verdict.counts
    cells = [
        f"{name if shape == 'flat' else '':44} {shape:8} {fields:6} {counts['shown']:6}",
        f"{counts['clipped'] + counts['outside']:7} {counts['wrong character']:6}",
        f"{counts['wrong tick']:5} {counts['missing'] + counts['tick missing']:5}",
        f"{filled.overflow:5} {len(filled.reported):6} {filled.seconds:6.1f}",
        f"{filled.exception}",
        f"{verdict.errors} new syntax errors" if verdict.errors > 0 else "",
    ]
    return " ".join(cells).rstrip()


def _every_option(
    name: str, data: bytes, fields: Sequence[Field], places: list[Place],
    judge: Judge, sums: Sums,
) -> None:  # fmt: skip
    """Each option of each choice, in as many rounds as the longest list has options."""
    began, rounds, chosen, wrong = time.monotonic(), 0, 0, 0
    for values in hard.every_option(fields):
        named = [one for one in fields if one.name in values]
        for shape in SHAPES[:2]:
            filled = fillers.ours(data, named, values, places, editable=shape == "editable")
            verdict = judge.judge(filled.data, filled.asks, fields=shape != "flat")
            chosen += len(values)
            wrong += len(values) - verdict.counts["shown"]
            for fault, names in sorted(verdict.named.items()):
                sums.named.append(f"{name} {shape}, options: {fault}: {names}")
            for one, reason in filled.reported.items():
                sums.named.append(f"{name} {shape}, options: reported {reason}: {one!r}")
        rounds += 1
    if rounds:
        print(
            f"{'':44} options: {rounds} rounds, {chosen} choices, {wrong} wrong, "
            f"{time.monotonic() - began:.1f} s",
            flush=True,
        )


def print_sums(sums: Sums) -> None:
    """The totals of each shape, and everything that is named."""
    print(f"\n{sums.files} forms")
    for shape in SHAPES:
        counts = sums.counts[shape]
        if counts["fields"]:
            faults = ", ".join(f"{counts[fault]} {fault}" for fault in FAULTS)
            print(
                f"{shape:8} {counts['fields']} fields: {counts['shown']} shown "
                f"({counts['overflow']} of them by the annex), {faults}, {counts['named']} named, "
                f"{counts['exceptions']} exceptions, {counts['syntax errors']} syntax errors, "
                f"{counts['milliseconds'] / 1000:.1f} s"
            )
    for line in sums.named:
        print(f"  {line}")
