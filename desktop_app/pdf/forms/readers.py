"""The children that read a finished form back: one, or two that share a long form's pages."""

import os
from collections.abc import Sequence

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

    Each reads its own run of pages, always the same, so that the blank's are drawn only once.
    """

    def __init__(self, count: int) -> None:
        self._workers = [Worker("proof") for _ in range(count)]
        self._pages = 0

    def wait_until_ready(self) -> None:
        """Wait until every child has imported everything."""
        for worker in self._workers:
            worker.wait_until_ready()

    def open(self, blank: bytes, password: str, pages: int) -> None:
        """Give each child the blank, which another one has accepted.

        Raises:
            PdfRefused: PDFium cannot open what pypdf could.
        """
        self._pages = pages
        for worker in self._workers:
            worker.renew()
            worker.open(blank, password)

    def measure(self, pages: Sequence[int]) -> None:
        """Draw some pages of the blank beforehand."""
        for worker, numbers in zip(self._workers, self._shares(pages), strict=True):
            worker.renew()
            worker.send("blank", {"pages": numbers})
        for worker in self._workers:
            worker.receive(dict)

    def read(self, question: Question, written: bytes) -> Facts:
        """Return what the children found in the finished file, in the order of the question.

        Raises:
            PdfRefused: a child died or did not agree with the other on the number of pages.
        """
        numbers = self._shares([page.page for page in question.pages])
        for worker, share in zip(self._workers, numbers, strict=True):
            mine = Question(
                editable=question.editable,
                pages=[page for page in question.pages if page.page in share],
                annex=question.annex if worker is self._workers[-1] else [],
            )
            worker.renew()
            worker.send("measure", msgspec.to_builtins(mine), [written])
        found = [worker.receive(Facts)[0] for worker in self._workers]
        if len({facts.pages for facts in found}) != 1:
            raise PdfUnreadable
        return Facts(
            pages=found[0].pages,
            texts=[text for facts in found for text in facts.texts],
            ticks=[tick for facts in found for tick in facts.ticks],
            annex=[text for facts in found for text in facts.annex],
        )

    def _shares(self, pages: Sequence[int]) -> list[list[int]]:
        """Which of these pages each child reads: the first half, the second half of the form."""
        count = len(self._workers)
        shares: list[list[int]] = [[] for _ in range(count)]
        for page in pages:
            shares[min(count - 1, (page - 1) * count // max(1, self._pages))].append(page)
        return shares

    def close(self) -> None:
        """End every child."""
        for worker in self._workers:
            worker.close()
