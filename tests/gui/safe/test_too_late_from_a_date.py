"""From a date that is past, in the week and in its dossier, to what remains possible."""

import datetime as dt

from PySide6.QtWidgets import QPushButton

from desktop_app.pages import destinations as to
from desktop_app.workflow.matter import followup
from tests.gui.safe.conftest import TODAY, Driver

RAPO = "caf-rapo-rsa"
LATE = "Trop tard ? Ce qui reste possible"


def matter(driver: Driver, day: dt.date) -> str:
    found: list[str] = []

    def work() -> None:
        safe, law = driver.safe, driver.tools.law
        found.append(safe.dossiers.add("Indu de RSA", on=TODAY, procedure=RAPO))
        followup.decision_received(safe, law, found[0], procedure=RAPO, day=day, today=TODAY)

    driver.work(work)
    return found[0]


def test_from_the_week_to_what_remains_with_the_day_it_helps_until(in_safe: Driver) -> None:
    matter(in_safe, dt.date(2026, 2, 3))
    in_safe.go(to.Week())
    in_safe.press(LATE)
    in_safe.wait_for("Ce qui reste ouvert")
    assert "Le dernier jour était le vendredi 3 avril 2026." in in_safe.words()
    assert "Donc jusqu’au mercredi 3 février 2027 au plus tard." in in_safe.words()


def test_from_the_dossier_too(in_safe: Driver) -> None:
    in_safe.go(to.Dossier(dossier=matter(in_safe, dt.date(2026, 2, 3))))
    in_safe.press(LATE)
    in_safe.wait_for("Ce qui reste ouvert")


def test_in_time_nobody_is_told_that_it_is_too_late(in_safe: Driver) -> None:
    dossier = matter(in_safe, dt.date(2026, 11, 3))
    for screen in (to.Week(), to.Dossier(dossier)):
        in_safe.go(screen)
        assert "Poster votre lettre" in in_safe.words()
        assert LATE not in [one.accessibleName() for one in in_safe.page.findChildren(QPushButton)]
