"""What became of a PDF after it was first written, in plain sentences: the same everywhere."""

from desktop_app import i18n
from desktop_app.core.updates import Updates
from desktop_app.workflow.safes.evidence import of_updates


def told(found: Updates) -> tuple[str, ...]:
    """Return what is said of it: what changed, then the words that did."""
    notices = (i18n.sentence(one.code, one.parameters) for one in of_updates(found))
    return (*notices, *words_before(found))


def words_before(found: Updates) -> tuple[str, ...]:
    """Return the words that are no longer what they were, page by page."""
    words = i18n.text("Page {page} : d’abord « {before} », maintenant « {now} ».")
    return tuple(
        words.format(page=one.page, before=one.before, now=one.now)
        for one in found.reworded
        if one.before or one.now
    )
