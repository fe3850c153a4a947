"""Every change of an office's store as a typed, authored value: what a shared store would carry.

``Act`` (``core/acts.py``) is what one safe notes of a change: its kind, its subject, who and when,
never what it says. An ``Operation`` is the whole of it, as each computer would seal it and add it
to its own log, for the others to merge (``core/merging.py``). The union is closed: ``ACTS`` says
which kinds of acts each type is, and a test holds it to what the safe notes.
"""

import datetime as dt
from collections.abc import Mapping
from typing import Literal, get_args

from desktop_app.core.moment import Moment
from desktop_app.core.record import record

Kept = Literal["person", "dossier", "document", "draft"]
"""What is thrown away, taken back, erased."""
Text = str | None


@record(frozen=True)
class PersonAdded:
    """Somebody is written for."""

    person: str
    name: str


@record(frozen=True)
class PersonRenamed:
    """Her name is corrected."""

    person: str
    name: str


@record(frozen=True)
class ValueGiven:
    """One thing is known of her; ``source`` as that of ``core/records.py``."""

    person: str
    field: str
    value: str
    source: str = "typed"
    source_id: str = ""


@record(frozen=True)
class ValueForgotten:
    """What was known of a field is known no more: what who forgot it had seen, no other."""

    person: str
    field: str


@record(frozen=True)
class HouseholdMade:
    """Some people live together."""

    household: str
    name: str = ""


@record(frozen=True)
class HouseholdJoined:
    """Somebody lives there, as what."""

    household: str
    person: str
    role: str = ""


@record(frozen=True)
class HouseholdLeft:
    """She lives there no more."""

    household: str
    person: str


@record(frozen=True)
class DossierOpened:
    """A matter before a body; ``person`` "" for nobody's."""

    dossier: str
    person: str
    title: str
    body: str = ""
    procedure: str = ""


@record(frozen=True)
class DossierChanged:
    """Its title, its body, its end: by the name of the column."""

    dossier: str
    columns: Mapping[str, Text]


@record(frozen=True)
class DraftBegun:
    """A form or a letter is being answered."""

    draft: str
    pack: str
    person: str = ""
    dossier: str = ""


@record(frozen=True)
class DraftTaken:
    """Who answers it from now on: shown to the others, who only read it."""

    draft: str


@record(frozen=True)
class AnswerGiven:
    """The answer to one question; ``typed`` empty takes it away, "" is all else of the draft."""

    draft: str
    question: str
    typed: tuple[str, ...]


@record(frozen=True)
class DraftFinished:
    """It was made into a document."""

    draft: str


@record(frozen=True)
class DraftFiled:
    """That document is in a dossier."""

    draft: str
    dossier: str


@record(frozen=True)
class DraftForgotten:
    """It is taken away: what it held is noted elsewhere."""

    draft: str


@record(frozen=True)
class DocumentFiled:
    """A paper, written once: its bytes are elsewhere, by their SHA-256."""

    document: str
    sha256: bytes
    title: str
    kind: str
    person: str = ""
    dossier: str = ""
    draft: str = ""


@record(frozen=True)
class EventNoted:
    """What happened in a dossier, or is awaited."""

    event: str
    dossier: str
    kind: str
    day: Moment
    title: str = ""
    note: str = ""
    awaited: bool = False


@record(frozen=True)
class EventCorrected:
    """What it says happened is otherwise."""

    event: str
    kind: str
    day: Moment
    note: str = ""


@record(frozen=True)
class EventMoved:
    """It is done, awaited again, taken off its timeline, put back, dropped."""

    event: str
    to: Literal["done", "awaited", "removed", "back", "forgotten"]


@record(frozen=True)
class Thrown:
    """Something is in the bin."""

    what: Kept
    id: str


@record(frozen=True)
class TakenBack:
    """It is where it was."""

    what: Kept
    id: str


@record(frozen=True)
class Erased:
    """It is gone for good, with all that is its own: whatever else is said of it, anywhere."""

    what: Kept
    id: str


@record(frozen=True)
class VisitMoved:
    """Somebody is expected, there, received, gone; ``state`` of ``core/visits.py``."""

    visit: str
    state: str
    person: str = ""


@record(frozen=True)
class FigureNoted:
    """By what a dossier is counted."""

    dossier: str
    columns: Mapping[str, str]


@record(frozen=True)
class ConsentChanged:
    """She agreed that something is kept of her, or no longer does."""

    consent: str
    person: str
    given: bool


@record(frozen=True)
class MandateChanged:
    """She lets the office act for her: prepared, signed, given up, ended."""

    mandate: str
    person: str
    state: str


@record(frozen=True)
class MemberChanged:
    """A helper is added, named, given a role, removed; a way in is added for her."""

    helper: str
    columns: Mapping[str, Text]


@record(frozen=True)
class RulesChanged:
    """The rules of the office, as ``core/office.py`` writes them."""

    rules: str


Change = (
    PersonAdded
    | PersonRenamed
    | ValueGiven
    | ValueForgotten
    | HouseholdMade
    | HouseholdJoined
    | HouseholdLeft
    | DossierOpened
    | DossierChanged
    | DraftBegun
    | DraftTaken
    | AnswerGiven
    | DraftFinished
    | DraftFiled
    | DraftForgotten
    | DocumentFiled
    | EventNoted
    | EventCorrected
    | EventMoved
    | Thrown
    | TakenBack
    | Erased
    | VisitMoved
    | FigureNoted
    | ConsentChanged
    | MandateChanged
    | MemberChanged
    | RulesChanged
)
"""Closed: whoever merges, seals or shows changes treats each of these."""

ACTS: dict[type[Change], tuple[str, ...]] = {
    PersonAdded: ("person-added",),
    PersonRenamed: ("person-renamed",),
    ValueGiven: ("value-given",),
    ValueForgotten: ("value-forgotten",),
    HouseholdMade: ("household-made",),
    HouseholdJoined: ("household-joined",),
    HouseholdLeft: ("household-left",),
    DossierOpened: ("dossier-opened",),
    DossierChanged: ("dossier-changed",),
    DraftBegun: ("draft-begun",),
    DraftTaken: (),  # of several computers alone
    AnswerGiven: ("answer-given",),
    DraftFinished: ("draft-finished",),
    DraftFiled: ("draft-filed",),
    DraftForgotten: ("draft-forgotten",),
    DocumentFiled: ("document-filed",),
    EventNoted: ("event-noted",),
    EventCorrected: ("event-corrected",),
    EventMoved: (
        "event-done", "event-awaited", "event-removed", "event-put-back", "event-forgotten",
    ),
    Thrown: ("person-binned", "dossier-binned", "document-binned"),
    TakenBack: ("person-taken-back", "dossier-taken-back", "document-taken-back"),
    Erased: ("erased",),
    VisitMoved: ("visit-noted", "visit-moved", "visit-named", "visit-forgotten"),
    FigureNoted: ("figure-noted",),
    ConsentChanged: (),
    MandateChanged: (),
    MemberChanged: ("member-added", "way-added", "member-renamed", "role-given", "member-removed"),
    RulesChanged: ("rules-changed",),
}  # fmt: skip
"""The kinds of the acts that a safe notes of each."""
assert set(ACTS) == set(get_args(Change))


@record(frozen=True)
class Operation:
    """One change, as one computer says it to the others.

    Attributes:
        pc: the computer whose log this is in.
        n: its place there, from 1, without a gap: one that is missing is seen to be.
        turn: one more than the greatest that this computer had seen: what is newest is told by it,
            and by no clock, which may be a year off.
        author: id of the helper.
        at: the moment that her clock told, only shown.
        seen: how far this computer had read the log of each other one.
        change: what was done.
    """

    pc: str
    n: int
    turn: int
    author: str
    at: dt.datetime
    change: Change
    seen: tuple[tuple[str, int], ...] = ()

    @property
    def place(self) -> tuple[str, int]:
        """What tells it from all others."""
        return self.pc, self.n

    @property
    def order(self) -> tuple[int, str, int]:
        """By what one is newer than another, the same everywhere."""
        return self.turn, self.pc, self.n

    def saw(self, other: "Operation") -> bool:
        """Tell whether who did this had read that one."""
        if other.pc == self.pc:
            return other.n < self.n
        return any(pc == other.pc and other.n <= n for pc, n in self.seen)
