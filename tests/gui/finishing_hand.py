"""Helpers of an office who end a paper, and whose computer is switched off at a given moment.

``python -m tests.gui.finishing_hand`` prepares once; then, for each line ``{"folder", "out",
"stop"}``, a person in a process of her own opens the safe of that folder, begins the paper or takes
it up, and does its last gesture. Each sheet that comes out is a line of the file ``out``. She is
killed at ``stop``, one of ``STOPS``; "" lets her go to the end.
"""

import importlib
import json
import os
import random
import signal
import sys
from pathlib import Path
from typing import Any

os.environ["QT_QPA_PLATFORM"] = "offscreen"

from PySide6.QtWidgets import QApplication

from desktop_app.core.pdf import Pdf
from desktop_app.gui.screens import SCREENS
from desktop_app.gui.screens.bureau import finishing_steps
from desktop_app.gui.screens.bureau.finishing import Finishing
from desktop_app.gui.starting import take_up
from desktop_app.gui.writing import Writing
from desktop_app.pages import destinations as to
from desktop_app.pages import office_finish as page
from desktop_app.pages.gestures import TakeUp
from desktop_app.workflow.documents.own_blank import keep_with, own_blank
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.matter import noting
from desktop_app.workflow.printing import Order, Progress
from tests.gui.harness.printers import Printers
from tests.gui.keyboard import until
from tests.gui.typing_hand import TODAY, Hand, Tools, say

STOPS = ("before-sent", "sent", "taken", "in-filing", "filed")
"""Before the printer has it; while it takes it; once it said so; between the paper filed and its
day, in the one act that holds both; once it is filed."""


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Paper(Printers):
    """A printer whose sheets outlive the program."""

    def __init__(self, out: Path, stop: str) -> None:
        super().__init__("Bureau")
        self._out, self._stop = out, stop

    def send(self, pdf: Pdf, order: Order) -> str:
        if self._stop == "before-sent":
            die()
        with self._out.open("a") as file:
            file.write(f"{len(pdf.data)}\n")
        if self._stop == "sent":
            die()
        return super().send(pdf, order)

    def progress(self, ticket: str) -> Progress:
        return "waiting"


def live(tools: Tools, asked: dict[str, Any]) -> None:
    app = QApplication([])
    hand = Hand(app, tools, Path(asked["folder"]), random.Random(1), wide=False)
    context, safe, stop = hand.context, hand.safe, asked["stop"]
    begun: list[Any] = []
    context.jobs.run(
        lambda: safe.drafts.unfinished("exemple"), done=begun.append, failed=begun.append
    )
    until(lambda: begun)
    if begun[0]:
        at = hand.window.page()
        assert at is not None
        take_up(context, at, TakeUp(begun[0][0].id))
        until(lambda: context.session.writing is not None)
    else:
        begin(hand)
    until(lambda: context.jobs.idle)
    writing = context.session.writing
    assert writing is not None
    hand.window.go(to.OfficeFinish(writing, Paper(Path(asked["out"]), stop)))
    shown = hand.window.page()
    assert isinstance(shown, Finishing)
    until(lambda: shown.paper_made is not None and shown.names)
    until(lambda: context.jobs.idle)
    if stop == "in-filing":
        noting.note = lambda *_a, **_k: die()
    shown.asks[f"{page.NEXT} {page.DAY}"].answer(page.DAY).put("15/12/2026")
    asks_whether = shown.button_of(page.CameOut(TODAY))
    shown.press(page.CameOut(TODAY) if asks_whether is not None else page.Go())
    last = {"taken": "print", "filed": "file"}.get(stop, "next")
    if stop == "taken":
        finishing_steps.file_written = lambda *_a, **_k: until(lambda: False)  # never filed
    until(lambda: shown.way.of(last).state in ("done", "skipped"))
    if stop:
        until(lambda: stop == "taken" or context.jobs.idle)
        context.jobs.run(die, done=bool, failed=bool)
        until(lambda: False)
    until(lambda: shown.way.next is None)
    until(lambda: context.jobs.idle)
    hand.window.lock_now()
    until(lambda: context.jobs.idle)
    say({"asked": asks_whether is not None})


def begin(hand: Hand) -> None:
    """Answer the form of the demonstration for somebody, in the safe."""
    context, tools, ids = hand.context, hand.tools, list[str]()
    context.jobs.run(
        lambda: hand.safe.people.add("Fatou Da Silva", on=TODAY), done=ids.append, failed=bool
    )
    until(lambda: ids)
    context.session.write_for(ids[0], "Fatou Da Silva")
    draft = tools.demo.form  # type: ignore[attr-defined]
    blank = own_blank(tools.forms, tools.catalogue, draft, tools.demo.blank)  # type: ignore[attr-defined]
    context.session.bring(draft.pack, blank)
    writing = Writing(
        Interview(tools.catalogue.form(draft.pack), draft, TODAY),
        runner=context.jobs,
        bar=context.navigator,
        holder=context.session,
    )
    keep_with(writing, blank)
    context.session.take(writing)
    writing.keep()


def main() -> None:
    tools = Tools()
    tools.catalogue.search()
    _ = tools.demo.form, tools.law, tools.letters
    for place in SCREENS.values():
        importlib.import_module(place.partition(":")[0])
    say("ready")
    while line := sys.stdin.readline():
        person = os.fork()
        if not person:
            live(tools, json.loads(line))
            os._exit(0)
        _, how = os.waitpid(person, 0)
        say({"ended": how})


if __name__ == "__main__":
    main()
