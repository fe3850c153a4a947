"""A PDF given while its form is answered: recognised in the worker, then at hand everywhere."""

from collections.abc import Callable

from desktop_app.gui.context import Context
from desktop_app.gui.writing import Writing
from desktop_app.workflow.documents.own_blank import keep_with, own_blank
from desktop_app.workflow.safes.blanks import OwnBlank


def recognise(
    context: Context,
    writing: Writing,
    read: Callable[[], bytes],
    *,
    done: Callable[[OwnBlank], object],
    failed: Callable[[BaseException], None],
) -> None:
    """Recognise a PDF of the form in hand; the session then has it, and the safe beside it."""
    tools, draft = context.tools, writing.interview.draft

    def found(own: OwnBlank) -> None:
        context.session.bring(draft.pack, own)
        keep_with(writing, own)
        writing.at(writing.where)
        done(own)

    context.jobs.run(
        lambda: own_blank(tools.forms, tools.catalogue, draft, read()), done=found, failed=failed
    )
