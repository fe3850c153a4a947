"""Files the paper, and reads what comes after it. No Qt here."""

from dataclasses import dataclass

from desktop_app import i18n
from desktop_app.gui.session import InHand, Session
from desktop_app.gui.writing import Writing
from desktop_app.sentences import ladder_words, timeline_words
from desktop_app.workflow.documents.rendering import Made, file_paper
from desktop_app.workflow.guidance.at_hand import letters_for
from desktop_app.workflow.matter.ladder import ladder
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools


@dataclass(frozen=True, slots=True)
class Filing:
    """What filing needs, taken when it is asked for; ``file`` runs in the worker."""

    safe: Safe
    tools: Tools
    made: Made
    paper: InHand
    person: str
    writing: Writing | None

    def file(self) -> tuple[str, str]:
        """File the paper and end its draft, in one act; return dossier and document."""
        writing = self.writing
        with self.safe.act():
            filed = file_paper(
                self.safe,
                self.tools,
                self.made,
                self.tools.clock.today(),
                person=self.person,
                dossier=writing.dossier if writing is not None else "",
                draft=writing.draft_id if writing is not None else "",
                printed_on=self.paper.printed_on,
            )
            if writing is not None:
                writing.finish(self.safe)
        return filed


def filing(session: Session, tools: Tools, made: Made, paper: InHand) -> Filing | None:
    """Return how to file this paper, for the person it was written for; None without a safe."""
    if session.safe is None:
        return None
    writing = session.writing
    if writing is not None and writing.interview.definition.id != made.prepared.definition.id:
        writing = None
    person = writing.person if writing is not None else session.person
    return Filing(session.safe, tools, made, paper, person, writing)


def afterwards(tools: Tools, made: Made) -> tuple[str, ...]:
    """Return what silence will mean, and what will be ready then. For the worker."""
    silence = getattr(made.prepared, "silence", None)
    procedure = made.prepared.procedure
    if silence is None or not procedure:
        return ()
    told = [timeline_words.after_silence(silence)]
    if silence.effect == "rejet":
        told += _then(tools, procedure)
    return tuple(told)


def ladder_of(tools: Tools, made: Made) -> tuple[ladder_words.Told, ...]:
    """Return what comes after this paper, step by step; nothing without a procedure."""
    procedure, today = made.prepared.procedure, tools.clock.today()
    if not procedure:
        return ()
    rungs = ladder(tools.law, (), procedure, today, made.prepared.deadline)
    return ladder_words.told(rungs, today, dated_above=True)


def _then(tools: Tools, procedure: str) -> list[str]:
    steps = [one.procedure for one in tools.law.procedure(procedure).next if one.procedure]
    letters = tools.catalogue.search(kind="letter")
    if any(letters_for(letters, step, (procedure,)) for step in steps):
        return [i18n.text("La lettre suivante sera prête ce jour-là.")]
    if not steps:
        return []
    title = i18n.pack_text(tools.law.procedure(steps[0]).plain_title)
    return [i18n.text("La suite sera alors : {title}.").format(title=title)]
