"""The two copies of the key file, when they differ."""

from collections.abc import Iterator

from tests.safe.kit.bases import BENOIT, base, keys_of_a
from tests.safe.kit.case import FOLDER, TUBE, Case, link, safe
from tests.safe.kit.keyfiles import OWN_KEYS, edited, in_slot, sealed, slots_of

_REPAIRED = ("keys-repaired",)
_DAMAGED = OWN_KEYS[:100] + b"\0" + OWN_KEYS[101:]


def cases() -> Iterator[Case]:
    hostile = in_slot(0, 20, b"\xff\xff\xff\xff")
    for name, first, second, why in (
        ("first-missing", None, OWN_KEYS, "the first copy is missing"),
        ("second-missing", OWN_KEYS, None, "the second copy is missing"),
        ("first-damaged", _DAMAGED, OWN_KEYS, "the first copy is damaged"),
        ("first-cut", OWN_KEYS[:200], OWN_KEYS, "the first copy is cut"),
        (
            "first-edited",
            edited(28, b"\x09"),
            OWN_KEYS,
            "the first copy was edited, its digest right",
        ),
        ("first-hostile", hostile, OWN_KEYS, "the first copy asks for 4 TiB"),
        ("second-hostile", OWN_KEYS, hostile, "the second copy asks for 4 TiB"),
        ("second-older", OWN_KEYS, keys_of_a(4), "a change was cut between the two copies"),
        ("first-older", keys_of_a(4), OWN_KEYS, "the second copy is the newer one"),
        ("first-tube", TUBE, OWN_KEYS, "a tube in its place: nothing waits on it"),
        ("first-folder", FOLDER, OWN_KEYS, "a folder in its place"),
        ("first-link", link("keys.2"), OWN_KEYS, "a link in its place is not followed"),
    ):
        files = safe(keys=first, keys_2=second)
        said = ("keys-not-repaired",) if first is FOLDER else _REPAIRED
        yield Case(f"copies/{name}", f"{why}: the other one opens", "ok", files, said=said)
    yield Case(
        "copies/older-who-left",
        "a former member's slot is in the older copy alone",
        "wrong-passphrase",
        safe(keys_2=keys_of_a(4)),
        typed=BENOIT,
    )
    yield Case("copies/both-missing", "no key file", "keys-damaged", safe(keys=None, keys_2=None))
    yield Case(
        "copies/both-links",
        "links to good key files are not followed",
        "keys-damaged",
        {**safe(keys=link("good"), keys_2=link("good")), "good": OWN_KEYS},
    )
    yield Case(
        "copies/one-damaged-one-hostile",
        "none is usable: the worse is said",
        "kdf-refused",
        safe(keys=_DAMAGED, keys_2=hostile),
    )
    newer = edited(8, b"\2")
    yield Case(
        "copies/one-newer",
        "a later program began to write: its copy is not undone",
        "safe-newer",
        safe(keys=newer),
    )
    yield Case("copies/second-newer", "the same, the second copy", "safe-newer", safe(keys_2=newer))
    b = base("b").keys
    yield Case(
        "copies/of-two-safes",
        "one copy is another safe's, of a lower generation, opened by the same phrase",
        "ok",
        safe(keys=b),
        said=_REPAIRED,
    )
    yield Case(
        "copies/of-other-safe",
        "both copies are another safe's, opened by the same phrase: "
        "the database is not of that "
        "key",
        "safe-damaged",
        safe(keys=b, keys_2=b),
    )
    yield Case(
        "copies/of-other-safe-phrase",
        "the same, and a phrase of this safe",
        "wrong-passphrase",
        safe(keys=b, keys_2=b),
        typed=BENOIT,
    )
    forged = sealed([slots_of(OWN_KEYS)[0]], generation=4)
    yield Case(
        "copies/one-slot-older",
        "an older copy with fewer slots, authentic",
        "ok",
        safe(keys_2=forged),
        said=_REPAIRED,
    )
