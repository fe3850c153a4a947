"""What is typed: phrases, recovery words, and what a keyring or a key file holds."""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from tests.safe.kit.bases import BENOIT, CLAIRE, FIRST, HELD, OWN, WORDS, keys_of_a
from tests.safe.kit.case import Case, safe
from tests.safe.kit.keyfiles import Kind, sealed, slot, slots_of

SAMPLES = Path(__file__).parents[3] / "data" / "safe"
_V1 = "le coffre de la première version"
_FOUR_LETTERS = " ".join(word[:4] for word in WORDS.split()).upper()
_SWAPPED = " ".join(["abandon", "abaisser", *WORDS.split()[2:]])


def cases() -> Iterator[Case]:
    yield from _right()
    yield from _wrong()
    yield from _words()
    for name, key in (
        ("phrase", _V1),
        ("words", (SAMPLES / "v1.words").read_text("utf-8").strip()),
    ):
        files = {
            file: (SAMPLES / "v1" / file).read_bytes() for file in ("safe.db", "keys", "keys.2")
        }
        why = f"a safe of version 0.1, with its {name}: no sum of pages and no parity yet; 64 MiB"
        yield Case(f"secret/first-version-{name}", why, "ok", files, typed=key, slow=True)


def _right() -> Iterator[Case]:
    yield Case("secret/phrase", "the phrase", "ok", safe())
    yield Case(
        "secret/phrase-decomposed",
        "the same phrase in NFD: it is normalised to NFC",
        "ok",
        safe(),
        typed=unicodedata.normalize("NFD", OWN),
    )
    yield Case(
        "secret/second-phrase", "the last slot, of another member", "ok", safe(), typed=CLAIRE
    )
    yield Case(
        "secret/first-moment",
        "the safe and its keys of an earlier day",
        "ok",
        safe("a1"),
        typed=FIRST,
    )
    yield Case(
        "secret/keyring",
        "32 bytes of a keyring: HKDF, no Argon2id",
        "ok",
        safe(),
        typed="",
        held=(3, HELD),
    )
    twelve = " ".join(["abeille"] * 12)
    keys = sealed(
        [*slots_of(keys_of_a(5)), slot(Kind.PASSPHRASE, twelve.encode(), "twelve")], generation=6
    )
    yield Case(
        "secret/phrase-like-words",
        "a phrase that looks like recovery words: the words are tried "
        "first, then the phrases; the key file is newer than the database, and says so",
        "ok",
        safe(keys=keys, keys_2=keys),
        typed=twelve,
        said=("keys-unknown-accepted",),
    )


def _wrong() -> Iterator[Case]:
    for name, typed, why in (
        ("other", "une phrase qui n’ouvre rien", "no slot opens"),
        ("capital", OWN.capitalize(), "a capital is another phrase"),
        ("space-at-end", OWN + " ", "spaces are kept"),
        (
            "apostrophe",
            OWN.replace("’", "'"),
            "NFC, not NFKC: another apostrophe is another phrase",
        ),
        ("empty", "", "nothing typed"),
        ("too-long", OWN * 40, "over 1,024 characters"),
        ("former", FIRST, "the phrase was changed since: it is in no copy that is here"),
        ("of-who-left", BENOIT, "the slot was taken away"),
        ("secret-as-text", HELD.hex(), "what the keyring holds is no phrase"),
    ):
        yield Case(f"secret/wrong-{name}", why, "wrong-passphrase", safe(), typed=typed)
    yield Case(
        "secret/wrong-held",
        "32 other bytes: no phrase was typed, and none is said to be wrong; the phrase is asked",
        "keyring-unavailable",
        safe(),
        typed="",
        held=(3, bytes(32)),
    )


def _words() -> Iterator[Case]:
    yield Case("words/all", "the twelve words", "ok", safe(), typed=WORDS)
    yield Case(
        "words/four-letters", "four letters of each, in capitals", "ok", safe(), typed=_FOUR_LETTERS
    )
    yield Case(
        "words/spaces",
        "parted by any spaces",
        "ok",
        safe(),
        typed="  " + WORDS.replace(" ", " \t "),
    )
    yield Case(
        "words/swapped",
        "two of them swapped: good words that open nothing here",
        "words-other-safe",
        safe(),
        typed=_SWAPPED,
    )
    for name, typed, why in (
        ("eleven", " ".join(WORDS.split()[:-1]), "one is missing"),
        ("thirteen", WORDS + " abeille", "one is too many"),
        ("not-of-the-list", WORDS.replace("abeille", "abelle"), "one is not of the list"),
        (
            "letters-after-four",
            WORDS.replace("abandon", "abanxxx"),
            "four letters tell the word, and what follows is not its own",
        ),
        ("three-letters", WORDS.replace("abandon", "aba"), "three letters tell nothing"),
    ):
        yield Case(f"words/{name}", why, "words-unknown", safe(), typed=typed)
    few = " ".join([*WORDS.split()[:7], *["zzz"] * 5])
    yield Case(
        "words/too-few-known",
        "seven of the list among twelve: a phrase, and a wrong one",
        "wrong-passphrase",
        safe(),
        typed=few,
    )
