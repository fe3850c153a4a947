"""Words of the deadline engine: labels, steps, warnings, refusals.

Values at hand: ``{day}``, ``{last}``, ``{prudent}``, ``{born}``, ``{on}`` are dates in words;
``{length}`` is "2 mois"; ``{name}``, ``{title}``, ``{case}`` come from ``forms/law/``.
"""

from desktop_app.messages.mark import N_

LABELS: dict[str, str | tuple[str, str]] = {
    "label-envoi": N_("À poster au plus tard le {day}"),
    "label-reception": N_("Doit être REÇU au plus tard le {day}"),
    "label-enregistrement": N_("Doit être ENREGISTRÉ au greffe au plus tard le {day}"),
    "label-sans_objet": N_("À faire au plus tard le {day}"),
    "label-organisme": N_("L’organisme doit répondre au plus tard le {day}"),
    "label-organisme-over": N_("L’organisme devait répondre au plus tard le {day}"),
    "label-today": N_("dès aujourd’hui"),
    "label-today-envoi": N_("À poster dès aujourd’hui"),
    "label-today-reception": N_("À porter ou à envoyer dès aujourd’hui"),
    "label-today-enregistrement": N_("À faire ENREGISTRER au greffe dès aujourd’hui"),
    "label-today-sans_objet": N_("À faire dès aujourd’hui"),
    "label-before": N_("Avant ce jour, il est trop tôt pour aller plus loin."),
    "label-after": N_("Ce jour est passé : sans réponse, l’étape suivante est possible."),
    "label-last": N_("Dernier jour légal : {day}."),
    "label-last-too": N_("C’est aussi le dernier jour légal."),
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
    "label-events": N_("Événements possibles pour « {title} » :"),
    "label-of": N_("avec --of : {procedures}"),
    "advice-envoi": N_("Gardez la preuve de dépôt."),
    "label-notice": N_("La lettre reçue dit : jusqu’au {day}."),
    "unit-heures": (N_("{n} heure"), N_("{n} heures")),
    "unit-jours": (N_("{n} jour"), N_("{n} jours")),
    "unit-semaines": (N_("{n} semaine"), N_("{n} semaines")),
    "unit-mois": (N_("{n} mois"), N_("{n} mois")),
    "unit-annees": (N_("{n} an"), N_("{n} ans")),
    "rule-mf": N_(
        "Délai franc, en mois : le même jour du mois, puis un jour de plus ; "
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
        "le refus implicite naît le {day}, même un jour fermé."
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
    "depart-envoi": N_(
        "Avis envoyé le {on}. Pour la loi, il est reçu après {length} francs. Départ : {day}."
    ),
    "prudent-depot": N_("Départ le plus prudent : {day}, jour d’arrivée sur le compte."),
    "prudent-date-ecrite": N_("Départ le plus prudent : {day}, la date la plus ancienne connue."),
    "prudent-envoi": N_("Départ le plus prudent : {day}, {length} après l’envoi."),
    "prudent-recu": N_("Départ le plus prudent : {day}, jour où l’avis est arrivé."),
    "distance": N_("Délai de distance compris dans ce calcul : {length} de plus."),
    "fin-de-mois": N_("Ce mois n’a pas de {number} : on s’arrête à son dernier jour, {day}."),
    "franc": N_("Délai franc : un jour de plus, {day}."),
    "sans-report": N_("Aucun report, même si ce jour est fermé : {day}."),
    "report-week-end": N_("Le {on} tombe en fin de semaine : report au {day}."),
    "report-ferie": N_("Le {on} est férié ({name}) : report au {day}."),
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
    "urgence": N_("URGENT. Demandez de l’aide aujourd’hui : {contacts}."),
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
    "compter-de-la-presentation": N_(
        "Plus prudent encore : compter depuis le premier avis de passage, "
        "donc agir avant le {prudent}."
    ),
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
        "Votre lettre doit être REÇUE à temps : postez-la au moins cinq jours ouvrables avant, "
        "ou déposez-la contre un tampon."
    ),
    "date-enregistrement": N_(
        "Votre demande doit être ENREGISTRÉE au greffe : jamais par la poste seule, "
        "mais au guichet ou par Télérecours citoyens."
    ),
    "aj-dans-le-delai": N_(
        "Ce nouveau délai ne vaut que si l’aide juridictionnelle a été demandée "
        "avant la fin du premier délai."
    ),
    "fenetre-pas-ouverte": N_("Trop tôt : la demande ouvre le {day}."),
    "confiance-basse": N_(
        "Cette règle n’est pas assez sûre pour calculer une date. "
        "Suivez le délai écrit sur votre lettre, et faites-vous aider dès maintenant."
    ),
    "piege": N_("Piège : {text}"),
    "a-verifier": N_("Un point de cette règle reste à vérifier par un juriste (lue le {day})."),
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

ERRORS: dict[str, str | tuple[str, str]] = {
    "notice-not-understood": N_(
        "Ce délai ne se comprend pas. Écrivez par exemple : 2 mois, 30 jours, 15 jours."
    ),
    "notice-not-expected": N_(
        "Ce qui s’est passé n’est pas une lettre reçue : elle ne donne pas de délai."
    ),
    "unknown-procedure": N_("Aucune démarche ne porte ce nom."),
    "unknown-procedure-near": N_("Ce nom de démarche est inconnu."),
    "place-elsewhere": N_(
        "Là-bas, la règle n’est pas la même : aucune date n’est donnée. "
        "Voyez d’abord : urgent {emergency}."
    ),
    "place-needed": N_(
        "Dites d’abord où la décision a été remise : --territory metropole, ou le territoire. "
        "La règle n’est pas la même à : {territories}."
    ),
    "unknown-place": N_("Ce lieu n’est pas dans la liste de cette urgence : {places}."),
    "unknown-emergency": N_("Aucune urgence ne porte ce nom. Sans nom : la liste."),
    "unknown-emergency-near": N_("Ce nom d’urgence est inconnu."),
    "no-such-case": N_("Aucune lettre ne correspond. Sans nom : la liste."),
    "no-such-case-near": N_("Ce nom de cas est inconnu."),
    "unknown-event": N_("Cet événement est inconnu. Événements possibles ici : {events}."),
    "unknown-event-near": N_("Ce nom d’événement est inconnu."),
    "unknown-territory": N_("Ce territoire est inconnu. Territoires possibles : {territories}."),
    "unknown-territory-near": N_("Ce nom de territoire est inconnu."),
    "event-does-not-fit": N_(
        "Cet événement ne fait pas partir le délai de cette démarche. "
        "Ceux qui conviennent : {events}."
    ),
    "no-deadline": N_("Aucune date n’est à calculer pour cette démarche. Délai : {words}."),
    "of-needed": N_(
        "Dites de quelle démarche il s’agit avec --of : celle qui a été refusée "
        "ou laissée sans réponse. Possibles : {procedures}."
    ),
    "of-does-not-fit": N_(
        "La démarche donnée avec --of ne mène pas à celle-ci. Celles qui y mènent : {procedures}."
    ),
    "of-not-expected": N_("Aucune démarche n’est attendue avec --of pour cet événement."),
    "silence-opens-nothing": N_(
        "Le silence sur cette démarche n’ouvre aucun délai. Il signifie : {meaning}."
    ),
    "picked-up-needed": N_(
        "Donnez avec --picked-up le jour où la lettre a été retirée au guichet. "
        "Si elle ne l’a pas été, l’événement est lrar-non-retiree."
    ),
    "picked-up-not-expected": N_("--picked-up ne va qu’avec l’événement lrar-retiree."),
    "picked-up-before-presentation": N_(
        "La lettre ne peut pas être retirée avant le premier passage du facteur. "
        "Vérifiez les deux dates sur l’avis de passage."
    ),
    "opened-not-expected": N_("--opened et --agreed ne vont qu’avec l’événement compte-en-ligne."),
    "opened-before-arrival": N_(
        "Le message ne peut pas être ouvert avant d’être arrivé sur le compte. "
        "Vérifiez les deux dates."
    ),
    "received-not-expected": N_(
        "--received ne va qu’avec un événement dont la date est écrite ou envoyée, "
        "comme lettre-simple."
    ),
    "received-before-date": N_(
        "La lettre ne peut pas arriver avant la date écrite dessus. Vérifiez les deux dates."
    ),
    "hour-needed": N_(
        "Ce délai se compte en heures : donnez aussi l’heure écrite sur la décision, "
        "par exemple 2026-12-04T16:30."
    ),
    "hour-not-expected": N_("Ce délai se compte en jours : donnez la date sans heure."),
    "date-in-future": N_(
        "Cette date est dans le futur. Recopiez celle qui figure sur la lettre, "
        "ou donnez avec --today le jour à partir duquel calculer."
    ),
    "date-too-old": N_(
        "Cette date a plus de {years} ans : vérifiez l’année, écrite avec quatre chiffres."
    ),
    "answer-before-request": N_(
        "Le refus ne peut pas être venu avant la réception de la demande. Vérifiez les deux dates."
    ),
    "date-not-understood": N_(
        "Cette date n’est pas comprise. Écrivez l’année, le mois et le jour : 2026-11-24."
    ),
    "hour-not-understood": N_("Écrivez l’heure ainsi : 16:30."),
    "date-does-not-exist": N_(
        "Ce jour n’existe pas dans le calendrier. Vérifiez le jour et le mois, puis recommencez."
    ),
    "year-not-plausible": N_(
        "Cette année n’est pas possible : écrivez-la avec ses quatre chiffres, "
        "entre {first} et {last}."
    ),
    "event-needed": N_(
        "Dites ce qui s’est passé avec --event, et quand avec --date. "
        "Pour voir les événements possibles : --events."
    ),
    "law-invalid": N_(
        "Les règles de droit du programme sont abîmées ou mal écrites : "
        "corrigez les endroits indiqués."
    ),
    "law-too-big": N_("Ce fichier est trop gros."),
    "law-syntax": N_("La syntaxe TOML est fausse à cet endroit."),
    "law-not-a-table": N_("Une table est attendue ici."),
    "law-unknown-key": N_("Cette clé n’existe pas."),
    "law-missing-key": N_("Il manque cette clé."),
    "law-bad-value": N_("Cette valeur ne convient pas ({expected})."),
    "law-columns": N_("Les colonnes du tableau ne sont pas celles attendues."),
    "law-delay-or-text": N_("Il faut « delay » ou « delay_text », et jamais les deux."),
    "law-date-type": N_("Un délai demande de dire quelle date compte : « sans_objet » ne va pas."),
    "law-without-notice": N_(
        "« without_notice » va avec l’événement sans-voies-et-delais, et seulement avec lui."
    ),
    "law-empty": N_("Il faut au moins une valeur."),
    "law-next-or-step": N_("Il faut « procedure » ou « step », et jamais les deux."),
    "law-step-opened": N_("« opened_by » ne va qu’avec « procedure »."),
    "law-delay-value": N_("Cette durée n’est pas possible ici."),
    "law-franc-months": N_("Un délai franc se compte en mois."),
    "law-distance-franc": N_("Le délai de distance ne va qu’avec un délai franc."),
    "law-extension-unit": N_("Un délai de cette unité n’est pas prolongé."),
    "law-unknown-procedure": N_("Cette démarche n’existe pas."),
    "law-unknown-event": N_("Cet événement n’existe pas."),
    "law-unknown-emergency": N_("Cette page d’urgence n’existe pas."),
    "law-place-not-asked": N_(
        "Une démarche de cette page dépend du lieu : « asks » doit le demander, "
        "avec un choix pour cette page et un pour l’autre."
    ),
    "law-unknown-source": N_("Cette source n’est pas dans sources.toml."),
    "law-unknown-territory": N_("Ce territoire n’existe pas."),
    "law-unknown-title": N_("Ce titre n’est pas dans bodies.toml."),
    "law-unknown-body": N_("Cet organisme n’est pas dans bodies.toml."),
    "law-unknown-family": N_("Cette famille n’existe pas."),
    "law-title-agrees": N_(
        "L’appel commence la lettre par le titre de l’adresse, et finit par une virgule."
    ),
    "law-address-source": N_(
        "Une adresse dit d’où elle vient et sa confiance ; sans adresse, ni l’une ni l’autre."
    ),
    "law-bad-text": N_("Ce texte n’est pas écrit comme ceux d’un modèle."),
    "law-cut": N_("Ce titre est trop court pour dire ce que c’est."),
    "law-seen-later": N_("Ce jour de lecture n’est pas encore venu."),
    "law-bad-day": N_("Ce jour n’existe pas : écrivez mois-jour, comme « 01-01 »."),
    "law-rule-needed": N_("Il manque la règle « {code} », sur laquelle un calcul repose."),
    "law-missing-file": N_("Ce fichier manque, ou ne peut pas être lu."),
    "law-unknown-court": N_("Ce tribunal n’est pas dans courts.toml."),
    "law-opens-nothing": N_("La démarche suivante n’attend pas cet événement."),
    "law-silence-needed": N_(
        "La suite part d’un silence qui vaut refus : il faut un « silence » de cet effet."
    ),
    "law-event-needs": N_("Cet événement demande la clé « waiting » ou « window »."),
    "law-urgent-untold": N_("Cette démarche est pressée : une page d’urgence doit la nommer."),
    "law-holiday-day": N_("Il faut « on » ou « easter », et jamais les deux."),
    "law-twice": N_("Deux fichiers portent ce nom : un identifiant ne sert qu’une fois."),
    "law-file-name": N_("L’identifiant doit être le nom du fichier."),
    "law-folder-name": N_("La famille doit être le nom du dossier."),
}

CONFIDENCES: dict[str, str] = {
    "haute": N_("haute"),
    "moyenne": N_("moyenne"),
    "basse": N_("basse"),
}

MESSAGES: dict[str, str | tuple[str, str]] = ERRORS | {
    f"deadline-{kind}{code}": words
    for kind, table in (("", LABELS), ("step-", STEPS), ("warning-", WARNINGS))
    for code, words in table.items()
}
