"""Decides what the questions page shows, and where "Continuer" and "Retour" lead. No widget."""

import datetime as dt
from dataclasses import dataclass
from typing import Literal

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.validate import with_answer
from desktop_app.core.packs.model import Question
from desktop_app.gui import titles
from desktop_app.gui.titles import Title
from desktop_app.gui.writing import Writing
from desktop_app.sentences.address_words import copied
from desktop_app.workflow.interview.interview import Proposal, Step, Trouble

Next = Literal["question", "verify", "back", "stay"]


@dataclass(frozen=True, slots=True)
class Shown:
    """One question as it is shown, in the language spoken; "" is not shown."""

    question: Question
    heading: str
    place: str
    hint: str
    example: str
    why: str
    typed: Typed
    proposal: str
    can_ignore: bool

    @property
    def help(self) -> str:
        """What a screen reader hears with the answer's box."""
        return " ".join(part for part in (self.hint, self.example) if part)


@dataclass(frozen=True, slots=True)
class Told:
    """One problem in words; ``suggestion`` is what its button writes."""

    question: str
    label: str
    sentence: str
    suggestion: str
    shown_suggestion: str
    confirmable: bool
    can_wait: bool
    emergency: str = ""


class QuestionsPresenter:
    """Leads one interview."""

    def __init__(self, writing: Writing) -> None:
        self.writing = writing

    def step(self) -> Step | None:
        """Return the question of now; one that is no longer asked gives the next to do."""
        return self.writing.interview.where(self.writing.question)

    def title(self) -> Title:
        """Return the window's title: the number of the question, and nothing of the matter."""
        step = self.step()
        if step is None or self.writing.whole:
            return Title("")
        return titles.question(step.number, step.total)

    def show(self, step: Step) -> Shown:
        """Return one question, with what is known already."""
        question, draft = step.question, self.writing.interview.draft
        proposal = self.proposal(question.id)
        return Shown(
            question=question,
            heading=i18n.pack_text(question.label),
            place=i18n.text("Question {n} sur {total} · {section}").format(
                section=i18n.pack_text(step.section), n=step.number, total=step.total
            ),
            hint=i18n.pack_text(question.hint or _kind_hint(question)),
            example=_example(question),
            why=i18n.pack_text(question.why),
            typed=draft.answers.get(question.id) or self._default(question),
            proposal=self._proposed(question, proposal) if proposal else "",
            can_ignore=question.unknown,
        )

    def _default(self, question: Question) -> Typed:
        if question.kind == "date" and question.default == "today":
            return KINDS["date"].show(self.writing.interview.today)
        return question.default

    def proposal(self, question: str) -> Proposal | None:
        return self.writing.interview.proposal(question, self.writing.profile)

    def _proposed(self, question: Question, proposal: Proposal) -> str:
        if proposal.copied is not None:
            return copied(proposal, proposal.copied, self.writing.interview.today)
        return _proposal_words(question, proposal)

    def told(self, question: str) -> Told | None:
        """Return what is wrong with one answer, in words."""
        trouble = self.writing.interview.trouble(question)
        return told(trouble) if trouble else None

    def all_told(self) -> list[Told]:
        """Return everything that must be corrected, in order."""
        return [told(trouble) for trouble in self.writing.interview.troubles]

    # ------------------------------------------------------------------ the paper

    def seen(self, typed: Typed) -> Draft:
        """Return the draft that the page shows: what is being typed is on it already."""
        step, draft = self.step(), self.writing.interview.draft
        if step is None or not typed or typed == draft.answers.get(step.question.id):
            return draft
        return with_answer(draft, step.question.id, typed)

    def leave_for_the_page(self) -> None:
        """Go and see the paper: the way leads back to this answer."""
        self.writing.looking = True

    def back_from_the_page(self) -> bool:
        """Tell, once, whether one comes back from the paper."""
        looking, self.writing.looking = self.writing.looking, False
        return looking

    # ------------------------------------------------------------------ gestures

    def go_on(self, typed: Typed) -> Next:
        """ "Continuer": keep what was typed; stay when something is wrong with it."""
        step = self.step()
        if step is None:
            return "verify"
        self.writing.say(step.question.id, typed)
        if self.writing.interview.trouble(step.question.id) is not None:
            self.writing.keep()
            return "stay"
        return self._after(step.question.id)

    def ignore(self) -> Next:
        """ "Je ne sais pas": paper keeps a blank."""
        step = self.step()
        if step is None:
            return "verify"
        self.writing.interview = self.writing.interview.unknown(step.question.id)
        return self._after(step.question.id)

    def confirm(self) -> Next:
        """ "C'est bien ma réponse" of a doubtful one."""
        step = self.step()
        if step is None:
            return "verify"
        self.writing.interview = self.writing.interview.confirm(step.question.id)
        return self._after(step.question.id)

    def later(self) -> Next:
        """Pass a necessary question: no dead end, "Vérifier" will say that it is missing."""
        step = self.step()
        if step is None:
            return "verify"
        self.writing.say(step.question.id, "")
        return self._after(step.question.id)

    def go_back(self, typed: Typed) -> Next:
        """ "Retour": what was typed stays, right or wrong."""
        step = self.step()
        if step is None:
            return "back"
        self.put_aside(step.question.id, typed)
        before = self.writing.interview.previous(step.question.id)
        if self.writing.correcting or before is None:
            if self.writing.unsaved:
                self.writing.keep()
            return "back"
        self.writing.question = before.question.id
        self.writing.keep()
        return "question"

    def put_aside(self, question: str, typed: Typed) -> None:
        """Take what is typed without judging it, an answer that was emptied too.

        Nothing, when this question was answered already and another one, or none, is the present.
        """
        step = self.step() if self.writing.question else None
        if step is None or step.question.id != question:
            return
        said = self.writing.interview.draft.answers.get(question)
        before = said if said is not None else self._default(step.question)
        if typed != before and (typed or said is not None):
            self.writing.say(question, typed)

    def _after(self, question: str) -> Next:
        interview = self.writing.interview
        following = interview.to_do() if self.writing.correcting else interview.next(question)
        self.writing.question = following.question.id if following else ""
        self.writing.keep()
        if following is not None:
            return "question"
        return "back" if self.writing.correcting else "verify"


def told(trouble: Trouble) -> Told:
    """Put a problem in words."""
    problem, question = trouble.problem, trouble.question
    label = i18n.pack_text(question.label)
    return Told(
        question=question.id,
        label=label,
        sentence=i18n.sentence(problem.code, problem.parameters),
        suggestion=trouble.typed,
        shown_suggestion=_choice_words(question, trouble.typed),
        confirmable=trouble.confirmable,
        can_wait=problem.code == "answer-required",
        emergency=str(problem.parameters.get("emergency", "")),
    )


def _kind_hint(question: Question) -> str:
    """How to write it, when the question does not say: of no use before buttons or boxes."""
    shown_by_widget = ("choice", "choices", "yes_no", "date")
    return "" if question.kind in shown_by_widget or question.example else KINDS[question.kind].hint


def _example(question: Question) -> str:
    """Return an example in words, unless the hint gives one."""
    begins = i18n.text("Par exemple")
    if not question.example or i18n.pack_text(question.hint).startswith(begins):
        return ""
    return i18n.text("Par exemple : {example}").format(example=question.example)


def _choice_words(question: Question, typed: str) -> str:
    labels = {choice.id: i18n.pack_text(choice.label) for choice in question.choices}
    return labels.get(typed, typed)


def _proposal_words(question: Question, proposal: Proposal) -> str:
    typed = proposal.typed if isinstance(proposal.typed, str) else ", ".join(proposal.typed)
    return i18n.text("Vous avez déjà répondu : {answer}. {source}, le {day}.").format(
        answer=_choice_words(question, typed),
        source=_source_words(proposal.source),
        day=_day(proposal.given_on),
    )


def _source_words(source: str) -> str:
    return {
        "draft": i18n.text("C’était dans un document fait ici"),
        "document": i18n.text("C’était dans un document gardé"),
        "typed": i18n.text("C’est écrit dans la fiche de la personne"),
        "import": i18n.text("C’était dans un fichier importé"),
        "helper": i18n.text("Une personne qui vous aide l’a écrit"),
    }.get(source, i18n.text("C’était gardé dans le coffre"))


def _day(day: dt.date) -> str:
    return i18n.long_date(day)
