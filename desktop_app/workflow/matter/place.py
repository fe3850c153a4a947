"""What the letters made in a dossier say of its road: where the person lives, what she chose.

Overseas, delays may differ; for one aid or another, other steps follow.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.answers.draft_json import read_json
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.road import Road
from desktop_app.core.errors import AppError
from desktop_app.workflow.store import Safe

MAINLAND = "metropole"
ADDRESS = "code_postal"
"""The question of a letter that gives the home of who writes."""


def road_of(safe: Safe, law: Law, dossier: str) -> Road:
    """Return what is known of a dossier's road; the mainland when no letter says where one lives.

    Of several letters, the newest that answered a question is believed.
    """
    answers: dict[str, Typed] = {}
    for draft in _drafts(safe, dossier):
        answers = {**draft.answers, **answers}
    return Road(_territory(law, answers), answers)


def territory_of(law: Law, postal_code: str) -> str:
    """Return the overseas territory of a postal code, the most precise one; else the mainland."""
    code = postal_code.replace(" ", "")
    known = [one for one in law.tables.territories.values() if one.postal]
    fitting = [one for one in known if code.startswith(one.postal)]
    return max(fitting, key=lambda one: len(one.postal)).id if fitting else MAINLAND


def _territory(law: Law, answers: Mapping[str, Typed]) -> str:
    home = answers.get(ADDRESS)
    return territory_of(law, home) if isinstance(home, str) and home.strip() else MAINLAND


def _drafts(safe: Safe, dossier: str) -> Iterator[Draft]:
    """Yield the answers of the letters of a dossier, the newest first."""
    for saved in safe.drafts.of_dossier(dossier):
        try:
            draft = read_json(saved.content)
        except AppError:
            continue  # a draft of a newer version
        yield replace(draft, answers={name: one for name, one in draft.answers.items() if one})
