"""Beginning an interview, or taking one up again: read in the worker, then the questions open."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from desktop_app.gui.context import Context
from desktop_app.gui.widgets.page import Page

if TYPE_CHECKING:  # the first screen offers to begin: what it takes is loaded once one does
    from desktop_app.gui.writing import Writing
    from desktop_app.workflow.interview import Interview
    from desktop_app.workflow.safes import Safe, Value
    from desktop_app.workflow.saving import Resumed


def start(context: Context, page: Page, pack: str) -> None:
    """Begin a letter or a form for the person of now."""
    tools, session = context.tools, context.session
    safe, person = session.safe, session.person

    def read() -> "tuple[Interview, Mapping[str, Value]]":
        from desktop_app.workflow import saving

        interview = saving.begin(tools.catalogue, pack, tools.clock.today())
        return interview, _profile(safe, person)

    def show(read: "tuple[Interview, Mapping[str, Value]]") -> None:
        from desktop_app.gui.writing import Writing

        interview, profile = read
        open_questions(
            context,
            Writing(
                interview,
                runner=context.jobs,
                bar=context.navigator,
                holder=session,
                profile=profile,
            ),
        )

    context.jobs.run(read, done=show, failed=page.say_problem)


def take_up(context: Context, page: Page, draft_id: str) -> None:
    """Come back to the same question of a draft; one writes again for its person."""
    tools, session = context.tools, context.session
    safe = session.safe
    if safe is None:
        return

    def read() -> "tuple[Resumed, str, Mapping[str, Value]]":
        from desktop_app.workflow import saving

        resumed = saving.resume(safe, tools.catalogue, draft_id, tools.clock.today())
        names = {person.id: person.name for person in safe.people.all()}
        known = resumed.person_id in names
        profile = _profile(safe, resumed.person_id) if known else {}
        return resumed, names.get(resumed.person_id, ""), profile

    def show(read: "tuple[Resumed, str, Mapping[str, Value]]") -> None:
        from desktop_app.gui.writing import Writing

        resumed, name, profile = read
        if resumed.person_id != session.person:
            session.write_for(resumed.person_id if name else "", name)
        writing = Writing(
            resumed.interview,
            runner=context.jobs,
            bar=context.navigator,
            holder=session,
            question=resumed.question,
            draft_id=draft_id,
            profile=profile,
        )
        open_questions(context, writing, verify=not resumed.question)

    context.jobs.run(read, done=show, failed=page.say_problem)


def open_questions(context: Context, writing: "Writing", *, verify: bool = False) -> None:
    """Show the questions where they stand, or "Vérifier" when all were met."""
    context.session.writing = writing
    context.navigator.say_saved(writing.state())
    context.navigator.go("verifier" if verify else "questions", writing=writing)


def _profile(safe: "Safe | None", person: str) -> Mapping[str, "Value"]:
    return safe.people.profile(person) if safe is not None and person else {}
