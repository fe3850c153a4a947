"""A pack says where its law was read, and what each paragraph means."""

from collections.abc import Iterator

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.families import FAMILIES
from desktop_app.core.packs.model import LetterDefinition
from desktop_app.core.sourced import MOST_SAID, says_too_much

# What a person says of a letter received, then what she wants when she received none.
SITUATIONS = (
    "rembourser",
    "refus",
    "arret",
    "sanction",
    "payer",
    "partir",
    "incompris",
    "demander",
    "silence",
    "savoir",
    "temps",
    "mediateur",
)

SAID = ("text", "subject", "request")
"""Keys of a text that, once written, says something."""


def run(checked: Checked) -> Iterator[Problem]:
    """Report a pack without sources, unknown families or situations, meanings not said."""
    definition = checked.pack.definition
    yield from _shelved(checked)
    if not definition.source:
        yield checked.problem("pack-no-source")
    yield from _sources(checked)
    yield from _later(checked)
    for key in ("title", "plain_title"):
        if not getattr(definition, key).strip():
            yield checked.problem("pack-empty-text", (key,))
    for file, path, key, text in checked.sources():
        if key in SAID and not text.strip():
            yield file.problem("pack-empty-text", path)
    if isinstance(definition, LetterDefinition):
        yield from _letter(checked, definition)


def _shelved(checked: Checked) -> Iterator[Problem]:
    """Report a family or a situation under which nobody would find it."""
    from difflib import get_close_matches

    definition = checked.pack.definition
    if definition.family not in FAMILIES:
        near = get_close_matches(definition.family, FAMILIES, 1)
        yield checked.problem(
            "pack-unknown-family",
            ("family",),
            *near,
            family=definition.family[:60],
            known=", ".join(FAMILIES),
        )
    for situation in definition.situations:
        if situation not in SITUATIONS:
            yield checked.problem(
                "pack-unknown-situation",
                ("situations",),
                *get_close_matches(situation, SITUATIONS, 1),
                situation=situation[:60],
                known=", ".join(SITUATIONS),
            )


def _letter(checked: Checked, letter: LetterDefinition) -> Iterator[Problem]:
    """Report what a letter, and no form, must have."""
    for position, paragraph in enumerate(letter.paragraph):
        if not paragraph.meaning.strip():
            yield checked.problem("pack-empty-text", ("paragraph", position, "meaning"))
    if not any(map(str.strip, letter.keywords)):
        yield checked.problem("pack-no-keyword", ("keywords",))
    for key in ("sender", "place", "signature"):
        if not getattr(checked.definition, key):
            yield checked.problem("pack-letter-without", (key,), what=key)


def _sources(checked: Checked) -> Iterator[Problem]:
    """Report sources that name nothing; that of a form may be its paper alone."""
    letter = isinstance(checked.pack.definition, LetterDefinition)
    for position, source in enumerate(checked.pack.definition.source):
        lacks = letter and not source.articles
        if lacks or not all(map(str.strip, source.articles)):
            yield checked.problem("pack-no-article", ("source", position, "articles"))
        if not source.title.strip():
            yield checked.problem("pack-empty-text", ("source", position, "title"))
        if says_too_much(source.says):
            yield checked.problem("pack-says-much", ("source", position, "says"), n=MOST_SAID)


def _later(checked: Checked) -> Iterator[Problem]:
    """Report days of reading that have not come yet."""
    today, definition = checked.known.today, checked.pack.definition
    if today is None:
        return
    if definition.seen_on > today:
        yield checked.problem("pack-seen-later", ("seen_on",))
    for position, source in enumerate(definition.source):
        if source.seen_on > today:
            yield checked.problem("pack-seen-later", ("source", position, "seen_on"))


CHECK = Check("law", "On ne signe pas ce qu’on ne comprend pas, ni ce qui n’a pas de source.", run)
