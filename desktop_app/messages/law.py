"""Words of what is wrong in the law's data, for who writes it."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "law-invalid": N_(
        "Les règles de droit du programme sont abîmées ou mal écrites : "
        "corrigez les endroits indiqués."
    ),
    "law-too-big": N_("Ce fichier est trop gros."),
    "law-syntax": N_("La syntaxe TOML est fausse à cet endroit."),
    "law-not-a-table": N_("Une table est attendue ici."),
    "law-unknown-key": N_("Cette clé n’existe pas."),
    "law-missing-key": N_("Il manque cette clé."),
    "law-bad-value": N_("Cette valeur ne convient pas ({expected})."),
    "law-columns": N_("Les colonnes du tableau ne sont pas celles attendues."),
    "law-delay-or-text": N_("Il faut « delay » ou « delay_text », et jamais les deux."),
    "law-date-type": N_("Un délai demande de dire quelle date compte : « sans_objet » ne va pas."),
    "law-without-notice": N_(
        "« without_notice » va avec l’événement sans-voies-et-delais, et seulement avec lui."
    ),
    "law-invisible": N_("Ce texte contient un caractère qui ne se voit pas."),
    "law-empty": N_("Il faut au moins une valeur."),
    "law-next-or-step": N_("Il faut « procedure » ou « step », et jamais les deux."),
    "law-untold": N_(
        "Il faut « said » : ce que l’on dit à la personne. La dernière phrase, sans « only », vaut "
        "pour tous les autres."
    ),
    "law-told-no-cost": N_("Cette phrase doit dire ce que cela coûte, et s’il faut un avocat."),
    "law-step-untold": N_("Avec « step », il faut « plain_title » et « said »."),
    "law-step-opened": N_("« opened_by » ne va qu’avec « procedure »."),
    "law-delay-value": N_("Cette durée n’est pas possible ici."),
    "law-franc-months": N_("Un délai franc se compte en mois."),
    "law-distance-franc": N_("Le délai de distance ne va qu’avec un délai franc."),
    "law-extension-unit": N_("Un délai de cette unité n’est pas prolongé."),
    "law-unknown-procedure": N_("Cette démarche n’existe pas."),
    "law-unknown-event": N_("Cet événement n’existe pas."),
    "law-unknown-emergency": N_("Cette page d’urgence n’existe pas."),
    "law-place-not-asked": N_(
        "Une démarche de cette page dépend du lieu : « asks » doit le demander, "
        "avec un choix pour cette page et un pour l’autre."
    ),
    "law-unknown-source": N_("Cette source n’est pas dans sources.toml."),
    "law-unknown-helper": N_("Cette aide n’est pas dans helpers.toml."),
    "law-unknown-territory": N_("Ce territoire n’existe pas."),
    "law-unknown-title": N_("Ce titre n’est pas dans bodies.toml."),
    "law-unknown-body": N_("Cet organisme n’est pas dans bodies.toml."),
    "law-unknown-family": N_("Cette famille n’existe pas."),
    "law-title-agrees": N_(
        "L’appel commence la lettre par le titre de l’adresse, et finit par une virgule."
    ),
    "law-address-source": N_(
        "Une adresse dit d’où elle vient et sa confiance ; sans adresse, ni l’une ni l’autre."
    ),
    "law-bad-text": N_("Ce texte n’est pas écrit comme ceux d’un modèle."),
    "law-says-much": N_("On ne recopie pas la loi : {n} mots de l’article au plus."),
    "law-cut": N_("Ce titre est trop court pour dire ce que c’est."),
    "law-seen-later": N_("Ce jour de lecture n’est pas encore venu."),
    "law-bad-day": N_("Ce jour n’existe pas : écrivez mois-jour, comme « 01-01 »."),
    "law-rule-needed": N_("Il manque la règle « {code} », sur laquelle un calcul repose."),
    "law-missing-file": N_("Ce fichier manque, ou ne peut pas être lu."),
    "law-unknown-court": N_("Ce tribunal n’est pas dans courts.toml."),
    "law-opens-nothing": N_("La démarche suivante n’attend pas cet événement."),
    "law-silence-needed": N_(
        "La suite part d’un silence qui vaut refus : il faut un « silence » de cet effet."
    ),
    "law-event-needs": N_("Cet événement demande la clé « waiting » ou « window »."),
    "law-urgent-untold": N_("Cette démarche est pressée : une page d’urgence doit la nommer."),
    "law-holiday-day": N_("Il faut « on » ou « easter », et jamais les deux."),
    "law-twice": N_("Deux fichiers portent ce nom : un identifiant ne sert qu’une fois."),
    "law-file-name": N_("L’identifiant doit être le nom du fichier."),
    "law-folder-name": N_("La famille doit être le nom du dossier."),
}
