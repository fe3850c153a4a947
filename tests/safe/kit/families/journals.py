"""A rollback journal, or another file of SQLite's, beside the database."""

import struct
from collections.abc import Iterator

from tests.safe.kit.bases import base
from tests.safe.kit.case import FOLDER, TUBE, Case, Special, link, safe
from tests.safe.kit.database import SIZE, changed_pages, flipped, page, with_page

_DB, _BEFORE = base("a4").db, base("a3").db
_MAGIC = bytes.fromhex("d9d505f920a163d7")
_SECTOR = 512
_NONCE = 7


def journal(
    before: bytes, numbers: list[int], *, count: int | None = None, nonce: int = _NONCE
) -> bytes:
    """What SQLite writes before it changes these pages."""
    said = len(numbers) if count is None else count
    head = _MAGIC + struct.pack(">5I", said, nonce, len(before) // SIZE, _SECTOR, SIZE)
    out = [head.ljust(_SECTOR, b"\0")]
    for number in numbers:
        content = page(before, number)
        total = nonce + sum(content[at] for at in range(SIZE - 200, 0, -200))
        out.append(struct.pack(">I", number) + content + struct.pack(">I", total & 0xFFFFFFFF))
    return b"".join(out)


def _with_name(content: bytes, name: str) -> bytes:
    """The name of a journal of several databases, at the end, as SQLite has it."""
    text = name.encode()
    told = struct.pack(">II", len(text), sum(text)) + _MAGIC
    return content + struct.pack(">I", (1 << 30) // SIZE + 1) + text + told


def cases() -> Iterator[Case]:
    changed = changed_pages(_BEFORE, _DB)
    last = journal(_BEFORE, changed)
    yield from _of_the_last_save(changed, last)
    yield from _of_another(changed, last)
    yield from _nothing_in_it(last)
    yield from _other_files(changed)


def _of_the_last_save(changed: list[int], last: bytes) -> Iterator[Case]:
    older = base("a3").parity
    yield Case(
        "journal/last-save",
        "every page was written, the journal was not removed yet: the save is undone",
        "ok",
        safe(journal=last, parity=older),
    )
    yield Case(
        "journal/nothing-written",
        "the journal was written, no page yet",
        "ok",
        safe(db=_BEFORE, journal=last, parity=older),
    )
    for number in changed:
        db = with_page(_BEFORE, number, page(_DB, number))
        yield Case(
            f"journal/one-written-{number}",
            "one page was written before the power went",
            "ok",
            safe(db=db, journal=last, parity=older),
        )
    torn = with_page(_BEFORE, 2, page(_DB, 2)[:1024] + page(_BEFORE, 2)[1024:])
    yield Case(
        "journal/own-page-torn",
        "the page of the count of saves is torn: the journal mends it",
        "ok",
        safe(db=torn, journal=last, parity=older),
    )
    shorter = _BEFORE[:-SIZE]
    grown = journal(shorter, [2])
    yield Case(
        "journal/longer-since",
        "a save that made the file longer is undone: it is cut "
        "again, "
        "here of a page that belongs to it, which is known",
        "safe-damaged",
        safe(journal=grown, parity=None),
    )


def _of_another(changed: list[int], last: bytes) -> Iterator[Case]:
    old, oldest = base("a2").db, base("a1").db
    for name, content, why in (
        ("two-moments-ago", journal(old, changed_pages(old, _DB)), "of four saves ago"),
        ("first-moment", journal(oldest, changed_pages(oldest, _DB)), "of eleven saves ago"),
        (
            "without-own-page",
            journal(_BEFORE, [n for n in changed if n != 2]),
            "without the page of the count of saves",
        ),
        ("own-page-of-other-safe", journal(base("b").db, [2]), "with the page of another safe"),
        ("own-page-damaged", flipped(last, _SECTOR + (SIZE + 8) + 100), "whose page 2 is damaged"),
        (
            "own-page-beyond-count",
            journal(old, [43]) + journal(_BEFORE, [2])[_SECTOR:],
            "whose page 2 lies after those that are played back",
        ),
        (
            "own-page-after-another",
            journal(old, [2, 43]) + journal(_BEFORE, [2])[_SECTOR:],
            "which has page 2 twice: the first one is old",
        ),
    ):
        yield Case(
            f"journal/{name}",
            f"a journal {why}: it is not played back",
            "safe-damaged",
            safe(journal=content),
            repair=False,
        )
    named = _with_name(journal(_DB, [2]), "precious")
    yield Case(
        "journal/names-a-file",
        "a journal that names another file, which some versions of "
        "SQLite would delete: it is not played back, and the file stays",
        "safe-damaged",
        {**safe(journal=named), "precious": b"precious"},
        repair=False,
    )


def _nothing_in_it(last: bytes) -> Iterator[Case]:
    contents: tuple[tuple[str, bytes, str], ...] = (
        ("empty", b"", "an empty journal"),
        ("zeroed-header", bytes(28) + last[28:], "a journal whose header was zeroed"),
        (
            "no-page-yet",
            journal(_BEFORE, changed_pages(_BEFORE, _DB), count=0),
            "a journal that says that it holds no page: nothing was written yet",
        ),
        ("cut-header", last[:20], "a journal cut in its header"),
        ("noise", b"\x5a" * 5000, "no journal at all"),
    )
    for name, content, why in contents:
        yield Case(
            f"journal/{name}", f"{why}: there is nothing to undo", "ok", safe(journal=content)
        )


def _other_files(changed: list[int]) -> Iterator[Case]:
    specials: tuple[tuple[str, Special, str], ...] = (
        ("tube", TUBE, "a tube"),
        ("folder", FOLDER, "a folder"),
        ("link", link("keys"), "a link"),
    )
    for name, what, why in specials:
        yield Case(
            f"journal/{name}",
            f"{why} in the place of the journal",
            "safe-damaged",
            safe(journal=what),
        )
    yield Case(
        "journal/of-next",
        "a journal of the database that is being made, left by a kill",
        "ok",
        {**safe(), "safe.db.next-journal": b"\0" * 10},
    )
    old = _wal([(n, page(_BEFORE, n)) for n in changed])
    yield Case(
        "journal/wal-of-before",
        "a write-ahead log of the pages of before: SQLite would "
        "show "
        "them; the format has no such "
        "file",
        "safe-damaged",
        safe(wal=old),
        repair=False,
    )
    yield Case(
        "journal/wal-one-page",
        "the same, one old page",
        "safe-damaged",
        safe(wal=_wal([(7, page(_BEFORE, 7))])),
        repair=False,
    )
    yield Case("journal/wal-empty", "an empty one", "safe-damaged", safe(wal=b""), repair=False)
    yield Case(
        "journal/shm",
        "the index of one",
        "safe-damaged",
        {**safe(), "safe.db-shm": bytes(32768)},
        repair=False,
    )


def _wal(frames: list[tuple[int, bytes]]) -> bytes:
    head = struct.pack(">6I", 0x377F0682, 3_007_000, SIZE, 0, 1, 2)
    sums = _sums(head, (0, 0))
    out = head + struct.pack(">2I", *sums)
    for place, (number, content) in enumerate(frames, 1):
        told = struct.pack(">2I", number, len(_DB) // SIZE if place == len(frames) else 0)
        sums = _sums(told + content, sums)
        out += told + struct.pack(">4I", 1, 2, *sums) + content
    return out


def _sums(data: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    one, two = sums
    words = struct.unpack(f"<{len(data) // 4}I", data)
    for at in range(0, len(words), 2):
        one = (one + words[at] + two) & 0xFFFFFFFF
        two = (two + words[at + 1] + one) & 0xFFFFFFFF
    return one, two
