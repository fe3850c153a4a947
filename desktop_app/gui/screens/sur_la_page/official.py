"""The person's own official PDF, shown as the page to fill when it is the edition answered."""

from collections.abc import Callable

from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.writing import Writing
from desktop_app.workflow.documents.on_page import expect_own_edition


class OfficialPage:
    """Reads and recognises it in the worker; ``show`` is given its bytes once it is the one."""

    def __init__(
        self, context: Context, page: Page, writing: Writing, show: Callable[[bytes], None]
    ) -> None:
        self._context, self._page, self._show = context, page, show
        self._draft = writing.interview.draft

    def look_for(self) -> None:
        """Show the PDF that the person opened before, if she did and it is this edition."""
        blank = self._context.session.blanks.get(self._draft.pack)
        if blank is not None:
            self._recognise(lambda: blank, lambda _other_edition: None)

    def open(self, path: str) -> None:
        """Show this file, or say why it is not the page being filled."""
        self._recognise(lambda: read_file(path), self._page.say_problem)

    def _recognise(
        self, read: Callable[[], bytes], refused: Callable[[BaseException], None]
    ) -> None:
        tools, draft = self._context.tools, self._draft

        def work() -> bytes:
            blank = read()
            expect_own_edition(tools.forms, tools.catalogue, draft, blank)
            return blank

        self._context.jobs.run(work, done=self._found, failed=refused)

    def _found(self, blank: bytes) -> None:
        self._context.session.blanks[self._draft.pack] = blank
        self._show(blank)
