"""Words of ``papier-libre self-test``: what works, what does not and what to do about it."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "self-test-qt-libraries-ok": N_("Fenêtre : les bibliothèques du système sont là."),
    "self-test-qt-libraries-absent": N_(
        "Fenêtre : il manque au système : {detail}. Tapez ./start, qui propose de les installer."
    ),
    "self-test-display-ok": N_("Écran : il répond."),
    "self-test-display-absent": N_(
        "Écran : aucun ne répond d’ici. La ligne de commande fonctionne sans écran."
    ),
    "self-test-printing-ok": N_("Impression : le service d’impression est là."),
    "self-test-printing-absent": N_(
        "Impression : aucun service trouvé. Les PDF peuvent être imprimés ailleurs."
    ),
    "self-test-fonts-ok": N_("Polices : les {detail} familles sont là."),
    "self-test-fonts-failed": N_(
        "Polices : {detail} familles seulement. Réinstallez Papier libre : vos papiers restent."
    ),
    "self-test-reader-ok": N_(
        "Papiers venus d’ailleurs : ouverts à part, par un processus fermé ({detail})."
    ),
    "self-test-reader-absent": N_(
        "Papiers venus d’ailleurs : ouverts à part. Ce que ce système ne ferme pas : {detail}."
    ),
    "self-test-reader-failed": N_(
        "Papiers venus d’ailleurs : le processus qui les ouvre ne démarre pas. "
        "Installez à nouveau le programme."
    ),
    "self-test-layer-memory": N_("la mémoire"),
    "self-test-layer-processor": N_("le temps de calcul"),
    "self-test-layer-files": N_("les fichiers"),
    "self-test-layer-core": N_("les rapports de plantage"),
    "self-test-layer-processes": N_("les autres programmes"),
    "self-test-layer-landlock": N_("l’accès aux dossiers"),
    "self-test-layer-descriptors": N_("les connexions"),
    "self-test-layer-capabilities": N_("les droits"),
    "self-test-layer-survival": N_("la fin avec le programme"),
    "self-test-layer-rights": N_("les droits"),
    "self-test-layer-trust": N_("la confiance"),
    "self-test-layer-libraries": N_("les bibliothèques"),
    "self-test-layer-network": N_("le réseau"),
    "self-test-packs-ok": N_("Modèles et démarches : {detail}, rien à corriger."),
    "self-test-packs-failed": N_(
        "Modèles : il y a des erreurs ({detail}). Tapez « papier-libre pack check » pour les voir."
    ),
    "self-test-letters-ok": N_("Lettres : une lettre et son dossier sont faits, {detail} relus."),
    "self-test-letters-failed": N_(
        "Lettres : la lettre d’essai a échoué ({detail}). "
        "Réinstallez Papier libre : vos papiers restent."
    ),
    "self-test-forms-ok": N_("Formulaires : un formulaire est rempli, {detail} valeurs relues."),
    "self-test-forms-failed": N_(
        "Formulaires : le formulaire d’essai a échoué ({detail}). "
        "Réinstallez Papier libre : vos papiers restent."
    ),
    "self-test-safe-ok": N_(
        "Coffre : créé, ouvert, rangé, retrouvé, effacé, vérifié ({detail} pages)."
    ),
    "self-test-safe-failed": N_(
        "Coffre : le coffre d’essai a échoué ({detail}). "
        "Vérifiez qu’il reste de la place sur le disque, puis recommencez."
    ),
    "self-test-wiping-ok": N_(
        "Effacement : le mot d’essai n’est lisible dans aucun des {detail} fichiers du coffre."
    ),
    "self-test-wiping-failed": N_(
        "Effacement : le mot d’essai a été retrouvé en clair ({detail}). "
        "N’utilisez pas ce coffre et prévenez-nous (SECURITY.md)."
    ),
}
