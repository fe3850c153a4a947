"""``kill -9`` 1.5 s after the last key, on every page that asks: nothing is missing."""

import json
import os
import shutil
import signal
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.datafiles import data_root
from desktop_app.pages import own_letter
from desktop_app.sentences.sign_words import sign_words
from desktop_app.workflow.interview import half_typed, saving
from desktop_app.workflow.interview.definitions import map_of
from desktop_app.workflow.packs import pack_drafts
from desktop_app.workflow.packs.editing import taken_up
from desktop_app.workflow.packs.editing_letter import LetterEditing, OpenLetter
from desktop_app.workflow.store import Safe
from tests.gui.conftest import TODAY
from tests.gui.mortals import Mortals, open_soon
from tests.helpers.safes import new_safe, open_safe

ROOT = Path(__file__).parents[2]
CATALOGUE = FolderCatalogue(data_root("forms"))
AFTER_S, BEATS = 1.5, 14
"""How long after the last key she is killed; and how often her window must have lived since: on a
computer that is kept busy it may not have had its turn before."""
FAST = ("line", "choice", "paragraph", "own_paragraph", "act")
SCREENS = (
    *FAST,
    "office_sheet",
    "date",
    "long_text",
    "whole",
    "on_page",
    "box_on_page",
    "box",
    "name",
)


class Hands:
    """Begins persons, one after the other, and kills each."""

    def __init__(self, complaints: Path) -> None:
        self._mortals = Mortals("tests.gui.typing_hand", complaints)
        assert self._line() == "ready"
        self.end = self._mortals.end

    def type_and_die(self, screen: str, seed: int, folder: Path) -> dict[str, Any]:
        """Return what she typed before she was killed."""
        asked = {"screen": screen, "seed": seed, "folder": str(folder)}
        self._mortals.tell(json.dumps(asked))
        person, typed, beats, since = 0, None, 0, 0.0
        while not person or typed is None or beats < BEATS or time.monotonic() - since < AFTER_S:
            said = self._line()
            if isinstance(said, int):
                person = said
            elif said == "beat":
                beats += 1
            elif "ended" in said:
                raise AssertionError(f"she stopped by herself: {self._mortals.why()}")
            else:
                typed, since = said, time.monotonic()
        os.kill(person, signal.SIGKILL)
        while not (isinstance(said := self._line(), dict) and "ended" in said):
            pass
        assert typed is not None
        return typed

    def _line(self) -> Any:
        return json.loads(self._mortals.hear())


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return new_safe(tmp_path_factory.mktemp("typed"), TODAY)


@pytest.fixture(scope="module")
def hands(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hands]:
    home = tmp_path_factory.mktemp("home-of-hands")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            patch.setenv(name, str(home))
        found = Hands(home / "complaints")
    yield found
    found.end()


def missing(safe: Safe, typed: dict[str, Any]) -> list[object]:
    """Return what she typed and the safe has not."""
    found: list[object] = []
    if "answers" in typed or "writing" in typed:
        (draft,) = (one for one in safe.drafts.unfinished())
        kept = saving.resume(safe, CATALOGUE, draft.id, TODAY).interview.draft
        for name, said in typed.get("answers", {}).items():
            known = kept.answers.get(name)
            if (list(known) if isinstance(known, tuple) else known) != said:
                found.append((name, said, known))
        for name, said in typed.get("writing", {}).items():
            if kept.writing.get(name) != said:
                found.append((name, said, kept.writing.get(name)))
    if "drawn" in typed:
        label, x = typed["drawn"]
        (draft,) = (one for one in safe.drafts.unfinished())
        kept = saving.resume(safe, CATALOGUE, draft.id, TODAY).interview.draft
        boxes = [(one.label, one.box[0]) for one in map_of(CATALOGUE, kept).place]
        found += [] if (label, x) in boxes else [(label, x)]
    for key, fields in typed.get("half", {}).items():
        known = half_typed.read(safe, key)
        found += [(name, said) for name, said in fields.items() if known.get(name) != said]
    if {"box", "title", "own"} & set(typed):
        (begun,) = pack_drafts.unfinished(safe)
        model, _blank = pack_drafts.take_up(safe, CATALOGUE, begun.id)
        if "title" in typed and model.title != typed["title"]:
            found.append((typed["title"], model.title))
        if "box" in typed:
            assert model.form is not None
            if typed["box"] not in [one.label for one in model.form.places]:
                found.append(typed["box"])
        if "own" in typed:
            found += _own(safe, begun.id, *typed["own"])
    return found


def _own(safe: Safe, draft: str, index: int, words: str) -> list[object]:
    """Compare the words of a paragraph: in the letter, or beside it while they cannot stand."""
    editing = taken_up(safe, CATALOGUE, draft, sign_words)
    assert isinstance(editing, LetterEditing)
    source = own_letter.row(OpenLetter(editing), index).source
    return [] if source == words else [(words, source)]


@pytest.mark.parametrize("screen", FAST)
def test_killed_after_the_last_key_nothing_typed_is_missing(
    hands: Hands, place: Path, tmp_path: Path, screen: str
) -> None:
    folder = Path(shutil.copytree(place, tmp_path / place.name))
    typed = hands.type_and_die(screen, 1, folder)
    with open_soon(partial(open_safe, folder, TODAY)) as safe:
        assert missing(safe, typed) == []


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(4))
def test_killed_on_the_sheet_of_an_office_nothing_typed_is_missing(
    hands: Hands, place: Path, tmp_path: Path, seed: int
) -> None:
    folder = Path(shutil.copytree(place, tmp_path / place.name))
    typed = hands.type_and_die("office_sheet", seed, folder)
    with open_soon(partial(open_safe, folder, TODAY)) as safe:
        assert missing(safe, typed) == []


@pytest.mark.slow
@pytest.mark.timeout(1800)
def test_sixty_kills_over_every_page_that_asks(hands: Hands, place: Path, tmp_path: Path) -> None:
    lost: list[object] = []
    for seed in range(60):
        screen = SCREENS[seed % len(SCREENS)]
        folder = Path(shutil.copytree(place, tmp_path / str(seed) / place.name))
        typed = hands.type_and_die(screen, seed, folder)
        with open_soon(partial(open_safe, folder, TODAY)) as safe:
            lost += [(screen, seed, one) for one in missing(safe, typed)]
    assert not lost
