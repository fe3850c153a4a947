"""Printers that are always there: the real queue has its own tests, in ``tests/printing``."""

from desktop_app.core.pdf import Pdf
from desktop_app.workflow.printing import Order, Progress, Standing, State


class Printers:
    """Implements ``model.Printing``: takes every document and has printed it at the second look."""

    def __init__(self, *names: str, state: State = "ready", turns: bool = False) -> None:
        self.names, self.state, self.turns = names, state, turns
        self.sent: list[tuple[Pdf, Order]] = []
        self._looks = 0

    def printers(self) -> tuple[str, ...]:
        return self.names

    def standing(self, printer: str) -> Standing:
        known = printer in self.names
        return Standing(self.state if known else "missing", both_sides=known and self.turns)

    def send(self, pdf: Pdf, order: Order) -> str:
        self.sent.append((pdf, order))
        return f"{order.printer}-1"

    def stop_sending(self) -> None:
        """It never lasts."""

    def progress(self, ticket: str) -> Progress:
        self._looks += 1
        return "waiting" if self._looks < 2 else "done"

    def cancel(self, ticket: str) -> None:
        """Nothing waits."""

    def forget(self, ticket: str) -> None:
        """Nothing is kept."""
