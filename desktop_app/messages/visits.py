"""Words about who comes to an office."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "hour-misspelt": N_("Écrivez l’heure ainsi : 10:15."),
    "visit-missing": N_("Dites de quelle visite il s’agit : --visit, avec son id."),
    "codes-not-used": N_("Ce bureau n’utilise pas de code pour revenir à une page cachée."),
    "visit-changed": N_("Cette personne est déjà reçue, ou partie. Regardez la file."),
}
