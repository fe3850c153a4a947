"""An answer that stops the paper sends to a page that exists, and leaves another way on."""

from collections.abc import Iterator
from difflib import get_close_matches

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.lines import Path


def run(checked: Checked) -> Iterator[Problem]:
    """Report emergencies that the law does not know, and questions whose every answer stops."""
    known = checked.known.emergencies
    own = {question.id: path for path, question in checked.own_questions()}
    for question in checked.questions:
        stops = [one.emergency for one in question.choices if one.emergency]
        place: Path = own.get(question.id, ("section",))
        for name in stops:
            if known is not None and name not in known:
                near = get_close_matches(name, known, 1)
                yield checked.problem("pack-unknown-emergency", place, *near, name=name[:60])
        if stops and len(stops) == len(question.choices):
            yield checked.problem("pack-always-stops", place, id=question.id)


CHECK = Check("emergencies", "Une réponse qui arrête tout doit mener à une aide.", run)
