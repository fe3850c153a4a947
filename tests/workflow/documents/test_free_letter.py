"""A letter on plain paper: laid out, reminded of, filed like the others, an association's too."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.authoring.letter import with_head
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.records import Event
from desktop_app.datafiles import data_root
from desktop_app.sentences import timeline_words
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.filing import file_paper
from desktop_app.workflow.documents.rendering import Made, make_letter
from desktop_app.workflow.packs.own_letters import copy_letter, keep_letter
from desktop_app.workflow.store import Safe
from tests.helpers.layout import faults
from tests.helpers.pages import printed_pages
from tests.helpers.pictures import logo_file, printed
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 25)
EXAMPLES = data_root("forms") / "letters" / "lettre-libre" / "examples"
LANDLORD, SCHOOL = "1-au-proprietaire.toml", "2-a-l-ecole.toml"


@pytest.fixture
def tools(tmp_path: Path) -> RealTools:
    tools = RealTools()
    vars(tools)["catalogue"] = FolderCatalogue(data_root("forms"), own=tmp_path / "own")
    return tools


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


def made(tools: RealTools, example: str, pack: str = "lettre-libre") -> Made:
    draft = read_draft((EXAMPLES / example).read_bytes(), pack, example)
    return make_letter(tools, draft, TODAY)


def filed(tools: RealTools, safe: Safe, example: str) -> list[Event]:
    dossier, _ = file_paper(safe, tools, made(tools, example), TODAY)
    return list(safe.events.timeline(dossier))


@pytest.mark.parametrize("example", [LANDLORD, SCHOOL])
def test_on_an_association_s_paper_every_rule_of_layout_holds(
    tools: RealTools, example: str
) -> None:
    letter = copy_letter(tools.catalogue, "lettre-libre", "Notre lettre")
    letter = with_head(letter, ("Association Les Tilleuls", "3 rue Neuve"), printed(logo_file()))
    name, _ = keep_letter(letter, tools.catalogue, tools.law)
    found = made(tools, example, name)
    document = found.prepared.document
    assert isinstance(document, LetterDocument)
    assert found.proved
    assert faults(document, printed_pages(tools.letters.letter(document).data)) == []


def test_the_days_she_set_herself_are_in_the_agenda(tools: RealTools, safe: Safe) -> None:
    events = filed(tools, safe, LANDLORD)
    assert [(str(one.day), one.awaited) for one in events] == [
        ("2026-11-30", True),
        ("2026-12-10", True),
    ]
    assert [timeline_words.what_happened(one) for one in events] == [
        "Dernier jour pour poster : Lettre sur papier libre, le 30 novembre 2026.",
        "Réponse demandée pour ce jour : Lettre sur papier libre, le 10 décembre 2026.",
    ]
    assert [str(one.day) for one in safe.agenda.next_dates()] == ["2026-11-30", "2026-12-10"]


def test_a_day_that_has_passed_is_no_reminder(tools: RealTools, safe: Safe) -> None:
    assert filed(tools, safe, SCHOOL) == []


def test_what_is_filed_is_the_letter_read_back(tools: RealTools, safe: Safe) -> None:
    filed(tools, safe, LANDLORD)
    (document,) = safe.documents()
    assert (document.kind, document.made_from) == ("letter", "lettre-libre")
    assert document.verified == document.total
    assert safe.search("lavabo")
