"""Decides where "Continuer" and "Retour" lead from a question. No widget."""

from collections.abc import Callable
from typing import Literal

from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.answers.validate import with_answer
from desktop_app.core.packs.model import Question
from desktop_app.gui.writing import Writing
from desktop_app.pages import titles
from desktop_app.pages.titles import Title
from desktop_app.workflow.interview.interview import Interview, Proposal, Step

Next = Literal["question", "verify", "back", "stay"]


class QuestionsPresenter:
    """Leads one interview."""

    def __init__(self, writing: Writing) -> None:
        self.writing = writing

    def step(self) -> Step | None:
        """Return the question of now; one that is no longer asked gives the next to do."""
        return self.writing.interview.where(self.writing.question)

    def title(self, step: Step) -> Title:
        """Return the window's title: the number of the question, and nothing of the matter."""
        return titles.question(step.number, step.total)

    def known(self, question: Question) -> Proposal | None:
        """Return what is known already of an answer."""
        return self.writing.interview.proposal(question.id, self.writing.profile)

    def seen(self, question: Question, typed: Typed) -> Draft:
        """Return the draft that the paper shows: what is being typed is on it already."""
        draft = self.writing.interview.draft
        said = not typed or typed == draft.answers.get(question.id)
        return draft if said else with_answer(draft, question.id, typed)

    # ------------------------------------------------------------------ gestures

    def go_on(self, question: Question, typed: Typed) -> Next:
        """Keep what was typed; stay when something is wrong with it."""
        self.writing.say(question.id, typed)
        if self.writing.interview.trouble(question.id) is not None:
            self.writing.keep()
            return "stay"
        return self._after(question)

    def say(self, question: Question, said: Callable[[Interview, str], Interview]) -> Next:
        """Say something else than an answer: that one does not know, or that it is right."""
        self.writing.interview = said(self.writing.interview, question.id)
        return self._after(question)

    def go_back(self, question: Question, typed: Typed) -> Next:
        """Go to the question before: what was typed stays, right or wrong."""
        self.put_aside(question, typed)
        before = self.writing.interview.previous(question.id)
        if self.writing.correcting or before is None:
            if self.writing.unsaved:
                self.writing.keep()
            return "back"
        self.writing.question = before.question.id
        self.writing.keep()
        return "question"

    def put_aside(self, question: Question, typed: Typed) -> None:
        """Take what is typed without judging it; nothing, when another question is the present."""
        step = self.step() if self.writing.question else None
        if step is not None and step.question.id == question.id:
            self.writing.interview = self.writing.interview.put_aside(question, typed)

    def _after(self, question: Question) -> Next:
        interview = self.writing.interview
        following = interview.to_do() if self.writing.correcting else interview.next(question.id)
        self.writing.question = following.question.id if following else ""
        self.writing.keep()
        if following is not None:
            return "question"
        return "back" if self.writing.correcting else "verify"
