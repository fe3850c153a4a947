"""Pages made again of their parity, and whether that is the state of the last save (§ 11)."""

from tests.safe.reader import database, page_sum
from tests.safe.reader.aes import open_block
from tests.safe.reader.pages import SIZE, Pages, authentic
from tests.safe.reader.parity import Parity, lane_of, lane_pages
from tests.safe.reader.verdict import RefusedError


def comes_back(raw: bytes, key: bytes, parity: Parity | None, safe_id: bytes) -> bool:
    """Whether repair gives back the whole state of the last save; nothing is written."""
    work = _Repair(raw, key, parity)
    if not work.every_page():
        return False
    if work.is_present(safe_id):
        return True
    return not work.made and work.put_right() and work.is_present(safe_id)


class _Repair:
    """The pages of a database, and those that were made again."""

    def __init__(self, raw: bytes, key: bytes, parity: Parity | None) -> None:
        self._parity = parity
        self._key = key
        self._raw = bytearray(raw)
        self._salt = parity.salt if parity else raw[:16]
        self._mac_key = Pages(raw, key).mac_key(self._salt) if raw else b""
        self.made: set[int] = set()

    def every_page(self) -> bool:
        """Make every page that is not authentic; one may bring others of its lane."""
        count = self._named() or (self._parity.count if self._parity else len(self._raw) // SIZE)
        wrong = {n for n in range(1, count + 1) if not self._right(self._page(n), n)}
        while wrong:
            came = {n for n in sorted(wrong) if self._make(n, wrong - self.made)}
            if not came:
                return False
            wrong -= came
        count = self._named()
        self._raw = self._raw[: SIZE * count].ljust(SIZE * count, b"\0")
        return count > 0

    def put_right(self) -> bool:
        """Replace authentic pages that their lane contradicts; False: there is none."""
        if self._parity is None:
            return False
        for number in range(1, len(self._raw) // SIZE + 1):
            again = self._of_lane(number)
            if again is not None and again != self._page(number) and self._right(again, number):
                self._put(number, again)
        return bool(self.made)

    def is_present(self, safe_id: bytes) -> bool:
        """Every page, the sum, the parity's own and every row say one state of this safe."""
        pages = Pages(bytes(self._raw), self._key)
        try:
            known = database.facts(pages.raw, self._key)
        except RefusedError:
            return False
        found = page_sum.parse(known)
        if known.id != safe_id or found is None or found.salt != pages.salt or found.total is None:
            return False
        if (found.saves, found.total) != (known.saves, pages.sum(found.apart)):
            return False
        parity = self._parity
        if parity and parity.salt == pages.salt and parity.saves >= known.saves:
            if (parity.saves, parity.sum) != (known.saves, pages.sum()):
                return False
        elif found.apart & self.made:
            return False
        return database.is_sound(pages.raw, self._key)

    def _named(self) -> int:
        """How many pages the first one says there are, 0 when it is not right."""
        first = self._page(1)
        if not self._right(first, 1):
            return 0
        clear = open_block(self._key, first[-80:-64], first[16:32])
        return int.from_bytes(clear[12:16], "big")

    def _page(self, number: int) -> bytes:
        return bytes(self._raw[SIZE * (number - 1) : SIZE * number])

    def _right(self, page: bytes, number: int) -> bool:
        salted = number != 1 or page[:16] == self._salt  # no page's proof covers the salt
        return salted and len(page) == SIZE and authentic(page, number, self._mac_key)

    def _put(self, number: int, page: bytes) -> None:
        end = SIZE * number
        if len(self._raw) < end:
            self._raw += bytes(end - len(self._raw))
        self._raw[end - SIZE : end] = page
        self.made.add(number)

    def _make(self, number: int, wrong: set[int]) -> bool:
        parity = self._parity
        if parity is None:
            return False
        others = set(lane_pages(number, parity.count)) - {number}
        candidates = [parity.kept_page(number)]
        if number <= parity.count and not others & wrong:
            candidates.append(self._of_lane(number))
        for page in candidates:
            if page is not None and self._right(page, number):
                self._put(number, page)
                return True
        return False

    def _of_lane(self, number: int) -> bytes | None:
        assert self._parity is not None
        lane = self._parity.lane(lane_of(number))
        if lane is None:
            return None
        total = int.from_bytes(lane, "little")
        for other in lane_pages(number, self._parity.count):
            if other != number:
                total ^= int.from_bytes(self._page(other), "little")
        return total.to_bytes(SIZE, "little")
