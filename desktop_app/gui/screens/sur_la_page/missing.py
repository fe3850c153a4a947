"""Where a box stands that is missing, and how the paper calls it: read on its page, aside."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from desktop_app.core.rect import Box
from desktop_app.gui.accessible import announce
from desktop_app.gui.writing import Writing
from desktop_app.pages import page_boxes
from desktop_app.workflow.interview.definitions import password_of

if TYPE_CHECKING:
    from desktop_app.core.authoring.asking import Shape
    from desktop_app.core.authoring.beside import Spot
    from desktop_app.core.authoring.edited import EditedForm
    from desktop_app.gui.screens.sur_la_page.filled_page import FilledPage
    from desktop_app.workflow.packs.correcting import ReadPage

    Found = Callable[[int, Spot | None, str, Shape], None]


class Missing:
    """Finds one at a time.

    Args:
        form: gives the form as it is now.
        found: is told the page, where the box stands (None where nothing tells), how it is called,
            and how it is filled.
    """

    def __init__(
        self,
        page: "FilledPage",
        writing: Writing,
        form: "Callable[[], EditedForm]",
        found: "Found",
    ) -> None:
        self._page, self._writing, self._form = page, writing, form
        self._found = found
        self.busy = False

    @property
    def asked(self) -> bool:
        """Whether it is asked where a box is missing."""
        return page_boxes.ADDING in self._page.asks

    def beside(self, values: Mapping[str, Any]) -> None:
        """Find it beside the words typed; without any, nothing tells where it is."""
        said = str(values.get(page_boxes.WORDS, "")).strip()
        shape: Shape = values.get(page_boxes.SHAPE, "text")
        number = self._page.filling.page
        read = self._read(number)
        if read is None or not said:
            self._found(number, None, said, shape)
            return
        self._look(
            lambda: read.beside(said, shape), lambda spot: self._found(number, spot, said, shape)
        )

    def drawn(self, page: int, box: Box) -> None:
        """Find how the paper calls a box that was drawn."""
        from desktop_app.core.authoring.beside import Spot, drawn

        box, shape = drawn(box)
        read = self._read(page)
        if read is None:
            self._found(page, Spot(box, ""), "", shape)
            return
        self._look(
            lambda: read.name(box, shape),
            lambda name: self._found(page, Spot(box, name), name, shape),
        )

    def _read(self, number: int) -> "ReadPage | None":
        """Return a page as it is read; None where its PDF is not at hand."""
        from desktop_app.workflow.packs.correcting import ReadPage

        context, draft = self._page.context, self._writing.interview.draft
        own = context.session.blanks.get(draft.pack)
        if own is None:
            return None
        form = self._form()
        there = tuple(one for one in form.places if one.page == number)
        size, forms = form.page_sizes[number - 1], context.tools.forms
        return ReadPage(forms, own.data, password_of(draft), number, size, there)

    def _look(self, read: Callable[[], Any], then: Callable[[Any], None]) -> None:
        """Read the page aside; what is struck meanwhile adds no second box."""
        if self.busy:
            return
        self.busy = True
        self._show(reading=True)

        def done(what: Any) -> None:
            self.busy = False
            then(what)

        def failed(problem: BaseException) -> None:
            self.busy = False
            self._show(reading=False)
            self._page.say_problem(problem)

        self._page.context.jobs.run_aside(read, done=done, failed=failed)

    def _show(self, *, reading: bool) -> None:
        """Say, where it is asked, that the page is being read."""
        if self.asked:
            place = self._page.live[page_boxes.ADDING]
            place.renew(page_boxes.adding(reading=reading))
            if reading:
                announce(place, page_boxes.being_read())
