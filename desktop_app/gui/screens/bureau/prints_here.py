"""What a page of an office that prints has: its printer, both sides, and what is remembered."""

from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.page_view import PageView
from desktop_app.gui.printing.ways import printing
from desktop_app.pages import office_finish as page
from desktop_app.pages.page import Text
from desktop_app.workflow.printing import Order, PrinterMissing, Printing, Standing


class PrintsHere(PageView):
    """Its page has the places ``PRINTER`` and ``SIDES``; ``service``: None for this system's."""

    def __init__(self, context: Context, heading: str, service: Printing | None) -> None:
        super().__init__(context, heading)
        self._service = service or printing(context.tools.render_page)
        self.names: tuple[str, ...] = ()
        self._turns = False

    @property
    def may_turn(self) -> bool:
        """Whether what is printed may stand on both sides."""
        raise NotImplementedError

    def show_now(self) -> None:
        """Show how many sheets come out, and what can be done."""
        raise NotImplementedError

    def look_for_printers(self) -> None:
        """Ask the system, in the worker."""
        self.context.jobs.run(self._service.printers, done=self._found, failed=self._none)

    @property
    def printer(self) -> str:
        """Return the one that is chosen, else the last one, else the system's; "" for none."""
        asked = self.asks.get(page.PRINTER)
        chosen = str(asked.typed()[page.PRINTER]) if asked else self.context.settings.now.printer
        return chosen if chosen in self.names else next(iter(self.names), "")

    def order(self) -> Order:
        """Return what is ordered now, but for the pages."""
        both = page.SIDES in self.asks and bool(self.asks[page.SIDES].typed()[page.SIDES])
        return Order(self.printer, both_sides=both)

    def look_at(self, printer: str) -> None:
        """See whether it prints on both sides."""
        service = self._service

        def stands(found: Standing) -> None:
            if printer == self.printer:
                self._turns = found.both_sides
                self.offer_sides()
                self.show_now()

        self.context.jobs.run(
            lambda: service.standing(printer), done=stands, failed=lambda _silent: None
        )

    def offer_sides(self) -> None:
        """Ask whether both sides are printed, where the printer can and the paper may."""
        may = self._turns and self.may_turn
        if may is not (page.SIDES in self.asks):
            both = self.context.settings.now.both_sides
            self.live[page.SIDES].put(page.both_sides(chosen=both) if may else ())

    def remember(self, order: Order, *, receipt: bool | None = None) -> None:
        """Keep what was chosen, for the papers that come after."""
        change = self.context.settings.change
        change(printer=order.printer)
        if page.SIDES in self.asks:
            change(both_sides=order.both_sides)
        if receipt is not None:
            change(receipt=receipt)
        save, ended = self.context.settings.save, lambda _end: None
        self.context.jobs.run(save, done=ended, failed=ended)  # else it is chosen again, no more

    def _found(self, names: tuple[str, ...]) -> None:
        self.names = names
        if not names:
            self._none(PrinterMissing())
            return
        chosen = self.printer
        self.live[page.PRINTER].put(page.printers(names, chosen))
        self.look_at(chosen)
        self.show_now()

    def _none(self, problem: BaseException) -> None:
        self.live[page.PRINTER].put((Text(words_of(problem), "error"),))
        self.show_now()
