"""Deliveries of packs as a publisher makes them, with keys of nobody."""

import datetime as dt
import re
from collections.abc import Mapping
from pathlib import Path

from desktop_app.delivered import listing
from desktop_app.delivered.archive import LIST, SEAL, write_archive
from desktop_app.delivered.minisign import SecretKey, Signed, blake2b
from desktop_app.delivered.packs import DESCRIPTION, KEY
from desktop_app.delivered.publishers import Publishers
from tests.helpers.packs import EXAMPLE, IDENTITY, LETTER

MADE_ON = dt.date(2026, 11, 24)
NAME, TITLE, PUBLISHER = "lettres-essai", "Lettres d’essai", "Association Essai"
SHARED = "essai_vous"


def texts(letter: str = "essai-livre", town: str = "Saint-Étienne") -> dict[str, bytes]:
    """Return a small letter with its own group of questions: what a stranger may deliver."""
    words = LETTER.replace('id = "essai"', f'id = "{letter}"')
    words = words.replace('include = ["identite"]', f'include = ["{SHARED}"]')
    words = words.replace("42000 Saint-Étienne", f"42000 {town}")
    words = re.sub(r'plain_title = ".*"', f'plain_title = "Essayer {letter}"', words)
    return {
        f"common/{SHARED}.toml": IDENTITY.replace('"identite"', f'"{SHARED}"').encode(),
        f"letters/{letter}/letter.toml": words.encode(),
        f"letters/{letter}/examples/simple.toml": EXAMPLE.encode(),
    }


def described(
    name: str = NAME,
    version: str = "2026.12",
    publisher: str = PUBLISHER,
    made_on: dt.date = MADE_ON,
    title: str = TITLE,
) -> bytes:
    """Return ``delivery.toml``."""
    return (
        f'name = "{name}"\ntitle = "{title}"\npublisher = "{publisher}"\n'
        f'version = "{version}"\nmade_on = {made_on}\n'
    ).encode()


def sealed(
    files: Mapping[str, bytes],
    key: SecretKey,
    *,
    comment: str = "",
    shown: SecretKey | None = None,
) -> dict[str, bytes]:
    """Return files with their key, their list and its signature; ``shown``: another's key."""
    whole = {**files, KEY: (shown or key).public.file().encode()}
    whole[LIST] = listing.written(whole)
    comment = comment or Signed("packs", (2026, 12), MADE_ON, NAME).comment
    return whole | {SEAL: key.sign(blake2b(whole[LIST]), comment).encode()}


def delivery(
    key: SecretKey,
    content: Mapping[str, bytes] | None = None,
    *,
    version: str = "2026.12",
    name: str = NAME,
    publisher: str = PUBLISHER,
    made_on: dt.date = MADE_ON,
) -> bytes:
    """Return a right delivery."""
    files = {**(texts() if content is None else content)}
    files[DESCRIPTION] = described(name, version, publisher, made_on)
    numbers = tuple(map(int, version.split(".")))
    comment = Signed("packs", numbers, made_on, name).comment
    return write_archive(sealed(files, key, comment=comment))


def built(folder: Path, *keys: SecretKey, name: str = PUBLISHER) -> Path:
    """Write the file of the publishers set at build."""
    path = folder / "publishers.toml"
    rows = (
        f'[[publisher]]\nname = "{name}"\nkey = "{key.public.text}"\nsigns = ["program", "packs"]\n'
        for key in keys
    )
    path.write_text("".join(rows), "utf-8")
    return path


def publishers(folder: Path, *keys: SecretKey) -> Publishers:
    """Return publishers of which these were set at build; others are pinned in that folder."""
    return Publishers(built(folder, *keys), folder / "publishers.json")
