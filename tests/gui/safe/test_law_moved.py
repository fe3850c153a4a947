"""A law that changed, in the window: told first, in the week, in its dossier; seen, and undone."""

from pathlib import Path

import pytest

from desktop_app.catalogue.law import FolderLaw
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.workflow.matter.timeline import LAW_MOVED
from tests.gui.safe.conftest import Driver
from tests.gui.safe.test_timeline import matter
from tests.helpers.changed_law import changed_law

DELAY = 'delay = { value = 2, unit = "mois", extension = true }'
CHANGE = {"procedures/caf/caf-rapo-rsa.toml": ((DELAY, DELAY.replace("value = 2", "value = 1")),)}
TOLD = "Une règle a changé : la date de votre dossier passe du"


@pytest.fixture
def shorter(tmp_path: Path) -> FolderLaw:
    return changed_law(tmp_path / "loi", CHANGE)


def said(driver: Driver) -> str:
    """Return all that is on the page, what its buttons say too."""
    buttons = driver.page.findChildren(LongButton)
    return "\n".join([driver.words(), *(one.accessibleName() for one in buttons)])


def kinds(driver: Driver, dossier: str) -> list[str]:
    found: list[str] = []
    driver.work(lambda: found.extend(one.kind for one in driver.safe.events.timeline(dossier)))
    return found


def test_a_moved_date_is_told_everywhere_until_it_is_seen(
    in_safe: Driver, shorter: FolderLaw
) -> None:
    driver, dossier = in_safe, matter(in_safe)
    assert TOLD not in said(driver)
    vars(driver.tools)["law"] = shorter  # the program was started again, with what was accepted
    for place in (to.Home(), to.Week()):
        driver.go(place)
        assert TOLD in said(driver)
        assert "Le droit a changé : 1 date n’est plus la même" in said(driver)
    driver.press("Ana Müller — Indu de RSA : Une règle")
    assert TOLD in said(driver)
    assert LAW_MOVED not in kinds(driver, dossier)
    driver.press("J’ai vu : prendre la nouvelle date")
    assert "La nouvelle date est notée." in said(driver)
    assert TOLD not in said(driver)
    assert "La règle a changé (Contester ce qu’on a décidé sur mon RSA)" in said(driver)
    assert kinds(driver, dossier).count(LAW_MOVED) == 1
    driver.press("Annuler : La nouvelle date est notée.")
    assert TOLD in said(driver)
    assert LAW_MOVED not in kinds(driver, dossier)
