"""Near misses: what was probably meant, among known names."""

import difflib
import unicodedata
from collections.abc import Iterable


def fold(words: str) -> str:
    """Return words without accents, case or spaces: "Même territoire" is "meme-territoire"."""
    plain = unicodedata.normalize("NFKD", words.strip().casefold())
    letters = "".join(c for c in plain if not unicodedata.combining(c))
    return "-".join(letters.replace("’", "-").replace("'", "-").replace("_", "-").split())


def nearest(words: str, names: Iterable[str]) -> str:
    """Return the known name closest to what was written, or nothing."""
    known = list(names)
    close = difflib.get_close_matches(fold(words), known, n=1, cutoff=0.6)
    if close:
        return close[0]
    parts = [name for name in known if len(fold(words)) > 2 and fold(words) in name]
    return parts[0] if len(parts) == 1 else ""
