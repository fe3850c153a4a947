"""One thing a page: read it, answer it, go on. Checked only at "Continuer"."""

from collections.abc import Callable, Iterable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app import i18n
from desktop_app.core.answers.draft import Draft, Typed
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.request import Request
from desktop_app.core.packs.model import Question
from desktop_app.gui.consent import look_at_mandate
from desktop_app.gui.context import Context
from desktop_app.gui.keeping import asks_who, look_for_danger
from desktop_app.gui.screens.questions.asking import AskingPage
from desktop_app.gui.screens.questions.boxes import Boxes
from desktop_app.gui.widgets.answers.base import AnswerWidget, types
from desktop_app.pages import destinations as to
from desktop_app.pages import questions as single
from desktop_app.pages import titles, whose, wrong
from desktop_app.pages import together as page
from desktop_app.pages.page import Answers, Block, Gesture
from desktop_app.workflow.interview.in_hand import Next
from desktop_app.workflow.interview.interview import Interview, Trouble
from desktop_app.workflow.interview.known import Proposal
from desktop_app.workflow.interview.last_day import asked_of_law, last_day, says_more
from desktop_app.workflow.interview.together import Together


class Questions(AskingPage):
    """Shows the page where the interview stands: one question, or several about one thing."""

    def __init__(self, context: Context, asked: to.Questions) -> None:
        super().__init__(context, asked.writing, "")
        self.writing.at("correct" if self.writing.correcting else "question")
        self.asked: Together | None = None
        self._boxes = Boxes(self)
        self._known: Mapping[str, Proposal] = {}
        self._more = False
        self._wrong: list[Trouble] = []
        self._later: set[str] = set()
        self.looking = False
        self._show_page()

    @property
    def question(self) -> Question | None:
        """Return the question of now: the one of its page, or where one is in it."""
        step = self.writing.interview.step(self.writing.question)
        return step.question if step and self.asked else None

    @property
    def answer(self) -> AnswerWidget | None:
        """Return what takes the answer to the question of now; None where nothing is asked."""
        asks = self.asks
        if not asks:
            return None
        name = self.writing.question
        return self.answer_of(name) if name in asks else self._boxes.first(self.asked)

    def _show_page(self) -> None:
        asked = self.writing.page()
        if asked is None:
            return
        if not asked.has(self.writing.question):
            self.writing.question = asked.all[0].id
        self.asked, self._later = asked, set()
        self._look_up(asked)
        self._more = any(self._stands_out(one) for one in asked.aside)
        self.autosave.stop()  # what led here has kept the answers before
        self.setUpdatesEnabled(False)
        self._fill(asked)
        self._on_wide(self.wide)
        self.measure_soon()
        self.setUpdatesEnabled(True)
        self.entitle(titles.part(asked.part.number, asked.part.total))

    def _look_up(self, asked: Together) -> None:
        found = {one.id: self.writing.known(one.id) for one in asked.all}
        self._known = {name: known for name, known in found.items() if known is not None}

    def _fill(self, asked: Together) -> None:
        interview, correcting = self.writing.interview, bool(self.writing.correcting)
        who = tuple(whose.asked(interview, asked.all, self.writing.profile))
        if (alone := asked.alone) is not None:
            place, known = page.place_words(interview, asked), self._known.get(alone.id)
            one = single.one(interview, alone, place, known, correcting=correcting, of_whom=who)
            self.fill(one)
        else:
            more = self._more
            told = page.page(
                interview, asked, self._known, correcting=correcting, more=more, of_whom=who
            )
            self.fill(told)

    def _stands_out(self, question: Question) -> bool:
        """Tell whether a rare matter was answered otherwise than at first, or is looked for."""
        interview, name = self.writing.interview, question.id
        said = interview.draft.answers.get(name)
        corrected = self.writing.correcting == name and self.writing.question == name
        return corrected or bool(said and said != interview.at_first(question))

    def focus_heading(self) -> None:
        """Begin at the heading; back from the page of paper, at the answer that was left.

        An answer that one comes to change is gone to among the others of its page.
        """
        among = self.asked is not None and self.asked.alone is None
        back = self.writing.back_from_paper()
        if (back or (among and self.writing.correcting)) and self.answer is not None:
            self.answer.begin()
        else:
            super().focus_heading()

    # ------------------------------------------------------------------ what is typed

    def typed(self) -> Mapping[str, Typed]:
        """Return what stands in the boxes of the page, by question."""
        return self._boxes.typed(self.asked, self.writing.interview.draft) if self.asked else {}

    def seen(self) -> tuple[Draft, str]:
        """Return the draft with what is being typed, and the question where one is."""
        interview, typed = self.writing.interview, self.typed()
        here = self.at(QApplication.focusWidget())
        for question in self.asked.all if self.asked else ():
            if (said := typed.get(question.id)) is not None:
                interview = interview.put_aside(question, said)
        asked = here if interview.step(here) is not None else self.writing.question
        return interview.draft, asked

    def typed_in(self, ask: str) -> None:
        """Keep within a second; what a choice opens is asked at once.

        A page that is being left has said what it had to.
        """
        if self.looking:
            return
        if ask in self.asks and self.writing.interview.step(ask) is not None:
            self.writing.question = ask
        super().typed_in(ask)
        question = self.question
        if self.asked and not self.asked.alone and question and _is_chosen(question):
            self.autosave.now()

    def keep(self) -> None:
        """Keep it as it is: "Continuer" judges. What it opens on the page is asked."""
        if self.asked is not None:
            self.writing.put_aside(self.typed())
            self._renew()
        self.writing.keep_typed()

    def _renew(self) -> None:
        """Show what is asked on this page now; what is there keeps its place and its text."""
        asked = self.asked
        if asked is None or asked.alone is not None:
            return
        now = next((one for one in self.writing.interview.pages if _same(one, asked)), None)
        if now is None or now == asked:
            return
        self.asked = now
        self._show_asked()

    def _show_asked(self) -> None:
        assert self.asked is not None
        interview = self.writing.interview
        self.live[page.ASKED].renew(page.shown(interview, self.asked, more=self._more))
        self.live[page.MORE].renew(page.waiting(self.asked, more=self._more))

    # ------------------------------------------------------------------ gestures

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, answer, held = event.key(), self.answer, QApplication.focusWidget()
        if event.isAutoRepeat() or self.looking:
            return
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter(held)
        elif key == Qt.Key.Key_F2:
            self._take_known()
        elif answer and types(event) and (isinstance(held, QLabel) or self._takes(held)):
            if held is self.heading or self._takes(held):
                answer = self._boxes.first(self.asked)
            answer.begin()  # who types at once types the answer: on words it would be lost
            answer.receive(event)
        else:
            super().keyPressEvent(event)

    def _takes(self, held: QWidget | None) -> bool:
        return held is not None and held is self.button_of(page.TakeAll())

    def _enter(self, held: QWidget | None) -> None:
        """Go to the next answer of the page, and on after the last.

        From the heading, the first press goes to the answer: nothing is passed by mistake.
        """
        if held is None or not self.asks:
            return
        if held is self.heading:
            self._boxes.first(self.asked).begin()
        elif self._boxes.hold(held):
            if self.asked is not None and self.asked.alone is None:
                self.keep()  # what it opens comes next
                if (following := self._boxes.after(held, self.asked)) is not None:
                    following.begin()
                    return
            self.do(single.GoOn())

    def perform(self, gesture: Gesture) -> None:
        """Answer, or say that one will not."""
        if self.asked is None or self.looking:
            return
        match gesture:
            case single.GoOn():
                self._go_on()
            case single.Ignore():
                self._ignore()
            case wrong.Confirm():
                self._say_of_wrong(Interview.confirm)
            case wrong.Later():
                self._answer_later()
            case wrong.Rewrite(typed):
                self._rewrite(typed)
            case wrong.Correct(question):
                self._begin(question)
            case single.TakeKnown() | page.TakeAll():
                self._take_known()
            case page.AskMore():
                self._ask_more()
            case Answers(whose.WHOSE, values):
                self._say_whose(whose.chosen(values[whose.WHOSE]))
            case _:
                super().perform(gesture)

    def _go_on(self) -> None:
        there = {*self.asks}
        self.writing.put_aside(self.typed())
        self._renew()
        if (opened := next((name for name in self.asks if name not in there), None)) is not None:
            self._begin(opened)  # never shown yet: nobody passes it
            return
        self._keep_and_follow(self.writing.go_on(self.typed(), self._later))

    def _ignore(self) -> None:
        if self.asked is not None and (alone := self.asked.alone) is not None:
            self.writing.say_otherwise(alone.id, Interview.unknown)
            self._keep_and_follow(self.writing.leave())

    def _say_of_wrong(self, said: Callable[[Interview, str], Interview]) -> None:
        self.writing.put_aside(self.typed())
        for one in self._wrong[:1]:
            self.writing.say_otherwise(one.question.id, said)
        self._go_on()

    def _answer_later(self) -> None:
        self._later |= {one.question.id for one in self._wrong if one.can_wait}
        self._go_on()

    def _rewrite(self, typed: str) -> None:
        name = self._wrong[0].question.id
        self.clear_problem()
        self.asks[name].say_wrong({})
        self._write({name: typed})

    def step_back(self) -> bool:
        """Go to the page before, and from the first to what led to the questions."""
        if self.asked is not None and not self.looking:
            where = self.writing.go_back(self.typed())
            if where == "question" or self.writing.unsaved:
                self.writing.keep()
            self._follow(where)
        return True

    def _say_whose(self, role: str) -> None:
        """Say of whom the page is: what was typed stays, what is known is now that one's."""
        asked, writing = self.asked, self.writing
        assert asked is not None
        self.keep()
        writing.apart()
        writing.say_whose(asked.all, role)
        self._look_up(asked)
        self.live[single.KNOWN].renew(tuple(self._proposed(asked)))
        writing.keep()
        writing.apart()
        self.context.gestures.tell_kept(i18n.text("C’est noté."))

    def _proposed(self, asked: Together) -> Iterable[Block]:
        interview = self.writing.interview
        if (alone := asked.alone) is not None:
            return single.proposed(interview, alone, self._known.get(alone.id))
        return page.already(interview, asked, self._known)

    def _ask_more(self) -> None:
        self.keep()
        self._more = True
        there = {*self.asks}
        self._show_asked()
        if (first := next((name for name in self.asks if name not in there), None)) is not None:
            self.answer_of(first).begin()

    def _take_known(self) -> None:
        """Put what is known in the place of what is typed: never beside it."""
        if not self._known or self.asked is None:
            return
        self.autosave.now()
        self.writing.apart()
        known = {name: one.typed for name, one in self._known.items()}
        if self.asked.alone is None:
            self._known = {}
            self.live[single.KNOWN].renew(())
            if not self._more and any(one.id in known for one in self.asked.aside):
                self._more = True
                self._show_asked()
        self._write(known)
        self.autosave.now()
        self.writing.apart()
        several = self.asked.alone is None
        self.context.gestures.tell_kept(
            i18n.text("Les réponses connues sont reprises.")
            if several
            else i18n.text("La réponse connue est reprise.")
        )

    def _write(self, known: Mapping[str, Typed]) -> None:
        """Write these answers, those that others open last, and go to the first of them."""
        for name, typed in known.items():
            if name not in self.asks:
                self.keep()  # what was written opens it
            if name in self.asks:
                self.answer_of(name).put(typed)
                self.writing.question = name
                self.writing.put_aside(self.typed())
        self._renew()
        self.typed_in("")
        first = next((name for name in known if name in self.asks), None)
        if first is not None:
            self.answer_of(first).begin()

    def _keep_and_follow(self, where: Next) -> None:
        left = self.asked.all[0].id if self.asked is not None else ""
        self.writing.keep()
        look_for_danger(self.context, self.writing)
        counted = asked_of_law(self.writing.interview)
        if where in ("stay", "back"):
            self._follow(where)
        elif where == "question" and counted != self.writing.counted:
            self._look_for_day(left, counted)
        else:
            self._leave(left, where)

    def _leave(self, left: str, where: Next) -> None:
        """Go on, once it is known where what was answered is kept."""
        then = to.Check(self.writing) if where == "verify" else to.Questions(self.writing)
        if not asks_who(self.context, self, self.writing, left=left, then=then):
            look_at_mandate(self.context, self.writing, then, lambda: self._follow(where))

    def _look_for_day(self, left: str, counted: tuple[Request, ...]) -> None:
        """Say the last day before the next page, when the answers have just told it, or another."""
        writing, law = self.writing, self.context.tools
        interview, self.looking = writing.interview, True

        def told(found: Deadline | None) -> None:
            self.looking = False
            before, writing.last_day = writing.last_day, found
            writing.counted = counted
            today = self.context.tools.clock.today()
            if found is None or writing.correcting or not says_more(found, before, today):
                self._leave(left, "question")
            else:
                self.context.navigator.go(to.LastDay(writing=writing, found=found))

        def failed(_problem: BaseException) -> None:
            self.looking = False
            self._leave(left, "question")  # what is wrong with the law is told with the letter

        self.context.jobs.run(lambda: last_day(law.law, interview), done=told, failed=failed)

    def _follow(self, where: Next) -> None:
        navigator = self.context.navigator
        if where == "question":
            self._show_page()
            self.focus_heading()
        elif where == "verify":
            navigator.go(to.Check(writing=self.writing))
        elif where == "back":
            navigator.back()
        else:
            self._stay()

    def _stay(self) -> None:
        """Say what is wrong on the page; or go to what its answers have just opened."""
        assert self.asked is not None
        interview = self.writing.interview
        self._renew()
        found = [interview.trouble(one.id) for one in self.asked.all]
        troubles = [one for one in found if one and one.question.id not in self._later]
        if not troubles:
            self._begin(self.writing.question)
            return
        if emergency := next((one.emergency for one in troubles if one.emergency), ""):
            self.context.navigator.go(to.Urgent(emergency=emergency))
            return
        self._show_errors(troubles)

    def _begin(self, question: str) -> None:
        if self.asked is not None and question not in self.asks and not self._more:
            self._more = True
            self._show_asked()
        if question in self.asks:
            self.writing.question = question
            self.answer_of(question).begin()

    def _show_errors(self, troubles: list[Trouble]) -> None:
        told = {one.question.id: wrong.error(one) for one in troubles}
        if not self._more and not told.keys() <= self.asks.keys():
            self._more = True
            self._show_asked()
        for ask in self.asks.values():
            ask.say_wrong(told)
        self._wrong = troubles
        problem = wrong.of_one(troubles[0])
        if len(troubles) > 1:
            problem = wrong.of_these(troubles, self.writing.interview)
        self.tell_problem(problem)


def _is_chosen(question: Question) -> bool:
    return bool(question.choices) or question.kind == "yes_no"


def _same(one: Together, other: Together) -> bool:
    """Tell whether these are the same page, whatever is asked there now."""
    return any(other.has(question.id) for question in one.all)
