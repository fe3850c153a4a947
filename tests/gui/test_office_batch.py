"""Several dossiers are printed in one go: one job each, those that fail are told and stay."""

import pytest

from desktop_app.core.pdf import Pdf
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.bureau.batch import Batch
from desktop_app.pages import destinations as to
from desktop_app.pages import office_batch as page
from desktop_app.workflow.office.batch import waiting
from desktop_app.workflow.printing import Order, PrinterRefuses
from desktop_app.workflow.store import Safe
from tests.gui.conftest import TODAY
from tests.gui.harness.printers import Printers
from tests.gui.keyboard import until
from tests.gui.test_known_answers import in_worker

A_PAPER = b"%PDF-1.7\n%of a test\n"


class RefusesSecond(Printers):
    """Refuses the second paper, once."""

    asked = 0

    def send(self, pdf: Pdf, order: Order) -> str:
        self.asked += 1
        if self.asked == 2:
            raise PrinterRefuses
        return super().send(pdf, order)


@pytest.fixture
def filed(context: Context, safe: Safe) -> None:
    """Two forms and a letter of three people, filed."""

    def seed() -> None:
        for n, kind in enumerate(("form", "form", "letter")):
            who = safe.people.add(f"Fatou Da Silva {n}", on=TODAY)
            dossier = safe.dossiers.add(f"Affaire {n}", on=TODAY, person=who)
            safe.add(
                A_PAPER + str(n).encode(),
                title=f"Papier {n}",
                on=TODAY,
                kind=kind,
                pages=3,
                media="application/pdf",
                person=who,
                dossier=dossier,
            )

    in_worker(context, seed)


def opened(window: MainWindow, service: Printers) -> Batch:
    window.go(to.OfficeBatch(service))
    shown = window.page()
    assert isinstance(shown, Batch)
    until(lambda: shown.found and shown.names)
    until(lambda: page.SIDES in shown.asks)
    return shown


@pytest.mark.usefixtures("filed")
def test_one_job_each_and_what_fails_stays_ticked(
    window: MainWindow, context: Context, safe: Safe
) -> None:
    service = RefusesSecond("Bureau", turns=True)
    shown = opened(window, service)
    assert not any("Fatou" in page.paper_words(one) for one in shown.found), "initials alone"
    shown.asks[page.SIDES].put({page.SIDES: (page.SIDES,)})
    shown.show_now()
    main = shown.button_of(page.PrintAll())
    assert main is not None
    assert main.text() == "Imprimer 7 feuilles", "two forms of two sheets, a letter of three"
    for _ in range(3):
        shown.do(page.PrintAll())
    until(lambda: not shown.busy)
    states = [state for state, _words in shown.states.values()]
    assert sorted(states) == ["failed", "handed", "handed"]
    assert len(service.sent) == 2
    assert len(shown.ticked) == 1, "what failed"
    until(lambda: context.jobs.idle)
    shown.do(page.PrintAll())
    until(lambda: not shown.busy)
    assert len(service.sent) == 3
    assert not shown.ticked
    assert len({pdf.data for pdf, _order in service.sent}) == 3, "nothing twice"
    left: list[int] = []

    def count() -> bool:
        in_worker(context, lambda: left.append(len(waiting(safe))))
        return left[-1] == 0

    until(count, "a paper that was printed is offered again")


@pytest.mark.usefixtures("filed")
def test_nothing_ticked_prints_nothing(window: MainWindow) -> None:
    service = Printers("Bureau", turns=True)
    shown = opened(window, service)
    shown.asks[page.PAPERS].put({page.PAPERS: ()})
    shown.show_now()
    main = shown.button_of(page.PrintAll())
    assert main is not None
    assert not main.isEnabled()
    shown.press(page.PrintAll())
    assert not service.sent
