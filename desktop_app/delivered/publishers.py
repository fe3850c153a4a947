"""Who may sign: the publishers set at build, and those a person accepted once.

``resources/publishers/publishers.toml`` holds the keys set at build; in the checkout it holds
none. A publisher accepted at first use is pinned by name and key: either of them with another is
refused, never asked about.
"""

import hashlib
import json
import tomllib
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

from desktop_app.core.delivery import Publisher, Standing
from desktop_app.core.folding import folded
from desktop_app.delivered.errors import KeyUnreadable, PublisherKeyChanged
from desktop_app.delivered.minisign import PublicKey, read_public_key
from desktop_app.files import FileMissing, read_file, write_file

Signs = Literal["program", "packs"]
WORDS = 6
_BITS = 11
_SMALL = 1 << 20
_FORMAT = "papier-libre-publishers-1"


@dataclass(frozen=True, slots=True)
class Known:
    """A publisher whose key is known, and what it signs."""

    name: str
    key: PublicKey
    signs: frozenset[str]


class Publishers:
    """The publishers of this program and of this person.

    Args:
        built: the file set at build.
        pins: where accepted ones are written; None writes none.
    """

    def __init__(self, built: Traversable, pins: Path | None) -> None:
        self._built, self._pins = built, pins

    def ours(self, signs: Signs) -> tuple[Known, ...]:
        """Return those set at build for this; none in a checkout.

        Raises:
            KeyUnreadable: the file set at build is wrong: nothing is taken.
        """
        try:
            rows = tomllib.loads(self._built.read_bytes().decode("utf-8")).get("publisher", [])
            found = tuple(
                Known(str(row["name"]), read_public_key(row["key"]), frozenset(row["signs"]))
                for row in rows
            )
        except FileNotFoundError:
            return ()
        except (ValueError, KeyError, TypeError, AttributeError, OSError) as error:
            raise KeyUnreadable from error
        return tuple(one for one in found if signs in one.signs)

    def standing(self, name: str, key: PublicKey) -> Publisher:
        """Return who signs, by name and key.

        Raises:
            PublisherKeyChanged: that name is known with another key, or that key by another name.
        """
        ours = self.ours("packs")
        standing: Standing = "new"
        for known, found in (*((one.name, one.key) for one in ours), *self._pinned().items()):
            same_name, same_key = _alike(known) == _alike(name), found.raw == key.raw
            if same_name != same_key:
                raise PublisherKeyChanged
            if same_name and standing == "new":
                standing = "ours" if any(one.key == found for one in ours) else "known"
        return Publisher(name, words_of(key), standing)

    def pin(self, name: str, key: PublicKey) -> None:
        """Remember a publisher that the person accepted.

        Raises:
            What ``write_file`` raises: it is then not remembered, and nothing of it may be placed.
        """
        if self._pins is None or self.standing(name, key).standing != "new":
            return
        pinned = {one: found.text for one, found in self._pinned().items()} | {name: key.text}
        self._pins.parent.mkdir(parents=True, exist_ok=True)
        text = json.dumps({"format": _FORMAT, "publishers": pinned}, ensure_ascii=False, indent=1)
        write_file(self._pins, text.encode())

    def _pinned(self) -> Mapping[str, PublicKey]:
        if self._pins is None:
            return {}
        try:
            read = json.loads(read_file(self._pins, _SMALL))
            return {str(n): read_public_key(str(k)) for n, k in read["publishers"].items()}
        except FileMissing:
            return {}
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise KeyUnreadable from error  # forgetting would ask anew: a changed key would pass


def words_of(key: PublicKey) -> tuple[str, ...]:
    """Return six French words drawn from the whole key (66 bits): they can be read by telephone."""
    from mnemonic import Mnemonic

    listed = Mnemonic("french").wordlist
    drawn = int.from_bytes(hashlib.sha256(b"papier-libre publisher\0" + key.raw).digest(), "big")
    places = (drawn >> (256 - _BITS * (place + 1)) & 0x7FF for place in range(WORDS))
    return tuple(unicodedata.normalize("NFC", listed[place]) for place in places)


def _alike(name: str) -> str:
    """Return a name so that another one that looks like it is the same."""
    plain = folded(unicodedata.normalize("NFKC", name))
    return "".join(sign for sign in plain if sign.isalnum())
