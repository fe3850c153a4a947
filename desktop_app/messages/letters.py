"""Words of what can happen to a letter, its address and its sheets."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "missing-glyph": (
        N_(
            "Un caractère ne peut pas être imprimé : {characters}. "
            "Remplacez-le par des lettres ou par des mots, puis recommencez."
        ),
        N_(
            "{n} caractères ne peuvent pas être imprimés : {characters}. "
            "Remplacez-les par des lettres ou par des mots, puis recommencez."
        ),
    ),
    "paragraph-unfinished": N_(
        "Un paragraphe de cette lettre n’est pas fini. Ouvrez-la dans la fenêtre, puis choisissez "
        "« Garder ces mots » ou « Laisser comme avant ». Rien n’a été écrit."
    ),
    "signature-missing": N_(
        "Le coffre ne garde pas d’image de la signature de la personne qui signe cette lettre. "
        "Rien n’a été écrit."
    ),
    "address-too-wide": N_(
        "La ligne {line} de l’adresse du destinataire est trop longue pour la fenêtre de "
        "l’enveloppe. Raccourcissez-la, ou coupez-la en deux lignes."
    ),
    "address-line-too-long": N_(
        "La ligne {line} de l’adresse a {length} caractères ; la poste en lit {limit} au plus. "
        "Raccourcissez-la, ou coupez-la en deux lignes."
    ),
    "address-too-many-lines": N_(
        "L’adresse a {n} lignes ; la poste en lit {limit} au plus. Réunissez deux lignes courtes, "
        "ou retirez celle qui n’est pas utile."
    ),
    "address-not-latin": N_(
        "Écrivez la ligne {line} de l’adresse en lettres latines (a, b, c…), "
        "comme sur un courrier reçu en France."
    ),
    "point-a-verifier": N_(
        "À vérifier : un juriste doit encore relire un texte cité ici (lu le {day})."
    ),
    "page-not-set": N_(
        "La page n’a pas pu être composée. Rien n’est perdu : vos réponses sont toujours là. "
        "Recommencez ; si cela se reproduit, signalez-le."
    ),
    "window-shift": N_(
        "Le réglage de la fenêtre va de −{limit} à {limit} millimètres. Choisissez un nombre entre "
        "les deux, lu sur la page d’essai."
    ),
}
