"""A problem in one line, the same in the window and by command."""

from desktop_app import i18n
from desktop_app.core.errors import Problem


def line(problem: Problem) -> str:
    """Return where it is, what it is, and the near miss that would be right."""
    told = i18n.sentence(problem.code, problem.parameters)
    where = problem.place or problem.question
    told = i18n.labelled(where, told) if where else told
    if problem.suggestion:
        near = i18n.text("Vouliez-vous écrire « {near} » ?")
        told += " " + near.format(near=problem.suggestion)
    return told
