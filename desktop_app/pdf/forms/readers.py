"""The children that read a finished form back: one, or two that share a long form's pages."""

import os
from bisect import bisect_right
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


def first_pages(boxes: Sequence[int], children: int) -> list[int]:
    """Return the first page of each child but the first one, given the page of each box."""
    ordered = sorted(boxes)
    return [ordered[len(ordered) * n // children] for n in range(1, children) if ordered]


class Readers:
    """Started at once, given the blank by ``open``; to be closed.

    Each reads its own pages, always the same, so that the blank's are drawn only once: as many
    boxes as the other, on pages that follow one another, for they share their fonts.
    """

    def __init__(self, count: int) -> None:
        self._workers = [Worker("proof") for _ in range(count)]
        self._starts: list[int] = []  # the first page of every child but the first
        self._unheard = False  # an answer of every child, which says nothing but that it is done
        self._question = Question(editable=False, pages=[])

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

    def share(self, boxes: Sequence[int]) -> None:
        """Share the pages, given the page of each box."""
        self._starts = first_pages(boxes, len(self._workers))

    def measure(self, pages: Sequence[int]) -> None:
        """Have some pages of the blank drawn; the children do it while we do something else."""
        self.wait_until_measured()
        for place, worker in enumerate(self._workers):
            worker.renew()
            worker.send("blank", {"pages": [one for one in pages if self._whose(one) == place]})
        self._unheard = True

    def expect(self, question: Question, drawing: bytes) -> None:
        """Have drawn and measured what a finished file must show, while it is written.

        Args:
            drawing: ours, as it was given to be put on the blank; empty for none.
        """
        self.wait_until_measured()
        self._question = question
        for place, worker in enumerate(self._workers):
            mine = Question(
                editable=question.editable,
                pages=[page for page in question.pages if self._whose(page.page) == place],
                annex=question.annex if worker is self._workers[-1] else [],
                annex_box=question.annex_box,
                annex_drawing=question.annex_drawing,
            )
            worker.renew()
            worker.send("expect", msgspec.to_builtins(mine), [drawing] if drawing else [])
        self._unheard = True

    def wait_until_measured(self) -> None:
        """Wait until what was asked beforehand is drawn."""
        if self._unheard:
            self._unheard = False
            for worker in self._workers:
                worker.receive(dict)

    def read(self, written: bytes) -> Facts:
        """Return what the children found in the finished file, in the order of the questions.

        Raises:
            PdfRefused: a child died or did not agree with the other on the number of pages.
        """
        self.wait_until_measured()
        for worker in self._workers:
            worker.renew()
            worker.send("measure", {}, [written])
        found = [worker.receive(Facts)[0] for worker in self._workers]
        if len({facts.pages for facts in found}) != 1:
            raise PdfUnreadable
        return self._in_order(found)

    def _in_order(self, found: Sequence[Facts]) -> Facts:
        """The facts of all the children, page after page."""
        whole = Facts(
            pages=found[0].pages,
            carries=found[0].carries,
            annex=found[-1].annex,
            annex_placed=found[-1].annex_placed,
            annex_whole=found[-1].annex_whole,
        )
        texts, ticks = [iter(one.texts) for one in found], [iter(one.ticks) for one in found]
        pages = [iter(one.whole) for one in found]
        for page in self._question.pages:
            place = self._whose(page.page)
            whole.texts += islice(texts[place], len(page.texts))
            whole.ticks += islice(ticks[place], len(page.ticks))
            whole.whole += islice(pages[place], 1)
        return whole

    def _whose(self, page: int) -> int:
        """Which child reads a page (from 1)."""
        return bisect_right(self._starts, page)

    def close(self) -> None:
        """End every child."""
        for worker in self._workers:
            worker.close()
