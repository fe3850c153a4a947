"""The last gesture of an office, stopped anywhere: nothing is printed twice, nor filed twice."""

import pytest

from desktop_app.core.pdf import Pdf
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.bureau.batch import Batch
from desktop_app.gui.screens.bureau.finishing import Finishing
from desktop_app.gui.starting import take_up
from desktop_app.pages import destinations as to
from desktop_app.pages import office_finish as page
from desktop_app.pages.gestures import TakeUp
from desktop_app.workflow.matter.timeline import PRINTED, TO_DO
from desktop_app.workflow.office import handed
from desktop_app.workflow.printing import Order, PrinterMissing, Progress
from desktop_app.workflow.store import Safe
from tests.gui.conftest import TODAY
from tests.gui.harness.printers import Printers
from tests.gui.keyboard import until
from tests.gui.test_known_answers import in_worker
from tests.gui.test_office_finish import SOON, Opens, events, go, opened_for, say_next, states


class Slow(Printers):
    """Takes the paper, and has it in its queue for as long as one looks."""

    out = False

    def progress(self, ticket: str) -> Progress:
        return "done" if self.out else "waiting"


class Unplugged(Printers):
    """Its printer is gone when the paper comes; then another one is there."""

    def send(self, pdf: Pdf, order: Order) -> str:
        if order.printer not in self.names:
            raise PrinterMissing
        return super().send(pdf, order)


@pytest.fixture
def opens(window: MainWindow, context: Context, safe: Safe) -> Opens:
    return opened_for(window, context, safe)


def papers(context: Context, safe: Safe) -> list[str]:
    found: list[str] = []
    in_worker(context, lambda: found.extend(one.id for one in safe.documents() if one.dossier_id))
    return found


def stopped(shown: Finishing, step: str = "file") -> None:
    """End the program before this step: what would be done next is not."""
    setattr(shown, f"_{step}", lambda **_: None)


def came_back(window: MainWindow, context: Context, safe: Safe, service: Printers) -> Finishing:
    """Take the paper up as a program that is started again does: from the safe alone."""
    (draft,) = safe.drafts.unfinished(without=("saisie-",))
    context.session.half_typed.clear()
    window.go(to.Home())
    at = window.page()
    assert at is not None
    take_up(context, at, TakeUp(draft.id))
    until(lambda: context.session.writing is not None and context.session.writing.draft_id)
    until(lambda: context.jobs.idle)
    assert context.session.writing is not None
    window.go(to.OfficeFinish(context.session.writing, service))
    made = window.page()
    assert isinstance(made, Finishing)
    until(lambda: made.paper_made is not None)
    until(lambda: context.jobs.idle)
    return made


def test_stopped_after_the_printer_took_it_nothing_is_printed_again(
    opens: Opens, window: MainWindow, context: Context, safe: Safe
) -> None:
    service = Slow("Bureau")
    shown = opens(service)
    say_next(shown, SOON, "Appeler la mairie")
    shown._half.touched(page.DAY)
    shown._half.touched(page.WHAT)
    stopped(shown)
    go(shown)
    until(lambda: states(shown)["file"] == "now")
    until(lambda: context.jobs.idle)
    assert not papers(context, safe)
    again = came_back(window, context, safe, service)
    assert states(again)["print"] == "done"
    main = again.button_of(page.Go())
    assert main is not None
    assert main.text() == "Ranger"
    until(lambda: again._typed(page.DAY) == f"{SOON:%d/%m/%Y}", "the day that was typed is lost")
    go(again)
    until(lambda: again.way.next is None)
    assert len(service.sent) == 1
    assert len(papers(context, safe)) == 1
    assert len([one for one in events(context, safe, TO_DO) if "mairie" in one.title]) == 1  # type: ignore[attr-defined]
    assert len(events(context, safe, PRINTED)) == 1


def test_stopped_while_it_was_sent_one_is_asked_whether_it_came_out(
    opens: Opens, window: MainWindow, context: Context, safe: Safe
) -> None:
    shown = opens(Printers("Bureau"))
    writing, made = shown.writing, shown.paper_made
    assert made is not None
    who, draft = writing.person, writing.draft_id
    in_worker(context, lambda: handed.note(safe, who, draft, made.pdf, TODAY, sure=False))
    service = Printers("Bureau")
    again = came_back(window, context, safe, service)
    assert states(again)["print"] == "failed"
    assert "Regardez l’imprimante" in again.way.of("print").told
    came = again.button_of(page.CameOut(TODAY))
    assert came is not None
    came.click()
    until(lambda: again.way.next is None)
    assert not service.sent
    assert len(events(context, safe, PRINTED)) == 1
    assert not half_typed_left(context, safe)


def half_typed_left(context: Context, safe: Safe) -> list[str]:
    found: list[str] = []
    in_worker(context, lambda: found.extend(one.pack for one in safe.drafts.unfinished("saisie-")))
    return found


def test_it_comes_out_once_its_page_is_left_and_its_dossier_says_it(
    opens: Opens, window: MainWindow, context: Context, safe: Safe
) -> None:
    service = Slow("Bureau")
    shown = opens(service)
    go(shown)
    until(lambda: shown.way.next is None)
    window.go(to.Home())
    window.go(to.OfficeBatch(service))
    batch = window.page()
    assert isinstance(batch, Batch)
    until(lambda: batch.found)
    assert not batch.ticked, "what a printer has is not printed again by who does not look"
    window.go(to.Home())
    service.out = True
    until(lambda: events(context, safe, PRINTED), "printed, and its dossier does not know")
    assert not half_typed_left(context, safe)


@pytest.mark.slow
def test_file_and_its_day_are_one_act(opens: Opens, context: Context, safe: Safe) -> None:
    shown = opens(Printers("Bureau"))
    say_next(shown, SOON, "Appeler la mairie")
    stopped(shown, "note")
    go(shown)
    until(lambda: states(shown)["next"] == "done", "the day waits for another act")
    until(lambda: shown.way.next is None)
    assert len([one for one in events(context, safe, TO_DO) if "mairie" in one.title]) == 1  # type: ignore[attr-defined]


@pytest.mark.slow
def test_a_printer_that_vanishes_leaves_the_choice_of_another(
    opens: Opens, context: Context, safe: Safe
) -> None:
    service = Unplugged("Bureau")
    shown = opens(service)
    service.names = ()
    go(shown)
    until(lambda: states(shown)["print"] == "failed")
    until(lambda: not shown.names)
    main = shown.button_of(page.Go())
    assert main is not None
    assert main.isEnabled(), "plugged in again, one goes on from here"
    service.names = ("Couloir",)
    go(shown)
    until(lambda: shown.names == ("Couloir",))
    go(shown)
    until(lambda: shown.way.next is None)
    assert [order.printer for _pdf, order in service.sent] == ["Couloir"]


def test_who_is_erased_meanwhile_takes_what_was_typed_for_her_with_her(
    opens: Opens, context: Context, safe: Safe
) -> None:
    shown = opens(Printers("Bureau"))
    say_next(shown, SOON, "Rappeler Fatou chez sa soeur")
    shown._half.touched(page.WHAT)
    shown._half.now()
    until(lambda: half_typed_left(context, safe), "it is not kept")
    person = shown.writing.person
    in_worker(context, lambda: safe.bin.erase("person", person, on=TODAY))
    assert not half_typed_left(context, safe), "what was typed of her is still there"
    go(shown)
    until(lambda: states(shown)["file"] == "failed")
    assert "n’est plus" in shown.way.of("file").told
    assert not papers(context, safe)


@pytest.mark.parametrize(
    ("shut", "opened"),
    [
        pytest.param(
            "max_page_count = 1",
            "max_page_count = 1073741823",
            id="full disk",
            marks=pytest.mark.slow,
        ),
        pytest.param("query_only = 1", "query_only = 0", id="read only", marks=pytest.mark.slow),
    ],
)
def test_a_disk_that_takes_nothing_more_stops_no_printing(
    opens: Opens, context: Context, safe: Safe, shut: str, opened: str
) -> None:
    service = Printers("Bureau")
    shown = opens(service)
    say_next(shown, SOON, "Appeler la mairie")
    database = safe.people._database  # type: ignore[attr-defined]
    in_worker(context, lambda: database.rows(f"PRAGMA {shut}"))
    go(shown)
    until(lambda: states(shown)["file"] == "failed")
    assert len(service.sent) == 1
    assert shown.way.of("file").told
    until(lambda: context.jobs.idle)
    in_worker(context, lambda: database.rows(f"PRAGMA {opened}"))
    assert not papers(context, safe)
    go(shown)
    until(lambda: shown.way.next is None)
    assert len(service.sent) == 1
    assert len(papers(context, safe)) == 1
    assert len([one for one in events(context, safe, TO_DO) if "mairie" in one.title]) == 1  # type: ignore[attr-defined]
