"""What comes on a stick, once its signature was verified: told to the person, then put in place."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from desktop_app.core.record import record

Standing = Literal["ours", "known", "new"]
"""Who signs: a publisher set at build; one accepted here before; one never seen here."""


@record(frozen=True)
class Publisher:
    """Who signed. ``words``: six, drawn from the whole key, to be compared by ear."""

    name: str
    words: tuple[str, ...]
    standing: Standing


@record(frozen=True)
class PackDelivery:
    """Letters, forms or law, signed, every byte verified and held in memory.

    Attributes:
        name: of the delivery, the same from one version to the next.
        title: what it is, in the words of its publisher.
        version, made_on: said by the signature too.
        former: the version that is in place; empty when none is.
        texts: name inside the delivery -> the very bytes that were verified, seals included.
        key: of the publisher, as minisign writes it.
        good_until: the last day on which it may be put in place; None when it says none.
    """

    name: str
    title: str
    publisher: Publisher
    version: str
    made_on: dt.date
    former: str
    texts: Mapping[str, bytes]
    key: str
    good_until: dt.date | None = None


@record(frozen=True)
class Installed:
    """A delivery in place. ``former``: the version kept to come back to, empty when none is.

    ``used``: False for one that the program is newer than, and so holds already.
    """

    name: str
    title: str
    publisher: str
    version: str
    made_on: dt.date
    folder: str
    ours: bool
    former: str = ""
    used: bool = True


@record(frozen=True)
class ProgramDelivery:
    """A package of the program, signed by one of its publishers, every byte verified.

    Attributes:
        kind: "folder" (portable), "deb" or "msi".
        file: its true name, which the signature covers.
        version, made_on: said by the signature.
        news: what changes, in the publisher's words, which the signature covers; empty without.
        path: where it lies.
        data: the very bytes that were verified.
    """

    kind: Literal["folder", "deb", "msi"]
    file: str
    publisher: Publisher
    version: str
    made_on: dt.date
    news: str
    path: str = field(repr=False)
    data: bytes = field(repr=False)
