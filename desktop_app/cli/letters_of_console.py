"""Windows: the letters that a pipe of its console takes ("cp850"), and what stands for the others.

The console itself is written to in all letters, and so is a file. What ``| more``, ``| clip`` and
PowerShell take from a program is read in the console's own page of 256 letters: UTF-8 would be
read as "Ã©". ``chcp 65001`` chooses UTF-8 there too.
"""

import codecs
import os
import stat
import sys
from typing import TextIO

from desktop_app.core.spaces import UNBROKEN

UTF_8 = "utf-8"
ALL_LETTERS = 65001
NEAR = "papier-libre-near"
"""Name of what writes a letter that lacks by one that is near."""
_NEAR = {
    "’": "'", "‘": "'", "‚": ",", "“": '"', "”": '"', "–": "-", "—": "-", "…": "...", "œ": "oe",
    "Œ": "OE", "€": "EUR", "→": "->", "←": "<-", "✓": "v", "✔": "v", "✗": "x", "•": "-", "−": "-",
    "\u2011": "-", "æ": "ae", "Æ": "AE", "Ÿ": "Y", "«": '"',
    "»": '"', "²": "2", "×": "x",
    **dict.fromkeys(UNBROKEN, " "),
}  # fmt: skip


def encoding_of(stream: TextIO) -> str:
    """Return in which letters to write there; a page that Python does not know is UTF-8."""
    if sys.platform != "win32":
        return UTF_8
    import ctypes

    try:
        pipe = stat.S_ISFIFO(os.fstat(stream.fileno()).st_mode)
    except (OSError, ValueError):
        return UTF_8
    return page(ctypes.windll.kernel32.GetConsoleOutputCP() if pipe else ALL_LETTERS)


def page(number: int) -> str:
    """Return the encoding of a console's page: UTF-8 where there is no console (0)."""
    if number in (0, ALL_LETTERS):
        return UTF_8
    try:
        return codecs.lookup(f"cp{number}").name
    except LookupError:
        return UTF_8


def near(lacking: UnicodeError) -> tuple[str, int]:
    """Stand for letters that the page has not got."""
    assert isinstance(lacking, UnicodeEncodeError)
    signs = lacking.object[lacking.start : lacking.end]
    return "".join(_NEAR.get(sign, "?") for sign in signs), lacking.end


codecs.register_error(NEAR, near)
