"""What a home pays now, beside a former checkout: ``python -m tests.bench.before DIR``.

DIR is a worktree (``git worktree add DIR COMMIT``), read by the Python of this one. Processes take
turns, each in a home of its own: to the first paint (clock, processor, memory, modules loaded);
then a safe that no office keeps is opened, an answer saved in it.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.bench.__main__ import line
from tests.bench.frame import Row

NOW = Path(__file__).parents[2]
TIMES = 9
PAINT = """
import json, os, sys, time
began = float(os.environ["BEGAN"])
sys.path.insert(0, os.path.join(os.environ["PYTHONPATH"], "tests", "bench"))
import first_paint
def seen(told=first_paint.told):
    clock, processor, resident = map(float, told().split())
    print(json.dumps({
        "first paint, ms": (clock - began) * 1000, "first paint, processor, ms": processor * 1000,
        "memory at first paint, MB": resident / 1024, "modules at first paint": len(sys.modules),
    }))
    sys.stdout.flush()
    os._exit(0)
first_paint.told = seen
first_paint.ours()
"""
SAFE = """
import datetime as dt, json, os, statistics, time
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
day, phrase = dt.date(2026, 11, 25), "trois elephants bleus a Nimes"
door, place = Door(choose_kdf=lambda: FLOOR), os.path.join(os.environ["HOME"], "safe")
from pathlib import Path
door.create(Path(place), phrase, on=day)
def took(act, times):
    spent = []
    for n in range(times + 1):
        began = time.process_time()
        act(n)
        spent.append((time.process_time() - began) * 1000)
    return statistics.median(spent[1:])
with door.open(Path(place), phrase, on=day) as safe:
    for n in range(200):
        dossier = safe.dossiers.add("Indu", on=day, person=safe.people.add(f"Personne {n}", on=day))
        safe.events.add(dossier, kind="posted", day=day)
    answers = {f"question-{n}": ["une reponse"] for n in range(76)}
    said = lambda: json.dumps({"version": 1, "pack": "mdph", "answers": answers, "unknown": []})
    draft = safe.drafts.begin("mdph", said(), on=day)
    def save(n):
        answers[f"question-{n % 76}"] = [f"une autre, la {n}e"]
        safe.drafts.save(draft, said(), question="question-1", on=day)
    saved = took(save, 60)
    found = took(lambda _n: safe.people.all(), 20)
opened = took(lambda _n: door.open(Path(place), phrase, on=day).close(), 5)
print(json.dumps({
    "an answer saved, processor, ms": saved, "everyone listed, processor, ms": found,
    "a safe opened, processor, ms": opened,
    "a safe of 200 people, kB": os.path.getsize(os.path.join(place, "safe.db")) / 1024,
}))
"""


def told(tree: Path, script: str) -> Mapping[str, float]:
    """Run a script on a checkout, in a home of its own; return what it measured."""
    import time

    with tempfile.TemporaryDirectory() as home:
        unwanted = {"PYTHONDONTWRITEBYTECODE", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"}
        kept = {name: value for name, value in os.environ.items() if name not in unwanted}
        here = {"HOME": home, "PYTHONPATH": str(tree), "QT_QPA_PLATFORM": "offscreen"}
        done = subprocess.run(
            [sys.executable, "-c", script],
            env=kept | here | {"BEGAN": str(time.monotonic())},
            cwd=home, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=True,
        )  # fmt: skip
    found: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return found


def main(before: Path) -> None:
    """Print each figure of now, its figure of before, and the ratio."""
    for script in (PAINT, SAFE):
        figures: dict[Path, list[Mapping[str, float]]] = {before: [], NOW: []}
        for turn in range(TIMES + 1):
            for tree, kept in figures.items():
                one = told(tree, script)
                if turn:  # the first compiles
                    kept.append(one)
        for what in figures[NOW][0]:
            then, now = (statistics.median(one[what] for one in kept) for kept in figures.values())
            name, _, unit = what.rpartition(", ")
            least = min(one[what] for one in figures[NOW])
            row = Row(name or unit, now, then, "before", unit=unit if name else "", least=least)
            print(line(row))


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
