"""What to do with the printed kit, step by step, in words for a person who fears a mistake."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_app.core.documents.model import EnclosedPaper, LetterDocument
from desktop_app.core.language.typography import french
from desktop_app.pdf.letters.letter_data import with_pages
from desktop_app.pdf.letters.settings import Window

COPIES_ONLY = "Donnez des photocopies. Gardez les originaux."
FOLDING = {
    "dl": "Pliez la lettre en trois : l’adresse doit se voir dans la fenêtre.",
    "c5": "Pliez la lettre en deux : l’adresse doit se voir dans la fenêtre.",
    "none": "Recopiez l’adresse de la dernière feuille sur l’enveloppe.",
}


@dataclass(frozen=True, slots=True)
class ChecklistStep:
    """One thing to do: a title, explanations, and smaller boxes to tick."""

    title: str
    lines: tuple[str, ...] = ()
    items: tuple[str, ...] = field(default=())

    def data(self) -> dict[str, Any]:
        """Return the step in French typography, for the template."""
        return {
            "title": french(self.title),
            "lines": [french(line) for line in self.lines],
            "items": [french(item) for item in self.items],
        }


AT_THE_REGISTRY = (
    ChecklistStep(
        "Déposez tout au greffe du tribunal, ou passez par le site Télérecours citoyens",
        ("Jamais par la poste seule. Au greffe, faites tamponner la feuille pour le guichet.",),
    ),
    ChecklistStep(
        "Gardez les preuves",
        ("Avec votre copie : la feuille tamponnée ou l’accusé du site, et la lettre reçue.",),
    ),
)


def letter_steps(
    document: LetterDocument, *, bordereau: bool, window: Window, registry: bool = False
) -> list[ChecklistStep]:
    """Return the steps from the printed pages to the slip that is kept.

    ``registry``: it must be registered at a court in time, so that it is never posted alone.
    """
    joined = [paper for paper in document.enclosures if not paper.later]
    later = [paper.text for paper in document.enclosures if paper.later]
    steps = [_missing(document), _sign(document), *_enclose(joined, bordereau), *_later(later)]
    if registry:
        return [step for step in [*steps, *_copies(document), *AT_THE_REGISTRY] if step is not None]
    steps += [_envelope(window), *_copies(document), _send(document), _keep(document)]
    return [step for step in steps if step is not None]


def enclosure_items(papers: Sequence[EnclosedPaper]) -> tuple[str, ...]:
    """Number the papers as the letter does: ``Pièce n° 1 : copie du bail (3 pages)``."""
    return tuple(f"Pièce n° {i} : {with_pages(paper)}" for i, paper in enumerate(papers, start=1))


def _missing(document: LetterDocument) -> ChecklistStep | None:
    if not document.missing:
        return None
    title = "Complétez la lettre au stylo. Il manque :"
    return ChecklistStep(title, items=tuple(missing.label for missing in document.missing))


def _sign(document: LetterDocument) -> ChecklistStep:
    name = document.signature[-1] if document.signature else ""
    where = (
        f"Signez à la main, au-dessus de « {name} »." if name else "Signez à la fin de la lettre."
    )
    return ChecklistStep("Relisez la lettre et signez-la", (where,))


def _enclose(papers: Sequence[EnclosedPaper], bordereau: bool) -> list[ChecklistStep]:
    if not papers:
        return []
    lines = (f"{COPIES_ONLY} Écrivez le numéro en haut de chaque papier.",)
    steps = [ChecklistStep("Joignez ces papiers", lines, enclosure_items(papers))]
    if bordereau:
        steps.append(ChecklistStep("Datez et signez le bordereau, la liste des papiers"))
    return steps


def _later(texts: Sequence[str]) -> list[ChecklistStep]:
    if not texts:
        return []
    lines = ("Envoyez-les dès que vous les avez. La lettre l’annonce déjà.",)
    return [ChecklistStep("Ces papiers suivront", lines, tuple(texts))]


def _envelope(window: Window) -> ChecklistStep:
    return ChecklistStep("Mettez tout dans l’enveloppe", (FOLDING[window],))


def _copies(document: LetterDocument) -> list[ChecklistStep]:
    if not document.copies:
        return []
    return [ChecklistStep("Envoyez aussi une copie de la lettre à", items=document.copies)]


def _send(document: LetterDocument) -> ChecklistStep:
    counter = "Ou déposez-la à l’accueil et faites tamponner la feuille pour le guichet."
    if document.registered:
        title = "Postez-la en recommandé avec avis de réception"
        return ChecklistStep(title, (counter,))
    if document.free_post:
        return ChecklistStep("Postez la lettre sans timbre", ("L’envoi est gratuit pour vous.",))
    return ChecklistStep("Postez la lettre", (counter,))


def _keep(document: LetterDocument) -> ChecklistStep:
    slips = "le reçu, puis l’avis de réception" if document.registered else "la preuve de l’envoi"
    lines = (f"Avec votre copie : {slips}, et l’enveloppe de la lettre reçue.",)
    return ChecklistStep("Gardez les preuves", lines)
