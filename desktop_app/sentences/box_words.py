"""What is said of the boxes of a form in the making."""

from collections.abc import Iterable, Mapping

from desktop_app import i18n
from desktop_app.core.authoring import asking, boxes
from desktop_app.core.authoring.edited import EditedForm
from desktop_app.core.authoring.expected import EMPTY, KNOWN, OTHER, expected
from desktop_app.core.authoring.links import Link
from desktop_app.core.errors import Problem
from desktop_app.core.packs.model import Place
from desktop_app.workflow.packs.own_forms import Tried, box_of

MOST_NAMED = 4
"""Boxes named in one sentence."""


def row(form: EditedForm, index: int) -> str:
    """Return the sentence of a box in the list."""
    place = form.places[index]
    return i18n.text("{n}. {label}, page {page}, {kind}").format(
        n=index + 1, label=i18n.pack_text(place.label), page=place.page, kind=_filled_how(place)
    )


def new_label(form: EditedForm) -> str:
    """Return what a box more is called."""
    return i18n.text("Case {n}").format(n=len(form.places) + 1)


def where(form: EditedForm, index: int) -> str:
    """Return where a box lies."""
    left, top, wide, high = (i18n.number(one, 1) for one in boxes.millimetres(form, index))
    return i18n.text(
        "{label} : {left} mm du bord gauche, {top} mm du haut, {wide} sur {high} mm"
    ).format(label=form.places[index].label, left=left, top=top, wide=wide, high=high)


def tried(form: EditedForm, tried: Tried) -> tuple[str, str]:
    """Return what the read-back of the samples says, and in which role."""
    words = i18n.text("{verified} exemples sur {total} relus sur la page").format(
        verified=tried.proof.verified, total=tried.proof.total
    )
    if not tried.boxes:
        return f"✓ {words}", "done"
    count, some = len(tried.boxes), tried.boxes[:MOST_NAMED]
    labels = " ; ".join(form.places[index].label for index in some)
    labels += " …" * (count > MOST_NAMED)
    more = i18n.plural(
        "{n} case est trop petite, ou d’un autre genre",
        "{n} cases sont trop petites, ou d’un autre genre",
        count,
    )
    return f"✗ {words}. {i18n.labelled(more, labels)}", "error"


def told(form: EditedForm, problem: Problem) -> tuple[str, int | None]:
    """Return what to correct, and the box that it is about."""
    words = i18n.sentence(problem.code, problem.parameters)
    index = box_of(form, problem.path)
    label = form.places[index].label if index is not None else problem.place
    return (i18n.labelled(label, words) if label else words), index


def _filled_how(place: Place) -> str:
    shape = asking.shape_of(place)
    if shape == "comb":
        return i18n.plural("{n} petite case", "{n} petites cases", place.comb)
    return shapes()[shape].lower()


def shapes() -> Mapping[str, str]:
    """Return how a box is filled."""
    return {
        "text": i18n.text("À écrire"),
        "tick": i18n.text("À cocher"),
        "comb": i18n.text("Un signe par petite case"),
    }


def expectations(form: EditedForm, index: int) -> Mapping[str, str]:
    """Return what a box may wait for."""
    tick = form.places[index].kind == "tick"
    kinds = {kind: words for kind, words in _kinds().items() if (kind == "yes_no") == tick}
    offered = {
        EMPTY: i18n.text("Rien : elle reste vide"),
        **kinds,
        KNOWN: i18n.text("Une réponse déjà demandée"),
    }
    if expected(form, index) == OTHER:
        offered[OTHER] = i18n.text("Une partie de réponse, ou plusieurs réponses")
    return offered


def answers(form: EditedForm, links: Iterable[Link]) -> Mapping[str, str]:
    """Return the answers that a box may repeat, by their keys."""
    return {link.key: _answer(form, link) for link in links}


def _answer(form: EditedForm, link: Link) -> str:
    words = i18n.pack_text(link.question.label)
    if not (link.question.remember or link.question.choices):
        users = form.users(link.question.id)
        label = form.places[users[0]].label if users else words
        words = i18n.text("Comme la case « {label} »").format(label=label)
    part = i18n.pack_text(link.choice) or _parts().get(link.part, "")
    return i18n.labelled(words, part) if part else words


def _kinds() -> Mapping[str, str]:
    return {
        "text": i18n.text("Un texte"),
        "long_text": i18n.text("Un texte de plusieurs lignes"),
        "name": i18n.text("Un nom"),
        "date": i18n.text("Une date"),
        "amount": i18n.text("Une somme en euros"),
        "integer": i18n.text("Un nombre"),
        "postal_code": i18n.text("Un code postal"),
        "phone": i18n.text("Un téléphone"),
        "email": i18n.text("Un courriel"),
        "nir": i18n.text("Le numéro de sécurité sociale"),
        "iban": i18n.text("Un compte en banque (IBAN)"),
        "yes_no": i18n.text("Oui ou non"),
    }


def _parts() -> Mapping[str, str]:
    return {
        "jour": i18n.text("le jour seul"),
        "mois": i18n.text("le mois seul"),
        "annee": i18n.text("l’année seule"),
    }
