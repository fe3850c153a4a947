"""Noting one thing that happened, or correcting it: its day, its number, its proof."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_app.core.answers.draft import Typed
from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.half_typed import HalfTyped
from desktop_app.gui.keeping import offer_second_key
from desktop_app.gui.page_view import PageView
from desktop_app.pages import act as value
from desktop_app.pages import destinations as to
from desktop_app.pages import done
from desktop_app.pages.page import Answers, Chosen, Gesture, Take
from desktop_app.workflow.matter import corrections, noting
from desktop_app.workflow.store import Safe


class ActScreen(PageView):
    """Nothing typed is lost by a refusal; what it says is in ``pages/act.py``.

    Opened with the ``kind`` of an act, or with the ``event`` that is corrected. ``which`` are the
    letters that it may be about (procedure, title), ``leave`` ends the writing of a letter: one
    goes on to the dossier instead of back.
    """

    def __init__(self, context: Context, asked: to.RecordEvent) -> None:
        page = value.page(asked)
        super().__init__(context, page.heading)
        self._asked, self._act, self._event = asked, value.act_of(asked), asked.event
        assert context.session.safe is not None
        self._safe: Safe = context.session.safe
        self.proof: Path | None = None
        self.fill(page)
        self._half = self._keep_half_typed()

    def put_proof(self, path: str) -> None:
        """Take this file as the proof of posting."""
        self._show_proof(Path(path))
        self._half.touched(value.PROOF)

    def _show_proof(self, path: Path) -> None:
        self.proof = path
        self.live[value.PROOF].put((value.chosen(path.name),))

    def perform(self, gesture: Gesture) -> None:
        """Note it, choose its photo, or take it off the timeline once one was asked."""
        match gesture:
            case Answers(_, values):
                self._note(values)
            case Chosen(_, path):
                self.put_proof(path)  # half typed: it is there again
                offer_second_key(self.context, self, self._asked, bool)
            case value.ItWasToday():
                self._say_today()
            case value.AskToRemove() if self._event is not None:
                self.tell_problem(value.to_remove(self._event))
            case value.RemoveStep():
                self._remove()

    def _keep_half_typed(self) -> HalfTyped:
        """Have what is written here outlive a power cut until it is noted."""
        asked, about = self._asked, self._event.id if self._event is not None else self._act.kind
        key = f"acte-{asked.dossier}-{about}"
        half = HalfTyped(self.context, self, key, dossier=asked.dossier)
        for name in self.asks[value.ACT].typed():
            half.watch(name, self.asks[value.ACT].answer(name))
        half.watch_value(value.PROOF, lambda: str(self.proof or ""), self._proof_again)
        half.put_back()
        return half

    def _say_today(self) -> None:
        day = self.asks[value.ACT].answer(value.DAY)
        day.put(value.as_typed(self.context.tools.clock.today()))
        self._half.touched(value.DAY)
        day.begin()

    def _proof_again(self, path: Typed) -> None:
        if path and self._act.posting and Path(str(path)).exists():
            self._show_proof(Path(str(path)))

    def _note(self, values: Mapping[str, Any]) -> None:
        tools, safe, dossier = self.context.tools, self._safe, self._asked.dossier
        act, event, path = self._act, self._event, self.proof

        def write() -> None:
            proof = read_file(path) if path else b""
            if event is not None:
                said = value.correction(act, event, values, proof)
                noting.correct(tools, safe, dossier, event, said)
            else:
                happened, about = value.happened(act, values, proof), value.about(values)
                noting.note(tools, safe, dossier, happened, procedure=about)

        self.let_press(False, Take(value.ACT))
        self.context.gestures.do(
            done.corrected() if event else done.noted(),
            self._half.noted_by(write),
            done=lambda _: self._go_on(),
            failed=self._refused,
        )

    def _go_on(self) -> None:
        navigator = self.context.navigator
        if self._asked.leave:
            navigator.restart(to.Home())
            navigator.go(to.Dossier(dossier=self._asked.dossier))
        else:
            navigator.back()

    def _refused(self, problem: BaseException) -> None:
        self.let_press(True, Take(value.ACT))
        self._half.go_on()
        self.say_problem(problem)

    def _remove(self) -> None:
        event, dossier, tools = self._event, self._asked.dossier, self.context.tools
        assert event is not None
        today = tools.clock.today()
        self.gesture(
            done.step_removed(),
            lambda: corrections.remove(self._safe, tools.law, dossier, event, today=today),
            done=lambda _: self._go_on(),
        )
