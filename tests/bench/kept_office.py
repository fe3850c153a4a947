"""The office of ``large.py``, with 100,000 papers more, made once and kept in a folder.

Made in a minute; a measure then works on a copy, so that what it writes is not measured next time.
What it is made of is in its name: another program, or other amounts, make another one.
"""

import hashlib
import os
import shutil
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.datafiles import data_root
from desktop_app.safe.store import Safe as Archive
from desktop_app.workflow.store import Safe
from tests.bench import large, many
from tests.gui.harness import screens
from tests.gui.harness.screens import TODAY
from tests.helpers.safes import open_safe

if TYPE_CHECKING:
    from desktop_app.wiring import RealTools

PAPERS = 100_000
CACHE = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "papier-libre-bench"
"""Where it is kept; read before a measure gives itself another home."""
PARTS = ("essai.coffre", "forms")


class KeptOffice(large.Office):
    """A copy of what was kept: its safe opens, its packs are read where they lie."""

    @cached_property
    def safe(self) -> Safe:
        return open_safe(self.folder / PARTS[0], TODAY)

    @cached_property
    def place(self) -> Path:
        return self.folder / PARTS[0]

    @cached_property
    def catalogue(self) -> FolderCatalogue:
        return FolderCatalogue(self.folder / PARTS[1])


def office(tools: "RealTools", cache: Path, folder: Path, papers: int = PAPERS) -> KeptOffice:
    """Return the office kept in ``cache``, copied to ``folder``; made there when it is not yet."""
    kept = cache / f"office-{papers}-{_made_of()}"
    if not kept.is_dir():
        _make(tools, kept, papers)
    for part in PARTS:
        shutil.copytree(kept / part, folder / part)
    return KeptOffice(tools, folder)


def _make(tools: "RealTools", kept: Path, papers: int) -> None:
    begun = kept.with_name(f"{kept.name}.part")
    shutil.rmtree(begun, ignore_errors=True)
    begun.mkdir(parents=True)
    made = large.Office(tools, begun)
    safe = made.safe
    try:
        many.fill(cast("Archive", safe).database, many.Many(papers))
    finally:
        safe.close()
    large.many_packs(begun / PARTS[1])
    begun.rename(kept)


def _made_of() -> str:
    """Return the digest of all that says what is in it."""
    sources = [*map(Path, (large.__file__, many.__file__, screens.__file__))]
    sources += sorted(Path(str(data_root("forms"))).rglob("*.toml"))
    schema = Path(str(data_root("forms"))).parent / "desktop_app" / "safe" / "schema"
    digest = hashlib.sha256()
    for one in (*sources, *sorted(schema.glob("*.sql"))):
        digest.update(one.read_bytes())
    return digest.hexdigest()[:16]
