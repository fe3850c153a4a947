"""What is said where no letter is about what a person speaks of: who helps, and her own letter."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.pages.page import Found, Long, Text
from desktop_app.pages.why import why
from desktop_app.sentences import case_words

if TYPE_CHECKING:
    from desktop_app.pages.page import Block, Choice
    from desktop_app.workflow.guidance.search import Found as Answers
    from desktop_app.workflow.guidance.search import Help


def told(found: Answers, pressing: Sequence[Choice], own_letter: Sequence[Choice]) -> Found:
    """Return it; what presses all the same stands before it, alone where it is a danger."""
    nothing = no_letter()
    counted = i18n.plural("{n} situation trouvée", "{n} situations trouvées", len(pressing))
    helpers = tuple(Text(case_words.helper(one.told), stop=True) for one in found.help)
    blocks: tuple[Block, ...] = (
        *pressing,
        *((Text(nothing),) if pressing and helpers else ()),
        *helpers,
        *own_letter,
        *((why(nothing, tuple(map(read, found.help))),) if helpers else ()),
    )
    return Found(counted if pressing else nothing, Long(blocks, len(blocks)))


def no_letter() -> str:
    """Return that no letter is about it, and that somebody helps."""
    return i18n.text("Nous n’avons pas de lettre pour cela. Voici qui peut vous aider.")


def read(one: Help) -> str:
    """Return where what is said of a helper was read, when, and how sure it is."""
    return case_words.helper_read(one.told, one.read_in)
