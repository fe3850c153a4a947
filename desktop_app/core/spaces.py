"""The spaces at which no line is broken: French asks for two of them."""

NBSP = "\N{NO-BREAK SPACE}"
NARROW = "\N{NARROW NO-BREAK SPACE}"
UNBROKEN = f"{NBSP}\N{THIN SPACE}{NARROW}"
"""Those that may stand in a text, between the brackets of a pattern; ``\\s`` holds them too."""
_TO_PLAIN = dict.fromkeys(map(ord, UNBROKEN), " ")


def plain(text: str) -> str:
    """Put ordinary spaces back: the boxes of official forms count characters."""
    return text.translate(_TO_PLAIN)
