"""The rules of an office, and who works in it: what its responsable set, and its helpers."""

import datetime as dt
import json
from typing import Any, Literal, get_args

from desktop_app.core.errors import AppError
from desktop_app.core.record import record

Role = Literal["responsable", ""]
RESPONSABLE: Role = "responsable"
HELPER: Role = ""

Right = Literal["erase", "import", "export", "backup"]
"""What a responsable may let every helper do, or keep for herself:

erase: a person, a dossier, for good, before the office's delay or after it.
import: a list of people brought in.
export: a list of people, or figures, taken out.
backup: a copy of the whole safe saved elsewhere.
"""
RIGHTS: tuple[Right, ...] = get_args(Right)

MONTHS = 24
"""Months without contact after which a person is proposed to be erased, until the office says."""
FEWEST_MONTHS, MOST_MONTHS = 1, 120
NAME_LIMIT, HEAD_LIMIT = 200, 1000
_VERSION = 1


class OfficeRefused(AppError, code="office-refused"):
    """Rules that no office can have. ``limit``: the longest, or the most."""


class OfficeUnreadable(AppError, code="office-unreadable"):
    """Rules that this version cannot read: kept by a newer one."""


class OnlyResponsable(AppError, exit_status=4):
    """A gesture that the office leaves to who is responsable."""


class LastResponsable(AppError):
    """Nobody would be responsable any more."""


class RightKept(AppError, exit_status=4):
    """A gesture that this office's rules keep for who is responsable."""


class NameTaken(AppError, code="helper-name-taken"):
    """Another helper has this name already: who did what would no longer be told apart."""


class NameMissing(AppError, code="helper-name-missing"):
    """A helper without a name: what she does would bear none."""


@record(frozen=True)
class Office:
    """What the office decided.

    Attributes:
        name: as its helpers say it.
        head: the lines printed at the head of its letters, "" for none.
        months: without contact, after which a person is proposed to be erased.
        hiding: whether a helper may hide the screen with a short code of hers, the safe staying
            open.
        helpers: what a helper who is not responsable may do.
    """

    name: str = ""
    head: str = ""
    months: int = MONTHS
    hiding: bool = True
    helpers: frozenset[Right] = frozenset(RIGHTS)


@record(frozen=True)
class Member:
    """One helper, however many ways in she has.

    Attributes:
        id: what her acts bear.
        name: "" while nobody gave one.
        role: of the office.
        ways: ids of what opens the safe for her; none once she was removed.
        at_work: she is the one at this computer.
        added_on, removed_on: None while she is a member.
        words: no helper, but the recovery words of the safe.
    """

    id: str
    name: str
    role: Role
    added_on: dt.date
    ways: tuple[str, ...] = ()
    at_work: bool = False
    removed_on: dt.date | None = None
    words: bool = False

    @property
    def responsable(self) -> bool:
        """Whether she decides of members, rules and figures; who has the words does too."""
        return self.role == RESPONSABLE or self.words


def may(office: Office | None, member: Member | None, right: Right) -> bool:
    """Tell whether somebody may do this: everything, where no office was set up."""
    if office is None or member is None or member.responsable:
        return True
    return right in office.helpers


def checked(office: Office) -> Office:
    """Return the rules as they are kept, spaces tidied.

    Raises:
        OfficeRefused.
    """
    name = " ".join(office.name.split())
    head = "\n".join(line.strip() for line in office.head.strip().splitlines())
    for text, limit in ((name, NAME_LIMIT), (head, HEAD_LIMIT)):
        if len(text) > limit or any("\ud800" <= sign <= "\udfff" for sign in text):
            raise OfficeRefused(limit=limit)
    if not FEWEST_MONTHS <= office.months <= MOST_MONTHS:
        raise OfficeRefused(limit=MOST_MONTHS)
    return Office(name, head, office.months, office.hiding, office.helpers & frozenset(RIGHTS))


def written(office: Office) -> str:
    """Return the rules as text; the same rules always give the same text."""
    content: dict[str, Any] = {
        "version": _VERSION,
        "name": office.name,
        "head": office.head,
        "months": office.months,
        "hiding": office.hiding,
        "helpers": sorted(office.helpers),
    }
    return json.dumps(content, ensure_ascii=True, separators=(",", ":"))


def read(text: str) -> Office:
    """Read what ``written`` gave.

    Raises:
        OfficeUnreadable.
    """
    try:
        said = json.loads(text)
        if said["version"] != _VERSION:
            raise OfficeUnreadable
        helpers = frozenset(right for right in RIGHTS if right in said["helpers"])
        office = Office(
            str(said["name"]), str(said["head"]), int(said["months"]), bool(said["hiding"]), helpers
        )
        return checked(office)
    except (KeyError, TypeError, ValueError, OfficeRefused) as problem:
        raise OfficeUnreadable from problem
