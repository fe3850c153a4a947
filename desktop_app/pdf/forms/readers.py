"""The children that read a finished form back: one, or two that share a long form's pages."""

import os
from collections.abc import Sequence
from itertools import islice

import msgspec

from desktop_app.untrusted.errors import PdfUnreadable
from desktop_app.untrusted.facts import Facts, Question
from desktop_app.untrusted.worker import Worker

LARGE = 1 << 20  # bytes of a blank from which two children are worth their start


def how_many(blank: bytes) -> int:
    """Return how many readers a blank deserves on this computer."""
    return 2 if len(blank) > LARGE and (os.cpu_count() or 1) > 1 else 1


class Readers:
    """Started at once, given the blank by ``open``; to be closed.

    Each reads its own pages, always the same, so that the blank's are drawn only once; every other
    page, for the heavy ones often stand together.
    """

    def __init__(self, count: int) -> None:
        self._workers = [Worker("proof") for _ in range(count)]

    def wait_until_ready(self) -> None:
        """Wait until every child has imported everything."""
        for worker in self._workers:
            worker.wait_until_ready()

    def open(self, blank: bytes, password: str) -> None:
        """Give each child the blank, which another one has accepted.

        Raises:
            PdfRefused: PDFium cannot open what pypdf could.
        """
        for worker in self._workers:
            worker.renew()
            worker.open(blank, password)

    def measure(self, pages: Sequence[int]) -> None:
        """Draw some pages of the blank beforehand."""
        for place, worker in enumerate(self._workers):
            worker.renew()
            worker.send("blank", {"pages": [one for one in pages if self._whose(one) == place]})
        for worker in self._workers:
            worker.receive(dict)

    def read(self, question: Question, written: bytes) -> Facts:
        """Return what the children found in the finished file, in the order of the question.

        Raises:
            PdfRefused: a child died or did not agree with the other on the number of pages.
        """
        for place, worker in enumerate(self._workers):
            mine = Question(
                editable=question.editable,
                pages=[page for page in question.pages if self._whose(page.page) == place],
                annex=question.annex if worker is self._workers[-1] else [],
                annex_box=question.annex_box,
            )
            worker.renew()
            worker.send("measure", msgspec.to_builtins(mine), [written])
        found = [worker.receive(Facts)[0] for worker in self._workers]
        if len({facts.pages for facts in found}) != 1:
            raise PdfUnreadable
        return self._in_order(question, found)

    def _in_order(self, question: Question, found: Sequence[Facts]) -> Facts:
        """The facts of all the children, page after page."""
        whole = Facts(
            pages=found[0].pages, annex=found[-1].annex, annex_placed=found[-1].annex_placed
        )
        texts, ticks = [iter(one.texts) for one in found], [iter(one.ticks) for one in found]
        for page in question.pages:
            place = self._whose(page.page)
            whole.texts += islice(texts[place], len(page.texts))
            whole.ticks += islice(ticks[place], len(page.ticks))
        return whole

    def _whose(self, page: int) -> int:
        """Which child reads a page (from 1)."""
        return page % len(self._workers)

    def close(self) -> None:
        """End every child."""
        for worker in self._workers:
            worker.close()
