"""Hostile deliveries: each is made by a function of a key, and refused by one error."""

import struct
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from desktop_app.core.errors import AppError
from desktop_app.datafiles import data_root
from desktop_app.delivered import errors
from desktop_app.delivered.archive import LIST, SEAL, write_archive
from desktop_app.delivered.minisign import SecretKey, Signed, blake2b, new_key
from desktop_app.delivered.packs import DESCRIPTION, KEY
from tests.helpers.deliveries import MADE_ON, NAME, delivery, described, sealed, texts

Maker = Callable[[SecretKey], bytes]
KINDS: dict[str, tuple[Maker, type[AppError]]] = {}
LETTER = "letters/essai-livre/letter.toml"


def refused(name: str, error: type[AppError]) -> Callable[[Maker], Maker]:
    def keep(maker: Maker) -> Maker:
        KINDS[name] = (maker, error)
        return maker

    return keep


def made_of(name: str, error: type[AppError], make: Maker) -> None:
    refused(name, error)(make)


@dataclass
class Member:
    """A file of a zip, every field of which may lie; ``there`` is its own head, when it differs."""

    name: bytes
    data: bytes
    method: int = 8
    flags: int = 0
    mode: int = 0o100644
    made: int = 0x0314
    extra: bytes = b""
    comment: bytes = b""
    size: int | None = None
    crc: int | None = None
    place: int | None = None
    there: bytes | None = None
    hidden: bool = False
    dos: int = 0


def zipped(members: Sequence[Member], *, tail: bytes = b"", head: bytes = b"", **end: int) -> bytes:
    """Return a zip of these, as false as they say."""
    out, directory, named = bytearray(head), bytearray(), 0
    for one in members:
        packer = zlib.compressobj(9, zlib.DEFLATED, -15)
        packed = packer.compress(one.data) + packer.flush() if one.method == 8 else one.data
        crc = zlib.crc32(one.data) if one.crc is None else one.crc
        size = len(one.data) if one.size is None else one.size
        place = len(out) if one.place is None else one.place
        own = one.name if one.there is None else one.there
        fields = (20, one.flags, one.method, 0, 33, crc, len(packed), size)
        out += struct.pack("<4s5H3L2H", b"PK\3\4", *fields, len(own), 0) + own + packed
        if one.hidden:
            continue
        named += 1
        directory += struct.pack(
            "<4s6H3L5H2L",
            b"PK\1\2",
            one.made,
            *fields,
            len(one.name),
            len(one.extra),
            len(one.comment),
            0,
            0,
            (one.mode << 16) | one.dos,
            place,
        )
        directory += one.name + one.extra + one.comment
    count, total = end.get("count", named), end.get("total", named)
    start = end.get("start", len(out))
    last = struct.pack(
        "<4s4H2LH", b"PK\5\6", end.get("disk", 0), 0, count, total, len(directory), start, len(tail)
    )
    return bytes(out + directory + last + tail)


def with_one(member: Member) -> Maker:
    """Return what makes a right delivery with one file more, of which no list speaks."""

    def make(key: SecretKey) -> bytes:
        files = sealed(texts() | {DESCRIPTION: described()}, key)
        return zipped([*(Member(n.encode(), d) for n, d in files.items()), member])

    return make


def with_name(name: str | bytes) -> Maker:
    return with_one(Member(name if isinstance(name, bytes) else name.encode(), b"x = 1\n"))


def with_files(more: dict[str, bytes], *, gone: str = "", **seal: str) -> Maker:
    """Return what makes a delivery signed whole, with other files."""

    def make(key: SecretKey) -> bytes:
        files = texts() | {DESCRIPTION: described()} | more
        files.pop(gone, None)
        return write_archive(sealed(files, key, **seal))

    return make


def after(change: Callable[[dict[str, bytes]], object]) -> Maker:
    """Return what changes files after they were signed."""

    def make(key: SecretKey) -> bytes:
        files = sealed(texts() | {DESCRIPTION: described()}, key)
        change(files)
        return write_archive(files)

    return make


# Names that lead elsewhere, or that some disk reads otherwise
for told, name in {
    "climbs": "letters/../../../.bashrc",
    "climbs-at-once": "../publishers.json",
    "climbs-by-backslash": "letters\\..\\..\\x.toml",
    "from-the-root": "/etc/papier-libre/papier-libre.toml",
    "from-a-drive": "C:/Windows/x.toml",
    "relative-drive": "c:x.toml",
    "from-a-share": "\\\\host\\share\\x.toml",
    "stays-where-it-is": "letters/./x.toml",
    "empty-part": "letters//x.toml",
}.items():
    made_of(told, errors.ArchiveNameOutside, with_name(name))
for told, plain in {
    "capitals": "letters/Essai/letter.toml",
    "accents": "letters/été/letter.toml",
    "device": "letters/con/letter.toml",
    "device-file": "letters/essai/com1.toml",
    "trailing-dot": "letters/essai./letter.toml",
    "trailing-space": "letters/essai /letter.toml",
    "hidden-file": "letters/essai/.letter.toml",
    "stream-of-ntfs": "letters/essai/letter.toml:x",
    "too-deep": "law/procedures/caf/caf/x.toml",
    "too-long": f"letters/{'a' * 65}/letter.toml",
    "marks-of-direction": "letters/e\u202elmot/letter.toml",
    "no-ending": "letters/essai/letter",
    "a-page": "letters/essai/letter.html",
}.items():
    made_of(told, errors.ArchiveNameRefused, with_name(plain))
made_of("not-utf-8", errors.ArchiveNameRefused, with_name(b"letters/\xe9t\xe9/letter.toml"))
made_of("nul", errors.ArchiveNameRefused, with_name(b"letters/a.toml\0.png"))
made_of("no-name", errors.ArchiveNameRefused, with_name(b""))
made_of("elsewhere", errors.ArchiveNameRefused, with_files({"python/site.toml": b"x = 1\n"}))
made_of("at-the-top", errors.ArchiveNameRefused, with_files({"letter.toml": b"x = 1\n"}))
made_of("program", errors.ArchiveNested, with_name("letters/essai/setup.exe"))
made_of("script", errors.ArchiveNested, with_name("letters/essai/letter.toml.py"))
made_of("twice", errors.ArchiveNameTwice, with_name(LETTER))
made_of("twice-by-case", errors.ArchiveNameTwice, with_name(LETTER.upper()))
made_of(
    "twice-by-width",
    errors.ArchiveNameTwice,
    with_name(LETTER.replace("essai", "ｅｓｓａｉ")),
)

# What is no file
for told, mode in {"link": 0o120777, "tube": 0o010644, "device-of-unix": 0o060644}.items():
    made_of(told, errors.ArchiveLink, with_one(Member(b"letters/a/x.toml", b"/etc", mode=mode)))
made_of("folder", errors.ArchiveLink, with_one(Member(b"letters/a/", b"", 0)))
made_of("folder-of-dos", errors.ArchiveLink, with_one(Member(b"letters/a/x.toml", b"", 0, dos=16)))

# Too much
ZEROS = bytes(250_000)
made_of("swells", errors.ArchiveSwells, with_files({"letters/a/x.toml": ZEROS}))
made_of(
    "swells-in-secret",
    errors.ArchiveSwells,
    with_one(Member(b"letters/a/x.toml", bytes(10**8), size=1_000)),
)
made_of(
    "one-too-big",
    errors.ArchiveFileTooBig,
    with_files({"letters/a/x.toml": b"# x\n" * 70_000}),
)
made_of(
    "announces-gigabytes",
    errors.ArchiveUnpackedTooBig,
    with_one(Member(b"letters/a/x.toml", b"x", size=4_000_000_000)),
)
made_of("too-big", errors.ArchiveTooBig, lambda _key: b"PK\3\4" + bytes(20 << 20))


@refused("too-many", errors.ArchiveTooManyFiles)
def too_many(_key: SecretKey) -> bytes:
    return zipped([Member(b"letters/a/x%d.toml" % n, b"", 0) for n in range(5_001)])


made_of(
    "says-too-many",
    errors.ArchiveTooManyFiles,
    lambda _key: zipped([], count=65535, total=65535, head=b"PK\3\4"),
)
made_of("nested", errors.ArchiveNested, with_files({"letters/a/x.png": b"PK\3\4" + bytes(50)}))
made_of("nested-zip", errors.ArchiveNested, with_name("letters/a/x.zip"))
made_of("elf", errors.ArchiveNested, with_files({"letters/a/logo.png": b"\x7fELF" + bytes(50)}))

# Two readings
made_of("password", errors.ArchiveLocked, with_one(Member(b"letters/a/x.toml", b"x", flags=1)))
made_of("strong", errors.ArchiveLocked, with_one(Member(b"letters/a/x.toml", b"x", flags=0x41)))
made_of("bzip2", errors.ArchiveMethod, with_one(Member(b"letters/a/x.toml", b"x", 12)))
made_of("sum-of-zip", errors.ArchiveDamaged, with_one(Member(b"letters/a/x.toml", b"x", crc=1)))
made_of("shorter", errors.ArchiveDamaged, with_one(Member(b"letters/a/x.toml", b"xyz", size=9)))
for told, member in {
    "extra-field": Member(b"letters/a/x.toml", b"x", extra=b"\1\0\0\0"),
    "comment": Member(b"letters/a/x.toml", b"x", comment=b"x"),
    "sizes-later": Member(b"letters/a/x.toml", b"x", flags=8),
    "another-name": Member(b"letters/a/x.toml", b"x", there=b"letters/a/y.toml"),
    "over-another": Member(b"letters/a/x.toml", b"x", place=0),
    "past-the-end": Member(b"letters/a/x.toml", b"x", place=1 << 31),
    "unlisted-in-directory": Member(b"letters/a/x.toml", b"x", hidden=True),
}.items():
    made_of(told, errors.ArchiveTwoReadings, with_one(member))
made_of("something-after", errors.ArchiveTwoReadings, lambda key: delivery(key) + b"more")
made_of("something-before", errors.ArchiveTwoReadings, lambda key: b"#!/bin/sh\n" + delivery(key))
made_of(
    "comment-of-zip",
    errors.ArchiveTwoReadings,
    lambda _key: zipped([Member(b"x.toml", b"x")], tail=b"hello"),
)
made_of(
    "two-disks", errors.ArchiveTwoReadings, lambda _key: zipped([Member(b"x.toml", b"x")], disk=1)
)
made_of(
    "counts-differ",
    errors.ArchiveTwoReadings,
    lambda _key: zipped([Member(b"x.toml", b"x")], count=0),
)
made_of("cut", errors.ArchiveCut, lambda key: delivery(key)[:-30])
made_of("cut-in-the-middle", errors.ArchiveCut, lambda key: delivery(key)[:700])
made_of("not-a-zip", errors.ArchiveNotZip, lambda _key: b"%PDF-1.7\n%%EOF\n" * 40)
made_of("empty-file", errors.ArchiveNotZip, lambda _key: b"")

# The signature
made_of("no-signature", errors.NotSigned, after(lambda files: files.pop(SEAL)))
made_of(
    "empty-signature", errors.SignatureUnreadable, after(lambda files: files.update({SEAL: b""}))
)


@refused("legacy-signature", errors.SignatureLegacy)
def legacy(key: SecretKey) -> bytes:
    files = sealed(texts() | {DESCRIPTION: described()}, key)
    lines = files[SEAL].split(b"\n")
    lines[1] = b"RW" + lines[1][2:]
    return write_archive(files | {SEAL: b"\n".join(lines)})


@refused("signed-by-another", errors.SignatureOfAnother)
def by_another(key: SecretKey) -> bytes:
    return write_archive(sealed(texts() | {DESCRIPTION: described()}, new_key(), shown=key))


@refused("signed-by-one-of-that-name", errors.SignatureWrong)
def by_one_of_that_name(key: SecretKey) -> bytes:
    impostor = SecretKey(key.id, new_key().seed)
    return write_archive(sealed(texts() | {DESCRIPTION: described()}, impostor, shown=key))


@refused("signature-of-another-delivery", errors.SignatureWrong)
def of_another_delivery(key: SecretKey) -> bytes:
    other = sealed(texts("autre") | {DESCRIPTION: described()}, key)
    files = sealed(texts() | {DESCRIPTION: described()}, key)
    return write_archive(files | {SEAL: other[SEAL]})


@refused("version-raised-in-the-comment", errors.SignatureCommentWrong)
def raised(key: SecretKey) -> bytes:
    files = sealed(texts() | {DESCRIPTION: described()}, key)
    return write_archive(files | {SEAL: files[SEAL].replace(b" 2026.12 ", b" 2099.12 ")})


def _comment(signed: Signed) -> Maker:
    return with_files({}, comment=signed.comment)


made_of(
    "of-another-name",
    errors.DeliveryOtherName,
    _comment(Signed("packs", (2026, 12), MADE_ON, "autre")),
)
made_of(
    "of-another-version",
    errors.DeliveryOtherName,
    _comment(Signed("packs", (2026, 11), MADE_ON, NAME)),
)
made_of("of-a-program", errors.DeliveryOtherName, _comment(Signed("program", (2026, 12), MADE_ON)))
made_of("comment-of-minisign", errors.SignatureUnreadable, with_files({}, comment="timestamp:1"))

# The list
made_of("no-list", errors.DeliveryIncomplete, after(lambda files: files.pop(LIST)))
made_of("no-key", errors.DeliveryIncomplete, after(lambda files: files.pop(KEY)))
made_of("no-description", errors.DeliveryIncomplete, with_files({}, gone=DESCRIPTION))
made_of("key-of-nobody", errors.KeyUnreadable, after(lambda files: files.update({KEY: b"RWabc"})))
made_of(
    "file-added",
    errors.DeliveryFileUnlisted,
    after(lambda files: files.update({"letters/a/x.toml": b"x = 1\n"})),
)
made_of("file-gone", errors.DeliveryFileMissing, after(lambda files: files.pop(LETTER)))
made_of(
    "file-changed",
    errors.DeliveryFileWrong,
    after(lambda files: files.update({LETTER: files[LETTER] + b"\n"})),
)
made_of(
    "description-changed",
    errors.DeliveryFileWrong,
    after(lambda files: files.update({DESCRIPTION: described(title="x")})),
)


def listed(change: Callable[[bytes], bytes]) -> Maker:
    """Return what signs another list."""

    def make(key: SecretKey) -> bytes:
        files = sealed(texts() | {DESCRIPTION: described()}, key)
        files[LIST] = change(files[LIST])
        comment = Signed("packs", (2026, 12), MADE_ON, NAME).comment
        return write_archive(files | {SEAL: key.sign(blake2b(files[LIST]), comment).encode()})

    return make


made_of("list-of-words", errors.DeliveryListWrong, listed(lambda _raw: b"bonjour\n"))
made_of(
    "list-twice", errors.DeliveryListWrong, listed(lambda raw: raw + raw.splitlines()[0] + b"\n")
)
made_of("list-not-ascii", errors.DeliveryListWrong, listed(lambda raw: raw + "é".encode()))

# The description and the texts
for told, raw in {
    "description-not-toml": b"name = [",
    "description-of-more": described() + b'link = "https://example.org"\n',
    "description-nested": b"a = " + b"[" * 900,
    "description-huge": described() + b"#" * 5_000,
    "description-of-a-number": described().replace(b'"2026.12"', b"2026.12"),
    "description-of-no-day": described().replace(b"2026-11-24", b'"hier"'),
    "description-of-a-moment": described().replace(b"2026-11-24", b"2026-11-24T10:00:00"),
    "description-turned-round": described(title="Lettres \u202e2026"),
    "description-of-two-lines": described(title="Lettres\\nSigné : le programme"),
    "description-of-a-path": described(name="../lettres"),
    "version-of-letters": described(version="2026.12b"),
    "version-with-zeros": described(version="2026.012"),
    "version-without-end": described(version="1.2.3.4.5"),
}.items():
    made_of(told, errors.DeliveryDescription, with_files({DESCRIPTION: raw}))
made_of("texts-not-utf-8", errors.DeliveryNotText, with_files({"letters/a/x.toml": b"x = '\xe9'"}))
made_of(
    "utf-16", errors.DeliveryNotText, with_files({"letters/a/x.toml": "x = 1".encode("utf-16")})
)
made_of("law-of-a-stranger", errors.DeliveryLawRefused, with_files({"law/bodies.toml": b"x = 1\n"}))
made_of("search-of-a-stranger", errors.DeliveryLawRefused, with_files({"search/often.toml": b""}))


@refused("nothing-in-it", errors.DeliveryEmpty)
def nothing(key: SecretKey) -> bytes:
    return write_archive(sealed({DESCRIPTION: described()}, key))


# What is signed by a publisher of the program, whole, and says what it may not
Changed = tuple[dict[str, bytes], str]
CONTENTS: dict[str, Changed] = {}
"""Files, and the code that refuses them: of the refusal, or of one of its reasons."""
DRAWN = Random(1)
RULE = "law/procedures/caf/caf-rapo-rsa.toml"
DELAY = 'delay = { value = 2, unit = "mois", extension = true }'
SILENCE = '{ value = 2, unit = "mois", effect = "rejet"'


@cache
def the_law() -> dict[str, bytes]:
    """Return our law, as it is delivered whole."""
    root = Path(str(data_root("forms")))
    found = (one for one in (root / "law").rglob("*") if one.is_file() and one.name != "README.md")
    return {one.relative_to(root).as_posix(): one.read_bytes() for one in found}


def changed(files: dict[str, bytes], name: str, before: str, now: str) -> dict[str, bytes]:
    text = files[name].decode()
    assert before in text, before
    return {**files, name: text.replace(before, now, 1).encode()}


def _of_law(told: str, code: str, before: str, now: str, name: str = RULE) -> None:
    CONTENTS[told] = (changed(the_law(), name, before, now), code)


for told, length, code in (
    ("delay-below-zero", "value = -3", "law-delay-value"),
    ("delay-of-nothing", "value = 0", "law-delay-value"),
    ("delay-of-ages", "value = 99999", "law-delay-value"),
    ("delay-in-part", "value = 2.5", "law-bad-value"),
    ("delay-of-words", 'value = "deux"', "law-bad-value"),
):
    _of_law(told, code, DELAY, DELAY.replace("value = 2", length))
_of_law("delay-of-moons", "law-bad-value", DELAY, DELAY.replace("mois", "lunes"))
_of_law("silence-below-zero", "law-delay-value", SILENCE, SILENCE.replace("2", "-2"))
_of_law("silence-of-ages", "law-delay-value", SILENCE, SILENCE.replace("2", "9999"))
_of_law("key-of-its-own", "law-unknown-key", DELAY, f'{DELAY}\nrun = "sh"')
_of_law("rule-under-another-name", "law-file-name", 'id = "caf-rapo-rsa"', 'id = "recours-ta"')
_of_law("leads-nowhere", "law-unknown-procedure", '= "recours-ta"', '= "nulle-part"')
_of_law("read-on-a-day-to-come", "law-seen-later", "seen_on = 2026", "seen_on = 2099")
_of_law("says-it-twice", "law-syntax", DELAY, f"{DELAY}\n{DELAY}")
_of_law("rule-with-control-signs", "law-invisible", "Contester ce", "Contester\\u0007 ce")
_of_law(
    "address-turned-round",
    "law-invisible",
    '["{{ bailleur_voie }}"',
    '["{{ bailleur_voie }}\\u202e"',
    "law/bodies.toml",
)
_of_law(
    "law-read-long-ago", "delivery-law-older", "reread_on = 2", "reread_on = 1", "law/pending.toml"
)
CONTENTS |= {
    "law-nested": ({**the_law(), RULE: b"a = " + b"[" * 900}, "law-syntax"),
    "law-very-nested": (
        {**the_law(), RULE: b"a = " + bytes(DRAWN.choice(b"[{") for _ in range(9_000))},
        "law-syntax",
    ),
    "law-of-dots": (
        {**the_law(), RULE: ".".join(f"a{n}" for n in range(20_000)).encode() + b" = 1"},
        "pack-too-deep",
    ),
    "law-without-holidays": (
        {name: raw for name, raw in the_law().items() if "holidays" not in name},
        "law-missing-file",
    ),
    "law-without-rules": ({"law/bodies.toml": the_law()["law/bodies.toml"]}, "law-missing-file"),
    "rule-in-another-family": (
        {**the_law(), "law/procedures/impots/caf-remise-dette.toml": the_law()[RULE]},
        "law-folder-name",
    ),
    "letter-with-control-signs": (
        changed(texts(), LETTER, "Bureau des essais", "Bureau\\u0007 des essais"),
        "pack-invisible",
    ),
    "letter-turned-round": (
        changed(texts(), LETTER, "Bureau des essais", "Bureau \\u202e des essais"),
        "pack-invisible",
    ),
    "letter-that-loops": (
        changed(texts(), LETTER, "{{ rue }}", "{% for x in range(9) %}{{ rue }}{% endfor %}"),
        "template-forbidden",
    ),
    "letter-that-escapes": (
        changed(texts(), LETTER, "{{ rue }}", "{{ rue.__class__ }}"),
        "template-forbidden",
    ),
    "letter-under-another-name": (
        changed(texts(), LETTER, '"essai-livre"', '"autre"'),
        "pack-other-folder",
    ),
    "letter-nested": ({**texts(), LETTER: b"a = " + b"[" * 900}, "pack-too-deep"),
}
