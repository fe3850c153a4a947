"""Builds the real tools and hands them to the command line or the window: objects are passed.

Each tool is imported and built when it is first asked for, so that a command pays only for what it
uses and the window paints before anything heavy is loaded.
"""

import datetime as dt
from functools import cached_property

from desktop_app.workflow.ports import Catalogue, FormWriter, LetterWriter


class SystemClock:
    """The computer's own date; commands accept ``--today`` in its place."""

    def today(self) -> dt.date:
        return dt.date.today()  # noqa: DTZ011 (a day of the calendar where the person is)


class RealTools:
    """Implements ``cli.command.Tools`` with the real things."""

    @cached_property
    def clock(self) -> SystemClock:
        return SystemClock()

    @cached_property
    def catalogue(self) -> Catalogue:
        raise NotImplementedError

    @cached_property
    def letters(self) -> LetterWriter:
        raise NotImplementedError

    @cached_property
    def forms(self) -> FormWriter:
        raise NotImplementedError
