"""Words of what is wrong in a model of a word processor."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "model-unreadable": N_(
        "Ce fichier n’est pas un modèle que le programme sait ouvrir. Enregistrez-le en .docx ou "
        ".odt, puis choisissez-le de nouveau."
    ),
    "model-active": N_(
        "Ce modèle contient une macro ou un objet d’un autre programme : il n’est pas ouvert. "
        "Enlevez-les, puis choisissez-le de nouveau."
    ),
    "model-outside": N_(
        "Ce modèle contient un lien vers internet ou vers un autre fichier : il n’est pas ouvert. "
        "Enlevez les liens, mettez les images dans le fichier, puis choisissez-le de nouveau."
    ),
    "model-locked": N_(
        "Ce modèle est protégé par un mot de passe. Enregistrez-le sans mot de passe."
    ),
    "model-too-heavy": N_("Ce modèle est trop gros : une lettre ne pèse que quelques mégaoctets."),
    "invalid-model": N_("Ce modèle a des champs qui ne peuvent pas être remplis : corrigez-les."),
    "model-tag-open": N_(
        "Ce champ n’est pas fermé : ses accolades, ou son « endif », manquent dans ce paragraphe."
    ),
    "model-missing": N_("Aucun modèle du bureau n’a ce nom."),
    "too-many-people": N_("Au plus {limit} lettres à la fois."),
}
