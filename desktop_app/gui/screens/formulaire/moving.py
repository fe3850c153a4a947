"""The answers go on with another edition of the form: what is new on it is asked next."""

from typing import TYPE_CHECKING

from desktop_app.gui.starting import open_questions
from desktop_app.gui.writing import Writing
from desktop_app.workflow.documents.editions import OtherEdition, complete, moved_to
from desktop_app.workflow.documents.generic import OpenedPdf, keep_blank
from desktop_app.workflow.interview.interview import Interview

if TYPE_CHECKING:
    from desktop_app.core.generic.model import GenericForm
    from desktop_app.gui.screens.paper import PaperPage


def move_to(page: "PaperPage", writing: Writing, other: OtherEdition, blank: bytes) -> None:
    """Make the form of this blank in the worker, then ask what is new on it."""
    context = page.context
    tools = context.tools
    today = tools.clock.today()

    def show(form: "GenericForm") -> None:
        draft = moved_to(form, writing.interview.draft)
        opened = OpenedPdf(blank, form.definition.title)
        context.session.blanks[draft.pack] = blank
        writing.move(
            Interview(form.definition, draft, writing.interview.today),
            lambda safe: keep_blank(safe, opened, draft.pack, today, writing.person),
        )
        writing.keep()
        open_questions(context, writing, verify=not writing.question)

    context.jobs.run(
        lambda: complete(tools.forms, other, blank, today), done=show, failed=page.refused
    )
