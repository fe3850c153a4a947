"""Reads the help pages: headings, paragraphs and lists of plain text, nothing else.

The pages are written in French; each of their parts is a sentence of the catalogue ``help``.
"""

from dataclasses import dataclass
from typing import Literal

from desktop_app import i18n
from desktop_app.datafiles import data_root

Kind = Literal["title", "heading", "paragraph", "point"]
_MARKS: tuple[tuple[str, Kind], ...] = (("# ", "title"), ("## ", "heading"), ("- ", "point"))


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a help page."""

    kind: Kind
    text: str


def pages() -> tuple[tuple[Block, ...], ...]:
    """Return the help pages in their order, in French."""
    folder = data_root("resources") / "help" / i18n.SOURCE_LANGUAGE
    files = sorted((file for file in folder.iterdir() if file.name.endswith(".md")), key=_name)
    return tuple(read(file.read_text("utf-8")) for file in files)


def told(block: Block) -> str:
    """Return the words of a block in the language spoken."""
    words = i18n.text(block.text, "help")
    return f"• {words}" if block.kind == "point" else words


def read(text: str) -> tuple[Block, ...]:
    """Return the blocks of a page; lines that follow each other are one paragraph."""
    blocks: list[Block] = []
    open_paragraph = False
    for line in (line.strip() for line in text.splitlines()):
        mark = next(((m, kind) for m, kind in _MARKS if line.startswith(m)), None)
        if not line:
            open_paragraph = False
        elif mark:
            blocks.append(Block(mark[1], line.removeprefix(mark[0])))
            open_paragraph = False
        elif open_paragraph:
            blocks[-1] = Block("paragraph", f"{blocks[-1].text} {line}")
        else:
            blocks.append(Block("paragraph", line))
            open_paragraph = True
    return tuple(blocks)


def _name(file: object) -> str:
    return str(getattr(file, "name", ""))
