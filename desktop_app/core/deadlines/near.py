"""Near misses: what was probably meant, among known names."""

from collections.abc import Iterable

from desktop_app.core.folding import folded


def slug(words: str) -> str:
    """Return words without accents, case or spaces: "Même territoire" is "meme-territoire"."""
    parted = folded(words).strip().replace("’", "-").replace("'", "-").replace("_", "-")
    return "-".join(parted.split())


def nearest(words: str, names: Iterable[str]) -> str:
    """Return the known name closest to what was written, or nothing."""
    known, meant = list(names), slug(words)
    starts = [name for name in known if len(meant) > 2 and name.startswith(meant)]
    if len(starts) == 1:
        return starts[0]
    import difflib  # a name that is known is not compared

    if close := difflib.get_close_matches(meant, known, n=1, cutoff=0.6):
        return close[0]
    holds = [name for name in known if len(meant) > 2 and meant in name]
    return holds[0] if len(holds) == 1 else ""
