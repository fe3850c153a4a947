"""What is missing on a paper, said before anything is said to be right."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from desktop_app import i18n
from desktop_app.core.documents.model import FilledForm, LetterDocument

NAMED = 3
"""Answers which are named where the paper is shown; what there is to do with it names all."""


@dataclass(frozen=True, slots=True)
class Lack:
    """So many answers, in words; ``weight``: to be put right, or told only."""

    words: str
    weight: Literal["error", "body"]
    questions: tuple[str, ...]

    @property
    def listed(self) -> str:
        """The words, and the first questions by their names."""
        # "and one more" is as long as its name.
        most = NAMED if len(self.questions) > NAMED + 1 else NAMED + 1
        named = [f"– {one}" for one in self.questions[:most]]
        if (more := len(self.questions) - most) > 0:
            named.append(i18n.plural("et {n} autre", "et {n} autres", more))
        return i18n.labelled(self.words, "\n".join(["", *named])).replace(" \n", "\n")


def lacking(document: LetterDocument | FilledForm) -> tuple[Lack, ...]:
    """Return what decides of the paper's words, then what a pen completes; nothing when whole."""
    return tuple(_lacking(document))


def _lacking(document: LetterDocument | FilledForm) -> Iterator[Lack]:
    if found := tuple(i18n.pack_text(one.label) for one in document.undecided):
        words = i18n.plural(
            "Il manque {n} réponse, dont ce papier dépend",
            "Il manque {n} réponses, dont ce papier dépend",
            len(found),
        )
        yield Lack(words, "error", found)
    if found := tuple(i18n.pack_text(one.label) for one in document.missing):
        words = i18n.plural(
            "Il manque {n} réponse, à écrire au stylo",
            "Il manque {n} réponses, à écrire au stylo",
            len(found),
        )
        yield Lack(words, "body", found)
