"""A problem, for a program and for a person: in a refusal, and in what ``pack check`` found."""

from desktop_app import i18n
from desktop_app.core.errors import Problem


def as_data(problem: Problem) -> dict[str, str]:
    """Return a problem as it stands in a JSON object."""
    data = {"code": problem.code, "message": i18n.sentence(problem.code, problem.parameters)}
    for key in ("question", "place", "suggestion"):
        if value := getattr(problem, key):
            data[key] = value
    return data
