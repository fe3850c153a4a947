"""The labelled forms, flat, with what was found on them; both kept by content between two runs.

What is kept lies in the system's folder for temporary files and is renewed when the code changes.
"""

import hashlib
import io
import os
import pickle
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TypeVar

import pikepdf
import pypdfium2

from tests.corpus.boxes import engines, split
from tests.corpus.boxes.engines import FoundPage
from tests.corpus.boxes.flatten import Flat, flatten
from tests.corpus.boxes.noise import worse

FOLDERS = ("detector", "french", "world")
KEPT = Path(tempfile.gettempdir()) / "papier-libre-boxes"
CODE = Path(__file__).parents[3]
MOST_PAGES = 3  # of one form, made worse
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Labels:
    """A form with fields: its name, the hash of the file, and its pages made flat."""

    name: str
    digest: str
    flat: Flat
    runs: frozenset[str]


def forms(folder: Path) -> Iterator[Labels]:
    """Every form with fields, each once."""
    seen: set[str] = set()
    for path in (path for name in FOLDERS for path in sorted((folder / name).glob("*.pdf"))):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        if digest not in seen:
            seen.add(digest)
            found = _kept(f"{digest}-flat", ("flatten.py", "looks.py"), partial(_flat, path))
            if found is not None:
                yield Labels(path.stem, digest, *found)


def _flat(path: Path) -> tuple[Flat, frozenset[str]] | None:
    try:
        flat = flatten(path.read_bytes())
    except (pikepdf.PdfError, pikepdf.PasswordError):
        return None
    if not flat.count:
        return None
    document = pypdfium2.PdfDocument(flat.data)
    words = " ".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return flat, split.runs(words)


def of_part(every: Sequence[Labels], *, kept_apart: bool) -> list[Labels]:
    """The forms for tuning, or those kept apart."""
    apart = split.kept_apart({one.name: one.runs for one in every})
    return [one for one in every if (one.name in apart) == kept_apart]


def made_worse(one: Labels, noise: str) -> Flat:
    """Return a form's first labelled pages, as pictures; as they are without ``noise``."""
    if not noise:
        return one.flat
    name = f"{one.digest}-{noise}"
    return _kept(name, ("flatten.py", "looks.py", "noise.py"), lambda: _worse(one, noise))


def _worse(one: Labels, noise: str) -> Flat:
    wanted = [n for n, page in enumerate(one.flat.pages) if page.boxes][:MOST_PAGES]
    source, some = pypdfium2.PdfDocument(one.flat.data), pypdfium2.PdfDocument.new()
    some.import_pages(source, wanted)

    out = io.BytesIO()
    some.save(out)
    part = Flat(out.getvalue(), tuple(one.flat.pages[n] for n in wanted))
    return worse(part, noise, one.name)


def found_on(one: Labels, engine: str, noise: str) -> tuple[FoundPage, ...]:
    """Look at a form, or remember what was found with this very code."""
    name = f"{one.digest}-{noise}-{engine}"
    return _kept(name, (), lambda: tuple(engines.run(engine, made_worse(one, noise))))


def _kept(name: str, files: Sequence[str], make: Callable[[], T]) -> T:
    """Make something once; again when one of these files changed (the search, without any)."""
    code = _of_code(tuple(files))
    path = KEPT / f"{name}-{code}.pickle"
    if path.is_file():
        return pickle.loads(path.read_bytes())  # written by this very code
    found = make()
    KEPT.mkdir(exist_ok=True, mode=0o700)
    half = path.with_suffix(f".{os.getpid()}")
    half.write_bytes(pickle.dumps(found))
    half.replace(path)  # another run may be reading
    return found


@cache
def _of_code(files: tuple[str, ...]) -> str:
    """A short hash of files of this folder, or of the search and this folder."""
    here = Path(__file__).parent
    paths = [here / name for name in files] or [
        *sorted((CODE / "desktop_app/untrusted").rglob("*.py")),
        CODE / "desktop_app/core/rect.py",
        *sorted(here.glob("*.py")),
        *sorted((here.parent / "learned").glob("*.*")),
    ]
    return hashlib.sha256(b"".join(path.read_bytes() for path in paths)).hexdigest()[:12]
