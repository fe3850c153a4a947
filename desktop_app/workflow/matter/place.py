"""Where the person of a dossier lives, from the letters made in it: overseas, delays may differ."""

from collections.abc import Iterator

from desktop_app.core.answers.draft_json import read_json
from desktop_app.core.deadlines.law import Law
from desktop_app.core.errors import AppError
from desktop_app.workflow.store import Safe

MAINLAND = "metropole"
ADDRESS = "code_postal"
"""The question of a letter that gives the home of who writes."""


def place_of(safe: Safe, law: Law, dossier: str) -> str:
    """Return the territory of a dossier; the mainland when no letter says where one lives."""
    return next((territory_of(law, code) for code in _codes(safe, dossier)), MAINLAND)


def territory_of(law: Law, postal_code: str) -> str:
    """Return the overseas territory of a postal code, the most precise one; else the mainland."""
    code = postal_code.replace(" ", "")
    known = [one for one in law.tables.territories.values() if one.postal]
    fitting = [one for one in known if code.startswith(one.postal)]
    return max(fitting, key=lambda one: len(one.postal)).id if fitting else MAINLAND


def _codes(safe: Safe, dossier: str) -> Iterator[str]:
    """Yield the postal codes of the home in the letters of a dossier, the newest first."""
    for saved in safe.drafts.of_dossier(dossier):
        try:
            typed = read_json(saved.content).answers.get(ADDRESS)
        except AppError:
            continue  # a draft of a newer version
        if isinstance(typed, str) and typed.strip():
            yield typed
