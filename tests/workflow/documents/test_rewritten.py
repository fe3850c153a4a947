"""A letter whose proposed words were changed, or taken out, is said so in its dossier."""

import dataclasses
import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.pages.dossier import document_words
from desktop_app.sentences import timeline_words
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.filing import file_paper
from desktop_app.workflow.documents.rendering import make_letter
from desktop_app.workflow.matter.dossiers import OpenDossier, open_dossier
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 24)


@pytest.fixture(scope="module")
def tools() -> RealTools:
    return RealTools()


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


def filed(safe: Safe, tools: RealTools, draft: Draft) -> OpenDossier:
    made = make_letter(tools, draft, TODAY)
    dossier, _document = file_paper(safe, tools, made, TODAY)
    return open_dossier(safe, tools.law, tools.catalogue, dossier, today=TODAY)


def paragraphs(tools: RealTools, draft: Draft, *, optional: bool) -> list[str]:
    made = make_letter(tools, draft, TODAY)
    return [one.id for one in made.prepared.document.paragraphs if one.optional is optional]


@pytest.mark.parametrize("how", ["edited", "removed"])
def test_changed_words_are_marked_in_the_dossier(safe: Safe, tools: RealTools, how: str) -> None:
    draft = tools.demo.letter
    name = paragraphs(tools, draft, optional=how == "removed")[0]
    change = {"edited": {name: "Je l'écris avec mes mots."}, "removed": frozenset({name})}[how]
    found = filed(safe, tools, dataclasses.replace(draft, **{how: change}))
    assert document_words(found.documents[0], found).endswith("(texte modifié par vous)")
    assert "Vous avez modifié le texte proposé, le 24 novembre 2026." in [
        timeline_words.what_happened(event) for event in found.events
    ]


def test_a_letter_left_as_proposed_is_not(safe: Safe, tools: RealTools) -> None:
    found = filed(safe, tools, tools.demo.letter)
    assert "modifié" not in document_words(found.documents[0], found)


def test_taking_out_what_would_not_be_there_changes_nothing(safe: Safe, tools: RealTools) -> None:
    draft = tools.demo.letter
    there = set(paragraphs(tools, draft, optional=True))
    letter = tools.catalogue.letter(draft.pack)
    absent = next(p.id for p in letter.paragraph if p.optional and p.id not in there)
    found = filed(safe, tools, dataclasses.replace(draft, removed=frozenset({absent})))
    assert "modifié" not in document_words(found.documents[0], found)
