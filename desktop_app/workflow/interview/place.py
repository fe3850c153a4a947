"""Where one is with an interview: a question, or a page; kept beside the answers, as one text."""

from dataclasses import dataclass
from typing import Literal, get_args

from desktop_app.workflow.interview.interview import Interview

Where = Literal["question", "correct", "whole", "sheet", "on-page", "check", "paper", "finish"]
"""One question a page, or one answer corrected; all of them; all of them on an office's sheet; the
boxes of a form; the answers, checked; the letter or the form that was made; the last gesture
of an office."""


@dataclass(frozen=True, slots=True)
class Place:
    """``question``: the one shown, or shown last; "" when all were met."""

    question: str = ""
    where: Where = "question"

    def text(self) -> str:
        """Return it as it is kept."""
        return self.question if self.where == "question" else f"{self.question}@{self.where}"

    def in_now(self, interview: Interview) -> "Place":
        """Return where to come back: the paper, if it can be made; an answer that is asked."""
        step = interview.where(self.question) if self.question else None
        where = self.where
        if where == "finish" and interview.troubles:
            where = "sheet"
        elif (where == "paper" and interview.troubles) or (
            where in ("question", "correct") and step is None
        ):
            where = "check"
        return Place(step.question.id if step else "", where)


def read(text: str) -> Place:
    """Return what was kept; what is not known here is the question alone."""
    question, _, said = text.partition("@")
    known: tuple[Where, ...] = get_args(Where)
    return Place(question, next((one for one in known if one == said), "question"))
