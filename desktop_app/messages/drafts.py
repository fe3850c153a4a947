"""Words of the drafts: answers kept before the document is made."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "draft-unreadable": N_(
        "Ces réponses gardées ne peuvent pas être relues. Elles restent dans le coffre. "
        "Recommencez la démarche, ou restaurez une sauvegarde."
    ),
    "draft-newer": N_(
        "Une version plus récente de Papier libre a écrit ces réponses. "
        "Installez-la pour les reprendre. Rien n’a été changé."
    ),
    "draft-too-long": N_(
        "Vos réponses sont trop longues pour être gardées. Raccourcissez la dernière. "
        "Rien n’a été perdu."
    ),
}
