"""Words of the command line itself."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "usage": N_(
        "Commande incomprise : {detail}. Tapez « papier-libre --help » pour voir les commandes."
    ),
    "password-unreadable": N_(
        "Le mot de passe n’a pas pu être lu. Donnez à « --password-fd » le numéro d’un descripteur "
        "ouvert en lecture (de 3 à 8), qui contient du texte en UTF-8."
    ),
    "password-by-descriptor": N_(
        "Sur la ligne de commande, le mot de passe se donne avec --password-fd."
    ),
    "internal": N_(
        "Le programme a rencontré une erreur qu’il n’avait pas prévue ({place}). "
        "Rien n’a été effacé. Recommencez ; si cela se reproduit, signalez-la."
    ),
    "demo-folder-in-use": N_(
        "Ce dossier contient déjà autre chose : rien n’y a été touché. "
        "Choisissez un dossier vide avec « --out »."
    ),
    "demo-failed": N_(
        "Une étape de la démonstration n’a pas donné ce qu’elle devait. "
        "Tapez « papier-libre self-test » pour voir ce qui manque à cette installation."
    ),
}

# argparse's own sentences (Python 3.11 to 3.14), looked up by their English words.
ARGPARSE: dict[str, str] = {
    "usage: ": N_("usage : "),
    "positional arguments": N_("arguments"),
    "options": N_("options"),
    "subcommands": N_("commandes"),
    "show this help message and exit": N_("montre cette aide"),
    "the following arguments are required: %s": N_("il manque : %s"),
    "unrecognized arguments: %s": N_("argument inconnu : %s"),
    "expected one argument": N_("une valeur est attendue"),
    "expected at most one argument": N_("une valeur au plus est attendue"),
    "expected at least one argument": N_("au moins une valeur est attendue"),
    "one of the arguments %s is required": N_("il faut l’un des arguments %s"),
    "not allowed with argument %s": N_("ne va pas avec l’argument %s"),
    "invalid choice: %(value)r (choose from %(choices)s)": N_(
        "valeur inconnue : %(value)r (valeurs possibles : %(choices)s)"
    ),
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": N_(
        "valeur inconnue : %(value)r, peut-être %(closest)r (valeurs possibles : %(choices)s)"
    ),
    "unknown parser %(parser_name)r (choices: %(choices)s)": N_(
        "commande inconnue : %(parser_name)r (commandes possibles : %(choices)s)"
    ),
    "invalid %(type)s value: %(value)r": N_("valeur incorrecte : %(value)r"),
    "argument %(argument_name)s: %(message)s": N_("argument %(argument_name)s : %(message)s"),
}
