"""What a second engine read back on finished pages, in words."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from desktop_app import i18n
from desktop_app.core.documents.model import FilledForm, LetterDocument
from desktop_app.core.pdf import FillProblem, Proof
from desktop_app.sentences.lacking_words import in_short, lacking, left_out

if TYPE_CHECKING:  # whoever counts values only needs nothing of what makes pages
    from desktop_app.workflow.documents.forms import Filled
    from desktop_app.workflow.documents.rendering import Made

Weight = Literal["body", "hint", "done", "error"]


@dataclass(frozen=True, slots=True)
class Line:
    """A line about a paper, or a few that go together, and how it is shown."""

    words: str
    weight: Weight


@dataclass(frozen=True, slots=True)
class Standing:
    """How a paper stands, in short; then all that is known of it.

    ``head`` is "" where nothing is missing or wrong: its page says then that it is ready.
    """

    head: str
    weight: Weight
    lines: tuple[Line, ...] = ()


def read_back(verified: int, total: int) -> str:
    """Return how many values were found again on the page."""
    return i18n.sentence("values-read-back", {"n": verified, "total": total})


def told(made: "Made | Filled") -> tuple[str, str]:
    """Return all that there is to say of a paper, what is missing first; and in which role."""
    found = standing(made)
    words = (found.head, *(one.words for one in found.lines))
    return "\n".join(filter(None, words)), found.weight


def standing(made: "Made | Filled") -> Standing:
    """Return what is missing on a paper, then its read-back; or what is wrong with it."""
    proof = made.proof
    if is_empty(made):
        words = i18n.text("Rien n’est rempli : aucune réponse de vous n’est sur ce formulaire.")
        return Standing(words, "error")
    if proof.total and not proof.proved:
        words = read_back(proof.verified, proof.total)
        return Standing("\n".join([f"✗ {words}", *problems(made)]), "error")
    document = made.prepared.document if made.prepared is not None else None
    lacks = lacking(document) if document is not None else ()
    stands = not any(one.weight == "error" for one in lacks)
    lines, read = tuple(_named(document)), _all_read(proof, ticked=stands)
    if lacks:
        weight: Weight = "body" if stands else "error"
        return Standing(in_short(lacks), weight, (*lines, Line(read, "body")))
    if not proof.total:
        return Standing(read, "done", lines)
    return Standing("", "done", (*lines, Line(read, "done")))


def not_read_yet(document: LetterDocument | FilledForm | None) -> tuple[Line, ...]:
    """Return what is known of a paper that is being made: as many lines as once it is."""
    if document is None:
        return ()
    return *_named(document), Line(i18n.text("La page n’est pas encore relue."), "hint")


def _named(document: LetterDocument | FilledForm | None) -> Iterator[Line]:
    """Yield what is missing, by name; then what the letter does not say, and why."""
    if document is None:
        return
    yield from (Line(one.listed, one.weight) for one in lacking(document))
    yield from (Line(one, "body") for one in left_out(document))


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
    if not field:
        return i18n.text("page {page} : {words}").format(page=one.page, words=words)
    if not one.page:
        return i18n.labelled(field, words)
    told = i18n.text("page {page}, {field} : {words}")
    return told.format(page=one.page, field=field, words=words)
