"""All that is kept of a person: what was before and what was thrown away too, and said as such."""

import datetime as dt
from pathlib import Path

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.pages import record as page
from desktop_app.pages import taken_out
from desktop_app.workflow.documents.record import whole_record
from desktop_app.workflow.documents.taken_out import put_together
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 25)
LATER = dt.date(2026, 12, 24)
BINNED = "était dans la corbeille"


def test_what_was_before_and_what_was_thrown_away_are_told(tmp_path: Path) -> None:
    place = new_safe(tmp_path, TODAY)
    catalogue = FolderCatalogue(tmp_path / "no model")
    with open_safe(place, TODAY) as safe:
        ana = safe.people.add("Ana", on=TODAY)
        for field, value in (("x", "75001"), ("x", "69001"), ("y", "ici"), ("y", "")):
            safe.people.keep_value(ana, field, value, source="typed", on=TODAY)
        for title in ("Gardé", "Jeté"):
            dossier = safe.dossiers.add(title, on=TODAY, person=ana)
            safe.events.add(
                dossier, kind="to-do", title=title, day=TODAY, last_day=LATER, awaited=True
            )
            safe.add(b"%PDF", title=f"Papier {title}", on=TODAY, dossier=dossier)
        safe.bin.put(dossier, on=TODAY, kind="dossier")
        found = whole_record(safe, catalogue, ana)
        out = safe.export(tmp_path / "sorti")

    assert [(one.field, one.value.value) for one in found.former] == [("x", "75001"), ("y", "ici")]
    assert [one.dossier.title for one in found.dossiers] == ["Gardé"]
    told = str(page.on_paper(found, TODAY))
    assert "1 dossier attend dans la corbeille, avec ses documents." in told
    assert page.former_title() in told

    together = put_together(out.contents, catalogue)
    assert [one.title for one in together.awaited] == ["Gardé"]
    (shelf,) = together.shelves
    assert [one.value.value for one in shelf.record.sheet.known] == ["69001"]
    assert [one.value.value for one in shelf.record.former] == ["75001", "ici"]
    first, hers = (data.decode() for _, data in taken_out.files(together, TODAY))
    assert BINNED not in first
    assert hers.count(BINNED) == 2
    assert f"{BINNED})</h2>" in hers
    assert f"{BINNED})</a>" in hers
