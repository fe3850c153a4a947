"""Backups whose container is right: the seal, what it says, and the parts it is of."""

from collections.abc import Iterator

from tests.safe.kit.bases import CLAIRE, ID_B, KEY_B, OWN, base, keys_of_a
from tests.safe.kit.case import Case, Files, link
from tests.safe.kit.database import SIZE, flipped, sql, told, with_page
from tests.safe.kit.keyfiles import edited, in_slot, sealed, slots_of
from tests.safe.kit.sealing import DB, KEYS, facts, manifest, members, zipped

_AT = "backup.zip"
_NOT = "backup-not-verified"


def cases() -> Iterator[Case]:
    yield from _seal()
    yield from _lies()
    yield from _parts()
    yield from _content()
    yield from _folders()


def _case(name: str, why: str, code: str, parts: dict[str, bytes], typed: str = OWN) -> Case:
    return Case(f"backup/{name}", why, code, {_AT: zipped(parts)}, typed=typed, at=_AT)


def _seal() -> Iterator[Case]:
    right = manifest()
    for name, sealed_, why in (
        ("bit-magic", flipped(right, 1), "one bit of its magic"),
        ("bit-nonce", flipped(right, 35), "one bit of its nonce"),
        ("bit-sealed", flipped(right, 60), "one bit of what is sealed"),
        ("bit-tag", flipped(right, len(right) - 1), "one bit of its tag"),
        ("cut", right[:-1], "its last byte is missing"),
        ("head-alone", right[:44], "nothing is sealed"),
        ("short", right[:20], "cut in its head"),
        ("longer", right + b"\0", "a byte after its end"),
        ("too-long", bytes(70_000), "longer than any"),
        ("flags", manifest(reserved=b"\1" + bytes(5)), "a flag that this version does not have"),
        ("other-key", manifest(key=KEY_B), "sealed under another safe's key"),
    ):
        yield _case(f"seal-{name}", f"the manifest: {why}", _NOT, members(sealed=sealed_))
    yield _case("seal-empty", "the manifest: an empty file", _NOT, {**members(), "manifest": b""})
    yield _case(
        "seal-later-version",
        "a manifest of a later format",
        "safe-newer",
        members(sealed=manifest(version=3)),
    )
    yield _case(
        "seal-other-safe",
        "another safe's manifest",
        "backup-other-safe",
        members(sealed=manifest(safe_id=ID_B, key=KEY_B)),
    )


def _lies() -> Iterator[Case]:
    files = facts()["files"]
    assert isinstance(files, dict)
    one = files["safe.db"]
    for name, said, why in (
        ("size", {**files, "safe.db": {**one, "size": 1}}, "the size of the database"),
        ("sum", {**files, "safe.db": {**one, "sha256": "00" * 32}}, "its SHA-256"),
        (
            "sum-of-keys",
            {**files, "keys": {**files["keys"], "sha256": "00" * 32}},
            "that of the keys",
        ),
        ("no-keys", {"safe.db": one}, "a member is not named"),
        ("one-more", {**files, "../../x": one}, "a member more is named"),
        ("size-as-text", {**files, "safe.db": {**one, "size": str(one["size"])}}, "a size as text"),
        ("size-negative", {**files, "safe.db": {**one, "size": -1}}, "a size under nothing"),
        ("files-a-list", [], "no members"),
    ):
        yield _case(
            f"says-{name}",
            f"sealed by who has the key, and false: {why}",
            _NOT,
            members(sealed=manifest(facts(files=said))),
        )
    for name, changed, why in (
        ("day", {"made_on": "demain"}, "a day that is none"),
        ("day-number", {"made_on": 20261124}, "a number for a day"),
        ("saves-negative", {"saves": -1}, "saves under nothing"),
        ("saves-huge", {"saves": 1 << 70}, "more saves than a number holds"),
        ("saves-true", {"saves": True}, "saves that are no number"),
        ("saves-fraction", {"saves": 1.5}, "half a save"),
        ("schema-text", {"schema": "1"}, "a schema as text"),
    ):
        yield _case(
            f"says-{name}",
            f"sealed by who has the key: {why}",
            _NOT,
            members(sealed=manifest(facts(**changed))),
        )
    for name, text, why in (
        ("no-json", b"bonjour", "no JSON"),
        ("not-utf-8", b"\xff\xfe{}", "bytes that are no text"),
        ("a-list", b"[]", "a list"),
        ("deep", b"[" * 5_000, "lists in lists, 5,000 deep"),
        ("nothing", b"", "nothing"),
    ):
        yield _case(
            f"says-{name}",
            f"sealed by who has the key: {why}",
            _NOT,
            members(sealed=manifest(text)),
        )


def _parts() -> Iterator[Case]:
    b = base("b")
    yield _case(
        "older-keys",
        "the keys of another day",
        _NOT,
        {**members(), "keys": keys_of_a(4)},
        typed=CLAIRE,
    )
    yield _case(
        "keys-of-other-safe",
        "the keys of another safe, the same phrase",
        "backup-other-safe",
        {**members(), "keys": b.keys},
    )
    yield _case(
        "database-of-other-safe",
        "a database shorter than the seal says",
        "backup-truncated",
        {**members(), "safe.db": b.db},
    )
    yield _case(
        "database-of-other-day",
        "the database of another day",
        _NOT,
        {**members(), "safe.db": base("a3").db},
    )
    for name, keys, code, why in (
        ("damaged", flipped(KEYS, 100), _NOT, "the keys are damaged"),
        ("edited", in_slot(3, 48, b"\0"), _NOT, "the keys were edited, their digest made anew"),
        ("hostile", in_slot(0, 20, b"\xff\xff\xff\xff"), "kdf-refused", "the keys ask for 4 TiB"),
        ("newer", edited(8, b"\2"), "safe-newer", "keys of a later format"),
        ("too-long", bytes(70_000), _NOT, "keys longer than any"),
        ("empty", b"", _NOT, "empty keys"),
    ):
        yield _case(f"keys-{name}", why, code, {**members(), "keys": keys})
    yield _case(
        "one-bit",
        "one bit of the database, the zip's checksum made anew",
        _NOT,
        {**members(), "safe.db": flipped(DB, 300_000)},
    )


def _content() -> Iterator[Case]:
    """All seals are right: its maker had the key."""
    for name, db, code, why in (
        ("page-damaged", with_page(DB, 100, bytes(SIZE)), _NOT, "a page is damaged"),
        ("cut", DB[:-SIZE], _NOT, "the last page is missing"),
        ("one-page", DB[:SIZE], _NOT, "one page alone"),
        ("less-than-a-page", DB[:100], _NOT, "less than a page"),
        ("later-schema", told(DB, sql("PRAGMA user_version = 3")), "safe-newer", "a later schema"),
        (
            "trigger",
            told(
                DB,
                sql(
                    "CREATE TRIGGER intruder AFTER INSERT ON event BEGIN DELETE FROM document; END"
                ),
            ),
            _NOT,
            "a trigger of a stranger",
        ),
        ("table", told(DB, sql("CREATE TABLE intruder (x)")), _NOT, "a table of a stranger"),
        (
            "orphan",
            told(DB, sql("PRAGMA foreign_keys = OFF", "UPDATE document SET person = 99")),
            _NOT,
            "a document of nobody",
        ),
        (
            "other-id",
            told(DB, sql("UPDATE safe SET id = x'ff0102030405060708090a0b0c0d0e0f'")),
            "backup-other-safe",
            "the database says another safe",
        ),
        ("no-own-row", told(DB, sql("DELETE FROM safe")), _NOT, "it says no safe"),
    ):
        yield _case(f"content-{name}", why, code, members(db))
    few = sealed(slots_of(KEYS)[:1])
    yield _case(
        "content-fewer-slots",
        "a key file of one slot, sealed with the rest",
        "ok",
        members(keys=few),
    )


def _folders() -> Iterator[Case]:
    """A backup as a folder, as it lies in a safe."""
    right: Files = {f"copie/{name}": data for name, data in members().items()}
    yield Case("backup/folder", "a folder of backups/", "ok", right, at="copie")
    yield Case(
        "backup/folder-more",
        "with another file in it",
        "ok",
        {**right, "copie/autre": b""},
        at="copie",
    )
    for name in ("safe.db", "keys", "manifest"):
        files = {path: data for path, data in right.items() if path != f"copie/{name}"}
        yield Case(
            f"backup/folder-without-{name}",
            f"without {name}",
            "backup-truncated",
            files,
            at="copie",
        )
        linked = {**files, f"copie/{name}": link(f"../{name}"), name: members()[name]}
        yield Case(
            f"backup/folder-link-{name}",
            f"a link in the place of {name}",
            "backup-truncated",
            linked,
            at="copie",
        )
