"""The pages of a backup made of layers: of each number, those of the topmost that has it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.safe.database import PAGE
from desktop_app.safe.pages import PROOF, SALT, PageFile

_NUMBER = 4
RECORD = _NUMBER + PAGE


class Stack:
    """Reads them as one file; ``count``: how many pages there are. Close it."""

    def __init__(self, whole: Path, layers: Sequence[Path], count: int) -> None:
        self._count = count
        self._files = [_Layer(path) for path in layers]
        self._whole = PageFile(whole)
        self._over: dict[int, tuple[_Layer, int]] = {}
        for layer in self._files:
            self._over |= {number: (layer, place) for place, number in enumerate(layer.numbers())}
        self.salt = self.page(1)[:SALT]

    def __len__(self) -> int:
        return self._count

    def page(self, number: int) -> bytes:
        """Return a page; shorter where no file has it."""
        found = self._over.get(number)
        return self._whole.page(number) if found is None else found[0].page(found[1])

    def proof(self, number: int) -> bytes:
        """Return the bytes by which a page is known."""
        return self.page(number)[-PROOF:] if number in self._over else self._whole.proof(number)

    def pages(self) -> Iterator[bytes]:
        """Yield all of them, in order."""
        yield from map(self.page, range(1, self._count + 1))

    def close(self) -> None:
        """Close all files."""
        self._whole.close()
        for one in self._files:
            one.close()

    def __enter__(self) -> "Stack":
        return self

    def __exit__(self, *reason: object) -> None:
        self.close()


class _Layer:
    """A file of pages, each after its number."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("rb")

    def numbers(self) -> Iterator[int]:
        place = 0
        while len(found := self._read(place, _NUMBER)) == _NUMBER:
            yield int.from_bytes(found, "little")
            place += RECORD

    def page(self, place: int) -> bytes:
        return self._read(place * RECORD + _NUMBER, PAGE)

    def close(self) -> None:
        self._file.close()

    def _read(self, place: int, size: int) -> bytes:
        self._file.seek(place)
        return self._file.read(size)


def record(number: int, page: bytes) -> bytes:
    """Return a page as a layer holds it."""
    return number.to_bytes(_NUMBER, "little") + page
