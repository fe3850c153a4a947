"""What opens the safe: a USB stick is added, something is taken away, and the key is changed."""

from pathlib import Path

from desktop_app.gui import plugged
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.coffre import one_stick
from desktop_app.gui.screens.coffre.day_backup import make_day_backup, tell_of_safe
from desktop_app.pages import destinations as to
from desktop_app.pages import ways_in as page
from desktop_app.pages.page import Chosen, Gesture, Page
from desktop_app.workflow.safes.opening import OpenedSafe, change_key


class WaysIn(PageView):
    """Each way in, and what one does with it. What it says is in ``pages/ways_in.py``."""

    def __init__(self, context: Context, _asked: to.WaysIn) -> None:
        assert context.session.safe is not None
        self._access = context.session.safe.access
        told = page.page(())
        super().__init__(context, told.heading)
        self.fill(told)
        self._read()

    def perform(self, gesture: Gesture) -> None:
        """Prepare a stick, or take something away."""
        match gesture:
            case page.AddStick():
                one_stick.take(self, page.which_stick(), self._write_on)
            case Chosen(page.STICK, folder):
                self._write_on(Path(folder))
            case page.TakeAway(slot):
                self._take_away(slot)

    def _read(self, taken: str = "") -> None:
        self.run(self._access.all, lambda slots: self.show_page(page.page(slots, taken=taken)))

    def _write_on(self, stick: Path) -> None:
        """Write there, unless it was pulled out meanwhile: its folder may stay, on the disk."""
        expect, access, on = plugged.watch(stick), self._access, self.context.tools.clock.today()
        if not one_stick.is_there(self, stick):
            return
        self.let_press(False, page.AddStick())
        self.progress.begin(page.writing())

        def write() -> object:
            expect()
            return access.add_stick(stick, on=on)

        self.context.jobs.run(write, done=lambda _file: self._written(), failed=self._refused)

    def _written(self) -> None:
        self.run(self._access.all, lambda slots: self._show(page.page(slots), page.prepared()))

    def _show(self, told: Page, said: str) -> None:
        self.show_page(told)
        self.progress.end(said)

    def _take_away(self, slot: str) -> None:
        access, known = self._access, self.context.tools.known_safes
        on = self.context.tools.clock.today()
        self.clear_problem()

        def work() -> str:
            gone = next(one for one in access.all() if one.id == slot)
            access.remove(slot, on=on)
            return page.taken_away(gone, erased=access.forget_on(known.sticks(), slot))

        self.context.jobs.run(work, done=self._read, failed=self._refused)

    def _refused(self, problem: BaseException) -> None:
        self.progress.end()
        self.let_press(True, page.AddStick())
        self.say_problem(problem)


class NewKey(PageView):
    """Everything is encrypted anew, in one gesture: one goes on in the same safe."""

    def __init__(self, context: Context, _asked: to.NewKey) -> None:
        assert context.session.safe is not None
        self._safe = context.session.safe
        told = page.new_key()
        super().__init__(context, told.heading)
        self.fill(told)

    def perform(self, _gesture: Gesture) -> None:
        """Prove the phrase, then change the key: nothing is to be typed twice."""
        typed, safe, tools = self.secrets[page.PHRASE].text(), self._safe, self.context.tools
        folder, on = Path(self.context.session.folder), tools.clock.today()
        self.clear_problem()
        self.let_press(False, page.Rotate())
        self.progress.begin(page.changing())
        self.context.jobs.stop_long()

        def work() -> OpenedSafe | None:
            if not safe.access.phrase_opens(typed):
                return None
            known, law = tools.known_safes, tools.law
            return change_key(tools.safes, known, law, safe, path=folder, phrase=typed, on=on)

        self.context.jobs.run(work, done=self._changed, failed=self._refused)

    def _changed(self, opened: OpenedSafe | None) -> None:
        if opened is None:
            self._ready()
            self.say_error(page.not_your_phrase())
            self.secrets[page.PHRASE].begin()
            return
        self.secrets[page.PHRASE].forget()
        context = self.context
        context.session.go_on_in(opened.safe)
        context.navigator.restart(to.SafeHome())
        context.navigator.tell(page.changed())
        for notice in opened.notices:
            tell_of_safe(context, opened.safe, notice)
        make_day_backup(context, opened.safe)

    def _ready(self) -> None:
        self.progress.end()
        self.let_press(True, page.Rotate())

    def _refused(self, problem: BaseException) -> None:
        self._ready()
        self.say_problem(problem)
