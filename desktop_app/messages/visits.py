"""Words about who comes to an office."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "visit-changed": N_("Cette personne est déjà reçue, ou partie. Regardez la file."),
}
