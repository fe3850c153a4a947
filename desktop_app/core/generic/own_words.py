"""What the program itself says in questions that it makes of a PDF, around the words read there.

The shown form is translated (``messages/generic.py`` lists the same sentences); drafts and packs
keep the French one.
"""

import re

PAGE = "Page {page}"
PART = "Page {page} : {title}"
NUMBERED = "Case {n}, page {page}"
FOLLOWS = "{words} (suite)"
BEFORE_AT = "{words} (avant le @)"
AFTER_AT = "{words} (après le @)"
SIGNED_AT = "Fait à"
SIGNED_ON = "Fait le"
CIVILITY = "Madame ou Monsieur"
OPTION = "Réponse {n}"
LINE = "{words} (ligne {n})"
NTH = "{words} ({n})"
CELL = "{row} ({column})"
"""As the child names a box of a table."""
PATH = " : "
"""Between the words of a row or a part and those of a box."""
LIST_OF_SQUARES = "Que faut-il cocher ?"
ONE_SQUARE = "Faut-il cocher : {words} ?"
NUMBERED_SQUARE = "Faut-il cocher la case {n}, page {page} ?"
KEPT = "Le formulaire porte déjà : {words}. Laissez vide pour le garder."
OTHERS = "Autres cases, {title}"
ADD_PERSON = "Ajouter une personne ?"
ADD_LINE = "Ajouter une ligne ?"
ROOM = "Lignes libres sur le papier : {n}."
UNTITLED = "Formulaire"
YOU = "Vous"
ADDRESS = "Votre adresse"
CONTACT = "Comment vous joindre"
BANK = "Votre compte en banque"
NUMBERS = "Vos numéros"

ALL = (
    PAGE,
    PART,
    NUMBERED,
    FOLLOWS,
    BEFORE_AT,
    AFTER_AT,
    SIGNED_AT,
    SIGNED_ON,
    CIVILITY,
    OPTION,
    LINE,
    NTH,
    LIST_OF_SQUARES,
    NUMBERED_SQUARE,
    ONE_SQUARE,
    KEPT,
    OTHERS,
    ADD_PERSON,
    ADD_LINE,
    ROOM,
    UNTITLED,
    YOU,
    ADDRESS,
    CONTACT,
    BANK,
    NUMBERS,
)

_NUMBER = re.compile(re.escape(NUMBERED).replace(r"\{n\}", r"\d+").replace(r"\{page\}", r"\d+"))


def is_number(label: str) -> bool:
    """Whether a label only counts its box: nothing on the paper names it."""
    return _NUMBER.fullmatch(label) is not None


def tells_kept(hint: str) -> bool:
    """Whether a hint tells what one copy of the paper bears already."""
    return hint.startswith(KEPT.partition("{")[0])
