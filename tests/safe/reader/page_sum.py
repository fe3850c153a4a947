"""Whether the pages belong together (FORMAT.md § 5)."""

from dataclasses import dataclass

from tests.safe.reader.database import Facts
from tests.safe.reader.pages import Pages


@dataclass(frozen=True)
class Sum:
    """What the last save wrote; ``total`` None: nothing is proved."""

    saves: int
    salt: bytes
    total: int | None
    apart: set[int]


def parse(known: Facts) -> Sum | None:
    """The setting ``pages``; None: there is none that can be read."""
    try:
        saves, salt, total, apart = known.settings.get("pages", "").split(" ")
        said = None if total == "-" else int(total, 16)
        return Sum(int(saves), bytes.fromhex(salt), said, _numbers(apart))
    except ValueError:
        return None


def belongs(pages: Pages, known: Facts) -> bool:
    """The sum is of the last save and of these pages, or proves nothing."""
    found = parse(known)
    if found is None or found.salt != pages.salt or found.total is None:
        return True
    return (found.saves, found.total) == (known.saves, pages.sum(found.apart))


def _numbers(text: str) -> set[int]:
    found: set[int] = set()
    for part in filter(None, text.split(",")):
        low, _, high = part.partition("-")
        found.update(range(int(low), int(high or low) + 1))
    return found
