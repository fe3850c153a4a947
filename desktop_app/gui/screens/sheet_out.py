"""Prints or saves one sheet of ours from a page, and says there what becomes of it."""

from collections.abc import Callable

from desktop_app import i18n
from desktop_app.core.pdf import Pdf
from desktop_app.files import write_file
from desktop_app.gui import plugged
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.printing.confirming import confirm
from desktop_app.gui.printing.follow import Follower
from desktop_app.gui.printing.ways import printing
from desktop_app.gui.widgets.page import Page
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Chosen
from desktop_app.pages.printing import nothing_printed
from desktop_app.sentences.printing_words import Said, told
from desktop_app.workflow.printing import News, Order, PrinterMissing, Printing

Make = Callable[[], Pdf]
SHEET = "sheet"


class SheetOut:
    """``state`` is the line of the page where the sheet's way is told; sheets are made aside."""

    def __init__(self, context: Context, page: Page, state: Progress) -> None:
        self._context, self._page, self._state = context, page, state
        self._printer, self._said = "", Said("")
        self._make: Callable[[], bytes] | None = None
        self._told = ""

    def print(self, make: Make) -> None:
        """Print on the default printer; the queue's copy is erased once it is printed."""
        service = printing(self._context.tools.render_page)
        self._begin(i18n.text("La feuille part à l’imprimante…"))
        self._context.jobs.run(
            service.printers,
            done=lambda names: self._print_on(service, names, make),
            failed=self.failed,
        )

    def save(self, name: str, make: Callable[[], bytes], told: str) -> None:
        """Ask where; ``take`` then writes the file there, and says ``told`` once it is."""
        self._make, self._told = make, told
        asked = to.SaveFile(SHEET, i18n.text("Où enregistrer ?"), name)
        self._context.navigator.go(asked)

    def take(self, chosen: Chosen) -> None:
        """Write what was to be saved; nothing where the page was made anew meanwhile."""
        if (make := self._make) is None:
            return
        self._make = None
        self._begin(i18n.text("La feuille s’enregistre…"))
        expect_key = plugged.watch(chosen.path)

        def write() -> None:
            sheet = make()
            expect_key()
            write_file(chosen.path, sheet, replace=chosen.replace)

        self._context.jobs.run(
            write,
            done=lambda _: self._end(self._told),
            failed=self.failed,
        )

    def failed(self, problem: BaseException) -> None:
        """Say why the sheet did not come out."""
        self._state.end()
        self._page.say_problem(problem)

    def _print_on(self, service: Printing, there: tuple[str, ...], make: Make) -> None:
        names = self._context.tools.terminal.may_print_on(there)
        if not names:
            self.failed(PrinterMissing())
            return
        if not self._context.session.public:
            self._send(service, names, make)
            return

        def ask(pdf: Pdf) -> None:
            self._end("")
            confirm(
                self._context,
                self._page,
                pdf.pages,
                lambda: self._send(service, names, lambda: pdf),
                lambda: self._end(nothing_printed()),
            )

        self._context.jobs.run(make, done=ask, failed=self.failed)

    def _send(self, service: Printing, names: tuple[str, ...], make: Make) -> None:
        self._printer = names[0]
        follower = Follower(self._context.jobs, service)
        follower.told.connect(self._hear)
        follower.send(make, Order(names[0]))

    def _hear(self, news: News) -> None:
        refused = words_of(news.problem) if news.problem is not None else ""
        said = told(news, self._printer, 1, refused)
        if said == self._said:
            return
        self._said = said
        if said.role == "error":
            self._state.end()
            self._page.say_error(said.words)
        elif news.ended:
            self._end(said.words)
        else:
            self._begin(said.words)

    def _begin(self, words: str) -> None:
        self._page.clear_problem()
        self._state.begin(words)

    def _end(self, words: str) -> None:
        self._page.clear_problem()
        self._state.end(words)
