"""What printing speaks of: an order, how a printer stands, what becomes of a document."""

from dataclasses import dataclass
from typing import Literal, Protocol

from desktop_app.core.errors import AppError
from desktop_app.core.pdf import Pdf

TITLE = "papier-libre"
"""What others read in the printer's queue: never what the document is, nor whose."""

State = Literal["ready", "stopped", "refuses", "missing", "unknown"]
Trouble = Literal["", "no-paper", "jam", "open", "no-ink", "offline"]
Progress = Literal["waiting", "printing", "held", "done", "cancelled", "failed", "gone"]
Kind = Literal[
    "sending", "waiting", "printing", "held", "done", "cancelled", "failed", "gone", "left",
    "refused", "lost", "tired",
]  # fmt: skip
ENDED = frozenset({"done", "cancelled", "failed", "gone", "left", "refused", "tired"})


class PrinterMissing(AppError):
    """No printer, or not that one any more."""


class PrinterRefuses(AppError):
    """The printing service does not accept the document for this printer."""


class PrintingAbsent(AppError):
    """Nothing that prints is installed on this computer."""


class PrintingStopped(AppError):
    """The computer's printing service does not run."""


class PrintingSilent(AppError):
    """The printing service took the question and gave no answer in time."""


class PrintingNotCancelled(AppError):
    """The printing service does not let this person take the document back."""


@dataclass(frozen=True, slots=True)
class Order:
    """What to do with a document: always A4, at its real size, on one side of each sheet.

    ``pages`` are first and last, from 1; None prints all. ``both_sides`` where it was asked for.
    """

    printer: str
    copies: int = 1
    pages: tuple[int, int] | None = None
    both_sides: bool = False

    def range_of(self, pdf: Pdf) -> tuple[int, int]:
        """Return the pages of this document that are printed, first and last."""
        first, last = self.pages or (1, pdf.pages)
        return max(1, first), min(last, pdf.pages)

    def sheets(self, pdf: Pdf) -> int:
        """Return how many sheets of paper come out."""
        sides = self._sides(pdf)
        return (-(-sides // 2) if self.both_sides else sides) * self.copies

    def sides(self, pdf: Pdf) -> int:
        """Return how many pages are printed: what is paid for, where they are."""
        return self._sides(pdf) * self.copies

    def _sides(self, pdf: Pdf) -> int:
        first, last = self.range_of(pdf)
        return max(0, last - first + 1)


@dataclass(frozen=True, slots=True)
class Standing:
    """How a printer is. ``trouble`` is what it last said: it may be mended since.

    ``both_sides``: it can print on both sides of a sheet by itself.
    """

    state: State
    trouble: Trouble = ""
    both_sides: bool = False


UNKNOWN = Standing("unknown")


@dataclass(frozen=True, slots=True)
class News:
    """What became of a document.

    Attributes:
        kind: left (nothing more can be known), lost (the service does not answer now), tired
            (nothing new for a long time: not looked at any more); the others speak for themselves.
        standing: of the printer, while the document waits; troubles only once they are certain.
        seconds: since it was sent.
        problem: why it was refused, or the service is lost.
    """

    kind: Kind
    standing: Standing = UNKNOWN
    seconds: int = 0
    problem: BaseException | None = None

    @property
    def ended(self) -> bool:
        """Nothing more will be told."""
        return self.kind in ENDED


class Printing(Protocol):
    """A way to print; each call may take seconds and is for the worker.

    Every call may raise PrintingAbsent, PrintingStopped, PrintingSilent.
    """

    def printers(self) -> tuple[str, ...]:
        """Return the names of the printers, the default one first."""
        ...

    def standing(self, printer: str) -> Standing: ...

    def send(self, pdf: Pdf, order: Order) -> str:
        """Hand a document over; return its ticket, empty where it cannot be followed.

        Raises:
            PrinterMissing, PrinterRefuses: nothing was sent.
        """
        ...

    def stop_sending(self) -> None:
        """Break off a ``send`` that lasts; may be called from another thread."""
        ...

    def progress(self, ticket: str) -> Progress: ...

    def cancel(self, ticket: str) -> None:
        """Take a document out of the queue, with the copy that the queue keeps of it.

        Raises:
            PrintingNotCancelled.
        """
        ...

    def forget(self, ticket: str) -> None:
        """Have the queue erase its copy of a document that left it; a refusal is no matter."""
        ...
