"""What is wrong with a paper from elsewhere: told when it is filed or inspected, never a refusal.

It may be evidence, so it is kept as it is; who files it may still take the photo again.
"""

import re
from typing import TYPE_CHECKING

from desktop_app.core.errors import AppError, Notice

if TYPE_CHECKING:  # a type alone; it would load all that a tool gives
    from desktop_app.workflow.ports import PictureRenderer

TRIED_SIDE = 64
PAGE_END = "\f"
"""Between the words of two pages, where a reader of text gives them together."""
_SHOWN_PAGES = 10

# Each writing of a PDF ends so. A file made for the web has one more, whose place is 0.
# Source: ISO 32000-1, § 7.5.5 (trailer), § 7.5.6 (incremental updates), annex F (linearized).
_WRITING = re.compile(rb"startxref[ \t\r\n]+0*[1-9][0-9]*[ \t\r\n]+%%EOF")


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
    named = ", ".join(str(number) for number in empty[:_SHOWN_PAGES])
    more = "…" if len(empty) > _SHOWN_PAGES else ""
    return (Notice("pages-without-words", {"n": len(empty), "pages": named + more}),)


def of_updates(data: bytes) -> tuple[Notice, ...]:
    """Say that a PDF was changed after it was first written; its former state is still in it."""
    updates = len(_WRITING.findall(data)) - 1
    return (Notice("pdf-changed-since", {"n": updates}),) if updates > 0 else ()
