"""Every group of questions that a pack includes exists."""

from collections.abc import Iterator
from difflib import get_close_matches

from desktop_app.core.checks.base import Check, Checked
from desktop_app.core.errors import Problem


def run(checked: Checked) -> Iterator[Problem]:
    """Report groups that are not in forms/common, and sections that ask nothing."""
    for s, section in enumerate(checked.pack.definition.section):
        for i, name in enumerate(section.include):
            if name not in checked.known.groups:
                near = get_close_matches(name, checked.known.groups, 1)
                path = ("section", s, "include", i)
                yield checked.problem("pack-unknown-group", path, *near, name=name[:60])
        if not (section.include or section.question or section.arguments):
            yield checked.problem("pack-empty-section", ("section", s))


CHECK = Check("includes", "Une question commune garde partout le même nom.", run)
