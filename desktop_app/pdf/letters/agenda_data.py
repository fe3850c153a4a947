"""The printed agenda as ``agenda.typ`` reads it."""

from collections.abc import Callable
from typing import Any

from desktop_app.core.documents.listed_agenda import ListedAgenda
from desktop_app.core.language.typography import french


def agenda_data(agenda: ListedAgenda) -> dict[str, Any]:
    """Return every heading with its dates; each is ticked by hand once it is done."""
    set_in: Callable[[str], str] = french if agenda.language == "fr" else str
    return {
        "lang": agenda.language,
        "name": set_in(agenda.title),
        "use": set_in(agenda.use),
        "title": set_in(agenda.title),
        "say": set_in(agenda.say),
        "groups": [
            {
                "title": set_in(group.title),
                "dates": [
                    {"when": set_in(one.when), "lines": [set_in(line) for line in one.lines]}
                    for one in group.dates
                ],
            }
            for group in agenda.groups
        ],
    }
