"""The interview: one question a page, or all of them; what is known already is proposed."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from desktop_app import i18n
from desktop_app.core.answers.draft import Typed
from desktop_app.core.answers.group import Asked
from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import LetterDefinition, Question
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Gesture,
    Live,
    Page,
    Text,
    Unfold,
    Weight,
)
from desktop_app.pages.wrong import choice_words
from desktop_app.sentences.address_words import copied
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import Proposal

Way = Callable[[to.OpenInterview], to.Destination]
"""One of the ways to answer the same draft."""
QUESTIONS, FIRST = "questions", 1
"""The place of all the questions; sections drawn at once, the others while one reads these."""
KNOWN = "known"
"""The place of what is known of the answers of a page."""
GROUPED = ("choice", "choices", "yes_no", "date")
"""Kinds that several controls answer: how to write it shows, and the hint is of all of them."""


@record(frozen=True)
class GoOn(Gesture):
    """Keep what was answered, and go on unless something is wrong with it."""


@record(frozen=True)
class Ignore(Gesture):
    """Say "je ne sais pas": the paper keeps a blank."""


@record(frozen=True)
class SeeSoFar(Gesture):
    """See the paper as it stands."""


@record(frozen=True)
class AnswerBy(Gesture):
    """Answer the same draft in another way."""

    way: Way


@record(frozen=True)
class TakeKnown(Gesture):
    """Take what is known already for the answer to a question."""

    question: str


def one(
    interview: Interview,
    question: Question,
    place: str,
    known: Proposal | None,
    *,
    correcting: bool,
    of_whom: tuple[Block, ...] = (),
) -> Page:
    """Return a question; ``correcting``: one comes to change it, and no other is looked for.

    Args:
        place: where one stands among what is asked.
        of_whom: what says of whom it is.
    """
    help_ = _help(question)
    told = [place]
    if question.may_stay_empty and not question.unknown:  # else a button says it
        told.append(may_stay_empty())
    return Page(
        i18n.pack_text(question.label),
        (
            Text(". ".join(told), "hint"),
            *of_whom,
            _ask(interview, _asked(question, "", help_), question),
            Live(KNOWN, tuple(proposed(interview, question, known))),
            *_why(question),
        ),
        (
            go_on(),
            *((ignore(),) if question.unknown else ()),
            see_so_far(),
            back(),
            *(() if correcting else other_ways(interview, question)),
        ),
        (*told, " ".join(help_) if question.kind in GROUPED else ""),
    )


def every(interview: Interview, known: Mapping[str, Proposal | None]) -> Page:
    """Return all the questions asked now; ``known``: what is proposed for each."""
    actions = (
        go_on(),
        see_so_far(),
        *otherwise(interview, to.AllQuestions, "secondary"),
        back(),
    )
    told = may_stay_empty()
    asked = Live(QUESTIONS, tuple(sections(interview, known)), FIRST)
    return Page(i18n.text("Toutes les questions"), (Text(told, "hint"), asked), actions, (told,))


def sections(interview: Interview, known: Mapping[str, Proposal | None]) -> Iterator[Live]:
    """Yield the sections that ask something, by their place: two may have the same title."""
    now = {step.question.id for step in interview.steps}
    for number, section in enumerate(interview.definition.section):
        found = (one for one in section.question if one.id in now)
        inside = tuple(among(interview, one, known.get(one.id)) for one in found)
        if inside:
            title = Text(i18n.pack_text(section.title), "subheading")
            yield Live(f"section {number}", (title, *inside))


def among(
    interview: Interview, question: Question, known: Proposal | None, typed: Typed | None = None
) -> Live:
    """Return a question among others, in a place of its own; ``typed``: what is there at first."""
    label, hint = i18n.pack_text(question.called), i18n.pack_text(question.hint)
    ask = _ask(interview, _asked(question, label, (hint,)), question, typed)
    return Live(place_of(question.id), (ask, *proposed(interview, question, known, label)))


def may_stay_empty(among: Sequence[Question] = ()) -> str:
    """Return what is said once of all the boxes of a page, in the place of a hint at each.

    ``among``: all that the page asks; those that must not stay empty, if any, are named instead.
    """
    boxes = [one for one in among if one.required and not one.choices and one.kind != "yes_no"]
    if boxes:
        needed = ", ".join(f"« {i18n.pack_text(one.called)} »" for one in boxes)
        which = i18n.plural("Case nécessaire", "Cases nécessaires", len(boxes))
        return f"{i18n.labelled(which, needed)}."
    return i18n.text("Une case peut rester vide.")


def place_of(question: str) -> str:
    """Return the name of the place of a question."""
    return f"question {question}"


def go_on() -> Action:
    """Go on, once it is answered."""
    return Action(i18n.text("Continuer"), GoOn(), "primary")


def ignore() -> Action:
    """Say that one does not know."""
    return Action(i18n.text("Je ne sais pas"), Ignore())


def see_so_far() -> Action:
    """See the paper as it stands, where it is not in view."""
    return Action(i18n.text("Voir la page"), SeeSoFar(), "plain")


def otherwise(interview: Interview, now: Way, weight: Weight = "plain") -> Iterator[Action]:
    """Yield the other ways to answer than that of now; a letter has no page with boxes to fill."""
    known: list[tuple[str, Way]] = [
        (i18n.text("Une question à la fois"), to.Questions),
        (i18n.text("Toutes les questions"), to.AllQuestions),
    ]
    definition = interview.definition
    if not isinstance(definition, LetterDefinition) and not definition.prepared:
        known.append((i18n.text("Remplir sur la page"), to.OnPage))
    if interview.draft.form and now is not to.OnPage:
        known.append((i18n.text("Corriger cette case"), correct_on_page))
    for words, way in known:
        if way is not now:
            yield Action(words, AnswerBy(way), weight)


def correct_on_page(writing: to.OpenInterview) -> to.OnPage:
    """Return the page of the form, the box of the question of now in hand."""
    return to.OnPage(writing, correct=True)


def other_ways(interview: Interview, question: Question) -> Iterator[Action]:
    """Yield the other ways to answer than page by page, on the page of this question.

    Those of a letter are offered where one begins, and where its answers are read again.
    """
    first = next(iter(interview.pages), None)
    if not isinstance(interview.definition, LetterDefinition) or (first and first.has(question.id)):
        yield from otherwise(interview, to.Questions)


def _known_words(interview: Interview, question: Question, known: Proposal) -> str:
    """Return what is known already of an answer, with where it comes from and when."""
    if known.copied is not None:
        return copied(known, known.copied, interview.today)
    if known.name:
        return i18n.labelled(in_sheet(known), choice_words(question, known.typed))
    if known.source == "letter":
        words = choice_words(question, known.typed)
        return i18n.text("Votre lettre dit : {answer}. Vous l’avez confirmé.").format(answer=words)
    return i18n.text("Vous avez déjà répondu : {answer}. {source}").format(
        answer=choice_words(question, known.typed), source=known_from(interview, known)
    )


def in_sheet(known: Proposal) -> str:
    """Return of whose sheet it is."""
    return i18n.text("Dans la fiche de {name}").format(name=known.name)


def known_from(interview: Interview, known: Proposal) -> str:
    """Return where what is known comes from, and when it was said."""
    if known.copied is not None:
        return copied(known, known.copied, interview.today)
    if known.source == "letter":
        return i18n.text("Votre lettre le dit. Vous l’avez confirmé.")
    return i18n.text("{source}, le {day}.").format(
        source=_source(known.source), day=i18n.long_date(known.given_on)
    )


def _ask(interview: Interview, asked: Asked, question: Question, typed: Typed | None = None) -> Ask:
    shown = interview.shown(question) if typed is None else typed
    return Ask(question.id, (asked,), {question.id: shown})


def proposed(
    interview: Interview, question: Question, known: Proposal | None, about: str = ""
) -> Iterator[Card]:
    """Yield what is known, under the answer, which Tab meets first: never imposed.

    A person who goes there to type must not press it with her first space. ``about``: the question,
    where several are in view.
    """
    if known is not None:
        words = i18n.text("Prendre cette réponse (touche F2)")
        name = i18n.labelled(words, about) if about else ""
        take = Action(words, TakeKnown(question.id), name=name)
        yield Card("", (Text(_known_words(interview, question, known)), take))


def _why(question: Question) -> Iterator[Block]:
    if question.why:
        yield Unfold(i18n.text("Pourquoi cette question ?"), i18n.pack_text(question.why))


def _asked(question: Question, label: str, help_: tuple[str, ...]) -> Asked:
    """Return a question in the language spoken; without a label, the heading of its page asks."""
    choices = tuple(
        Option(id=one.id, label=i18n.pack_text(one.label), hint=i18n.pack_text(one.hint))
        for one in question.choices
    )
    hint = "\n".join(help_)
    return Asked(
        Question(id=question.id, kind=question.kind, label=label, hint=hint, choices=choices)
    )


def _help(question: Question) -> tuple[str, ...]:
    """Return what helps to answer: how to write it, when the question does not say, an example."""
    by_kind = "" if question.kind in GROUPED or question.example else KINDS[question.kind].hint
    example = ""
    if question.example and not i18n.pack_text(question.hint).startswith(i18n.text("Par exemple")):
        example = i18n.text("Par exemple : {example}").format(example=question.example)
    return tuple(filter(None, (i18n.pack_text(question.hint or by_kind), example)))


def _source(source: str) -> str:
    return {
        "draft": i18n.text("C’était dans un document fait ici"),
        "document": i18n.text("C’était dans un document gardé"),
        "typed": i18n.text("C’est écrit dans la fiche de la personne"),
        "import": i18n.text("C’était dans un fichier importé"),
        "helper": i18n.text("Une personne qui vous aide l’a écrit"),
        "sheet": i18n.text("C’est écrit dans la fiche d’une personne du foyer"),
    }.get(source, i18n.text("C’était gardé dans le coffre"))
