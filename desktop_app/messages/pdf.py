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
        "Ce PDF est protégé par un mot de passe. Demandez-le à qui vous a remis le fichier."
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
        "Les cases de ce formulaire ne se lisent que dans Adobe Acrobat Reader. Imprimez-le vide "
        "avec ce lecteur, puis remplissez-le au stylo. Ou numérisez cette feuille et ouvrez-la "
        "ici : vous aurez une feuille de réponses à recopier."
    ),
    "pdf-not-understood": N_(
        "Les cases de ce PDF se voient trop mal : le programme n’en tire aucune question. "
        "Imprimez-le, puis remplissez-le à la main."
    ),
    "pdf-nothing-to-fill": N_(
        "Aucune case à remplir n’a été trouvée dans ce PDF. "
        "Imprimez-le, puis remplissez-le à la main."
    ),
    "form-already-known": N_(
        "Ce formulaire est déjà connu : « {title} ». Remplissez-le sans créer de modèle."
    ),
    "model-tells-of-person": N_(
        "Un modèle ne contient ni réponse, ni nom de personne : changez ces mots, puis recommencez."
    ),
    "form-without-box": N_(
        "Ce modèle ne demande rien. Ajoutez une case, ou choisissez ce qu’on y met."
    ),
    "form-boxes-to-draw": N_(
        "Aucune case n’a été trouvée dans ce PDF : ajoutez-les vous-même sur la page."
    ),
    "form-boxes-left-empty": (
        N_("{n} case reste vide : ce qu’elle demande ne se demande pas ici."),
        N_("{n} cases restent vides : ce qu’elles demandent ne se demande pas ici."),
    ),
    "scanner-absent": N_(
        "Aucun scanner relié par USB ne répond. S’il est relié par le réseau ou le wifi, "
        "enregistrez l’image avec son programme, puis déposez-la ici."
    ),
    "scanner-failed": N_(
        "Le scanner n’a pas donné de page. Vérifiez qu’il est allumé et que la lettre est en "
        "place, puis recommencez."
    ),
    "recognition-absent": N_(
        "Cet ordinateur ne sait pas lire une photo ou un scan : il lui manque le programme "
        "« tesseract », avec le français. Le papier est gardé si vous voulez ; dites vous-même "
        "ce qu’il contient."
    ),
    "recognition-failed": N_(
        "Ce papier n’a pas pu être lu : c’est trop long, ou l’image est trop lourde. Il est gardé "
        "si vous voulez ; dites vous-même ce qu’il contient."
    ),
    "picture-unreadable": N_(
        "Cette photo ne peut pas être lue : elle est abîmée, coupée ou d’un autre genre. "
        "Prenez-la à nouveau, comme une photo ordinaire (JPEG ou PNG), puis recommencez."
    ),
    "table-unreadable": N_(
        "Ce fichier ne peut pas être lu comme une liste : il est abîmé, coupé ou d’un autre genre. "
        "Enregistrez-le en .xlsx ou en .csv, puis recommencez."
    ),
    "table-other-kind": N_(
        "Ce tableau est d’un autre genre, ou protégé par un mot de passe. "
        "Enregistrez-le en .xlsx ou en .csv, sans mot de passe, puis recommencez."
    ),
    "table-too-long": N_(
        "Cette liste est trop longue : {limit} lignes et cent colonnes au plus sont lues. "
        "Coupez-la en plusieurs fichiers, puis recommencez."
    ),
    "table-too-heavy": N_(
        "Ce tableau est trop lourd pour être ouvert sans danger. "
        "Copiez la liste seule dans un nouveau fichier, puis recommencez."
    ),
    "table-empty": N_(
        "Cette liste est vide : la première ligne nomme les colonnes, et chaque ligne en dessous "
        "est une personne."
    ),
    "picture-too-heavy": N_(
        "Cette photo est trop grande pour être ouverte sans danger "
        "(limite : 50 Mo et 120 millions de points). Prenez-la moins grande, puis recommencez."
    ),
    "picture-too-small": N_(
        "Cette image est trop petite : sur le papier, on ne verrait qu’une tache. "
        "Choisissez-en une plus grande."
    ),
    "picture-animated": N_(
        "Cette image est animée : le papier ne bouge pas. Choisissez une image fixe."
    ),
    "picture-blank": N_(
        "Cette image est toute blanche : on ne la verrait pas sur le papier. "
        "Choisissez-en une aux traits foncés."
    ),
    "picture-heic": N_(
        "Cette photo est d’un format récent (HEIC), que peu d’ordinateurs lisent. Sur un "
        "iPhone : « Réglages », « Appareil photo », « Formats », « Le plus compatible » ; puis "
        "reprenez-la. Ou ouvrez-la sur le téléphone, et faites-en une capture d’écran. Rien n’a "
        "été changé dans le dossier."
    ),
    "no-photos": N_(
        "Aucun de ces fichiers ne peut être une page : il faut des photos ou des scans (JPEG ou "
        "PNG)."
    ),
    "page-is-pdf": N_("C’est un PDF : rangez-le à part, il est déjà un document."),
    "page-of-another-kind": N_("Ce n’est ni une photo ni un scan (JPEG ou PNG)."),
    "proof-of-another-kind": N_(
        "Choisissez une photo (JPEG ou PNG) ou un PDF : ce fichier est d’un autre genre. "
        "Rien n’a été changé dans le dossier."
    ),
    "reader-does-not-start": N_(
        "Le lecteur de PDF du programme ne démarre pas. Essayez encore une fois. Si cela "
        "recommence, installez à nouveau Papier libre : vos fichiers restent intacts."
    ),
    "values-unreadable": N_(
        "Ce fichier de valeurs ne peut pas être lu. "
        "Écrivez une seule liste de valeurs (un objet JSON), avec pour chaque case son nom et sa "
        "valeur."
    ),
    "values-twice": N_(
        "Ce fichier de valeurs donne deux fois la même case. "
        "Gardez une seule valeur pour chaque case, puis recommencez."
    ),
    "output-is-input": N_(
        "Le fichier à écrire est celui qui est lu : le formulaire vide serait perdu. "
        "Choisissez un autre nom pour « --out »."
    ),
    "form-other-edition": N_(
        "Ce PDF n’est pas l’édition {edition} du formulaire {number}. Prenez cette édition, "
        "ou recopiez vos réponses à la main (form copy-sheet), "
        "ou remplissez ce PDF case par case (form fill avec --values)."
    ),
    "form-other-paper": N_(
        "Ce PDF est celui d’un autre formulaire : « {title} ». "
        "Cherchez ce formulaire, ou apportez le PDF de celui-ci."
    ),
    "form-edition-unknown": (
        N_(
            "Ce PDF est une autre édition du formulaire {number} que la {known}, que nous "
            "connaissons : {n} case y est retrouvée. Ajoutez --other-edition pour la remplir ; "
            "form inspect dit ce qui diffère."
        ),
        N_(
            "Ce PDF est une autre édition du formulaire {number} que la {known}, que nous "
            "connaissons : {n} cases y sont retrouvées. Ajoutez --other-edition pour les remplir ; "
            "form inspect dit ce qui diffère."
        ),
    ),
    "form-other-pdf": N_(
        "Ce PDF n’est pas celui pour lequel les questions ont été posées (« {title} »). "
        "Choisissez le même fichier, ou recopiez vos réponses à la main."
    ),
    "form-not-seen": N_(
        "Nous n’avons pas ce papier : rien ne peut s’imprimer dessus. "
        "Écrivez la feuille à recopier (form copy-sheet {pack})."
    ),
    "form-to-confirm": (
        N_("{n} case de ce PDF est reconnue. Regardez-la avant de remplir."),
        N_("{n} cases de ce PDF sont reconnues. Regardez-les avant de remplir."),
    ),
    "form-replaced": N_(
        "Le formulaire {number} a été remplacé : demandez le {successor} au guichet."
    ),
    "form-withdrawn": N_(
        "Le formulaire {number} n’est plus utilisé : demandez au guichet celui qui convient."
    ),
    "form-field-unknown": N_("Aucune case de ce PDF ne s’appelle « {name} »."),
    "form-field-unknown-near": N_(
        "Aucune case de ce PDF ne s’appelle « {name} ». Vouliez-vous dire « {near} » ?"
    ),
    "form-calculations-lost": (
        N_("Ce formulaire calculait {n} case : écrivez-la vous-même ({names})."),
        N_("Ce formulaire calculait {n} cases : écrivez-les vous-même ({names})."),
    ),
    "form-sums-worked-out": (
        N_("{n} total de ce formulaire est calculé : vérifiez-le ({names})."),
        N_("{n} totaux de ce formulaire sont calculés : vérifiez-les ({names})."),
    ),
    "form-fields-nowhere": (
        N_("{n} case demandée n’est sur aucune page : elle n’est pas remplie ({names})."),
        N_("{n} cases demandées ne sont sur aucune page : elles ne sont pas remplies ({names})."),
    ),
    "form-same-place": N_(
        "Les cases « {name} » et « {other} » sont au même endroit, page {page} : "
        "seule « {other} » est écrite."
    ),
    "form-nothing-to-abbreviate": N_("{name} : rien à abréger dans cette case."),
    "values-read-back": (
        N_("{n} valeur sur {total} relue sur la page"),
        N_("{n} valeurs sur {total} relues sur la page"),
    ),
    "form-was-signed": N_(
        "Ce PDF porte une signature électronique : la copie remplie n’est plus l’original signé. "
        "Gardez aussi l’original."
    ),
    "form-boxes-found": (
        N_(
            "Ce PDF n’a pas de case à remplir à l’écran : {n} a été trouvée sur ses pages. "
            "Vérifiez-la avant d’imprimer."
        ),
        N_(
            "Ce PDF n’a pas de cases à remplir à l’écran : {n} ont été trouvées sur ses pages. "
            "Vérifiez-les avant d’imprimer."
        ),
    ),
    "form-boxes-not-looked-for": N_(
        "Les cases de ce PDF n’ont pas pu être cherchées sur ses pages : il est trop compliqué. "
        "Imprimez-le, puis remplissez-le à la main."
    ),
    "form-words-garbled": (
        N_(
            "Le texte de la page {pages} ne se lit pas : ses cases n’ont qu’un numéro. "
            "Regardez la page pour savoir ce que chacune demande."
        ),
        N_(
            "Le texte des pages {pages} ne se lit pas : leurs cases n’ont qu’un numéro. "
            "Regardez les pages pour savoir ce que chacune demande."
        ),
    ),
    "form-pages-written": (
        N_("Quelqu’un a écrit sur la page {pages} : ce n’est pas un formulaire vide."),
        N_("Quelqu’un a écrit sur les pages {pages} : ce n’est pas un formulaire vide."),
    ),
    "form-pages-are-pictures": (
        N_(
            "La page {pages} est une image : ses cases sont trouvées à peu près. "
            "Vérifiez chacune sur la page."
        ),
        N_(
            "Les pages {pages} sont des images : leurs cases sont trouvées à peu près. "
            "Vérifiez chacune sur les pages."
        ),
    ),
    "form-pages-recognised": (
        N_(
            "Les mots de la page {pages} sont lus sur son image, à peu près : "
            "regardez-la pour vérifier."
        ),
        N_(
            "Les mots des pages {pages} sont lus sur leur image, à peu près : "
            "regardez-les pour vérifier."
        ),
    ),
    "form-pages-unread": (
        N_(
            "La page {pages} n’a pas pu être comprise : aucune question n’en vient. Remplissez-la "
            "à la main sur le papier ; la feuille à recopier donne vos réponses aux autres."
        ),
        N_(
            "Les pages {pages} n’ont pas pu être comprises : aucune question n’en vient. "
            "Remplissez-les à la main sur le papier ; la feuille à recopier donne vos réponses "
            "aux autres."
        ),
    ),
    "form-pages-left-out": (
        N_("La page {pages} n’a pas été regardée : remplissez-la à la main."),
        N_("Les pages {pages} n’ont pas été regardées : remplissez-les à la main."),
    ),
    "form-pages-not-compared": (
        N_("La page {pages}, sans réponse, n’a pas été comparée au papier vide : relisez-la."),
        N_(
            "Les pages {pages}, sans réponse, n’ont pas été comparées au papier vide : relisez-les."
        ),
    ),
    "form-nothing-verified": N_(
        "Aucune des valeurs demandées n’est sur la page. Ne l’imprimez pas telle quelle."
    ),
    "fill-too-long": N_("trop long pour le nombre de caractères de la case ; raccourcissez."),
    "fill-unknown-option": N_("cette case n’a pas cette réponse ; choisissez l’une des siennes."),
    "fill-missing-glyph": N_(
        "une lettre ne peut pas être imprimée ; écrivez ce texte en lettres latines."
    ),
    "fill-not-drawn": N_("la valeur n’est pas sur la page ; écrivez-la au stylo."),
    "fill-clipped": N_("la valeur n’est pas entière sur la page ; écrivez-la au stylo."),
    "fill-wrong-tick": N_("une croix que vous n’avez pas demandée est sur la page."),
    "fill-foreign-ink": N_(
        "la case montre autre chose que votre réponse ; remplissez-la au stylo sur une page vide."
    ),
    "fill-covers-print": N_(
        "ce qui est écrit couvre des mots imprimés ; écrivez-le au stylo à côté."
    ),
    "fill-page-changed": N_(
        "autre chose que vos réponses a changé sur cette page ; "
        "remplissez-la au stylo sur une page vide."
    ),
    "fill-read-only": N_("le formulaire ne laisse pas remplir cette case."),
}
