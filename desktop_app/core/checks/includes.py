"""Every group of questions that a pack includes exists."""

from collections.abc import Iterator
from difflib import get_close_matches

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem
from desktop_app.core.packs.model import Section


def run(checked: Checked) -> Iterator[Problem]:
    """Report groups that are not in forms/common, and sections that ask nothing."""
    for s, section in enumerate(checked.pack.definition.section):
        for i, name in enumerate(section.include):
            if name not in checked.known.groups:
                near = get_close_matches(name, checked.known.groups, 1)
                path = ("section", s, "include", i)
                yield checked.problem("pack-unknown-group", path, *near, name=name[:60])
        yield from _without(checked, s, section)
        if not (section.include or section.question or section.arguments):
            yield checked.problem("pack-empty-section", ("section", s))


def _without(checked: Checked, s: int, section: Section) -> Iterator[Problem]:
    """Report what is left out of groups that do not ask it."""
    groups = (
        checked.known.groups[name] for name in section.include if name in checked.known.groups
    )
    asked = {question.id for group in groups for question in group.question}
    for i, name in enumerate(section.without):
        if name not in asked:
            path = ("section", s, "without", i)
            near = get_close_matches(name, asked, 1)
            yield checked.problem("pack-unknown-name", path, *near, name=name[:60])


CHECK = Check("includes", "Une question commune garde partout le même nom.", run)
