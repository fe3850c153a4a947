"""Where what one answers is kept: asked when it first matters, and what follows from the answer."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.gui import moving, plugged
from desktop_app.gui.context import Context
from desktop_app.gui.widgets.page import Page
from desktop_app.pages import destinations as to
from desktop_app.pages import endangered

if TYPE_CHECKING:
    from desktop_app.gui.session import Leaving
    from desktop_app.gui.writing import Writing
    from desktop_app.workflow.safes.care import NewSafe


def may_be_lost(context: Context) -> bool:
    """Tell whether what is answered now is kept nowhere, and nobody said that it is not to be.

    An association's papers are kept in its safe, a public terminal keeps none: neither is asked.
    """
    session = context.session
    home = context.tools.mode == "home" and not session.public
    return home and session.safe is None and not session.keeps_nothing


def asks_who(
    context: Context,
    page: Page,
    writing: "Writing",
    *,
    left: str = "",
    then: to.Destination,
    instead: bool = False,
) -> bool:
    """Ask who uses this computer, if that was not said and something personal is kept nowhere.

    Args:
        left: the question that was just answered; "" where several will be on one page.
        then: where one goes on.
        instead: in the place of the present page, not after it.

    Returns:
        Whether it is asked: then this goes on.
    """
    from desktop_app.workflow.interview import personal

    if not may_be_lost(context):
        return False
    tools, interview = context.tools, writing.interview
    definition, draft = interview.definition, interview.draft
    if left and not personal.says_something(definition, draft):
        return False

    def ask(danger: bool) -> None:
        if not page.left:
            navigator = context.navigator
            open_ = navigator.replace if instead else navigator.go
            open_(to.WhoUses(writing, left, danger, then))

    context.jobs.run(
        lambda: personal.endangers(definition, draft, tools.law.emergencies),
        done=ask,
        failed=page.say_problem,
    )
    return True


def look_for_danger(context: Context, writing: "Writing") -> None:
    """Ask again where to keep answers that are in a safe here, once they are a danger there.

    Looked for beside the worker, for it lasts: one goes on meanwhile.
    """
    session, tools = context.session, context.tools
    safe, folder = session.safe, session.folder
    if safe is None or safe.read_only or tools.mode != "home" or writing.endangers:
        return
    from desktop_app.workflow.interview import personal

    interview = writing.interview
    definition, said = interview.definition, interview.draft.answers
    new = {name: one for name, one in said.items() if writing.harmless.get(name) != one}
    draft = replace(interview.draft, answers=new)
    if not new or not personal.says_something(definition, interview.draft):
        return
    writing.harmless |= new

    def endangers() -> bool:
        here = not any(Path(folder).is_relative_to(one) for one in plugged.keys_now())
        return here and personal.endangers(definition, draft, tools.law.emergencies)

    def say(danger: bool) -> None:
        if danger and session.safe is safe and session.writing is writing:
            writing.endangers = True
            context.navigator.go(to.Endangered(writing))

    context.jobs.run_apart(endangers, done=say, failed=lambda _problem: None)


def keep_in(context: Context, made: "NewSafe") -> None:
    """Work in a safe just made: what was answered before it is kept there at once.

    What leaves another safe for it is erased there once it is kept here.
    """
    session, leaving = context.session, context.session.leaving
    if leaving is not None:
        moving.hold(context, leaving)
    session.open(made.safe, str(made.path))
    for writing in session.begun():
        writing.keep()
    if leaving is not None:
        _erase_where_it_was(context, leaving)


def _erase_where_it_was(context: Context, leaving: "Leaving") -> None:
    navigator, writing = context.navigator, leaving.writing

    def refused(_problem: BaseException) -> None:
        navigator.tell(endangered.not_moved())
        context.jobs.run(leaving.safe.close, done=lambda _none: None, failed=lambda _closed: None)

    def kept(_none: object) -> None:
        if writing.unsaved or not writing.draft_id:  # the stick was pulled out meanwhile
            refused(RuntimeError())
        else:
            said = endangered.moved()
            moving.erase(context, leaving, done=lambda: navigator.tell(said), failed=refused)

    context.jobs.run(lambda: None, done=kept, failed=refused)  # after what keeps it


def offer_second_key(
    context: Context,
    page: Page,
    then: to.Destination,
    go_on: Callable[[], object],
    *,
    printed: bool = False,
) -> None:
    """Offer what would open the safe too, then go to ``then``; else ``go_on`` at once.

    Once before a paper received is filed (``then`` takes the place of the present page), and once
    when a letter was ``printed``: there also where a phrase opens it, and no recovery words do. At
    home only: elsewhere the sheet was made with the safe.
    """
    safe = context.session.safe
    if safe is None or safe.read_only or context.tools.mode != "home":
        go_on()
        return
    access, navigator = safe.access, context.navigator
    if not (access.only_here or (printed and access.without_words)):
        go_on()
        return

    def refused(_problem: BaseException) -> None:
        go_on()

    def offer(offered: bool) -> None:
        if offered:
            go_on()
        elif not page.left:
            (navigator.go if printed else navigator.replace)(to.SecondKey(then, printed))

    context.jobs.run(lambda: access.second_key_offered(printed=printed), done=offer, failed=refused)
