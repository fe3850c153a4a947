"""Words about printers."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "printer-missing": N_(
        "Cette imprimante ne répond plus. Allumez-la, ou choisissez-en une autre. "
        "Votre document est gardé : vous pouvez aussi l’enregistrer en PDF."
    ),
    "printer-refuses": N_(
        "L’imprimante n’accepte pas le document : elle est peut-être arrêtée ou sans papier. "
        "Regardez-la, puis recommencez. Votre document est gardé."
    ),
}
