"""``./start package release DIR``: the sums of what is to be published, and its signatures.

./start package release DIR               writes DIR/SHA256SUMS
./start package release DIR --key FILE    signs each file too, and the sums: FILE.minisig
./start package release --new-key FILE    makes a key; whoever releases keeps it, never here
"""

import argparse
import datetime as dt
import getpass
import hashlib
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from tree import epoch

import desktop_app
from desktop_app.delivered.errors import KeyLocked, KeyUnreadable
from desktop_app.delivered.minisign import SecretKey, Signed, new_key, read_secret_key, read_version

SUMS = "SHA256SUMS"
SEAL = ".minisig"


def main(arguments: Sequence[str]) -> None:
    """Write sums and signatures, or a new key."""
    parser = argparse.ArgumentParser(prog="./start package release", description=__doc__)
    parser.add_argument("folder", type=Path, nargs="?", metavar="DIR")
    parser.add_argument("--key", type=Path, metavar="FILE", help="minisign's secret key")
    parser.add_argument("--new-key", type=Path, metavar="FILE", help="makes one, and its FILE.pub")
    options = parser.parse_args(arguments)
    if options.new_key:
        print(make_key(options.new_key).public.text)
    elif options.folder:
        key = _key(options.key) if options.key else None
        for line in released(options.folder, key):
            print(line)
    else:
        parser.error("DIR ou --new-key")


def make_key(file: Path) -> SecretKey:
    """Make a key without a password, for its owner alone; one that exists is never replaced."""
    key = new_key()
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
        opened.write(key.file())
    file.with_name(f"{file.name}.pub").write_text(key.public.file(), "utf-8")
    return key


def released(folder: Path, key: SecretKey | None) -> list[str]:
    """Write the sums of the files of a folder, then sign all; return what was written.

    Raises:
        FileNotFoundError: nothing is there to be published.
    """
    files = [one for one in sorted(folder.iterdir()) if one.is_file() and _is_published(one)]
    if not files:
        raise FileNotFoundError(f"{folder}: rien à publier")
    (folder / SUMS).write_text("".join(f"{_sum(one)}  {one.name}\n" for one in files), "utf-8")
    written = [SUMS]
    day = dt.datetime.fromtimestamp(epoch(), dt.UTC).date()
    comment = Signed("program", read_version(desktop_app.__version__), day).comment
    for file in [*files, folder / SUMS] if key else ():
        assert key
        seal = file.with_name(file.name + SEAL)
        with file.open("rb") as opened:
            digest = hashlib.file_digest(opened, hashlib.blake2b).digest()
        seal.write_text(key.sign(digest, comment), "utf-8")
        written.append(seal.name)
    return written


def _is_published(file: Path) -> bool:
    return file.name != SUMS and file.suffix not in (SEAL, ".key", ".pub")


def _sum(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _key(file: Path) -> SecretKey:
    text = file.read_text("utf-8")
    try:
        try:
            return read_secret_key(text)
        except KeyLocked:
            return read_secret_key(text, getpass.getpass("Mot de passe de la clé : "))
    except KeyLocked:
        sys.exit("Ce mot de passe n’est pas celui de la clé.")
    except KeyUnreadable:
        sys.exit(f"{file} n’est pas une clé de minisign.")
