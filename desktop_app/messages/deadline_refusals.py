"""Words of what is wrong with a question put to the deadline engine."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
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
    "opened-not-expected": N_(
        "--opened et --agreed ne vont qu’avec un message sur un compte (compte-en-ligne, lre…)."
    ),
    "address-not-expected": N_("--address ne va qu’avec l’événement ancienne-adresse."),
    "receipt-not-expected": N_(
        "--acknowledged ne va qu’avec l’événement rejet-implicite (une demande sans réponse)."
    ),
    "asked-not-expected": N_(
        "--asked ne va qu’avec une décision sur l’aide juridictionnelle (aj-refusee, aj-caduque…)."
    ),
    "asked-after-answer": N_(
        "L’aide ne peut pas être demandée après la décision qui y répond. Vérifiez les deux dates."
    ),
    "judge-not-expected": N_("--judge ne sert pas ici : il n’y a qu’un juge possible."),
    "remedies-not-expected": N_(
        "Nous ne savons pas ce que change, pour cette démarche, une lettre qui ne dit pas comment "
        "contester. Ôtez --no-remedies, et comptez le délai habituel."
    ),
    "pause-not-expected": N_(
        "Aucun médiateur ne suspend le délai de cette démarche : ôtez --paused-from et "
        "--paused-until."
    ),
    "pause-ends-before": N_(
        "La médiation ne peut pas finir avant d’avoir commencé. Vérifiez les deux dates."
    ),
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
}
