"""Several questions on one page: one thing a page. What is known is taken by one gesture."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.core.packs.resolve import JOINED, LATER
from desktop_app.core.record import record
from desktop_app.pages import questions
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Gesture,
    Listed,
    Live,
    Page,
    Text,
)
from desktop_app.pages.questions import KNOWN
from desktop_app.pages.wrong import choice_words
from desktop_app.workflow.interview import enclosing
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.interview.known import Proposal
from desktop_app.workflow.interview.together import Together
from desktop_app.workflow.people.addresses import PARTS

ASKED, MORE = "asked", "more"
"""The places of the questions, and of what shows the rarer ones."""
NOT_KNOWN = "ne-sait-pas"
"""What is chosen by who does not know; it is no answer."""
JOINED_PAPERS, LATER_PAPERS = "papiers joints", "papiers plus tard"
"""What asks which papers are joined, and which will follow."""


@record(frozen=True)
class TakeAll(Gesture):
    """Take what is known already for every answer of the page."""


@record(frozen=True)
class AskMore(Gesture):
    """Ask the rare matters too."""


def page(
    interview: Interview,
    asked: Together,
    known: Mapping[str, Proposal],
    *,
    correcting: bool,
    more: bool,
    of_whom: tuple[Block, ...] = (),
) -> Page:
    """Return them; ``more``: the rare matters too. ``correcting``: one comes to change one.

    ``of_whom``: what says of whom they are.
    """
    told = [place_words(interview, asked)]
    if any(one.may_stay_empty for one in asked.questions) and not asked.papers:
        told.append(questions.may_stay_empty(asked.questions))
    return Page(
        heading(asked),
        (
            Text(". ".join(told), "hint"),
            *_addressee(interview, asked),
            *of_whom,
            Live(KNOWN, tuple(already(interview, asked, known))),
            Live(ASKED, tuple(shown(interview, asked, more=more))),
            Live(MORE, tuple(waiting(asked, more=more))),
        ),
        (
            questions.go_on(),
            questions.see_so_far(),
            back(),
            *(() if correcting else questions.other_ways(interview, asked.all[0])),
        ),
        tuple(told),
    )


def _addressee(interview: Interview, asked: Together) -> Iterator[Text]:
    """Name whose address is asked, once the answers tell."""
    if interview.house and any(one.remember in PARTS for one in asked.questions):
        yield Text(i18n.text("Vous écrivez à : {body}").format(body=interview.house.name))


def heading(asked: Together) -> str:
    """Return what a page is about; one that goes on from another of the same name says so."""
    title = i18n.pack_text(asked.title)
    if not asked.again:
        return title
    if asked.again == 1:
        return i18n.text("{title} (suite)").format(title=title)
    return i18n.text("{title} (suite {n})").format(title=title, n=asked.again)


def place_words(interview: Interview, asked: Together) -> str:
    """Return where one stands, in parts of which there are always as many.

    A part is named on its first page, unless the heading there names it.
    """
    part = asked.part
    told = i18n.text("Partie {n} sur {total}").format(n=part.number, total=part.total)
    first = next((one for one in interview.pages if one.part == part), asked)
    if asked.title == part.title or not first.has(asked.all[0].id):
        return told
    return f"{told} · {i18n.pack_text(part.title)}"


def shown(interview: Interview, asked: Together, *, more: bool) -> Iterator[Live]:
    """Yield the questions asked now, each in a place of its own."""
    if asked.papers:
        yield from _papers(interview, asked, more=more)
        return
    for one in asked.all if more else asked.questions:
        yield _standing(interview, one)


def _standing(interview: Interview, question: Question) -> Live:
    """Return a question of the page; that one does not know can be chosen too, where one chooses.

    On a line it is left empty; of two buttons, one would have to be pressed to go on.
    """
    if not (question.unknown and question.kind in ("choice", "yes_no")):
        return questions.among(interview, question, None)
    yes_no = (
        Option(id="oui", label=i18n.text("Oui")),
        Option(id="non", label=i18n.text("Non")),
    )
    unknown = Option(id=NOT_KNOWN, label=i18n.text("Je ne sais pas"))
    chosen = Question(
        id=question.id,
        kind="choice",
        label=question.label,
        brief=question.brief,
        hint=question.hint,
        choices=(*(question.choices or yes_no), unknown),
    )
    typed = NOT_KNOWN if question.id in interview.draft.unknown else interview.shown(question)
    return questions.among(interview, chosen, None, typed)


def waiting(asked: Together, *, more: bool) -> Iterator[Action]:
    """Yield what shows the rare matters, while they wait."""
    rare = asked.aside or (asked.papers and enclosing.papers(asked.all))
    if rare and not more:
        yield Action(i18n.text("Ajouter une précision"), AskMore(), "plain")


def already(
    interview: Interview, asked: Together, known: Mapping[str, Proposal]
) -> Iterator[Block]:
    """Yield what is known of these answers: proposed for all of them, never imposed."""
    found = [(one, known[one.id]) for one in asked.all if one.id in known]
    if not found:
        return
    answers = tuple(
        choice_words(question, one.typed) for question, one in found if one.copied is None
    )
    said = dict.fromkeys(questions.known_from(interview, _whole(one)) for _, one in found)
    words = i18n.text("Prendre ces réponses (touche F2)")
    theirs = next((one for _, one in found if one.name), None)
    yield Card(
        questions.in_sheet(theirs) if theirs else i18n.text("Vous avez déjà répondu :"),
        (
            *((Listed(answers),) if answers else ()),
            *(Text(one, "hint") for one in said),
            Action(words, TakeAll()),
        ),
    )


def _whole(known: Proposal) -> Proposal:
    """Return a line of an address that was copied as all of it."""
    return replace(known, typed=known.copied.in_one_line) if known.copied else known


def _papers(interview: Interview, asked: Together, *, more: bool) -> Iterator[Live]:
    papers = enclosing.papers(asked.all)
    label = i18n.text("Cochez les papiers que vous joignez.")
    yield _list(JOINED_PAPERS, label, papers, interview, JOINED)
    if not more:
        return
    label = i18n.text("Lesquels enverrez-vous plus tard ?")
    yield _list(LATER_PAPERS, label, papers, interview, LATER)
    for one in asked.all:
        if one not in papers:
            yield questions.among(interview, one, None)


def _list(
    name: str, label: str, papers: tuple[Question, ...], interview: Interview, answer: str
) -> Live:
    helped = answer == JOINED
    choices = tuple(
        Option(
            id=one.id,
            label=i18n.pack_text(one.label),
            hint=i18n.pack_text(one.hint) if helped else "",
        )
        for one in papers
    )
    question = Question(id=name, kind="choices", label=label, choices=choices)
    typed = {name: enclosing.ticked(papers, interview.draft, answer)}
    return Live(questions.place_of(name), (Ask(name, (Asked(question),), typed),))
