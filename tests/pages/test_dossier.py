"""A dossier and "Et maintenant" as pages: each date once for the eye, actions where they belong."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest

from desktop_app.pages import destinations as to
from desktop_app.pages import dossier, timeline, what_next
from desktop_app.pages.page import Action, Block, Card, Keep, Ladder, Page, Row, Timeline
from desktop_app.pages.reading import lines
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.afterwards import Afterwards
from desktop_app.workflow.documents.rendering import make_letter
from desktop_app.workflow.matter import followup
from desktop_app.workflow.matter.dossiers import OpenDossier, open_dossier
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 11, 24)
RECEIVED = dt.date(2026, 11, 6)
LAST = "6 janvier 2027"
TOOLS = RealTools()
RAPO = "caf-rapo-rsa"


@pytest.fixture
def safe(tmp_path: Path) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path, TODAY), TODAY) as opened:
        yield opened


@pytest.fixture
def decided(safe: Safe) -> str:
    """A dossier in which a decision about the RSA was received."""
    found = safe.dossiers.add("Ma dette", on=TODAY, procedure=RAPO)
    followup.decision_received(safe, TOOLS.law, found, day=RECEIVED, procedure=RAPO, today=TODAY)
    return found


def opened(safe: Safe, name: str) -> OpenDossier:
    return open_dossier(safe, TOOLS.law, TOOLS.catalogue, name, today=TODAY)


B = TypeVar("B", bound=Block)


def block_of(page: Page, kind: type[B]) -> B:
    return next(one for one in page.blocks if isinstance(one, kind))


def actions_of(blocks: tuple[Block, ...]) -> list[Action]:
    return [one for block in blocks if isinstance(block, Row) for one in block.actions]


def text_of(block: Block) -> str:
    return "\n".join(lines(Page("", (block,), ())))


def test_the_last_day_is_said_by_the_card_and_the_timeline_alone(safe: Safe, decided: str) -> None:
    page = dossier.dossier(opened(safe, decided), TODAY)
    assert LAST in text_of(block_of(page, Card))
    assert LAST in text_of(block_of(page, Timeline))
    assert LAST not in text_of(block_of(page, Ladder))


def test_a_day_is_told_in_the_words_of_the_date_that_counts(safe: Safe, decided: str) -> None:
    """What must be posted is posted, what must be registered is: as on the paper's own page."""
    told = text_of(block_of(dossier.dossier(opened(safe, decided), TODAY), Timeline))
    assert "À poster au plus tard le mercredi 6 janvier 2027" in told


def test_a_day_set_aside_stays_on_the_page(safe: Safe, decided: str) -> None:
    """What is awaited no more is told as it was, and can be awaited again."""
    (event,) = opened(safe, decided).events
    safe.events.done(event.id)
    page = dossier.dossier(opened(safe, decided), TODAY)
    (moment,) = block_of(page, Timeline).moments
    assert "Le délai court jusqu’au" in text_of(Timeline((moment,)))
    again = timeline.AwaitAgain(event.id)
    assert again in [one.does for one in actions_of(moment.blocks)]


def test_what_was_posted_offers_an_answer(safe: Safe, decided: str) -> None:
    assert "[J’ai une réponse]" not in lines(dossier.dossier(opened(safe, decided), TODAY))
    followup.posted(
        safe, TOOLS.law, decided, day=TODAY, number="", proof="", procedure=RAPO, today=TODAY
    )
    assert "[J’ai une réponse]" in lines(dossier.dossier(opened(safe, decided), TODAY))


def test_what_goes_to_the_bin_is_counted_before(safe: Safe, decided: str) -> None:
    asked = dossier.asked_to_throw(opened(safe, decided))
    assert "0 document, 1 étape notée" in asked.words
    assert [one.does for one in asked.ways] == [dossier.Throw(), Keep()]


def test_a_paper_is_filed_above_the_way_and_left_below_it() -> None:
    letter = TOOLS.demo.letter
    made = make_letter(TOOLS, letter, TODAY)
    asked = to.WhatNext(made=made, draft=letter)
    page = what_next.what_next(asked, TODAY, keeping="safe")
    sent, file = block_of(page, Row).actions
    assert (sent.weight, file.does) == ("primary", what_next.File())
    filed = what_next.what_next(asked, TODAY, keeping="safe", dossier="7")
    assert block_of(filed, Row).actions[1].does == to.Dossier(dossier="7")
    assert [one.words for one in page.actions] == ["Revenir à l’accueil", "Retour"]
    public = what_next.what_next(asked, TODAY, keeping="public")
    assert not [one for one in public.blocks if isinstance(one, Row | Action)]
    assert page.lead[0] in text_of(block_of(page, Card))


def test_nothing_stands_where_nothing_comes_after() -> None:
    assert what_next.after(Afterwards(), TODAY) == ()
