"""Words of what is refused when an event is written in a dossier."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "day-in-future": N_(
        "Ce jour n’est pas encore arrivé. Recopiez le jour qui est écrit sur votre papier."
    ),
    "no-answer-chosen": N_("Choisissez ce que dit la réponse, parmi celles de la liste."),
    "nothing-posted": N_(
        "Notez d’abord le jour où la lettre a été postée, et le jour où elle a été reçue. "
        "La suite se compte à partir de là."
    ),
}
