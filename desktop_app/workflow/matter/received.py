"""The letter that one answers is the first paper of its dossier."""

from dataclasses import dataclass, field

from desktop_app.core.language.typography import french
from desktop_app.core.packs.model import PackHeader
from desktop_app.workflow.safes.archive import file_received
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools

TITLE = "Lettre reçue"


@dataclass(frozen=True, slots=True)
class Paper:
    """A letter received: its file, the name of it, and its words, read or recognised."""

    data: bytes = field(repr=False)
    name: str = field(repr=False)
    words: str = field(repr=False)


def keep_received(
    safe: Safe, tools: Tools, definition: PackHeader, paper: Paper, *, person: str
) -> str:
    """Open the dossier of the answer, with the letter received in it; return its id."""
    today = tools.clock.today()
    with safe.act():
        dossier = safe.dossiers.add(
            french(definition.plain_title),
            on=today,
            person=person,
            procedure=definition.procedure,
        )
        file_alone(safe, tools, paper, person, dossier=dossier)
    return dossier


def file_alone(safe: Safe, tools: Tools, paper: Paper, person: str, *, dossier: str = "") -> str:
    """File a letter received, by itself or in a dossier; return its id."""
    return file_received(
        safe,
        paper.data,
        title=TITLE,
        on=tools.clock.today(),
        read_text=tools.read_text,
        show=tools.show_picture,
        tell=lambda _notice: None,
        name=paper.name,
        person=person,
        dossier=dossier,
        words=paper.words,
    )
