"""The spaces at which no line is broken: French asks for two of them."""

import re

NBSP = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
UNBROKEN = f"{NBSP}\N{THIN SPACE}{NARROW}"
"""Those that may stand in a text, between the brackets of a pattern; ``\\s`` holds them too."""
_UNBROKEN = re.compile(f"[{UNBROKEN}]")


def plain(text: str) -> str:
    """Put ordinary spaces back: the boxes of official forms count characters."""
    return _UNBROKEN.sub(" ", text)
