"""What a second engine read back on finished pages, in words."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.documents.model import LetterDocument
from desktop_app.core.pdf import FillProblem, Proof
from desktop_app.sentences.lacking_words import lacking, left_out

if TYPE_CHECKING:  # whoever counts values only needs nothing of what makes pages
    from desktop_app.workflow.documents.forms import Filled
    from desktop_app.workflow.documents.rendering import Made


def read_back(verified: int, total: int) -> str:
    """Return how many values were found again on the page."""
    return i18n.sentence("values-read-back", {"n": verified, "total": total})


def told(made: "Made | Filled") -> tuple[str, str]:
    """Return what to say of a paper: what is missing, then its read-back; and in which role."""
    proof = made.proof
    if is_empty(made):
        words = i18n.text("Rien n’est rempli : aucune réponse de vous n’est sur ce formulaire.")
        return words, "error"
    if proof.total and not proof.proved:
        words = read_back(proof.verified, proof.total)
        return "\n".join([f"✗ {words}", *problems(made)]), "error"
    document = made.prepared.document if made.prepared is not None else None
    lacks = lacking(document) if document is not None else ()
    stands = not any(one.weight == "error" for one in lacks)
    left = left_out(document) if document is not None else ()
    lines = [*(one.listed for one in lacks), *left, _all_read(proof, ticked=stands)]
    said = "\n".join(lines)
    return said, ("body" if lacks else "done") if stands else "error"


def _all_read(proof: Proof, *, ticked: bool) -> str:
    """Return that all is on the page; the tick is of a paper that one may send."""
    if not proof.total:
        return i18n.text("La feuille à recopier est prête.")
    words = read_back(proof.verified, proof.total)
    words = f"✓ {words}" if ticked else words
    if not proof.overflow:
        return words
    more = i18n.plural(
        "{n} réponse continue sur l’annexe.",
        "{n} réponses continuent sur l’annexe.",
        len(proof.overflow),
    )
    return f"{words}. {more}"


def is_empty(made: "Made | Filled") -> bool:
    """Tell whether a form holds nothing that the person said; a date of today is none."""
    if made.prepared is None:
        return not made.proof.total
    return getattr(made.prepared, "is_empty", False)  # a letter has words of its own


def problems(made: "Made | Filled") -> list[str]:
    """Return a sentence for each value that was not read back: which box, on which page, why."""
    document = made.prepared.document if made.prepared is not None else None
    if isinstance(document, LetterDocument):
        return list(
            _of_a_letter(
                made.proof, len(made.proof.unwritten(one.id for one in document.paragraphs))
            )
        )
    # One field may have boxes on several pages, each with its own words.
    values = document.values if document is not None else ()
    labels = {(value.field, value.page): value.label for value in values}
    return [
        _problem(one, i18n.pack_text(labels.get((one.field, one.page), one.field)))
        for one in made.proof.problems
    ]


def _of_a_letter(proof: Proof, unwritten: int) -> Iterator[str]:
    """Yield how many lines are lost: the person would look in vain for the names that we gave."""
    if unwritten:
        yield i18n.plural(
            "Des mots d’un paragraphe ne sont pas sur la page : "
            "écrivez-les en lettres latines (a, b, c).",
            "Des mots de {n} paragraphes ne sont pas sur la page : "
            "écrivez-les en lettres latines (a, b, c).",
            unwritten,
        )
    elif proof.problems:
        yield i18n.plural(
            "{n} ligne de la lettre n’est pas sur la page : reprenez vos réponses.",
            "{n} lignes de la lettre ne sont pas sur la page : reprenez vos réponses.",
            len(proof.problems),
        )


def _problem(one: FillProblem, field: str) -> str:
    words = i18n.sentence(f"fill-{one.reason}")
    if not one.page:
        return i18n.labelled(field, words)
    told = i18n.text("page {page}, {field} : {words}")
    return told.format(page=one.page, field=field, words=words)
