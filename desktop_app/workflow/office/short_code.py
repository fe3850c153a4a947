"""The short code by which the helper at work comes back to the page that she hid."""

from desktop_app.workflow.store import Safe, ShortCode


def of_now(safe: Safe) -> ShortCode | None:
    """Return what proves the code of who works now; None where a page that is hidden asks more."""
    helper, _name = safe.access.used_by()
    return safe.short_codes.of(helper)


def keep(safe: Safe, code: str) -> ShortCode | None:
    """Give the helper at work this code, and return what proves it.

    Raises:
        CodeTooShort, CodeTooLong, CodeTooCommon, CodeNotText; what the disk refuses.
    """
    helper, name = safe.access.used_by()
    safe.short_codes.keep(helper, code, name=name)
    return of_now(safe)


def forget(safe: Safe) -> None:
    """Leave the helper at work without a code: the phrase is asked, and idleness locks."""
    helper, _name = safe.access.used_by()
    safe.short_codes.forget(helper)
