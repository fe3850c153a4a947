"""Whether somebody at a hidden page knows the phrase: tried in the worker, on no disk."""

from collections.abc import Callable

from desktop_app import i18n
from desktop_app.gui.errors import words_of
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.widgets.phrase import PhraseField


def prove(
    jobs: Jobs,
    proves: Callable[[str], bool],
    field: PhraseField,
    *,
    right: Callable[[], object],
    refused: Callable[[str], object],
    aside: bool = False,
) -> None:
    """Try what is typed in a field, which forgets it when it is ``right``.

    ``refused`` is told why; all that is typed is selected: what comes next takes its place.
    ``aside``: what proves it is in memory, and waits for no disk.
    """
    typed = field.text()

    def proved(it_is: bool) -> None:
        if it_is:
            field.forget()
            right()
        else:
            refuse(i18n.sentence("wrong-passphrase"))

    def refuse(words: str) -> None:
        refused(words)
        field.begin()

    run = jobs.run_aside if aside else jobs.run
    run(lambda: proves(typed), done=proved, failed=lambda problem: refuse(words_of(problem)))
