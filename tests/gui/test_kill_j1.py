"""``kill -9`` anywhere in the whole journey J1: nothing that was promised in words is lost.

From the first start to the posting noted, in a real window over a real safe. After each kill: the
safe opens, a check finds it sound, every promise holds, and the first screen offers the same place.
"""

import contextlib
import json
import os
import random
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from desktop_app.core.answers.draft_json import read_json
from desktop_app.gui.screens.accueil.reading import welcome
from desktop_app.pages.home import draft_words
from desktop_app.safe.known import KnownSafes
from desktop_app.workflow.interview import saving
from desktop_app.workflow.store import Safe
from tests.gui.living import PHRASE, TODAY, Tools
from tests.gui.mortals import Mortals, open_soon
from tests.gui.test_kill import near

ROOT = Path(__file__).parents[2]


@dataclass
class Promises:
    """What the person was told, over all her lives."""

    safe: bool = False
    drafts: dict[str, dict[str, Any]] = field(default_factory=dict)
    filed: int = 0
    noted: list[str] = field(default_factory=list)
    kinds: list[str] = field(default_factory=list)
    pages: list[frozenset[str]] = field(default_factory=list)

    def answering(self, question: str) -> bool:
        return any(question in page for page in self.pages)

    def hear(self, said: dict[str, Any]) -> None:
        kind = said["said"]
        self.kinds.append(kind)
        if kind == "answering":
            self.pages.append(frozenset(said["questions"]))
        elif kind == "saved":  # the last one may be about to be answered
            del self.pages[:-1]
        self.safe |= kind == "safe"
        if kind == "saved":
            self.drafts[said["id"]] = said
        elif kind == "filed":
            self.filed += 1
            self.drafts.pop(said["id"], None)
        elif kind == "noted":
            self.noted.append(said["dossier"])


class Lives:
    """Begins persons, one after the other, and kills each."""

    def __init__(self, complaints: Path) -> None:
        self._mortals = Mortals("tests.gui.living", complaints)
        assert self._mortals.hear() == "ready"
        self.end = self._mortals.end

    def one(self, promises: Promises, wanted: int, delay: float) -> None:
        """Let a person live until she was told so many things, and a little more; then kill her."""
        self._mortals.tell("live")
        person, heard = 0, 0
        while not person or heard < wanted:
            if (line := self._mortals.hear()).startswith("{"):
                promises.hear(said := json.loads(line))
                heard += said["said"] != "answering"
            else:
                assert line.isdigit(), f"she stopped by herself, {line}: {self._mortals.why()}"
                person = int(line)
        time.sleep(delay)
        with contextlib.suppress(ProcessLookupError):  # she stopped by herself: said below
            os.kill(person, signal.SIGKILL)
        while not (line := self._mortals.hear()).startswith(
            "ended"
        ):  # what she had been told before
            promises.hear(json.loads(line))
        assert line == f"ended {int(signal.SIGKILL)}", self._mortals.why()


@pytest.fixture
def lives(home: Path, tmp_path: Path) -> Iterator[Lives]:
    found = Lives(tmp_path / "complaints")
    yield found
    found.end()


def expect_kept(promises: Promises, home: Path) -> None:
    """Open what is on the disk and compare it with what was promised."""
    known = KnownSafes(home / "papier-libre" / "coffres").all()
    assert len(known) <= 1, "two safes where one was made"
    if not known:
        assert not promises.safe, "the safe that was said to be ready is not there"
        return
    tools = Tools()
    path = known[0].path
    with open_soon(lambda: tools.safes.open(path, PHRASE, on=TODAY)) as safe:
        assert safe.check().state == "ok"
        expect_drafts(promises, safe, tools)
        # Every life makes the same letter: it is filed once, however often it is asked.
        assert len(safe.documents()) >= bool(promises.filed)
        for dossier in promises.noted:
            kinds = [event.kind for event in safe.events.timeline(dossier)]
            assert "posted" in kinds or any("post" in kind for kind in kinds), kinds


def expect_drafts(promises: Promises, safe: Safe, tools: Tools) -> None:
    finished = {document.id for document in safe.documents()}
    found = welcome(safe, tools.catalogue, tools.law, TODAY)
    offered = {one.id: draft_words(one, found.names.get(one.person_id, "")) for one in found.drafts}
    unfinished = [draft.id for draft in safe.drafts.unfinished()]
    for identity, said in promises.drafts.items():
        promised = read_json(said["draft"])
        if identity not in unfinished:  # filed, and killed before it was said
            assert finished, "a draft is gone and nothing was filed"
            continue
        kept = saving.resume(safe, tools.catalogue, identity, TODAY)
        draft = kept.interview.draft
        if draft.answers != tools.demo.letter.answers:  # not completed since, unsaid yet
            for question, typed in promised.answers.items():
                assert draft.answers[question] == typed or promises.answering(question)
        assert identity in offered, "the first screen does not offer it"
        # Answered again with the same words: it is on the disk, and the next question too.
        moved_on = promises.answering(said["question"])
        if draft == promised and said["question"] and not moved_on:
            # The answer was saved while it was given; she may have gone on since, unsaid yet.
            assert kept.place.question in near(kept.interview, said["question"])
            missing = kept.interview.missing
            assert not missing or f"Il manque {missing} réponse" in offered[identity]


def kills(
    lives: Lives, home: Path, number: int, seed: int, until: frozenset[str] = frozenset()
) -> Promises:
    """Kill so many lives; and more, as long as they did not promise each of ``until``."""
    chance, promises = random.Random(seed), Promises()
    for count in range(4 * number):
        if count >= number and until <= set(promises.kinds):
            break
        # The first ones fall while the safe is being made.
        wanted = 0 if count < 3 else chance.choice((0, 1, 2, 4, 8, 30))
        lives.one(promises, wanted, chance.random() * (1.5 if not wanted else 0.3))
        expect_kept(promises, home)
    return promises


@pytest.mark.slow
def test_eight_kills_or_more_in_the_whole_journey_lose_nothing_promised(
    lives: Lives, home: Path
) -> None:
    wanted = frozenset({"saved", "made", "filed", "noted", "opened"})
    promises = kills(lives, home, 8, seed=3, until=wanted)
    assert wanted <= set(promises.kinds)


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_many_kills_in_the_whole_journey(lives: Lives, home: Path, seed: int) -> None:
    kills(lives, home, 40, seed=100 + seed)
