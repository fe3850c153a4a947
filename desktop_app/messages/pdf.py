"""Words of what can happen to a PDF, an official form, or its answers."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "pdf-unreadable": N_(
        "Ce fichier ne peut pas être lu : ce n’est pas un PDF, ou il est abîmé ou coupé. "
        "Téléchargez-le à nouveau depuis le site officiel, puis recommencez."
    ),
    "pdf-empty": N_(
        "Ce fichier est vide. Téléchargez-le à nouveau depuis le site officiel, puis recommencez."
    ),
    "pdf-encrypted": N_(
        "Ce PDF est protégé par un mot de passe. Demandez-le à qui vous a remis le fichier, "
        "puis donnez-le (en ligne de commande : --password-fd)."
    ),
    "pdf-wrong-password": N_(
        "Ce mot de passe n’ouvre pas ce PDF. "
        "Vérifiez les majuscules et le clavier, puis recommencez."
    ),
    "pdf-too-heavy": N_(
        "Ce PDF demande trop de mémoire pour être ouvert sans danger. "
        "Demandez un exemplaire plus simple, ou remplissez-le sur papier."
    ),
    "pdf-took-too-long": N_(
        "Ce PDF met trop de temps à s’ouvrir : il est abîmé, ou trop compliqué. "
        "Fermez les autres programmes, puis recommencez, ou demandez un autre exemplaire."
    ),
    "pdf-xfa-only": N_(
        "Ce formulaire ne peut être rempli que par le logiciel de son éditeur (XFA). "
        "Imprimez-le vide depuis ce logiciel, puis remplissez-le à la main."
    ),
    "pdf-nothing-to-fill": N_(
        "Ce PDF n’a aucune case à remplir. Imprimez-le, puis remplissez-le à la main."
    ),
    "reader-does-not-start": N_(
        "Le lecteur de PDF du programme ne démarre pas. Installez à nouveau Papier libre : "
        "vos fichiers restent intacts."
    ),
}
