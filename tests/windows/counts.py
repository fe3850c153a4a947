"""What became of a file of tests, read from pytest's own report; and the table of all files."""

import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

LINES_OF_BROKEN = 12


@dataclass(frozen=True)
class Counts:
    """One file.

    Attributes:
        wrong: name of each test that failed -> the first line of why.
        skipped: reason -> how many tests.
    """

    file: str
    passed: int = 0
    wrong: dict[str, str] = field(default_factory=dict)
    skipped: Counter[str] = field(default_factory=Counter)

    def line(self) -> str:
        """Return it in one line, and one for each test that failed."""
        first = (
            f"{self.passed:5} passed {len(self.wrong):3} failed "
            f"{self.skipped.total():4} skipped  {self.file}"
        )
        return "\n".join((first, *(f"      {name}: {why}" for name, why in self.wrong.items())))


def counted(file: str, report: Path, said: str) -> Counts:
    """Return what a report says; without one the process broke, and its last words are told."""
    if not report.is_file():
        if "no tests ran" in said or "deselected" in said:
            return Counts(file)
        last = " | ".join(said.strip().splitlines()[-LINES_OF_BROKEN:])
        return Counts(file, wrong={"(the whole file)": last or "its process broke"})
    passed, wrong, skipped = 0, {}, Counter[str]()
    for case in ET.parse(report).iter("testcase"):
        name = case.get("name", "")
        bad = case.find("failure") if case.find("failure") is not None else case.find("error")
        out = case.find("skipped")
        if bad is not None:
            why = (bad.get("message") or bad.text or "?").strip().splitlines()
            wrong[name] = why[0][:200] if why else "?"
        elif out is not None:
            skipped[(out.get("message") or "").strip()] += 1
        else:
            passed += 1
    return Counts(file, passed, wrong, skipped)


def table(done: list[Counts], seconds: int) -> str:
    """Return the counts of each folder and of all, what failed, and why others were skipped."""
    folders: dict[str, list[Counts]] = {}
    for one in done:
        parts = one.file.split("/")
        folders.setdefault("/".join(parts[:2]) if len(parts) > 2 else parts[0], []).append(one)
    rows = [(name, *_sum(files)) for name, files in folders.items()]
    rows.append(("all", *_sum(done)))
    lines = ["", "| tests | passed | failed | skipped |", "|---|---|---|---|"]
    lines += [f"| {name} | {passed} | {failed} | {out} |" for name, passed, failed, out in rows]
    lines += ["", f"{len(done)} files, {seconds} s."]
    failed_lines = [
        f"- {one.file} {name}: {why}" for one in done for name, why in one.wrong.items()
    ]
    if failed_lines:
        lines += ["", "Failed:", "", *failed_lines]
    reasons: Counter[str] = sum((one.skipped for one in done), Counter())
    if reasons:
        lines += ["", "Skipped, and why:", ""]
        lines += [f"- {count} × {reason}" for reason, count in reasons.most_common()]
    return "\n".join(lines)


def _sum(files: list[Counts]) -> tuple[int, int, int]:
    return (
        sum(one.passed for one in files),
        sum(len(one.wrong) for one in files),
        sum(one.skipped.total() for one in files),
    )
