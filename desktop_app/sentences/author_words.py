"""Who noted something of an office, and when: one sentence, wherever it is shown."""

import datetime as dt

from desktop_app import i18n
from desktop_app.core.acts import Act


def noted(act: Act | None) -> str:
    """Return by whom something was noted, corrected or put away last; "" where nobody is known."""
    if act is None:
        return ""
    words = {
        "event-corrected": i18n.text("corrigé par {name} le {moment}"),
        "document-filed": i18n.text("rangé par {name} le {moment}"),
    }.get(act.kind, i18n.text("noté par {name} le {moment}"))
    return words.format(name=who(act.name), moment=moment(act.at))


def who(name: str) -> str:
    """Return a helper's name, or what stands for it where she gave none."""
    return name or i18n.text("quelqu’un du bureau")


def moment(at: dt.datetime) -> str:
    """Return a moment as it was where the computer is, to the minute."""
    return i18n.long_date(at.astimezone().replace(second=0, tzinfo=None))
