"""What is done with the sheets of a paper, in order: signing, blanks, papers to join, sending."""

from desktop_app import i18n
from desktop_app.core.documents.model import LetterDocument
from desktop_app.sentences import paper_words
from desktop_app.workflow.documents.rendering import Made


def to_do(made: Made) -> tuple[str, ...]:
    """Return what to do with the sheets, in order: signing, blanks, papers to join, sending."""
    document = made.prepared.document
    steps = [
        i18n.text("Relisez la lettre et signez-la.")
        if made.is_letter
        else i18n.text("Relisez le formulaire, datez-le et signez-le.")
    ]
    if document.missing:
        blanks = [i18n.pack_text(one.label) for one in document.missing]
        steps.append(_listed(i18n.text("Complétez au stylo :"), blanks))
    now = [paper_words.enclosed(one) for one in document.enclosures if not one.later]
    if now:
        words = i18n.plural("Joignez {n} papier :", "Joignez {n} papiers :", len(now))
        steps.append(_listed(words, now))
    later = [paper_words.enclosed(one) for one in document.enclosures if one.later]
    if later:
        words = (
            i18n.text("À envoyer plus tard, la lettre le dit :")
            if made.is_letter
            else i18n.text("À envoyer plus tard :")
        )
        steps.append(_listed(words, later))
    deadline = made.prepared.deadline
    if deadline is not None and deadline.date_type == "enregistrement":
        steps += [
            i18n.text("Déposez tout au greffe du tribunal, ou par le site Télérecours citoyens."),
            i18n.text("Ne le postez pas seulement. Gardez la preuve du dépôt et votre copie."),
        ]
    elif isinstance(document, LetterDocument):
        steps += [
            i18n.text("Pliez la lettre en trois : l’adresse se voit dans la fenêtre."),
            *_posting(document),
        ]
    else:
        steps += [
            i18n.text("Gardez une photocopie de tout ce que vous remettez."),
            i18n.text("Au guichet, demandez un reçu daté. Par la poste, gardez la preuve d’envoi."),
        ]
    return tuple(steps)


def _posting(document: LetterDocument) -> tuple[str, str]:
    if document.registered:
        return (
            i18n.text("Postez-la en recommandé avec avis de réception."),
            i18n.text("Gardez le reçu de la poste et votre copie."),
        )
    if document.free_post:
        return (i18n.text("Postez-la sans timbre."), i18n.text("Gardez votre copie."))
    return (i18n.text("Postez-la."), i18n.text("Gardez votre copie."))


def _listed(words: str, lines: list[str]) -> str:
    return "\n".join([words, *(f"– {line}" for line in lines)])
