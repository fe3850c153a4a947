"""What is wrong with a paper from elsewhere: told when it is filed or inspected, never a refusal.

It may be evidence, so it is kept as it is; who files it may still take the photo again.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app.core.errors import AppError, Notice
from desktop_app.core.updates import Updates

if TYPE_CHECKING:  # a type alone; it would load all that a tool gives
    from desktop_app.workflow.ports import PictureRenderer

TRIED_SIDE = 64
PAGE_END = "\f"
"""Between the words of two pages, where a reader of text gives them together."""
_SHOWN_PAGES = 10


def of_picture(data: bytes, show: "PictureRenderer") -> tuple[Notice, ...]:
    """Say that a picture cannot be seen; it is opened in a child process."""
    try:
        show(data, TRIED_SIDE)
    except AppError:
        return (Notice("picture-not-seen"),)
    return ()


def of_words(pages: int, text: str) -> tuple[Notice, ...]:
    """Say which pages have no words: a search will find none there."""
    texts = text.split(PAGE_END)
    if len(texts) != pages:
        texts = [text]
    empty = [number for number, words in enumerate(texts, 1) if not words.strip()]
    if not empty:
        return ()
    if len(empty) == len(texts):
        return (Notice("no-words-at-all"),)
    return (Notice("pages-without-words", {"n": len(empty), "pages": _named(empty)}),)


def of_updates(found: Updates) -> tuple[Notice, ...]:
    """Say what became of a PDF after it was first written; its former state is still in it.

    Whoever fills a form or signs it changes it too: that alone is told as what it is.
    """
    if not found.times:
        return ()
    if not found.compared:
        return (Notice("pdf-changed-since", {"n": found.times}),)
    told = [
        _on_pages("pdf-print-changed", [one.page for one in found.reworded]),
        _on_pages("pdf-covered", found.covered),
        *_more_pages(found.more),
        _on_pages("pdf-filled", found.filled),
        _on_pages("pdf-signed", found.signed),
    ]
    said = tuple(one for one in told if one is not None)
    if found.left:
        return (*said, Notice("pdf-not-compared", {"n": found.left}))
    return said or (Notice("pdf-saved-again", {"n": found.times}),)


def _more_pages(more: int) -> tuple[Notice, ...]:
    if not more:
        return ()
    return (Notice("pdf-pages-added" if more > 0 else "pdf-pages-gone", {"n": abs(more)}),)


def _on_pages(code: str, pages: Sequence[int]) -> Notice | None:
    return Notice(code, {"n": len(pages), "pages": _named(pages)}) if pages else None


def _named(pages: Sequence[int]) -> str:
    named = ", ".join(str(number) for number in pages[:_SHOWN_PAGES])
    return named + ("…" if len(pages) > _SHOWN_PAGES else "")
