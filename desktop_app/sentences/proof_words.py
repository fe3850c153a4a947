"""What a second engine read back on finished pages, in words."""

from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.documents.model import FilledForm

if TYPE_CHECKING:  # whoever counts values only needs nothing of what makes pages
    from desktop_app.workflow.documents.rendering import Made


def read_back(verified: int, total: int) -> str:
    """Return how many values were found again on the page."""
    return i18n.sentence("values-read-back", {"n": verified, "total": total})


def told(made: "Made") -> tuple[str, str]:
    """Return what to say of a paper's read-back, and in which role."""
    proof = made.proof
    if not proof.total:
        return i18n.text("La feuille à recopier est prête."), "done"
    words = read_back(proof.verified, proof.total)
    if not made.proved:
        return "\n".join([f"✗ {words}", *problems(made)]), "error"
    if proof.overflow:
        more = i18n.plural(
            "{n} réponse continue sur l’annexe.",
            "{n} réponses continuent sur l’annexe.",
            len(proof.overflow),
        )
        return f"✓ {words}. {more}", "done"
    return f"✓ {words}", "done"


def problems(made: "Made") -> list[str]:
    """Return a sentence for each value that was not read back: which box, on which page, why."""
    document = made.prepared.document
    if not isinstance(document, FilledForm):
        # The names of a letter's lines are our own: the person would look for them in vain.
        if made.unwritten:
            return [
                i18n.plural(
                    "Des mots d’un paragraphe ne sont pas sur la page : "
                    "écrivez-les en lettres latines (a, b, c).",
                    "Des mots de {n} paragraphes ne sont pas sur la page : "
                    "écrivez-les en lettres latines (a, b, c).",
                    len(made.unwritten),
                )
            ]
        lost = len(made.proof.problems)
        return [
            i18n.plural(
                "{n} ligne de la lettre n’est pas sur la page : reprenez vos réponses.",
                "{n} lignes de la lettre ne sont pas sur la page : reprenez vos réponses.",
                lost,
            )
        ] * bool(lost)
    # One field may have boxes on several pages, each with its own words.
    labels = {(value.field, value.page): value.label for value in document.values}
    return [
        i18n.text("page {page}, {field} : {words}").format(
            page=one.page,
            field=i18n.pack_text(labels.get((one.field, one.page), one.field)),
            words=i18n.sentence(f"fill-{one.reason}"),
        )
        for one in made.proof.problems
    ]
