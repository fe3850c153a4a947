"""The rules of the office, read and kept."""

from desktop_app.core.office import Office, Right, checked, may
from desktop_app.workflow.store import Safe


def office(safe: Safe) -> Office:
    """Return the rules of the office of a safe; those of everybody where none was set up."""
    return safe.team.office() or Office()


def is_set_up(safe: Safe) -> bool:
    """Tell whether an office was set up in this safe: its acts bear an author since."""
    return safe.team.office() is not None


def keep_office(safe: Safe, wanted: Office) -> Office:
    """Keep the rules, tidied, and return them; the first ones set the office up.

    Raises:
        OfficeRefused, OnlyResponsable.
    """
    kept = checked(wanted)
    safe.team.keep(kept)
    return kept


def allowed(safe: Safe, right: Right) -> bool:
    """Tell whether who is at work may do this, by the rules of the office.

    The program holds it, not encryption: who has a phrase has the key of the safe.
    """
    rules = safe.team.office()
    return rules is None or may(rules, safe.team.at_work, right)
