"""Text layers that lie: the page shows words, and a copy of it gives rubbish."""

import re

LEAST = 40  # letters, to judge
ODD = 0.12  # of the signs, that no French text has
PLAIN = 0.8  # of the words, that look like words: 0.92 or more in true French forms
EXPECTED = re.compile(
    r"[A-Za-zÀ-ÖØ-öø-ÿĀ-ſƀ-ɏḀ-ỿŒœ0-9\s"
    r"!-/:-@\[-`{-~«»‹›“”„‘’‚–—…•·€£§°²³¹ªº©®™×÷±µ"
    r"\u00a0\u00ad\u2000-\u200f\u2010-\u2015\u2022-\u2027\u202f\u2032\u2033\u2080-\u209c"
    r"\u2190-\u21ff\u2500-\u27bf\ufb00-\ufb06\ufffe\u0002]"
)
PUNCTUATION = frozenset("().,;:?!°'’‘-–—/«»“”\"…_[]{}•·\u00ad\ufffe\u0002")
OF_NUMBERS = frozenset("€%*+²³×=<>")
VOWEL = re.compile(r"[aeiouyàâäéèêëîïôöùûüœæAEIOUYÀÂÄÉÈÊËÎÏÔÖÙÛÜŒÆ]")


def is_garbled(text: str) -> bool:
    """Whether the words of a page are no words: odd signs, or letters without vowels."""
    signs = [sign for sign in text if not sign.isspace()]
    if len(signs) < LEAST:
        return False
    odd = sum(1 for sign in signs if not EXPECTED.fullmatch(sign))
    if odd > ODD * len(signs):
        return True
    chunks = [chunk for chunk in text.split() if sum(map(str.isalnum, chunk)) > 2]
    if len(chunks) < 8:
        return False
    plain = sum(1 for chunk in chunks if _is_plain(chunk))
    return plain < PLAIN * len(chunks)


def _is_plain(chunk: str) -> bool:
    """A word with a vowel, or a number: rubbish mixes in signs, or has no vowel."""
    core = "".join(sign for sign in chunk if sign not in PUNCTUATION)
    if any(sign.isdigit() for sign in core):
        number = all(sign.isdigit() or sign in OF_NUMBERS for sign in core)
        return number or core.isalnum()
    return core.isalpha() and bool(VOWEL.search(core))
