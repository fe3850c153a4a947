"""The parity: lost, damaged, of another moment or another safe; and what repair makes of it."""

import hmac
import struct
from collections.abc import Iterator

from desktop_app.safe.slots import sub_key
from tests.safe.kit.bases import KEY_A, base
from tests.safe.kit.case import FOLDER, TUBE, Case, Special, link, safe
from tests.safe.kit.database import SIZE, flipped, page, with_page

_DB, _PARITY = base("a4").db, base("a4").parity
_RECORD = SIZE + 32
_KEPT = 4
_DAMAGED = with_page(_DB, 100, bytes(SIZE))
_LANE = 3  # of page 100: (100 - 1) mod 16


def cases() -> Iterator[Case]:
    yield from _beside_a_whole_safe()
    yield from _beside_damage()
    yield from _erased()


def _header(late: tuple[int, ...] = (), count: int | None = None, **changed: object) -> bytes:
    """The first page with other fields, authenticated again by who has the key.

    ``late``: lanes named in it; ``count``: how many it says that there are.
    """
    fields = {
        "magic": b"\x89PLPARI\n",
        "version": 2 if late or count else 1,
        "lanes": 16,
        "deep": 10,
        "kept": _KEPT,
        "salt": _DB[:16],
        "pages": 169,
        "saves": 15,
        "sum": _PARITY[48:80],
        **changed,
    }
    head = struct.pack("<8s4H16sQQ32s", *fields.values()) + _PARITY[80 : 80 + 4 * _KEPT]
    if late or count:
        said = len(late) if count is None else count
        head += struct.pack(f"<I{len(late)}I", said, *late)
    head = head.ljust(SIZE - 32, b"\0")
    mac_key = sub_key(KEY_A, b"papier-libre/parity/1")
    mac = hmac.digest(mac_key, b"header" + bytes(4) + head, "sha256")
    return head + mac + _PARITY[SIZE:]


def _beside_a_whole_safe() -> Iterator[Case]:
    stale: tuple[tuple[str, str, bytes | Special | None], ...] = (
        ("missing", "the parity was lost", None),
        ("empty", "an empty file", b""),
        ("cut-in-header", "cut in its first page", _PARITY[:1000]),
        ("bit-header", "one bit of its first page", flipped(_PARITY, 50)),
        ("magic", "another magic, authenticated", _header(magic=b"\x89PLKEYS\n")),
        ("later-version", "a later version: it is made anew", _header(version=3)),
        ("late-beyond", "more late lanes than there may be", _header(late=(1,), count=401)),
        ("other-lanes", "other lanes than this version has", _header(lanes=8)),
        ("kept-beyond", "more pages kept than there may be", _header(kept=201)),
        ("older", "of before the last save: a program was stopped", base("a3").parity),
        ("of-other-safe", "another safe's", base("b").parity),
        ("other-salt", "of a copy of the database", _header(salt=bytes(16))),
        ("fewer-saves", "of an earlier save, by who has the key", _header(saves=14)),
        ("tube", "a tube in its place: nothing waits on it", TUBE),
        ("folder", "a folder in its place", FOLDER),
        ("link", "a link in its place is not followed", link("safe.db")),
    )
    for name, why, parity in stale:
        yield Case(
            f"parity/{name}",
            f"{why}; the safe is whole, and told that it is made anew",
            "ok",
            safe(parity=parity),
        )
    for name, parity, why in (
        ("longer", _PARITY + bytes(100), "bytes after its end are not looked at"),
        (
            "bit-lane",
            flipped(_PARITY, SIZE + _RECORD * 9),
            "a record is damaged: said when it is needed",
        ),
        ("late", _header(late=(0, 3)), "two lanes are late: a program was stopped between saves"),
    ):
        yield Case(f"parity/{name}", why, "ok", safe(parity=parity))
    for name, changed, why in (
        ("other-sum", {"sum": bytes(32)}, "it is of the last save, and of other pages"),
        ("more-saves", {"saves": 16}, "of a later save: the database was put back"),
        ("more-pages", {"pages": 170}, "of the last save, which had a page more"),
    ):
        yield Case(f"parity/{name}", why, "pages-mixed", safe(parity=_header(**changed)))


def _beside_damage() -> Iterator[Case]:
    def case(
        name: str, why: str, parity: "bytes | None", repair: bool, db: bytes = _DAMAGED
    ) -> Case:
        return Case(
            f"repair/{name}", why, "safe-damaged", safe(db=db, parity=parity), repair=repair
        )

    own = SIZE + _RECORD * (_KEPT + _LANE)
    other = SIZE + _RECORD * (_KEPT + _LANE + 1)
    first = SIZE + _RECORD * _KEPT  # lane 0: of the first page, which is kept whole too
    yield case(
        "bit-of-its-lane",
        "the record of the lane of the damaged page is damaged",
        flipped(_PARITY, own + 5),
        repair=False,
    )
    yield case("bit-of-other-lane", "another lane's is", flipped(_PARITY, other + 5), repair=True)
    yield case(
        "late-lane",
        "the lane of the damaged page is late: its record is not asked, though it would do",
        _header(late=(0, _LANE)),
        repair=False,
    )
    yield case("late-other-lane", "another lane is late", _header(late=(0, _LANE + 1)), repair=True)
    yield case(
        "kept-alone",
        "the first page is damaged, and its lane's record: it is kept whole",
        flipped(_PARITY, first),
        repair=True,
        db=flipped(_DB, 2000),
    )
    yield case(
        "lane-alone",
        "the first page is damaged, and the one kept: its lane makes it again",
        flipped(_PARITY, SIZE + 5),
        repair=True,
        db=flipped(_DB, 2000),
    )
    yield case(
        "neither",
        "the first page, its copy and its lane",
        flipped(flipped(_PARITY, SIZE + 5), first),
        repair=False,
        db=flipped(_DB, 2000),
    )
    yield case("no-parity", "no parity", None, repair=False)
    yield case(
        "cut-after",
        "a parity cut after the lane that is needed",
        _PARITY[: own + _RECORD],
        repair=True,
    )
    yield case("cut-before", "cut before it", _PARITY[:own], repair=False)
    yield case("of-other-safe", "another safe's parity", base("b").parity, repair=False)
    yield case(
        "older-untouched",
        "a parity of before the last save, which left the damaged "
        "page and "
        "its lane as they were: the page comes back, and the sum proves it",
        base("a3").parity,
        repair=True,
    )
    yield case(
        "older-touched",
        "the same, a page that the last save wrote: what comes out is of before, and is refused",
        base("a3").parity,
        repair=False,
        db=with_page(_DB, 7, bytes(SIZE)),
    )
    yield case(
        "lanes-exchanged",
        "two records in each other's place: each knows its own",
        _exchanged(own, other),
        repair=False,
    )
    yield case(
        "count-lies", "a parity of two pages, by who has the key", _header(pages=2), repair=False
    )


def _erased() -> Iterator[Case]:
    """A page of a document that was erased after this parity was made."""
    before = base("a2")
    number = next(n for n in range(160, 170) if page(before.db, n) != page(_DB, n))
    db = with_page(_DB, number, bytes(SIZE))
    yield Case(
        "repair/erased",
        "a document was erased; the parity of before, and the page "
        "damaged: "
        "what was erased does not come back",
        "safe-damaged",
        safe(db=db, parity=before.parity),
        repair=False,
    )


def _exchanged(one: int, other: int) -> bytes:
    changed = bytearray(_PARITY)
    changed[one : one + _RECORD] = _PARITY[other : other + _RECORD]
    changed[other : other + _RECORD] = _PARITY[one : one + _RECORD]
    return bytes(changed)
