"""What went wrong, in words; anything unforeseen too, without a value in it."""

import os
import traceback

from desktop_app import i18n
from desktop_app.core.errors import AppError


class NotSaved(str):
    """Words that say why what was typed is not in the safe: they are shown whole, at any size."""

    __slots__ = ()


def not_saved(problem: BaseException) -> NotSaved:
    """Return what is said when the safe could not take what was typed."""
    return NotSaved(i18n.text("Pas encore enregistré : {why}").format(why=words_of(problem)))


def words_of(problem: BaseException) -> str:
    """Return the sentence of a refusal: the same as on the command line."""
    if isinstance(problem, AppError):
        return i18n.sentence(problem.wording, problem.parameters)
    frames = traceback.extract_tb(problem.__traceback__)
    where = f"{os.path.basename(frames[-1].filename)}:{frames[-1].lineno}" if frames else "?"
    return i18n.sentence("internal", {"place": f"{type(problem).__name__}, {where}"})
