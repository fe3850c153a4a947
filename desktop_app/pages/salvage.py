"""All that can still be read of a damaged safe, written out in clear, and what could not."""

from desktop_app import i18n
from desktop_app.core.safe_reports import Exported
from desktop_app.pages import safe_care
from desktop_app.pages.destinations import OpenSafe, PickFolder, Restore
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import TakeAllOut
from desktop_app.pages.page import Action, Block, Listed, Live, Page, Secret, Status, Table, Text
from desktop_app.pages.taken_out import in_clear

PHRASE, WHERE = "phrase", "where"
"""Where the phrase is typed; the place where the folder is named."""


def asking(*, phrase: bool, name: str = "") -> Page:
    """Return what is asked first; ``phrase``: it is. ``name``: of the folder chosen."""
    told = i18n.text(
        "Tout ce qui se lit est copié dans un nouveau dossier, un par personne, avec une page qui "
        "le "
        "présente. Le coffre reste comme il est."
    )
    choose = PickFolder(WHERE, i18n.text("Où mettre ce qui se lit ?"), written=True)
    asked = (Secret(PHRASE, i18n.text("Votre phrase secrète"), TakeAllOut()),)
    blocks: tuple[Block, ...] = (
        Text(told),
        Text(in_clear()),
        Live(WHERE, chosen(name)),
        Action(i18n.text("Choisir le dossier"), choose),
        *(asked if phrase else ()),
        Status(lasting=True),
    )
    words = safe_care.take_out_words()
    return Page(words, blocks, (Action(words, TakeAllOut(), "primary"), back()), (told, in_clear()))


def chosen(name: str) -> tuple[Text]:
    """Return in which folder it will be."""
    if not name:
        return (Text(no_folder()),)
    return (Text(i18n.text("Dossier : {name}").format(name=name)),)


def no_folder() -> str:
    """Say that no folder was chosen."""
    return i18n.text("Choisissez d’abord un dossier.")


def going_on() -> str:
    """Say that it is being done."""
    return i18n.text("Le coffre est lu, page par page…")


def stopped() -> str:
    """Say that it was stopped: what came out until then is there."""
    return i18n.text("Arrêté. Ce qui était sorti reste dans le dossier.")


def folder_name() -> str:
    """Return the name of the folder that is made: nothing of a person is in it."""
    return i18n.text("sorti du coffre")


def taken_out(found: Exported, ways: tuple[Action, ...] = (), where: str = "") -> Page:
    """Return what came out and what did not; ``ways``: what mends it; ``where``: the folder."""
    count = i18n.plural("{n} document sorti.", "{n} documents sortis.", found.documents)
    blocks: tuple[Block, ...] = (
        Text(count),
        *((Text(i18n.text("Dossier : {name}").format(name=where)),) if where else ()),
        *_unnamed(found.unnamed),
        Text(i18n.text("Pour tout retrouver, ouvrez le fichier « index.html » de ce dossier.")),
        Text(in_clear()),
        *_lost(found),
        *ways,
    )
    return Page(safe_care.take_out_words(), blocks, (), (count, in_clear()))


def restoring(found: Exported, folder: str) -> tuple[Action, ...]:
    """Return what brings the newest good backup back, where something is lost."""
    if found.newest_good_backup is None:
        return ()
    name, day = found.newest_good_backup
    there = Restore(backup=f"{folder}/{name}", day=day)
    return (Action(safe_care.restore_words(day), there),)


def to_open(folder: str) -> Action:
    """Return what asks for the phrase again."""
    return Action(i18n.text("Ouvrir le coffre"), OpenSafe(folder=folder))


def _unnamed(count: int) -> tuple[Text, ...]:
    told = i18n.plural(
        "{n} d’entre eux a perdu sa fiche : son nom est un reste, ou « sans titre ».",
        "{n} d’entre eux ont perdu leur fiche : leur nom est un reste, ou « sans titre ».",
        count,
    )
    return (Text(told),) if count else ()


def _lost(found: Exported) -> tuple[Block, ...]:
    if not (found.lost or found.lost_rows):
        return ()
    told = Text(i18n.text("Ceci n’a pas pu être lu ; cherchez-le dans une sauvegarde :"))
    titles = tuple(f"{title} ({document})" for document, title in found.lost)
    listed = (Listed(titles),) if titles else ()
    good = found.newest_good_backup
    mends = (Text(safe_care.what_mends(good)),) if good is not None else ()
    return (told, *listed, _table(found), *mends)


def _table(found: Exported) -> Table:
    """Return, for each kind of thing, how many came out and how many did not."""
    kinds = {
        "person": i18n.text("Personnes"),
        "person_value": i18n.text("Ce qui est su d’elles"),
        "household": i18n.text("Foyers"),
        "dossier": i18n.text("Dossiers"),
        "draft": i18n.text("Papiers commencés"),
        "event": i18n.text("Événements"),
        "document": i18n.text("Fiches de documents"),
    }
    head = (i18n.text("Quoi"), i18n.text("Sortis"), i18n.text("Perdus, au plus"))
    rows = (
        (name, str(found.rows.get(table, 0)), str(found.lost_rows.get(table, 0)))
        for table, name in kinds.items()
    )
    return Table(head, tuple(rows))
