"""Where one can go, as a closed set of values: a link that leads nowhere is found by mypy."""

from dataclasses import field
from typing import TYPE_CHECKING, Literal

from desktop_app.core.record import record

if TYPE_CHECKING:  # nothing of the workflow is loaded before the first paint
    import datetime as dt
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from desktop_app.core.answers.draft import Draft
    from desktop_app.core.deadlines.model import Deadline
    from desktop_app.core.folder import Carried
    from desktop_app.core.forgotten import Forgotten
    from desktop_app.core.generic.build import Changes
    from desktop_app.core.moment import Moment
    from desktop_app.core.records import Event
    from desktop_app.workflow.documents.generic import OpenedPdf
    from desktop_app.workflow.documents.prepared import Brought
    from desktop_app.workflow.documents.rendering import Made

Kind = Literal["lettre", "demande", "formulaire"]
"""What is looked for: an answer to a letter received, something to ask for, a form."""


FileKind = Literal["pdf", "image", "paper", "backup", "delivery", "figures", "model", "table"]
"""Which files are wanted; a paper is a PDF or a picture, a delivery comes signed on a stick,
figures say what to count, a model is a letter of a word processor."""


@record(frozen=True)
class Home:
    """What happens to you?"""


@record(frozen=True)
class OfficeHome:
    """The day of an office: what presses, who is there."""


@record(frozen=True)
class Situations:
    """What happens to you? In an office, where the first page is its day's."""


@record(frozen=True)
class Visit:
    """Somebody who came, or is expected: receive her, say who it is, end it."""

    visit: str


# ---------------------------------------------------------------- finding what is needed


@record(frozen=True)
class Find:
    """What is proposed, first by kind, then by family, then by situation."""

    kind: Kind = "lettre"
    family: str = ""
    situation: str = ""


@record(frozen=True)
class Urgent:
    """An emergency; without one, which; ``place`` where the law depends on it.

    ``pack``: the letter it is shown before, of a ``dossier`` when it follows in one.
    """

    emergency: str = ""
    place: str = ""
    pack: str = ""
    dossier: str = ""


@record(frozen=True)
class WhichDelay:
    """Until when one may contest, asked in plain words."""

    family: str = ""
    situation: str = ""
    event: str = ""
    told: str = ""


@record(frozen=True)
class TooLate:
    """What remains once a delay is over; without a procedure, one says which.

    ``received`` is the day of the decision: it says until when a missing notice helps.
    """

    procedure: str = ""
    family: str = ""
    last_day: "Moment | None" = None
    received: "dt.date | None" = None


@record(frozen=True)
class Received:
    """A letter that was received: shown to the program, or the file or image that was given."""

    path: str = field(default="", repr=False)
    data: bytes = field(default=b"", repr=False)


@record(frozen=True)
class OpenPdf:
    """A PDF of the person's own."""


@record(frozen=True)
class Boxes:
    """The boxes of a PDF that no pack knows."""

    opened: "OpenedPdf"


@record(frozen=True)
class Matched:
    """The boxes of a PDF brought for a prepared form; ``writing``: what was said of it already."""

    brought: "Brought"
    writing: "OpenInterview | None" = None


# ---------------------------------------------------------------- writing


class OpenInterview:
    """An interview in hand, as the window holds it (``gui/writing.py``)."""

    __slots__ = ()


@record(frozen=True)
class Questions:
    """One question after the other, where one stands."""

    writing: OpenInterview


@record(frozen=True)
class AllQuestions:
    """All the questions on one page."""

    writing: OpenInterview


@record(frozen=True)
class OfficeSheet:
    """All that a form or a letter asks, in two columns, for who answers at somebody's side.

    ``writing``: the interview in hand; without one, a ``draft`` of the safe is taken up, or a
    ``pack`` begun for the person of now, and without either one says which.
    """

    writing: OpenInterview | None = None
    draft: str = ""
    pack: str = ""


@record(frozen=True)
class OfficeFinish:
    """Filling, printing and filing as one gesture; ``service``: printers in the place of this
    computer's."""

    writing: OpenInterview
    service: object = None


@record(frozen=True)
class OfficeBatch:
    """The papers of several dossiers, printed in one go; ``service`` as at ``OfficeFinish``."""

    service: object = None


@record(frozen=True)
class OnPage:
    """The boxes of the form, on its page; ``correct``: that of the question of now is wrong."""

    writing: OpenInterview
    correct: bool = False


@record(frozen=True)
class LastDay:
    """The last day to act, between two pages of questions."""

    writing: OpenInterview
    found: "Deadline"


@record(frozen=True)
class PaperSoFar:
    """The letter or the form as it is now, answers missing."""

    writing: OpenInterview


@record(frozen=True)
class Check:
    """Every answer, to be checked before the paper is made."""

    writing: OpenInterview


@record(frozen=True)
class FilledForm:
    """The form, filled; ``keep`` takes a draft that the page changed."""

    draft: "Draft"
    keep: "Callable[[Draft], object] | None" = None
    writing: OpenInterview | None = None


@record(frozen=True)
class Letter:
    """The letter, made; ``keep`` takes a draft that the page changed."""

    draft: "Draft"
    keep: "Callable[[Draft], object] | None" = None
    writing: OpenInterview | None = None


@record(frozen=True)
class Print:
    """Printing or saving what was made; ``service``: printers in the place of this computer's.

    ``writing``: the interview that it was made of.
    """

    made: "Made"
    draft: "Draft"
    service: object = None
    writing: OpenInterview | None = None


@record(frozen=True)
class WhatNext:
    """What to do now with what was made; ``why``: the day is explained at once.

    ``writing``: the interview that it was made of, which ends once it is filed.
    """

    made: "Made"
    draft: "Draft"
    why: bool = False
    writing: OpenInterview | None = None


# ---------------------------------------------------------------- what is kept


@record(frozen=True)
class ChosenPhrase:
    """A phrase that will open a safe: one that it ``makes``, or the one that is open.

    ``folder``: where that is made, None for this computer's; ``trace``: this computer remembers it.
    ``alone``: this computer no longer opens the open one without. ``helper``: the name of who will
    open the safe of an office with it, beside the others.
    """

    phrase: str = field(repr=False)
    makes: bool = False
    alone: bool = False
    folder: "Path | None" = None
    trace: bool = True
    helper: str = field(default="", repr=False)


@record(frozen=True)
class WhoUses:
    """Who uses this computer, asked when something personal is kept nowhere yet.

    ``writing``: the interview where it was answered, its question ``left``; ``danger``: it would be
    one that somebody finds it.
    """

    writing: OpenInterview | None = None
    left: str = ""
    danger: bool = False
    then: "Destination" = Home()


@record(frozen=True)
class Endangered:
    """Answers that the safe keeps have become a danger: moved, kept nowhere, or left there."""

    writing: OpenInterview


@record(frozen=True)
class SecondKey:
    """What would open the safe where its first key is lost: offered, then ``then``.

    ``printed``: it is offered once a letter was printed.
    """

    then: "Destination" = Home()
    printed: bool = False


@record(frozen=True)
class SafeHome:
    """The page of the safe that is needed now; ``then``: where to go once a safe is open."""

    then: "Destination" = Home()


@record(frozen=True)
class OpenSafe:
    """The phrase is asked.

    ``folder``: the safe, chosen by hand; "" tries those known here. ``said`` is said first.
    ``automatic``: the keyring is tried at once.
    """

    folder: str = ""
    said: str = ""
    automatic: bool = False
    then: "Destination" = Home()


@record(frozen=True)
class NewPhrase:
    """The phrase of a safe to make; ``own``: chosen, not ``drawn``, "" while it is not.

    ``folder`` and ``trace`` as those of ``ChosenPhrase``.
    """

    own: bool = False
    folder: "Path | None" = None
    trace: bool = True
    drawn: str = field(default="", repr=False)
    then: "Destination" = Home()


@record(frozen=True)
class PhraseBack:
    """A phrase that was drawn, asked back before it is relied upon; ``before``: where it is shown.

    ``then``: where one goes on; None stays.
    """

    chosen: ChosenPhrase
    before: "Destination"
    then: "Destination | None" = Home()


@record(frozen=True)
class RecoverySheet:
    """The twelve words that will open the safe too."""

    words: tuple[str, ...] = field(repr=False)
    then: "Destination" = Home()


@record(frozen=True)
class AskBack:
    """Three of the twelve words, asked back."""

    words: tuple[str, ...] = field(repr=False)
    then: "Destination" = Home()


@record(frozen=True)
class ChangePhrase:
    """Another phrase for the open safe, or its first; then ``then``, None stays.

    ``alone``: this computer no longer opens it without.
    """

    alone: bool = False
    drawn: str = field(default="", repr=False)
    then: "Destination | None" = None


@record(frozen=True)
class WaysIn:
    """What opens the open safe: seen, added to, taken away."""


@record(frozen=True)
class NewKey:
    """Another key for the open safe: what was taken away opens nothing more."""


@record(frozen=True)
class KeepNoMore:
    """All that the open safe keeps, to be erased for good."""


@record(frozen=True)
class Restore:
    """A backup, restored beside; ``backup`` and its ``day`` where one is named."""

    backup: str = ""
    day: "dt.date | None" = None
    then: "Destination" = Home()


@record(frozen=True)
class RepairSafe:
    """The damaged safe of a folder, whose pages are made again."""

    folder: str
    then: "Destination" = Home()


@record(frozen=True)
class TakeOut:
    """All that can be read of the damaged safe of a folder, open or not, written in clear."""

    folder: str


@record(frozen=True)
class People:
    """Everybody in the safe; ``first``: who a paper is for, before it is begun."""

    first: bool = False


@record(frozen=True)
class Person:
    """The sheet of one."""

    person: str


@record(frozen=True)
class Lists:
    """Lists of people, brought in or taken out."""


@record(frozen=True)
class NewPerson:
    """Somebody to add; ``typed``: what was looked for, and found nobody.

    ``first``: a paper waits for her.
    """

    typed: str = field(default="", repr=False)
    first: bool = False


@record(frozen=True)
class Record:
    """All that is kept of one."""

    person: str


@record(frozen=True)
class Household:
    """Who lives with a person."""

    person: str
    name: str = field(repr=False)


@record(frozen=True)
class Consent:
    """What an office keeps, told to a person before it does.

    ``writing``: the interview that waits for her answer, and ``then`` its first page.
    """

    person: str
    writing: OpenInterview | None = None
    then: "Destination" = Home()


@record(frozen=True)
class Withdraw:
    """A person agrees no more that anything is kept of her: what is to be done of it."""

    person: str


@record(frozen=True)
class ToErase:
    """Those who are kept for longer than the office said."""


@record(frozen=True)
class EraseForGood:
    """People and dossiers, each by kind and id, to be erased for good; ``withdrawn``: she asks."""

    whose: tuple[tuple[str, str], ...]
    withdrawn: bool = False


@record(frozen=True)
class KeepLonger:
    """Somebody, or a dossier, to be kept beyond what the office said: until when, and why."""

    kind: str
    whose: str


@record(frozen=True)
class Mandates:
    """What a person lets the office do in her place."""

    person: str


@record(frozen=True)
class EndingMandates:
    """The mandates that end soon, whoever's."""


@record(frozen=True)
class Acting:
    """Acting in the place of a person, without a mandate that allows it today; then ``then``."""

    person: str
    theme: str
    then: "Destination" = Home()


@record(frozen=True)
class Register:
    """The office's register."""


@record(frozen=True)
class HandOver:
    """What is handed over to a person: her papers, on paper or on a stick.

    ``given``: how many were handed over just now, by which way ("stick", "paper"), to be signed
    for.
    """

    person: str
    given: int = 0
    way: str = ""


@record(frozen=True)
class CorrectValue:
    """One thing that is kept of a person, to be corrected."""

    person: str
    field: str


@record(frozen=True)
class Unkept:
    """Where one stands while nothing is kept of the person who is here."""


@record(frozen=True)
class Documents:
    """What is kept: of a person, of the person of now, or of ``everyone``."""

    person: str = ""
    everyone: bool = False


@record(frozen=True)
class StoredDocument:
    """One paper of the safe."""

    document: str


@record(frozen=True)
class Bin:
    """What was thrown away, for thirty days."""


@record(frozen=True)
class Week:
    """What is to be done this week."""


@record(frozen=True)
class Dossier:
    """One matter, from its letter to its end."""

    dossier: str


@record(frozen=True)
class AddPapers:
    """Several papers that go into a dossier in one gesture."""

    dossier: str


@record(frozen=True)
class RecordEvent:
    """Something that happened in a dossier, to note, or ``event`` to correct.

    ``form``: what was sent is a form. ``which``: the letters it may be about, (pack, words).
    ``leave``: the dossier was not on the way here; it is shown after.
    """

    dossier: str
    kind: str = ""
    event: "Event | None" = None
    form: bool = False
    which: "Sequence[tuple[str, str]]" = ()
    leave: bool = False


# ---------------------------------------------------------------- models


@record(frozen=True)
class Models:
    """Where letters and forms come from; those of one's own."""


@record(frozen=True)
class ResumeModel:
    """A model begun, kept among the drafts."""

    draft: str


@record(frozen=True)
class FormEditor:
    """A form to make of a PDF; without one, the form in hand. ``told`` is said first.

    ``changes``: what was said of its boxes before; None: nothing yet.
    """

    pdf: bytes = field(default=b"", repr=False)
    name: str = ""
    told: str = ""
    changes: "Changes | None" = field(default=None, repr=False)


@record(frozen=True)
class LetterEditor:
    """One's own version of a letter; without one, the letter in hand."""

    pack: str = ""


# ---------------------------------------------------------------- files outside the safe


@record(frozen=True)
class OpenFile:
    """Which file; the page that asks is given it as ``Chosen``.

    ``ask``: which of the things that the page asks; ``folder``: where one looks now, "" where
    places are shown; ``several``: they may be dropped together.
    """

    ask: str
    words: str
    kind: FileKind
    folder: str = field(default="", repr=False)
    several: bool = False


@record(frozen=True)
class SaveFile:
    """Where a file is written; ``name`` is proposed and speaks of nobody.

    ``on_a_key``: keys are shown first.
    """

    ask: str
    words: str
    name: str
    on_a_key: bool = False
    folder: str = field(default="", repr=False)


@record(frozen=True)
class PickFolder:
    """Which folder, or which key; ``written``: something will be put there."""

    ask: str
    words: str
    written: bool = False
    folder: str = field(default="", repr=False)


@record(frozen=True)
class Carry:
    """Papers carried away on a USB stick.

    ``make`` gives them, in the worker; ``told`` is said first; ``then``: where one goes on once
    they are there, None stays. ``carried`` is called with the names that they have on the stick.
    """

    make: "Callable[[], Sequence[Carried]]" = field(repr=False)
    told: tuple[str, ...] = ()
    then: "Destination | None" = None
    carried: "Callable[[Sequence[str]], object] | None" = field(default=None, repr=False)


# ---------------------------------------------------------------- the program


@record(frozen=True)
class Settings:
    """What may be chosen of the program."""


@record(frozen=True)
class BarTools:
    """What the bar holds, where it is one button."""


@record(frozen=True)
class Language:
    """The language of the program."""


@record(frozen=True)
class Help:
    """The help: its pages, or one of them, counted from 0."""

    page: int = -1


@record(frozen=True)
class About:
    """Which version this is, and how old."""


@record(frozen=True)
class Arriving:
    """What comes on a stick: letters, forms, a version of the program."""


@record(frozen=True)
class Closing:
    """Closing, while something is kept nowhere."""


@record(frozen=True)
class Hidden:
    """What stands in the place of a page that a key hid; ``phrase``: it is asked to come back.

    ``code``: the helper's short code is, in its place. ``office``: others pass by, and nothing can
    be erased from there.
    """

    phrase: bool = False
    code: bool = False
    office: bool = False


@record(frozen=True)
class Circles:
    """The circles that the phrase opens, and in which safe one works."""


@record(frozen=True)
class Circle:
    """Who reads a circle; ``circle``: its id."""

    circle: str


@record(frozen=True)
class MoveDossier:
    """Where a dossier may be moved: to a circle, or back to everyone's safe."""

    dossier: str


@record(frozen=True)
class Conflicts:
    """The copies that a synchronisation left beside the safe; ``copy``: the one compared."""

    copy: str = ""


@record(frozen=True)
class ShortCode:
    """The code by which a helper comes back to a page that she hid: chosen, or taken away."""


@record(frozen=True)
class Erased:
    """What was erased for good, counted; ``in_backups``: the safe's own still hold it.

    ``copies`` of its papers and ``backups`` of the safe were saved elsewhere.
    """

    drafts: int = 0
    documents: int = 0
    in_backups: bool = False
    copies: int = 0
    backups: int = 0


@record(frozen=True)
class EndSession:
    """The end of a session on a public terminal; ``ended``: it is the next person's first page.

    ``forgotten``: what was erased, in counts.
    """

    ended: bool = False
    forgotten: "Forgotten | None" = None


@record(frozen=True)
class Entrance:
    """The first page of a public terminal: languages by their own names."""


Choosing = OpenFile | SaveFile | PickFolder
"""What is chosen among files: each folder looked into is a place of its own."""
SafePage = (
    SafeHome
    | OpenSafe
    | NewPhrase
    | PhraseBack
    | RecoverySheet
    | AskBack
    | ChangePhrase
    | Restore
    | RepairSafe
    | TakeOut
    | SecondKey
    | Endangered
    | KeepNoMore
    | WaysIn
    | NewKey
)


OfficeStep = Literal["", "name", "me", "head", "months", "rights"]
"""One thing set of an office; "" all of it."""


@record(frozen=True)
class Office:
    """The settings of the office, or one ``step`` of them; ``first``: it is being set up."""

    step: OfficeStep = ""
    first: bool = False


@record(frozen=True)
class OfficeHelper:
    """One person who helps in the office, by her id; "" for a new one."""

    helper: str = ""


@record(frozen=True)
class HelperPhrase:
    """The phrase of a new helper, chosen by herself; ``drawn`` as that of ``NewPhrase``."""

    name: str = field(repr=False)
    drawn: str = field(default="", repr=False)


@record(frozen=True)
class GoOnAs:
    """Another helper goes on at this computer, by her own phrase."""


@record(frozen=True)
class OfficeFigures:
    """What an office counts over a ``year``, or from a month to another; 0: the year most wanted.

    ``named``: the id of the definition that says what to count; "" for the first.
    """

    year: int = 0
    first: str = ""
    last: str = ""
    named: str = ""


@record(frozen=True)
class OfficeModels:
    """The office's own letters, made with a word processor."""


Destination = (
    Home
    | OfficeHome
    | Situations
    | Visit
    | Find
    | Urgent
    | WhichDelay
    | TooLate
    | Received
    | OpenPdf
    | Boxes
    | Matched
    | Questions
    | AllQuestions
    | OfficeSheet
    | OfficeFinish
    | OfficeBatch
    | OnPage
    | LastDay
    | PaperSoFar
    | Check
    | FilledForm
    | Letter
    | Print
    | WhatNext
    | WhoUses
    | SafePage
    | People
    | Person
    | Record
    | Consent
    | Unkept
    | Withdraw
    | ToErase
    | EraseForGood
    | KeepLonger
    | Mandates
    | EndingMandates
    | Acting
    | Register
    | HandOver
    | CorrectValue
    | Household
    | NewPerson
    | Lists
    | Documents
    | StoredDocument
    | Bin
    | Week
    | Dossier
    | OfficeFigures
    | OfficeModels
    | Office
    | OfficeHelper
    | HelperPhrase
    | GoOnAs
    | AddPapers
    | RecordEvent
    | Models
    | ResumeModel
    | FormEditor
    | LetterEditor
    | Choosing
    | Carry
    | Settings
    | BarTools
    | Language
    | Help
    | About
    | Arriving
    | Closing
    | Hidden
    | ShortCode
    | Circles
    | Circle
    | MoveDossier
    | Conflicts
    | Erased
    | EndSession
    | Entrance
)
