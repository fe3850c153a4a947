"""The association's office."""

from desktop_app.messages.mark import N_

MESSAGES = {
    "office-refused": N_(
        "Le nom ou l’en-tête du bureau est trop long, ou sa durée dépasse {limit}. Rien n’est "
        "changé : raccourcissez, puis recommencez."
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
