"""Beginning an interview: what must be done first, and what is known of who writes.

All of it reads: for the worker.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app.core.records import Value
from desktop_app.workflow.guidance import urgent
from desktop_app.workflow.interview import saving
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.place import Place
from desktop_app.workflow.matter.next_letter import begin_next
from desktop_app.workflow.safes.blanks import OwnBlank
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools


@dataclass(frozen=True, slots=True)
class Pressing:
    """An emergency comes before this letter; of a ``dossier`` when it follows in one."""

    emergency: str
    pack: str
    dossier: str = ""


@dataclass(frozen=True, slots=True)
class Begun:
    """An interview to go on with.

    Attributes:
        profile: what is known of the person.
        own: the safe's own person writes for herself, and has a profile too.
        writes_for: the person one writes for from now on, and her name; None: as before.
        place: where it goes on; None for its first question.
        blank: the PDF that it answers, when it is at hand.
        unkept: its person asked that nothing more is kept: it goes on in memory alone.
    """

    interview: Interview
    profile: Mapping[str, Value] = field(default_factory=dict)
    own: bool = False
    writes_for: tuple[str, str] | None = None
    draft_id: str = ""
    dossier: str = ""
    place: Place | None = None
    blank: OwnBlank | None = None
    unkept: bool = False


def begin(
    tools: Tools,
    safe: Safe | None,
    pack: str,
    person: str,
    *,
    warned: bool = False,
    sender: str = "",
) -> Begun | Pressing:
    """Begin a letter or a form for a person; ``warned``: what must be done first was just said.

    ``sender``: the family of who wrote, if one said it: it is not asked again.
    """
    if not warned and (emergency := urgent.comes_first(tools.law, tools.catalogue, pack)):
        return Pressing(emergency, pack)
    interview = saving.begin(tools.catalogue, pack, tools.clock.today(), sender)
    return Begun(interview, known(tools, safe, person), is_own(tools, person))


def follow(
    tools: Tools, safe: Safe, dossier: str, pack: str, *, warned: bool = False
) -> Begun | Pressing:
    """Begin the letter that follows in a dossier, for the person whose dossier it is."""
    if not warned and (emergency := urgent.comes_first(tools.law, tools.catalogue, pack)):
        return Pressing(emergency, pack, dossier)
    found = safe.dossiers.one(dossier)
    interview = begin_next(safe, tools.catalogue, dossier, pack, tools.clock.today())
    first = interview.to_do()
    return Begun(
        interview,
        known(tools, safe, found.person_id),
        is_own(tools, found.person_id),
        (found.person_id, found.person),
        dossier=dossier,
        place=Place(first.question.id) if first else Place(where="check"),
    )


def is_own(tools: Tools, person: str) -> bool:
    """Tell whether the safe's own person writes: an association writes for nobody unnamed."""
    return tools.mode == "home" and not person


def known(tools: Tools, safe: Safe | None, person: str) -> Mapping[str, Value]:
    own = is_own(tools, person)
    today = tools.clock.today()
    return saving.known(safe, person, own=own, courts=tools.law.courts, on=today)
