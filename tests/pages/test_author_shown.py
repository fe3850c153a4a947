"""Who noted something of an office is told the same way to the eye, the ear, on paper, in the
terminal; at home nothing of it is."""

import datetime as dt
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.cli.terminal import page_text
from desktop_app.core.office import Office
from desktop_app.pages import dossier, record
from desktop_app.pages.page import Page
from desktop_app.pages.reading import lines
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.record import whole_record
from desktop_app.workflow.matter.dossiers import open_dossier
from desktop_app.workflow.office.settings import keep_office
from desktop_app.workflow.store import Safe
from tests.helpers.safes import PHRASE, new_safe, open_safe
from tests.helpers.sheets import sheet_texts

TODAY = dt.date(2026, 11, 24)
LAW, CATALOGUE = RealTools().law, FolderCatalogue(Path("no model"))
NADIA = "sept loutres grises à Dunkerque"
AT = dt.datetime(2026, 11, 3, 10, 5).astimezone()
LATER = dt.datetime(2026, 12, 1, 9, 0).astimezone()
NOTED = "noté par Nadia le 3 novembre 2026 à 10 h 05"
CORRECTED = "corrigé par Anne le 1er décembre 2026 à 09 h 00"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return new_safe(tmp_path, TODAY)


def noted(safe: Safe) -> tuple[str, str]:
    """Note a person, a dossier, an event and a paper; return whose it is, and the dossier."""
    ana = safe.people.add("Ana", on=TODAY)
    safe.people.keep_value(ana, "telephone", "06", source="typed", on=TODAY)
    found = safe.dossiers.add("Ma dette", on=TODAY, person=ana)
    safe.events.add(found, kind="to-do", title="Rappeler", day=TODAY, awaited=True)
    safe.add(b"%PDF", title="Lettre", on=TODAY, kind="letter", dossier=found)
    return ana, found


def shown(safe: Safe, ana: str, found: str) -> tuple[Page, Page, str]:
    """Return the page of the dossier, that of all that is kept, and what is printed of it."""
    opened = open_dossier(safe, LAW, CATALOGUE, found, today=TODAY)
    kept = whole_record(safe, CATALOGUE, ana)
    printed = " ".join(sheet_texts(record.printed(kept, TODAY)))
    return dossier.dossier(opened, TODAY), record.on_paper(kept, TODAY), " ".join(printed.split())


def test_an_office_shows_who_and_when_everywhere(place: Path) -> None:
    with open_safe(place, TODAY) as safe:
        keep_office(safe, Office("Le Relais"))
        safe.team.rename(safe.acts.author, "Anne")
        safe.access.add_phrase(NADIA, name="Nadia", on=TODAY)
        anne = safe.acts.author
        safe.access.go_on_as(NADIA)
        safe.acts.at(AT)  # type: ignore[attr-defined]
        ana, found = noted(safe)
        first, kept, printed = shown(safe, ana, found)
        event = safe.events.timeline(found)[0]
        safe.access.go_on_as(PHRASE)
        assert safe.acts.author == anne
        safe.acts.at(LATER)  # type: ignore[attr-defined]
        safe.events.rewrite(event.id, kind="to-do", day=TODAY, note="au guichet")
        corrected = shown(safe, ana, found)
    for told in (page_text(first), "\n".join(lines(first, lambda _: ""))):
        flat = " ".join(told.split())
        assert NOTED[1:] in flat
        assert f"Rangé{NOTED[4:]}" in flat
    assert f"({NOTED})" in " ".join(page_text(kept).split())
    assert printed.count(NOTED[1:]) == 2  # her telephone, the step
    for told in (*map(page_text, corrected[:2]), corrected[2]):
        assert CORRECTED[1:] in " ".join(told.split())


def test_at_home_nobody_is_named(place: Path) -> None:
    with open_safe(place, TODAY) as safe:
        told = shown(safe, *noted(safe))
    for one in (*map(page_text, told[:2]), told[2]):
        assert "par " not in one.replace("par vous", "")


def test_who_gave_no_name_is_somebody_of_the_office(place: Path) -> None:
    with open_safe(place, TODAY) as safe:
        keep_office(safe, Office())
        page, _kept, _printed = shown(safe, *noted(safe))
    assert "quelqu’un du bureau" in page_text(page)
