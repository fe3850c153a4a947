"""Pages of the database: damaged, moved, of another moment; files cut or replaced."""

import random
from collections.abc import Iterator

from tests.safe.kit.bases import OWN, base, keys_of_a
from tests.safe.kit.case import FOLDER, TUBE, Case, link, safe
from tests.safe.kit.database import SIZE, changed_pages, flipped, page, with_page

_DB = base("a4").db
_COUNT = len(_DB) // SIZE
_BEFORE = base("a3").db
_LARGE = 100  # a page of the large document
_SCHEMA = 20


def cases() -> Iterator[Case]:
    yield from _one_page()
    yield from _several_pages()
    yield from _moved()
    yield from _of_another_moment()
    yield from _whole_file()


def _damaged(name: str, why: str, db: bytes, *, repair: bool = True) -> Case:
    after = "comes back of the parity" if repair else "does not come back"
    return Case(f"pages/{name}", f"{why}; {after}", "safe-damaged", safe(db=db), repair=repair)


def _one_page() -> Iterator[Case]:
    for name, number, at in (
        ("salt", 1, 3),
        ("header", 1, 30),
        ("first-page", 1, 2000),
        ("page-of-saves", 2, 900),
        ("schema", _SCHEMA, 900),
        ("settings", 3, 3000),
        ("person", 7, 4000),
        ("document", _LARGE, 17),
        ("vector", _LARGE, SIZE - 70),
        ("proof", _LARGE, SIZE - 1),
        ("last-page", _COUNT, 100),
    ):
        db = flipped(_DB, SIZE * (number - 1) + at)
        yield _damaged(f"bit-{name}", f"one bit of page {number}", db)
    for name, content in (("zeros", bytes(SIZE)), ("ones", b"\xff" * SIZE)):
        yield _damaged(f"{name}-page", f"page 60 is {name}", with_page(_DB, 60, content))
    half = page(_DB, 61)[:512] + random.Random(1).randbytes(SIZE - 512)
    yield _damaged("torn-page", "a page of which one sector was written", with_page(_DB, 61, half))
    yield _damaged(
        "first-page-zeros", "the first page is zeros, its salt too", with_page(_DB, 1, bytes(SIZE))
    )


def _several_pages() -> Iterator[Case]:
    run = _DB[: SIZE * 80] + bytes(16 * SIZE) + _DB[SIZE * 96 :]
    yield _damaged("run-of-16", "16 pages in a row are zeros", run)
    begin = bytes(16 * SIZE) + _DB[16 * SIZE :]
    yield _damaged("run-of-first-16", "the first 16 pages are zeros", begin)
    long = _DB[: SIZE * 80] + bytes(17 * SIZE) + _DB[SIZE * 97 :]
    yield _damaged("run-of-17", "17 pages in a row are zeros: two of one lane", long, repair=False)
    both = with_page(with_page(_DB, 100, bytes(SIZE)), 116, bytes(SIZE))
    yield _damaged("two-of-a-lane", "two pages of one lane", both, repair=False)
    kept = with_page(with_page(_DB, _SCHEMA, bytes(SIZE)), _SCHEMA + 16, bytes(SIZE))
    yield _damaged("kept-and-its-lane", "a page kept whole and another one of its lane", kept)
    far = with_page(with_page(_DB, 5, bytes(SIZE)), 165, bytes(SIZE))
    yield _damaged("two-blocks", "pages 5 and 165: the same place of two blocks", far)


def _moved() -> Iterator[Case]:
    swapped = with_page(with_page(_DB, 100, page(_DB, 101)), 101, page(_DB, 100))
    yield _damaged("swapped", "two pages in each other's place: each knows its own", swapped)
    copied = with_page(_DB, 100, page(_DB, 101))
    yield _damaged("copied", "a page copied over its neighbour", copied)
    other = with_page(_DB, 7, page(base("b").db, 7))
    yield _damaged("of-other-safe", "a page of another safe", other)


def _of_another_moment() -> Iterator[Case]:
    changed = changed_pages(_BEFORE, _DB)
    for number in changed:
        db = with_page(_DB, number, page(_BEFORE, number))
        yield Case(
            f"pages/older-{number}",
            "one page of before the last save, authentic in its place",
            "pages-mixed",
            safe(db=db),
            repair=True,
        )
    for number in changed:
        if number == 1:
            continue  # the first page alone goes unseen only where the parity is lost: below
        db = with_page(_BEFORE, number, page(_DB, number))
        yield Case(
            f"pages/newer-{number}",
            "a copy made while the safe saved: of the last save "
            "one "
            "page alone, and the parity of before",
            "pages-mixed",
            safe(db=db, parity=base("a3").parity),
        )
    without = with_page(_DB, 43, page(base("a2").db, 43))
    yield Case(
        "pages/erased-back",
        "a page of before an erasure, and no parity: the sum knows",
        "pages-mixed",
        safe(db=without, parity=None),
        said=(),
    )
    half = base("a2").db[: 32 * SIZE] + _DB[32 * SIZE :]
    yield Case(
        "pages/two-synchronisations",
        "one half of each of two moments",
        "pages-mixed",
        safe(db=half),
    )


def _whole_file() -> Iterator[Case]:
    yield Case(
        "pages/older-whole-with-parity",
        "the whole safe of before the last save: whole; "
        "only "
        "a computer that saw the later one knows",
        "ok",
        safe("a3"),
    )
    yield Case(
        "pages/older-whole",
        "the database of before the last save, beside the present parity",
        "pages-mixed",
        safe(db=_BEFORE),
    )
    yield Case(
        "pages/oldest-whole",
        "a database of before two changes of keys: those keys are "
        "newer "
        "than it, and some on no list of its own",
        "ok",
        safe("a1", keys=keys_of_a(5), keys_2=keys_of_a(5)),
        said=("keys-unknown-accepted",),
    )
    for size in (0, 1, SIZE - 1, SIZE, SIZE + 1, len(_DB) // 2):
        yield Case(
            f"pages/cut-{size}",
            f"cut after {size} of {len(_DB)} bytes",
            "safe-damaged",
            safe(db=_DB[:size]),
            repair=False,
        )
    yield _damaged("last-page-lost", "the last page is missing", _DB[:-SIZE])
    yield _damaged("cut-in-last-page", "one byte is missing at the end", _DB[:-1])
    yield _damaged("bytes-after", "100 bytes after the end", _DB + b"\xee" * 100)
    yield _damaged("page-after", "the last page twice", _DB + _DB[-SIZE:])
    plain = b"SQLite format 3\0" + bytes(SIZE - 16)
    for name, why, db, repair in (
        ("missing", "no database", None, False),
        ("tube", "a tube in its place: nothing waits on it", TUBE, False),
        ("folder", "a folder in its place", FOLDER, False),
        ("link", "a link in its place is not followed", link("real"), False),
        ("other-safe", "another safe's database", base("b").db, False),
        ("not-encrypted", "a plain SQLite file", plain * 3, False),
        ("noise", "noise", random.Random(2).randbytes(2 * SIZE), False),
    ):
        files = {**safe(db=db), **({"real": _DB} if name == "link" else {})}
        yield Case(f"pages/file-{name}", why, "safe-damaged", files, repair=repair)
    yield Case(
        "pages/file-missing-wrong-phrase",
        "no database, and a wrong phrase: the keys speak first",
        "wrong-passphrase",
        safe(db=None),
        typed=OWN + "!",
    )
