"""Words of what is wrong in a definition of figures, for the office's manager."""

from desktop_app.messages.mark import N_

MESSAGES: dict[str, str | tuple[str, str]] = {
    "invalid-figures": N_(
        "Ce fichier ne dit pas quoi compter : corrigez les endroits indiqués. Celui du programme "
        "peut servir de modèle."
    ),
    "figures-too-big": N_("Ce fichier est trop gros (au plus {limit} ko)."),
    "figures-not-text": N_("Ce fichier n’est pas un texte simple."),
    "figures-none": N_("Il faut au moins un tableau « [[figure]] »."),
    "figures-least": N_("Le plus petit groupe montré est de {least} au moins."),
    "figures-by": N_("Cela ne se compte pas ainsi. Choisissez parmi : {known}."),
    "figures-twice": N_("Un autre tableau compte déjà la même chose de la même façon."),
    "figures-linked": N_(
        "La même chose est comptée par thème et par organisme : un tableau rendrait ce que l’autre "
        "cache. Gardez-en un."
    ),
    "figures-linked-papers": N_(
        "« papers » compte déjà les lettres et les formulaires ensemble : gardez « papers », ou "
        "« letters » et « forms »."
    ),
    "figures-group-month": N_("Des mois ne se regroupent pas."),
    "figures-others": N_("Avec des groupes, « others » doit nommer la ligne du reste."),
    "figures-value": N_("Cette valeur n’existe pas. Choisissez parmi : {known}."),
    "figures-value-twice": N_("Une valeur est déjà dans un autre groupe."),
    "no-such-period": N_("Cette période finit avant de commencer, ou dure plus de dix ans."),
    "month-misspelt": N_(
        "Écrivez une année (--year 2026), ou deux mois (--from 2026-01 --to 2026-06)."
    ),
    "no-such-set": N_("Aucun jeu de chiffres n’a ce nom. Il y a : {known}."),
}
