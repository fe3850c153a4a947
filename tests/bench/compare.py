"""Ours beside what people know, in one run, in turn: KeePassXC, Evince, pdftk, PyMuPDF, SQLite.

``python -m tests.bench.compare [--times N]``. Each is an installed program, never a part of ours;
what is not installed is passed over, and named. PyMuPDF is asked of another Python, which
``PAPIER_BENCH_PYMUPDF`` names.

First window: from the command until the X server shows a window of the process, and what the
process had used by then. A form: whole commands, from start to end, children included; ours reads
each value back, the others do not. The safe: an encrypted one beside a plain SQLite with its own
defaults, which neither erases what is deleted nor proves its pages.
"""

import argparse
import contextlib
import os
import random
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.bench.bench_forms import pypdf_values
from tests.bench.bench_start import LAUNCHER, processor_ms
from tests.bench.frame import Row, in_turn, vocabulary

HERE = Path(__file__)
BLANK = HERE.parents[2] / "resources" / "demo" / "formulaire-exemple.pdf"
PATIENCE_S = 60
PAPERS = 2_000
FILLED_BY_PYMUPDF = """
import sys, pymupdf, json
document, values = pymupdf.open(sys.argv[1]), json.load(open(sys.argv[2]))
for page in document:
    for box in page.widgets():
        if box.field_name in values:
            box.field_value = values[box.field_name]
            box.update()
document.bake()
document.save(sys.argv[3])
"""


def windows(times: int) -> Iterator[Row]:
    """Yield how soon each program shows a window, against an empty one of Qt's."""
    if not os.environ.get("DISPLAY") or not shutil.which("xdotool"):
        print("  skipped: windows need a display and xdotool (xvfb-run -a python -m …)")
        return
    empty = "import sys; from PySide6.QtWidgets import *; a = QApplication([]); w = QMainWindow()"
    programs: dict[str, Sequence[str | Path]] = {
        "an empty Qt window": (sys.executable, "-c", f"{empty}; w.show(); sys.exit(a.exec())"),
        "Papier libre": (LAUNCHER,),
        "KeePassXC": ("keepassxc",),
        "Evince": ("evince", BLANK),
    }
    there = {name: one for name, one in programs.items() if _is_there(name, one[0])}
    seen: dict[str, list[tuple[float, float, float]]] = {name: [] for name in there}
    for turn in range(times + 1):
        for name, command in there.items():
            with tempfile.TemporaryDirectory() as home:
                told = _first_window(command, home)
            if turn:
                seen[name].append(told)
    middle = {
        name: [statistics.median(column) for column in zip(*found, strict=True)]
        for name, found in seen.items()
    }
    floor = middle.pop("an empty Qt window")
    for place, (what, unit) in enumerate(
        (("first window", "ms"), ("first window, processor", "ms"), ("memory then", "MB"))
    ):
        for name, figures in middle.items():
            yield Row(f"{name}: {what}", figures[place], floor[place], "empty Qt window", unit=unit)


def _first_window(command: Sequence[str | Path], home: str) -> tuple[float, float, float]:
    """Return the clock and the processor's time at the first window, in ms, and memory in MB."""
    known = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "QT_QPA_PLATFORM")
    environment = {key: said for key, said in os.environ.items() if key not in known}
    began = time.monotonic()
    process = subprocess.Popen(
        command,
        env=environment | {"HOME": home},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        order = ["xdotool", "search", "--onlyvisible", "--pid", str(process.pid), "."]
        while subprocess.run(order, capture_output=True, check=False).returncode:
            assert process.poll() is None, f"{command[0]} ended"
            assert time.monotonic() < began + PATIENCE_S, f"{command[0]} shows no window"
            time.sleep(0.005)
        clock = (time.monotonic() - began) * 1000
        used = Path(f"/proc/{process.pid}/stat").read_text("ascii").rpartition(")")[2].split()
        ticks = int(used[11]) + int(used[12])
        smaps = Path(f"/proc/{process.pid}/smaps_rollup").read_text("ascii")
        pss = next(line for line in smaps.splitlines() if line.startswith("Pss:"))
        return clock, ticks * 1000 / os.sysconf("SC_CLK_TCK"), int(pss.split()[1]) / 1024
    finally:
        process.kill()
        process.wait()


def forms(times: int) -> Iterator[Row]:
    """Yield what it costs to fill and flatten one form, by whole commands."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        values = {k: v for k, v in pypdf_values(BLANK.read_bytes()).items() if "/" not in v}
        others = dict(_fillers(folder, values))
        if not others:
            return
        ours = [LAUNCHER, "form", "fill", BLANK, "--values", folder / "v.json"]
        ours += ["--out", folder / "ours.pdf", "--json"]
        orders = [ours, *others.values()]
        figure, *theirs = processor_ms(
            [["sh", "-c", 'rm -f "$0"/*.pdf; exec "$@"', folder, *one] for one in orders],
            folder,
            times,
        )
    for name, taken in zip(others, theirs, strict=True):
        yield Row("a form filled, flattened and read back, processor", figure, taken, name)


def _fillers(folder: Path, values: Mapping[str, str]) -> Iterator[tuple[str, Sequence[str | Path]]]:
    import json

    (folder / "v.json").write_text(json.dumps(values), "utf-8")
    if _is_there("pdftk", "pdftk"):
        rows = "".join(
            f"<field name={_quoted(name)}><value>{_escaped(said)}</value></field>"
            for name, said in values.items()
        )
        head = '<?xml version="1.0" encoding="UTF-8"?><xfdf xmlns="http://ns.adobe.com/xfdf/">'
        (folder / "v.xfdf").write_text(f"{head}<fields>{rows}</fields></xfdf>", "utf-8")
        out = ("output", folder / "pdftk.pdf", "flatten")
        yield "pdftk, not read back", ("pdftk", BLANK, "fill_form", folder / "v.xfdf", *out)
    python = os.environ.get("PAPIER_BENCH_PYMUPDF", "")
    if _is_there("PyMuPDF (PAPIER_BENCH_PYMUPDF)", python):
        order = (python, "-c", FILLED_BY_PYMUPDF, BLANK, folder / "v.json", folder / "mupdf.pdf")
        yield "PyMuPDF, not read back", order


def _escaped(said: str) -> str:
    from xml.sax.saxutils import escape

    return escape(said)


def _quoted(said: str) -> str:
    from xml.sax.saxutils import quoteattr

    return quoteattr(said)


def databases(times: int) -> Iterator[Row]:
    """Yield what an encrypted safe's database costs beside a plain one with its own defaults."""
    from tests.bench.bench_safe import BODY, DAY, documents, fill
    from tests.bench.bench_safe import WORDS as LONG

    draw = random.Random(3)
    words, weights = vocabulary(draw)
    with tempfile.TemporaryDirectory() as place:
        from desktop_app.safe.database import connect
        from desktop_app.safe.records import Filing
        from desktop_app.safe.search import Search

        filled = fill(PAPERS, Path(place))
        ours = connect(filled.cipher, filled.key)
        stock = sqlite3.connect(Path(place) / "stock.db")
        stock.execute(
            "CREATE TABLE paper (id INTEGER PRIMARY KEY, title TEXT, day TEXT, data BLOB)"
        )
        stock.execute("CREATE VIRTUAL TABLE word USING fts5 (title, words)")
        texts = (" ".join(draw.choices(words, cum_weights=weights, k=LONG)) for _ in range(PAPERS))
        with stock:
            for text in texts:
                _stock_add(stock, BODY, text)
        room, two = documents(ours), f"{filled.middle} {filled.common}"
        filing = Filing("Recours", DAY, "letter", " ".join(["mot"] * LONG))
        pairs: dict[str, tuple[Callable[[], object], Callable[[], object]]] = {
            "first 50 of two words": (
                lambda: Search(ours).rows(two, 50),
                lambda: stock.execute(
                    "SELECT rowid FROM word WHERE word MATCH ? ORDER BY rowid DESC LIMIT 50", (two,)
                ).fetchall(),
            ),
            "save a paper of 40 kB": (
                lambda: room.add(BODY, filing, person="Personne 7"),
                lambda: _stock_saved(stock, BODY, filing.text),
            ),
        }
        for name, pair in pairs.items():
            mine, theirs = in_turn(pair, times)
            yield Row(f"{PAPERS:,} papers: {name}", mine, theirs, "plain SQLite, its defaults")
        ours.close()
        stock.close()


def _stock_add(stock: sqlite3.Connection, data: bytes, text: str) -> None:
    row = stock.execute(
        "INSERT INTO paper (title, day, data) VALUES ('Recours', '2026-11-24', ?)", (data,)
    ).lastrowid
    stock.execute("INSERT INTO word (rowid, title, words) VALUES (?, 'Recours', ?)", (row, text))


def _stock_saved(stock: sqlite3.Connection, data: bytes, text: str) -> None:
    with stock:
        _stock_add(stock, data, text)


def _is_there(name: str, program: str | Path) -> bool:
    found = bool(program) and shutil.which(program) is not None
    if not found:
        print(f"  not installed, passed over: {name}")
    return found


def main(arguments: Sequence[str]) -> int:
    from tests.bench.__main__ import line

    parser = argparse.ArgumentParser(prog="python -m tests.bench.compare")
    parser.add_argument("--times", type=int, default=9)
    times = parser.parse_args(arguments).times
    for name, rows in (("windows", windows), ("forms", forms), ("databases", databases)):
        print(f"{name}:")
        with contextlib.closing(rows(times)) as found:
            for row in found:
                print(f"  {line(row)}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
