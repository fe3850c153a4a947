"""``safe agenda``: the next dates on the screen, on paper, and for a calendar."""

import datetime as dt
from pathlib import Path
from typing import Any

from icalendar import Calendar
from pypdf import PdfReader

from tests.cli.test_safe import safe
from tests.cli.test_safe_matters import _on_a_fixed_day, filed, folder  # noqa: F401

WORDS = "Rappeler Mme Diaz au guichet"


def calendar(folder: Path, *options: str) -> list[Any]:  # noqa: F811
    out = folder.parent / "dates.ics"
    status, data, _ = safe("agenda", folder, "--ics", out, *options)
    assert status == 0, data
    assert data["ics"] == str(out)
    return list(Calendar.from_ical(out.read_bytes()).walk("VEVENT"))


def printed(folder: Path) -> str:  # noqa: F811
    out = folder.parent / "dates.pdf"
    assert safe("agenda", folder, "--out", out)[0] == 0
    told = " ".join(page.extract_text() for page in PdfReader(out).pages)
    return told.replace("\n", " ").replace("\xa0", " ")


def test_the_dates_of_everyone_go_to_a_calendar_and_to_paper(folder: Path, filed: Any) -> None:  # noqa: F811
    note = ("note", folder, filed["dossier"], "to-do", "--what", WORDS, "--date", "2026-12-07")
    assert safe(*note)[0] == 0
    items = safe("agenda", folder)[1]["items"]
    days = calendar(folder)
    assert len(days) == len(items) == 2
    for day, item in zip(days, items, strict=True):
        assert day["uid"] == f"{item['id']}@papier-libre"
        acting = item["prudent_day"] or item["last_day"] or item["day"]
        assert day["dtstart"].dt == dt.date.fromisoformat(acting[:10])
    named = b"".join(day.to_ical() for day in calendar(folder, "--named")).replace(b"\r\n ", b"")
    silent = b"".join(day.to_ical() for day in days).replace(b"\r\n ", b"")
    for private in ("Diaz", "RSA", WORDS):
        assert private not in silent.decode()
        assert private in named.decode()
    told = printed(folder)
    for words in ("Les dates à ne pas manquer", "Poster votre lettre", "Ana Diaz", WORDS):
        assert words in told


def test_an_empty_agenda_says_so_and_a_refusal_is_told(folder: Path) -> None:  # noqa: F811
    assert "Rien n’est attendu." in printed(folder)
    assert calendar(folder) == []
    status, data, _ = safe("agenda", folder, "--ics", folder / "none" / "a.ics")
    assert status != 0
    assert data["error"]["message"]
