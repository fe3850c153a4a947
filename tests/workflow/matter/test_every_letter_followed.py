"""Every letter, once posted: what is proposed when nobody answers, or somebody does.

Whatever is proposed is a step of the law that what happened opens, or a reminder; its letter can be
begun and composed at once, what lacks being left blank. And nobody is left with nothing.
"""

import datetime as dt
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.core.deadlines.counting import add_months
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.preparing import prepare_letter
from desktop_app.workflow.interview.interview import Interview
from desktop_app.workflow.matter import corrections, followup
from desktop_app.workflow.matter.dossiers import OpenDossier, open_dossier
from desktop_app.workflow.matter.next_letter import begin_next
from desktop_app.workflow.matter.next_steps import Answer
from desktop_app.workflow.matter.proposals import proposed
from desktop_app.workflow.matter.reminders import is_reminder
from desktop_app.workflow.matter.timeline import decision_kind, is_answer
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe

TODAY = dt.date(2026, 12, 5)
RECEIVED = TODAY + dt.timedelta(days=2)
MUCH_LATER = TODAY + dt.timedelta(days=900)
LETTERS = data_root("forms") / "letters"
NAMES = sorted(folder.name for folder in LETTERS.iterdir())
REQUESTS = frozenset({
    "demande", "demande_communication", "remise_gracieuse", "reclamation", "saisine", "mediation",
    "mediation_prealable", "conciliation",
})  # fmt: skip
"""Something is asked for: one reminds, unless the law gives something better to do."""
JUDGED = frozenset({"recours_contentieux", "refere", "saisine_juge", "opposition_contrainte"})
SILENT = ("rejet-implicite", "motifs-non-communiques")
REFUSED = ("rejet-expres", "notification", "motifs-communiques")

every_letter = pytest.mark.parametrize("pack", NAMES)


@pytest.fixture(scope="module")
def tools() -> RealTools:
    return RealTools()


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Safe]:
    with open_safe(new_safe(tmp_path_factory.mktemp("suite"), TODAY), TODAY) as opened:
        yield opened


@dataclass
class Matter:
    """A letter of the catalogue, made of its first example, filed, posted and received."""

    safe: Safe
    tools: RealTools
    dossier: str
    procedure: str

    def answer(self, said: Answer) -> OpenDossier:
        """Note an answer, or correct the one that was noted."""
        day, about = RECEIVED + dt.timedelta(days=20), (self.safe, self.tools.law, self.dossier)
        noted = [one for one in self.safe.events.timeline(self.dossier) if is_answer(one)]
        if noted:
            corrections.correct(*about, noted[0], day=day, today=MUCH_LATER, answer=said)
        else:
            followup.answer_received(
                *about, procedure=self.procedure, answer=said, day=day, today=MUCH_LATER
            )
        return self.on(day)

    def unanswered(self) -> OpenDossier:
        """Return the dossier on the day when the silence has a meaning; after a month at least."""
        after = self.on(RECEIVED).next
        usual = after.usual if after else None
        month = add_months(RECEIVED, 1)
        return self.on(max(usual.day, month) if usual and usual.day else month)

    def on(self, day: dt.date) -> OpenDossier:
        return open_dossier(
            self.safe, self.tools.law, self.tools.catalogue, self.dossier, today=day
        )


@pytest.fixture
def matter(pack: str, safe: Safe, tools: RealTools) -> Matter:
    example = sorted((LETTERS / pack / "examples").iterdir(), key=lambda file: file.name)[0]
    said = tomllib.loads(example.read_text("utf-8"))
    draft = Draft(pack, said["answers"], frozenset(said.get("je_ne_sais_pas", ())))
    made = prepare_letter(tools.catalogue, tools.law, draft, TODAY)
    dossier = safe.dossiers.add(pack, on=TODAY, procedure=made.procedure)
    document = safe.add(
        b"%PDF-1.7", title=pack, on=TODAY, kind="letter", made_from=pack, dossier=dossier
    )
    if made.deadline is not None:
        safe.events.add(
            dossier,
            kind=decision_kind(made.deadline.event),
            day=made.deadline.count_from,
            last_day=made.deadline.last_day,
            procedure=made.deadline.procedure,
            document=document,
        )
    about = {"procedure": made.procedure, "today": MUCH_LATER}
    followup.posted(safe, tools.law, dossier, day=TODAY, **about)
    followup.receipt_returned(safe, tools.law, dossier, day=RECEIVED, **about)
    return Matter(safe, tools, dossier, made.procedure)


def illegal(matter: Matter, item: CatalogueItem, events: tuple[str, ...]) -> str:
    """Return why a letter may not be proposed; "" when the law's files lead to it."""
    if is_reminder(item):
        reminded = not matter.procedure or matter.procedure in item.follows
        return "" if reminded else f"{item.id} reminds of no {matter.procedure}"
    if item.procedure == matter.procedure and matter.procedure in item.follows:
        return ""  # the second letter of one procedure
    steps = matter.tools.law.procedure(matter.procedure).next
    step = next((one for one in steps if one.procedure == item.procedure), None)
    if step is None:
        return f"{item.id} is no step after {matter.procedure}"
    if step.opened_by and not set(step.opened_by).intersection(events):
        return f"{item.id} is opened by {step.opened_by}"
    return ""


def through_the_gates(begun: Interview) -> Interview:
    """Answer what stops a paper until it is answered, and was carried from nowhere: go on."""
    for trouble in begun.troubles:
        if trouble.problem.code == "answer-stops":
            on = next(one.id for one in trouble.question.choices if not one.emergency)
            begun = begun.answer(trouble.question.id, on)
    return begun


def expect_proposals(matter: Matter, found: OpenDossier, events: tuple[str, ...]) -> None:
    wrong = [why for item in proposed(found) if (why := illegal(matter, item, events))]
    assert not wrong, wrong
    for item in proposed(found):
        begun = begin_next(matter.safe, matter.tools.catalogue, matter.dossier, item.id, MUCH_LATER)
        begun = through_the_gates(begun)
        assert begun.troubles == (), f"{item.id}: {begun.troubles}"
        letter = prepare_letter(matter.tools.catalogue, matter.tools.law, begun.draft, MUCH_LATER)
        assert letter.document.missing, f"{item.id}: what nobody said is listed"


def is_told(found: OpenDossier) -> bool:
    """Tell whether something is proposed, or at least said with its date or its words."""
    steps = found.next.open_steps if found.next else ()
    return bool(proposed(found) or any(step.deadline or not step.procedure for step in steps))


@every_letter
def test_when_nobody_answers(matter: Matter) -> None:
    found = matter.unanswered()
    expect_proposals(matter, found, SILENT)
    kind = matter.tools.law.procedure(matter.procedure).kind if matter.procedure else "demande"
    if kind in REQUESTS:
        assert is_told(found), "a request that is forgotten is reminded"
    elif kind not in JUDGED | {"observations"}:
        assert is_told(found), "an appeal that is forgotten goes on"

    expect_the_wrong_body_to_move_nothing(matter)


def expect_the_wrong_body_to_move_nothing(matter: Matter) -> None:
    before = matter.on(MUCH_LATER).next
    followup.wrong_body(
        *(matter.safe, matter.tools.law, matter.dossier),
        procedure=matter.procedure,
        day=RECEIVED,
        today=MUCH_LATER,
    )
    found = matter.on(MUCH_LATER)
    assert found.next == before
    assert [reply.basis.split(",")[0] for reply in found.replies.values()] == ["CRPA L.114-2"]


@every_letter
def test_when_it_is_answered(matter: Matter) -> None:
    said: Answer
    for said in ("refus", "partielle"):
        found = matter.answer(said)
        expect_proposals(matter, found, REFUSED)
        if found.next is not None and found.next.steps:
            assert found.next.open_steps, "a refusal never leaves one with nothing"
    found = matter.answer("favorable")
    expect_proposals(matter, found, ("delai-prefet-expire", "motifs-communiques"))
    steps = found.next.open_steps if found.next else ()
    assert all(step.deadline for step in steps), "nothing more is to be climbed"
