"""What the bar says of saving is true: nothing is "Enregistré" before the safe returned."""

import datetime as dt
from collections.abc import Callable
from contextlib import nullcontext
from typing import Any

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.changes import Recording
from desktop_app.core.errors import AppError
from desktop_app.datafiles import data_root
from desktop_app.gui.writing import Writing
from desktop_app.workflow.interview import saving
from desktop_app.workflow.undoing import Done

TODAY = dt.date(2026, 11, 24)
CATALOGUE = FolderCatalogue(data_root("forms"))
Heard = Callable[[Any], None]
Refused = Callable[[BaseException], None]


class HandRunner:
    """Work waits until the test lets it be done."""

    def __init__(self) -> None:
        self.waiting: list[tuple[Callable[[], Any], Heard, Refused]] = []

    def run(
        self,
        work: Callable[[], Any],
        *,
        done: Heard,
        failed: Refused,
    ) -> object:
        self.waiting.append((work, done, failed))
        return None

    def do_one(self) -> None:
        work, done, failed = self.waiting.pop(0)
        try:
            result = work()
        except AppError as problem:
            failed(problem)
        else:
            done(result)


class Bar:
    def __init__(self) -> None:
        self.said: list[str] = []

    def say_saved(self, words: str) -> None:
        self.said.append(words)

    def show_saved(self, words: str) -> None:
        self.said.append(words)


class FullDisk(AppError, code="disk-full", exit_status=7):
    pass


class Drafts:
    """The part of a safe that is used here; ``full`` makes it refuse."""

    def __init__(self) -> None:
        self.full = False
        self.kept: dict[str, str] = {}

    def begin(self, pack: str, content: str, **_more: object) -> str:
        if self.full:
            raise FullDisk
        self.kept["d"] = content
        return "d"

    def save(self, draft: str, content: str, **_more: object) -> None:
        if self.full:
            raise FullDisk
        self.kept[draft] = content


class Holder:
    """A safe or none."""

    def __init__(self, drafts: Drafts | None) -> None:
        self.person = ""
        self.undoable: list[Done] = []
        recorded = staticmethod(lambda: nullcontext(Recording()))
        parts = {"drafts": drafts, "recorded": recorded}
        self.safe: Any = type("Safe", (), parts)() if drafts else None

    def did(self, done: Done) -> None:
        self.undoable.append(done)


def writing(drafts: Drafts | None) -> tuple[Writing, HandRunner, Bar]:
    runner, bar = HandRunner(), Bar()
    made = Writing(
        saving.begin(CATALOGUE, "caf-indu-rsa", TODAY),
        runner=runner,
        bar=bar,
        holder=Holder(drafts),
        now=lambda: dt.datetime(2026, 11, 24, 14, 32),  # noqa: DTZ001 (the hour on the wall)
    )
    return made, runner, bar


def test_saved_is_said_only_once_the_safe_returned() -> None:
    made, runner, bar = writing(Drafts())
    made.say("organisme", "caf")
    made.keep()
    assert bar.said == ["Enregistrement…"]
    assert made.unsaved
    runner.do_one()
    assert bar.said[-1] == "Enregistré à 14 h 32"
    assert not made.unsaved


def test_an_answer_given_meanwhile_is_not_said_saved() -> None:
    made, runner, bar = writing(Drafts())
    made.say("organisme", "caf")
    made.keep()
    made.say("organisme", "msa")
    made.keep()
    runner.do_one()
    assert bar.said[-1] == "Enregistrement…", "the later answer is still on its way"
    runner.do_one()
    assert bar.said[-1] == "Enregistré à 14 h 32"


def test_a_full_disk_is_said_and_the_next_answer_tries_again() -> None:
    drafts = Drafts()
    drafts.full = True
    made, runner, bar = writing(drafts)
    made.say("organisme", "caf")
    made.keep()
    runner.do_one()
    assert bar.said[-1].startswith("Pas encore enregistré : ")
    assert made.unsaved
    assert made.saver() is not None, "the lock will try again"
    drafts.full = False
    made.keep()
    runner.do_one()
    assert not made.unsaved
    assert '"organisme":"caf"' in drafts.kept["d"]


def test_without_a_safe_nothing_is_kept_and_it_is_said() -> None:
    made, runner, bar = writing(None)
    made.say("organisme", "caf")
    made.keep()
    assert bar.said == ["Rien n’est gardé sur cet ordinateur"]
    assert not runner.waiting


@pytest.mark.parametrize("drafts", [Drafts(), None], ids=["safe", "no safe"])
def test_the_work_stays_in_memory_whatever_the_disk_does(drafts: Drafts | None) -> None:
    made, _runner, _bar = writing(drafts)
    made.say("organisme", "caf")
    made.keep()
    assert made.interview.draft.answers["organisme"] == "caf"


# ------------------------------------------------------------------ while one types


def test_while_one_types_nothing_is_said_saved_until_the_safe_has_it_all() -> None:
    made, runner, bar = writing(Drafts())
    made.typing()
    assert bar.said == ["Enregistrement…"]
    made.say("organisme", "c")
    made.keep_typed()
    made.typing()  # the next letter comes while the disk works
    runner.do_one()
    assert not any(words.startswith("Enregistré") for words in bar.said)
    made.say("organisme", "ca")
    made.keep_typed()
    runner.do_one()
    assert bar.said[-1] == "Enregistré à 14 h 32"
    assert not made.unsaved


def test_one_save_at_a_time_and_the_last_one_has_everything() -> None:
    drafts = Drafts()
    made, runner, bar = writing(drafts)
    for typed in ("c", "ca", "caf"):
        made.typing()
        made.say("organisme", typed)
        made.keep_typed()
    assert len(runner.waiting) == 1
    runner.do_one()
    runner.do_one()
    assert not runner.waiting
    assert '"organisme":"caf"' in drafts.kept["d"]
    assert bar.said[-1] == "Enregistré à 14 h 32"


def test_what_is_typed_and_taken_back_is_not_said_to_be_on_its_way_for_ever() -> None:
    made, runner, bar = writing(Drafts())
    made.say("organisme", "caf")
    made.keep()
    runner.do_one()
    made.typing()
    made.keep_typed()
    assert not runner.waiting
    assert bar.said[-1] == "Enregistré à 14 h 32"


def test_a_full_disk_is_said_aloud_once_while_one_types() -> None:
    drafts = Drafts()
    drafts.full = True
    made, runner, bar = writing(drafts)
    aloud: list[str] = []
    bar.say_saved = aloud.append  # type: ignore[method-assign]
    for typed in ("c", "ca"):
        made.typing()
        made.say("organisme", typed)
        made.keep_typed()
        runner.do_one()
    assert len(aloud) == 1
    assert bar.said[-1].startswith("Pas encore enregistré : ")
    assert made.unsaved
