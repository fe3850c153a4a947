"""What the program says in questions made of a PDF: sentences with places for the paper's words.

The same as in ``core/definitions/generic/own_words.py``; the first that fits a label is its shape.
"""

from desktop_app.messages.mark import N_

SHAPES = (
    N_("Page {page} : {title}"),
    N_("Page {page}"),
    N_("Case {n}, page {page}"),
    N_("Faut-il cocher la case {n}, page {page} ?"),
    N_("Faut-il cocher : {words} ?"),
    N_("Que faut-il cocher ?"),
    N_("Le formulaire porte déjà : {words}. Laissez vide pour le garder."),
    N_("{words} (suite)"),
    N_("{words} (avant le @)"),
    N_("{words} (après le @)"),
    N_("Madame ou Monsieur"),
    N_("Réponse {n}"),
    N_("Formulaire"),
)
