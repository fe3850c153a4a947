"""Words of what is told of a public terminal, and of what its own test finds."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "terminal-wrong": N_("Réglage de la borne pas compris : {name} {value}. Corrigez-le."),
    "terminal-not-public": N_(
        "Cet ordinateur n’est pas une borne : rien n’y serait effacé entre deux personnes. Faites "
        "d’abord « papier-libre setup --public »."
    ),
    "trial-failed": N_(
        "La séance d’essai n’est pas allée au bout : {told}. Fermez les fenêtres ouvertes, "
        "recommencez."
    ),
    "setup-only-public": N_("{name} ne va qu’avec --public. Ajoutez-le."),
}
