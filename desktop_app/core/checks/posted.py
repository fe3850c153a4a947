"""What a letter needs at the post, and in hands that know the law of foreigners."""

from collections.abc import Iterator

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.model import LetterDefinition

LAWYER = "un avocat ou une association"
FREE = "Libre rép"
"""What an address bears when it pays the postage ("Libre réponse")."""


def run(checked: Checked) -> Iterator[Problem]:
    """Report what the warnings lack, and a stamp asked for where none is needed."""
    letter, resolved = checked.pack.definition, checked.definition
    if not isinstance(letter, LetterDefinition) or not isinstance(resolved, LetterDefinition):
        return
    first = letter.warning[0] if letter.warning else None
    if letter.family == "etrangers" and (not first or first.when or LAWYER not in first.text):
        yield checked.problem("pack-no-lawyer", ("warning",), words=LAWYER)
    free = any(FREE in line.text for line in resolved.recipient.line)
    if free is not letter.free_post:
        yield checked.problem("pack-free-address" if free else "pack-free-not", ("free_post",))
    if letter.free_post and letter.registered:
        yield checked.problem("pack-free-registered", ("registered",))


CHECK = Check("posted", "Ce que la poste, ou un avocat, demande se dit avant l’envoi.", run)
