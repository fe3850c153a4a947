"""What somebody did in a safe, as it is read back: who, when, on what; never what it said."""

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Act:
    """One thing that a helper did.

    Attributes:
        id: its own; the later act has the greater one, on one computer.
        kind: what was done: a kind of ``core/operations.py``, or of the store that noted it.
        subject: id of what it was done to.
        detail: the question, the field, or what of it changed.
        author: id of the helper, "" once she is no longer known.
        name: hers, "" where she gave none.
        at: the moment, in UTC.
    """

    id: str
    kind: str
    subject: str
    detail: str
    author: str
    name: str
    at: dt.datetime
