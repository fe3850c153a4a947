"""A pack reads easily: short words and sentences, each word of the trade explained on its page."""

import re
from collections.abc import Iterator

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.language.jargon import in_plain_words
from desktop_app.core.language.readability import kandel_moles, words
from desktop_app.core.packs.model import FormDefinition
from desktop_app.core.packs.screen_text import on_screen, unexplained

LEAST_SCORE = 80
"""Of Kandel and Moles; under 70 a text is administrative."""
ENOUGH_WORDS = 100
"""Below, the score is noise."""
MADE_HERE = "perso-"
"""Begins the id of what the program made for one person.

The words of a form made of a PDF are the office's; a letter that she copied has the title that she
gave it, and no longer that which explained a word.
"""
_SIGNS = re.compile(r"\{[%{].*?[%}]\}")
ROUGH = re.compile(r"\bveuillez\b|!", re.IGNORECASE)


def run(checked: Checked) -> Iterator[Problem]:
    """Report a pack that reads hard, words that no page explains, and orders."""
    pack = checked.definition
    hers = pack.id.startswith(MADE_HERE)
    if hers and isinstance(pack, FormDefinition):
        return
    own = {question.id: path for path, question in checked.own_questions()}
    every = list(on_screen(pack, own))
    for page in every:
        for word in () if hers else unexplained(page, pack):
            yield checked.problem("pack-unexplained", page.path, in_plain_words(word), word=word)
        said = _SIGNS.sub(" ", " ".join(page.texts))
        for found in sorted({one.lower() for one in ROUGH.findall(said)}):
            yield checked.problem("pack-rough-word", page.path, word=found)
    text = " ".join(page.text for page in every)
    if len(words(text)) >= ENOUGH_WORDS and (score := kandel_moles(text)) < LEAST_SCORE:
        yield checked.problem("pack-hard-to-read", score=int(score), limit=LEAST_SCORE)


CHECK = Check("plain", "Une personne inquiète ne relit pas deux fois.", run)
