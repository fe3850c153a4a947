"""Decides what is said of each person. No Qt here."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.deadlines.near import fold
from desktop_app.core.records import Person
from desktop_app.files import read_file
from desktop_app.workflow.people import addresses, people, signatures
from desktop_app.workflow.people.people import Known, PersonSheet
from desktop_app.workflow.ports import Picture
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools

SIDE = 240
"""Pixels of a signature on the screen, at most."""


@dataclass(frozen=True, slots=True)
class Household:
    """A person with who lives with her, and who could be added."""

    sheet: PersonSheet
    others: tuple[Person, ...]


@dataclass(frozen=True, slots=True)
class KeptImage:
    """An image of the safe, and its pixels for the screen."""

    document: str
    pixels: Picture


@dataclass(slots=True)
class PeoplePresenter:
    """Reads and writes the persons of a safe; its methods run in the worker."""

    tools: Tools
    safe: Safe

    def everyone(self) -> tuple[PersonSheet, ...]:
        """Return each person, by name, with who lives with her."""
        return tuple(people.sheet(self.safe, one.id, {}) for one in self.safe.people.all())

    def one(self, person: str) -> PersonSheet:
        """Return the sheet of a person, all that is known of her in words."""
        fields = self.safe.people.profile(person).keys()
        questions = people.profile_questions(self.tools.catalogue, fields)
        return people.sheet(self.safe, person, questions)

    def rename(self, person: str, name: str) -> None:
        """Correct a person's name."""
        people.rename(self.safe, person, name)

    def remove(self, person: str) -> None:
        """Put a person in the bin, with all that is hers."""
        people.remove(self.safe, person, on=self.tools.clock.today())

    def forget(self, person: str, field: str) -> None:
        """Forget an address copied for a person."""
        addresses.forget(self.safe, person, field)

    def part(self, person: str, other: str) -> None:
        """Take another person out of her household."""
        people.no_longer_together(self.safe, person, other, on=self.tools.clock.today())

    def household(self, person: str) -> Household:
        """Return who lives with a person, and who could."""
        others = tuple(people.others(self.safe, person))
        return Household(people.sheet(self.safe, person, {}), others)

    def add(self, name: str) -> str:
        """Add a person."""
        return people.add_person(self.safe, name, on=self.tools.clock.today())

    def live_together(self, person: str, other: str, role: str) -> None:
        """Put another person in her household."""
        today = self.tools.clock.today()
        people.live_together(self.safe, person, other, role.strip(), on=today)

    # ------------------------------------------------------------------ the image of a signature

    def signature(self, person: str) -> KeptImage | None:
        """Return the image kept of a person's signature."""
        found = signatures.kept(self.safe, person)
        if found is None:
            return None
        pixels = self.tools.show_picture(self.safe.content(found.id), SIDE)
        return KeptImage(found.id, pixels)

    def keep_signature(self, person: str, path: str, title: str) -> None:
        """Keep an image of the person's files."""
        drawn = self.tools.clean_picture(read_file(path))
        today = self.tools.clock.today()
        signatures.keep(self.safe, person, drawn, title=title, on=today)

    def remove_signature(self, document: str) -> None:
        """Put an image in the bin."""
        self.safe.bin.put(document, on=self.tools.clock.today())


def matching(sheets: Sequence[PersonSheet], typed: str) -> Sequence[PersonSheet]:
    """Return the persons whose name has every word typed; accents and capitals do not count."""
    return [one for one in sheets if _is_called(one.name, typed)]


def found_people(count: int, shown: int) -> str:
    """Return how many people a name may be; and, when some are not shown, how to find them."""
    words = i18n.plural("{n} personne trouvée", "{n} personnes trouvées", count)
    if count <= shown:
        return words
    left = i18n.plural(
        "{n} n’est pas montrée : écrivez plus de lettres.",
        "{n} ne sont pas montrées : écrivez plus de lettres.",
        count - shown,
    )
    return f"{words}. {left}"


def of_name(persons: Sequence[Person], typed: str) -> Sequence[Person]:
    """Return the persons whose name has every word typed."""
    return [one for one in persons if _is_called(one.name, typed)]


def _is_called(name: str, typed: str) -> bool:
    return all(word in fold(name) for word in fold(typed).split("-"))


def known_line(known: Known) -> str:
    """Return one thing known, with where it comes from and when."""
    day = i18n.long_date(known.value.given_on)
    if known.copied:
        words = i18n.text("{body}, adresse : {answer} (copiée le {day}, pour « {letter} »)")
        letter = i18n.pack_text(known.copied.letter)
        return words.format(body=known.question, answer=known.answer, day=day, letter=letter)
    source = {
        "typed": i18n.text("donné par vous le {day}"),
        "draft": i18n.text("donné dans une lettre le {day}"),
        "document": i18n.text("lu dans un document le {day}"),
        "import": i18n.text("importé le {day}"),
        "helper": i18n.text("noté par un aidant le {day}"),
    }.get(known.value.source, i18n.text("gardé le {day}"))
    question = i18n.pack_text(known.question)
    answer = i18n.pack_text(known.answer)
    return f"{question} {answer} ({source.format(day=day)})"
