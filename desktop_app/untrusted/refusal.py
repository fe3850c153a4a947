"""Which refusal an exception of a PDF library means. Used in the child."""

import os
import traceback

from desktop_app.core.errors import AppError
from desktop_app.untrusted.frames import Answer

HEAVY = {"LimitReachedError"}  # pypdf's own ceilings


def refusal_of(surprise: BaseException) -> Answer:
    """Return the answer that says it; only a class name and a line of code leave the child."""
    frames = traceback.extract_tb(surprise.__traceback__)
    place = f"{type(surprise).__name__}, " + " < ".join(
        f"{os.path.basename(frame.filename)}:{frame.lineno}" for frame in reversed(frames[-4:])
    )
    return Answer(refusal=_code(surprise), place=place)


def _code(surprise: BaseException) -> str:
    if isinstance(surprise, AppError):
        return surprise.code
    names = {kind.__name__ for kind in type(surprise).__mro__}
    if isinstance(surprise, MemoryError) or names & HEAVY:
        return "pdf-too-heavy"
    return "pdf-unreadable"
