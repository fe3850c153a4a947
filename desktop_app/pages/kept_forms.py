"""The forms that the safe has, empty: chosen again for somebody, without looking for their file."""

from collections.abc import Sequence

from desktop_app import i18n
from desktop_app.pages.gestures import Write
from desktop_app.pages.page import Block, Choice, Long, Text
from desktop_app.workflow.safes.blanks import Kept

AT_ONCE = 6
"""Forms shown at first: an office brings a few of them over and over."""


def again(kept: Sequence[Kept]) -> tuple[Block, ...]:
    """Return them under their heading, the last brought first; nothing without any."""
    if not kept:
        return ()
    choices = tuple(Choice(i18n.pack_text(one.title), Write(one.pack)) for one in kept)
    heading = Text(i18n.text("Vos formulaires PDF déjà ouverts"), "subheading")
    return (heading, Long(choices, AT_ONCE))
