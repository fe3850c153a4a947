"""Bodies one writes to, as data: ``forms/law/bodies.toml``; ``forms/law/README.md`` explains it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Literal

from desktop_app.core.sourced import Confidence, Statement
from desktop_app.core.toml_table import TomlTable

Reach = Literal["national", "region", "departement", "local"]
NATIONAL: Reach = "national"
ANY_FAMILY = "transversal"
ADDRESS_AREA = "organisme."
"""Of ``remember``: the address of whom the letter is written to, kept under that body."""
EVERYWHERE = "*"
HOUSE_MARK = "|"
ASKED_ADDRESS = (
    "{{ dest_ligne_1 }}",
    "{{ dest_ligne_2 }}",
    "{{ dest_code_postal }} {{ dest_ville }}",
)
"""The address of a body that has none here: copied from the letter received (forms/common)."""

_ADDRESSED = re.compile(r"Madame, Monsieur le (?P<title>[^\W\d_]+)")
_CALLED = re.compile(r"Monsieur le (?P<title>[^\W\d_]+)")


class Title(TomlTable, frozen=True, kw_only=True):
    """Who answers for a body: ``line`` heads the address, when named there, ``call`` the letter.

    The closing formula repeats the call: the three agree.
    """

    id: str
    line: str = ""
    call: str


class Body(Statement, frozen=True, kw_only=True):
    """A body, or one of its desks, as a letter names it.

    Attributes:
        name: what it is called on its own papers.
        house: the body whose address it shares ("caf" for its commission); empty: its own.
        reach: how many there are: one, one a region, one a département, or more.
        head: who answers for it, of ``[[title]]``.
        line: the lines of the address that name it, texts of a pack.
        which: a text that tells which one of its kind it is; empty when the lines do not say.
        address: where it is; empty when it must be copied from the letter received.
        regards: what ends the closing formula, unless a letter says otherwise.
        families, procedures: what it is written to for; no procedure: any of the families.
    """

    id: str
    name: str
    house: str = ""
    reach: Reach
    head: str
    line: tuple[str, ...]
    which: str = ""
    address: tuple[str, ...] = ()
    address_source: str = ""
    address_confidence: Confidence | None = None
    address_to_verify: bool = False
    regards: str = "considération distinguée"
    families: tuple[str, ...]
    procedures: tuple[str, ...] = ()

    @property
    def texts(self) -> Iterator[str]:
        """Everything in it that may hold names of questions."""
        yield from (*self.line, self.which, *self.address)


@dataclass(frozen=True, slots=True)
class Bodies:
    """The bodies at hand, and the titles of those who answer for them, by id."""

    bodies: Mapping[str, Body] = field(default_factory=dict)
    titles: Mapping[str, Title] = field(default_factory=dict)

    def lines(self, body: Body) -> tuple[str, ...]:
        """Return the whole address, as texts of a pack."""
        head = self.titles[body.head].line
        return (*([head] if head else []), *body.line, *(body.address or ASKED_ADDRESS))

    def house(self, body: Body) -> str:
        """Return, as a text of a pack, which body's address this is: id, name and which one.

        Empty when the address is not copied from a letter. EVERYWHERE: there is only one.
        """
        if body.address:
            return ""
        house = self.bodies.get(body.house, body)
        which = body.which or (EVERYWHERE if body.reach == NATIONAL else "")
        return HOUSE_MARK.join((house.id, house.name, which))

    def call(self, body: Body) -> str:
        """Return how a letter to it begins."""
        return self.titles[body.head].call


def title_of(line: str) -> str:
    """Return the title in a line of address ("directeur"), empty when it has none."""
    found = _ADDRESSED.match(line)
    return found["title"].casefold() if found else ""


def title_called(call: str) -> str:
    """Return the title in a call, empty for "Madame, Monsieur,"."""
    found = _CALLED.search(call)
    return found["title"].casefold() if found else ""
