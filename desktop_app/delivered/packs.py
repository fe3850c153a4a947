"""A delivery of packs: from the bytes of its file to a verified value, and from a folder to a file.

The zip holds ``SHA256SUMS`` and its signature, ``publisher.pub``, ``delivery.toml`` (which
``_Described`` explains), and folders of the shape of ``forms/``.
"""

import datetime as dt
import hashlib
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.delivery import PackDelivery
from desktop_app.core.errors import PackFolderWanted
from desktop_app.core.invisible import has_invisible
from desktop_app.delivered import errors, listing
from desktop_app.delivered.archive import (
    ENTRIES,
    LIST,
    MEGABYTE,
    SEAL,
    expect_plain,
    read_archive,
    write_archive,
)
from desktop_app.delivered.minisign import (
    PublicKey,
    SecretKey,
    Signed,
    blake2b,
    read_comment,
    read_public_key,
    read_secret_key,
    read_version,
    verify,
)
from desktop_app.delivered.publishers import Publishers
from desktop_app.files import read_file, write_file

KEY, DESCRIPTION = "publisher.pub", "delivery.toml"
SHELVES = ("letters", "official", "common")
OURS_ALONE = ("law", "search", "received", "abbreviations")
"""What changes every letter and every deadline: publishers set at build alone."""
_TEXTS = (".toml", ".tsv", ".md", ".po")
_LONGEST = 120


@dataclass(frozen=True, slots=True)
class _Described:
    """``delivery.toml``: the name of the delivery (a-z, 0-9, hyphens), its title, who publishes it,
    its version (numbers) and the day it was made; where it is known, the last day on which it may
    be put in place (``good_until``)."""

    signed: Signed
    title: str
    publisher: str
    good_until: dt.date | None = None


def read_delivery(data: bytes, publishers: Publishers) -> PackDelivery:
    """Return a delivery whose every byte is signed. Nothing is written.

    Raises:
        Those of ``read_archive``; NotSigned and the errors of ``verify``; the ``Delivery…`` errors;
        PublisherKeyChanged.
    """
    files = read_archive(data)
    if SEAL not in files:
        raise errors.NotSigned
    if not {LIST, KEY, DESCRIPTION} <= files.keys():
        raise errors.DeliveryIncomplete
    key = _key(files[KEY])
    _, comment = verify(_text(files[SEAL]), blake2b(files[LIST]), (key,))
    _expect_listed(files)
    described = _described(files[DESCRIPTION])
    if read_comment(comment) != described.signed:
        raise errors.DeliveryOtherName
    publisher = publishers.standing(described.publisher, key)
    content = _content(files)
    if not content:
        raise errors.DeliveryEmpty
    if publisher.standing != "ours" and any(n.split("/")[0] in OURS_ALONE for n in content):
        raise errors.DeliveryLawRefused
    signed = described.signed
    return PackDelivery(
        name=signed.name,
        title=described.title,
        publisher=publisher,
        version=signed.written_version,
        made_on=signed.made_on,
        former="",
        texts=files,
        key=key.text,
        good_until=described.good_until,
    )


def sign_folder(folder: Path, key: SecretKey) -> bytes:
    """Return the zip of a folder that holds ``delivery.toml`` and the packs, signed.

    What is written for authors alone (README) stays out.

    Raises:
        DeliveryIncomplete, DeliveryDescription, DeliveryEmpty; those of names and sizes.
    """
    files: dict[str, bytes] = {}
    for path in sorted(folder.rglob("*")):
        name = path.relative_to(folder).as_posix()
        if path.is_symlink():
            raise errors.ArchiveLink
        if path.is_dir() or name in (LIST, SEAL, KEY) or path.name.startswith((".", "README")):
            continue
        expect_plain(name)
        files[name] = read_file(path, 2 * MEGABYTE)
        if len(files) > ENTRIES:
            raise errors.ArchiveTooManyFiles(limit=ENTRIES)
    if DESCRIPTION not in files:
        raise errors.DeliveryIncomplete
    described = _described(files[DESCRIPTION])
    if not _content(files):
        raise errors.DeliveryEmpty
    files[KEY] = key.public.file().encode()
    files[LIST] = listing.written(files)
    files[SEAL] = key.sign(blake2b(files[LIST]), described.signed.comment).encode()
    made = write_archive(files)
    read_archive(made)  # what is refused there is told to whoever signs, not to who receives it
    return made


def sign_into(folder: str, key: str, password: str, out: str) -> int:
    """Sign a folder with the key in a file, and write the zip; return its size.

    Raises:
        KeyUnreadable, KeyLocked; those of ``sign_folder``; those of ``write_file``.
    """
    if not Path(folder).is_dir():
        raise PackFolderWanted
    secret = read_secret_key(read_file(key, 4096).decode("ascii", "replace"), password)
    made = sign_folder(Path(folder), secret)
    write_file(out, made)
    return len(made)


def header(raw: bytes) -> tuple[str, str, str, dt.date]:
    """Return title, publisher, version and day of a ``delivery.toml``; raise as ``_described``."""
    found = _described(raw)
    return found.title, found.publisher, found.signed.written_version, found.signed.made_on


def is_older(version: str, than: str) -> bool:
    """Tell whether a version comes before another one; 1.2 and 1.2.0 are the same."""
    return _padded(version) < _padded(than)


def _padded(version: str) -> tuple[int, ...]:
    numbers = read_version(version)
    return numbers + (0,) * (4 - len(numbers))


def _content(files: Mapping[str, bytes]) -> list[str]:
    """Return what is delivered, without the seals; what stands elsewhere is refused."""
    found = [name for name in files if name not in (LIST, SEAL, KEY, DESCRIPTION)]
    if any(name.split("/")[0] not in (*SHELVES, *OURS_ALONE) or "/" not in name for name in found):
        raise errors.ArchiveNameRefused
    for name in found:
        if name.endswith(_TEXTS):
            _text(files[name])
    return found


def _expect_listed(files: Mapping[str, bytes]) -> None:
    listed = listing.read(files[LIST])
    there = files.keys() - {LIST, SEAL}
    if listed.keys() - there:
        raise errors.DeliveryFileMissing
    if there - listed.keys():
        raise errors.DeliveryFileUnlisted
    for name, found in listed.items():
        if hashlib.sha256(files[name]).hexdigest() != found:
            raise errors.DeliveryFileWrong


def _key(raw: bytes) -> PublicKey:
    try:
        return read_public_key(raw.decode("ascii"))
    except UnicodeDecodeError as error:
        raise errors.KeyUnreadable from error


def _text(raw: bytes) -> str:
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        raise errors.DeliveryNotText from error


def _described(raw: bytes) -> _Described:
    try:
        found = tomllib.loads(_text(raw)) if len(raw) <= 4096 else {}
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise errors.DeliveryDescription from error
    words = {name: found.get(name) for name in ("name", "title", "publisher", "version")}
    said, made_on = "good_until" in found, found.pop("made_on", None)
    until = found.pop("good_until", made_on)
    if found.keys() != words.keys() or type(made_on) is not dt.date or type(until) is not dt.date:
        raise errors.DeliveryDescription
    for word in words.values():
        if not isinstance(word, str) or not word.strip() or len(word) > _LONGEST:
            raise errors.DeliveryDescription
        if has_invisible(word) or "\n" in word or "\t" in word:
            raise errors.DeliveryDescription
    try:
        signed = Signed("packs", read_version(found["version"]), made_on, found["name"])
        same = read_comment(signed.comment) == signed
    except (ValueError, errors.SignatureUnreadable) as error:
        raise errors.DeliveryDescription from error
    if not same or signed.written_version != found["version"]:
        raise errors.DeliveryDescription
    return _Described(signed, found["title"], found["publisher"], until if said else None)
