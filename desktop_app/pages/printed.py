"""What is said around a paper, as it is printed: the ``SheetMaker`` of ``workflow/ports.py``."""

from desktop_app.pages.copying import copy_sheet
from desktop_app.pages.explained import explanation, form_to_do, to_do
from desktop_app.pages.kit import kit
from desktop_app.pages.terminal_kit import terminal_kit
from desktop_app.pages.terminal_traces import terminal_traces
from desktop_app.pages.trial import envelope_trial, printer_trial

__all__ = [
    "copy_sheet",
    "envelope_trial",
    "explanation",
    "form_to_do",
    "kit",
    "printer_trial",
    "terminal_kit",
    "terminal_traces",
    "to_do",
]
