"""Words for those who write the bank of arguments, or a letter that pleads."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "argument-twice": N_("« {id} » est écrit deux fois. Gardez-en un."),
    "argument-unknown": N_("Aucun argument ne s’appelle « {name} »."),
    "argument-long": N_("Ce texte a {n} mots. Gardez-en {limit} au plus."),
    "argument-unsure": N_(
        "« {id} » n’est su que de mémoire (confiance basse) : il n’est jamais imprimé. Retirez-le."
    ),
    "argument-says-nothing": N_("« {id} » n’a aucun texte : il ne serait jamais imprimé."),
    "argument-no-text": N_(
        "« {id} » n’a pas de texte pour ce juge ({forum}). Écrivez-le, ou retirez l’argument d’ici."
    ),
    "argument-asks-twice": N_(
        "La réponse à « {id} » est déjà racontée par la personne : retirez la clé facts."
    ),
    "argument-unknown-name": N_(
        "« {name} » n’existe pas ici. Un texte n’a que « faits », si l’argument les demande, et "
        "« decision »."
    ),
    "order-unused": N_(
        "L’ordre « {id} » ne sert à rien : aucune de ses lettres ne le nomme. Nommez-le dans "
        "[[pleading.order]], ou retirez-le."
    ),
    "order-unknown-paper": N_("Aucune lettre ne s’appelle « {name} »."),
    "gate-closes-nothing": N_(
        "La règle « {id} » ne ferme rien : aucun argument d’aucun ordre n’est concerné."
    ),
    "pleading-no-forum": N_(
        "On ne sait pas devant qui cette lettre est lue : letter, appeal, administrative, social, "
        "urgent ou judicial."
    ),
    "pleading-unknown-order": N_("Aucun ordre d’arguments ne s’appelle « {name} »."),
    "pleading-other-forum": N_("L’ordre « {id} » est pour un autre juge ({forum})."),
    "pleading-other-paper": N_(
        "L’ordre « {id} » n’est pas pour cette lettre : ajoutez-la à ses papers, ou retirez-le."
    ),
    "pleading-not-asked": N_(
        "Aucune section ne pose les questions des arguments : écrivez arguments = true dans l’une."
    ),
    "pleading-no-paper": N_("Aucune pièce ne s’appelle « {name} »."),
    "pleading-two-orders": N_(
        "Les mêmes réponses peuvent donner les ordres « {one} » et « {other} » : "
        "une lettre n’en a qu’un."
    ),
}
