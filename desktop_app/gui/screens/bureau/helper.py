"""One person who helps in the office; what it says is in ``pages/office_helper.py``."""

from collections.abc import Callable

from desktop_app import i18n
from desktop_app.core.office import Member
from desktop_app.gui.context import Context
from desktop_app.gui.page_view import PageView
from desktop_app.gui.screens.bureau.settings import found_in
from desktop_app.gui.screens.coffre.choose_phrase import ChoosesPhrase
from desktop_app.pages import destinations as to
from desktop_app.pages import office_helper as page
from desktop_app.pages.office_settings import FoundOffice
from desktop_app.pages.page import Answers, Gesture
from desktop_app.workflow.store import Safe


class HelperScreen(PageView):
    """A new one gives her name, then her phrase; one who is there is named, changed, removed."""

    def __init__(self, context: Context, asked: to.OfficeHelper) -> None:
        super().__init__(context, i18n.text("Qui aide"))
        assert context.session.main_safe is not None
        self._safe: Safe = context.session.main_safe
        self._id = asked.helper
        self._member: Member | None = None
        if self._id:
            self._read()
        else:
            self.fill(page.new())

    def perform(self, gesture: Gesture) -> None:
        """Take a name, give a role, ask before somebody leaves."""
        safe, which, on = self._safe, self._id, self.context.tools.clock.today()
        match gesture:
            case Answers(page.NEW, values):
                name = str(values.get(page.NAME, ""))
                self.run(
                    lambda: safe.team.expect_new(name),
                    lambda kept: self.do(to.HelperPhrase(kept)),
                )
            case Answers(page.NAME, values):
                name = str(values.get(page.NAME, ""))
                self._change(page.renamed(), lambda: safe.team.rename(which, name))
            case page.GiveRole(role):
                words = page.role_given(role)
                self._change(words, lambda: safe.team.give_role(which, role))
            case page.AskToRemove():
                if self._member is not None:
                    self.tell_problem(page.to_remove(self._member))
            case page.Remove():
                name = self._member.name if self._member is not None else ""
                self.run(
                    lambda: safe.team.remove(which, on=on),
                    lambda _none: self.show_page(page.removed(name)),
                )

    def _change(self, words: str, work: Callable[[], object]) -> None:
        self.clear_problem()
        self.run(work, lambda _none: self._read(words))

    def _read(self, said: str = "") -> None:
        safe = self._safe

        def show(found: tuple[FoundOffice, Member]) -> None:
            office, self._member = found
            self.show_page(page.page(self._member, mine=office.mine))
            if said:
                self.say(said, "done")

        self.run(lambda: (found_in(safe), safe.team.one(self._id)), show)


class HelperPhrase(ChoosesPhrase):
    """She chooses it herself; drawn words are asked back before they open anything."""

    def __init__(self, context: Context, asked: to.HelperPhrase) -> None:
        super().__init__(context, page.her_phrase(asked.name), own=False, drawn=asked.drawn)
        self._name = asked.name
        self.then = to.Office()

    def chosen(self, phrase: str) -> to.ChosenPhrase:
        return to.ChosenPhrase(phrase, helper=self._name)

    def here(self, drawn: str) -> to.Destination:
        return to.HelperPhrase(self._name, drawn)
