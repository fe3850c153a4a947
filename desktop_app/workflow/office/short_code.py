"""The short code by which the helper at work comes back to the page that she hid."""

from desktop_app.workflow.office.settings import office
from desktop_app.workflow.store import Safe, ShortCode


def is_allowed(safe: Safe) -> bool:
    """Tell whether the responsable lets a code bring back what is hidden."""
    return office(safe).hiding


def of_now(safe: Safe) -> ShortCode | None:
    """Return what proves the code of who works now; None where a page that is hidden asks more."""
    return safe.short_codes.of(at_work(safe)[0]) if is_allowed(safe) else None


def keep(safe: Safe, code: str) -> ShortCode | None:
    """Give the helper at work this code, and return what proves it.

    Raises:
        CodeTooShort, CodeTooLong, CodeTooCommon, CodeNotText; what the disk refuses.
    """
    helper, name = at_work(safe)
    safe.short_codes.keep(helper, code, name=name)
    return of_now(safe)


def forget(safe: Safe) -> None:
    """Leave the helper at work without a code: the phrase is asked, and idleness locks."""
    safe.short_codes.forget(at_work(safe)[0])


def at_work(safe: Safe) -> tuple[str, str]:
    """Return the id and the name of the helper at work; "" where she is not known."""
    member = safe.team.at_work
    return (member.id, member.name) if member is not None else ("", "")
