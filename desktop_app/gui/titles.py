"""What the window is called: a fixed name for each screen, or the number of a question.

Titles are seen by whoever passes: in a task list, a shared screen, a journal of activity. So none
holds a name, a matter or a number of anybody. A page can only give a ``Title``, which is made here.
"""

from desktop_app import i18n

PROGRAM = "Papier libre"


class Title(str):
    """A title that speaks of nobody: made by this module, so that a name cannot become one."""

    __slots__ = ()


def of(screen: str, step: str = "") -> Title:
    """Return the title of a screen, by its name; "" where only the program's is said."""
    if screen == "coffre":
        return Title("") if step == "open" else Title(i18n.text("Coffre"))
    return Title(_names()[screen])


def question(number: int, total: int) -> Title:
    """Return the title of one question among those that are asked."""
    return Title(i18n.text("Question {n} sur {total}").format(n=number, total=total))


def in_window(title: Title, *, wrong: bool = False) -> str:
    """Return the whole title; "Erreur :" comes first where something is to be corrected."""
    if not title:
        return PROGRAM
    told = i18n.text("Erreur : {title}").format(title=title) if wrong else title
    return f"{told} — {PROGRAM}"


def _names() -> dict[str, str]:
    return {
        "accueil": i18n.text("Que vous arrive-t-il ?"),
        "personnes": i18n.text("Personnes"),
        "personne": i18n.text("Une fiche"),
        "documents": i18n.text("Documents"),
        "foyer": i18n.text("Un foyer"),
        "acte": i18n.text("Noter"),
        "dossier": i18n.text("Un dossier"),
        "corbeille": i18n.text("Corbeille"),
        "papier": i18n.text("Un document"),
        "semaine": i18n.text("Cette semaine"),
        "pdf": i18n.text("Ouvrir un PDF"),
        "cases": i18n.text("Les cases d’un PDF"),
        "trop-tard": i18n.text("Trop tard ?"),
        "quel-delai": i18n.text("Jusqu’à quel jour ?"),
        "urgent": i18n.text("Urgent"),
        "trouver": i18n.text("Chercher"),
        "questions": i18n.text("Questions"),
        "toutes-les-questions": i18n.text("Toutes les questions"),
        "sur-la-page": i18n.text("Remplir sur la page"),
        "apercu": i18n.text("Le papier à ce stade"),
        "verifier": i18n.text("Vérifiez vos réponses"),
        "formulaire": i18n.text("Votre formulaire"),
        "document": i18n.text("Votre lettre"),
        "imprimer": i18n.text("Imprimer et envoyer"),
        "suite": i18n.text("Et maintenant ?"),
        "modeles": i18n.text("Modèles"),
        "reprendre-modele": i18n.text("Un modèle"),
        "editeur": i18n.text("Un modèle de formulaire"),
        "ma-version": i18n.text("Un modèle de lettre"),
        "reglages": i18n.text("Réglages"),
        "affichage": i18n.text("Affichage et aide"),
        "langue": i18n.text("Langue"),
        "fermer": i18n.text("Fermer"),
        "fin": i18n.text("Terminer"),
        "aide": i18n.text("Aide"),
    }
