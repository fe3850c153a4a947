"""The association's office."""

from desktop_app.messages.mark import N_

MESSAGES = {
    "log-forked": N_(
        "Un ordinateur du bureau a été ramené à un état d’avant : ce qu’il dit se contredit. Rien "
        "n’est perdu ici. Prévenez une personne responsable."
    ),
    "only-responsable": N_(
        "Dans ce bureau, une personne responsable le fait. Demandez-le-lui. Rien n’est changé."
    ),
    "last-responsable": N_(
        "C’est la seule personne responsable du bureau. Donnez d’abord ce rôle à quelqu’un "
        "d’autre. Rien n’est changé."
    ),
    "right-kept": N_(
        "Les règles de ce bureau laissent cela à une personne responsable. Demandez-le-lui. Rien "
        "n’est changé."
    ),
    "helper-name-taken": N_(
        "Quelqu’un du bureau porte déjà ce nom. Ajoutez une initiale, pour savoir qui a fait quoi."
    ),
    "helper-name-missing": N_(
        "Écrivez le nom de la personne : il se lira à côté de ce qu’elle fait."
    ),
    "made-responsable": N_(
        "Depuis le {day}, ce coffre est celui d’un bureau, et vous en êtes responsable : ses "
        "règles et la liste de qui l’aide vous reviennent. Voyez « Réglages du bureau »."
    ),
    "office-refused": N_(
        "Le nom ou l’en-tête du bureau est trop long, ou sa durée dépasse {limit}. Rien n’est "
        "changé : raccourcissez, puis recommencez."
    ),
    "office-head-refused": N_(
        "L’en-tête a {lines} lignes au plus, de {characters} signes chacune, sans accolade. "
        "Raccourcissez-le."
    ),
    "setup-by-manager": N_(
        "Seul le gestionnaire de cet ordinateur peut le régler. Recommencez avec ses droits : sous "
        "Linux, « sudo papier-libre setup » ; sous Windows, « Exécuter en tant "
        "qu’administrateur ». Rien n’est changé."
    ),
    "setup-nearer": N_(
        "Le fichier {file} est lu avant celui du gestionnaire, et déciderait à sa place. "
        "Retirez-le d’abord. Rien n’est changé."
    ),
    "office-unreadable": N_(
        "Les règles de ce bureau ont été écrites par une version plus récente. Mettez à jour "
        "Papier libre sur cet ordinateur. Rien n’est changé."
    ),
}
