"""A letter's questions say why they are asked, help in a few words, and are not too many."""

import re
import tomllib
from collections.abc import Iterator

from desktop_app.core.answers.answer_file import draft_of
from desktop_app.core.answers.conditions import asked
from desktop_app.core.answers.validate import validate
from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import InvalidAnswers, Problem
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.resolve import ENCLOSURES_SECTION

MOST_SENTENCES, MOST_WORDS = 2, 20
FEWEST_KEYWORDS = 6
MOST_PAGES = 16
"""12 pages for the main path, and four for a subject that needs more."""


def run(checked: Checked) -> Iterator[Problem]:
    """Report questions without a reason, long hints, and too few words to find the letter by."""
    letter = checked.definition
    if not isinstance(letter, LetterDefinition):
        return
    own = {question.id: path for path, question in checked.own_questions()}
    for section in letter.section:
        for question in section.question if section.id != ENCLOSURES_SECTION else ():
            path: Path = own.get(question.id, ("section",))
            if not question.why.strip():
                yield checked.problem("pack-no-why", path, id=question.id)
            if is_long(question.hint):
                yield checked.problem("pack-long-hint", path, id=question.id, limit=MOST_WORDS)
    told = len(letter.keywords)
    if 0 < told < FEWEST_KEYWORDS:  # none at all is told apart
        yield checked.problem("pack-few-keywords", ("keywords",), n=told, limit=FEWEST_KEYWORDS)


def is_long(hint: str) -> bool:
    """Tell whether a hint has more than two sentences, or one of more than twenty words."""
    sentences = [one for one in re.split(r"(?<=[.!?]) ", hint) if one]
    long = any(len(one.split()) > MOST_WORDS for one in sentences)
    return long or len(sentences) > MOST_SENTENCES


def run_walking(checked: Checked) -> Iterator[Problem]:
    """Report a letter whose first example, the simplest path, asks too many pages."""
    letter = checked.definition
    if not isinstance(letter, LetterDefinition) or not checked.examples:
        return
    example, file = checked.examples[min(checked.examples)]
    try:
        answers = validate(letter, draft_of(file.data, letter.id), example.today)
    except (InvalidAnswers, tomllib.TOMLDecodeError):
        return  # told by the check on examples
    shown = {one.id for one in asked(letter, answers, example.today)}
    n = sum(not shown.isdisjoint(page.question) for part in letter.section for page in part.page)
    if n > MOST_PAGES:
        yield file.problem("pack-long-path", ("answers",), n=n, limit=MOST_PAGES)


CHECK = Check("asked", "On répond mieux quand on sait pourquoi on répond.", run)
WALKING = Check("path", "Une lettre trop longue à demander reste à moitié faite.", run_walking)
