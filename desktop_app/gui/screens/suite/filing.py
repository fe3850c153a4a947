"""Files the paper. No Qt here."""

from dataclasses import dataclass

from desktop_app.gui.session import InHand, Session
from desktop_app.gui.writing import Writing
from desktop_app.workflow.documents.filing import earlier_versions, file_paper
from desktop_app.workflow.documents.rendering import Made
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

    def file(self) -> tuple[str, str, bool]:
        """File the paper and end its draft, in one act.

        Return dossier, document, and whether a former version of it is there.
        """
        writing = self.writing
        with self.safe.act():
            dossier, document = file_paper(
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
            return dossier, document, bool(earlier_versions(self.safe, document))


def filing(session: Session, tools: Tools, made: Made, paper: InHand) -> Filing | None:
    """Return how to file this paper, for the person it was written for; None without a safe."""
    if session.safe is None:
        return None
    writing = session.writing
    if writing is not None and writing.interview.definition.id != made.prepared.definition.id:
        writing = None
    person = writing.person if writing is not None else session.person
    return Filing(session.safe, tools, made, paper, person, writing)
