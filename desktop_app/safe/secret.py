"""What a person knows, made into bytes: a phrase, or the twelve words of the recovery sheet."""

import unicodedata
from functools import cache
from typing import Any

from desktop_app.core.folding import folded
from desktop_app.safe.errors import (
    PhraseNotText,
    PhraseTooCommon,
    PhraseTooLong,
    PhraseTooShort,
    WordsUnknown,
)

PHRASE_LIMIT = 1024
PHRASE_MINIMUM = 12
PHRASE_LEAST_GUESSES = 1_000_000
# Guesses, each of which costs half a second of Argon2id: 1e10 is 160 years of one computer, two
# months of a thousand.
STRENGTHS = (PHRASE_LEAST_GUESSES, 1e10, 1e11, 1e13)
WORD_COUNT = 12
SIGNIFICANT_LETTERS = 4  # the first four, without accents, differ for all 2,048 words


def phrase_bytes(phrase: str) -> bytes:
    """Return a phrase as the key file knows it: NFC, every space kept, UTF-8.

    Raises:
        PhraseTooLong, PhraseNotText.
    """
    normal = unicodedata.normalize("NFC", phrase)
    if len(normal) > PHRASE_LIMIT:
        raise PhraseTooLong(limit=PHRASE_LIMIT)
    try:
        return normal.encode("utf-8")
    except UnicodeEncodeError as error:
        raise PhraseNotText from error


def check_new_phrase(phrase: str) -> None:
    """Refuse a phrase that would protect nothing.

    Raises:
        PhraseTooShort, PhraseTooLong, PhraseTooCommon, PhraseNotText.
    """
    phrase_bytes(phrase)
    if len(unicodedata.normalize("NFC", phrase)) < PHRASE_MINIMUM:
        raise PhraseTooShort(minimum=PHRASE_MINIMUM)
    if _guesses(phrase) < PHRASE_LEAST_GUESSES:
        raise PhraseTooCommon


def strength(phrase: str) -> int:
    """Return how well a phrase resists: 0 is refused as guessed at once, 4 is out of reach."""
    guesses = _guesses(phrase)
    return sum(guesses >= least for least in STRENGTHS)


def _guesses(phrase: str) -> float:
    """Return the fewest guesses, of one who knows English words and of one who knows French."""
    from zxcvbn import zxcvbn

    from desktop_app.safe import guessing

    estimate: dict[str, Any] = zxcvbn(phrase[:72])  # type: ignore[no-untyped-call]
    english = float(estimate["guesses"])  # beyond 72 characters it would only grow
    return min(english, guessing.guesses(phrase))


@cache
def word_list() -> tuple[str, ...]:
    """Return the 2,048 French words of BIP-39, in order, NFC."""
    from mnemonic import Mnemonic

    return tuple(unicodedata.normalize("NFC", word) for word in Mnemonic("french").wordlist)


def draw_recovery_words() -> tuple[str, ...]:
    """Draw 128 bits and write them as twelve words."""
    from mnemonic import Mnemonic

    drawn = unicodedata.normalize("NFC", Mnemonic("french").generate(strength=128))
    return tuple(drawn.split())


def draw_phrase(words: int) -> str:
    """Draw a phrase of that many words of the same list: 11 bits each."""
    import secrets

    return " ".join(secrets.choice(word_list()) for _ in range(words))


@cache
def _by_first_letters() -> dict[str, str]:
    return {folded(word)[:SIGNIFICANT_LETTERS]: word for word in word_list()}


def _known(typed: str) -> str | None:
    plain = folded(typed)
    word = _by_first_letters().get(plain[:SIGNIFICANT_LETTERS])
    # Four letters are enough, and what follows them must then be the word's own.
    if len(plain) < SIGNIFICANT_LETTERS or word is None:
        return None
    return word if folded(word).startswith(plain) else None


def looks_like_words(typed: str) -> bool:
    """Tell whether a person is typing the recovery sheet, perhaps with mistakes.

    A drawn phrase has 6 or 8 words of the same list, so the count tells them apart.
    """
    parts = typed.split()
    near = WORD_COUNT - 1 <= len(parts) <= WORD_COUNT + 1
    return near and sum(_known(part) is not None for part in parts) >= WORD_COUNT - 4


def words_bytes(typed: str) -> bytes:
    """Return twelve recovery words as the key file knows them: the list's words, one space, UTF-8.

    Their own checksum is not looked at: it has four bits only, and the slot decides.

    Raises:
        WordsUnknown: with the position of the first word that is wrong, missing or too many.
    """
    parts = typed.split()
    known = [_known(part) for part in parts]
    if None in known:
        raise WordsUnknown(position=known.index(None) + 1)
    if len(parts) != WORD_COUNT:
        raise WordsUnknown(position=min(len(parts), WORD_COUNT) + 1)
    return " ".join(word for word in known if word).encode("utf-8")
