"""Numbers written in letters, as French writes them: from one to ninety-nine."""

from collections.abc import Iterator, Mapping

# fmt: off
_SMALL = (
    "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
    "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
)
# fmt: on
_TENS = {20: "vingt", 30: "trente", 40: "quarante", 50: "cinquante", 60: "soixante"}


def _spelt() -> Iterator[tuple[str, int]]:
    small = dict(enumerate(_SMALL, 1))
    yield from ((words, number) for number, words in small.items())
    yield "une", 1
    for ten, words in _TENS.items():
        yield words, ten
        for unit in range(1, 20 if ten == 60 else 10):
            joined = "-et-" if unit in (1, 11) else "-"
            yield f"{words}{joined}{small[unit]}", ten + unit
    yield "quatre-vingts", 80
    yield "quatre-vingt", 80
    yield from ((f"quatre-vingt-{words}", 80 + number) for number, words in small.items())


SPELT: Mapping[str, int] = dict(_spelt())
"""By their words, a hyphen between two."""
PATTERN = "|".join(
    words.replace("-", r"[\s-]+") for words in sorted(SPELT, key=lambda one: (-len(one), one))
)
"""Of any of them in a text, hyphens or spaces between its words; the longest first."""
