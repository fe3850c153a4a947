"""Words of the safe."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    # Opening
    "wrong-passphrase": N_(
        "Cette phrase n’ouvre pas ce coffre. Vérifiez les majuscules, les espaces et la langue du "
        "clavier, puis recommencez. Les douze mots de la feuille de secours l’ouvrent aussi."
    ),
    "wrong-passphrase-one-copy": N_(
        "Le coffre garde deux copies de ses clés : l’une ne se lit pas, et cette phrase n’ouvre "
        "pas l’autre. Recommencez, puis essayez votre phrase d’avant si vous venez d’en changer. "
        "Vérifiez aussi les majuscules, les espaces et la langue du clavier."
    ),
    "no-safe-opens": N_(
        "Cette phrase n’ouvre rien ici. Vérifiez les majuscules, les espaces et la langue du "
        "clavier, puis recommencez. Votre coffre est sur une clé USB ? Branchez-la d’abord. Si "
        "la phrase est la bonne, ouvrez le dossier du coffre : vous saurez ce qu’il a."
    ),
    "words-unknown": N_(
        "Le mot numéro {position} manque, est en trop ou n’est pas dans la liste. La feuille de "
        "secours porte douze mots : recopiez-les dans l’ordre. Les accents ne comptent pas."
    ),
    "words-other-safe": N_(
        "Ces douze mots existent, mais n’ouvrent pas ce coffre. Vérifiez leur ordre, et que la "
        "feuille est bien celle de ce coffre."
    ),
    "words-other-safe-one-copy": N_(
        "Le coffre garde deux copies de ses clés : l’une ne se lit pas, et ces douze mots "
        "n’ouvrent pas l’autre. Recommencez, puis essayez votre feuille d’avant si vous venez d’en "
        "changer. Vérifiez aussi l’ordre des mots."
    ),
    "keys-damaged": N_(
        "Les deux copies du fichier de clés sont abîmées ou ont été changées. Vos documents n’ont "
        "pas été touchés : n’effacez rien. Votre phrase ouvre la sauvegarde du {day}, qui est "
        "sûre : remettez-la dans un nouveau dossier, à côté."
    ),
    "keys-damaged-no-backup": N_(
        "Les deux copies du fichier de clés sont abîmées ou ont été changées : votre phrase ne "
        "peut pas être vérifiée. Vos documents n’ont pas été touchés : n’effacez rien. Cette "
        "phrase n’ouvre aucune sauvegarde sûre de ce coffre. Essayez les douze mots, ou une "
        "sauvegarde gardée ailleurs."
    ),
    "safe-damaged": N_(
        "Ce coffre est abîmé ; votre phrase est bonne. N’effacez rien. Sa sauvegarde du {day} est "
        "sûre : remettez-la dans un nouveau dossier, à côté."
    ),
    "safe-damaged-no-backup": N_(
        "Ce coffre est abîmé ; votre phrase est bonne. Il n’a pas de sauvegarde sûre. N’effacez "
        "rien, et cherchez une sauvegarde gardée ailleurs : ce qui reste lisible peut encore "
        "sortir."
    ),
    "restore-by-command": N_(
        "Cette sauvegarde est « {backup} », dans le dossier du coffre : « papier-libre safe "
        "restore ». « safe export » sort tout ce qui reste lisible."
    ),
    "export-by-command": N_("« papier-libre safe export » sort tout ce qui reste lisible."),
    "safe-older": N_(
        "Le fichier de clés est plus ancien que le coffre : une synchronisation, une restauration "
        "ou quelqu’un l’a remplacé. Rien n’a été changé. Remettez le fichier « keys » le plus "
        "récent si vous l’avez."
    ),
    "accept-older-by-command": N_(
        "Sinon, « --accept-older » ouvre avec l’ancien : chacun en sera averti. « safe export » "
        "sort les documents."
    ),
    "slot-removed": N_(
        "Cette phrase, ces mots, ce trousseau ou cette clé USB ont été retirés de ce coffre, ou "
        "changés depuis : ils ne l’ouvrent plus. Servez-vous de la phrase d’aujourd’hui. "
        "Attention : qui a gardé une copie de l’ancien fichier de clés peut encore lire le coffre "
        "autrement. Seul un changement de clé la lui retire."
    ),
    "slot-removed-one-copy": N_(
        "Le coffre garde deux copies de ses clés : l’une ne se lit pas, et cette clé USB n’ouvre "
        "pas l’autre. Recommencez. Si elle n’ouvre toujours pas, servez-vous de votre phrase."
    ),
    "stick-key-missing": N_(
        "Aucun fichier qui ouvre un coffre n’est là. Branchez votre clé USB, attendez quelques "
        "secondes, puis recommencez. Votre phrase ouvre toujours le coffre."
    ),
    "stick-key-damaged": N_(
        "Le fichier qui est sur la clé USB est abîmé : il n’ouvre plus rien. Ouvrez le coffre "
        "avec votre phrase, puis refaites la clé USB. Vos papiers n’ont rien."
    ),
    "stick-key-other-safe": N_(
        "Cette clé USB ouvre un autre coffre. Branchez celle de ce coffre, ou écrivez sa phrase."
    ),
    "stick-holds-safe": N_(
        "Ce dossier est sur le même disque que le coffre : qui prendrait l’un aurait l’autre. "
        "Choisissez une clé USB, et laissez le coffre où il est."
    ),
    "stick-needs-phrase": N_(
        "Une clé USB peut se perdre ou s’abîmer. Choisissez d’abord une phrase, ou recopiez douze "
        "mots : ils ouvriront aussi le coffre."
    ),
    "rotate-by-command": N_("« papier-libre safe keys COFFRE rotate » change la clé."),
    "not-allowed": N_(
        "Votre compte sur cet ordinateur n’a pas le droit de lire ou d’écrire tous les fichiers de "
        "ce coffre. Rien n’est abîmé, rien n’a été changé. Demandez à la personne qui gère "
        "l’ordinateur de donner à votre groupe le droit de lire et d’écrire ce dossier, et tout "
        "ce qu’il contient."
    ),
    "lock-lost": N_(
        "Le fichier « lock » de ce coffre a été retiré, et un autre programme l’a ouvert "
        "entre-temps. Rien n’est enregistré cette fois, pour ne rien écraser. Copiez ce que vous "
        "venez d’écrire, fermez ce coffre, puis rouvrez-le."
    ),
    "keys-changed": N_(
        "Les clés de ce coffre ont été changées ailleurs depuis qu’il est ouvert ici. Rien n’a été "
        "écrasé. Fermez ce coffre, rouvrez-le, puis recommencez."
    ),
    "safe-newer": N_(
        "Ce coffre vient d’une version plus récente de Papier libre. Rien n’a été changé. "
        "Installez la dernière version, puis recommencez."
    ),
    "document-damaged": N_(
        "Ce document est abîmé : il ne peut pas être relu tel qu’il a été rangé. Les autres ne "
        "sont pas touchés. Cherchez-le dans la sauvegarde du {day}, qui est sûre."
    ),
    "document-damaged-no-backup": N_(
        "Ce document est abîmé : il ne peut pas être relu tel qu’il a été rangé. Les autres ne "
        "sont pas touchés. Ce coffre n’a pas de sauvegarde sûre : cherchez-le dans une sauvegarde "
        "gardée ailleurs."
    ),
    "safe-locked-elsewhere": N_(
        "Ce coffre est ouvert sur un autre ordinateur, ou n’y a pas été bien fermé. Fermez-le "
        "là-bas. S’il ne sert vraiment nulle part, ouvrez-le quand même."
    ),
    "take-over-by-command": N_("Ajoutez pour cela « --take-over »."),
    "already-open": N_(
        "Ce coffre est déjà ouvert par une autre fenêtre ou une autre commande. Fermez-la, "
        "puis recommencez."
    ),
    "circles-there": N_(
        "Ce coffre a des cercles, et ce qu’ils gardent serait perdu. Déplacez d’abord leurs "
        "dossiers, puis effacez les cercles."
    ),
    "no-such-circle": N_(
        "Votre phrase n’ouvre aucun cercle de ce nom. « safe circle COFFRE list » dit ceux "
        "qu’elle ouvre."
    ),
    "no-such-reader": N_(
        "Personne de ce nom ne lit ce cercle, ou plusieurs le portent. « safe circle COFFRE "
        "readers » donne leurs numéros."
    ),
    "copy-of-other-key": N_(
        "Cette copie ne s’ouvre pas avec la clé de ce coffre : elle est d’un autre coffre, d’avant "
        "un changement de clé, ou abîmée. Elle n’a pas été touchée."
    ),
    "copy-damaged": N_(
        "Cette copie est abîmée, ou a été faite au milieu d’un enregistrement. Rien n’en est pris, "
        "et elle n’a pas été touchée."
    ),
    "not-a-reader": N_(
        "Cette phrase n’ouvre pas le coffre de l’association. La personne doit d’abord y avoir sa "
        "phrase, puis la taper ici."
    ),
    "no-own-phrase": N_(
        "Le coffre a été ouvert sans votre phrase. Fermez-le, ouvrez-le avec elle, puis "
        "recommencez : les cercles s’ouvrent par elle seule."
    ),
    "not-moved": N_(
        "Ce qui a été copié n’est pas pareil à ce qui est là. Rien n’est effacé : le dossier est "
        "aux deux endroits. Fermez le coffre, rouvrez-le, puis recommencez."
    ),
    "only-read-here": N_(
        "Rien n’est enregistré ici : ce coffre est à lire seulement, car il est ouvert ailleurs "
        "pour y écrire. Fermez-le là-bas, ou attendez la fin, puis écrivez."
    ),
    "not-a-safe": N_(
        "Ce dossier n’est pas un coffre. Indiquez le dossier qui contient « safe.db » et « keys »."
    ),
    "kdf-refused": N_(
        "Le fichier de clés demande un calcul qu’aucun coffre normal ne demande : il n’est pas "
        "sûr, et n’a pas été utilisé. La sauvegarde du {day} est sûre : remettez-la dans un "
        "nouveau dossier, à côté."
    ),
    "kdf-refused-no-backup": N_(
        "Le fichier de clés demande un calcul qu’aucun coffre normal ne demande : il n’est pas "
        "sûr, et n’a pas été utilisé. Restaurez une sauvegarde de ce coffre."
    ),
    "not-enough-memory": N_(
        "Il n’y a pas assez de mémoire pour vérifier la phrase. Fermez d’autres programmes, puis "
        "recommencez. La protection n’a pas été diminuée."
    ),
    "no-memory-left": N_(
        "L’ordinateur n’a plus assez de mémoire : rien n’a été enregistré cette fois, et rien n’a "
        "été perdu. Fermez d’autres programmes, puis recommencez."
    ),
    "storage-failed": N_(
        "Le disque refuse de lire ou d’écrire. Rien n’a été enregistré cette fois. Copiez le "
        "dossier du coffre sur un autre disque, puis recommencez."
    ),
    "engine-unfit": N_(
        "Le moteur du coffre installé ici n’est pas celui qu’il faut ({lacking}). Rien n’a été "
        "ouvert ni écrit. Réinstallez Papier libre, puis recommencez."
    ),
    # Phrases
    "phrase-too-short": N_("Cette phrase est trop courte : il faut au moins {minimum} caractères."),
    "phrase-too-long": N_("Cette phrase est trop longue : {limit} caractères au plus."),
    "phrase-too-common": N_(
        "Cette phrase se devine trop vite. Choisissez plusieurs mots sans lien entre eux."
    ),
    "phrase-not-text": N_("La phrase contient des caractères qui ne sont pas du texte."),
    "phrase-needed": N_(
        "La phrase du coffre est nécessaire, et personne ne peut la taper ici. Lancez la commande "
        "dans un terminal, ou donnez la phrase avec « {option} »."
    ),
    "phrase-unreadable": N_(
        "La phrase n’a pas pu être lue. Donnez à « --phrase-fd » le numéro d’un descripteur "
        "ouvert en lecture, qui contient du texte en UTF-8."
    ),
    "phrases-differ": N_("Les deux phrases tapées sont différentes. Recommencez."),
    "sheet-word-wrong": N_(
        "Le mot numéro {n} n’est pas celui de la feuille. Regardez votre papier, "
        "ou revoyez les mots."
    ),
    "slots-full": N_("Ce coffre a déjà {limit} clés. Retirez-en une avant d’en ajouter une autre."),
    "keyring-unavailable": N_(
        "Le trousseau de cet ordinateur ne répond pas. Votre coffre s’ouvre avec votre phrase, "
        "comme avant. Rien n’est perdu."
    ),
    "only-here-lost": N_(
        "Vos papiers sont gardés pour cet ordinateur seulement. Son trousseau ne répond pas. "
        "Rien n’est effacé. Fermez la session de cet ordinateur, rouvrez-la avec son mot de passe, "
        "puis essayez encore."
    ),
    "backup-only-there": N_(
        "Cette sauvegarde n’a pas de phrase : seul le compte d’ordinateur qui l’a faite la restaure"
        ", par son trousseau. Ici, il ne l’ouvre pas. Rien n’est changé."
    ),
    "no-safe-here": N_(
        "Sur cet ordinateur public, rien n’est gardé : il n’y a pas de coffre. Imprimez votre "
        "document avant de partir."
    ),
    "last-slot": N_(
        "Cette phrase est la dernière du coffre : sans elle, personne ne pourrait plus l’ouvrir. "
        "Ajoutez-en d’abord une autre."
    ),
    # What is kept
    "folder-not-empty": N_(
        "Ce dossier contient déjà quelque chose. Choisissez un dossier nouveau ou vide."
    ),
    "not-in-safe": N_(
        "Rien dans ce coffre ne porte ce nom ou ce numéro. Il a peut-être été retiré ou effacé."
    ),
    "key-not-in-safe": N_("Aucune clé de ce coffre ne porte ce numéro."),
    "changed-since": N_(
        "Ceci a changé depuis : rien n’a été défait, et rien n’est perdu. Corrigez-le à sa place."
    ),
    "several-match": N_(
        "Plusieurs personnes ou dossiers portent ce nom. Indiquez lequel vous voulez."
    ),
    "list-by-command": N_("« papier-libre safe list » montre ce qu’il contient, et les numéros."),
    "keys-by-command": N_("« papier-libre safe keys COFFRE list » montre les clés et leur numéro."),
    "dossier-other-person": N_(
        "Ce dossier est celui d’une autre personne. Indiquez un dossier de cette personne, ou un "
        "nouveau nom de dossier."
    ),
    "text-refused": N_(
        "Ce titre ou ce nom est vide, ou dépasse {limit} caractères. Écrivez-en un plus simple."
    ),
    "lock-too-short": N_(
        "Cette phrase est trop courte pour verrouiller : il en faut {least} lettres au moins."
    ),
    "lock-too-long": N_("Cette phrase est trop longue pour un PDF. Prenez-en une plus courte."),
    "mandate-themes": N_("Cochez au moins un sujet du mandat."),
    "mandate-days": N_(
        "Un mandat dure d’un jour à un an, jamais plus. Choisissez un dernier jour plus proche."
    ),
    "mandate-signed": N_(
        "Ce mandat ne se signe plus : il est signé, fini ou terminé. Préparez-en un autre."
    ),
    "consent-withdrawn": N_(
        "Cette personne a demandé que l’on ne garde plus rien : rien n’a été ajouté. "
        "A-t-elle changé d’avis ? Ouvrez sa fiche, puis « Ce que nous gardons »."
    ),
    "document-not-proved": N_(
        "Ce document n’a pas été rangé : toutes ses réponses n’ont pas été relues sur la page. "
        "Corrigez ce qui est signalé, puis recommencez."
    ),
    # Backups
    "backup-truncated": N_(
        "Cette sauvegarde est incomplète : sa fin manque. Rien n’a été changé. Utilisez une autre "
        "sauvegarde, ou copiez celle-ci de nouveau depuis son disque d’origine."
    ),
    "backup-other-safe": N_(
        "Les parties de cette sauvegarde viennent de coffres différents. Rien n’a été changé. "
        "Utilisez une autre sauvegarde."
    ),
    "backup-not-verified": N_(
        "Cette sauvegarde n’a pas pu être vérifiée : elle n’est pas sûre. Rien n’a été changé. "
        "Utilisez une autre sauvegarde."
    ),
    # Said, and nothing stops
    "opened-read-only": N_(
        "Ce dossier est protégé : le coffre est ouvert pour lire seulement, rien n’y sera écrit."
    ),
    "keys-repaired": N_(
        "Une des deux copies du fichier de clés était abîmée ou ancienne : elle a été réparée."
    ),
    "keys-not-repaired": N_(
        "Une des deux copies du fichier de clés est abîmée, et n’a pas pu être réparée. Le coffre "
        "s’ouvre avec l’autre. Faites une sauvegarde sur un autre disque."
    ),
    "keys-older-accepted": N_(
        "Attention : le {day}, un fichier de clés plus ancien que le coffre a été mis à sa place, "
        "et accepté. Les phrases et les mots de secours changés depuis n’ouvrent plus : refaites-"
        "les. Si personne ne sait pourquoi, quelqu’un a peut-être voulu rouvrir ce coffre : "
        "changez sa clé."
    ),
    "keys-unknown-accepted": N_(
        "Attention : le {day}, une clé que ce coffre ne connaissait pas l’a ouvert, ou un "
        "changement de phrase a été coupé. Regardez qui peut ouvrir ce coffre. Au moindre doute, "
        "changez sa clé."
    ),
    "key-shown": N_(
        "Attention : le {day}, la clé de ce coffre a été montrée en clair, à quelqu’un qui a dit "
        "la phrase deux fois. Qui l’a lue ouvre le coffre sans phrase. Si personne ne sait "
        "pourquoi, changez sa clé."
    ),
    "keys-change-cut": N_(
        "Le {day}, un changement de ce qui ouvre ce coffre avait été coupé : il est achevé. "
        "Regardez si vous reconnaissez tout ce qui l’ouvre."
    ),
    "keys-listed": N_(
        "Le {day}, la liste de ce qui ouvre ce coffre a été faite : il vient d’une version "
        "d’avant. Regardez si vous reconnaissez tout."
    ),
    "added-passphrase": N_(
        "Le {day}, une phrase{who} a été ajoutée à ce qui ouvre ce coffre. Si personne ne sait "
        "pourquoi, retirez-la, puis changez la clé du coffre."
    ),
    "added-recovery-words": N_(
        "Le {day}, douze mots de secours ont été ajoutés à ce qui ouvre ce coffre. Si personne ne "
        "sait pourquoi, refaites la feuille, puis changez la clé du coffre."
    ),
    "added-keyring": N_(
        "Le {day}, un ordinateur{who} a été ajouté à ce qui ouvre ce coffre : il l’ouvre sans "
        "phrase. Si personne ne sait pourquoi, retirez-le, puis changez la clé du coffre."
    ),
    "added-key-file": N_(
        "Le {day}, une clé USB{who} a été ajoutée à ce qui ouvre ce coffre. Si personne ne sait "
        "pourquoi, retirez-la, puis changez la clé du coffre."
    ),
    "added-circle-reader": N_("Le {day}, ce cercle a été ouvert à une personne de plus{who}."),
    "removed-circle-reader": N_("Le {day}, ce cercle a été fermé à une personne{who}."),
    "circle-move-finished": N_(
        "Le déplacement d’un dossier avait été coupé : il est fini. Le dossier est à un seul "
        "endroit."
    ),
    "circle-move-twice": N_(
        "Un dossier est à deux endroits, dans le coffre et dans un cercle : son déplacement a été "
        "coupé, et il a changé depuis. Déplacez-le de nouveau, ou effacez l’un des deux."
    ),
    "circle-not-opened": N_("Un de vos cercles ne s’ouvre pas. Le reste n’est pas touché."),
    "changed-passphrase": N_("Le {day}, une phrase{who} qui ouvre ce coffre a été changée."),
    "changed-recovery-words": N_(
        "Le {day}, les douze mots de secours ont été refaits : les anciens n’ouvrent plus ce "
        "coffre."
    ),
    "changed-keyring": N_("Le {day}, l’ouverture sans phrase d’un ordinateur{who} a été refaite."),
    "removed-passphrase": N_(
        "Le {day}, une phrase{who} a été retirée : elle n’ouvre plus ce coffre."
    ),
    "removed-recovery-words": N_(
        "Le {day}, les douze mots de secours ont été retirés : ils n’ouvrent plus ce coffre."
    ),
    "removed-keyring": N_(
        "Le {day}, un ordinateur{who} a été retiré : il n’ouvre plus ce coffre sans phrase."
    ),
    "removed-key-file": N_(
        "Le {day}, une clé USB{who} a été retirée : elle n’ouvre plus ce coffre."
    ),
    "seen-by-command": N_(
        "Ceci sera redit à chaque ouverture, jusqu’à « papier-libre safe keys COFFRE seen »."
    ),
    "read-by-command": N_(
        "Ceci sera redit à chaque ouverture, jusqu’à « papier-libre safe keys COFFRE seen ». "
        "« safe keys COFFRE rotate » change la clé."
    ),
    "clock-suspect": N_(
        "La date de cet ordinateur est antérieure à la dernière utilisation du coffre. "
        "Vérifiez-la : les délais en dépendent."
    ),
    "safe-older-than-seen": N_(
        "Attention : cet ordinateur a déjà vu ce coffre dans un état plus récent. Une "
        "synchronisation ou une restauration l’a peut-être remplacé. Vérifiez qu’il ne manque rien."
    ),
    "safe-other-than-seen": N_(
        "Attention : cet ordinateur avait laissé ce coffre dans un autre état. Deux copies ont "
        "peut-être changé chacune de leur côté. Cherchez l’autre avant d’effacer quoi que ce soit."
    ),
    "pages-mixed": N_(
        "Attention : ce coffre mêle des pages de plusieurs moments. Il a peut-être été copié "
        "pendant un enregistrement, ou une synchronisation a remis d’anciennes pages. Des "
        "documents peuvent manquer, ou être d’avant. Gardez-en une copie. Puis vérifiez-le : la "
        "réparation vous sera proposée."
    ),
    "repair-by-command": N_(
        "« papier-libre safe repair COFFRE » le répare. Si vous voulez continuer ainsi : "
        "« safe keys COFFRE seen »."
    ),
    "parity-renewed": N_(
        "La réserve qui sert à réparer ce coffre n’était plus à jour : elle vient d’être refaite."
    ),
    "parity-not-made": N_(
        "La réserve qui sert à réparer ce coffre n’a pas pu être écrite. Vos documents sont bien "
        "enregistrés."
    ),
    "conflict-copies": (
        N_(
            "À côté du coffre, {n} fichier vient d’une synchronisation. Il n’est pas utilisé : "
            "« Votre coffre » le compare avec lui, et reprend ce qui manque."
        ),
        N_(
            "À côté du coffre, {n} fichiers viennent d’une synchronisation. Ils ne sont pas "
            "utilisés : « Votre coffre » les compare avec lui, et reprend ce qui manque."
        ),
    ),
    "safe-migrating": N_(
        "Ce coffre vient d’une version précédente. Une sauvegarde est faite, puis il est mis à "
        "jour."
    ),
    "erasure-finished": N_(
        "Un effacement avait été coupé : il est terminé. Les sauvegardes de ce coffre ont été "
        "refaites."
    ),
    "erased-in-backups": N_(
        "Les sauvegardes de ce coffre contiennent encore ce que vous avez effacé. Elles seront "
        "refaites à la prochaine ouverture."
    ),
    "backup-not-made": N_(
        "Votre travail est enregistré, mais la sauvegarde du jour n’a pas pu être faite."
    ),
    "picture-not-seen": N_(
        "Cette image est vide ou incomplète : elle ne peut pas être affichée. Elle est gardée "
        "telle quelle. Si vous avez encore le papier, refaites la photo, et rangez-la aussi."
    ),
    "no-words-at-all": N_(
        "Aucune page de ce fichier n’a de texte, comme une photo : une recherche ne le trouvera "
        "que par son titre. Donnez-lui un titre qui le dit bien."
    ),
    "pages-without-words": (
        N_(
            "La page {pages} de ce fichier n’a pas de texte : une recherche n’y trouvera aucun mot."
        ),
        N_(
            "{n} pages de ce fichier n’ont pas de texte (pages {pages}) : une recherche n’y "
            "trouvera aucun mot."
        ),
    ),
    "pdf-changed-since": (
        N_(
            "Ce PDF a été changé une fois après avoir été écrit. Remplir ou signer le change ; "
            "quelqu’un a pu aussi en changer le texte. Comparez-le avec le papier, si vous l’avez."
        ),
        N_(
            "Ce PDF a été changé {n} fois après avoir été écrit. Remplir ou signer le change ; "
            "quelqu’un a pu aussi en changer le texte. Comparez-le avec le papier, si vous l’avez."
        ),
    ),
    "pdf-print-changed": (
        N_(
            "Attention : ce PDF a été changé après avoir été écrit. La page {pages} ne dit plus ce "
            "qu’elle disait d’abord. Comparez-la avec le papier, si vous l’avez."
        ),
        N_(
            "Attention : ce PDF a été changé après avoir été écrit. {n} pages ne disent plus ce "
            "qu’elles disaient d’abord (pages {pages}). Comparez-les avec le papier, si vous "
            "l’avez."
        ),
    ),
    "pdf-covered": (
        N_(
            "Ce PDF a été changé après avoir été écrit : quelque chose a été posé sur la page "
            "{pages} (une remarque, un trait, un cadre). Regardez ce qui est dessous."
        ),
        N_(
            "Ce PDF a été changé après avoir été écrit : quelque chose a été posé sur {n} pages "
            "(pages {pages}) : une remarque, un trait, un cadre. Regardez ce qui est dessous."
        ),
    ),
    "pdf-pages-added": (
        N_("Une page a été ajoutée à ce PDF après qu’il a été écrit."),
        N_("{n} pages ont été ajoutées à ce PDF après qu’il a été écrit."),
    ),
    "pdf-pages-gone": (
        N_("Attention : une page a été retirée de ce PDF après qu’il a été écrit."),
        N_("Attention : {n} pages ont été retirées de ce PDF après qu’il a été écrit."),
    ),
    "pdf-filled": (
        N_(
            "Des cases de la page {pages} de ce PDF ont été remplies ou changées après coup, comme "
            "on remplit un formulaire."
        ),
        N_(
            "Des cases de {n} pages de ce PDF (pages {pages}) ont été remplies ou changées après "
            "coup, comme on remplit un formulaire."
        ),
    ),
    "pdf-signed": (
        N_("Une signature a été ajoutée à la page {pages} de ce PDF."),
        N_("Une signature a été ajoutée à {n} pages de ce PDF (pages {pages})."),
    ),
    "pdf-saved-again": (
        N_(
            "Ce PDF a été enregistré une nouvelle fois après avoir été écrit. Rien de ce qu’il "
            "montre n’a changé."
        ),
        N_(
            "Ce PDF a été enregistré {n} fois de nouveau après avoir été écrit. Rien de ce qu’il "
            "montre n’a changé."
        ),
    ),
    "pdf-not-compared": (
        N_(
            "Ce PDF a été enregistré de nouveau après avoir été écrit : sa dernière page n’a pas "
            "pu être comparée."
        ),
        N_(
            "Ce PDF a été enregistré de nouveau après avoir été écrit : ses {n} dernières pages "
            "n’ont pas pu être comparées."
        ),
    ),
    "document-not-indexed": N_(
        "Le texte de ce fichier n’a pas pu être lu : il est gardé tel quel, et se retrouvera par "
        "son titre seulement."
    ),
}
