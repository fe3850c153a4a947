"""The first page: what was begun, what comes this week; what happens to you, in your words.

Nothing of the workflow is loaded for it before the first paint.
"""

from collections.abc import Iterator, Sequence
from dataclasses import field
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages import hidden
from desktop_app.pages.finding import searched
from desktop_app.pages.gestures import TakeUp
from desktop_app.pages.page import Action, Block, Choice, Gesture, Live, Page, Row, Text

if TYPE_CHECKING:
    from desktop_app.core.deadlines.verdict import Verdict
    from desktop_app.workflow.interview.interview import Interview
    from desktop_app.workflow.interview.saving import Unfinished
    from desktop_app.workflow.matter.dossiers import NextDate
    from desktop_app.workflow.matter.law_moved import MovedDay
    from desktop_app.workflow.packs.pack_drafts import InTheMaking

SEARCH, ASKED, BEGUN, WEEK, ELSE = "situations", "asked", "begun", "week", "else"
"""One's own words; what waits for a gesture; what was begun, and the dates, once they are read;
what parts the ways to begin from these."""


@record(frozen=True)
class ShowBegun(Gesture):
    """Show what is begun and the week, which waited for a gesture."""


@record(frozen=True)
class GoOn(Gesture):
    """Go on with an interview that is in no safe."""

    writing: to.OpenInterview


@record(frozen=True)
class ShowOthers(Gesture):
    """Show the drafts after the first ``skip``."""

    skip: int


@record(frozen=True)
class Welcome:
    """What the safe has to say: the first drafts, models and dates, and how many more of each.

    ``names``: of the people, by their ids. ``moved``: dates that a change of the law moves.
    """

    drafts: "Sequence[Unfinished]" = ()
    models: "Sequence[InTheMaking]" = ()
    dates: "Sequence[NextDate]" = ()
    drafts_left: int = 0
    models_left: int = 0
    dates_left: int = 0
    names: dict[str, str] = field(default_factory=dict)
    moved: "Sequence[MovedDay]" = ()


def heading() -> str:
    """Return the question of the page."""
    return i18n.text("Que vous arrive-t-il ?")


def page(*, public: bool, safe: bool, waits: bool) -> Page:
    """Return the page; ``waits``: what is begun and the week wait for a gesture."""
    show = Action(i18n.text("Voir ce qui est commencé et la semaine"), ShowBegun())
    trust = (
        i18n.text("Gratuit. Sans compte. Rien ne restera sur cet ordinateur.")
        if public
        else i18n.text("Gratuit. Sans compte. Rien ne quitte cet ordinateur.")
    )
    blocks: tuple[Block, ...] = (
        Live(ASKED, (show,) if waits else ()),
        Live(BEGUN),
        Live(WEEK),
        Live(ELSE),
        Choice(i18n.text("J’ai reçu une lettre"), to.Find("lettre"), "lettre"),
        *(() if public else (_received(),)),
        Choice(i18n.text("Je veux demander quelque chose"), to.Find("demande"), "demande"),
        Choice(i18n.text("J’ai un formulaire, papier ou PDF"), to.Find("formulaire"), "formulaire"),
        searched(SEARCH),
        Row(tuple(_places(public=public, safe=safe))),
        *((_languages(),) if public else ()),
        Text(trust, "hint"),
        Text(hidden.told(), "hint"),
    )
    return Page(heading(), blocks, ())


def _languages() -> Choice:
    from desktop_app.pages import entrance  # of a public terminal alone

    return entrance.back_to()


def _received() -> Choice:
    words = i18n.text("J’ai la lettre en photo, en scan ou en PDF")
    return Choice(words, to.Received(), "photo")


def begun(
    in_memory: Sequence[Choice], found: Welcome, model: Choice | None = None
) -> tuple[Block, ...]:
    """Return what can be taken up again: what is in no safe, then what the safe has."""
    offered = (*in_memory, *((model,) if model else ()), *drafts(found), *_models(found))
    if not offered:
        return ()
    return (Text(i18n.text("Reprendre"), "subheading"), *offered, *_left(found))


def drafts(found: Welcome) -> Iterator[Choice]:
    """Yield the drafts of the safe."""
    for one in found.drafts:
        words = draft_words(one, found.names.get(one.person_id, ""))
        yield Choice(words, TakeUp(one.id), "reprendre")


def week(found: Welcome) -> tuple[Block, ...]:
    """Return what the law moved, and the dates that are near."""
    moved = _moved(found)
    if not found.dates:
        return moved
    dates = (
        Choice(date_words(one), to.Dossier(dossier=one.event.dossier_id), "semaine")
        for one in found.dates
    )
    left = i18n.plural("Voir {n} autre date", "Voir les {n} autres dates", found.dates_left)
    more = (Action(left, to.Week()),) if found.dates_left else ()
    return (*moved, Text(i18n.text("À faire cette semaine"), "subheading"), *dates, *more)


def _moved(found: Welcome) -> tuple[Block, ...]:
    if not found.moved:
        return ()
    from desktop_app.pages import law_moved  # seldom, and after the first paint

    return tuple(law_moved.on_list(found.moved))


def something_else() -> tuple[Block, ...]:
    """Return what stands before the ways to begin, where something stands above them."""
    return (Text(i18n.text("Autre chose"), "subheading"),)


def in_memory(begun: "Sequence[tuple[to.OpenInterview, str]]") -> list[Choice]:
    """Return what goes on with what is in no safe, each with what is said of it; "": nothing is."""
    words = i18n.text("Reprendre ce que vous avez commencé")
    many = len(begun) > 1
    return [
        Choice(said or (f"{words} ({n})" if many else words), GoOn(writing), "reprendre")
        for n, (writing, said) in enumerate(begun, 1)
    ]


def model_in_memory(place: to.Destination) -> Choice:
    """Return what goes on with a model that is in no safe."""
    return Choice(i18n.text("Vous n’aviez pas fini votre modèle"), place, "reprendre")


def interview_words(interview: "Interview") -> str:
    """Return "Reprendre votre lettre : …. Il manque 3 réponses." of an interview in memory."""
    from desktop_app.core.packs.model import LetterDefinition

    letter = isinstance(interview.definition, LetterDefinition)
    return _taking_up(letter, interview.definition.plain_title, "", interview.missing, None)


def draft_words(draft: "Unfinished", person: str) -> str:
    """Return "Reprendre votre lettre : …. Il manque 3 réponses. À poster avant le …"."""
    letter = draft.kind == "letter"
    return _taking_up(letter, draft.title, person, draft.missing, draft.until)


def _taking_up(
    letter: bool, title: str, person: str, missing: int | None, until: "Verdict | None"
) -> str:
    """Return what is taken up, for whom, what is missing and until when it must be sent."""
    what = i18n.text("votre lettre") if letter else i18n.text("votre formulaire")
    begins = (
        i18n.text("Reprendre {what} pour {person} : {title}")
        if person
        else i18n.text("Reprendre {what} : {title}")
    )
    told = [begins.format(what=what, person=person, title=i18n.pack_text(title))]
    if missing:
        told.append(i18n.plural("Il manque {n} réponse", "Il manque {n} réponses", missing))
    elif missing == 0:
        told.append(i18n.text("Tout est répondu"))
    if until is not None and (said := _until(until)):
        told.append(said)
    return ". ".join(told)


def _until(said: "Verdict") -> str:
    """Return until when it must be sent; "" where no day is set, or where the body must answer."""
    from desktop_app.core.moment import day_of

    if said.is_over:
        return i18n.text("Le dernier jour est passé")
    if said.is_for_today:
        return i18n.text("À poster dès aujourd’hui")
    if said.state != "to-come" or said.day is None:
        return ""
    days = [day_of(one) for one in (said.day, said.notice) if one is not None]
    return i18n.text("À poster avant le {day}").format(day=i18n.long_date(min(days)))


def date_words(found: "NextDate") -> str:
    """Return one date of the agenda as a sentence: when, what to do, in which matter, for whom."""
    from desktop_app.sentences import timeline_words

    event = found.event
    known = {
        "day": i18n.weekday_date(found.said.day or found.act_on),
        "what": timeline_words.what_is_awaited(event),
        "dossier": timeline_words.for_whom(event),
    }
    if timeline_words.is_answer_awaited(event):
        words = (
            i18n.text("Une réponse est-elle arrivée ? Elle était attendue le {day} ({dossier})")
            if found.past
            else i18n.text("Réponse attendue avant le {day} ({dossier})")
        )
    elif found.past:
        words = i18n.text("La date du {day} est passée : {what} ({dossier})")
    elif found.said.is_for_today:
        words = i18n.text("Dès aujourd’hui : {what} ({dossier})")
    else:
        words = i18n.text("Avant le {day} : {what} ({dossier})")
    return words.format(**known)


def _places(*, public: bool, safe: bool) -> Iterator[Choice]:
    """Yield what presses, and the safe; on a public terminal, what presses alone."""
    yield Choice(
        i18n.text("Urgent : expulsion, ordre de quitter la France, revenus coupés"),
        to.Urgent(),
        "urgent",
    )
    if public:
        yield _received()
        return
    if not safe:
        words = i18n.text("Mon coffre : garder mes papiers")
        yield Choice(words, to.SafeHome(), "coffre")
        return
    yield Choice(i18n.text("Cette semaine"), to.Week(), "semaine")
    yield Choice(i18n.text("Mes documents"), to.Documents(), "documents")
    yield Choice(i18n.text("Personnes"), to.People(), "personnes")
    yield Choice(i18n.text("Coffre"), to.SafeHome(), "coffre")


def _models(found: Welcome) -> Iterator[Choice]:
    words = i18n.text("Vous n’aviez pas fini votre modèle : {title}")
    for one in found.models:
        yield Choice(words.format(title=one.title), to.ResumeModel(draft=one.id), "reprendre")


def _left(found: Welcome) -> Iterator[Action]:
    """Yield what leads to the drafts and to the models that are not offered yet."""
    if count := found.drafts_left:
        words = i18n.plural(
            "Voir {n} autre papier commencé", "Voir les {n} autres papiers commencés", count
        )
        yield Action(words, ShowOthers(len(found.drafts)))
    if count := found.models_left:
        words = i18n.plural(
            "Voir {n} autre modèle commencé", "Voir les {n} autres modèles commencés", count
        )
        yield Action(words, to.Models())
