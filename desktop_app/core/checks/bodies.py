"""A letter is written to somebody, whose titles are the same in its address and in its call."""

from collections.abc import Iterator
from difflib import get_close_matches

from desktop_app.core.answers.conditions import TODAY
from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.packs.bodies import ANY_FAMILY, Body, title_called, title_of
from desktop_app.core.packs.lines import Path
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.packs.resolve import bodies_of

HERE: Path = ("recipient",)


def run(checked: Checked) -> Iterator[Problem]:
    """Report a recipient of no body and no lines, and bodies that cannot be written to."""
    letter = checked.pack.definition
    if not isinstance(letter, LetterDefinition):
        return
    recipient = letter.recipient
    if recipient.house:  # made by resolve, of no author
        yield checked.problem("pack-unknown-key", (*HERE, "house"), key="house")
    if recipient.body and (recipient.line or recipient.call):
        yield checked.problem("pack-recipient-both", HERE)
    elif not bodies_of(letter, checked.known.groups) and not (recipient.line and recipient.call):
        yield checked.problem("pack-no-recipient", HERE)
    for place, name in _candidates(checked, letter):
        body = checked.known.bodies.bodies.get(name)
        if body is None:
            near = get_close_matches(name, checked.known.bodies.bodies, 1)
            yield checked.problem("pack-unknown-body", place, *near, name=name[:60])
        else:
            yield from _askable(checked, place, body)
    yield from _borrowed(checked, letter)
    yield from _titles(checked, letter)


def run_for_authors(checked: Checked) -> Iterator[Problem]:
    """Report a letter to a body that does not deal with what it asks."""
    letter = checked.pack.definition
    if not isinstance(letter, LetterDefinition):
        return
    for place, name in _candidates(checked, letter):
        body = checked.known.bodies.bodies.get(name)
        if body is None or ANY_FAMILY in body.families:
            continue
        other = letter.procedure and body.procedures and letter.procedure not in body.procedures
        if letter.family not in body.families or other:
            yield checked.problem("pack-body-other", place, name=name)


def _candidates(checked: Checked, letter: LetterDefinition) -> Iterator[tuple[Path, str]]:
    for position, one in enumerate(bodies_of(letter, checked.known.groups)):
        own = position < len(letter.recipient.body)
        yield (*HERE, "body", position, "id") if own else HERE, one.id


def _askable(checked: Checked, place: Path, body: Body) -> Iterator[Problem]:
    """Report names in a body's lines that this letter never asks."""
    known = {*checked.question, TODAY}
    texts = (*checked.known.bodies.lines(body), body.which)
    for name in sorted({name for text in texts for name in text_of(text).names} - known):
        yield checked.problem("pack-body-needs", place, id=body.id, name=name)


def _borrowed(checked: Checked, letter: LetterDefinition) -> Iterator[Problem]:
    """Report names in the conditions of the groups' bodies that this letter never asks."""
    known = {*checked.question, TODAY}
    borrowed = bodies_of(letter, checked.known.groups)[len(letter.recipient.body) :]
    for one in borrowed:
        for name in sorted(condition_of(one.when).names - known):
            yield checked.problem("pack-body-needs", HERE, id=one.id, name=name)


def _titles(checked: Checked, letter: LetterDefinition) -> Iterator[Problem]:
    """Report titles that differ, in an address and calls written by hand."""
    called = {title_called(call.text) for call in letter.recipient.call} - {""}
    named = {title_of(line.text) for line in letter.recipient.line} - {""}
    for position, call in enumerate(letter.recipient.call):
        if named and (title := title_called(call.text)) and title not in named:
            yield checked.problem("pack-call-title", (*HERE, "call", position, "text"), title=title)
    for position, line in enumerate(letter.recipient.line):
        if called and (title := title_of(line.text)) and title not in called:
            yield checked.problem("pack-call-title", (*HERE, "line", position, "text"), title=title)


CHECK = Check("bodies", "Une lettre mal adressée, ou au mauvais titre, arrive en retard.", run)
COMPETENT = Check("competent", "Écrire au mauvais bureau fait perdre du temps.", run_for_authors)
