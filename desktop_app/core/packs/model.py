"""What a letter or a form IS: frozen definitions, decoded from a pack's TOML by ``parse.py``.

Key names are those of the TOML files; ``forms/README.md`` explains each of them to authors.
Expressions (``when``, ``text`` …) are kept as source here and compiled by
``core/language/template.py``.
"""

import datetime as dt
from typing import Literal

import msgspec

from desktop_app.core.packs.pleading import NO_PLEADING, Pleading, Said
from desktop_app.core.rect import Box
from desktop_app.core.sourced import Source
from desktop_app.core.toml_table import TomlTable


class Choice(TomlTable, frozen=True, kw_only=True):
    """One possible answer of a ``choice`` or ``choices`` question.

    ``follows``: the procedures after which it is the answer, when the letter follows one of them.
    ``sender``: the families of senders ("caf"): who said that one of them wrote has answered so,
    and is not asked.
    ``emergency``: with this answer the paper would harm: nothing is written, and this page of
    ``forms/law/emergencies.toml`` is shown instead.
    ``discreet``: it would be a danger that somebody at home finds this answer.
    """

    id: str
    label: str
    hint: str = ""
    follows: tuple[str, ...] = ()
    sender: tuple[str, ...] = ()
    emergency: str = ""
    discreet: bool = False


class ConditionalText(TomlTable, frozen=True, kw_only=True):
    """Text that stands when its condition holds; of several candidates the first one stands."""

    text: str
    when: str = ""


class Question(TomlTable, frozen=True, kw_only=True):
    """One thing asked.

    Attributes:
        kind: name of a module of ``core/answers/kinds``.
        label: the question, at most 15 words.
        brief: the same in a few words, on a page whose heading says of whom, and where answers are
            read again; empty: the question itself.
        why: one sentence: why it is asked, shown on demand.
        when: condition on earlier answers; empty means always.
        required: without an answer nothing can be composed (rare: paper allows a blank).
        unknown: "je ne sais pas" is possible; the paper then keeps a blank, listed as missing.
        remember: key of the person's profile that proposes, and keeps, the answer; several keys
            with spaces between them propose their values one after the other, and keep nothing.
        whose: of whom it asks, as a role of ``core/generic/roles.py``: what is proposed is then
            that one's, and the person's own profile keeps nothing of it; empty: the person.
        fact: what the dossier knows when this letter follows another one: for dates, the day that
            one was posted, or received by the body; for a choice between silence and a refusal
            (``core/packs/replies.py``), the ``reply`` that was noted; for a text, what was
            ``asked``: its title; for a date, that of the decision it contested (``decided``); the
            answer to the ``same`` question.
            Or what the dossier is to remind of, a day of the person's own: until when to post
            (``post_by``), when she asks for an answer (``answer_by``).
        alphabet: "latin" refuses letters that the office could not read on paper.
        abbreviate: words of the answer may be abbreviated, if the person agrees, when it does not
            fit in its box: those of an "address", or of the name of a "body". Lines of addresses
            may without it.
        formerly: the question under which older drafts hold this answer, when that one is not asked
            any more: it is taken up when the draft is opened (``core/answers/formerly.py``).
        begins: what earlier answers already say of this one: the first that holds stands there at
            first, and the question waits with the rare matters.
        not_before, not_after: for dates: ISO day, ``today``, or the id of an earlier date question.
            ``today`` and an id may be followed by ``- 2 ans``, ``+ 60 jours``, ``- 6 mois``.
        max_length: in characters, as printed.
        page: questions of a section that name the same page stand on it together; empty: as its
            group says, else ``core/packs/pages.py`` finds with which neighbours.
        aside: a rare matter: it waits behind "Ajouter une précision" of its page.
    """

    id: str
    kind: str
    label: str
    brief: str = ""
    hint: str = ""
    why: str = ""
    example: str = ""
    when: str = ""
    required: bool = False
    unknown: bool = False
    remember: str = ""
    whose: str = ""
    fact: Literal[
        "", "posted", "received", "reply", "asked", "decided", "same", "post_by", "answer_by"
    ] = ""
    alphabet: Literal["", "latin"] = ""
    abbreviate: Literal["", "address", "body"] = ""
    formerly: str = ""
    choices: tuple[Choice, ...] = ()
    default: str = ""
    begins: tuple[ConditionalText, ...] = ()
    max_length: int = 0
    not_before: str = ""
    not_after: str = ""
    minimum: str = ""
    maximum: str = ""
    page: str = ""
    aside: bool = False

    @property
    def called(self) -> str:
        """Return what it is called where several are asked, or read again."""
        return self.brief or self.label

    @property
    def may_stay_empty(self) -> bool:
        """Tell whether it is a box that one may leave empty: none is ticked, or not, to say so."""
        return not (self.required or self.choices or self.kind == "yes_no")


class QuestionPage(TomlTable, frozen=True, kw_only=True):
    """Questions of a section that stand on one page, in their order: one thing a page.

    ``title`` is its heading; empty where its only question is.
    """

    title: str
    question: tuple[str, ...]


class Section(TomlTable, frozen=True, kw_only=True):
    """Questions that stand together under one heading; ``include`` names groups of forms/common.

    ``page`` is never written in a pack: ``resolve`` tells there which questions stand on one page.

    Attributes:
        part: the named part of the interview where it stands, with its neighbours; else its title.
        together: the page of all its questions, those of its groups too; ``page`` of a question of
            its own comes before.
        when: a condition on earlier answers for the whole section, groups included.
        without: questions of its groups that are not asked: the paper has no place for them.
        arguments: those of the bank that the letter may plead are asked here, before its own.
    """

    id: str
    title: str
    part: str = ""
    together: str = ""
    when: str = ""
    arguments: bool = False
    include: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    question: tuple[Question, ...] = ()
    page: tuple[QuestionPage, ...] = ()


class Enclosure(TomlTable, frozen=True, kw_only=True):
    """A paper to enclose.

    For each enclosure the questions ``piece_<id>`` (jointe, suivra, non) and, when joined,
    ``piece_<id>_pages`` (integer) are asked by themselves. ``original``: this very paper may be
    asked for, and no copy of it.
    """

    id: str
    text: str
    when: str = ""
    help: str = ""
    recommended: bool = False
    original: bool = False


class BodyRef(TomlTable, frozen=True, kw_only=True):
    """A body of ``forms/law/bodies.toml`` that a letter may be written to."""

    id: str
    when: str = ""


class Arrival(TomlTable, frozen=True, kw_only=True):
    """One way in which a decision comes: the event, and the questions that give its days.

    ``date``, ``picked_up``, ``received`` and ``opened`` are ids of date questions; ``agreed`` is
    the one on decisions by the account alone, ``address`` the one on whether the body knew of a new
    address. ``received`` and ``opened`` may stay unknown: the delay is then counted without them.
    """

    event: str
    date: str
    when: str = ""
    picked_up: str = ""
    received: str = ""
    opened: str = ""
    agreed: str = ""
    address: str = ""


class Phrase(TomlTable, frozen=True, kw_only=True):
    """Words that several letters have in common, made from the answers: ``{{ <id> }}``.

    It is what a group knows how to say of its own answers. ``title`` says what it tells, where the
    letter is not written yet. ``~`` in ``text`` is the ending that a letter gives it: ``accord``.
    """

    id: str
    title: str
    text: str


class QuestionGroup(TomlTable, frozen=True, kw_only=True):
    """A file of ``forms/common``: the same question has the same id everywhere.

    ``phrase`` are the words that it makes of its answers.
    ``sender`` are the lines that its answers give to the top left of a letter, ``place`` the town
    written before the date, ``signature`` what stands under the signature, ``body`` whom its
    answers write to: the groups included by a letter are read in order. ``warning`` stands in the
    letters that ask all that its condition names. ``arrival`` are the ways in which the
    decision comes, for ``deadline`` rules that name the group; ``untold``, when it says neither how
    to contest it nor until when. ``said`` are the arguments that its answers raise, in the letters
    that ask all that their conditions name. ``page`` is the page that those of its questions stand
    on that name none, together with other groups of the section.
    """

    id: str
    title: str
    page: str = ""
    question: tuple[Question, ...]
    sender: tuple[ConditionalText, ...] = ()
    place: tuple[ConditionalText, ...] = ()
    signature: tuple[ConditionalText, ...] = ()
    body: tuple[BodyRef, ...] = ()
    warning: tuple[ConditionalText, ...] = ()
    arrival: tuple[Arrival, ...] = ()
    said: tuple[Said, ...] = ()
    untold: str = ""
    phrase: tuple[Phrase, ...] = ()


class Paragraph(TomlTable, frozen=True, kw_only=True):
    """One paragraph of a letter.

    Attributes:
        text: plain French, with ``{{ name }}`` and inline ``{% if %}``.
        basis: articles it rests on.
        meaning: what it says, in easy French, translatable.
        optional: the person may take it out.
        heading: printed in bold above it; usually empty.
    """

    id: str
    text: str
    meaning: str
    when: str = ""
    basis: tuple[str, ...] = ()
    optional: bool = False
    heading: str = ""


class Recipient(TomlTable, frozen=True, kw_only=True):
    """Who receives the letter: a body, else address lines and the call.

    Of the ``body`` candidates, then those of the groups included, the first that holds is written
    to. Without any, ``line`` are the address (lines that come out empty are dropped) and ``call``
    candidates are tried in order. The closing formula repeats the call's titles; ``regards`` ends
    it ("salutations distinguées", "considération distinguée"), empty: as the body has it.
    ``house`` is never written in a pack: ``resolve`` tells there under which name an address that
    was copied is kept, one candidate a body; empty where the address is not asked.
    """

    body: tuple[BodyRef, ...] = ()
    line: tuple[ConditionalText, ...] = ()
    call: tuple[ConditionalText, ...] = ()
    regards: str = ""
    house: tuple[ConditionalText, ...] = ()


class DeadlineRule(TomlTable, frozen=True, kw_only=True):
    """How an answer becomes the event from which the delay runs; the first that holds is used.

    Either ``arrival``, a group of forms/common: ``resolve`` puts a rule for each of its ways; or
    ``event`` and ``date``, with the other keys as in ``Arrival``. ``of`` is the procedure that was
    refused or left without an answer, when the event is about one. ``untold`` is never written in a
    pack: it is that of the group.
    """

    procedure: str
    arrival: str = ""
    event: str = ""
    date: str = ""
    of: str = ""
    when: str = ""
    picked_up: str = ""
    received: str = ""
    opened: str = ""
    agreed: str = ""
    address: str = ""
    untold: str = ""


class PackHeader(TomlTable, frozen=True, kw_only=True):
    """What letters and forms have in common.

    ``follows``: the procedures after which it is the right next letter; empty, after any that leads
    to ``procedure``. With its own procedure there, it is the second letter of that one; without
    ``procedure`` it is the step of none, a reminder.
    ``discreet``: it would be a danger that somebody at home finds it, whatever the answers.
    """

    schema: int
    id: str
    title: str
    plain_title: str
    family: str
    situations: tuple[str, ...] = ()
    seen_on: dt.date
    review_by: dt.date | None = None
    keywords: tuple[str, ...] = ()
    procedure: str = ""
    follows: tuple[str, ...] = ()
    discreet: bool = False
    section: tuple[Section, ...]
    enclosure: tuple[Enclosure, ...] = ()
    deadline: tuple[DeadlineRule, ...] = ()
    source: tuple[Source, ...] = ()
    warning: tuple[ConditionalText, ...] = ()


class Letterhead(TomlTable, frozen=True, kw_only=True):
    """The head of an association's own paper, at the top right of the first page.

    ``lines``: name, address, telephone, as they are: no answer stands in them. ``logo``: name of a
    picture inside the pack's folder; empty without one.
    """

    lines: tuple[str, ...] = ()
    logo: str = ""


class LetterDefinition(PackHeader, frozen=True, kw_only=True):
    """``letter.toml``. ``request`` is the one-sentence ask of the counter sheet.

    ``copied_from`` is the id of the letter that a person made her own version of.
    ``free_post``: the recipient pays the postage ("Libre réponse"): no stamp.

    ``sender``, ``place`` and ``signature`` come from the groups it includes; written in the letter
    itself, they replace those. ``pleading`` says which arguments of the bank it may hold.
    ``phrase`` is never written in a letter: ``resolve`` tells there those of its groups.
    """

    copied_from: str = ""
    letterhead: Letterhead = Letterhead()
    subject: str
    request: str
    recipient: Recipient
    reference: tuple[ConditionalText, ...] = ()
    paragraph: tuple[Paragraph, ...]
    registered: bool = True
    copy: tuple[ConditionalText, ...] = ()
    free_post: bool = False
    sender: tuple[ConditionalText, ...] = ()
    place: tuple[ConditionalText, ...] = ()
    signature: tuple[ConditionalText, ...] = ()
    pleading: Pleading = NO_PLEADING
    phrase: tuple[Phrase, ...] = ()


NOWHERE: Box = (0, 0, 0, 0)
"""The box of what stands on no page that was seen."""
PREPARED_MAP = "fields-papier.toml"
"""The map of a paper that we have not got."""
Numbers = tuple[float, ...]
"""Of one page; empty where it has nothing."""


class Blank(TomlTable, frozen=True, kw_only=True):
    """One known official PDF: its fingerprints and the file that maps it.

    ``sha256`` values are of whole files. So that a copy saved again is known too: ``signature`` is
    a mark of the fields, or of the pages' words when there are none; ``words`` that of the words;
    ``printed`` for each page where its letters stand, in points as seen: the least x and y, the
    greatest, and their middle; ``boxes`` for each page where its fields stand: the sum of their
    sides, each weighed by its name. All must agree (``core/editions/identity.py``).
    """

    edition: str
    map: str
    sha256: tuple[str, ...] = ()
    signature: str = ""
    words: str = ""
    printed: tuple[Numbers, ...] = ()
    boxes: tuple[Numbers, ...] = ()


class Prepared(TomlTable, frozen=True, kw_only=True):
    """A paper that we have not got, so that no map of its boxes can be made before she brings it.

    Attributes:
        get: where the person gets the paper.
        send: how it is sent.
        letter: the letter that holds the request on plain paper; ``answers``: what choosing this
            form already says to it. Empty: no letter can, and ``alone`` says why.
        named: the edition that others name ("14952*03"), which we did not see.
    """

    get: str = ""
    send: str = ""
    letter: str = ""
    answers: dict[str, str] = msgspec.field(default_factory=dict)
    alone: str = ""
    named: str = ""

    def __bool__(self) -> bool:
        return bool(self.get)


NOT_PREPARED = Prepared()


class FormDefinition(PackHeader, frozen=True, kw_only=True):
    """``form.toml``. ``successor`` is the number that replaces a withdrawn form;
    ``instead``: the packs in use about the same right, which a search puts first, always; ``seen``:
    what was seen on ``seen_on`` of what is taken in its place.

    ``signed_by`` the body: the person prepares her part, and has it dated and signed.
    ``prepared``: of a paper that we have not got; its ``edition`` is empty, for none was seen, and
    its one map (``PREPARED_MAP``) says what is asked, without a place.
    """

    number: str
    edition: str
    body: str
    successor: str = ""
    instead: tuple[str, ...] = ()
    withdrawn: bool = False
    seen: str = ""
    signed_by: Literal["person", "body"] = "person"
    prepared: Prepared = NOT_PREPARED
    blank: tuple[Blank, ...] = ()


class Place(TomlTable, frozen=True, kw_only=True):
    """One box of the paper form that receives an answer.

    Attributes:
        field: qualified name of the PDF field, as ``form inspect`` shows it; empty on flat forms.
        option: for ticks among several: the id of the option, as ``form inspect`` shows it.
        kind: ``text``, ``tick`` (drawn when ``when`` holds).
        value: template of what is written; empty for ticks.
        label: what the paper itself says at that box, for the copy sheet.
        page: from 1. ``box`` is x, y, width, height in points from the lower left of the page.
        comb: number of cells; 0 when the box is not divided.
        lines: of writing that the box has, evenly spaced, the last at its foot.
        indent: points by which the first line begins further right, after printed words.
        part: on a paper that we have not got, which has no ``page`` and no ``box``: the part of the
            form where it is likely to stand. ``also``: other words that the paper may have there.
    """

    field: str = ""
    option: str = ""
    kind: Literal["text", "tick"] = "text"
    value: str = ""
    when: str = ""
    label: str
    page: int = 0
    box: Box = NOWHERE
    comb: int = 0
    size: float = 0
    lines: int = 1
    indent: float = 0
    align: Literal["left", "center", "right"] = "left"
    part: str = ""
    also: tuple[str, ...] = ()


class NumberAt(TomlTable, frozen=True, kw_only=True):
    """Where the paper bears its number and edition: a page (from 1), a box as in ``Place``."""

    page: int = 1
    box: Box


class FieldMap(TomlTable, frozen=True, kw_only=True):
    """``fields-<edition>.toml``: every box of one edition, in the order of the paper.

    ``number_at`` shows a person where to check the edition of her paper.
    """

    edition: str
    number_at: NumberAt | None = None
    page_sizes: tuple[tuple[float, float], ...]
    place: tuple[Place, ...]
