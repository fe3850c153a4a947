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


def as_line(problem: Problem) -> str:
    """Return where it is, what it is, and the near miss that would be right."""
    where = problem.place or problem.question
    line = i18n.sentence(problem.code, problem.parameters)
    line = i18n.labelled(where, line) if where else line
    if problem.suggestion:
        line += " " + i18n.text("Vouliez-vous écrire « {near} » ?").format(near=problem.suggestion)
    return f"  - {line}"
