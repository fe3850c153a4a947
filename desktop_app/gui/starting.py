"""Beginning an interview, or taking one up again: read in the worker, then the questions open."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from desktop_app import i18n
from desktop_app.gui.context import Context
from desktop_app.gui.for_whom import for_somebody
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to

if TYPE_CHECKING:  # the first screen offers to begin: what it takes is loaded once one does
    from collections.abc import Callable

    from desktop_app.core.answers.draft import Draft
    from desktop_app.core.generic.build import Changes
    from desktop_app.core.generic.model import GenericForm
    from desktop_app.gui.writing import Writing
    from desktop_app.pages.gestures import TakeUp, Write
    from desktop_app.pages.questions import Way
    from desktop_app.workflow.documents.editions import OtherEdition
    from desktop_app.workflow.documents.generic import OpenedPdf
    from desktop_app.workflow.documents.prepared import Brought
    from desktop_app.workflow.interview.interview import Interview
    from desktop_app.workflow.interview.place import Place
    from desktop_app.workflow.matter.beginning import Begun, Pressing
    from desktop_app.workflow.store import Safe
    from desktop_app.workflow.tools import Tools

PDF = "pdf-"
"""Before the id of a form made for one PDF (``core/generic/model.py``, which the first screen does
not load)."""
PATIENCE_MS = 300
"""How long one waits before being told why."""


@for_somebody
def start(
    context: Context,
    page: Page,
    pack: str,
    *,
    warned: bool = False,
    dossier: str = "",
    sender: str = "",
    way: "Way | None" = None,
    instead: bool = False,
) -> None:
    """Begin a letter or a form for the person of now, or in a dossier for whose it is.

    What must be done today comes first, unless one comes from there (``warned``). ``sender``: the
    family of who wrote, if one said it. ``way``: how its questions are asked, else as is usual
    here; ``instead``: in the place of the present page.
    """
    tools, safe, person = context.tools, context.session.safe, context.session.person

    def read() -> "Begun | Pressing":
        from desktop_app.workflow.matter import beginning

        if safe is not None and pack.startswith(PDF):
            from desktop_app.workflow.documents import with_blank

            return with_blank.begin_kept(tools, safe, pack, person)
        if not dossier:
            begun = beginning.begin(tools, safe, pack, person, warned=warned, sender=sender)
            return _with_kept(tools, safe, begun, person)
        assert safe is not None
        return beginning.follow(tools, safe, dossier, pack, warned=warned)

    _prepare(context, page, read, way, instead=instead)


def _with_kept(
    tools: "Tools", safe: "Safe | None", begun: "Begun | Pressing", person: str
) -> "Begun | Pressing":
    """Take the PDF of a form that the safe keeps; a letter loads nothing of what reads PDFs."""
    from desktop_app.core.packs.model import FormDefinition
    from desktop_app.workflow.matter.beginning import Pressing

    if safe is None or isinstance(begun, Pressing):
        return begun
    if not isinstance(begun.interview.definition, FormDefinition):
        return begun
    from desktop_app.workflow.documents import with_blank

    return with_blank.with_kept(tools, safe, begun, person)


def write(context: Context, page: Page, gesture: "Write") -> None:
    """Begin the letter of a gesture, in its dossier where it has one."""
    start(
        context,
        page,
        gesture.pack,
        warned=gesture.warned,
        dossier=gesture.dossier,
        sender=gesture.sender,
    )


@for_somebody
def start_generic(
    context: Context,
    page: Page,
    opened: "OpenedPdf",
    changes: "Changes",
    *,
    way: "Way | None" = None,
) -> None:
    """Begin the questions made of a PDF that no pack knows, as the person corrected them."""
    tools, safe, person = context.tools, context.session.safe, context.session.person

    def read() -> "Begun":
        from desktop_app.workflow.documents import with_blank

        return with_blank.begin_unknown(tools, safe, opened, changes, person)

    _prepare(context, page, read, way)


@for_somebody
def start_other_edition(
    context: Context, page: Page, opened: "OpenedPdf", other: "OtherEdition"
) -> None:
    """Begin the questions of a known form on a PDF of another edition, then those of its own."""
    tools, safe, person = context.tools, context.session.safe, context.session.person

    def read() -> "Begun":
        from desktop_app.workflow.documents import with_blank

        return with_blank.begin_other_edition(tools, safe, opened, other, person)

    _prepare(context, page, read)


@for_somebody
def start_confirmed(context: Context, page: Page, brought: "Brought", form: "GenericForm") -> None:
    """Begin a prepared form on the PDF that was brought, its boxes confirmed."""
    tools, safe, person = context.tools, context.session.safe, context.session.person

    def read() -> "Begun":
        from desktop_app.workflow.documents import prepared

        return prepared.begin_confirmed(tools, safe, brought, form, person)

    _prepare(context, page, read)


@for_somebody
def start_letter_of(context: Context, page: Page, draft: "Draft") -> None:
    """Begin the letter that holds the request of a prepared form, with what was told already."""
    tools, safe, person = context.tools, context.session.safe, context.session.person

    def read() -> "Begun | Pressing":
        from desktop_app.workflow.documents import prepared

        return prepared.begin_letter(tools, safe, draft, person)

    _prepare(context, page, read)


def take_up(
    context: Context,
    page: Page,
    gesture: "TakeUp",
    *,
    way: "Way | None" = None,
    instead: bool = False,
) -> None:
    """Come back where a draft was left, or to its answers; one writes again for its person.

    ``way``: how its questions are asked, wherever it was left; ``instead``: in the place of the
    present page.
    """
    tools, safe = context.tools, context.session.safe
    if safe is None:
        return

    def read() -> "Begun":
        from dataclasses import replace

        from desktop_app.workflow.documents import with_blank

        found = with_blank.take_up(tools, safe, gesture.draft, checked=gesture.checked)
        return found if way is None else replace(found, place=None)

    _prepare(context, page, read, way, instead=instead)


def _prepare(
    context: Context,
    page: Page,
    read: "Callable[[], Begun | Pressing]",
    way: "Way | None" = None,
    *,
    instead: bool = False,
) -> None:
    """Read in the worker, then show; a long wait is said in the bar, which is always in view."""
    waiting = QTimer(singleShot=True, interval=PATIENCE_MS)
    words = i18n.text("Les questions se préparent…")
    waiting.timeout.connect(lambda: context.navigator.say_saved(words))

    def done(found: "Begun | Pressing") -> None:
        waiting.stop()
        if not (instead and page.left):
            _show(context, found, way, instead=instead)

    def failed(problem: BaseException) -> None:
        waiting.stop()
        context.navigator.say_saved("")
        page.say_problem(problem)

    waiting.start()
    context.jobs.run(read, done=done, failed=failed)


def _show(
    context: Context, found: "Begun | Pressing", way: "Way | None", *, instead: bool = False
) -> None:
    """Show the questions, or what must be done before."""
    from desktop_app.gui.writing import Writing
    from desktop_app.workflow.matter.beginning import Pressing

    session = context.session
    if isinstance(found, Pressing):
        go = context.navigator.replace if instead else context.navigator.go
        go(to.Urgent(found.emergency, pack=found.pack, dossier=found.dossier))
        return
    pack = found.interview.draft.pack
    if found.writes_for is not None and found.writes_for[0] != session.person:
        session.write_for(*found.writes_for)
    if found.blank is not None:
        session.bring(pack, found.blank)
    elif (there := session.blanks.get(pack)) and not there.serves(session.person):
        del session.blanks[pack]
    received = session.take_received(pack)

    def keep_paper(safe: "Safe") -> None:
        from desktop_app.workflow.matter.received import keep_received

        assert received is not None
        writing.dossier = keep_received(
            safe,
            context.tools,
            writing.interview.definition,
            received.paper,
            person=writing.person,
        )

    writing = Writing(
        found.interview,
        runner=context.jobs,
        bar=context.navigator,
        holder=session,
        question=found.place.question if found.place is not None else "",
        draft_id=found.draft_id,
        dossier=found.dossier,
        profile={**found.profile, **(received.told if received is not None else {})},
        own=found.own,
        first=keep_paper if received is not None and not found.dossier else None,
    )
    if (own := session.blanks.get(pack)) is not None:
        from desktop_app.workflow.documents.own_blank import keep_with

        keep_with(writing, own)
    writing.answers_paper = received is not None
    if found.unkept:
        from desktop_app.gui.consent import keep_no_more

        keep_no_more(context)
    open_questions(context, writing, found.place, way=way, instead=instead)


def usual_way(context: Context) -> "Way":
    """Return how questions are asked here: an office has them all on its sheet."""
    return to.OfficeSheet if context.tools.mode == "association" else to.Questions


def open_questions(
    context: Context,
    writing: "Writing",
    place: "Place | None",
    *,
    way: "Way | None" = None,
    instead: bool = False,
) -> None:
    """Show the interview at this place; ``way``: how its questions are asked, when it begins.

    ``instead``: in the place of the present page.
    """
    context.session.take(writing)
    context.navigator.say_saved(writing.state())
    if instead:
        _begin(context, writing, (way or usual_way(context))(writing), instead=True)
        _prepare_page(context, writing.interview)
        return
    go, check = context.navigator.go, to.Check(writing)
    match place.where if place is not None else "":
        case "finish" if context.tools.mode == "association":
            from desktop_app.gui.consent import look_at_mandate

            then = to.OfficeFinish(writing)
            look_at_mandate(context, writing, then, lambda: go(then, to.OfficeSheet(writing)))
        case "check" | "finish":
            go(check)
        case "paper":
            go(paper_of(writing), check)
        case "correct":
            writing.correcting = writing.question
            go(to.Questions(writing), check)
        case "whole":
            writing.looking = True  # one comes back to the answer that was left
            go(to.AllQuestions(writing))
        case "on-page":
            go(to.OnPage(writing))
        case "sheet":
            writing.looking = True
            go(to.OfficeSheet(writing))
        case _:
            begun = way or (usual_way(context) if place is None else to.Questions)
            _begin(context, writing, begun(writing))
    _prepare_page(context, writing.interview)


def _begin(
    context: Context, writing: "Writing", first: to.Destination, *, instead: bool = False
) -> None:
    """Show the first page; where it has several answers, where they are kept is asked before.

    An office tells the person before what it keeps of her.
    """
    from desktop_app.gui.consent import ask_first, is_asked_here
    from desktop_app.gui.keeping import may_be_lost

    open_ = context.navigator.replace if instead else context.navigator.go
    several = not isinstance(first, to.Questions)
    if is_asked_here(context) and not writing.draft_id:
        ask_first(context, writing, first, open_)
    elif several and may_be_lost(context) and not instead:
        context.navigator.go(to.WhoUses(writing, then=first))
    else:
        open_(first)


def paper_of(writing: "Writing") -> to.Destination:
    """Return the page where the letter or the form of these answers is made."""
    from desktop_app.core.packs.model import LetterDefinition

    letter = isinstance(writing.interview.definition, LetterDefinition)
    paper = to.Letter if letter else to.FilledForm
    return paper(writing.interview.draft, writing.keep, writing)


def go_on(context: Context, writing: "Writing") -> None:
    """Come back to an interview that is in memory; a safe that was opened since keeps it."""
    from desktop_app.gui.consent import ask_first, is_asked_here

    if is_asked_here(context) and not writing.draft_id:
        context.session.take(writing)
        ask_first(context, writing, to.Questions(writing), context.navigator.go)
        return
    open_questions(context, writing, writing.place.in_now(writing.interview))
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
