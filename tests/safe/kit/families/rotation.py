"""A change of the key, cut at each of its steps; and what such a change leaves behind."""

from collections.abc import Iterator

from tests.safe.kit.bases import AFTER, OWN, base
from tests.safe.kit.case import FOLDER, TUBE, Case, Special, link, safe
from tests.safe.kit.database import flipped

_OLD, _NEW = base("b"), base("b-after")


def cases() -> Iterator[Case]:
    yield Case(
        "rotation/done", "a safe after a change of its key", "ok", safe("b-after"), typed=AFTER
    )
    yield Case(
        "rotation/done-former-phrase", "the former phrase", "wrong-passphrase", safe("b-after")
    )
    yield Case(
        "rotation/copy-made",
        "cut when the new database was there, and no key: nothing has changed",
        "ok",
        safe("b", upcoming=_NEW.db),
    )
    yield Case(
        "rotation/copy-half", "cut while it was written", "ok", safe("b", upcoming=_NEW.db[:50_000])
    )
    one = safe("b", keys=_NEW.keys, upcoming=_NEW.db)
    yield Case(
        "rotation/first-key",
        "cut after the first copy of the keys: the change has happened",
        "ok",
        one,
        typed=AFTER,
        said=("keys-repaired",),
    )
    yield Case(
        "rotation/first-key-former",
        "the same, and the former phrase: it opens the "
        "second copy "
        "alone, and its database is there "
        "still",
        "ok",
        one,
        said=("keys-repaired",),
    )
    both = safe("b", keys=_NEW.keys, keys_2=_NEW.keys, upcoming=_NEW.db)
    yield Case(
        "rotation/both-keys", "cut before the database took its name", "ok", both, typed=AFTER
    )
    without = safe("b", keys=_NEW.keys, keys_2=_NEW.keys)
    yield Case(
        "rotation/next-lost",
        "the new database was lost, the former one is of the former key",
        "safe-damaged",
        without,
        typed=AFTER,
        repair=False,
    )
    yield Case(
        "rotation/next-damaged",
        "the first page of the new database is damaged",
        "safe-damaged",
        {**both, "safe.db.next": flipped(_NEW.db, 300)},
        typed=AFTER,
        repair=False,
    )
    yield Case(
        "rotation/next-alone",
        "there is no other database",
        "ok",
        safe("b-after", db=None, upcoming=_NEW.db),
        typed=AFTER,
    )
    specials: tuple[tuple[str, Special], ...] = (
        ("tube", TUBE),
        ("folder", FOLDER),
        ("link", link("keys")),
    )
    for name, what in specials:
        yield Case(
            f"rotation/next-{name}",
            f"a {name} in the place of the new database, the safe whole",
            "ok",
            safe("b", upcoming=what),
        )
    yield Case(
        "rotation/next-of-other-safe",
        "another safe's database in its place, the safe's own damaged",
        "safe-damaged",
        safe("b", db=flipped(_OLD.db, 300), upcoming=base("a4").db),
        typed=OWN,
        repair=True,
    )
