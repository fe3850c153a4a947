"""The office's sheet: all that a paper asks, known answers in, and how much is missing."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import LetterDefinition, Question
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Gesture,
    Live,
    Page,
    Text,
)
from desktop_app.pages.questions import AnswerBy, SeeSoFar, place_of
from desktop_app.pages.together import NOT_KNOWN
from desktop_app.sentences import household_words
from desktop_app.sentences.short_labels import part_label, short_label
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import Proposal
from desktop_app.workflow.interview.members import Member, members
from desktop_app.workflow.office.sheet import Standing

FIELDS, COUNT, HOUSEHOLD = "fields", "count", "household"
"""The place of the fields; of how many answers are missing; of who lives with the person."""
FIRST = 9
"""Fields drawn at once: a window shows hardly more, the others come while one reads them."""
SIDE_BY_SIDE = 34
"""Letters of all the choices of a question that stand in half of the width."""
OLD_DAYS = 365
"""What was said longer ago than this is to be asked again aloud."""


@record(frozen=True)
class Finish(Gesture):
    """Fill, print and file the paper."""


@record(frozen=True)
class RestByPen(Gesture):
    """All that is missing will be written by pen; a second time, it is asked after all."""


@record(frozen=True)
class TakeHousehold(Gesture):
    """Take in at once all those of the household, each by her own sheet."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """An interview as a sheet: how it stands, and what is known of its answers.

    ``household``: the names of those whom one gesture would take in.
    """

    interview: Interview
    standing: Standing
    known: Mapping[str, Proposal]
    household: tuple[str, ...] = ()


def page(sheet: Sheet, *, by_pen: bool = False) -> Page:
    """Return the sheet; ``by_pen``: what was missing is left to the pen."""
    interview = sheet.interview
    definition = interview.definition
    letter = isinstance(definition, LetterDefinition)
    heading = definition.plain_title if letter else definition.title
    told = missing_words(sheet.standing)
    how = i18n.text("Entrée : la réponse qui manque. Un chiffre : un choix. Tab : la case d’après.")
    return Page(
        i18n.pack_text(heading),
        (
            Live(COUNT, (Text(told, "label"),)),
            Text(how, "hint"),
            Live(HOUSEHOLD, tuple(household(sheet))),
            Live(FIELDS, tuple(fields(sheet)), FIRST, columns=2),
        ),
        (
            Action(i18n.text("Remplir, imprimer, ranger"), Finish(), "primary"),
            rest(by_pen=by_pen),
            Action(i18n.text("Une à la fois"), AnswerBy(to.Questions), "plain"),
            Action(i18n.text("Voir en grand"), SeeSoFar(), "plain"),
            back(),
        ),
        (told, how),
    )


def household(sheet: Sheet) -> Iterator[Block]:
    """Yield what takes the household in, where it is not said; then who it is, a sentence each."""
    if sheet.household:
        words = i18n.text("Reprendre tout le foyer")
        yield Text(i18n.text("Fiches du foyer : {names}.").format(names=", ".join(sheet.household)))
        yield Action(words, TakeHousehold())
    yield from map(_member, members(sheet.interview))


def _member(one: Member) -> Text:
    return Text(household_words.sentence(one), stop=True)


def household_taken(interview: Interview) -> str:
    """Say who was taken in, a sentence each."""
    told = " ".join(map(household_words.sentence, members(interview)))
    return i18n.text("Le foyer est dans la feuille. {told}").format(told=told)


def rest(*, by_pen: bool) -> Action:
    """Return what leaves the rest to the pen, or asks it after all."""
    words = i18n.text("Demander le reste") if by_pen else i18n.text("Le reste au stylo")
    return Action(words, RestByPen(), "plain")


def missing_words(standing: Standing) -> str:
    """Say how many answers are missing of how many, and how many are to be corrected."""
    total, missing = len(standing.asked), len(standing.missing)
    if missing:
        answers = i18n.plural("{n} réponse", "{n} réponses", missing)
        told = i18n.text("Il manque {answers} sur {total}.").format(answers=answers, total=total)
    else:
        told = i18n.text("Il ne manque aucune réponse.")
    if wrong := len(standing.wrong):
        told += " " + i18n.plural(
            "{n} réponse est à corriger.", "{n} réponses sont à corriger.", wrong
        )
    return told


def fields(sheet: Sheet) -> Iterator[Block]:
    """Yield the title of each part, then its fields, each in a place of its own."""
    now = {step.question.id for step in sheet.interview.steps}
    for section in sheet.interview.definition.section:
        asked = [one for one in section.question if one.id in now]
        if asked:
            yield Text(part_label(section.title), "subheading")
        for question in asked:
            yield Live(place_of(question.id), (field(sheet, question),))


def field(sheet: Sheet, question: Question) -> Ask:
    """Return a question as a field."""
    interview, name = sheet.interview, question.id
    label = short_label(question)
    if which := interview.apart.get(name, ""):
        label = f"{label} ({i18n.pack_text(which)})"
    choices = _choices(question)
    asked = Question(
        id=name,
        kind="choice" if choices and question.kind == "yes_no" else question.kind,
        label=label,
        choices=choices,
    )
    typed: Typed = interview.shown(question)
    if name in interview.draft.unknown and question.unknown and choices:
        typed = NOT_KNOWN
    known = sheet.known.get(name)
    told = ("", "")
    if known is not None:
        told = (i18n.text("connue"), known_words(interview, known))
    elif is_by_pen(interview, question):
        told = by_pen_words()
    return Ask(
        name,
        (Asked(asked),),
        {name: typed},
        fit="half" if _is_short(question, label, choices) else "whole",
        told=told[0],
        heard=told[1],
    )


def is_by_pen(interview: Interview, question: Question) -> bool:
    """Whether a box was left to the pen."""
    return interview.met(question.id) and not interview.shown(question) and not question.aside


def by_pen_words() -> tuple[str, str]:
    """Return what is said beside such a box, and heard."""
    words = i18n.text("au stylo")
    return words, words


def _choices(question: Question) -> tuple[Option, ...]:
    """Return what is chosen among, each with its number, that a key of it chooses; 0 where one may
    also not know."""
    found = [(one.id, i18n.pack_text(one.label)) for one in question.choices]
    if question.kind == "yes_no":
        found = [("oui", i18n.text("Oui")), ("non", i18n.text("Non"))]
    numbered = [
        Option(id=one, label=_numbered(n, words)) for n, (one, words) in enumerate(found, 1)
    ]
    if found and question.unknown and question.kind in ("choice", "yes_no"):
        numbered.append(Option(id=NOT_KNOWN, label=_numbered(0, i18n.text("Ne sait pas"))))
    return tuple(numbered)


def _numbered(number: int, words: str) -> str:
    return i18n.text("{number}) {choice}").format(number=number, choice=words)


def _is_short(question: Question, label: str, choices: tuple[Option, ...]) -> bool:
    """Whether a field stands in half of the width, its label on two lines at most."""
    if question.kind == "long_text" or len(label) > 2 * SIDE_BY_SIDE:
        return False
    if question.kind == "choices":
        return False
    return sum(len(one.label) + 2 for one in choices) <= SIDE_BY_SIDE


def known_words(interview: Interview, known: Proposal) -> str:
    """Say since when an answer is known, and by what; its first word is shown beside the field."""
    day = i18n.long_date(known.given_on)
    if known.name:
        told = i18n.text("connue par la fiche de {name}, le {day}").format(name=known.name, day=day)
    elif known.copied is not None:
        told = i18n.text("connue par une autre lettre, le {day}").format(day=day)
    elif known.source == "letter":
        told = i18n.text("connue par la lettre reçue")
    else:
        told = i18n.text("connue le {day}").format(day=day)
    if known.source != "letter" and (interview.today - known.given_on).days > OLD_DAYS:
        told += i18n.text(", à vérifier")
    return told


def about(sheet: Sheet, question: Question, answer: str) -> tuple[str, ...]:
    """Return what is told of the field where one is: the question whole, its help, whence it is.

    ``answer``: what is written there, read back; "" for nothing to say.
    """
    whole = i18n.pack_text(question.label)
    known = sheet.known.get(question.id)
    hints = [i18n.pack_text(question.hint)]
    hints += [
        f"{i18n.pack_text(one.label)} : {i18n.pack_text(one.hint)}"
        for one in question.choices
        if one.hint
    ]
    told = known_words(sheet.interview, known) if known is not None else ""
    return tuple(filter(None, (whole, *hints, answer, f"{told[:1].upper()}{told[1:]}")))


def taken_words(count: int) -> str:
    """Say how many known answers were put in at once."""
    return i18n.plural(
        "{n} réponse connue est mise dans la feuille.",
        "{n} réponses connues sont mises dans la feuille.",
        count,
    )


def left_to_pen(count: int) -> str:
    """Say how many boxes will be filled by pen."""
    return i18n.plural(
        "{n} case sera à remplir au stylo.", "{n} cases seront à remplir au stylo.", count
    )


def nothing_missing() -> str:
    """Say that one may fill the paper."""
    return i18n.text("Il ne manque rien : le papier peut être rempli.")
