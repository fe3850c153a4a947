"""What the runs found, added up in a file: a line for each run of a family."""

import json
import os
import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]


@dataclass
class Count:
    """What one run of the command did in one family, on one kind of disk.

    Attributes:
        tried: points, by what was done to them.
        fired: faults that were really met.
        harms: by grade; none is allowed.
        seen: the first harms, in words.
        caught: of a sabotage: after how many runs it was seen, 0 if it was not.
    """

    commit: str
    seed: int
    family: str
    place: str = ""
    tried: Counter[str] = field(default_factory=Counter)
    fired: int = 0
    harms: Counter[str] = field(default_factory=Counter)
    seen: list[str] = field(default_factory=list)
    skipped: str = ""
    caught: int | None = None
    seconds: float = 0

    @property
    def runs(self) -> int:
        return sum(self.tried.values())


def commit() -> str:
    """Return the commit that is tried; with "+" where files differ from it."""
    return _git("rev-parse", "--short=12", "HEAD") + ("+" if _git("status", "--porcelain") else "")


def _git(*words: str) -> str:
    done = subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=False)
    return done.stdout.strip()


def default_file() -> Path:
    """Return where the counts are kept unless another file is asked for."""
    state = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(state) / "papier-libre" / "faults.jsonl"


def read(path: Path) -> list[Count]:
    """Return every count of a file; none where there is no such file."""
    if not path.exists():
        return []
    return [_count(json.loads(line)) for line in path.read_text("utf-8").splitlines() if line]


def add(path: Path, count: Count) -> None:
    """Add a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        file.write(json.dumps(vars(count), ensure_ascii=False) + "\n")


def done(counts: Iterable[Count], like: Count) -> int:
    """Return how many points of the same plan were tried already."""
    same = ("commit", "seed", "family", "place")
    return sum(one.runs for one in counts if all(getattr(one, n) == getattr(like, n) for n in same))


def _count(found: Mapping[str, object]) -> Count:
    count = Count(**found)  # type: ignore[arg-type]
    count.tried, count.harms = Counter(count.tried), Counter(count.harms)
    return count
