"""Printing on Linux: the PDF itself, from memory, to CUPS, by its own commands.

``lp``, ``lpstat``, ``lpoptions`` and ``cancel`` are asked in plain English (``LC_ALL``) and with a
time limit: a silent service must not hold the worker. CUPS keeps a copy of what it prints for a
day or for ever, as its manager decides: once a document is printed, we ask that it be erased.
"""

import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from urllib.parse import unquote

from desktop_app.core.pdf import Pdf
from desktop_app.workflow.printing import (
    TITLE,
    Order,
    PrinterMissing,
    PrinterRefuses,
    PrintingAbsent,
    PrintingNotCancelled,
    PrintingSilent,
    PrintingStopped,
    Progress,
    Standing,
    Trouble,
)

SECONDS = 4.0
LISTING_SECONDS = 6.0  # printers of the network are looked for too
SENDING_SECONDS = 20.0

# A queue, its manager or the person's own ``lpoptions`` may ask for two pages a sheet, another
# paper, a frame: whatever moves or scales the page is said again here. Left to the manager: a cover
# sheet, and holding the document until it is released (paid printing).
EXACT = (
    "media=A4",
    "PageSize=A4",
    "print-scaling=none",
    "fit-to-page=false",
    "fitplot=false",
    "position=top-left",
    "orientation-requested=3",
    "landscape=false",
    "mirror=false",
    "number-up=1",
    "page-border=none",
    "page-set=all",
    "outputorder=normal",
)
# The sheets of a kit are for different hands: never two of them on one sheet of paper.
ONE_SIDE = ("sides=one-sided", "Duplex=None")
BOTH_SIDES = ("sides=two-sided-long-edge", "Duplex=DuplexNoTumble")

TROUBLES: tuple[tuple[str, Trouble], ...] = (
    ("media-jam", "jam"),
    ("media-empty", "no-paper"),
    ("media-needed", "no-paper"),
    ("input-tray-missing", "no-paper"),
    ("door-open", "open"),
    ("cover-open", "open"),
    ("interlock-open", "open"),
    ("toner-empty", "no-ink"),
    ("marker-supply-empty", "no-ink"),
    ("offline", "offline"),
    ("connecting-to-device", "offline"),
    ("timed-out", "offline"),
    ("shutdown", "offline"),
)
IDLE_OR_BUSY, STOPPED = ("3", "4"), "5"


class Cups:
    """Implements ``Printing``. A ticket is CUPS's own: the printer's name and a number."""

    def __init__(self) -> None:
        self._sending: subprocess.Popen[bytes] | None = None

    def printers(self) -> tuple[str, ...]:
        # A name with a stroke is somebody's set of options for the same printer.
        listed = _ask("lpstat", "-e", seconds=LISTING_SECONDS).splitlines()
        names = [name for name in listed if name and "/" not in name]
        if not names:
            _expect_running()
            return ()
        found = re.search(r"destination: (\S+)", _ask("lpstat", "-d"))
        default = found[1] if found else ""
        return tuple(sorted(names, key=lambda name: (name != default, name.casefold())))

    def standing(self, printer: str) -> Standing:
        told = _attributes(_ask("lpoptions", "-p", printer))
        if not told:
            _expect_running()
            return Standing("missing")
        trouble = _trouble(told.get("printer-state-reasons", ""))
        if told.get("printer-is-accepting-jobs") == "false":
            return Standing("refuses", trouble)
        if told.get("printer-state") == STOPPED:
            return Standing("stopped", trouble)
        known = told.get("printer-state") in IDLE_OR_BUSY
        both = _turns_sheets(_ask("lpoptions", "-p", printer, "-l"))
        return Standing("ready" if known else "unknown", trouble, both)

    def send(self, pdf: Pdf, order: Order) -> str:
        first, last = order.range_of(pdf)
        command = ["lp", "-d", order.printer, "-n", str(order.copies), "-t", TITLE]
        command += ["-P", f"{first}-{last}"]
        options = (*EXACT, *(BOTH_SIDES if order.both_sides else ONE_SIDE))
        command += [part for option in options for part in ("-o", option)]
        status, said, refused = self._hand_over([*command, "-"], pdf.data)
        if status:
            raise _refusal(refused)
        found = re.search(rf"({re.escape(order.printer)}-\d+) \(", said)
        return found[1] if found else ""

    def stop_sending(self) -> None:
        sending = self._sending
        if sending is not None:
            sending.kill()

    def progress(self, ticket: str) -> Progress:
        waiting = _reasons_of(ticket, _listed("not-completed", ticket))
        if waiting is not None:
            if "job-hold" in waiting:
                return "held"
            return "printing" if "job-printing" in waiting else "waiting"
        ended = _reasons_of(ticket, _listed("completed", ticket))
        if ended is None:
            _expect_running()
            return "gone"
        if "job-completed" in ended:
            return "done"
        return "cancelled" if "job-canceled" in ended else "failed"

    def cancel(self, ticket: str) -> None:
        with _started(["cancel", "-x", ticket]) as process:
            refused = _text(_answer(process, SECONDS)[1])
        if process.returncode and "not exist" not in refused:
            raise PrintingStopped if "connect" in refused.lower() else PrintingNotCancelled

    def forget(self, ticket: str) -> None:
        _ask("cancel", "-x", ticket)

    def _hand_over(self, command: list[str], data: bytes) -> tuple[int, str, str]:
        with _started(command) as process:
            self._sending = process
            try:
                said, refused = _answer(process, SENDING_SECONDS, data)
            finally:
                self._sending = None
        return process.returncode, _text(said), _text(refused)


def _turns_sheets(options: str) -> bool:
    """Tell whether the options of a printer, a line each, know of the other side of a sheet."""
    offered = (line.partition(":") for line in options.splitlines())
    known = {option.partition("=")[0]: option.partition("=")[2] for option in BOTH_SIDES}
    return any(
        known.get(name.partition("/")[0], " ") in values.replace("*", "").split()
        for name, _colon, values in offered
    )


def _ask(*command: str, seconds: float = SECONDS) -> str:
    """Return what a command says; what it refuses is an empty answer."""
    with _started(list(command)) as process:
        return _text(_answer(process, seconds)[0])


def _answer(
    process: subprocess.Popen[bytes], seconds: float, data: bytes = b""
) -> tuple[bytes, bytes]:
    try:
        return process.communicate(data, seconds)
    except subprocess.TimeoutExpired as silent:
        process.kill()
        raise PrintingSilent from silent


def _started(command: list[str]) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(  # noqa: S603 (no shell; a printer's name is one of the system's)
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            # Without a terminal: a service that wants a password would wait for it there.
            start_new_session=True,
            env={**os.environ, "LC_ALL": "C.UTF-8"},
        )
    except FileNotFoundError as missing:
        raise PrintingAbsent from missing


def _listed(which: str, ticket: str) -> str:
    """Return the jobs of a ticket's printer; of all of them, when its name has an accent.

    ``lpstat`` shows such a name as a web address does, and finds it under neither form.
    """
    printer = ticket.rpartition("-")[0]
    return _ask("lpstat", "-l", "-W", which, "-o", *([printer] if printer.isascii() else []))


def _expect_running() -> None:
    if "is running" not in _ask("lpstat", "-r"):
        raise PrintingStopped


def _refusal(said: str) -> Exception:
    if "not exist" in said:
        _expect_running()
        return PrinterMissing()
    if "connect" in said.lower():
        return PrintingStopped()
    return PrinterRefuses()


def _attributes(told: str) -> dict[str, str]:
    """Read ``name=value name='value with spaces' name``."""
    try:
        words = shlex.split(told)
    except ValueError:  # an unpaired quote in somebody's description of the printer
        words = told.split()
    return {name: value for name, _, value in (word.partition("=") for word in words)}


def _trouble(reasons: str) -> Trouble:
    # Some printers call it "-error" to have no paper, others "-warning" or "-report".
    return next((trouble for mark, trouble in TROUBLES if mark in reasons), "")


def _reasons_of(ticket: str, listed: str) -> str | None:
    """Return why a document is where it is, of a list by ``lpstat -l``; None when not in it."""
    for name, alerts in _jobs(listed):
        if ticket in (name, unquote(name)):
            return alerts
    return None


def _jobs(listed: str) -> Iterator[tuple[str, str]]:
    name, alerts = "", ""
    for line in listed.splitlines():
        if line[:1].isspace():
            alerts = line.partition(":")[2] if line.strip().startswith("Alerts:") else alerts
            continue
        if name:
            yield name, alerts
        name, alerts = line.partition(" ")[0], ""
    if name:
        yield name, alerts


def _text(said: bytes) -> str:
    return said.decode("utf-8", "replace")
