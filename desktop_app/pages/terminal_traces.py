"""What the test of a public terminal found: nothing left, or where; on the screen and on paper."""

import datetime as dt
from collections.abc import Iterator

from desktop_app import i18n
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.terminal_trial import Doubt, Found, Looked
from desktop_app.pages.page import Block, Card, Listed, Page, Text
from desktop_app.pages.paper import sheet

MOST = 20
"""Places that are named: more tell nothing more."""


def terminal_traces(found: Found, day: dt.date) -> Sheet:
    """Return the page on paper."""
    return sheet(lambda: page(found, day), "traces", i18n.text("Pour qui gère la borne"))


def written(file: str) -> str:
    """Return what is said once it is written."""
    return i18n.text("Le résultat est écrit, à imprimer : {file}").format(file=file)


def page(found: Found, day: dt.date) -> Page:
    """Return the page."""
    heading = (
        i18n.text("Rien n’est resté")
        if found.nothing_left
        else i18n.text("Il reste quelque chose de la séance")
    )
    told = i18n.text(
        "Le {day}, une séance d’essai a été écrite dans la vraie fenêtre, puis finie. Ses mots, "
        "tirés au hasard, ont été cherchés ensuite."
    ).format(day=i18n.long_date(day))
    blocks: list[Block] = [Text(told), Listed(tuple(map(_looked, found.places)))]
    for one in found.places:
        if one.found:
            shown = tuple(filter(None, one.found[:MOST]))
            inside: tuple[Block, ...] = (Listed(shown),) if shown else ()
            blocks.append(Card(_left()[one.where], inside))
    if found.doubts:
        blocks.append(Card(i18n.text("À régler"), tuple(map(Text, _doubted(found.doubts)))))
    blocks.append(
        Text(
            i18n.text(
                "Pas cherché, faute de pouvoir : ce qui est effacé mais encore sur le disque, le "
                "fichier d’échange, la mémoire de l’imprimante."
            ),
            "hint",
        )
    )
    return Page(heading, tuple(blocks), ())


def _looked(one: Looked) -> str:
    name = {
        "disk": i18n.text("Dossiers de la personne, fichiers passagers, réglages"),
        "memory": i18n.text("Mémoire du programme"),
        "paste": i18n.text("Presse-papiers"),
        "queue": i18n.text("File d’impression"),
    }[one.where]
    return i18n.labelled(name, " ".join(_said(one)))


def _said(one: Looked) -> Iterator[str]:
    if not one.looked:
        yield i18n.text("pas cherché sur ce système.")
        return
    if one.where in ("disk", "queue"):
        yield i18n.plural(
            "{n} fichier changé depuis, lu en entier ;",
            "{n} fichiers changés depuis, lus en entier ;",
            one.count,
        )
    if one.where == "memory":
        yield i18n.text("{n} Mo lus ;").format(n=i18n.number(one.count))
    yield i18n.text("trouvé.") if one.found else i18n.text("rien.")
    if one.refused:
        yield i18n.plural(
            "{n} n’a pas pu être lu : lancez l’essai en gestionnaire.",
            "{n} n’ont pas pu être lus : lancez l’essai en gestionnaire.",
            one.refused,
        )


def _left() -> dict[str, str]:
    return {
        "disk": i18n.text("Sur le disque"),
        "memory": i18n.text("En mémoire"),
        "paste": i18n.text("À coller"),
        "queue": i18n.text("Dans la file d’impression"),
    }


def _doubted(doubts: tuple[Doubt, ...]) -> Iterator[str]:
    said: dict[Doubt, str] = {
        "home": i18n.text(
            "Cet ordinateur n’est pas encore une borne : faites « papier-libre setup --public »."
        ),
        "rights": i18n.text(
            "Le fichier de la borne est abîmé, ou d’autres que le gestionnaire peuvent l’écrire."
        ),
        "line": i18n.text("Une ligne du fichier de la borne n’est pas comprise."),
        "swap": i18n.text(
            "Le fichier d’échange est allumé : chiffrez-le, ou éteignez-le (page du gestionnaire)."
        ),
        "screen": i18n.text("Aucun écran n’était là : la séance d’essai n’a été vue de personne."),
    }
    yield from (said[one] for one in doubts)
