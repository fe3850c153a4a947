""" "Je ne sais pas", at the end of each list of cases: where to look, who helps, and a way on."""

from desktop_app import i18n
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Block, Choice, Does, Unfold


def who_wrote() -> Unfold:
    """Return where a letter says who wrote it."""
    where = i18n.text(
        "Regardez en haut à gauche de la lettre, ou le dessin près du nom. "
        "Le bureau y écrit son nom : la Caf, la CPAM, la préfecture… "
        "Il est aussi au dos de l’enveloppe, et près de la signature."
    )
    return Unfold(i18n.text("Je ne sais pas"), where, "inconnu")


def whom_to_ask() -> Unfold:
    """Return who says, for nothing, which office gives what."""
    where = i18n.text(
        "Demandez à la mairie, à son centre d’action sociale (CCAS), ou dans une France services : "
        "on vous dit gratuitement quel bureau donne quoi. Ou écrivez plus bas avec vos mots."
    )
    return Unfold(i18n.text("Je ne sais pas à qui demander"), where, "inconnu")


def which_form() -> Unfold:
    """Return where a form bears its name, and what to do where it has none."""
    where = i18n.text(
        "Son numéro est en haut ou en bas de la première page, souvent avec une étoile : "
        "15692*01. Son titre est écrit en gros. Si vous l’avez en PDF, ouvrez-le : le programme "
        "le reconnaît, ou vous aide à le remplir case par case."
    )
    return Unfold(i18n.text("Je ne sais pas quel formulaire"), where, "inconnu")


def what_it_says(place: to.Destination | None) -> tuple[Block, ...]:
    """Return where a letter says what it wants, and the way to have it explained.

    ``place``: None where this stands among what a letter may say already.
    """
    where = i18n.text(
        "Lisez la ligne « Objet », les mots en gras, et cherchez une somme et une date. « Vous "
        "devez », « trop-perçu » : on vous réclame de l’argent. « Rejet », « vous n’avez pas "
        "droit » : c’est un refus. « Suspension », « fin de droit » : on arrête de vous payer. "
        "Une France services ou un point-justice la lit avec vous, gratuitement."
    )
    told = Unfold(i18n.text("Je ne sais pas"), where, "inconnu")
    if place is None:
        return (told,)
    return (told, Choice(i18n.text("Demander qu’on m’explique la lettre"), place, "lettre"))


def what_to_want() -> Unfold:
    """Return who looks with a person at what she may ask."""
    where = i18n.text(
        "Une assistante sociale, une France services ou un point-justice regardent avec vous, "
        "gratuitement, ce que vous pouvez demander. Apportez vos dernières lettres."
    )
    return Unfold(i18n.text("Je ne sais pas ce que je peux demander"), where, "inconnu")


def which_case(own_words: Does | None = None) -> tuple[Block, ...]:
    """Return where a letter names its matter, and who helps; ``own_words``: a letter of one's own.

    It is for who finds her case nowhere in the list, too.
    """
    where = i18n.text(
        "Le nom de l’aide ou du papier est à côté de « Objet », de la somme ou de la date. "
        "Le bureau qui a écrit peut vous le dire. Une France services ou un "
        "point-justice regarde la lettre avec vous, gratuitement."
    )
    told = Unfold(i18n.text("Je ne sais pas, ou aucun de ces cas"), where, "inconnu")
    if own_words is None:
        return (told,)
    return (told, Choice(own_letter(), own_words, "lettre"))


def own_letter() -> str:
    """Return how the letter of one's own is offered where no other is."""
    return i18n.text("Écrire ma propre lettre, avec mes mots")


def which_delay() -> tuple[Block, ...]:
    """Return where a delay is written, and the page that finds it with its letter."""
    where = i18n.text(
        "Le délai est écrit à la fin ou au dos de la lettre : « vous disposez de deux mois »… "
        "Un point-justice le cherche avec vous, gratuitement. Ne laissez pas passer le temps."
    )
    told = Unfold(i18n.text("Je ne sais pas, ou aucun de ces cas"), where, "inconnu")
    words = i18n.text("Quel délai pour répondre à ma lettre ?")
    return (told, Choice(words, to.WhichDelay(), "semaine"))


def which_danger() -> tuple[Block, ...]:
    """Return whom to call whatever happens, and the way to say it with one's own words."""
    where = i18n.text(
        "En danger maintenant : appelez le 17 ou le 112. Sans toit ce soir : le 115. Pour le "
        "reste, un point-justice, une France services ou une assistante sociale regarde avec vous, "
        "gratuitement, ce qui presse."
    )
    told = Unfold(i18n.text("Je ne sais pas, ou aucun de ces cas"), where, "inconnu")
    letter = Choice(i18n.text("J’ai reçu une lettre"), to.Find("lettre"), "lettre")
    return (told, letter)
