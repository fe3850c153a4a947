"""Words about printers."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "printer-missing": N_(
        "Cette imprimante ne répond plus. Allumez-la, ou choisissez-en une autre. "
        "Votre document n’est pas perdu : vous pouvez aussi l’enregistrer en PDF."
    ),
    "printer-refuses": N_(
        "Cette imprimante n’accepte pas de document en ce moment. "
        "Choisissez-en une autre, ou recommencez plus tard. Votre document n’est pas perdu."
    ),
    "printing-absent": N_(
        "Cet ordinateur n’a pas de service d’impression : installez CUPS (il imprime "
        "pour tous les programmes), ou enregistrez le PDF pour l’imprimer ailleurs."
    ),
    "printing-stopped": N_(
        "Le service d’impression de l’ordinateur est arrêté. Redémarrez l’ordinateur, "
        "ou enregistrez le PDF pour l’imprimer ailleurs. Votre document n’est pas perdu."
    ),
    "printing-silent": N_(
        "Le service d’impression ne répond pas. Attendez un peu puis recommencez, "
        "ou enregistrez le PDF. Votre document n’est pas perdu."
    ),
    "printing-not-cancelled": N_(
        "L’impression n’a pas pu être annulée : le service d’impression le refuse. "
        "Éteignez l’imprimante, ou demandez à la personne qui s’en occupe."
    ),
}
