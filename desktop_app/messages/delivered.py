"""Words for what comes on a stick: why it is refused, and what remains as it was."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "not-signed": N_(
        "Il manque la signature qui prouve de qui vient ce fichier. Copiez-la aussi, du même "
        "endroit. Rien n’a été changé."
    ),
    "signature-unreadable": N_(
        "La signature de ce fichier est abîmée ou incomplète. Copiez-la de nouveau. "
        "Rien n’a été changé."
    ),
    "signature-legacy": N_(
        "Ce fichier est signé à l’ancienne façon, qui n’est pas acceptée. Demandez-en un autre à "
        "qui l’a fait. Rien n’a été changé."
    ),
    "signature-of-another": N_(
        "Ce fichier est signé par quelqu’un que ce programme ne connaît pas. "
        "Ne l’utilisez pas. Rien n’a été changé."
    ),
    "signature-wrong": N_(
        "Ce fichier n’est pas celui qui a été signé : il est abîmé, ou quelqu’un l’a modifié. "
        "Copiez-le de nouveau. Rien n’a été changé."
    ),
    "signature-comment-wrong": N_(
        "Le nom ou la version écrits dans la signature ont été modifiés. N’utilisez pas ce "
        "fichier. Rien n’a été changé."
    ),
    "key-unreadable": N_(
        "Ce fichier n’est pas une clé de signature, ou il est abîmé. Donnez celui que minisign a "
        "écrit."
    ),
    "key-locked": N_("Le mot de passe de cette clé de signature n’est pas le bon."),
    # the archive
    "archive-not-zip": N_(
        "Ce fichier n’est pas une livraison de modèles : c’est un fichier .zip, signé par qui l’a "
        "fait. Rien n’a été changé."
    ),
    "archive-cut": N_(
        "Il manque la fin de ce fichier. Copiez-le de nouveau, et attendez la fin de la copie. "
        "Rien n’a été changé."
    ),
    "archive-too-big": N_(
        "Ce fichier est trop gros pour des modèles (limite : {limit_mb} Mo). Rien n’a été changé."
    ),
    "archive-too-many-files": N_(
        "Ce fichier en contient trop d’autres (limite : {limit}). Rien n’a été changé."
    ),
    "archive-unpacked-too-big": N_(
        "Ce que contient ce fichier est trop gros (limite : {limit_mb} Mo). Rien n’a été changé."
    ),
    "archive-file-too-big": N_(
        "Un des fichiers de cette livraison est trop gros (limite : {limit_kb} Ko). "
        "Rien n’a été changé."
    ),
    "archive-swells": N_(
        "Ce fichier gonfle quand on l’ouvre, comme un piège. Ne l’utilisez pas. "
        "Rien n’a été changé."
    ),
    "archive-name-outside": N_(
        "Un fichier de cette livraison voulait s’écrire ailleurs que chez elle. Ne l’utilisez pas. "
        "Rien n’a été changé."
    ),
    "archive-name-refused": N_(
        "Un fichier de cette livraison porte un nom, ou une sorte, qui n’est pas accepté. "
        "Prévenez qui l’a faite. Rien n’a été changé."
    ),
    "archive-name-twice": N_(
        "Deux fichiers de cette livraison portent le même nom. Prévenez qui l’a faite. "
        "Rien n’a été changé."
    ),
    "archive-link": N_(
        "Cette livraison contient un lien ou un dossier, à la place d’un fichier. Prévenez qui "
        "l’a faite. Rien n’a été changé."
    ),
    "archive-locked": N_(
        "Cette livraison est fermée par un mot de passe. Demandez-la sans mot de passe. "
        "Rien n’a été changé."
    ),
    "archive-two-readings": N_(
        "Ce fichier .zip se lit de deux façons différentes. Ne l’utilisez pas. Rien n’a été changé."
    ),
    "archive-method": N_(
        "Ce fichier .zip est compressé d’une façon qui n’est pas acceptée. Prévenez qui l’a fait. "
        "Rien n’a été changé."
    ),
    "archive-nested": N_(
        "Cette livraison contient une archive ou un programme. Ne l’utilisez pas. "
        "Rien n’a été changé."
    ),
    "archive-damaged": N_("Ce fichier est abîmé. Copiez-le de nouveau. Rien n’a été changé."),
    # what it delivers
    "delivery-incomplete": N_(
        "Il manque à cette livraison sa liste, sa description ou sa clé. Prévenez qui l’a faite. "
        "Rien n’a été changé."
    ),
    "delivery-list-wrong": N_(
        "La liste des fichiers de cette livraison ne se lit pas. Prévenez qui l’a faite. "
        "Rien n’a été changé."
    ),
    "delivery-file-unlisted": N_(
        "Un fichier a été ajouté à cette livraison après sa signature. Ne l’utilisez pas. "
        "Rien n’a été changé."
    ),
    "delivery-file-missing": N_(
        "Un fichier signé manque à cette livraison. Copiez-la de nouveau. Rien n’a été changé."
    ),
    "delivery-file-wrong": N_(
        "Un fichier de cette livraison n’est pas celui qui a été signé. Ne l’utilisez pas. "
        "Rien n’a été changé."
    ),
    "delivery-not-text": N_(
        "Un texte de cette livraison n’est pas en « UTF-8 ». Prévenez qui l’a faite. "
        "Rien n’a été changé."
    ),
    "delivery-description": N_(
        "La description de cette livraison ne se lit pas (delivery.toml). Prévenez qui l’a faite. "
        "Rien n’a été changé."
    ),
    "delivery-other-name": N_(
        "La signature est celle d’une autre livraison, ou d’une autre version. Ne l’utilisez pas. "
        "Rien n’a été changé."
    ),
    "delivery-empty": N_(
        "Cette livraison ne contient ni lettre, ni formulaire, ni règle. Rien n’a été changé."
    ),
    "delivery-older": N_(
        "Cette version ({there}) est plus ancienne que celle d’ici ({here}). Demandez la plus "
        "récente. Rien n’a été changé."
    ),
    "delivery-expired": N_(
        "Cette livraison ne s’installait que jusqu’au {day} : ce qu’elle dit a pu changer. Rien "
        "n’a été changé. Demandez une version plus récente à qui vous l’a donnée."
    ),
    "delivery-from-later": N_(
        "Cette livraison dit être faite le {day}, un jour qui n’est pas encore venu. Rien n’a été "
        "changé. Vérifiez la date de cet ordinateur, ou demandez-la de nouveau."
    ),
    "delivery-law-older": N_(
        "Les règles de cette livraison ont été lues le {there}, avant celles d’ici ({here}). Rien "
        "n’a été changé : celles d’ici sont plus récentes."
    ),
    "delivery-already-here": N_(
        "Cette version ({here}) est déjà sur cet ordinateur. Il n’y a rien à faire."
    ),
    "delivery-of-another": N_(
        "Une livraison de ce nom est déjà ici, signée par quelqu’un d’autre. Ne l’utilisez pas. "
        "Rien n’a été changé."
    ),
    "delivery-law-refused": N_(
        "Seuls les éditeurs du programme peuvent changer les règles de droit et les mots de la "
        "recherche. Rien n’a été changé."
    ),
    "delivery-takes-ours": N_(
        "Cette livraison veut remplacer un modèle qui n’est pas à elle. Ne l’utilisez pas. "
        "Rien n’a été changé."
    ),
    "publisher-key-changed": N_(
        "Ce nom est connu ici avec une autre clé, ou cette clé avec un autre nom. Ne l’utilisez "
        "pas : téléphonez à l’éditeur. Rien n’a été changé."
    ),
    "publisher-not-accepted": N_(
        "C’est la première fois que cet éditeur signe ici. Comparez avec lui les six mots de sa "
        "clé, puis écrivez-les. Rien n’a été changé."
    ),
    "nothing-to-undo": N_(
        "Il n’y a rien à défaire : aucune livraison de ce nom n’est sur cet ordinateur."
    ),
    "update-by-manager": N_(
        "Sur cet ordinateur, seul son responsable met à jour. Donnez-lui la clé USB. "
        "Rien n’a été changé."
    ),
    # a version of the program
    "update-no-publisher": N_(
        "Ce programme a été fait sans la clé d’un éditeur : il ne peut pas vérifier une nouvelle "
        "version. Prenez-la là où vous avez pris celle-ci. Rien n’a été changé."
    ),
    "update-kind-unknown": N_(
        "Ce fichier est signé, mais ce n’est pas une version du programme. Rien n’a été changé."
    ),
    "update-not-folder": N_(
        "Ce programme n’est pas dans un dossier qu’il puisse remplacer lui-même. "
        "Rien n’a été changé."
    ),
    "update-other-system": N_(
        "Cette version du programme est pour une autre sorte d’ordinateur, ou incomplète. "
        "Rien n’a été changé."
    ),
}
