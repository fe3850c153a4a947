"""What a gesture has just done, said the same by a command and in the window. Nobody is named."""

from desktop_app import i18n


def noted() -> str:
    """Something that happened is in the dossier."""
    return i18n.text("Noté dans le dossier.")


def corrected() -> str:
    """What was noted is written in another way."""
    return i18n.text("Corrigé.")


def step_removed() -> str:
    """A step is off the timeline; it can be put back."""
    return i18n.text("L’étape est retirée du dossier.")


def thrown(kind: str) -> str:
    """A document, a dossier or a person is in the bin."""
    return {
        "person": i18n.text("La personne est à la corbeille, pour trente jours."),
        "dossier": i18n.text("Le dossier est à la corbeille, pour trente jours."),
    }.get(kind, i18n.text("À la corbeille. Vous pouvez le reprendre pendant trente jours."))


def taken_back(kind: str) -> str:
    """It is where it was."""
    return {
        "person": i18n.text("La personne est revenue, avec ses dossiers."),
        "dossier": i18n.text("Le dossier est revenu, avec ses documents et ses dates."),
    }.get(kind, i18n.text("Le document est revenu à sa place."))


def erased() -> str:
    """It is nowhere any more."""
    return i18n.text("C’est effacé pour de bon.")


def erased_here() -> str:
    """It is no longer in the safe, and its backups are being made again."""
    return i18n.text("C’est effacé. Les sauvegardes de ce coffre sont refaites sans lui…")


def erased_from(*, in_backups: bool, elsewhere: int) -> str:
    """It is nowhere here, or its backups hold it until they are made again.

    ``elsewhere``: how many backups are known to have left.
    """
    told = i18n.text("C’est effacé pour de bon, et des sauvegardes de ce coffre aussi.")
    if in_backups:
        told = f"{i18n.text('C’est effacé.')} {i18n.sentence('erased-in-backups')}"
    if not elsewhere:
        return told
    left = i18n.plural(
        "Une sauvegarde enregistrée ailleurs le contient peut-être encore : effacez-la vous-même.",
        "{n} sauvegardes enregistrées ailleurs le contiennent peut-être encore : effacez-les "
        "vous-même.",
        elsewhere,
    )
    return f"{told} {left}"


def person_added() -> str:
    """Somebody is in the safe."""
    return i18n.text("La personne est ajoutée.")


def renamed() -> str:
    """A person has another name."""
    return i18n.text("Le nom est corrigé.")


def household_changed() -> str:
    """Somebody joined a household, or left it."""
    return i18n.text("Le foyer est corrigé.")


def phrase_changed() -> str:
    """Another phrase opens the safe; what was copied before still opens with the former one."""
    return i18n.text(
        "La phrase est changée. Les sauvegardes déjà faites s’ouvrent encore avec l’ancienne : "
        "faites-en une nouvelle."
    )


def backed_up(documents: int) -> str:
    """One file holds all of the safe, and was read back."""
    words = i18n.text(
        "Sauvegarde faite, relue et vérifiée : {count}. "
        "Gardez-la ailleurs que sur cet ordinateur. Elle s’ouvre avec la phrase d’aujourd’hui."
    )
    return words.format(count=i18n.plural("{n} document", "{n} documents", documents))


def phrase_asked(*, always: bool) -> str:
    """This computer opens the safe without the phrase, or ``always`` asks it again."""
    if always:
        return i18n.text("La phrase sera demandée à chaque fois.")
    return i18n.text("Le coffre s’ouvrira sans phrase sur cet ordinateur.")


def stick_opens() -> str:
    """A file on a stick opens the safe, beside its phrase."""
    return i18n.text("Cette clé USB ouvre maintenant le coffre. Gardez votre phrase aussi.")


def sticks_closed(count: int) -> str:
    """Sticks that opened the safe open it no more: its key is another one."""
    return i18n.plural(
        "{n} clé USB ne l’ouvre plus : refaites-la (« keys stick »).",
        "{n} clés USB ne l’ouvrent plus : refaites-les (« keys stick »).",
        count,
    )


def phrase_added() -> str:
    """A phrase opens a safe that only this computer opened."""
    return i18n.text("Votre phrase ouvre maintenant vos papiers, partout.")


def words_open() -> str:
    """Twelve words open the safe too."""
    return i18n.text("Vos douze mots ouvrent vos papiers.")


def safe_made() -> str:
    """There is a safe now."""
    return i18n.text("Votre coffre est prêt.")


def filed_alone() -> str:
    """A paper from elsewhere is in the safe, in no dossier."""
    return i18n.text("Le papier est rangé dans vos documents.")


def copied_out() -> str:
    """A document of the safe stands in a file, in clear."""
    return i18n.text("Copie enregistrée. Elle n’est plus protégée par le coffre.")


def filed(dossier: str, *, answers_alone: bool) -> str:
    """Say that a paper was made and filed; the answers alone are no form yet."""
    words = (
        i18n.text(
            "Les réponses sont relues et rangées, seules : le formulaire de papier reste à "
            "imprimer. Dossier : {id}"
        )
        if answers_alone
        else i18n.text("Le document est fait, relu et rangé. Dossier : {id}")
    )
    return words.format(id=dossier)
