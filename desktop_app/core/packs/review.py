"""Which points of law a lawyer must still read again: they are never shown as sure."""

from collections.abc import Iterable

from desktop_app.core.sourced import Source

UNSURE = "basse"


def is_doubtful(source: Source) -> bool:
    """Tell whether what was read there is not certain: marked so, or of little confidence."""
    return source.to_verify or source.confidence == UNSURE


def doubtful(sources: Iterable[Source], basis: Iterable[str] | None = None) -> tuple[Source, ...]:
    """Return the sources in doubt, of those articles only when ``basis`` names some."""
    doubts = (source for source in sources if is_doubtful(source))
    if basis is None:
        return tuple(doubts)
    articles = set(basis)
    return tuple(source for source in doubts if articles & set(source.articles))
