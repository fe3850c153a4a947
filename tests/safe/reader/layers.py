"""A backup that lies on others: the pages of its last layers, over those of a whole one (§ 7)."""

from pathlib import Path

from tests.safe.reader import regular
from tests.safe.reader.keyfile import Opened
from tests.safe.reader.pages import SIZE, Pages
from tests.safe.reader.sealed import Sealed, unseal
from tests.safe.reader.verdict import RefusedError

_RECORD = 4 + SIZE


def put_together(path: Path, sealed: Sealed, opened: Opened) -> bytes:
    """The database of a layer, proved by its sum; ``path``: its folder, beside the others'."""
    folders = [(path.parent / name, _beneath(path.parent / name, opened)) for name in sealed.under]
    whole, *layers = [read(folder, one) for folder, one in (*folders, (path, sealed))]
    if "safe.db" not in whole or not all("pages" in layer for layer in layers):
        raise RefusedError("backup-truncated")
    for (_, one), members in zip((*folders, (path, sealed)), (whole, *layers), strict=True):
        one.check(members)
    raw = bytearray(whole["safe.db"][: SIZE * sealed.count].ljust(SIZE * sealed.count, b"\0"))
    for layer in layers:
        for at in range(0, len(layer["pages"]), _RECORD):
            number = int.from_bytes(layer["pages"][at : at + 4], "little")
            if 1 <= number <= sealed.count:
                content = layer["pages"][at + 4 : at + _RECORD]
                raw[SIZE * (number - 1) : SIZE * number] = content
    if Pages(bytes(raw), opened.key).sum() != sealed.total:
        raise RefusedError("backup-not-verified")
    return bytes(raw)


def read(folder: Path, sealed: Sealed) -> dict[str, bytes]:
    """The files that a manifest names."""
    found = {name: regular.read(folder / name) for name in sealed.files}
    if None in found.values():
        raise RefusedError("backup-truncated")
    return {name: raw for name, raw in found.items() if raw is not None}


def _beneath(folder: Path, opened: Opened) -> Sealed:
    raw = regular.read(folder / "manifest")
    try:
        return unseal(raw or b"", opened)
    except RefusedError:
        raise RefusedError("backup-truncated") from None
