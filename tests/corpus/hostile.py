"""How each hostile file of the corpus is answered: code, time, memory, as a person would see it.

``./start corpus --hostile``. Each file is given to the command line in a process of its own, whose
heaviest child the system tells; then its words are read and its first page drawn.
"""

import json
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from desktop_app.untrusted.documents import read_text, render_page
from desktop_app.untrusted.errors import PdfRefused

MOST_SECONDS, MOST_MB = 16, 1100
# What the corpus' manifest asks for: open, ask for the password, refuse; XFA-only opens as such.
EXPECTED = {
    "open": {"ok"},
    "ask for the password": {"pdf-encrypted"},
    "refuse": {"pdf-unreadable", "pdf-too-heavy"},
    "open or refuse": {"ok", "pdf-unreadable", "pdf-too-heavy", "pdf-took-too-long"},
    "open (repaired) or refuse": {"ok", "pdf-unreadable", "pdf-too-heavy"},
}
USES: dict[str, Callable[[bytes], object]] = {
    "text": read_text,
    "render": lambda data: render_page(data, 1),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """How one file was answered; ``memory`` is in MB, that of the heaviest process."""

    name: str
    code: str
    wanted: frozenset[str]
    seconds: float
    memory: float

    @property
    def is_right(self) -> bool:
        """Whether the code is one of those wanted, in time and within memory."""
        return self.code in self.wanted and self.seconds < MOST_SECONDS and self.memory < MOST_MB


def files(corpus: Path) -> Iterator[tuple[Path, frozenset[str]]]:
    """Each hostile file, and the codes that its line of the manifest allows."""
    for line in (corpus / "MANIFEST.tsv").read_text("utf-8").splitlines():
        cells = line.split("\t")
        if cells[0].startswith("hostile/"):
            longest = sorted(EXPECTED.items(), key=lambda one: -len(one[0]))
            wanted = next(codes for start, codes in longest if cells[-1].startswith(start))
            yield corpus / cells[0], frozenset(wanted)


def inspected(path: Path, wanted: frozenset[str]) -> Answer:
    """Have the command line describe a file, and see what it says and takes."""
    command = [sys.executable, "-I", "-m", "desktop_app", "form", "inspect", str(path), "--json"]
    began = time.monotonic()
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL) as process:
        assert process.stdout is not None
        said = process.stdout.read()
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    code = json.loads(said).get("error", {}).get("code", "ok")
    if (code == "ok") != (process.returncode == 0):
        code += f", status {process.returncode}"
    return Answer(path.name, code, wanted, time.monotonic() - began, used.ru_maxrss / 1024)


def used(path: Path) -> tuple[str, ...]:
    """The codes of reading a file's words and of drawing its first page."""
    data, codes = path.read_bytes(), []
    for use in USES.values():
        try:
            use(data)
            codes.append("ok")
        except PdfRefused as refusal:
            codes.append(refusal.code)
    return tuple(codes)


def print_table(corpus: Path) -> bool:
    """Print a line a file, then the worst; returns whether all were answered rightly."""
    # First: what this process itself holds counts, for the system, in those that it starts.
    answers = [inspected(path, wanted) for path, wanted in files(corpus)]
    print(f"{'file':44} {'form inspect':18} {'s':>5} {'MB':>5}  {'text':14} {'first page':14}")
    for (path, wanted), answer in zip(files(corpus), answers, strict=True):
        text, page = (code.removeprefix("pdf-") for code in used(path))
        print(
            f"{answer.name[:44]:44} {answer.code:18} {answer.seconds:5.1f} {answer.memory:5.0f}"
            f"  {text:14} {page:14} {'' if answer.is_right else f'WANTED {sorted(wanted)}'}",
            flush=True,
        )
    wrong = [one.name for one in answers if not one.is_right]
    slowest = max(answers, key=lambda one: one.seconds)
    heaviest = max(answers, key=lambda one: one.memory)
    print(
        f"\n{len(answers)} files, {len(wrong)} not answered as they must be {wrong or ''}\n"
        f"slowest: {slowest.name}, {slowest.seconds:.1f} s (limit {MOST_SECONDS})\n"
        f"heaviest: {heaviest.name}, {heaviest.memory:.0f} MB (limit {MOST_MB})"
    )
    return not wrong
