"""One gesture fills, prints, files, puts the next day and prints the receipt; each step once."""

import datetime as dt
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from desktop_app.core.pdf import Pdf
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.bureau.finishing import Finishing
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.pages import office_finish as page
from desktop_app.workflow.documents.own_blank import own_blank
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.matter.timeline import PRINTED, TO_DO
from desktop_app.workflow.office.gesture import NAMES, Way
from desktop_app.workflow.printing import Order, PrinterMissing, PrinterRefuses
from desktop_app.workflow.store import Safe
from tests.gui.conftest import TODAY
from tests.gui.harness.printers import Printers
from tests.gui.keyboard import strike, until
from tests.gui.test_known_answers import in_worker

SOON = TODAY + dt.timedelta(days=21)


class Refusing(Printers):
    """Refuses once, as a printer that is full, then takes everything."""

    refused = 0

    def send(self, pdf: Pdf, order: Order) -> str:
        if not self.refused:
            self.refused += 1
            raise PrinterRefuses
        return super().send(pdf, order)


class NoPrinters(Printers):
    """There is none."""

    def printers(self) -> tuple[str, ...]:
        raise PrinterMissing


Opens = Callable[[Printers], Finishing]


def opened_for(window: MainWindow, context: Context, safe: Safe) -> Opens:
    """Answer the form of the demonstration for somebody, and come to its end."""
    ids: list[str] = []
    in_worker(context, lambda: ids.append(safe.people.add("Fatou Da Silva", on=TODAY)))
    context.session.write_for(ids[0], "Fatou Da Silva")
    tools = context.tools
    draft = tools.demo.form  # type: ignore[attr-defined]
    blank = own_blank(tools.forms, tools.catalogue, draft, tools.demo.blank)  # type: ignore[attr-defined]
    context.session.bring(draft.pack, blank)

    def opened(service: Printers) -> Finishing:
        interview = Interview(tools.catalogue.form(draft.pack), draft, TODAY)
        writing = Writing(
            interview, runner=context.jobs, bar=context.navigator, holder=context.session
        )
        window.go(to.OfficeFinish(writing, service))
        made = window.page()
        assert isinstance(made, Finishing)
        until(lambda: made.paper_made is not None)
        until(lambda: context.jobs.idle)
        return made

    return opened


@pytest.fixture
def opens(window: MainWindow, context: Context, safe: Safe) -> Opens:
    return opened_for(window, context, safe)


def states(shown: Finishing) -> dict[str, str]:
    return {one.name: one.state for one in shown.way.steps}


def go(shown: Finishing) -> None:
    shown.press(page.Go())


def say_next(shown: Finishing, day: dt.date, what: str = "") -> None:
    for name, typed in ((page.DAY, f"{day:%d/%m/%Y}"), (page.WHAT, what)):
        shown.asks[f"{page.NEXT} {name}"].answer(name).put(typed)


def events(context: Context, safe: Safe, kind: str) -> list[object]:
    found: list[object] = []

    def read() -> None:
        for dossier in safe.dossiers.all():
            found.extend(one for one in safe.events.timeline(dossier.id) if one.kind == kind)

    in_worker(context, read)
    return found


def test_all_of_it_by_one_key_and_once(opens: Opens, context: Context, safe: Safe) -> None:
    service = Printers("Bureau", turns=True)
    shown = opens(service)
    shown.asks[page.SIDES].put({page.SIDES: (page.SIDES,)})
    shown.asks[page.RECEIPT].put({page.RECEIPT: (page.RECEIPT,)})
    shown.show_now()
    say_next(shown, SOON, "Appeler la mairie")
    main = shown.button_of(page.Go())
    assert main is not None
    assert main.text() == "Imprimer 1 feuille et ranger"
    main.setFocus()
    for _ in range(4):
        strike(Qt.Key.Key_Return, after=20)
    until(lambda: shown.way.next is None)
    assert set(states(shown).values()) == {"done"}
    assert [order.both_sides for _pdf, order in service.sent] == [True, False], "form, receipt"
    until(lambda: events(context, safe, PRINTED), "it is not noted that it was printed")
    (noted,) = [one for one in events(context, safe, TO_DO) if "mairie" in one.title]  # type: ignore[attr-defined]
    assert noted.day == SOON  # type: ignore[attr-defined]
    kept = context.settings.now
    assert (kept.both_sides, kept.receipt, kept.printer) == (True, True, "Bureau")


def test_a_printer_that_refuses_files_nothing_and_is_asked_again(
    opens: Opens, context: Context, safe: Safe
) -> None:
    service = Refusing("Bureau")
    shown = opens(service)
    go(shown)
    until(lambda: states(shown)["print"] == "failed")
    assert states(shown)["file"] == "waits"
    assert not events(context, safe, PRINTED)
    main = shown.button_of(page.Go())
    assert main is not None
    assert main.text() == "Reprendre : Imprimer"
    go(shown)
    until(lambda: shown.way.next is None)
    assert len(service.sent) == 1
    assert states(shown)["next"] == states(shown)["receipt"] == "skipped"


def test_a_day_gone_by_stops_there_and_nothing_is_printed_again(opens: Opens) -> None:
    service = Printers("Bureau")
    shown = opens(service)
    say_next(shown, TODAY - dt.timedelta(days=2))
    go(shown)
    until(lambda: states(shown)["next"] == "failed")
    assert states(shown)["file"] == "done"
    say_next(shown, SOON)
    go(shown)
    until(lambda: shown.way.next is None)
    assert states(shown)["next"] == "done"
    assert len(service.sent) == 1


def test_without_a_printer_it_is_filed_and_said_not_printed(
    opens: Opens, context: Context, safe: Safe
) -> None:
    shown = opens(NoPrinters())
    main = shown.button_of(page.Go())
    assert main is not None
    assert not main.isEnabled()
    shown.press(page.FileOnly())
    until(lambda: shown.way.next is None)
    assert states(shown)["print"] == "skipped"
    assert states(shown)["file"] == "done"
    assert not events(context, safe, PRINTED)


def test_a_step_done_is_never_begun_again() -> None:
    way = Way()
    for name in NAMES:
        assert way.next == name
        begun = way.begin(name)
        assert begun.begin(name) is begun, "struck twice"
        failed = begun.fail(name, "non")
        assert failed.next == name
        way = failed.begin(name).end(name)
    assert way.next is None
    assert all(way.begin(name) is way for name in NAMES)
