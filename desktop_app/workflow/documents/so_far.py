"""What can be said of an unfinished paper already: until when it must be sent."""

from desktop_app.core.answers.readable import readable
from desktop_app.core.answers.validate import validate
from desktop_app.core.deadlines.law import Law
from desktop_app.core.deadlines.verdict import Verdict, verdict
from desktop_app.core.errors import AppError
from desktop_app.workflow.documents.preparing import deadline_of
from desktop_app.workflow.interview.interview import Interview


def until_when(law: Law, interview: Interview) -> Verdict | None:
    """Return what is said of its last day, as far as the answers tell; None where they do not.

    Days that contradict each other, or that the law cannot count, tell nothing yet.
    """
    definition, draft, today = interview.definition, interview.draft, interview.today
    try:
        answers = validate(definition, readable(definition, draft, today), today, shown=True)
        found = deadline_of(law, definition, answers, today)
    except AppError:
        return None
    return verdict(found, today) if found is not None else None
