"""Whether somebody before a safe that is open knows the phrase: tried in the worker, on no disk.

What is wrong is counted, in one place: in an office a passer-by has as many tries at a phrase as at
a short code.
"""

from collections.abc import Callable

from desktop_app import i18n
from desktop_app.core.errors import AppError
from desktop_app.core.short_code import TRIES
from desktop_app.gui.context import Context
from desktop_app.gui.errors import words_of
from desktop_app.gui.jobs import Jobs
from desktop_app.gui.widgets.phrase import PhraseField

_OF_NOBODY = {"wrong-passphrase", "not-a-reader"}


def is_wrong_phrase(problem: BaseException) -> bool:
    """Tell whether a phrase that was typed is nobody's, and nothing else went wrong."""
    return isinstance(problem, AppError) and problem.code in _OF_NOBODY


def wrong_try(context: Context) -> int:
    """Count one that is wrong; return how many are left.

    At none the safe is locked, what is in hand saved first.
    """
    context.session.wrong_tries += 1
    left = max(0, TRIES - context.session.wrong_tries)
    if not left:
        context.navigator.lock_now()
    return left


def prove(
    jobs: Jobs,
    proves: Callable[[str], bool],
    field: PhraseField,
    *,
    right: Callable[[], object],
    refused: Callable[[str], object],
    aside: bool = False,
    wrong: Callable[[], str] | None = None,
) -> None:
    """Try what is typed in a field, which forgets it when it is ``right``.

    ``refused`` is told why; all that is typed is selected: what comes next takes its place.
    ``aside``: what proves it is in memory, and waits for no disk.
    ``wrong``: counts one that does not prove it; returns what is said besides, "" once it locks.
    """
    typed = field.text()

    def proved(it_is: bool) -> None:
        if it_is:
            field.forget()
            right()
        else:
            told = i18n.sentence("wrong-passphrase")
            if wrong is None:
                refuse(told)
            elif left := wrong():
                refuse(f"{told} {left}")
            else:
                field.forget()

    def refuse(words: str) -> None:
        refused(words)
        field.begin()

    run = jobs.run_aside if aside else jobs.run
    run(lambda: proves(typed), done=proved, failed=lambda problem: refuse(words_of(problem)))
