"""What the program says in questions made of a PDF: sentences with places for the paper's words.

The same as in ``core/generic/own_words.py``; the first that fits a label is its shape.
"""

from desktop_app.messages.mark import N_

SHAPES: dict[str, str] = {
    "part": N_("Page {page} : {title}"),
    "page": N_("Page {page}"),
    "numbered": N_("Case {n}, page {page}"),
    "numbered-square": N_("Faut-il cocher la case {n}, page {page} ?"),
    "one-square": N_("Faut-il cocher : {words} ?"),
    "squares": N_("Que faut-il cocher ?"),
    "kept": N_("Le formulaire porte déjà : {words}. Laissez vide pour le garder."),
    "others": N_("Autres cases, {title}"),
    "follows": N_("{words} (suite)"),
    "before-at": N_("{words} (avant le @)"),
    "after-at": N_("{words} (après le @)"),
    "signed-at": N_("Fait à"),
    "signed-on": N_("Fait le"),
    "civility": N_("Madame ou Monsieur"),
    "option": N_("Réponse {n}"),
    "line": N_("{words} (ligne {n})"),
    "nth": N_("{words} ({n})"),
    "add-person": N_("Ajouter une personne ?"),
    "add-line": N_("Ajouter une ligne ?"),
    "room": N_("Lignes libres sur le papier : {n}."),
    "untitled": N_("Formulaire"),
    "you": N_("Vous"),
    "address": N_("Votre adresse"),
    "contact": N_("Comment vous joindre"),
    "bank": N_("Votre compte en banque"),
    "numbers": N_("Vos numéros"),
}
