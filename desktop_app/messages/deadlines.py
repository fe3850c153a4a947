"""Words of the deadline engine: labels, steps, warnings; refusals are in ``deadline_refusals.py``.

Values at hand: ``{day}``, ``{last}``, ``{prudent}``, ``{born}``, ``{on}`` are dates in words;
``{length}`` is "2 mois"; ``{name}``, ``{title}``, ``{case}`` come from ``forms/law/``.
"""

from desktop_app.messages.mark import N_

LABELS: dict[str, str | tuple[str, str]] = {
    "label-envoi": N_("À poster au plus tard le {day}"),
    "label-reception": N_("Doit être reçu au plus tard le {day}"),
    "label-enregistrement": N_("Doit être enregistré au tribunal au plus tard le {day}"),
    "label-sans_objet": N_("À faire au plus tard le {day}"),
    "label-organisme": N_("L’organisme doit répondre au plus tard le {day}"),
    "label-organisme-over": N_("L’organisme devait répondre au plus tard le {day}"),
    "label-today-envoi": N_("À poster dès aujourd’hui"),
    "label-today-reception": N_("À porter ou à envoyer dès aujourd’hui"),
    "label-today-enregistrement": N_("À faire enregistrer au tribunal dès aujourd’hui"),
    "label-today-sans_objet": N_("À faire dès aujourd’hui"),
    "label-before": N_("Avant ce jour, il est trop tôt pour aller plus loin."),
    "label-after": N_("Ce jour est passé : sans réponse, l’étape suivante est possible."),
    "label-last": N_("Dernier jour légal : {day}."),
    "label-last-too": N_("C’est aussi le dernier jour légal."),
    "label-last-hour": N_(
        "Le dernier moment légal dépend de l’heure écrite sur la décision : "
        "le {day}, au plus tôt à 0 h."
    ),
    "label-last-hers": N_("Si votre date compte : dernier jour légal le {day}."),
    "label-last-law": N_("Si la date de la loi compte : dernier jour légal le {day}."),
    "label-prudent-over": N_("Le jour prudent est passé."),
    "label-why-prudent-depot": N_(
        "Le bureau peut compter depuis le jour où le message est arrivé sur le compte : le {day}."
    ),
    "label-why-prudent-date-ecrite": N_(
        "Le bureau peut compter depuis la date la plus ancienne : le {day}."
    ),
    "label-why-prudent-envoi": N_(
        "Le bureau peut compter depuis le {day}, {length} après l’envoi de l’avis."
    ),
    "label-why-prudent-recu": N_(
        "Le bureau peut compter depuis le {day}, jour où l’avis est arrivé."
    ),
    "label-why-prudent-presentation": N_(
        "Le bureau peut compter depuis le premier avis de passage : le {day}."
    ),
    "label-why-prudent-refus-ne": N_(
        "Le bureau peut compter depuis le {day}, jour où le silence valait déjà refus."
    ),
    "label-no-last": N_("Aucun dernier jour légal ne peut être donné."),
    "label-no-date": N_("Aucune date n’est calculée pour cette démarche : lisez votre lettre."),
    "label-too-late": N_("Le dernier jour est passé : c’était le {day}"),
    "label-over": N_(
        "Tout n’est pas toujours perdu : vérifiez la date et le délai sur la lettre reçue."
    ),
    "label-letter-first": N_("La lettre que vous avez reçue passe avant tout."),
    "label-seen": N_("Règle vérifiée le {day}, fiabilité {confidence}."),
    "label-how": N_("Comment ce jour est calculé"),
    "label-know": N_("À savoir"),
    "label-sources": N_("D’où cela vient"),
    "label-of": N_("avec --of : {procedures}"),
    "advice-envoi": N_("Gardez la preuve de dépôt."),
    "label-notice": N_("La lettre reçue dit : jusqu’au {day}."),
    "unit-heures": (N_("{n} heure"), N_("{n} heures")),
    "unit-jours": (N_("{n} jour"), N_("{n} jours")),
    "unit-semaines": (N_("{n} semaine"), N_("{n} semaines")),
    "unit-mois": (N_("{n} mois"), N_("{n} mois")),
    "unit-annees": (N_("{n} an"), N_("{n} ans")),
    "rule-mf": N_(
        "Délai en mois (franc) : le même jour du mois, puis un jour de plus ; "
        "une fin de semaine ou un jour férié repousse au jour ouvrable suivant."
    ),
    "rule-m": N_(
        "Délai en mois : le même jour du mois ; "
        "une fin de semaine ou un jour férié repousse au jour ouvrable suivant."
    ),
    "rule-mb": N_(
        "Délai laissé à l’organisme, en mois : avant ce jour, il est trop tôt pour se plaindre."
    ),
    "rule-j": N_(
        "Délai en jours, sans compter le jour de départ ; "
        "une fin de semaine ou un jour férié repousse au jour ouvrable suivant."
    ),
    "rule-j0": N_("Délai en jours, sans compter le jour de départ et sans aucun report."),
    "rule-h": N_("Délai en heures, d’heure à heure, même la nuit et le dimanche."),
    "rule-an": N_("Délai d’un an, de date à date, sans report."),
    "rule-a31": N_("Délai jusqu’au 31 décembre, sans report."),
    "rule-fenetre": N_("Fenêtre comptée à rebours, avant la fin du titre."),
}

STEPS: dict[str, str | tuple[str, str]] = {
    "depart": N_("Départ : {day} ({name})."),
    "depart-organisme": N_("Départ : {day}, jour où l’organisme a reçu votre demande."),
    "depart-transitoire": N_("Pour une demande plus ancienne, l’année part du {day}."),
    "depart-retrait": N_("Départ : {day}, jour du retrait au guichet, dans les {length} de garde."),
    "depart-presentation": N_(
        "Départ : {day}, jour de la première présentation, "
        "car le retrait est venu après les {length} de garde."
    ),
    "refus-implicite": N_(
        "Reçu le {on}, sans réponse pendant {length} ({name}) : "
        "le silence vaut refus le {day}, même un jour fermé."
    ),
    "delai-organisme": N_(
        "Décision du {on}, plus {length} laissés au préfet : son délai finit le {day}."
    ),
    "jour-exclu": N_("Le jour de départ ne compte pas : on compte à partir du {day}."),
    "mois": N_("Plus {length}, jusqu’au même jour du mois : {day}."),
    "annees": N_("Plus {length}, de date à date : {day}."),
    "jours": N_("Plus {length} : {day}."),
    "semaines": N_("Plus {length} : {day}."),
    "depart-ouverture": N_("Départ : {day}, jour où vous avez ouvert le message."),
    "depart-depot": N_(
        "Départ : {day}, jour où le message est arrivé sur le compte : "
        "il n’a pas été ouvert dans les {length}."
    ),
    "depart-fin": N_(
        "Départ : {day}. Le message n’a pas été ouvert : "
        "la loi le tient pour reçu {length} après le {on}."
    ),
    "depart-jours-ouvres": N_(
        "Départ : {day}, fin de {length} ouvrés après le {on} : le message n’a pas été ouvert."
    ),
    "depart-adresse": N_(
        "Départ : {day}, jour du premier passage : le bureau ne connaissait pas l’autre adresse."
    ),
    "depart-appris": N_(
        "Départ : {day}, jour où vous avez su : le bureau connaissait votre nouvelle adresse."
    ),
    "depart-reexpedie": N_("Départ : {day}, jour où La Poste a remis la lettre réexpédiée."),
    "depart-aide": N_(
        "Décision sur l’aide reçue le {on}. Elle ne peut plus être contestée après {length}. "
        "Départ : {day}."
    ),
    "un-an": N_(
        "La décision ne dit pas comment la contester, ou n’a pas été notifiée : "
        "il reste un an depuis le {day}."
    ),
    "pause": N_("Le médiateur de la caisse suspend le délai : {length} de plus, {day}."),
    "depart-envoi": N_(
        "Avis envoyé le {on}. Pour la loi, il est reçu après {length} francs. Départ : {day}."
    ),
    "prudent-depot": N_("Départ le plus prudent : {day}, jour d’arrivée sur le compte."),
    "prudent-date-ecrite": N_("Départ le plus prudent : {day}, la date la plus ancienne connue."),
    "prudent-envoi": N_("Départ le plus prudent : {day}, {length} après l’envoi."),
    "prudent-recu": N_("Départ le plus prudent : {day}, jour où l’avis est arrivé."),
    "prudent-refus-ne": N_("Départ le plus prudent : {day}, jour où le silence valait déjà refus."),
    "prudent-presentation": N_("Départ le plus prudent : {day}, jour du premier avis de passage."),
    "distance": N_("Délai de distance compris dans ce calcul : {length} de plus."),
    "fin-de-mois": N_("Ce mois n’a pas de {number} : on s’arrête à son dernier jour, {day}."),
    "franc": N_("Un jour de plus, accordé par la loi (délai franc) : {day}."),
    "sans-report": N_("Aucun report, même si ce jour est fermé : {day}."),
    "report-week-end": N_("Le {on} tombe en fin de semaine : report au {day}."),
    "report-ferie": N_("Le {on} est férié ({name}) : report au {day}."),
    "heure-inconnue": N_("L’heure n’est pas connue : on compte depuis le {day}."),
    "heures": N_("Plus {length}, d’heure à heure : {day}."),
    "changement-heure": N_("L’heure change cette nuit-là : l’heure la plus tôt est gardée, {day}."),
    "fin-annee": (
        N_("Jusqu’au 31 décembre de l’année suivante : {day}."),
        N_("Jusqu’au 31 décembre de la {n}e année suivante : {day}."),
    ),
    "expiration": N_("Votre titre finit le {day}."),
    "fenetre-ouvre": N_("Demande possible à partir du {day} ({name})."),
    "fenetre-ferme": N_("Demande à faire au plus tard le {day} ({name})."),
    "notification-delai": N_("La lettre reçue donne {length} : jusqu’au {day}."),
    "notification-jour": N_("La lettre reçue écrit son dernier jour : {day}."),
    "dernier-jour": N_("Dernier jour : {day}."),
    "jour-prudent": N_("Jour prudent, ouvrable et sans jour de grâce : {day}."),
}

WARNINGS: dict[str, str | tuple[str, str]] = {
    "urgence": N_("Urgent. Demandez de l’aide aujourd’hui : {contacts}."),
    "horloge-suspecte": N_(
        "La date de cet ordinateur ({day}) paraît fausse. Vérifiez-la : "
        "les jours donnés ici ne dépendent pas d’elle, mais ce qui est « passé » en dépend."
    ),
    "trop-tard": N_(
        "Le dernier jour était le {day}. Tout n’est pas perdu : "
        "vérifiez d’abord la date de départ et le délai écrit sur votre lettre."
    ),
    "jour-prudent-passe": N_(
        "Le jour prudent est passé : agissez dès aujourd’hui, sans attendre le {day}."
    ),
    "peut-etre-tard": N_(
        "Envoyez aujourd’hui. Le bureau peut dire que c’est trop tard. "
        "Comptée du jour le plus tardif, votre lettre est à temps."
    ),
    "peut-etre-tard-sans-jour": N_(
        "Envoyez aujourd’hui. Le bureau peut dire que c’est trop tard : c’est à lui de prouver le "
        "jour où la décision vous est arrivée."
    ),
    "compte-ouvert-tard": N_(
        "Vous aviez accepté les décisions par internet, et le message n’a pas été ouvert dans les "
        "quinze jours : le délai part du jour de son arrivée. Sans courriel ni texto d’alerte, "
        "dites-le dans la lettre."
    ),
    "compte-avec-accord": N_(
        "Vous avez ouvert le message dans les quinze jours : la loi compte de ce jour. "
        "Par prudence, comptez du jour où il est arrivé, le {day}."
    ),
    "compte-sans-accord": N_(
        "Comptez du jour où le message est arrivé sur le compte, le {day}, pas du jour où vous "
        "l’avez lu. Sans votre accord pour les décisions par internet, vous pouvez défendre "
        "l’autre jour ; aucun texte ne le garantit."
    ),
    "compte-jamais-ouvert": N_(
        "Aucun dernier jour légal n’est calculé : le jour où vous avez ouvert le message n’est pas "
        "connu. Comptez du jour où il est arrivé sur le compte."
    ),
    "sans-jour-recu": N_(
        "Aucun dernier jour légal n’est calculé : le jour d’arrivée n’est pas connu. "
        "Faites comme si le délai partait du {day}."
    ),
    "compter-de-la-date": N_(
        "Le délai part du jour où la lettre est arrivée, que le bureau doit prouver. "
        "Par prudence, comptez du {day}, la date la plus ancienne."
    ),
    "recu-selon-la-loi": N_(
        "Le jour où vous avez trouvé l’avis ne repousse rien. "
        "Suivez d’abord le dernier jour écrit sur l’avis, s’il est plus tôt."
    ),
    "secours-possible": N_(
        "Si votre lettre ne disait ni comment ni jusqu’à quand contester, "
        "vous pouvez encore agir jusqu’au {day}."
    ),
    "secours-inopposable": N_(
        "Si votre lettre ne disait ni comment ni jusqu’à quand contester, "
        "ce délai ne peut pas vous être opposé."
    ),
    "il-reste": N_("Il reste peut-être : {procedures}."),
    "refus-pas-ne": N_(
        "Le refus n’est pas encore né : il naîtra le {day} si personne ne répond. "
        "Une réponse écrite avant ce jour change tout."
    ),
    "accuse-de-reception": N_(
        "Ce délai ne peut vous être opposé que si l’accusé de réception disait comment et jusqu’à "
        "quand agir. Par prudence, respectez-le dans tous les cas."
    ),
    "sans-accuse": N_(
        "Sans accusé de réception qui dise comment agir, ce délai ne peut pas vous être opposé. "
        "Faites comme s’il courait."
    ),
    "ancienne-adresse-a-dire": N_(
        "Aucun dernier jour légal n’est calculé. Dites si le bureau connaissait votre adresse, et "
        "quel jour vous avez su. Faites comme si le délai partait du {day}."
    ),
    "silence-depuis": N_("Le silence se compte depuis : {since}."),
    "prematuree": N_("Trop tôt avant le {day} : une demande au tribunal serait refusée."),
    "delai-organisme-a-lire": N_(
        "Le temps laissé au préfet est écrit dans la décision de la commission : lisez-la."
    ),
    "autre-cas": N_(
        "Autre cas ({case}) : départ le {born}, dernier jour le {last}, jour prudent le {prudent}."
    ),
    "autre-cas-plus-tot": N_(
        "Plus court dans un autre cas ({case}) : départ le {born}, dernier jour le {last}. "
        "Dans le doute, agissez avant le {prudent}."
    ),
    "autre-suite": N_("Autre voie possible, selon le cas : {title} (dernier jour le {last})."),
    "garde-depassee": N_(
        "La lettre a été retirée après la fin de la garde : le premier avis de passage compte."
    ),
    "refus-expres-tardif-possible": N_(
        "Si un refus était déjà né du silence, et si son délai était fini, "
        "cette lettre ne rouvre rien : agissez au plus vite."
    ),
    "refus-expres-tardif": N_(
        "Un refus était déjà né du silence le {born}, et son délai a fini le {last} : "
        "cette lettre n’ouvre peut-être rien. Le jour prudent est celui du premier délai."
    ),
    "secours-un-an": N_(
        "L’année est un secours, pas un but : agissez dans le délai habituel, avant le {prudent} "
        "(dernier jour {last}), ou dès maintenant s’il est passé."
    ),
    "inopposable": N_(
        "La décision ne dit pas comment la contester : le délai ne peut pas vous être opposé. "
        "D’autres limites existent (prescription) : agissez dans le délai habituel, "
        "avant le {prudent}, ou dès maintenant s’il est passé."
    ),
    "distance-comptee": N_(
        "Un délai de distance est compté. Sans lui, le dernier jour serait le {last} : "
        "mieux vaut agir avant le {prudent}."
    ),
    "distance-non-comptee": N_("Aucun délai de distance n’est compté ici, par prudence."),
    "feries-locaux-inconnus": N_(
        "Les jours fériés propres à ce territoire ({place}) ne sont pas connus du programme : "
        "le jour prudent reste sûr."
    ),
    "vendredi-saint": N_(
        "Le Vendredi saint est compté comme férié : cela ne vaut que dans les communes "
        "ayant un temple protestant ou une église mixte."
    ),
    "date-reception": N_(
        "Votre lettre doit être reçue à temps : postez-la au moins cinq jours ouvrables avant, "
        "ou déposez-la contre un tampon."
    ),
    "date-enregistrement": N_(
        "Votre demande doit être enregistrée au greffe (l’accueil du tribunal) : jamais par la "
        "poste seule, mais au guichet ou par Télérecours citoyens."
    ),
    "aj-dans-le-delai": N_(
        "Ce nouveau délai ne vaut que si l’aide juridictionnelle a été demandée "
        "avant la fin du premier délai."
    ),
    "aj-demandee": N_(
        "Ce nouveau délai ne vaut que si le premier courait encore le {day}, jour de votre demande "
        "d’aide juridictionnelle."
    ),
    "a-savoir": N_("{text}"),
    "jour-discute": N_("Aucun texte ne fixe ce jour : le bureau peut en défendre un autre."),
    "garder": N_("{text}"),
    "fenetre-pas-ouverte": N_("Trop tôt : la demande ouvre le {day}."),
    "confiance-basse": N_(
        "Cette règle n’est pas assez sûre pour calculer une date. "
        "Suivez le délai écrit sur votre lettre, et faites-vous aider dès maintenant."
    ),
    "piege": N_("Piège : {text}"),
    "a-verifier": N_("Un point de cette règle reste à vérifier par un juriste (lue le {day})."),
    "regle-ancienne": N_(
        "Attention : cette règle a plus de {months} mois. "
        "Elle a pu changer : demandez à un point-justice ou à une France services."
    ),
    "regle-a-relire": N_(
        "Attention : cette règle, lue le {day}, a pu changer depuis. "
        "Demandez à un point-justice ou à une France services."
    ),
    "notification-meme-delai": N_(
        "La lettre reçue donne le même dernier jour que la loi : le {day}."
    ),
    "notification-plus-tot": N_(
        "La lettre reçue ne dit pas la même chose que la loi. La lettre : le {notice}. "
        "La loi : le {law}. Suivez le jour le plus proche : celui de la lettre."
    ),
    "notification-plus-tard": N_(
        "La lettre reçue ne dit pas la même chose que la loi. La lettre : le {notice}. "
        "La loi : le {law}. Visez celui de la loi. Le délai plus long de la lettre vous protège : "
        "gardez cette lettre."
    ),
    "notification-sans-effet": N_(
        "La lettre reçue ne dit pas la même chose que la loi. La lettre : le {notice}. "
        "La loi : le {law}. Suivez la loi : ici, un délai plus long écrit sur la lettre ne "
        "protège pas."
    ),
    "notification-prime": N_(
        "La notification que vous avez reçue prime : un délai plus court se respecte, "
        "un délai plus long vous protège."
    ),
    "notification-plus-courte": N_(
        "La notification que vous avez reçue prime si son délai est plus court ; "
        "s’il est plus long, ne comptez pas dessus."
    ),
}

CONFIDENCES: dict[str, str] = {
    "haute": N_("haute"),
    "moyenne": N_("moyenne"),
    "basse": N_("basse"),
}

MESSAGES: dict[str, str | tuple[str, str]] = {
    f"deadline-{kind}{code}": words
    for kind, table in (("", LABELS), ("step-", STEPS), ("warning-", WARNINGS))
    for code, words in table.items()
}
