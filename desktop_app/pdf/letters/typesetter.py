"""The kept typst compiler: data in, PDF out.

One compiler is kept for the whole run: fonts and templates are parsed once, a letter then takes
milliseconds; it sets one page at a time, whatever thread asks. Values travel as JSON in
``sys.inputs`` and are shown as they are: no source is ever built from them. The templates' folder
is the only one typst may read, and no package is fetched.
"""

import datetime as dt
import json
import re
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from importlib.resources import as_file
from threading import Lock
from typing import Any, Literal

from desktop_app.core.pdf import Part, Pdf
from desktop_app.datafiles import data_root, font_folders
from desktop_app.pdf.letters.errors import AddressTooWide, MissingGlyphs, PageNotSet
from desktop_app.pdf.letters.glyphs import missing_glyphs, printable

STANDARDS: list[Literal["ua-1", "a-2a"]] = ["ua-1", "a-2a"]
"""Declared and checked in part by our tests; no full validator could be had."""

_BLANK = re.compile(r"[.…_]{5,}")

Data = Mapping[str, Any]


class Typesetter:
    """Sets the views of ``resources/typst/main.typ``."""

    def __init__(self) -> None:
        import typst

        self._error = typst.TypstError
        self._one_at_a_time = Lock()  # a page looked at while another is made for printing
        self._open = ExitStack()  # keeps the templates' folder when they come out of an archive
        root = self._open.enter_context(as_file(data_root("resources") / "typst"))
        fonts = typst.Fonts(
            include_system_fonts=False,  # a letter must look the same on every computer
            include_embedded_fonts=False,
            font_paths=[str(folder) for folder in font_folders()],
        )
        self._compiler = typst.Compiler(
            input=str(root / "main.typ"), root=str(root), font_paths=fonts, ignore_system_fonts=True
        )

    def close(self) -> None:
        """Let the templates' folder go."""
        self._open.close()

    def set(self, view: str, data: Data, day: dt.date) -> Pdf:
        """Return the finished PDF: the same bytes for the same data.

        Args:
            view: letter, kit, sheet or window-test.
            data: what that template reads; every string is final text.
            day: the document's own day, written as its date of creation.

        Raises:
            MissingGlyphs, AddressTooWide, PageNotSet.
        """
        clean: dict[str, Any] = _cleaned(data)
        words = json.dumps(clean, ensure_ascii=False)
        clean["has_blanks"] = _BLANK.search(words) is not None
        clean["has_first_days"] = "1er" in words
        created = dt.datetime(day.year, day.month, day.day, tzinfo=dt.UTC)
        inputs = {"view": view, "data": json.dumps(clean, ensure_ascii=False)}
        inputs |= {"hand": clean["words"]["hand"]} if "words" in clean else {}
        with self._one_at_a_time:
            try:
                made = self._compiler.compile(
                    sys_inputs=inputs, pdf_standards=[*STANDARDS], timestamp=created
                )
            except self._error as refusal:
                raise _explained(refusal.message, clean) from None
            if not isinstance(made, bytes):
                raise PageNotSet
            pages = page_count(made)
            return Pdf(made, pages, self._parts(pages))

    def _parts(self, pages: int) -> tuple[Part, ...]:
        """Return the sheets of what was just set: each begins on a page of its own."""
        starts = [one["value"] for one in json.loads(self._compiler.query("<part>"))]
        ends = [start["page"] - 1 for start in starts[1:]] + [pages]
        return tuple(
            Part(start["name"], start["page"], end)
            for start, end in zip(starts, ends)  # noqa: B905 (no sheet at all: one end too many)
        )


def page_count(pdf: bytes) -> int:
    """Count the pages of a PDF that typst wrote: the root of its page tree says so in clear."""
    counts = re.findall(rb"/Type\s*/Pages\b[^>]*?/Count\s+(\d+)", pdf)
    return max(map(int, counts), default=0)


def _cleaned(value: Any) -> Any:
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, Mapping):
        return {key: _cleaned(inner) for key, inner in value.items()}
    if isinstance(value, (list, tuple)):
        return [_cleaned(inner) for inner in value]
    return value


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _explained(message: str, data: Any) -> MissingGlyphs | AddressTooWide | PageNotSet:
    """Turn typst's sentence into ours; it quotes the text, so it goes no further than here."""
    wide = re.search(r"address-too-wide:(\d+)", message)
    if wide:
        return AddressTooWide(line=int(wide[1]))
    missing = missing_glyphs(_texts(data)) if "could not be displayed" in message else ()
    if missing:
        return MissingGlyphs(characters=" ".join(missing), n=len(missing))
    return PageNotSet()
