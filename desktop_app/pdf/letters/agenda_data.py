"""The printed agenda as ``agenda.typ`` reads it."""

from dataclasses import asdict
from typing import Any

from desktop_app.compiling import EDGES, runs
from desktop_app.core.documents.listed_agenda import ListedAgenda
from desktop_app.core.language.typography import french

Said = str | list[dict[str, str]]
"""A text of the sheet's language, or its parts, each with its own (``said`` of ``common.typ``)."""


def agenda_data(agenda: ListedAgenda) -> dict[str, Any]:
    """Return every heading with its dates; each is ticked by hand once it is done."""

    def said(told: str) -> Said:
        if agenda.language == "fr":
            return french(told)
        parts = runs(told, agenda.language)
        if all(part.language == agenda.language for part in parts):
            return told
        return [asdict(part) for part in parts]

    title = french(agenda.title) if agenda.language == "fr" else EDGES.sub("", agenda.title)
    return {
        "lang": agenda.language,
        "name": title,
        "title": title,
        "next": EDGES.sub("", agenda.next),
        "page": EDGES.sub("", agenda.page),
        "use": said(agenda.use),
        "heading": said(agenda.title),
        "say": said(agenda.say),
        "groups": [
            {
                "title": said(group.title),
                "dates": [
                    {"when": said(one.when), "lines": [said(line) for line in one.lines]}
                    for one in group.dates
                ],
            }
            for group in agenda.groups
        ],
    }
