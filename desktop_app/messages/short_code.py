"""Words about the short code that brings back a hidden page."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "code-too-short": N_("Ce code est trop court : choisissez au moins {minimum} signes."),
    "code-too-long": N_("Ce code est trop long : {limit} signes au plus."),
    "code-too-common": N_(
        "Ce code se devine en trois essais. Évitez 0000, 1234, une année, votre nom."
    ),
    "code-not-text": N_("Écrivez un code sans espace au début ni à la fin."),
}
