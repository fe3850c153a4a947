"""What a procedure IS: the typed form of ``forms/law/procedures/<family>/<id>.toml``.

Key names are those of the files; ``forms/law/README.md`` explains each of them to authors. Legal
words keep their French value, since no English twin says the same.
"""

import datetime as dt
from typing import Literal

import msgspec

from desktop_app.core.packs.families import LawFamily
from desktop_app.core.sourced import Confidence
from desktop_app.core.toml_table import TomlTable

Unit = Literal["heures", "jours", "semaines", "mois", "annees", "31-decembre"]
DateType = Literal["envoi", "reception", "enregistrement", "sans_objet"]
Mode = Literal["mf", "m", "mb", "j", "j0", "h", "an", "a31", "fenetre"]
Group = Literal["metropole", "outre-mer"]
Kind = Literal[
    "recours_gracieux",
    "recours_hierarchique",
    "recours_gracieux_prealable",
    "rapo",
    "cra",
    "mediation_prealable",
    "mediation",
    "conciliation",
    "recours_contentieux",
    "refere",
    "saisine",
    "saisine_juge",
    "reclamation",
    "remise_gracieuse",
    "demande",
    "demande_communication",
    "observations",
    "opposition_contrainte",
    "recours",
]


class Delay(TomlTable, frozen=True, kw_only=True):
    """How long the person has.

    Attributes:
        value: number of units; for ``31-decembre``, years after that of the event.
        franc: délai franc: one day more; only with months.
        extension: a last day that is closed moves to the next working day.
        distance: the months of CJA R.421-7 are possible; only with ``franc``.
        abroad: months more for who lives abroad, added first; never to the prudent day.
    """

    value: int
    unit: Unit
    franc: bool = False
    extension: bool = False
    distance: bool = False
    abroad: int = 0


class Silence(TomlTable, frozen=True, kw_only=True):
    """What the silence of the body means, counted from its receipt of the request.

    Attributes:
        effect: ``autre`` opens no delay: ``meaning`` says what it does.
        opens: the delay that its end opens: that of this procedure (the silence is on the request
            before it) or that of the next one.
        when: the case it is about; empty for the ordinary one, which comes first.
        where: a group of territories it is limited to.
        since: from which receipt, when it is not simply that of the request.
    """

    value: int
    unit: Unit
    effect: Literal["rejet", "acceptation", "autre"]
    meaning: str
    basis: str = ""
    opens: Literal["suite", "cette-demarche"] = "suite"
    when: str = ""
    where: Group | Literal[""] = ""
    since: str = ""


Asked = dict[str, tuple[str, ...]]
"""Questions of the papers, each with the answers that are meant."""


class Said(TomlTable, frozen=True, kw_only=True):
    """What is said of a procedure to who may take it: to whom, what, until when, at what cost.

    ``only``: for these answers; the last one of a procedure is for everybody else.
    """

    words: str
    only: Asked = msgspec.field(default_factory=dict)


class Next(TomlTable, frozen=True, kw_only=True):
    """One step that may follow: a procedure of these files, or ``step``, words for one outside.

    ``opened_by`` are the events from which its delay runs; none means that its delay does not
    depend on this procedure.

    Attributes:
        plain_title: of a step outside, what one does by it; else in place of its procedure's own.
        said: what is said of it on this road, in place of what its procedure says of itself.
        only, unless: the answers for which it may concern somebody, those for which it cannot.
        known: where her answers do not say ``only``, it is not told; another step then is.
        after, not_after: procedures through which one came for it to be told, or not to be.
        basis: articles of a step outside, where they are not those of the procedure.
    """

    procedure: str = ""
    step: str = ""
    plain_title: str = ""
    when: str = ""
    delay: str = ""
    said: str = ""
    only: Asked = msgspec.field(default_factory=dict)
    unless: Asked = msgspec.field(default_factory=dict)
    known: bool = False
    after: tuple[str, ...] = ()
    not_after: tuple[str, ...] = ()
    basis: str = ""
    opened_by: tuple[str, ...] = ()


class Waiting(TomlTable, frozen=True, kw_only=True):
    """The time left to the body before the delay of the person starts; the usual one first."""

    value: int
    unit: Unit
    when: str
    basis: str
    of: str = ""


class Window(TomlTable, frozen=True, kw_only=True):
    """A window counted backwards: from ``opens`` to ``closes`` units before the event."""

    opens: int
    closes: int
    unit: Literal["jours", "mois"]
    when: str
    basis: str


class WithoutNotice(TomlTable, frozen=True, kw_only=True):
    """What a decision that does not state its remedies changes: one year, or no time limit."""

    effect: Literal["un-an", "inopposable"]
    basis: str


class Elsewhere(TomlTable, frozen=True, kw_only=True):
    """Where a procedure does not have its effect: no date is given there.

    ``territories``: ids of ``territories.toml``. ``page``: the emergency that tells what to do.
    """

    territories: tuple[str, ...]
    page: str


class Procedure(TomlTable, frozen=True, kw_only=True):
    """One procedure: who, until when, from when, what silence means and what comes next.

    Attributes:
        title: its legal name. ``plain_title``: what one does by it, in everyday words.
        compulsory: without it the judge refuses the case.
        delay, delay_text: one of them, never both; ``delay_text`` when no date can be computed.
        answer_delay: the delay that binds the body, counted by mode ``mb``.
        start: in words, what starts the delay.
        events: ids of ``events.toml`` (a group begins with @) that may be given to compute.
        without_notice: what happens when the decision does not state its remedies.
        before_judiciary: the same where it is for a judicial judge: which one is then asked.
        pause: the article by which the mediator of the fund suspends this delay; "" when none.
        date_type: which date must be inside the delay.
        extension_basis: the article of the extension, when it is not the ordinary one.
        emergency: whom to call today; empty when nothing is urgent.
        elsewhere: the places where the law is another one: the place is asked before any date.
        longer_notice: a longer delay written on the notice protects the person.
        interrupts: made in time, it protects the delay before the judge.
        suspensive: it blocks execution or recovery, for everybody; False in doubt, and where it
            depends: ``suspensive_note`` then says on what (``suspends``).
        said: what a person is told of it, in plain words: the first that suits her answers.
        if_late: procedures that remain when the delay is over.
        court: empty when there is none.
        basis: articles. ``says``: as in ``Source``, of one of them.
        sources: codes of ``sources.toml``.
        changed_on: since when the law says what is written here, where it said something else.
        to_verify: a lawyer must check a point before release.
    """

    id: str
    title: str
    plain_title: str
    family: LawFamily
    kind: Kind
    compulsory: bool
    decisions: tuple[str, ...] = ()
    recipient: str
    delay: Delay | None = None
    delay_text: str = ""
    answer_delay: Delay | None = None
    start: str = ""
    events: tuple[str, ...] = ()
    without_notice: WithoutNotice | None = None
    before_judiciary: WithoutNotice | None = None
    pause: str = ""
    date_type: DateType
    date_note: str = ""
    extension_basis: str = ""
    emergency: str = ""
    elsewhere: tuple[Elsewhere, ...] = ()
    longer_notice: bool = True
    waiting: tuple[Waiting, ...] = ()
    window: tuple[Window, ...] = ()
    interrupts: bool
    suspensive: bool
    suspensive_note: str = ""
    silence: tuple[Silence, ...] = ()
    next: tuple[Next, ...] = ()
    said: tuple[Said, ...] = ()
    if_late: tuple[str, ...] = ()
    court: str = ""
    lawyer: str
    cost: str
    enclosures: tuple[str, ...]
    posting: tuple[str, ...]
    basis: tuple[str, ...]
    says: str = ""
    sources: tuple[str, ...]
    seen_on: dt.date
    changed_on: dt.date | None = None
    confidence: Confidence
    to_verify: bool = False
    review_by: dt.date | None = None
    notes: str = ""
    traps: str = ""

    def untold(self, judge: str) -> WithoutNotice | None:
        """Return what missing remedies change before a judge; the usual one when none is named."""
        judicial = self.before_judiciary if judge == "judiciaire" else None
        return judicial or self.without_notice

    @property
    def suspends(self) -> Literal["oui", "non", "partie"]:
        """Return whether it stops what it contests: where it depends, the note says on what."""
        if self.suspensive:
            return "oui"
        return "partie" if self.suspensive_note else "non"

    @property
    def missing_remedies(self) -> str:
        """Return what missing remedies change: ``un-an``, ``inopposable``, or nothing known."""
        return self.without_notice.effect if self.without_notice else ""

    def opens(self, procedure: str, event: str) -> bool:
        """Return whether an event on this procedure starts the delay of another one."""
        return any(n.procedure == procedure and event in n.opened_by for n in self.next)
