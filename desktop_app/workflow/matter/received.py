"""The letter that one answers is the first paper of its dossier."""

from dataclasses import dataclass, field

from desktop_app.core.errors import AppError
from desktop_app.core.language.typography import french
from desktop_app.core.packs.model import PackHeader
from desktop_app.workflow.guidance.received import Progress, understand
from desktop_app.workflow.safes.archive import PDF, PICTURES, file_received, media_of
from desktop_app.workflow.store import Safe
from desktop_app.workflow.tools import Tools

TITLE = "Lettre reçue"


@dataclass(frozen=True, slots=True)
class Paper:
    """A letter received: its file, the name of it, and its words, read or recognised."""

    data: bytes = field(repr=False)
    name: str = field(repr=False)
    words: str = field(repr=False)


def words_to_find(tools: Tools, data: bytes, progress: Progress) -> str:
    """Return the words of a picture, or of a PDF of pictures, by which it is found again.

    "" where none can be recognised: the paper is kept all the same. The words that a PDF has are
    read when it is filed.
    """
    media = media_of(data)
    if media not in (PDF, *PICTURES):
        return ""
    try:
        if media == PDF and tools.read_text(data)[1].strip():
            return ""
        return understand(tools, data, progress).words.text
    except AppError:
        return ""


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
        readers=tools,
        tell=lambda _notice: None,
        name=paper.name,
        person=person,
        dossier=dossier,
        words=paper.words,
    )
