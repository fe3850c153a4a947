"""What is missing on a paper, said before anything is said to be right."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from desktop_app import i18n
from desktop_app.core.documents.model import FilledForm, LeftOut, LetterDocument

NAMED = 3
"""Answers which are named where the paper is shown; what there is to do with it names all."""


@dataclass(frozen=True, slots=True)
class Lack:
    """So many answers, in words; ``weight``: to be put right, or told only.

    ``title``: what becomes of them, above their names. Without ``answers``, it is help that is
    missing, for arguments of these names.
    """

    words: str
    weight: Literal["error", "body"]
    questions: tuple[str, ...]
    title: str
    answers: bool = True

    @property
    def listed(self) -> str:
        """What becomes of them, and the first ones by their names."""
        # "and one more" is as long as its name.
        most = NAMED if len(self.questions) > NAMED + 1 else NAMED + 1
        named = [f"– {one}" for one in self.questions[:most]]
        if (more := len(self.questions) - most) > 0:
            named.append(i18n.plural("et {n} autre", "et {n} autres", more))
        return i18n.labelled(self.title, "\n".join(["", *named])).replace(" \n", "\n")


def in_short(lacks: Iterable[Lack]) -> str:
    """Return how many answers are missing in all, in one line however large; then the help, which
    comes before printing. "" where nothing is missing.
    """
    found = tuple(lacks)
    lines = []
    if count := sum(len(one.questions) for one in found if one.answers):
        lines.append(i18n.plural("Il manque {n} réponse.", "Il manque {n} réponses.", count))
    if not all(one.answers for one in found):
        lines.append(i18n.text("Faites-vous aider aujourd’hui, avant d’imprimer."))
    return "\n".join(lines)


def lacking(document: LetterDocument | FilledForm) -> tuple[Lack, ...]:
    """Return what decides of the paper's words, then what a pen completes; nothing when whole."""
    return tuple(_lacking(document))


def left_out(document: LetterDocument | FilledForm) -> tuple[str, ...]:
    """Return each argument that the letter does not say, with the reason; none is lost unsaid."""
    if not isinstance(document, LetterDocument):
        return ()
    return tuple(_left_out(one) for one in document.left_out)


def _left_out(one: LeftOut) -> str:
    told = one.why and i18n.pack_text(one.why)
    most = i18n.plural(
        "La lettre garde une seule raison, la plus forte. Celle-ci vient après.",
        "La lettre garde {n} raisons, les plus fortes. Celle-ci vient après.",
        max(one.most, 1),
    )
    why = told if not one.most else " ".join(filter(None, (most, told)))
    return i18n.labelled(f"« {i18n.pack_text(one.title)} »", why)


def helped(document: LetterDocument | FilledForm) -> tuple[str, ...]:
    """Return the arguments for which one is helped before printing; none for most papers."""
    if not isinstance(document, LetterDocument):
        return ()
    return tuple(i18n.pack_text(one) for one in document.help_first)


def help_today() -> str:
    """Return by whom one is helped, today."""
    return i18n.text(
        "Faites-vous aider aujourd’hui, avant d’imprimer : avocat, association ou point-justice"
    )


def _lacking(document: LetterDocument | FilledForm) -> Iterator[Lack]:
    if found := tuple(i18n.pack_text(one.label) for one in document.undecided):
        words = i18n.plural(
            "Il manque {n} réponse, dont ce papier dépend",
            "Il manque {n} réponses, dont ce papier dépend",
            len(found),
        )
        title = i18n.plural(
            "Ce papier dépend de cette réponse", "Ce papier dépend de ces réponses", len(found)
        )
        yield Lack(words, "error", found, title)
    if found := tuple(i18n.pack_text(one.label) for one in document.missing):
        words = i18n.plural(
            "Il manque {n} réponse, à écrire au stylo",
            "Il manque {n} réponses, à écrire au stylo",
            len(found),
        )
        yield Lack(words, "body", found, i18n.text("À écrire au stylo"))
    if found := helped(document):
        yield Lack(help_today(), "body", found, help_today(), answers=False)
