"""How easy a French text is to read: Kandel and Moles, 1958, after Flesch.

Syllables are those one hears: a silent last e counts for nothing. On our packs the figure stands
within a few points of that of the ``textstat`` library, which counts by hyphenation.
"""

import re
import unicodedata

from desktop_app.core.folding import without_accents

_SENTENCE = re.compile(r"[.!?…:;]+(?:\s|$)")
_WORD = re.compile(r"[^\W\d_]+", re.UNICODE)
_VOWELS = re.compile(r"[aeiouyœæ]+")
_SILENT = re.compile(r"(?<=[^aeiouy])(?:e|es|ent)$")
_ACUTE = re.compile(r"é(?=[aeiouyéè])(?!e$|es$)")
"""Ends its syllable before another vowel, but for a mute e: créer, not payée."""
_Y = re.compile(r"(?<=[aeiouéè])y(?=[aeiouéèê])")


def words(text: str) -> list[str]:
    """Return the words of a text: what an elision leaves, "l'", is none."""
    return [word for word in _WORD.findall(text) if len(word) > 1 or word.lower() in "aàyôo"]


def sentences(text: str) -> list[str]:
    """Return the sentences of a text, parted at full stops, colons and semicolons."""
    return [one for one in _SENTENCE.split(text) if words(one)]


def syllables(word: str) -> int:
    """Return how many syllables are heard in a word; at least one."""
    heard = _SILENT.sub("", unicodedata.normalize("NFC", word.lower()))
    parted = _Y.sub("-", _ACUTE.sub("é-", heard))
    return max(1, len(_VOWELS.findall(without_accents(parted))))


def kandel_moles(text: str) -> float:
    """Return the score of a text: 100 is plain, 50 is administrative.

    Raises:
        ValueError: the text has no word.
    """
    said = words(text)
    if not said:
        raise ValueError("no word")
    heard = sum(map(syllables, said))
    return 207 - 1.015 * len(said) / len(sentences(text)) - 73.6 * heard / len(said)
