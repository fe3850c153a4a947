"""The pages to try a printer: one laid over an envelope, one measured with a ruler."""

from desktop_app import i18n
from desktop_app.core.documents.trial import EnvelopeTrial, PrinterTrial
from desktop_app.pages.paper import final

ADDRESS = (
    "Adresse d’essai",
    "Service du courrier",
    "12 RUE DES TILLEULS",
    "BP 123",
    "38000 GRENOBLE",
)
"""Of nobody: as tall and as wide as most."""


def envelope_trial() -> EnvelopeTrial:
    """Return what is said on the page to lay over an envelope."""
    steps = (
        i18n.text("Imprimez cette page en taille réelle (100 %), sans « ajuster à la page »."),
        i18n.text("Pliez sur les pointillés, glissez la feuille au milieu de votre enveloppe."),
        i18n.text("Toute l’adresse doit se voir dans la fenêtre, et rien d’autre de la lettre."),
        i18n.text(
            "Sinon, lisez l’échelle couchée au bord gauche de la fenêtre : "
            "c’est la correction en largeur."
        ),
        i18n.text(
            "Lisez l’échelle debout au bord haut de la fenêtre : c’est la correction en hauteur."
        ),
        i18n.text(
            "Écrivez ces deux nombres, avec leur signe, dans « Décaler l’adresse » (page Imprimer)."
        ),
    )
    return EnvelopeTrial(
        language=i18n.current(),
        title=final(i18n.text("Page d’essai")),
        envelope=final(i18n.text("Enveloppe à fenêtre {size}")),
        address=ADDRESS,
        fold=final(i18n.text("Pliez ici")),
        steps=tuple(map(final, steps)),
        ruler=final(i18n.text("La règle ci-dessous doit mesurer 100 mm juste.")),
    )


def printer_trial() -> PrinterTrial:
    """Return what is said on the page to measure."""
    paragraphs = (
        i18n.text(
            "1. Mesurez la règle couchée : du premier au dernier trait, 100 mm. Sinon, "
            "l’imprimante agrandit ou réduit : choisissez « taille réelle ». Si cela ne suffit "
            "pas, écrivez la longueur mesurée dans « longueur de la règle » (--ruler)."
        ),
        i18n.text(
            "2. Mesurez du bord gauche de la feuille au trait debout d’un coin de gauche : 10 mm. "
            "S’il y a 2 mm de trop, écrivez −2 dans « vers la droite » (--dx -2)."
        ),
        i18n.text(
            "3. Mesurez du bord bas de la feuille au trait couché d’un coin du bas : 10 mm. "
            "S’il y a 2 mm de trop, écrivez 2 dans « vers le bas » (--dy -2)."
        ),
    )
    return PrinterTrial(
        final(i18n.text("Page d’essai : imprimez-la à 100 %, sans « ajuster à la page ».")),
        tuple(map(final, paragraphs)),
        final(
            i18n.text(
                "Cette page est déjà corrigée : "
                "ajoutez l’écart qui reste à celui que vous aviez écrit."
            )
        ),
    )
