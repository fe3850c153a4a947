"""Ce que nous gardons: one page to read aloud, the screen turned; "D'accord", or nothing is kept.

Asked once of a person, before the first answer is kept; it can be changed later, both ways.
"""

from collections.abc import Iterator

from desktop_app import i18n
from desktop_app.core.agreements import Gone
from desktop_app.core.answers.group import Asked
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.office import Office
from desktop_app.core.packs.model import Question
from desktop_app.core.record import record
from desktop_app.pages import irreversible
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import PrintSheet
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Card,
    Gesture,
    Loss,
    Own,
    Page,
    Row,
    Take,
    Text,
)
from desktop_app.pages.paper import LARGE, Options, sheet
from desktop_app.workflow.irreversible import Irreversible

WORDS = "ce-que-nous-gardons-1"
"""Which words she was told: another edition of them has another name."""
STATE, NAMED, NAME = "state", "named", "name"


@record(frozen=True)
class Agree(Gesture):
    """Keep, from now on, what is answered for this person: she agrees."""


@record(frozen=True)
class KeepNothing(Gesture):
    """Go on with this person, and keep nothing of what she says."""


@record(frozen=True)
class KeepAfterAll(Gesture):
    """Keep what was answered without being kept: she agrees now."""


@record(frozen=True)
class ForgetUnkept(Loss):
    """Forget what was answered without being kept, and come back to the office."""


def heading() -> str:
    """Return the title of the page."""
    return i18n.text("Ce que nous gardons")


def page(office: Office, *, kept: bool = False) -> Page:
    """Return what is read to her, and the two answers that stand side by side.

    ``kept``: something is kept of her already.
    """
    blocks: tuple[Block, ...] = (
        *_told(office),
        Row((_agree(), Action(i18n.text("Non, ne rien garder"), KeepNothing()))),
        Text(_stays() if kept else _goes_on(), "hint"),
        irreversible.before(Irreversible.PRINT),
        Own(STATE),
    )
    print_it = Action(i18n.text("Imprimer cette page"), PrintSheet(), "plain")
    return Page(heading(), blocks, (print_it, back()), lead=(_lead(office),))


def printed(office: Office) -> Sheet:
    """Return the same on paper, in large letters, to be left with her."""
    use = i18n.text("À lire ensemble, puis à garder")
    return sheet(lambda: on_paper(office), "consent", use, options=Options(LARGE))


def on_paper(office: Office) -> Page:
    """Return it without what is pressed; who to turn to when one does not agree."""
    where = i18n.text(
        "Vous n’êtes pas d’accord avec ce que nous gardons ? Dites-le nous d’abord. "
        "Vous pouvez aussi écrire à la Cnil, qui protège les données des personnes."
    )
    return Page(heading(), (Text(_lead(office)), *_told(office), Text(where)), ())


def unkept(*, answers: bool, named: bool) -> Page:
    """Return where one stands while nothing is kept; ``answers``: some would be lost.

    ``named``: her name is known; else it is asked of who wants it kept after all.
    """
    told = i18n.text("Rien de cette personne n’est gardé : ni son nom, ni ses réponses.")
    lost = i18n.text("Ses réponses disparaîtront. Imprimez d’abord ce qu’elle doit emporter.")
    changed = i18n.text("Elle a changé d’avis ? Tout ce qu’elle vient de dire sera gardé.")
    end = Action(i18n.text("Terminer avec cette personne"), ForgetUnkept(), "primary")
    blocks: tuple[Block, ...] = (
        Text(told),
        *((Text(lost),) if answers else ()),
        Row((end,)),
        Card("", (Text(changed), *_after_all(named=named))),
        Own(STATE),
    )
    return Page(i18n.text("Rien n’est gardé"), blocks, (back(),), lead=(told,))


def _after_all(*, named: bool) -> Iterator[Block]:
    words = i18n.text("Garder finalement")
    if named:
        yield Action(words, KeepAfterAll())
        return
    name = Question(id=NAME, kind="text", label=i18n.text("Quel est son nom ?"), required=True)
    yield Ask(NAMED, (Asked(name),))
    yield Action(words, Take(NAMED))


def is_kept() -> str:
    """Say that she agreed."""
    return i18n.text("C’est noté : elle est d’accord.")


def is_kept_after_all() -> str:
    """Say that what was answered is kept now."""
    return i18n.text("C’est noté. Ce qu’elle a dit est gardé maintenant.")


def nothing_is_kept() -> str:
    """Say that nothing is kept from now on."""
    return i18n.text("Rien de cette personne n’est gardé")


def is_over() -> str:
    """Say that what was answered is forgotten."""
    return i18n.text("Ce qu’elle a dit est effacé de cet écran. Rien n’en a été gardé.")


def refused_before() -> str:
    """Say that she withdrew her consent, so that nothing is kept now."""
    return i18n.text("Elle a demandé que l’on ne garde plus rien : rien ne sera gardé.")


def held(gone: Gone) -> str:
    """Return how much is kept of someone, in numbers; "" for nothing."""
    parts = [
        i18n.plural("{n} dossier", "{n} dossiers", gone.dossiers) if gone.dossiers else "",
        i18n.plural("{n} document", "{n} documents", gone.documents) if gone.documents else "",
        i18n.plural("{n} brouillon", "{n} brouillons", gone.drafts) if gone.drafts else "",
        i18n.plural("{n} étape notée", "{n} étapes notées", gone.events) if gone.events else "",
        i18n.plural("{n} réponse", "{n} réponses", gone.values) if gone.values else "",
    ]
    return ", ".join(filter(None, parts))


def _told(office: Office) -> Iterator[Block]:
    months = i18n.plural("{n} mois", "{n} mois", office.months)
    for title, words in (
        (
            i18n.text("Quoi ?"),
            i18n.text("Votre nom, vos réponses, vos papiers et leurs dates."),
        ),
        (
            i18n.text("Pour quoi faire ?"),
            i18n.text("Pour vous aider, et ne pas vous redemander la même chose."),
        ),
        (
            i18n.text("Combien de temps ?"),
            i18n.text(
                "Tant que vous venez. Après {months} sans vous voir, nous effaçons tout."
            ).format(months=months),
        ),
        (
            i18n.text("Qui les voit ?"),
            i18n.text(
                "Les personnes qui vous aident ici. Rien ne part par internet. "
                "Un bureau ne reçoit que les papiers que vous lui envoyez."
            ),
        ),
        (
            i18n.text("Comment voir et effacer ?"),
            i18n.text(
                "Demandez-le nous, n’importe quel jour : nous vous montrons tout, "
                "nous corrigeons, nous effaçons."
            ),
        ),
    ):
        yield Text(title, "label")
        yield Text(words, stop=True)
    yield Text(i18n.text("Vous pouvez dire non : nous vous aidons quand même."), stop=True)


def _lead(office: Office) -> str:
    words = i18n.text("Nous, {office}, vous disons ce que nous gardons de vous.")
    if office.name:
        return words.format(office=office.name)
    return i18n.text("Nous vous disons ce que nous gardons de vous.")


def _agree() -> Action:
    return Action(i18n.text("D’accord"), Agree(), "primary")


def _goes_on() -> str:
    return i18n.text("Si c’est non, on continue quand même. Vous pourrez changer d’avis.")


def _stays() -> str:
    return i18n.text("Si c’est non, ce qui est déjà gardé reste, et se retire depuis sa fiche.")
