"""What is done with the sheets of a paper, in order: blanks, signing, papers to join, sending."""

from collections.abc import Iterable, Iterator, Sequence

from desktop_app import i18n
from desktop_app.core.documents.model import EnclosedPaper, FilledForm, LetterDocument
from desktop_app.core.language.typography import BLANK
from desktop_app.pages.page import Card, Text
from desktop_app.sentences import paper_words
from desktop_app.sentences.lacking_words import help_today, helped
from desktop_app.workflow.documents.forms import Way
from desktop_app.workflow.documents.preparing import PreparedForm, PreparedLetter

MANY_PAPERS = 3
COURT_WORDS = ("tribunal", "greffe", "cour d’appel", "cour administrative", "cour nationale")
"""A court's name in the recipient's block: its bordereau is always joined."""


def to_do(
    prepared: PreparedLetter | PreparedForm, way: Way = "blank", *, printed: bool = True
) -> tuple[str, ...]:
    """Return what to do with a paper; ``way``: where a form's answers stand, ``printed`` or not."""
    document, deadline = prepared.document, prepared.deadline
    registry = deadline is not None and deadline.date_type == "enregistrement"
    if isinstance(document, LetterDocument):
        return letter_steps(document, registry=registry)
    return form_steps(document, way, registry=registry, printed=printed)


def form_steps(
    form: FilledForm, way: Way, *, registry: bool = False, printed: bool = False
) -> tuple[str, ...]:
    """Return the steps from a filled form to the receipt that is kept."""
    return (*_onto_the_form(way, printed=printed), *_form_steps(form, registry=registry))


def letter_steps(document: LetterDocument, *, registry: bool = False) -> tuple[str, ...]:
    """Return the steps from the printed pages to the slip that is kept.

    ``registry``: it must be registered at a court in time, so that it is never posted alone.
    """
    steps = _at_the_registry(document) if registry else _by_post(document)
    return (
        *_helped(document),
        *_undecided(document, i18n.text("Répondez à ces questions, puis refaites la lettre :")),
        *_blanks(document, i18n.text("Complétez la lettre au stylo. Il manque :")),
        *steps,
    )


def _by_post(document: LetterDocument) -> Iterator[str]:
    yield from _signed(document)
    folding = i18n.text("Pliez la lettre en trois : l’adresse doit se voir dans la fenêtre.")
    if not document.recipient:
        folding = i18n.text("Écrivez l’adresse sur l’enveloppe : elle n’est pas sur la lettre.")
    yield _step(i18n.text("Mettez tout dans l’enveloppe"), folding)
    yield from _copies(document)
    yield _send(document)
    kept = (
        i18n.text("Avec votre copie : le reçu, puis l’avis de réception.")
        if document.registered
        else i18n.text("Avec votre copie : la preuve de l’envoi.")
    )
    envelope = i18n.text("Gardez aussi la lettre reçue et son enveloppe.")
    came = (envelope,) if document.answers_one else ()
    yield _step(i18n.text("Gardez les preuves"), " ".join((kept, *came)))


def _at_the_registry(document: LetterDocument) -> Iterator[str]:
    yield from _signed(document)
    yield from _copies(document)
    yield from _to_the_court()
    kept = i18n.text(
        "Avec votre copie : la feuille tamponnée ou l’accusé du site, et la lettre reçue."
    )
    yield _step(i18n.text("Gardez les preuves"), kept)


def _to_the_court() -> Iterator[str]:
    yield _step(
        i18n.text("Déposez tout au greffe du tribunal, ou par le site Télérecours citoyens"),
        i18n.text(
            "Jamais par la poste seule. Au greffe, faites tamponner la feuille pour le guichet."
        ),
    )


def _signed(document: LetterDocument) -> Iterator[str]:
    name = document.signature[-1] if document.signature else ""
    where = i18n.text("Signez à la main, au-dessus de « {name} ».").format(name=name)
    if not name or BLANK in name:
        where = i18n.text("Signez à la fin de la lettre.")
    yield _step(i18n.text("Relisez la lettre et signez-la"), where)
    if joined := papers(document.enclosures):
        numbered = i18n.text("Écrivez le numéro en haut de chaque papier.")
        copies = f"{copies_only(document.enclosures)} {numbered}"
        yield _step(i18n.text("Joignez ces papiers"), copies, *_dashed(joined))
    if needs_list(document):
        yield i18n.text("Datez et signez le bordereau, la liste des papiers")
    announced = i18n.text("Envoyez-les dès que vous les avez. La lettre l’annonce déjà.")
    yield from _later(document, i18n.text("Ces papiers suivront"), announced)


def _onto_the_form(way: Way, *, printed: bool) -> Iterator[str]:
    """Yield how the answers come onto the official form, where they do not stand on it yet."""
    if way == "hand":
        yield _step(i18n.text("Recopiez la feuille sur le formulaire, à la main"), by_pen())
    elif way == "paper" and not printed:
        size = i18n.text(
            "En taille réelle (100 %), sans « ajuster à la page ». "
            "Essayez d’abord sur une feuille blanche."
        )
        title = i18n.text("Imprimez les réponses sur le formulaire de papier")
        yield _step(title, size, into_the_printer())


def by_pen() -> str:
    """Return how the sheet is copied."""
    return i18n.text(
        "Recopiez au stylo noir, sans vous presser, une lettre par case. "
        "Cette feuille ne s’envoie pas."
    )


def into_the_printer() -> str:
    """Return how the paper form is printed upon, once the printer was tried."""
    return i18n.text(
        "Glissez ensuite le formulaire dans l’imprimante. S’il est imprimé des deux côtés, "
        "choisissez une page à la fois."
    )


def _form_steps(form: FilledForm, *, registry: bool) -> Iterator[str]:
    hers = form.signed_by == "person"
    asked = i18n.text("Répondez à ces questions, puis refaites le formulaire :")
    yield from _undecided(form, asked)
    yield (
        i18n.text("Relisez le formulaire, datez-le et signez-le.")
        if hers
        else i18n.text("Relisez le formulaire. Ne le signez pas d’avance.")
    )
    yield from _blanks(form, i18n.text("Complétez au stylo :"))
    if joined := papers(form.enclosures):
        yield _step(
            i18n.text("Joignez ces papiers"), copies_only(form.enclosures), *_dashed(joined)
        )
    if not hers:
        yield given_to_be_signed()
    yield from _later(form, i18n.text("À envoyer plus tard :"))
    if registry:
        yield from _to_the_court()
        return
    yield i18n.text("Gardez une photocopie de tout ce que vous remettez.")
    yield i18n.text("Au guichet, demandez un reçu daté. Par la poste, gardez la preuve d’envoi.")


def _helped(document: LetterDocument) -> Iterator[str]:
    """Yield that one is helped first, where the subject may harm who writes alone."""
    if found := helped(document):
        yield _step(help_today(), *_dashed(found))


def _undecided(document: LetterDocument | FilledForm, words: str) -> Iterator[str]:
    """Yield the questions that decide what a paper says: no pen answers them."""
    if document.undecided:
        because = i18n.text("Elles décident de ce qui est écrit. Un stylo ne les remplace pas.")
        asked = (i18n.pack_text(one.label) for one in document.undecided)
        yield _step(words, because, *_dashed(asked))


def _blanks(document: LetterDocument | FilledForm, words: str) -> Iterator[str]:
    if document.missing:
        yield _step(words, *_dashed(i18n.pack_text(one.label) for one in document.missing))


def _later(document: LetterDocument | FilledForm, title: str, *lines: str) -> Iterator[str]:
    if later := [paper_words.enclosed(one) for one in document.enclosures if one.later]:
        yield _step(title, *lines, *_dashed(later))


def _copies(document: LetterDocument) -> Iterator[str]:
    if document.copies:
        words = i18n.text("Envoyez aussi une copie de la lettre à")
        yield _step(words, *_dashed(document.copies))


def _send(document: LetterDocument) -> str:
    counter = i18n.text("Ou déposez-la à l’accueil et faites tamponner la feuille pour le guichet.")
    if document.registered:
        return _step(i18n.text("Postez-la en recommandé avec avis de réception"), counter)
    if document.free_post:
        free = i18n.text("L’envoi est gratuit pour vous.")
        return _step(i18n.text("Postez la lettre sans timbre"), free)
    return _step(i18n.text("Postez la lettre"), counter)


def given_to_be_signed() -> str:
    """Return who signs a form that the body signs."""
    return i18n.text(
        "Donnez-le à l’organisme, ou à la personne, qui doit le remplir : "
        "c’est lui ou elle qui le date, le signe et le tamponne."
    )


def copies_only(enclosed: Iterable[EnclosedPaper] = ()) -> str:
    """Return that no original is given away, but those that may be asked for."""
    if asked := [one for one in enclosed if one.original and not one.later]:
        words = i18n.text(
            "Donnez des photocopies. Gardez les originaux. La lettre reçue demande peut-être "
            "l’original de ceci : {papers}. Gardez-en alors une photocopie."
        )
        return words.format(papers=", ".join(map(paper_words.enclosed, asked)))
    return i18n.text("Donnez des photocopies. Gardez les originaux.")


def papers(enclosed: Sequence[EnclosedPaper]) -> list[str]:
    """Number those joined now, as the letter does: ``Pièce n° 1 : copie du bail (3 pages)``."""
    joined = (paper for paper in enclosed if not paper.later)
    words = i18n.text("Pièce n° {n} : {paper}")
    return [words.format(n=n, paper=_with_pages(one)) for n, one in enumerate(joined, 1)]


def _with_pages(paper: EnclosedPaper) -> str:
    words = paper_words.enclosed(paper)
    if not paper.pages:
        return words
    return f"{words} ({i18n.plural('{n} page', '{n} pages', paper.pages)})"


def needs_list(document: LetterDocument) -> bool:
    """Tell whether a list of the papers goes along: over three papers, or papers for a court."""
    joined = sum(not paper.later for paper in document.enclosures)
    addressed = " ".join(document.recipient).lower().replace("'", "’")
    court = any(word in addressed for word in COURT_WORDS)
    return joined > MANY_PAPERS or (court and joined > 0)


def know(warnings: Iterable[str]) -> tuple[Card, ...]:
    """Return what must be known of a paper, if anything."""
    told = tuple(map(Text, warnings))
    return (Card("", (Text(i18n.text("À savoir"), "subheading"), *told)),) if told else ()


def _dashed(items: Iterable[str]) -> Iterator[str]:
    return (f"– {one}" for one in items)


def _step(*lines: str) -> str:
    return "\n".join(lines)
