"""The printers of the tests themselves: real ones, that can be out of order as real ones are."""

import subprocess

from desktop_app.workflow.documents.rendering import Made
from tests.printing.geometry import MOST_MM, distance
from tests.printing.queue import Cups, Printer, until


def send(printer: Printer, data: bytes, *options: str) -> None:
    """Print as any program does: nothing of ours takes part."""
    command = ["lp", "-d", printer.name, *(f"-o{one}" for one in options)]
    subprocess.run(command, input=data, capture_output=True, check=True)


def test_the_filters_of_cups_run_and_can_scale(service: Cups, letter: Made) -> None:
    printer = service.add_printer("Echelle")
    send(printer, letter.pdf.data, "media=A4", "fit-to-page")
    assert distance(letter.pdf.data, printer.printed()[0]).mm > 10 * MOST_MM


def test_a_job_waits_while_there_is_no_paper_then_prints(service: Cups, letter: Made) -> None:
    printer = service.add_printer("Vide")
    printer.be("empty")
    send(printer, letter.pdf.data)
    until(lambda: "media-empty-error" in service.command("lpoptions", "-p", "Vide"), "said")
    assert not list(printer.folder.glob("*.pdf"))
    printer.be("ready")
    assert printer.printed()


def test_queues_and_jobs_outlive_the_scheduler(service: Cups, letter: Made) -> None:
    printer = service.add_printer("Durable")
    service.command("cupsdisable", "Durable")
    send(printer, letter.pdf.data)
    service.stop()
    service.start()
    service.command("cupsenable", "Durable")
    assert printer.printed()
