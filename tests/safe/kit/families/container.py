"""The zip of a backup: every byte of it has one meaning, or it is refused."""

import zlib
from collections.abc import Iterator
from itertools import permutations

from tests.safe.kit.bases import CLAIRE, OWN, WORDS
from tests.safe.kit.case import TUBE, Case, link
from tests.safe.kit.families.secrets import SAMPLES
from tests.safe.kit.sealing import Member, members, zipped

_ALL = members()
_ZIP = zipped(_ALL)
_AT = "backup.zip"
_FIRST = 30 + len("safe.db")
_DIRECTORY = len(_ZIP) - 22 - sum(46 + len(name) for name in _ALL)


def cases() -> Iterator[Case]:
    yield from _right()
    yield from _cut()
    yield from _around()
    yield from _members()
    yield from _heads()


def _case(name: str, why: str, code: str, content: "bytes", typed: str = OWN) -> Case:
    return Case(f"zip/{name}", why, code, {_AT: content}, typed=typed, at=_AT)


def _not(name: str, why: str, content: bytes) -> Case:
    return _case(name, why, "backup-not-verified", content)


def _parts(**changed: Member) -> list[Member]:
    named = {"db": "safe.db", "keys": "keys", "manifest": "manifest"}
    return [changed.get(short) or Member(name, _ALL[name]) for short, name in named.items()]


def _right() -> Iterator[Case]:
    yield _case("right", "a backup", "ok", _ZIP)
    yield _case("right-words", "by the words", "ok", _ZIP, typed=WORDS)
    yield _case("right-member", "by another member's phrase", "ok", _ZIP, typed=CLAIRE)
    yield _case("wrong-phrase", "another phrase", "wrong-passphrase", _ZIP, typed="une autre")
    last = dict(reversed(_ALL.items()))
    assert list(last) in [list(order) for order in permutations(_ALL)]
    yield _case("other-order", "the members in another order", "ok", zipped(last))
    parts = [Member(name, data, central=(("mode", 0),)) for name, data in _ALL.items()]
    yield _case("no-mode", "made by a program that gives no rights", "ok", zipped(parts))
    files = {_AT: (SAMPLES / "v1.zip").read_bytes()}
    yield Case(
        "zip/first-version",
        "a backup of version 0.1",
        "ok",
        files,
        typed="le coffre de la première version",
        at=_AT,
        slow=True,
    )


def _cut() -> Iterator[Case]:
    for name, size in (
        ("nothing", 0),
        ("in-first-head", 10),
        ("after-first-head", _FIRST),
        ("in-database", 300_000),
        ("in-keys", _FIRST + len(_ALL["safe.db"]) + 100),
        ("before-directory", _DIRECTORY),
        ("in-directory", _DIRECTORY + 60),
        ("before-end", len(_ZIP) - 22),
        ("in-end", len(_ZIP) - 1),
    ):
        yield _case(
            f"cut-{name}", f"cut after {size} of {len(_ZIP)} bytes", "backup-truncated", _ZIP[:size]
        )
    yield _not("no-zip", "a file of another kind", b"%PDF-1.7\n" + bytes(3000))
    yield _not("begins-later", "its first bytes are missing", _ZIP[1:])


def _around() -> Iterator[Case]:
    yield _not("byte-after", "a byte after the end", _ZIP + b"\0")
    yield _not(
        "zip-after-zip",
        "two zips, one after the other: readers differ on which is meant",
        _ZIP + _ZIP,
    )
    yield _not("zip-before", "a short zip before it", zipped({"keys": b"x"}) + _ZIP)
    yield _not("comment", "a comment", zipped(_ALL, comment=b"bonjour"))
    yield _not(
        "end-in-comment",
        "a comment that is the end of another zip",
        zipped(_ALL, comment=_ZIP[-22:]),
    )
    yield _not(
        "before-counted",
        "bytes before the first member, which the places count",
        zipped(_ALL, before=b"#!/bin/sh\n"),
    )
    yield _not(
        "gap", "bytes between the last member and the directory", zipped(_ALL, gap=b"hidden")
    )
    for name, end, why in (
        ("count-2", {"here": 2, "count": 2}, "it says two members"),
        ("count-4", {"here": 4, "count": 4}, "it says four"),
        ("count-65535", {"here": 65535, "count": 65535}, "it says 65,535"),
        ("counts-differ", {"here": 2}, "two counts that differ"),
        ("disk", {"disk": 1}, "it says that it is the second disk"),
        ("directory-shorter", {"size": 10}, "the size of the directory"),
        ("directory-elsewhere", {"start": 100}, "the place of the directory"),
        ("directory-outside", {"start": 0xFFFFFFF0}, "a directory after the end"),
    ):
        yield _not(name, f"the end lies: {why}", zipped(_ALL, **end))


def _members() -> Iterator[Case]:
    own = {name: Member(name, data) for name, data in _ALL.items()}
    db, keys, manifest = own.values()
    yield _not("two-members", "no manifest", zipped([db, keys]))
    yield _not("four-members", "a member too many", zipped([*own.values(), Member("plus", b"")]))
    yield _not("keys-twice", "twice the keys, no manifest", zipped([db, keys, keys]))
    yield _not("four-keys-twice", "twice the keys", zipped([*own.values(), keys]))
    for name, other in (
        ("up", "../keys"),
        ("absolute", "/keys"),
        ("drive", "C:keys"),
        ("folder", "keys/"),
        ("capital", "KEYS"),
        ("space", "keys "),
        ("nul", "keys\0"),
        ("in-folder", "coffre/keys"),
        ("backslash", "..\\keys"),
    ):
        renamed = Member(other, _ALL["keys"])
        yield _not(f"name-{name}", f"a member named {other!r}", zipped([db, renamed, manifest]))
    yield _not(
        "other-name-within",
        "one name in the directory, another one before the bytes",
        zipped(_parts(keys=Member("keys", _ALL["keys"], local_name="kéys"))),
    )


def _heads() -> Iterator[Case]:
    packed = zlib.compress(_ALL["keys"])[2:-4]
    deflated = Member("keys", _ALL["keys"], stored=packed, both=(("method", 8),))
    yield _not("compressed", "a member compressed", zipped(_parts(keys=deflated)))
    bomb = zlib.compress(bytes(5 << 20), 9)[2:-4]
    large = Member("safe.db", bytes(5 << 20), stored=bomb, both=(("method", 8),))
    yield _not("bomb", "5 MB of zeros in 5 kB", zipped(_parts(db=large)))
    for name, both, why in (
        ("encrypted", (("flags", 1),), "it says that it is encrypted"),
        ("strongly-encrypted", (("flags", 0x41),), "encrypted in another way"),
        ("sizes-after", (("flags", 8),), "it says that its sizes come after"),
        ("crc", (("crc", 7),), "another checksum"),
        ("size-0", (("size", 0), ("packed", 0)), "it says that it is empty"),
        ("size-greater", (("size", 1 << 30), ("packed", 1 << 30)), "it says 1 GiB"),
        ("method-99", (("method", 99),), "an unknown way of packing"),
    ):
        yield _not(
            name,
            f"both heads of the keys: {why}",
            zipped(_parts(keys=Member("keys", _ALL["keys"], both=both))),
        )
    for name, mode, why in (
        ("link", 0o120777, "a link"),
        ("is-folder", 0o040700, "a folder"),
        ("tube", 0o010600, "a tube"),
        ("device", 0o060600, "a device"),
    ):
        central = (("mode", mode),)
        yield _not(
            f"member-{name}",
            f"the keys are said to be {why}",
            zipped(_parts(keys=Member("keys", _ALL["keys"], central=central))),
        )
    for name, local, why in (
        ("local-size", (("size", 7), ("packed", 7)), "size"),
        ("local-method", (("method", 8),), "way of packing"),
        ("local-flags", (("flags", 1),), "encryption"),
        ("local-crc", (("crc", 7),), "checksum"),
    ):
        yield _not(
            name,
            f"the two heads of the keys differ: {why}",
            zipped(_parts(keys=Member("keys", _ALL["keys"], local=local))),
        )
    yield _not(
        "same-bytes",
        "two members of the same bytes",
        zipped(_parts(keys=Member("keys", _ALL["safe.db"], central=(("place", 0),)))),
    )
    yield _not(
        "place-outside",
        "a member after the end of the file",
        zipped(_parts(keys=Member("keys", _ALL["keys"], central=(("place", 1 << 30),)))),
    )
    yield _not(
        "extra",
        "something more in the heads of a member",
        zipped(_parts(keys=Member("keys", _ALL["keys"], extra=b"UT\5\0\3\0\0\0\0"))),
    )
    specials = (("a-tube", TUBE), ("a-link-to-nothing", link("nowhere")))
    for name, what in specials:
        code = "file-not-regular" if what is TUBE else "file-missing"
        yield Case(f"zip/{name}", "no file", code, {_AT: what}, at=_AT)
