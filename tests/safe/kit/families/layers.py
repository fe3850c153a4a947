"""Backups that lie on others: what changed since them alone (FORMAT.md § 7)."""

import hashlib
from collections.abc import Iterator

from tests.safe.kit.bases import OWN, base
from tests.safe.kit.case import Case, Files, Special, link
from tests.safe.kit.database import changed_pages, flipped, page
from tests.safe.kit.sealing import manifest, zipped

_WHOLE, _FIRST, _SECOND = "00000000000000aa", "00000000000000bb", "00000000000000cc"
_NOT = "backup-not-verified"
_RECORD = 4 + 4096
_NAMES = {_WHOLE: "a2", _FIRST: "a3", _SECOND: "a4"}
_UNDER = {_WHOLE: [], _FIRST: [_WHOLE], _SECOND: [_WHOLE, _FIRST]}


def cases() -> Iterator[Case]:
    yield from _right()
    yield from _missing()
    yield from _damaged()
    yield from _lies()


def _records(before: str, after: str) -> bytes:
    old, new = base(before).db, base(after).db
    numbers = [*changed_pages(old, new), *range(len(old) // 4096 + 1, len(new) // 4096 + 1)]
    return b"".join(number.to_bytes(4, "little") + page(new, number) for number in numbers)


_PAGES = {_FIRST: _records("a2", "a3"), _SECOND: _records("a3", "a4")}


def _told(name: str, data: bytes, **changed: object) -> dict[str, object]:
    """What the manifest of one of them says."""
    one = base(_NAMES[name])
    files = {"safe.db" if name == _WHOLE else "pages": data, "keys": one.keys}
    pages = {
        "count": len(one.db) // 4096,
        "salt": one.db[:16].hex(),
        "total": f"{int.from_bytes(one.parity[48:80], 'little'):064x}",
        "erased": 0 if name == _WHOLE else 1,
        "under": _UNDER[name],
        **changed,
    }
    return {
        "made_on": "2026-11-24", "saves": int.from_bytes(one.parity[40:48], "little"),
        "keys_generation": 5, "schema": 1, "pages": pages,
        "files": {
            file: {"size": len(content), "sha256": hashlib.sha256(content).hexdigest()}
            for file, content in files.items()
        },
    }  # fmt: skip


def _folder(
    name: str, data: bytes = b"", sealed: bytes | None = None, **changed: object
) -> dict[str, bytes | Special]:
    """One folder of backups/; its manifest is true of ``data`` but for what changed in it."""
    content = data or (base("a2").db if name == _WHOLE else _PAGES[name])
    version = 1 if name == _WHOLE else 2
    told = sealed or manifest(_told(name, content, **changed), version=version)
    file = "safe.db" if name == _WHOLE else "pages"
    parts = {file: content, "keys": base(_NAMES[name]).keys, "manifest": told}
    return {f"backups/{name}/{part}": value for part, value in parts.items()}


def _all(**other: dict[str, bytes | Special]) -> dict[str, bytes | Special]:
    """The three of them, some replaced."""
    found: dict[str, bytes | Special] = {}
    for short, name in (("whole", _WHOLE), ("first", _FIRST), ("second", _SECOND)):
        found |= other.get(short, _folder(name))
    return found


def _case(name: str, why: str, code: str, files: Files, of: str = _SECOND) -> Case:
    return Case(f"layer/{name}", why, code, files, typed=OWN, at=f"backups/{of}")


def _right() -> Iterator[Case]:
    yield _case("second", "two layers on a whole copy", "ok", _all())
    yield _case("first", "the layer under it, by itself", "ok", _all(), of=_FIRST)
    yield _case("whole", "the whole copy under both", "ok", _all(), of=_WHOLE)
    content = _PAGES[_SECOND]
    turned = b"".join(content[at : at + _RECORD] for at in range(0, len(content), _RECORD)[::-1])
    yield _case(
        "pages-in-any-order", "the pages of a layer in another order", "ok",
        _all(second=_folder(_SECOND, turned)),
    )  # fmt: skip


def _missing() -> Iterator[Case]:
    gone: dict[str, bytes | Special] = {}
    yield _case("without-whole", "what it lies on is gone", "backup-truncated", _all(whole=gone))
    yield _case("without-first", "the layer under it is gone", "backup-truncated", _all(first=gone))
    for file in ("pages", "keys", "manifest"):
        path = f"backups/{_SECOND}/{file}"
        files = {name: data for name, data in _all().items() if name != path}
        yield _case(f"without-{file}", f"without {file}", "backup-truncated", files)
        linked = {**files, path: link(f"../../{file}"), file: _all()[path]}
        yield _case(f"link-{file}", f"a link in the place of {file}", "backup-truncated", linked)


def _damaged() -> Iterator[Case]:
    content = _PAGES[_SECOND]
    for name, data, why in (
        ("bit", flipped(content, 5000), "one bit of a page"),
        ("cut", content[:-1], "its last byte is missing"),
        ("longer", content + bytes(_RECORD), "a page more"),
    ):
        files = _all()
        files[f"backups/{_SECOND}/pages"] = data
        yield _case(f"pages-{name}", f"of the layer: {why}", _NOT, files)
    for name, path, why in (
        ("whole", f"backups/{_WHOLE}/safe.db", "the whole copy"),
        ("under", f"backups/{_FIRST}/pages", "the layer under it"),
    ):
        files = _all()
        data = files[path]
        assert isinstance(data, bytes)
        files[path] = flipped(data, 3000)
        yield _case(f"bit-{name}", f"one bit of {why}", _NOT, files)


def _lies() -> Iterator[Case]:
    """Every seal is right: its maker had the key."""
    for name, changed, why in (
        ("total", {"total": "00" * 32}, "a sum that is not that of the pages"),
        ("fewer-pages", {"count": 168}, "a page fewer"),
        ("more-pages", {"count": 170}, "a page more"),
        ("no-page", {"count": 0}, "no page"),
        ("up", {"under": ["../../../etc", _FIRST]}, "a name that leads elsewhere"),
        ("name-short", {"under": ["aa", _FIRST]}, "a name of another length"),
        ("on-itself", {"under": [_SECOND]}, "it lies on itself"),
        ("without-the-first", {"under": [_WHOLE]}, "one of those that it lies on is not named"),
        ("turned", {"under": [_FIRST, _WHOLE]}, "those that it lies on in another order"),
        ("under-a-number", {"under": 3}, "no list of names"),
        ("salt", {"salt": "zz"}, "a salt that is none"),
    ):
        code = "backup-truncated" if name in ("on-itself", "turned") else _NOT
        yield _case(
            f"says-{name}", f"sealed by who has the key: {why}", code,
            _all(second=_folder(_SECOND, **changed)),
        )  # fmt: skip
    number = (500).to_bytes(4, "little")
    far = _PAGES[_SECOND] + number + page(base("a4").db, 7)
    yield _case(
        "page-beyond", "a page after the last one, sealed with the rest: nobody looks for it", "ok",
        _all(second=_folder(_SECOND, far)),
    )  # fmt: skip
    one = flipped(_PAGES[_SECOND], 5000)
    yield _case(
        "page-damaged-sealed", "a page that is not authentic, sealed as it is", _NOT,
        _all(second=_folder(_SECOND, one)),
    )  # fmt: skip
    parts = {
        "safe.db": base("a4").db,
        "keys": base("a4").keys,
        "manifest": manifest(_told(_SECOND, _PAGES[_SECOND]), version=2),
    }
    yield Case(
        "layer/in-a-zip", "the manifest of a layer in a zip, which holds a whole one", _NOT,
        {"backup.zip": zipped(parts)}, at="backup.zip",
    )  # fmt: skip
