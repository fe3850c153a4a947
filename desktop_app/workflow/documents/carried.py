"""What one takes away of a paper that was made: the paper, what it says, what to do with it.

Their names speak of nobody: on a stick, others read them.
"""

from collections.abc import Sequence

from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.folder import Carried
from desktop_app.core.pdf import Pdf
from desktop_app.workflow.documents.preparing import PreparedLetter
from desktop_app.workflow.documents.rendering import Made, expect_proved
from desktop_app.workflow.safes.archive import DocumentNotProved
from desktop_app.workflow.tools import Tools

LETTER, FORM, TO_COPY = "lettre.pdf", "formulaire.pdf", "a-recopier.pdf"
EXPLANATION, TO_DO = "explication.pdf", "a-faire.pdf"
POSTED, KEPT = ("bordereau",), ("counter", "address")
"""The sheets of a kit that go into the envelope with the letter, and those that help to post it."""


def papers(tools: Tools, made: Made) -> tuple[Carried, ...]:
    """Return what is taken away of a paper, in the language spoken now.

    A letter goes alone in its file, with the list of what is joined: it is what is printed and
    posted. What it says and what to do stand in two languages, where one does not speak French.

    Raises:
        DocumentNotProved: a value of it was not read back.
    """
    expect_proved(made)
    prepared = made.prepared
    if not isinstance(prepared, PreparedLetter):
        found = prepared.deadline
        registry = found is not None and found.date_type == "enregistrement"
        todo = tools.letters.sheet(
            tools.sheets.form_to_do(prepared.document, made.way, registry=registry)
        )
        name = TO_COPY if made.way == "hand" else FORM
        return Carried(name, made.pdf.data), Carried(TO_DO, todo.data)
    document = prepared.document
    sheets = {one.key: one for one in tools.sheets.kit(document, prepared.deadline, None)}

    def of(keys: Sequence[str]) -> list[tuple[str, Pdf]]:
        there = [sheets[key] for key in keys if key in sheets]
        return [(one.title, tools.letters.sheet(one, document.day)) for one in there]

    first = (document.title, _proved(tools, document))
    letter = _whole(tools, document.title, [first, *of(POSTED)])
    said = tools.letters.sheet(
        tools.sheets.explanation(document, prepared.deadline, prepared.silence, prepared.steps),
        document.day,
    )
    todo_sheet = tools.sheets.to_do(document, prepared.deadline)
    steps = (todo_sheet.title, tools.letters.sheet(todo_sheet, document.day))
    return (
        Carried(LETTER, letter.data),
        Carried(EXPLANATION, said.data),
        Carried(TO_DO, _whole(tools, todo_sheet.title, [steps, *of(KEPT)]).data),
    )


def pages_of(made: Made) -> int:
    """Return how many sheets the paper alone would take, printed on one side."""
    parts = {one.name: one.last - one.first + 1 for one in made.pdf.parts}
    if made.is_letter and "letter" in parts:
        return parts["letter"] + parts.get("bordereau", 0)
    return made.pdf.pages


def _proved(tools: Tools, document: LetterDocument) -> Pdf:
    pdf = tools.letters.letter(document)
    if not tools.letters.proof(document, pdf).proved:
        raise DocumentNotProved
    return pdf


def _whole(tools: Tools, title: str, parts: Sequence[tuple[str, Pdf]]) -> Pdf:
    return parts[0][1] if len(parts) == 1 else tools.merge(title, parts)
