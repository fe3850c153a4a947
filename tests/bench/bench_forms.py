"""Filling forms: ours, proof included, beside pypdf's own fill of the same fields.

Warm: without imports, process start and the blank's measure.
"""

import gc
import io
import logging
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pypdf

from desktop_app.pdf.forms import lettering
from desktop_app.pdf.forms.engine import FormFile
from desktop_app.pdf.forms.readers import how_many
from tests.bench.frame import TIMES, Row
from tests.helpers.forms import every_type

CORPUS = Path(__file__).parents[3] / "shared" / "forms-corpus"
BIG = "cerfa-15692-01-mdph-demande-combine.pdf"
SMALL = "cerfa-15548-02-demande-election-domicile-xfa.pdf"
SHARE, SMALL_MS = 0.2, 100
TEXT = "Éloïse Martin"


def rows() -> Iterator[Row]:
    """Yield the big form's row, then a small form's; skips by name without the corpus."""
    logging.disable(logging.WARNING)  # what pypdf says of each font
    own = every_type().data()
    yield Row("our small form: fill, flatten, read back", ours(own)[0], budget=SMALL_MS)
    if not CORPUS.is_dir():
        print("  skipped: the forms corpus is not beside the project (../shared/forms-corpus)")
        return
    small, big = ((CORPUS / "french" / name).read_bytes() for name in (SMALL, BIG))
    yield Row("15548: fill, flatten, read back", ours(small)[0], budget=SMALL_MS)
    mine, theirs, peak = both(big)
    yield Row(
        "828 fields: fill, flatten, read back", mine, theirs, "pypdf's own fill", budget=SHARE
    )
    yield Row("828 fields: peak memory of the child that fills", peak, budget=200, unit="MB")


def both(data: bytes) -> tuple[float, float, float]:
    """Take turns; medians in milliseconds, and the most memory of the filling child, in MB."""
    mine, theirs, peaks = [], [], []
    values = pypdf_values(data)
    for turn in range(TIMES + 1):
        gc.collect()  # the other side's leavings must not be swept in this one's time
        took, peak = once(data)
        gc.collect()
        began = time.perf_counter()
        pypdf_fill(data, values)
        if turn:
            mine.append(took)
            peaks.append(peak)
            theirs.append((time.perf_counter() - began) * 1000)
    return median(mine), median(theirs), max(peaks)


def ours(data: bytes) -> tuple[float, float]:
    done = [once(data) for _ in range(TIMES + 1)][1:]
    return median([took for took, _ in done]), max(peak for _, peak in done)


def once(data: bytes) -> tuple[float, float]:
    """Fill and prove once; the children are started, and the blank measured, outside the clock."""
    lettering.prepare()
    file = FormFile(how_many(data))
    try:
        file.wait_until_ready()
        clock = Clock()
        with clock:
            file.open(data)
        file.measure()
        with clock:
            values = values_of(file)
            _, proof = file.fill(values, editable=False)
        assert proof.verified == proof.total == len(values)
        return clock.milliseconds, peak_memory_mb(file)
    finally:
        file.close()


def peak_memory_mb(file: FormFile) -> float:
    """The most memory the filling child held, where the system says it (Linux)."""
    status = Path(f"/proc/{file._writer._process.pid}/status")
    if not status.exists():
        return 0.0
    line = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


class Clock:
    """Adds up the time spent inside its ``with``."""

    milliseconds = 0.0

    def __enter__(self) -> None:
        self._began = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self.milliseconds += (time.perf_counter() - self._began) * 1000


def values_of(file: FormFile) -> dict[str, Any]:
    make: dict[str, Callable[[Any], Any]] = {
        "text": lambda one: TEXT[: one.max_length or None],
        "tick": lambda _: True,
        "one_of": lambda one: one.options[0].id,
        "choice": lambda one: one.options[0].id,
    }
    return {
        one.name: make[one.type](one)
        for one in file.form.fields
        if one.fillable and not one.read_only
    }


def pypdf_values(data: bytes) -> dict[str, str]:
    values: dict[str, str] = {}
    for name, one in (pypdf.PdfReader(io.BytesIO(data)).get_fields() or {}).items():
        if one.get("/FT") == "/Tx":
            values[name] = TEXT
        elif one.get("/FT") == "/Btn" and one.get("/_States_"):
            values[name] = one["/_States_"][0]
    return values


def pypdf_fill(data: bytes, values: dict[str, str]) -> bytes:
    writer = pypdf.PdfWriter(clone_from=io.BytesIO(data))
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


def median(durations: list[float]) -> float:
    return sorted(durations)[len(durations) // 2]
