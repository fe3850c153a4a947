"""Words about the file of settings."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "settings-damaged": N_(
        "Vos réglages étaient illisibles : ceux du départ les remplacent. "
        "Choisissez de nouveau dans Réglages."
    ),
    "settings-ignored": (
        N_("Un réglage inconnu n’est pas utilisé."),
        N_("{n} réglages inconnus ne sont pas utilisés."),
    ),
}
