"""One person: her name, who lives with her, what is kept of her, taking her out of the safe."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back
from desktop_app.pages.household import member_words
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Keep,
    Live,
    Loss,
    Page,
    Picture,
    Problem,
    Row,
    Take,
    Text,
)
from desktop_app.pages.wanted import may_drop, picture
from desktop_app.sentences import author_words
from desktop_app.sentences.figure_words import languages
from desktop_app.workflow.people.people import Known, Member, PersonSheet

if TYPE_CHECKING:  # a type alone; it would load all that a tool gives
    from desktop_app.workflow import ports

NAMED, NAME = "named", "name"
"""Her name, corrected."""
SPOKEN, SPEAKS = "spoken", "speaks"
"""The language she speaks best."""
SIGNATURE = "signature"
"""The place of the image of her signature, which comes once it is drawn."""


@dataclass(frozen=True, slots=True)
class KeptImage:
    """An image of the safe, and its pixels for the screen."""

    document: str
    pixels: "ports.Picture" = field(repr=False)


@dataclass(frozen=True, slots=True)
class Forget(Loss):
    """Forget an address that was copied for her."""

    field: str


@dataclass(frozen=True, slots=True)
class Part(Loss):
    """Take someone out of her household."""

    member: Member


@dataclass(frozen=True, slots=True)
class AskToRemove(Loss):
    """Ask before she is taken out of the safe."""


@dataclass(frozen=True, slots=True)
class Remove(Loss):
    """Put her in the bin, with all that is hers."""


@dataclass(frozen=True, slots=True)
class RemoveImage(Loss):
    """Put the image in the bin."""

    document: str


def page(sheet: PersonSheet, spoken: str | None = None, office: tuple[Block, ...] = ()) -> Page:
    """Return all that is known of a person.

    ``spoken``: in an office, the language noted that she speaks best, "" for none. ``office``: what
    else an office adds.
    """
    label = i18n.text("Son nom, tel qu’il doit être écrit")
    name = Asked(Question(id=NAME, kind="text", label=label))
    blocks: tuple[Block, ...] = (
        Ask(NAMED, (name,), {NAME: sheet.name}),
        Action(i18n.text("Enregistrer le nom"), Take(NAMED), "primary"),
        *office,
        *(_spoken(spoken) if spoken is not None else ()),
        *_household(sheet),
        *_known(sheet),
        Live(SIGNATURE),
    )
    whole = Action(i18n.text("Tout ce qui est gardé d’elle"), to.Record(person=sheet.id))
    remove = Action(i18n.text("Retirer cette personne"), AskToRemove())
    return Page(sheet.name, blocks, (whole, remove, back()))


def _spoken(known: str) -> Iterator[Block]:
    """Ask which language she speaks best: the office counts it, and may need an interpreter."""
    options = tuple(Option(id=one, label=words) for one, words in languages().items())
    hint = i18n.text("Facultatif. Sert aux chiffres du bureau, et à trouver un interprète.")
    label = i18n.text("Quelle langue parle cette personne le mieux ?")
    question = Question(id=SPEAKS, kind="choice", label=label, hint=hint, choices=options)
    yield Ask(SPOKEN, (Asked(question, closed=True),), {SPEAKS: known})
    yield Action(i18n.text("Enregistrer la langue"), Take(SPOKEN))


def signature(name: str, found: KeptImage | None, wrong: str = "") -> tuple[Block, ...]:
    """Return the image kept of a signature, and what can be done of it.

    ``wrong``: why the last gesture was refused.
    """
    told = i18n.text(
        "Elle reste dans le coffre. Elle n’est mise sur une lettre que si vous le demandez. "
        "Certains organismes demandent une signature à la main."
    )
    return (
        Text(i18n.text("L’image de sa signature"), "subheading"),
        *((Text(wrong, "error"),) if wrong else ()),
        *((Picture(image_title(name), found.pixels),) if found else ()),
        Text(told, "hint"),
        Row(tuple(_of_image(found))),
        may_drop(),
    )


def image_title(name: str) -> str:
    """Return how the image of a signature is called in the safe."""
    return i18n.text("Signature ({name})").format(name=name)


def to_remove(name: str) -> Problem:
    """Return what is asked before a person is taken out of the safe."""
    words = i18n.text(
        "« {name} » ira à la corbeille, avec ses dossiers, ses documents et ses dates. "
        "Vous pourrez la reprendre pendant trente jours."
    )
    yes = Action(i18n.text("Mettre à la corbeille"), Remove())
    return Problem(words.format(name=name), (yes, Action(i18n.text("Garder"), Keep())), asks=True)


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
    told = author_words.noted(known.act) or source.format(day=day)
    return f"{question} {answer} ({told})"


def _household(sheet: PersonSheet) -> Iterator[Block]:
    yield Text(i18n.text("Son foyer"), "subheading")
    if not sheet.household:
        yield Text(i18n.text("Personne d’autre n’est noté dans son foyer."), "hint")
    part = i18n.text("Ne vit plus ici")
    for one in sheet.household:
        name = i18n.labelled(part, one.name)
        yield Card("", (Text(member_words(one)), Action(part, Part(one), name=name)))
    add = to.Household(person=sheet.id, name=sheet.name)
    yield Action(i18n.text("Ajouter à son foyer"), add)


def _known(sheet: PersonSheet) -> Iterator[Block]:
    yield Text(i18n.text("Ce qui est gardé de cette personne"), "subheading")
    if not sheet.known:
        words = i18n.text("Ses réponses viendront ici, avec leur date, à la première lettre.")
        yield Text(words, "hint")
    forget = i18n.text("Oublier cette adresse")
    for one in sheet.known:
        yield Text(known_line(one))
        if one.copied:
            yield Action(forget, Forget(one.field), name=i18n.labelled(forget, one.question))


def _of_image(found: KeptImage | None) -> Iterator[Action]:
    choose = i18n.text("Choisir l’image de sa signature")
    yield Action(i18n.text("Changer l’image") if found else choose, picture())
    if found is not None:
        yield Action(i18n.text("Retirer l’image"), RemoveImage(found.document))
