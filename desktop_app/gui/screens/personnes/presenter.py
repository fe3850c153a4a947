"""Decides what is said of each person. No Qt here."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop_app import i18n
from desktop_app.workflow import people
from desktop_app.workflow.people import Known, PersonSheet
from desktop_app.workflow.safes import Person, Safe
from desktop_app.workflow.tools import Tools


@dataclass(slots=True)
class PeoplePresenter:
    """Reads and writes the persons of a safe; its methods run in the worker."""

    tools: Tools
    safe: Safe
    _questions: Mapping[str, str] = field(default_factory=dict)

    def everyone(self) -> tuple[PersonSheet, ...]:
        """Return the sheet of each person, by name."""
        if not self._questions:
            self._questions = people.profile_questions(self.tools.catalogue)
        return tuple(
            people.sheet(self.safe, one.id, self._questions) for one in self.safe.people.all()
        )

    def others(self, person: str) -> tuple[Person, ...]:
        """Return who could join the household of a person."""
        return tuple(people.others(self.safe, person))

    def add(self, name: str) -> str:
        """Add a person."""
        return people.add_person(self.safe, name, on=self.tools.clock.today())

    def live_together(self, person: str, other: str, role: str) -> None:
        """Put another person in her household."""
        today = self.tools.clock.today()
        people.live_together(self.safe, person, other, role.strip(), on=today)


def known_line(known: Known) -> str:
    """Return one thing known, with where it comes from and when."""
    day = i18n.long_date(known.value.given_on)
    source = {
        "typed": i18n.text("donné par vous le {day}"),
        "draft": i18n.text("donné dans une lettre le {day}"),
        "document": i18n.text("lu dans un document le {day}"),
        "import": i18n.text("importé le {day}"),
        "helper": i18n.text("noté par un aidant le {day}"),
    }.get(known.value.source, i18n.text("gardé le {day}"))
    question = i18n.pack_text(known.question)
    return f"{question} {known.value.value} ({source.format(day=day)})"


def household_line(sheet: PersonSheet) -> str:
    """Return who lives with a person, "" when nobody is known to."""
    if not sheet.household:
        return ""
    names = ", ".join(f"{name} ({role})" if role else name for name, role in sheet.household)
    return i18n.text("Vit avec : {names}.").format(names=names)
