"""The fault machine itself, and the part of it that each change must hold."""

import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tests.faults import counts, page
from tests.faults.counts import Count
from tests.faults.gestures import NAMED
from tests.faults.judge import Expected, Outcome, Reading, harms
from tests.faults.refusing import KILL, KINDS, Fault

PERSON = NAMED["person"]
EXPECTED = Expected(frozenset("ab"), frozenset("abc"))
QUOTA = next(kind for kind in KINDS if kind.name == "EDQUOT")


def test_nothing_is_lost_and_nothing_said_wrong() -> None:
    """Each call of a save, a call of each gesture with each fault, some twice, a sabotage."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults", "slice"],
        capture_output=True,
        text=True,
        check=False,
        cwd=counts.ROOT,
    )
    if "skipped: needs" in done.stdout:
        pytest.skip(done.stdout.strip())
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("outcome", "reading", "grade"),
    [
        (Outcome(["done"]), Reading(frozenset("ab")), "lost"),
        (Outcome(), Reading(frozenset("a")), "lost"),
        (Outcome(), Reading(frozenset("abX")), "silent"),
        (Outcome(), Reading(refused="safe-damaged"), "lost"),
        (Outcome(["refused storage-failed"]), Reading(frozenset("ab")), "wrong word"),
        (Outcome(), Reading(frozenset("ab"), said=["pages-mixed"]), "wrong word"),
        (Outcome(["crash here"]), Reading(frozenset("ab")), "crash"),
        (Outcome(ended="hung"), Reading(frozenset("ab")), "crash"),
    ],
)
def test_each_grade_is_seen(outcome: Outcome, reading: Reading, grade: str) -> None:
    found = harms(outcome, reading, EXPECTED, PERSON, [Fault(QUOTA, 1, for_ever=True)])
    assert [one.split(":")[0] for one in found] == [grade]


@pytest.mark.parametrize("facts", ["ab", "abc"])
def test_a_cut_gesture_is_done_or_not(facts: str) -> None:
    reading = Reading(frozenset(facts))
    assert harms(Outcome(ended="killed"), reading, EXPECTED, PERSON, [Fault(KILL, 1)]) == []


def test_counts_add_up_and_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "counts"
    one = Count("abc", 1, "calls", "tmpfs", Counter(kill=3), 3)
    counts.add(file, one)
    counts.add(file, Count("abc", 1, "calls", "tmpfs", Counter(kill=1, EIO=1), 2))
    counts.add(file, Count("abc", 2, "calls", "tmpfs", Counter(kill=5), 5, Counter(lost=1)))
    assert counts.done(counts.read(file), one) == 5
    monkeypatch.setattr(page, "PAGE", tmp_path / "page")
    page.write(counts.read(file))
    assert "| calls | tmpfs | 10 | 10 | 0 | 1 | 0 | 0 | 0 |" in (tmp_path / "page").read_text()
