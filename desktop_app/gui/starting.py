"""Beginning an interview, or taking one up again: read in the worker, then the questions open."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QTimer

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to

if TYPE_CHECKING:  # the first screen offers to begin: what it takes is loaded once one does
    import datetime as dt
    from collections.abc import Callable

    from desktop_app.core.generic.build import Changes
    from desktop_app.core.generic.model import GenericForm
    from desktop_app.core.records import Dossier, Value
    from desktop_app.gui.writing import Writing
    from desktop_app.pages.gestures import Write
    from desktop_app.pages.questions import Way
    from desktop_app.workflow.documents.editions import OtherEdition
    from desktop_app.workflow.documents.generic import OpenedPdf
    from desktop_app.workflow.interview.interview import Interview
    from desktop_app.workflow.interview.saving import Resumed

T = TypeVar("T")
PATIENCE_MS = 300
"""How long one waits before being told why."""


def start(context: Context, page: Page, pack: str, *, warned: bool = False) -> None:
    """Begin a letter or a form for the person of now.

    What must be done today comes before a letter that presses, unless one comes from there
    (``warned``).
    """
    tools, session = context.tools, context.session
    safe, person, own = session.safe, session.person, at_home(context)

    def read() -> "tuple[Interview, Mapping[str, Value], str]":
        from desktop_app.workflow.guidance import urgent
        from desktop_app.workflow.interview import saving

        interview = saving.begin(tools.catalogue, pack, tools.clock.today())
        procedure = urgent.procedure_of(tools.catalogue, pack)
        emergency = "" if warned else urgent.emergency_of(tools.law, procedure)
        return interview, saving.known(safe, person, own=own, courts=tools.law.courts), emergency

    def show(read: "tuple[Interview, Mapping[str, Value], str]") -> None:
        from desktop_app.gui.writing import Writing

        interview, profile, emergency = read
        if emergency:
            context.navigator.go(to.Urgent(emergency=emergency, pack=pack))
            return
        open_questions(
            context,
            Writing(
                interview,
                runner=context.jobs,
                bar=context.navigator,
                holder=session,
                profile=profile,
                own=own,
            ),
        )

    _prepare(context, page, read, show)


def write(context: Context, page: Page, gesture: "Write") -> None:
    """Begin the letter of a gesture, in its dossier where it has one."""
    if gesture.dossier:
        follow(context, page, gesture.dossier, gesture.pack, warned=gesture.warned)
    else:
        start(context, page, gesture.pack, warned=gesture.warned)


def start_generic(
    context: Context,
    page: Page,
    opened: "OpenedPdf",
    changes: "Changes",
    *,
    way: "Way" = to.Questions,
) -> None:
    """Begin the questions made of a PDF that no pack knows, as the person corrected them."""

    def make(today: "dt.date") -> "GenericForm":
        from desktop_app.workflow.documents.generic import make_form

        return make_form(opened, today, changes)

    _start_form(context, page, opened, make, way)


def start_other_edition(
    context: Context, page: Page, opened: "OpenedPdf", other: "OtherEdition"
) -> None:
    """Begin the questions of a known form on a PDF of another edition, then those of its own."""

    def make(today: "dt.date") -> "GenericForm":
        from desktop_app.workflow.documents.editions import completed

        assert opened.facts is not None
        return completed(other, opened.facts, today, opened.password)

    _start_form(context, page, opened, make)


def _start_form(
    context: Context,
    page: Page,
    opened: "OpenedPdf",
    make: "Callable[[dt.date], GenericForm]",
    way: "Way" = to.Questions,
) -> None:
    """Begin the questions of a form made for one PDF; ``make`` runs in the worker."""
    tools, session = context.tools, context.session
    safe, person, own = session.safe, session.person, at_home(context)
    today = tools.clock.today()

    def read() -> "tuple[Interview, Mapping[str, Value]]":
        from desktop_app.workflow.documents.generic import begin_generic
        from desktop_app.workflow.interview import saving

        interview = begin_generic(make(today), today)
        return interview, saving.known(safe, person, own=own, courts=tools.law.courts)

    def show(read: "tuple[Interview, Mapping[str, Value]]") -> None:
        from desktop_app.gui.writing import Writing
        from desktop_app.workflow.documents.generic import keep_blank

        interview, profile = read
        pack = interview.draft.pack
        session.blanks[pack] = opened.blank
        writing = Writing(
            interview,
            runner=context.jobs,
            bar=context.navigator,
            holder=session,
            profile=profile,
            own=own,
            first=lambda held: keep_blank(held, opened, pack, today, person),
        )
        open_questions(context, writing, way=way)

    _prepare(context, page, read, show)


def _prepare(
    context: Context, page: Page, read: "Callable[[], T]", show: "Callable[[T], None]"
) -> None:
    """Read in the worker, then show; a long wait is said in the bar, which is always in view."""
    waiting = QTimer(singleShot=True, interval=PATIENCE_MS)
    words = i18n.text("Les questions se préparent…")
    waiting.timeout.connect(lambda: context.navigator.say_saved(words))

    def done(found: "T") -> None:
        waiting.stop()
        show(found)

    def failed(problem: BaseException) -> None:
        waiting.stop()
        context.navigator.say_saved("")
        page.say_problem(problem)

    waiting.start()
    context.jobs.run(read, done=done, failed=failed)


def take_up(context: Context, page: Page, draft_id: str) -> None:
    """Come back to the same question of a draft; one writes again for its person."""
    tools, session = context.tools, context.session
    safe, at_ones_own = session.safe, at_home(context)
    if safe is None:
        return

    def read() -> "tuple[Resumed, str, Mapping[str, Value], bytes | None]":
        from desktop_app.workflow.documents.generic import blank_of
        from desktop_app.workflow.interview import saving

        resumed = saving.resume(safe, tools.catalogue, draft_id, tools.clock.today())
        blank = blank_of(safe, resumed.interview.draft.pack)
        names = {person.id: person.name for person in safe.people.all()}
        gone = resumed.person_id and resumed.person_id not in names
        own = at_ones_own and not resumed.person_id
        profile = (
            {} if gone else saving.known(safe, resumed.person_id, own=own, courts=tools.law.courts)
        )
        return resumed, names.get(resumed.person_id, ""), profile, blank

    def show(read: "tuple[Resumed, str, Mapping[str, Value], bytes | None]") -> None:
        from desktop_app.gui.writing import Writing

        resumed, name, profile, blank = read
        if blank is not None:
            session.blanks[resumed.interview.draft.pack] = blank
        if resumed.person_id != session.person:
            session.write_for(resumed.person_id if name else "", name)
        writing = Writing(
            resumed.interview,
            runner=context.jobs,
            bar=context.navigator,
            holder=session,
            question=resumed.question,
            draft_id=draft_id,
            dossier=resumed.dossier_id,
            profile=profile,
            own=at_ones_own and not resumed.person_id,  # never what was written for someone gone
        )
        open_questions(context, writing, verify=not resumed.question)

    _prepare(context, page, read, show)


def follow(context: Context, page: Page, dossier: str, pack: str, *, warned: bool = False) -> None:
    """Begin the letter that follows in a dossier, for the person whose dossier it is.

    What must be done today comes first, as in ``start``.
    """
    tools, session = context.tools, context.session
    safe, at_ones_own = session.safe, at_home(context)
    if safe is None:
        return

    def read() -> "tuple[Interview, Dossier, Mapping[str, Value], str]":
        from desktop_app.workflow.guidance import urgent
        from desktop_app.workflow.interview import saving
        from desktop_app.workflow.matter.next_letter import begin_next

        found = safe.dossiers.one(dossier)
        interview = begin_next(safe, tools.catalogue, dossier, pack, tools.clock.today())
        own = at_ones_own and not found.person_id
        procedure = urgent.procedure_of(tools.catalogue, pack)
        emergency = "" if warned else urgent.emergency_of(tools.law, procedure)
        return (
            interview,
            found,
            saving.known(safe, found.person_id, own=own, courts=tools.law.courts),
            emergency,
        )

    def show(read: "tuple[Interview, Dossier, Mapping[str, Value], str]") -> None:
        from desktop_app.gui.writing import Writing

        interview, found, profile, emergency = read
        if emergency:
            context.navigator.go(to.Urgent(emergency=emergency, pack=pack, dossier=dossier))
            return
        if found.person_id != session.person:
            session.write_for(found.person_id, found.person)
        first = interview.to_do()
        writing = Writing(
            interview,
            runner=context.jobs,
            bar=context.navigator,
            holder=session,
            question=first.question.id if first else "",
            dossier=dossier,
            profile=profile,
            own=at_ones_own and not found.person_id,
        )
        open_questions(context, writing, verify=first is None)

    _prepare(context, page, read, show)


def open_questions(
    context: Context, writing: "Writing", *, verify: bool = False, way: "Way" = to.Questions
) -> None:
    """Show the questions where they stand, or "Vérifier" when all were met."""
    context.session.take(writing)
    context.navigator.say_saved(writing.state())
    context.navigator.go(to.Check(writing) if verify else way(writing))
    _prepare_page(context, writing.interview)


def go_on(context: Context, writing: "Writing") -> None:
    """Come back to an interview that is in memory; a safe that was opened since keeps it."""
    open_questions(context, writing, verify=not writing.question)
    if context.session.safe is not None:
        writing.keep()


def _prepare_page(context: Context, interview: "Interview") -> None:
    """Make a form ready to be filled on its page, once its first question is shown."""
    catalogue = context.tools.catalogue

    def work() -> None:
        from desktop_app.core.packs.model import FormDefinition
        from desktop_app.workflow.documents.on_page import prepare
        from desktop_app.workflow.interview.definitions import map_of

        if isinstance(interview.definition, FormDefinition):
            prepare(map_of(catalogue, interview.draft))

    context.jobs.run_aside(work, done=lambda _none: None, failed=lambda _problem: None)


def at_home(context: Context) -> bool:
    """Tell whether the safe is one person's: an association writes for nobody unnamed."""
    return context.tools.mode == "home"
