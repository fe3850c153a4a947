"""Every case of the kit, family by family."""

from tests.safe.kit.case import Case
from tests.safe.kit.families import (
    backup_content,
    container,
    content,
    copies,
    journals,
    key_files,
    key_limits,
    layers,
    pages,
    parity,
    places,
    rotation,
    secrets,
    sticks,
)


def every_case() -> list[Case]:
    """All of them, each name once."""
    families = (
        secrets,
        sticks,
        key_files,
        key_limits,
        copies,
        pages,
        content,
        parity,
        journals,
        rotation,
        places,
        container,
        backup_content,
        layers,
    )
    found = [case for family in families for case in family.cases()]
    names = [case.name for case in found]
    assert len(set(names)) == len(names), sorted(name for name in names if names.count(name) > 1)
    return found
