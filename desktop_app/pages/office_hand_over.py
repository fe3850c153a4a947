"""Remettre à la personne: her papers, on paper or on a stick, locked by a phrase of hers or not."""

import datetime as dt
from collections.abc import Sequence

from desktop_app import i18n
from desktop_app.core.answers.group import Asked
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.core.record import record
from desktop_app.core.records import StoredDocument
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible
from desktop_app.pages.documents import document_line
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import PrintSheet
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Fact,
    Gesture,
    Listed,
    Own,
    Page,
    Problem,
    Row,
    Secret,
    Text,
)
from desktop_app.pages.paper import sheet
from desktop_app.sentences.person_words import numbered
from desktop_app.workflow.irreversible import Irreversible
from desktop_app.workflow.office.hand_over import KNOWN, SHORTEST, TO_READ, HerPapers, names

WHICH, ALL, PHRASE, AGAIN, STATE = "which", "known", "lock", "again", "state"
"""Which papers, and all that is known of her; her phrase, twice; the line for what happens."""


@record(frozen=True)
class ToStick(Gesture):
    """Put them on a stick."""


@record(frozen=True)
class OnPaper(Gesture):
    """Note that the papers ticked were handed over on paper."""


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Remettre à la personne")


def page(found: HerPapers) -> Page:
    """Return her papers to tick, the lock, and the two ways to hand them over."""
    words = i18n.text("Tout ce que nous savons d’elle, en une feuille")
    options = (
        *(Option(id=one.id, label=document_line(one)) for one in found.papers),
        Option(id=ALL, label=words),
    )
    which = Question(id=WHICH, kind="choices", label=i18n.text("Quels papiers ?"), choices=options)
    every = tuple(one.id for one in found.papers)
    left = i18n.plural(
        "{n} document n’est ni un PDF ni une photo : il n’est pas remis ici.",
        "{n} documents ne sont ni des PDF ni des photos : ils ne sont pas remis ici.",
        found.others,
    )
    blocks: tuple[Block, ...] = (
        Ask(WHICH, (Asked(which),), {WHICH: every}),
        *((Text(left, "hint"),) if found.others else ()),
        Card(i18n.text("Verrouiller par une phrase, si elle le veut"), (*_lock(),)),
        Row(
            (
                Action(i18n.text("Copier sur sa clé USB"), ToStick(), "primary"),
                Action(i18n.text("Noter : remis sur papier"), OnPaper()),
            )
        ),
        Text(i18n.text("Sur papier : imprimez chaque papier depuis sa page."), "hint"),
        irreversible.before(Irreversible.COPY_OUT),
        Own(STATE),
    )
    return Page(heading(), blocks, (back(),), lead=(found.name,))


def given(found: HerPapers, count: int) -> Page:
    """Return what is said once they were handed over, and what prints the receipt."""
    told = _count(count)
    blocks: tuple[Block, ...] = (
        Text(told, "done"),
        Row((Action(i18n.text("Imprimer le reçu"), PrintSheet(), "primary"),)),
        irreversible.before(Irreversible.PRINT),
        Own(STATE),
    )
    person = Action(i18n.text("Revenir à sa fiche"), to.Person(person=found.person))
    return Page(i18n.text("Ses papiers lui sont remis"), blocks, (person,), lead=(told,))


def receipt(found: HerPapers, count: int, way: str, on: dt.date) -> Sheet:
    """Return the receipt: what was handed over, when, with two signatures."""
    use = i18n.text("Un pour elle, un pour le bureau")
    return sheet(lambda: receipt_page(found, count, way, on), "receipt", use)


def receipt_page(found: HerPapers, count: int, way: str, on: dt.date) -> Page:
    """Return it as a page: no answer of hers is on it."""
    here = found.office or i18n.text("l’association")
    made = i18n.text("Fait le {day}.").format(day=i18n.long_date(on))
    how = (
        i18n.text("Sur une clé USB, relue fichier par fichier.")
        if way == "stick"
        else i18n.text("Sur papier.")
    )
    number = (Text(numbered(found.number)),) if found.number is not None else ()
    blocks: tuple[Block, ...] = (
        Text(made),
        *number,
        Text(_count(count)),
        Text(how),
        Fact(i18n.text("Signature de la personne"), "", signs=True),
        Fact(i18n.text("Signature pour {office}").format(office=here), "", signs=True),
    )
    return Page(i18n.text("Reçu de papiers remis"), blocks, ())


def to_read(
    found: HerPapers, chosen: Sequence[StoredDocument], on: dt.date, *, known: bool, locked: bool
) -> Sheet:
    """Return the sheet « À lire »: what is on the stick, and how to open it."""
    use = i18n.text("À lire d’abord")
    return sheet(
        lambda: to_read_page(found, chosen, on, known=known, locked=locked), "to-read", use
    )


def to_read_page(
    found: HerPapers, chosen: Sequence[StoredDocument], on: dt.date, *, known: bool, locked: bool
) -> Page:
    """Return it as a page. Of locked papers it tells the kind alone: anybody opens this sheet."""
    here = found.office or i18n.text("l’association")
    made = i18n.text("Remis par {office}, le {day}.")
    lines = [
        name if locked else f"{name} – {document_line(one)}"
        for name, one in zip(names(chosen), chosen, strict=True)
    ]
    if known:
        words = i18n.text("tout ce que l’association sait de vous")
        lines.append(KNOWN if locked else f"{KNOWN} – {words}")
    how = (
        (
            i18n.text("Chaque fichier demande votre phrase : écrivez-la telle que choisie."),
            i18n.text("Perdue, elle ne se retrouve pas. L’association ne la connaît pas."),
            i18n.text("Ouvrez-les avec un lecteur de PDF récent."),
        )
        if locked
        else (i18n.text("Rien n’est verrouillé : qui trouve cette clé peut tout lire."),)
    )
    blocks: tuple[Block, ...] = (
        Text(made.format(office=here, day=i18n.long_date(on))),
        Text(i18n.text("Ce qu’il y a sur la clé"), "subheading"),
        *(Text(line) for line in lines),
        Text(i18n.text("Comment les ouvrir"), "subheading"),
        *map(Text, how),
    )
    return Page(i18n.text("À lire"), blocks, ())


def told(*, locked: bool) -> tuple[str, ...]:
    """Return what is said where the stick is chosen."""
    sheet_words = i18n.text("Avec une feuille à lire : {name}.").format(name=TO_READ)
    if locked:
        return (i18n.text("Les papiers sont verrouillés par sa phrase."), sheet_words)
    return (i18n.text("Rien n’est verrouillé : qui trouve la clé lit tout."), sheet_words)


def none_chosen() -> Problem:
    """Say that nothing is ticked."""
    return Problem(i18n.text("Cochez au moins un papier."))


def not_the_same() -> Problem:
    """Say that the phrase was not written twice the same."""
    return Problem(i18n.text("Les deux phrases ne sont pas les mêmes. Écrivez-les à nouveau."))


def noted() -> str:
    """Say that the register has its line."""
    return i18n.text("C’est noté au registre : ses papiers lui sont remis.")


def _count(count: int) -> str:
    return i18n.plural("{n} papier remis.", "{n} papiers remis.", count)


def _lock() -> tuple[Block, ...]:
    does = i18n.text("Sans la phrase, personne ne lit ces papiers. Elle seule la connaît.")
    does_not = (
        i18n.text("Perdue, la phrase ne se retrouve pas : personne n’y peut rien."),
        i18n.text("Le nombre de fichiers et leurs noms se voient quand même."),
        i18n.text("Un papier ouvert puis enregistré ailleurs n’est plus verrouillé."),
    )
    least = i18n.text("{n} lettres au moins. Laissez vide pour ne rien verrouiller.")
    return (
        Text(does),
        Listed(does_not),
        Secret(PHRASE, i18n.text("Sa phrase"), ToStick()),
        Secret(AGAIN, i18n.text("Sa phrase, une deuxième fois"), ToStick()),
        Text(least.format(n=SHORTEST), "hint"),
    )
