"""A question's own condition and that of its section, together, can still be read."""

from collections.abc import Iterator

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.language.syntax import Refused
from desktop_app.core.language.template import condition_of


def run(checked: Checked) -> Iterator[Problem]:
    """Report conditions that are too deep or too long once put together."""
    own = {question.id: path for path, question in checked.own_questions()}
    for question in checked.questions:
        try:
            condition_of(question.when)
        except Refused as refused:
            path = (*own.get(question.id, ("section",)), "when")
            yield checked.problem(refused.code, path, refused.suggestion, **refused.parameters)


CHECK = Check("nesting", "Une condition trop profonde ne se relit pas.", run)
