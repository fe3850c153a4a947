"""Words of wrong answers: precise, kind, what to do next, and never what was typed."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "invalid-answers": (
        N_("Une réponse est à corriger avant d’écrire le papier. Rien n’a été écrit."),
        N_("{n} réponses sont à corriger avant d’écrire le papier. Rien n’a été écrit."),
    ),
    "answer-required": N_("Il manque votre réponse. Choisissez-la ou écrivez-la."),
    "answer-emergency": N_(
        "Arrêtez-vous ici : avec cette réponse, ce papier ne vous protège pas. Rien n’est écrit. "
        "La page « Urgent » (commande : urgent {emergency}) dit quoi faire aujourd’hui."
    ),
    "answer-stops": N_(
        "Répondez d’abord à cette question : selon la réponse, ce papier peut vous nuire. "
        "Rien n’est écrit."
    ),
    "answer-unreadable": N_(
        "Cette réponse ne contient aucun signe lisible. Écrivez-la de nouveau."
    ),
    "answer-one-only": N_("Une seule réponse est attendue ici. Gardez-en une, sans crochets."),
    "answer-and-unknown": N_(
        "« {key} » a une réponse et se trouve aussi dans je_ne_sais_pas. Retirez l’une des deux."
    ),
    "unknown-not-possible": N_(
        "On ne peut pas répondre « je ne sais pas » à cette question. Répondez, ou laissez-la vide."
    ),
    "unknown-question": N_("Aucune question ne porte ce nom. Vérifiez-le, ou retirez-le."),
    "unknown-paragraph": N_("Aucun paragraphe ne porte ce nom. Vérifiez-le, ou retirez-le."),
    "paragraph-not-optional": N_(
        "Ce paragraphe est nécessaire à la lettre : il ne peut pas être retiré. "
        "Vous pouvez le récrire avec vos mots."
    ),
    "paragraph-empty": N_("Ce paragraphe est vide. Écrivez-le, ou gardez celui qui est proposé."),
    "words-empty": N_("Ce paragraphe est vide. Écrivez-le, ou choisissez « Laisser comme avant »."),
    # words
    "not-latin": N_(
        "Cette réponse contient des lettres d’un autre alphabet. "
        "Le bureau ne pourra pas les lire : "
        "écrivez en lettres latines (a, b, c), comme sur vos papiers. Rien n’a été effacé."
    ),
    "too-long": N_(
        "Cette réponse est trop longue de {over} signes (limite : {limit}). Raccourcissez-la."
    ),
    "name-signs": N_(
        "Ce nom contient des chiffres ou des signes inhabituels. Corrigez-le ; "
        "s’il est bien écrit ainsi sur vos papiers, confirmez-le."
    ),
    "unknown-choice": N_("Cette réponse n’est pas dans la liste. Choisissez-en une de la liste."),
    "not-yes-no": N_("Répondez par oui ou par non."),
    # numbers
    "not-integer": N_("Écrivez un nombre entier en chiffres, par exemple 3."),
    "not-amount": N_("Écrivez la somme en chiffres, par exemple 1 842,50."),
    "amount-decimals": N_("Une somme a deux chiffres au plus après la virgule."),
    "amount-negative": N_("Une somme ne peut pas être négative ici. Retirez le signe moins."),
    "too-small": N_("Ce nombre est trop petit : {lowest} au moins. Vérifiez-le."),
    "too-large": N_("Ce nombre est trop grand : {highest} au plus. Vérifiez-le."),
    # days
    "date-unreadable": N_(
        "Cette date n’est pas comprise. Écrivez le jour, le mois et l’année, "
        "par exemple 03/11/2026."
    ),
    "date-impossible": N_(
        "Ce jour n’existe pas dans le calendrier. Regardez le jour et le mois sur votre papier, "
        "puis corrigez."
    ),
    "date-year": N_("L’année de cette date est impossible. Écrivez-la avec quatre chiffres."),
    "date-future": N_("Cette date est dans le futur. Recopiez celle qui figure sur votre papier."),
    "date-beyond-law": N_(
        "Cette date est plus ancienne que ce que la loi permet ici ({oldest} au plus tôt). "
        "Vérifiez l’année ; si elle est juste, confirmez-la et faites-vous conseiller."
    ),
    "date-too-early": N_("Cette date est trop ancienne ({oldest} au plus tôt). Vérifiez l’année."),
    "date-too-late": N_("Cette date est trop lointaine ({latest} au plus tard). Vérifiez-la."),
    "date-before": N_(
        "Cette date vient avant une autre, à la question « {other} ». "
        "L’une des deux est fausse : vérifiez-les."
    ),
    "date-after": N_(
        "Cette date vient après une autre, à la question « {other} ». "
        "L’une des deux est fausse : vérifiez-les."
    ),
    "month-unreadable": N_(
        "Ce mois n’est pas compris. Écrivez le mois et l’année, par exemple 11/2026."
    ),
    # identifiers: a doubt, that the person may lift
    "postal-code-digits": N_("Un code postal a cinq chiffres, par exemple 42000."),
    "postal-code-unused": N_(
        "Aucun code postal français ne commence ainsi. Vérifiez ; s’il est juste, confirmez-le."
    ),
    "phone-digits": N_("Écrivez ce numéro de téléphone en chiffres."),
    "phone-length": N_(
        "Un numéro de téléphone français a dix chiffres. Recomptez ; s’il est juste, confirmez-le."
    ),
    "email-shape": N_(
        "Cette adresse de courriel n’est pas complète. "
        "Elle s’écrit comme prenom.nom@exemple.fr, sans espace."
    ),
    "caf-number": N_(
        "Un numéro d’allocataire a sept chiffres, souvent suivis d’une lettre. "
        "Vérifiez ; s’il est juste, confirmez-le."
    ),
    "nir-length": N_(
        "Un numéro de sécurité sociale a quinze chiffres, avec sa clé. "
        "Recopiez-le depuis la carte Vitale ; s’il est juste, confirmez-le."
    ),
    "nir-no-key": N_(
        "Il manque les deux derniers chiffres (la clé) de ce numéro de sécurité sociale. "
        "Ajoutez-les, ou confirmez le numéro tel quel."
    ),
    "nir-key": N_(
        "Un chiffre de ce numéro de sécurité sociale est faux : sa clé ne correspond pas. "
        "Comparez chiffre par chiffre ; s’il est juste, confirmez-le."
    ),
    "nif-length": N_(
        "Un numéro fiscal a treize chiffres. Recopiez-le depuis l’avis d’impôt ; "
        "s’il est juste, confirmez-le."
    ),
    "nif-key": N_(
        "Un chiffre de ce numéro fiscal semble faux. Comparez chiffre par chiffre ; "
        "s’il est juste, confirmez-le."
    ),
    "siret-length": N_(
        "Le numéro d’une entreprise (SIRET) a quatorze chiffres, neuf pour le plus court (SIREN). "
        "Recomptez ; s’il est juste, confirmez-le."
    ),
    "siret-key": N_(
        "Un chiffre de ce numéro SIRET est faux : le calcul de contrôle ne tombe pas juste. "
        "Comparez chiffre par chiffre ; s’il est juste, confirmez-le."
    ),
    "iban-shape": N_(
        "Un IBAN commence par deux lettres (FR en France), puis des chiffres. "
        "Recopiez-le depuis le RIB."
    ),
    "iban-length": N_(
        "Cet IBAN a {digits} signes : il en faut 27 en France. Recomptez ; "
        "s’il est juste, confirmez-le."
    ),
    "iban-key": N_(
        "Un signe de cet IBAN est faux : sa clé ne correspond pas. Comparez-le au RIB, quatre "
        "signes à la fois ; s’il est juste, confirmez-le."
    ),
    # the file of answers
    "answer-file": N_(
        "Ce fichier de réponses ne peut pas être utilisé. Rien n’a été écrit. "
        "Corrigez ce qui suit, puis recommencez."
    ),
    "answer-file-unknown-key": N_(
        "« {key} » n’a pas de sens ici. Les réponses s’écrivent sous la ligne [answers]."
    ),
    "answer-file-table": N_("« {key} » doit être une ligne entre crochets : [{key}]."),
    "answer-file-value": N_(
        "La réponse à « {key} » doit être un texte entre guillemets, un nombre, une date, "
        "true ou false, ou une liste de textes."
    ),
    "answer-file-list": N_(
        '« {key} » doit être une liste de noms entre guillemets, par exemple ["nom"].'
    ),
    "answer-file-texts": N_('Sous [paragraphes.textes], chaque ligne est : nom = "texte".'),
    "answer-file-short": N_('Sous [abreges], chaque ligne est : question = "texte abrégé".'),
}
