"""A paper is asked for: noted with its last day, by the keyboard, and the law is told beside it."""

import datetime as dt

from desktop_app.pages import destinations as to
from desktop_app.workflow.matter import followup
from tests.gui.safe.conftest import TODAY, Driver

RAPO, SENT = "caf-rapo-rsa", dt.date(2026, 11, 20)


def posted(driver: Driver) -> str:
    found: list[str] = []

    def work() -> None:
        safe, law = driver.safe, driver.tools.law
        found.append(safe.dossiers.add("Indu de RSA", on=TODAY, procedure=RAPO))
        followup.posted(safe, law, found[0], procedure=RAPO, day=SENT, today=TODAY)

    driver.work(work)
    driver.go(to.Dossier(dossier=found[0]))
    return found[0]


def test_a_paper_asked_for_is_noted_with_its_last_day(in_safe: Driver) -> None:
    posted(in_safe)
    in_safe.press("On me demande un papier")
    for day in (dt.date(2026, 11, 24), dt.date(2026, 12, 10)):  # asked, then due: in this order
        for name, number in (("Jour", day.day), ("Mois", day.month), ("Année", day.year)):
            in_safe.type(name, str(number))
    in_safe.press("Noter dans le dossier")
    in_safe.wait_for("Un papier vous a été demandé le 24 novembre 2026.")
    assert "À faire au plus tard le jeudi 10 décembre 2026" in in_safe.words()
    assert "CRPA L.114-5" in in_safe.words()
