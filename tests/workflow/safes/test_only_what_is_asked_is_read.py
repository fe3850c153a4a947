"""Who asks for one person, one draft or one page is given no row of anybody else's."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft import Draft
from desktop_app.core.answers.draft_json import write_json
from desktop_app.datafiles import data_root
from desktop_app.safe.database import Database
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.filing import file_paper
from desktop_app.workflow.documents.rendering import make_letter
from desktop_app.workflow.interview import half_typed, saving
from desktop_app.workflow.packs import pack_drafts
from desktop_app.workflow.people import people, signatures
from desktop_app.workflow.safes import blanks
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 24)
LETTER = "caf-indu-rsa"
PDF = b"%PDF-"
CATALOGUE = FolderCatalogue(data_root("forms"))
TOOLS = RealTools()


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """Return the list in which each row that the database gives is put."""
    given: list[object] = []
    rows, row = Database.rows, Database.row

    def several(database: Database, *asked: Any) -> list[Any]:
        found = rows(database, *asked)
        given.extend(found)
        return found

    def one(database: Database, *asked: Any) -> Any:
        found = row(database, *asked)
        given.append(found)
        return found

    monkeypatch.setattr(Database, "rows", several)
    monkeypatch.setattr(Database, "row", one)
    return given


def others(safe: Safe, first: int, count: int) -> None:
    """Add other people, each with a draft, a page half typed and a letter in the making."""
    with safe.act():
        for number in range(first, first + count):
            who = safe.people.add(f"Personne {number:03}", on=TODAY)
            safe.drafts.begin(LETTER, write_json(Draft(LETTER)), on=TODAY, person=who)
            half_typed.keep(safe, f"personne-{who}", {"nom": "P"}, on=TODAY)
            safe.add(b"x", title="Un papier", on=TODAY, person=who, dossier=f"Dossier {number}")
            safe.bin.put(safe.add(b"x", title="Un autre", on=TODAY, person=who), on=TODAY)


def filed_twice(safe: Safe) -> None:
    """File the letter of somebody new, then what it becomes."""
    person, draft = safe.people.add("Ana", on=TODAY), ""
    for town in ("Lille", "Paris"):
        answers = {**TOOLS.demo.letter.answers, "commune": town, "faits": f"Dossier {person}."}
        changed = Draft(LETTER, answers=answers)
        draft = saving.save(safe, changed, draft_id=draft, question="", on=TODAY, person=person)
        made = make_letter(TOOLS, changed, TODAY)
        file_paper(safe, TOOLS, made, TODAY, person=person, draft=draft)


def asked_of(safe: Safe, simone: str) -> dict[str, Callable[[], object]]:
    return {
        "who signs": lambda: signatures.of_signatory(safe, ("Simone Martin",), ""),
        "who signs, called likewise": lambda: signatures.of_signatory(safe, ("S. Martin",), simone),
        "someone listed": lambda: people.listed(safe, simone),
        "models in the making": lambda: pack_drafts.unfinished(safe),
        "her signature": lambda: signatures.kept(safe, simone),
        "the blank of a form": lambda: blanks.find(safe, "perso-essai"),
        "the model of a PDF": lambda: pack_drafts.of_blank(safe, PDF),
        "what is half typed": lambda: half_typed.read(safe, f"personne-{simone}"),
        "her drafts": lambda: saving.unfinished(safe, CATALOGUE, TODAY, person=simone),
        "the first drafts": lambda: saving.unfinished(safe, CATALOGUE, TODAY, most=2),
        "a paper filed, then changed": lambda: filed_twice(safe),
    }


def test_what_is_read_does_not_grow_with_the_archive(safe: Safe, read: list[object]) -> None:
    simone = safe.people.add("Simone Martin", on=TODAY)
    half_typed.keep(safe, f"personne-{simone}", {"nom": "Simone"}, on=TODAY)
    safe.drafts.begin(LETTER, write_json(Draft(LETTER)), on=TODAY, person=simone)
    safe.add(b"x", title="Signature", on=TODAY, person=simone, made_from=signatures.SIGNATURE)
    blanks.keep(safe, "perso-essai", b"x", title="Essai", pages=1, on=TODAY)
    for model in (b"", PDF):
        safe.drafts.begin(pack_drafts._pack(model), "{}", on=TODAY)

    def counted() -> dict[str, int]:
        found = {}
        for name, ask in asked_of(safe, simone).items():
            read.clear()
            ask()
            found[name] = len(read)
        return found

    filed_twice(safe)  # the law's state is kept with the first paper, then read
    others(safe, 0, 5)
    before = counted()
    others(safe, 5, 20)
    assert counted() == before
    assert all(before.values()), "what is counted is what the database gives"


def test_each_is_still_found_among_many(safe: Safe) -> None:
    simone = safe.people.add("Simone Martin-Élie", on=TODAY)
    others(safe, 0, 5)
    listed = people.listed(safe, simone)
    assert listed is not None
    assert listed.name == "Simone Martin-Élie"
    half_typed.keep(safe, "personnes", {"nom": "Awa"}, on=TODAY)
    half_typed.keep(safe, "personnes-autres", {"nom": "Ali"}, on=TODAY)
    assert half_typed.read(safe, "personnes") == {"nom": "Awa"}
    found, left = saving.unfinished(safe, CATALOGUE, TODAY, most=2)
    assert (len(found), left) == (2, 3), "what is half typed on a page is no draft to take up"
    again, left = saving.unfinished(safe, CATALOGUE, TODAY, skip=2)
    assert (len(again), left) == (3, 0)
    assert not {one.id for one in found} & {one.id for one in again}
    safe.bin.put(simone, on=TODAY, kind="person")
    assert people.listed(safe, simone) is None
