"""Words of what is refused when an event is written in a dossier."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "until-before-asked": N_(
        "Le dernier jour pour donner le papier est avant le jour de la demande. "
        "Vérifiez les deux dates."
    ),
    "day-in-future": N_(
        "Ce jour n’est pas encore arrivé. Recopiez le jour qui est écrit sur votre papier."
    ),
    "day-too-old": N_("Ce jour est il y a plus de dix ans. Vérifiez l’année, puis recommencez."),
    "day-past": N_("Ce jour est passé. Écrivez le jour où vous voulez y penser."),
    "day-too-far": N_("Ce jour est dans plus de dix ans. Vérifiez l’année, puis recommencez."),
    "nothing-to-do": N_(
        "Écrivez en quelques mots ce qu’il y aura à faire, par exemple : appeler la Caf."
    ),
    "day-not-typed": N_(
        "Ce jour vient des réponses de votre lettre, ou d’un calcul. "
        "Retirez cette étape, puis notez celle qui convient."
    ),
    "something-follows": N_(
        "Retirez d’abord ce qui est venu après : la lettre reçue, puis la réponse. "
        "Ensuite, retirez cette étape."
    ),
    "posted-before-decision": N_(
        "Ce jour est avant celui où vous avez reçu la décision. "
        "Vérifiez les deux jours : corrigez celui qui est faux."
    ),
    "received-before-posted": N_(
        "Ce jour ne va pas : la lettre aurait été reçue avant d’être postée. "
        "Vérifiez les deux jours : corrigez celui qui est faux."
    ),
    "answered-before-posted": N_(
        "Ce jour ne va pas : la réponse serait arrivée avant que la lettre parte. "
        "Vérifiez les deux jours : corrigez celui qui est faux."
    ),
    "answered-before-received": N_(
        "Ce jour ne va pas : la réponse serait arrivée avant que l’organisme reçoive la lettre. "
        "Vérifiez les deux jours : corrigez celui qui est faux."
    ),
    "nothing-posted": N_(
        "Notez d’abord le jour où la lettre a été postée, et le jour où elle a été reçue. "
        "La suite se compte à partir de là."
    ),
}
