"""Family P1: hostile PDFs. Whatever the file: an answer or a code, in time and within memory."""

import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.untrusted.documents import inspect_form, read_text, render_page
from desktop_app.untrusted.errors import PdfRefused
from tests.corpus.hostile import files
from tests.helpers.forms import every_type
from tests.helpers.hostile import KINDS, cuts

PROJECT = Path(__file__).parents[2]
MOST_SECONDS = 16
MOST_MEMORY_MB = 1100
USES: dict[str, Callable[[bytes], object]] = {
    "inspect": inspect_form,
    "text": read_text,
    "render": lambda data: render_page(data, 1),
}
# Kinds whose outcome is fixed; the others may open or be refused, never anything else.
EXACT = {
    "zero byte": "pdf-empty",
    "only a header": "pdf-unreadable",
    "a megabyte of noise after a header": "pdf-unreadable",
    "loop: pages that are their own parent": "pdf-unreadable",
    "a million pages, all the same one": "pdf-too-heavy",
    "a million pages announced, one there": "ok",
    "30,000 fields of one name": "pdf-too-heavy",
    "fields that are numbers, strings and nothing": "ok",
    "loop: fields that are their own kids": "ok",
    "XFA with entities": "ok",
    "a page of 2,000,000 points": "ok",
}
TABLE: list[str] = []


def outcome(use: Callable[[bytes], object], data: bytes) -> tuple[str, float]:
    began = time.monotonic()
    try:
        use(data)
        code = "ok"
    except PdfRefused as refusal:
        code = refusal.code
    return code, time.monotonic() - began


HEAVY = {
    "bomb: flate, 2 GiB of contents",
    "bomb: flate in flate",
    "bomb: object stream of 1 GiB",
    "bomb: image of 60,000 by 60,000",
    "2 to the 26 nested forms",
    "30,000 fields of one name",
    "a field's value of 20 MB",
    "a million pages, all the same one",
    "dictionaries 50,000 deep in the catalog",
}
CASES = [pytest.param(name, marks=pytest.mark.slow if name in HEAVY else ()) for name in KINDS]


@pytest.mark.parametrize("name", CASES)
def test_each_kind_is_answered(name: str) -> None:
    code, seconds = answered("inspect", name, KINDS[name]())
    assert seconds < MOST_SECONDS
    assert code == EXACT.get(name, code)


@pytest.mark.slow
@pytest.mark.parametrize("use", ["text", "render"])
@pytest.mark.parametrize("name", KINDS)
def test_each_kind_read_and_shown_is_answered(name: str, use: str) -> None:
    assert answered(use, name, KINDS[name]())[1] < MOST_SECONDS


def answered(use: str, name: str, data: bytes) -> tuple[str, float]:
    code, seconds = outcome(USES[use], data)
    TABLE.append(f"{name[:50]:50} {use:8} {seconds:5.1f} s  {code}")
    return code, seconds


# In a process of its own: the tests of other rooms have heavier children than these.
ALONE = """
import resource, sys
from desktop_app.untrusted.children import end_servers
from tests.untrusted.test_hostile import HEAVY, KINDS, USES, outcome
for name, make in KINDS.items():
    if (name in HEAVY) == (sys.argv[1] == "heavy"):
        outcome(USES["inspect"], make())
end_servers()  # they waited for the children
print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""


@pytest.mark.parametrize("which", ["light", pytest.param("heavy", marks=pytest.mark.slow)])
def test_memory_stayed_bounded(which: str) -> None:
    """The heaviest child that opens one of these files."""
    done = subprocess.run(
        [sys.executable, "-c", ALONE, which],
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=True,
    )
    most = int(done.stdout) / (1 << 20 if sys.platform == "darwin" else 1 << 10)
    print("\n" + "\n".join(TABLE) + f"\nheaviest child: {most:.0f} MB")
    assert most < MOST_MEMORY_MB


def test_a_document_cut_anywhere_is_answered() -> None:
    """Fast: one cut in ten; the code is exact where the end is missing."""
    for part in cuts(every_type().data(), 10):
        code, seconds = outcome(inspect_form, part)
        assert code in ("ok", "pdf-unreadable", "pdf-empty"), code
        assert seconds < MOST_SECONDS


@pytest.mark.slow
def test_a_document_cut_at_each_hundredth_is_answered() -> None:
    for part in cuts(every_type().data(), 100):
        for use in USES.values():
            code, seconds = outcome(use, part)
            assert code in ("ok", "pdf-unreadable", "pdf-empty"), code
            assert seconds < MOST_SECONDS


SAMPLE = ("deep-pages", "poppler-395-fuzzed", "js-buttons", "empty-protected", "pages-loop",
          "encrypted-r4-aes-user", "poppler-85140-fuzzed", "bomb-giant-image")  # fmt: skip


def test_a_sample_of_the_hostile_corpus_gives_what_its_manifest_says(corpus: Path) -> None:
    assert surprises(corpus, SAMPLE) == []


@pytest.mark.slow
def test_the_hostile_corpus_gives_what_its_manifest_says(corpus: Path) -> None:
    assert surprises(corpus, ("",)) == []


def surprises(corpus: Path, names: tuple[str, ...]) -> list[tuple[str, str]]:
    wrong = []
    for path, wanted in files(corpus):
        if any(path.name.startswith(name) for name in names):
            code, seconds = outcome(inspect_form, path.read_bytes())
            print(f"{path.name:48} {seconds:5.1f} s  {code:20} {' '.join(sorted(wanted))}")
            if code not in wanted or seconds > MOST_SECONDS:
                wrong.append((path.name, code))
    return wrong
