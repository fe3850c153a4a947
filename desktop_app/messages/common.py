"""Words of errors that belong to no single room."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "file-missing": N_("Ce fichier n’existe pas. Vérifiez son nom et son dossier."),
    "file-not-regular": N_(
        "Ce n’est pas un fichier ordinaire (dossier, tube ou périphérique). Indiquez un fichier."
    ),
    "file-unreadable": N_(
        "Ce fichier ne peut pas être lu : vous n’en avez pas le droit. "
        "Copiez-le dans votre dossier personnel, puis recommencez."
    ),
    "file-too-big": N_("Ce fichier est trop gros (limite : {limit_mb} Mo)."),
    "not-written": N_(
        "Le fichier n’a pas pu être écrit à cet endroit. "
        "Choisissez un autre dossier, puis recommencez."
    ),
    "file-there": N_(
        "Un fichier de ce nom est déjà là : il n’est pas remplacé. "
        "Donnez un autre nom, puis recommencez."
    ),
    "disk-full": N_(
        "Le disque est plein, ou la place qui vous est donnée : rien n’a été enregistré, et rien "
        "n’a été perdu. Libérez de la place, puis recommencez."
    ),
    "read-only": N_(
        "Cet emplacement est protégé : on peut y lire, mais pas y écrire. "
        "Choisissez un autre dossier, puis recommencez."
    ),
    "media-removed": N_(
        "La clé ou le disque ne répond plus : votre travail est gardé en mémoire. "
        "Remettez-le en place, puis recommencez."
    ),
    "folder-missing": N_("Ce dossier n’est pas là. Choisissez-en un autre."),
    "folder-refused": N_(
        "Vous n’avez pas le droit de regarder dans ce dossier. Choisissez-en un autre."
    ),
    "folder-gone": N_("Ce dossier ne répond plus. Si c’est une clé USB, remettez-la en place."),
    "file-name-signs": N_("Ce nom a un signe interdit : {signs}. Enlevez-le."),
    "file-name-long": N_("Ce nom est trop long. Raccourcissez-le."),
    "file-name-reserved": N_("Ce nom ne peut pas servir. Écrivez un mot, par exemple : lettre."),
}
