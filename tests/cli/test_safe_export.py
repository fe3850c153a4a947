"""``safe export``: a folder that reads without this program, nor any network."""

from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tests.cli.test_safe import safe
from tests.cli.test_safe_matters import _on_a_fixed_day, filed, folder  # noqa: F401

NASTY = "Ana <script>alert(1)</script> / « Été »"


class Page(HTMLParser):
    """Its links, its words, and what it would fetch or run."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.links: list[str] = []
        self.words = ""
        self.tags: set[str] = set()
        self.feed(path.read_text("utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        told = dict(attrs)
        assert not told.keys() & {"src", "onclick", "style"}
        if tag == "a":
            self.links.append(unquote(told["href"] or ""))

    def handle_data(self, data: str) -> None:
        self.words += data


def walked(start: Path) -> Iterator[tuple[Path, Page | None]]:
    """Follow every link from a page; each leads to a file."""
    waiting, seen = [start.resolve()], set[Path]()
    while waiting:
        path = waiting.pop()
        if path in seen:
            continue
        seen.add(path)
        assert path.is_file(), path
        page = Page(path) if path.suffix == ".html" else None
        yield path, page
        if page is not None:
            waiting += [(path.parent / link).resolve() for link in page.links]


def test_every_paper_is_reached_from_the_first_page(folder: Any, filed: Any) -> None:  # noqa: F811
    paper = folder.parent / "photo.pdf"
    paper.write_bytes(b"%PDF-1.7 rien")
    safe("add", folder, paper, "--title", "Avis / « reçu » ?", "--person", NASTY)
    safe("add", folder, paper, "--title", "Sans personne")
    out = folder.parent / "sorti"
    status, data, _ = safe("export", folder, out)
    assert (status, data["documents"]) == (0, 3)
    found = dict(walked(out / "index.html"))
    papers = {path for path, page in found.items() if page is None}
    assert len(papers) == 3
    assert papers == set(out.resolve().rglob("*.pdf"))
    pages = [page for page in found.values() if page is not None]
    assert not set().union(*(page.tags for page in pages)) & {"script", "link", "img", "iframe"}
    words = " ".join(page.words for page in pages)
    assert NASTY in words
    assert "Les dates à ne pas manquer" in words
    person = next(one for one in safe("list", folder)[1]["items"] if one["id"] == filed["document"])
    assert f"{person['dossier']}" in words


def test_there_must_be_room_before_it_begins(folder: Any, filed: Any, monkeypatch: Any) -> None:  # noqa: F811
    monkeypatch.setattr("desktop_app.safe.backups.shutil.disk_usage", lambda _path: Room)
    status, data, _ = safe("export", folder, folder.parent / "plein")
    assert (status, data["error"]["code"]) == (7, "disk-full")
    assert not (folder.parent / "plein").exists()


class Room:
    free = 10
