"""Fin de séance, on a public terminal, and closing while something is kept nowhere."""

from collections.abc import Iterator

from desktop_app import i18n
from desktop_app.core.forgotten import Forgotten
from desktop_app.pages import irreversible
from desktop_app.pages.destinations import Destination, SafeHome, SecondKey
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import Begin, CloseAnyway, EraseSession
from desktop_app.pages.keeping import loses
from desktop_app.pages.page import Action, Back, Card, Listed, Page, Text, Weight
from desktop_app.workflow.irreversible import Irreversible


def before_the_end() -> Page:
    """Return what is asked once, before everything of this person is erased."""
    told = (
        irreversible.words(Irreversible.END_SESSION),
        i18n.text("Imprimez ou enregistrez d’abord ce que vous voulez garder."),
    )
    end = Action(i18n.text("Terminer et tout effacer"), EraseSession(), "primary")
    return Page(i18n.text("Terminer votre séance ?"), tuple(map(Text, told)), (end, back()))


def erased(found: Forgotten) -> Page:
    """Return what was erased, counted, and what cannot be: the first page of the next person."""
    ours = i18n.text(
        "Vos réponses, vos lettres, ce que vous aviez copié, la langue, la taille du "
        "texte et les couleurs."
    )
    counted = tuple(_counted(found))
    blocks = (
        Card(
            i18n.text("Effacé de ce programme"),
            (Text(ours), *((Listed(counted),) if counted else ())),
        ),
        Card(
            i18n.text("Ce que le programme ne peut pas effacer"), (Listed(tuple(_others(found))),)
        ),
        Text(i18n.text("Reprenez votre clé USB et vos papiers.")),
    )
    begin = Action(i18n.text("Commencer"), Begin(), "primary")
    return Page(i18n.text("Tout est effacé"), blocks, (begin,))


def _counted(found: Forgotten) -> Iterator[str]:
    """Yield what was erased, a line for each kind of which there was some."""
    if found.answers:
        yield i18n.plural("{n} réponse", "{n} réponses", found.answers)
    if found.pages:
        yield i18n.plural("{n} page montrée", "{n} pages montrées", found.pages)
    if found.previews:
        yield i18n.plural("{n} page de papier dessinée", "{n} pages de papier dessinées",
                          found.previews)  # fmt: skip
    if found.files:
        yield i18n.plural("{n} fichier demandé", "{n} fichiers demandés", found.files)
    if found.clipboard:
        yield i18n.text("ce qui était copié, à coller")


def _others(found: Forgotten) -> Iterator[str]:
    """Yield what stays elsewhere."""
    if found.copied:
        yield i18n.text("Ce que vous avez mis sur une clé USB.")
    if found.printed:
        yield i18n.text("Ce que l’imprimante a reçu : elle peut en garder une copie.")
    yield i18n.text("Ce que l’ordinateur écrit de lui-même sur son disque : fichier d’échange.")


def closing(*, model: Destination | None, answers: Destination | None, public: bool) -> Page:
    """Return what would be lost: the model in hand, the answers; each by where one goes on with it.

    A safe is offered, but where there is none (``public``); going back loses nothing.
    """
    lost = Text(i18n.text("Vos réponses ne sont gardées nulle part."))
    unsaved = Text(i18n.text("Votre modèle n’est pas enregistré."))
    actions: list[Action] = []
    if answers is not None and not public:
        safe = SafeHome(then=answers)
        actions.append(Action(i18n.text("Garder dans un coffre"), safe, "primary"))
    if model is not None:
        weight: Weight = "primary" if answers is None else "secondary"
        actions.append(Action(i18n.text("Revenir à mon modèle"), model, weight))
    if answers is not None:
        actions.append(Action(i18n.text("Revenir à mes réponses"), Back()))
    actions.append(Action(i18n.text("Fermer et tout perdre"), CloseAnyway()))
    told = (*((lost,) if answers is not None else ()), *((unsaved,) if model is not None else ()))
    return Page(i18n.text("Fermer sans rien garder ?"), told, tuple(actions))


def closing_only_here() -> Page:
    """Return what each closing says until a phrase or words open what is kept."""
    told = loses()
    actions = (
        Action(i18n.text("Garder de quoi les rouvrir"), SecondKey(), "primary"),
        Action(i18n.text("Fermer quand même"), CloseAnyway()),
        back(),
    )
    return Page(i18n.text("Fermer Papier libre ?"), (Text(told),), actions, (told,))
