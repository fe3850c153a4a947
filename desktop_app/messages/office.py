"""The association's office."""

from desktop_app.messages.mark import N_

MESSAGES = {
    "office-refused": N_(
        "Le nom ou l’en-tête du bureau est trop long, ou sa durée dépasse {limit}. Rien n’est "
        "changé : raccourcissez, puis recommencez."
    ),
    "office-unreadable": N_(
        "Les règles de ce bureau ont été écrites par une version plus récente. Mettez à jour "
        "Papier libre sur cet ordinateur. Rien n’est changé."
    ),
}
