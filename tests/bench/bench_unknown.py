"""A form that no pack knows, in the window: from its file to its first question, and a box added.

Its fields have raw names, its words stand beside them; drawn here, so that nothing else is needed.
What holds the window is what its own thread does in one turn, as in ``bench_screens``.
"""

import os
import statistics
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.pages.page import Answers
from tests.bench.bench_screens import HELD_MS, Opened, watched
from tests.bench.frame import TIMES, Row

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

    from tests.bench.in_window import Bench

BOXES, READY_MS = 190, 3000
MANY = 493
A_PAGE = 50
ASKED = ("Montant de la ressource", "Nom du versement", "Objet de la dépense", "Lieu de travail")


def rows() -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from tests.bench.in_window import Bench

    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        bench = Bench()
        try:
            yield from _opened(bench, _file(Path(home), BOXES))
            yield from _box_added(bench, _file(Path(home), MANY))
        finally:
            bench.close()


def _opened(bench: "Bench", path: Path) -> Iterator[Row]:
    first, *times = [_first_question(bench, path) for _ in range(TIMES + 1)]
    name = f"an unknown form of {BOXES} boxes"
    yield Row(f"{name}: its question, when first opened", first.read, budget=READY_MS)
    ready = [one.read for one in times]
    middle = statistics.median(ready)
    yield Row(f"{name}: its first question", middle, budget=READY_MS, least=min(ready))
    yield from _held(name, [first, *times])


def _box_added(bench: "Bench", path: Path) -> Iterator[Row]:
    from desktop_app.pages import destinations as to
    from desktop_app.pages import page_boxes

    _first_question(bench, path)
    bench.window.resize(1366, 768)
    bench.window.go(to.OnPage(writing=bench.context.session.writing))
    bench.quiet()

    def added(number: int) -> Opened:
        page = bench.page()
        page.perform(page_boxes.AddBox())
        bench.quiet()
        said = {page_boxes.WORDS: f"{ASKED[0]} {number}", page_boxes.SHAPE: "text"}
        return watched(bench, lambda: page.perform(Answers(page_boxes.ADDING, said)))

    times = [added(number) for number in range(1, TIMES + 2)][1:]
    yield from _held(f"a box added among {MANY}", times)


def _held(name: str, times: list[Opened]) -> Iterator[Row]:
    """Yield the most that each time held the window, by the clock and by the processor."""
    for words, held, budget in (
        ("held at a time", [one.held for one in times], HELD_MS),
        ("held at a time, processor", [one.held_cpu for one in times], None),
    ):
        yield Row(f"{name}: {words}", statistics.median(held), budget=budget, least=min(held))


def _first_question(bench: "Bench", path: Path) -> Opened:
    """Have the file opened and its questions asked, as the person does."""
    from desktop_app.gui.screens.questions.view import Questions
    from desktop_app.pages import destinations as to
    from desktop_app.pages.boxes import AskBoxes

    bench.window.restart(to.OpenPdf())
    bench.quiet()
    read = watched(bench, lambda: bench.page().open(str(path)))
    asked = watched(bench, lambda: bench.page().perform(AskBoxes()))
    assert isinstance(bench.page(), Questions), bench.page()
    held = max(read.held, asked.held)
    cpu = max(read.held_cpu, asked.held_cpu)
    return Opened(held, cpu, read.worked + asked.worked, read.read + asked.read)


def _file(folder: Path, boxes: int) -> Path:
    """Write a form of so many boxes, fifty a page, each after its words."""
    from tests.helpers.forms import FormPdf

    pages = -(-boxes // A_PAGE)
    form = FormPdf(*[_words] * pages, size=(595, 842))
    for number in range(boxes):
        page, y = number // A_PAGE + 1, _line(number % A_PAGE)
        form.text(f"Texte{number + 1}", (300, y, 520, y + 13), page)
    path = folder / f"{boxes}.pdf"
    path.write_bytes(form.data())
    return path


def _line(number: int) -> float:
    return 800.0 - 15 * number


def _words(canvas: "Canvas") -> None:
    for number in range(A_PAGE):
        canvas.drawString(40, _line(number) + 4, f"{ASKED[number % len(ASKED)]} {number + 1} :")
