"""Packs as a catalogue lists them, and their texts as they stand in files."""

from collections.abc import Mapping
from dataclasses import dataclass

from desktop_app.core.errors import Problem

FREE_LETTER = "lettre-libre"
"""The letter of one's own words, for what no other letter is about."""


UNNUMBERED = "sans"
"""In the place of a form's number: it bears none, each office has a paper of its own."""


def is_numbered(edition: str) -> bool:
    """Tell whether a paper bears a number with its edition, such as "15548*02"."""
    return "*" in edition


@dataclass(frozen=True, slots=True)
class CatalogueItem:
    """What the catalogue shows of a pack; ``score`` is 0-100, 100 without a search.

    ``keywords`` are what people say who look for it.

    ``seen_on`` is an ISO day; ``edition``, ``withdrawn``, ``successor``, ``instead`` (the packs in
    use about the same right) and ``seen`` (what was seen of what is taken now) are those of a form.
    ``own``: the person made it. ``number``: of a form of which no edition was seen (``prepared``);
    it may be ``UNNUMBERED``. ``living``: of a former edition, what the form in use is called here.
    """

    id: str
    kind: str
    title: str
    plain_title: str
    family: str
    procedure: str
    situations: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    score: float = 100.0
    edition: str = ""
    seen_on: str = ""
    withdrawn: bool = False
    successor: str = ""
    seen: str = ""
    instead: tuple[str, ...] = ()
    own: bool = False
    keywords: tuple[str, ...] = ()
    number: str = ""
    living: str = ""

    @property
    def prepared(self) -> bool:
        """It is a form whose paper we have not got."""
        return bool(self.number) and not self.edition

    @property
    def former(self) -> bool:
        """Whether the office takes another form, or another edition, now."""
        return self.withdrawn or bool(self.successor)


def living_way(former: CatalogueItem, items: Mapping[str, CatalogueItem]) -> str:
    """Return what the form in use, about the same right, is called; empty where there is none."""
    named = (items[one] for one in former.instead if one in items)
    return next((one.plain_title for one in named if one.kind == "form" and not one.former), "")


@dataclass(frozen=True, slots=True)
class BrokenPack:
    """A pack that cannot be listed, and why."""

    id: str
    path: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class PackTexts:
    """The texts of one pack and of the groups it may include, unread.

    ``problems`` are those met while opening the files; ``pictures`` the names of those beside them.
    """

    id: str
    path: str
    texts: Mapping[str, bytes]
    groups: Mapping[str, bytes]
    problems: tuple[Problem, ...] = ()
    pictures: frozenset[str] = frozenset()
