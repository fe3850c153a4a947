"""What the window is called: a fixed name for each screen, or the part of the questions.

Titles are seen by whoever passes: in a task list, a shared screen, a journal of activity. So none
holds a name, a matter or a number of anybody. A page can only give a ``Title``, which is made here.
"""

from desktop_app import i18n
from desktop_app.pages import destinations as to

PROGRAM = "Papier libre"


class Title(str):
    """A title that speaks of nobody: made by this module, so that a name cannot become one."""

    __slots__ = ()


def of(destination: type[to.Destination]) -> Title:
    """Return the title of the screen there; "" where only the program's is said."""
    if destination in (to.OpenSafe, to.Hidden, to.Erased):
        return Title("")
    return Title(names().get(destination) or i18n.text("Coffre"))


def part(number: int, total: int) -> Title:
    """Return the title of the questions of one part, among all the parts."""
    return Title(i18n.text("Partie {n} sur {total}").format(n=number, total=total))


def in_window(title: Title, *, wrong: bool = False) -> str:
    """Return the whole title; "Erreur :" comes first where something is to be corrected."""
    if not title:
        return PROGRAM
    told = i18n.text("Erreur : {title}").format(title=title) if wrong else title
    return f"{told} — {PROGRAM}"


def names() -> dict[type[to.Destination], str]:
    """Return the fixed name of each screen; those of the safe bear one."""
    return {
        to.Home: i18n.text("Que vous arrive-t-il ?"),
        to.OfficeHome: i18n.text("Aujourd’hui"),
        to.Situations: i18n.text("Une démarche"),
        to.Visit: i18n.text("Une visite"),
        to.Hidden: i18n.text("Page cachée"),
        to.ShortCode: i18n.text("Mon code"),
        to.Circles: i18n.text("Dossiers réservés"),
        to.Circle: i18n.text("Un cercle"),
        to.MoveDossier: i18n.text("Déplacer un dossier"),
        to.Conflicts: i18n.text("Copies à côté du coffre"),
        to.Erased: i18n.text("C’est effacé"),
        to.People: i18n.text("Personnes"),
        to.Lists: i18n.text("Listes de personnes"),
        to.NewPerson: i18n.text("Nouvelle personne"),
        to.Person: i18n.text("Une fiche"),
        to.Consent: i18n.text("Ce que nous gardons"),
        to.Unkept: i18n.text("Rien n’est gardé"),
        to.Withdraw: i18n.text("Ne plus rien garder"),
        to.ToErase: i18n.text("Dossiers à effacer"),
        to.EraseForGood: i18n.text("Effacer pour toujours"),
        to.KeepLonger: i18n.text("Garder encore"),
        to.Mandates: i18n.text("Mandats"),
        to.EndingMandates: i18n.text("Les mandats qui finissent"),
        to.Acting: i18n.text("Agir à la place de quelqu’un"),
        to.Register: i18n.text("Le registre"),
        to.HandOver: i18n.text("Remettre à la personne"),
        to.CorrectValue: i18n.text("Corriger"),
        to.Record: i18n.text("Ce qui est gardé"),
        to.Documents: i18n.text("Documents"),
        to.Household: i18n.text("Un foyer"),
        to.RecordEvent: i18n.text("Noter"),
        to.AddPapers: i18n.text("Ajouter des papiers"),
        to.Dossier: i18n.text("Un dossier"),
        to.Bin: i18n.text("Corbeille"),
        to.StoredDocument: i18n.text("Un document"),
        to.Week: i18n.text("Cette semaine"),
        to.OfficeModels: i18n.text("Les modèles du bureau"),
        to.Office: i18n.text("Réglages du bureau"),
        to.OfficeHelper: i18n.text("Qui aide"),
        to.HelperPhrase: i18n.text("Une phrase"),
        to.GoOnAs: i18n.text("Quelqu’un d’autre continue"),
        to.OfficeFigures: i18n.text("Chiffres de l’année"),
        to.Received: i18n.text("Une lettre reçue"),
        to.OpenPdf: i18n.text("Ouvrir un PDF"),
        to.Boxes: i18n.text("Les cases d’un PDF"),
        to.Matched: i18n.text("Les cases reconnues"),
        to.TooLate: i18n.text("Trop tard ?"),
        to.WhichDelay: i18n.text("Jusqu’à quel jour ?"),
        to.Urgent: i18n.text("Urgent"),
        to.Find: i18n.text("Chercher"),
        to.Questions: i18n.text("Questions"),
        to.AllQuestions: i18n.text("Toutes les questions"),
        to.OfficeSheet: i18n.text("Feuille de bureau"),
        to.OfficeFinish: i18n.text("Remplir, imprimer, ranger"),
        to.OfficeBatch: i18n.text("Imprimer plusieurs dossiers"),
        to.OnPage: i18n.text("Remplir sur la page"),
        to.LastDay: i18n.text("Le dernier jour"),
        to.PaperSoFar: i18n.text("Le papier à ce stade"),
        to.Check: i18n.text("Vérifiez vos réponses"),
        to.FilledForm: i18n.text("Votre formulaire"),
        to.Letter: i18n.text("Votre lettre"),
        to.Print: i18n.text("Imprimer et envoyer"),
        to.WhatNext: i18n.text("Et maintenant ?"),
        to.Models: i18n.text("Modèles"),
        to.ResumeModel: i18n.text("Un modèle"),
        to.FormEditor: i18n.text("Un modèle de formulaire"),
        to.LetterEditor: i18n.text("Un modèle de lettre"),
        to.OpenFile: i18n.text("Choisir un fichier"),
        to.SaveFile: i18n.text("Enregistrer un fichier"),
        to.Carry: i18n.text("Emporter"),
        to.PickFolder: i18n.text("Choisir un dossier"),
        to.Settings: i18n.text("Réglages"),
        to.BarTools: i18n.text("Affichage et aide"),
        to.Language: i18n.text("Langue"),
        to.WhoUses: i18n.text("Cet ordinateur"),
        to.Closing: i18n.text("Fermer"),
        to.EndSession: i18n.text("Terminer"),
        to.Entrance: i18n.text("Votre langue"),
        to.Help: i18n.text("Aide"),
        to.About: i18n.text("À propos"),
        to.Arriving: i18n.text("Ce qui vient d’une clé USB"),
    }
