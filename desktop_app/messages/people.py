"""Lists of people brought in."""

from desktop_app.messages.mark import N_

MESSAGES = {
    "list-name-missing": N_("Le nom manque. Écrivez-le dans cette ligne."),
    "list-cell-long": N_("Cette case est trop longue. Raccourcissez-la."),
    "list-civility": N_("Cette civilité n’est pas comprise. Écrivez Madame ou Monsieur."),
    "list-number": N_("Ce numéro de dossier n’est pas un nombre. Corrigez-le, ou videz la case."),
    "list-born-later": N_("Cette date de naissance est dans l’avenir. Corrigez-la."),
    "list-without-name": N_(
        "Aucune colonne ne donne le nom. Dites quelle colonne contient le nom, puis recommencez."
    ),
    "list-column-unknown": N_(
        'Cette correspondance n’est pas comprise. Écrivez : --match "titre de la colonne=champ". '
        "Les champs connus : {known}."
    ),
}
