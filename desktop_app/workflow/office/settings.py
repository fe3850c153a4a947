"""The rules of the office, read and kept."""

from typing import TYPE_CHECKING

from desktop_app.core.checks.letterhead import MOST_CHARACTERS, MOST_LINES, faults
from desktop_app.core.errors import AppError
from desktop_app.core.office import Office, Right, checked, may
from desktop_app.workflow.store import Safe

if TYPE_CHECKING:
    from desktop_app.core.deadlines.law import Law
    from desktop_app.workflow.ports import Catalogue


class HeadRefused(AppError, code="office-head-refused"):
    """Lines that the head of a page cannot hold: at most ``lines``, of ``characters``, plain."""


def office(safe: Safe) -> Office:
    """Return the rules of the office of a safe; those of everybody where none was set up."""
    return safe.team.office() or Office()


def is_set_up(safe: Safe) -> bool:
    """Tell whether an office was set up in this safe: its acts bear an author since."""
    return safe.team.office() is not None


def keep_office(safe: Safe, wanted: Office) -> Office:
    """Keep the rules, tidied, and return them; the first ones set the office up.

    Raises:
        OfficeRefused, HeadRefused, OnlyResponsable.
    """
    kept = checked(wanted)
    if any(faults(kept.head.splitlines())):
        raise HeadRefused(lines=MOST_LINES, characters=MOST_CHARACTERS)
    safe.team.keep(kept)
    return kept


def allowed(safe: Safe, right: Right) -> bool:
    """Tell whether who is at work may do this, by the rules of the office.

    The program holds it, not encryption: who has a phrase has the key of the safe.
    """
    rules = safe.team.office()
    return rules is None or may(rules, safe.team.at_work, right)


def call_me(safe: Safe, name: str) -> None:
    """Give who is at work her name; the recovery words are nobody's, and take none.

    Raises:
        NameMissing, NameTaken, NothingToSave.
    """
    at_work = safe.team.at_work
    if at_work is not None and not at_work.words:
        safe.team.rename(at_work.id, name)


def head_on_letters(catalogue: "Catalogue", law: "Law", office: Office) -> int:
    """Put the head of the paper on each letter of one's own, beside its logo; return how many.

    An office without a head changes none. Raises as ``put_head``.
    """
    if not office.head:
        return 0
    from desktop_app.workflow.packs.own_letters import own_letters, put_head, reopen_letter

    lines, changed = office.head.splitlines(), 0
    for pack in own_letters(catalogue):
        logo = reopen_letter(catalogue, pack).logo
        changed += len(put_head(catalogue, law, lines, logo, (pack,)))
    return changed
