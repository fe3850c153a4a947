"""What the office reads: each example of a letter is written in short and whole sentences."""

import re
from collections.abc import Iterator

from desktop_app.core.answers.answer_file import draft_of
from desktop_app.core.answers.validate import validate
from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.errors import InvalidAnswers, Problem
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.spaces import plain

MOST_WORDS = 33
"""Of a sentence, without what stands in brackets."""
_TWICE = re.compile(r"\b(?!nous|vous)(\w+) \1\b")
_HALF = re.compile(r"  | ,| \.|,\.|\.\.(?!\.)(?<!\.\.\.)")
"""A name that was empty leaves two spaces, or a sign alone; three points are a sign."""
_BLANK = re.compile(r"\.{5,}")
"""Left for the pen."""


def run(checked: Checked) -> Iterator[Problem]:
    """Report examples that await nothing, and paragraphs long, said twice, or with a word lost."""
    for example, file in checked.examples.values():
        expected = example.expected
        if not (expected.paragraphs or expected.values or expected.ticks):
            yield file.problem("example-proves-nothing", ("expected",))
    letter = checked.definition
    if not isinstance(letter, LetterDefinition):
        return
    for name, (example, file) in checked.examples.items():
        try:
            answers = validate(letter, draft_of(file.data, letter.id), example.today)
        except InvalidAnswers:  # told by the check on examples
            continue
        document = compose_letter(letter, answers, example.today)
        for paragraph in document.paragraphs:
            path = (*checked.paragraph_path(paragraph.id), "text")
            said = plain(_BLANK.sub("BLANC", paragraph.text))
            if n := too_long(said):
                yield checked.problem(
                    "pack-long-sentence", path, n=n, limit=MOST_WORDS, example=name
                )
            if found := _TWICE.search(said):
                yield checked.problem("pack-said-twice", path, word=found[1][:60], example=name)
            if _HALF.search(said):
                yield checked.problem("pack-half-said", path, example=name)


def too_long(text: str) -> int:
    """Return how many words the longest sentence has, when it has too many; else 0."""
    bare = re.sub(r" \([^)]*\)", "", text)
    longest = max((len(one.split()) for one in re.split(r"(?<=[.:;!?])\s|\n", bare)), default=0)
    return longest if longest > MOST_WORDS else 0


CHECK = Check("written", "Une phrase longue ou bancale fait douter de tout le reste.", run)
