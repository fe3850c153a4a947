"""Lists of people: a file read in a child, matched, compared, then brought in as one gesture."""

from collections.abc import Callable

from desktop_app.core.changes import Change
from desktop_app.core.table import Table
from desktop_app.files import read_file
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.sheet_out import SHEET, SheetOut
from desktop_app.pages import destinations as to
from desktop_app.pages import office_lists as value
from desktop_app.pages.page import Answers, Chosen, Gesture
from desktop_app.sentences import list_words
from desktop_app.workflow.people.lists import bringing, columns, planning, reading, taking_out
from desktop_app.workflow.people.lists.bringing import Brought
from desktop_app.workflow.people.lists.planning import Plan
from desktop_app.workflow.store import Safe

Tell = Callable[[int, int], None]


class ListsScreen(PageView):
    """What it says is in ``pages/office_lists.py``. Nothing is changed before « Importer »."""

    def __init__(self, context: Context, _asked: to.Lists) -> None:
        super().__init__(context, value.heading())
        self._table: Table | None = None
        self._matched: tuple[str, ...] = ()
        self._plan: Plan | None = None
        if context.session.safe is None:
            self.fill(value.without_safe())
            return
        self._safe: Safe = context.session.safe
        self._begin()

    def shows(self, changed: Change) -> bool:
        """Tell of nothing: what is compared is compared again before it is brought in."""
        return False

    def _begin(self) -> None:
        self.fill(value.page())
        self._out = SheetOut(self.context, self, self.progress)

    def perform(self, gesture: Gesture) -> None:
        """Read a file, match its columns, compare it, bring it in; or take the list out."""
        match gesture:
            case Chosen(ask, path) if ask == value.FILE:
                tools = self.context.tools
                self.run(lambda: tools.read_table(read_file(path)), self._match)
            case Chosen(ask) if ask == SHEET:
                self._out.take(gesture)
            case Answers(ask, values) if ask == value.MATCH:
                assert self._table is not None
                self._look(value.matched(values, self._table))
            case Answers(_, values):
                self._bring(value.chosen(values))
            case value.Again():
                assert self._table is not None
                self._show_columns()
            case value.SaveWaiting():
                self._save_waiting()
            case value.SaveList(kind):
                self._take_out(kind)

    def _match(self, table: Table) -> None:
        self._table, self._matched = table, columns.guess(table.head)
        self._show_columns()

    def _show_columns(self) -> None:
        assert self._table is not None
        self.fill(value.matching(self._table, self._matched))

    def _look(self, matched: tuple[str, ...]) -> None:
        table, safe, today = self._table, self._safe, self.context.tools.clock.today()
        assert table is not None
        self._matched = matched
        if (problem := value.wrongly_matched(matched)) is not None:
            self.tell_problem(problem)
            return

        def look(tell: Tell) -> Plan:
            return planning.plan(safe, reading.read(table, matched, today), tell)

        self._do_long(value.looking(), look, self._show_plan)

    def _show_plan(self, plan: Plan) -> None:
        assert self._table is not None
        self._plan = plan
        self.fill(value.would(self._table, plan))
        self._out = SheetOut(self.context, self, self.progress)

    def _bring(self, choices: bringing.Choices) -> None:
        plan, safe, on = self._plan, self._safe, self.context.tools.clock.today()
        assert plan is not None
        self.progress.begin(value.importing())
        job = self.context.gestures.do_long(
            value.done(),
            lambda tell: bringing.bring_in(safe, plan, choices, on=on, progress=tell),
            progress=self.progress.advance,
            done=self._brought,
            failed=self._failed,
            stopped=self._stopped,
        )
        self.progress.follow(job, self._stopped)

    def _brought(self, brought: Brought) -> None:
        """Say what was done; the lines that wait stay to be saved."""
        self.progress.end()
        assert self._table is not None
        assert self._plan is not None
        self.fill(value.after(self._table, self._plan, brought))
        self._out = SheetOut(self.context, self, self.progress)

    def _save_waiting(self) -> None:
        table, plan, tools = self._table, self._plan, self.context.tools
        assert table is not None
        assert plan is not None

        def make() -> bytes:
            head, rows = list_words.waiting(table, plan.of(*value.WAITING))
            return tools.write_table(head, rows, "csv")

        self._out.save(value.waiting_name(), make, value.waiting_saved())

    def _take_out(self, kind: value.Kind) -> None:
        safe, tools = self._safe, self.context.tools

        def make() -> bytes:
            found = taking_out.everyone(safe)
            return tools.write_table(found.head, found.rows, kind)

        self._out.save(value.file_name(kind), make, value.taken_out())

    def _do_long(
        self, words: str, work: Callable[[Tell], Plan], done: Callable[[Plan], None]
    ) -> None:
        self.progress.begin(words)

        def end(found: Plan) -> None:
            self.progress.end()
            done(found)

        job = self.context.jobs.run_long(
            work,
            progress=self.progress.advance,
            done=end,
            failed=self._failed,
            stopped=self._stopped,
        )
        self.progress.follow(job, self._stopped)

    def _failed(self, problem: BaseException) -> None:
        self.progress.end()
        self.say_problem(problem)

    def _stopped(self) -> None:
        self.progress.end(value.stopped(), "body")
