"""Which file, or where: places first, then what is in one of them. No name of a file is kept."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from desktop_app import i18n
from desktop_app.core import file_names
from desktop_app.core.answers.group import Asked
from desktop_app.core.folder import Entry, Listing, Place
from desktop_app.core.packs.model import Question
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible
from desktop_app.pages.foot import back
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Block,
    Choice,
    Drawing,
    Found,
    Gesture,
    Live,
    Long,
    Loss,
    Page,
    Problem,
    Row,
    Search,
    Status,
    Take,
    Text,
)
from desktop_app.pages.wanted import fits, may_drop, not_wanted
from desktop_app.workflow.irreversible import Irreversible

AT_ONCE = 20
"""Files shown at first, and at a time."""
FOLDERS_AT_ONCE, MOST_FOLDERS = 8, 200
SOUGHT_FROM = 8
"""Where there is less, all of it is seen at once, and no box stands before it."""
PLACES, ELSEWHERE, INSIDE, FILES = "places", "elsewhere", "inside", "files"
"""Places of the page: where to look, a path to type, what is in a folder; the box that seeks."""
PATH, NAME = "path", "name"
KILO, MEGA = 1000, 1_000_000


@record(frozen=True)
class Pick(Gesture):
    """Take this file."""

    path: str


@record(frozen=True)
class Elsewhere(Gesture):
    """Show where one types a path."""


@record(frozen=True)
class ShowFolders(Gesture):
    """Show all the folders that are here."""


@record(frozen=True)
class TakeHere(Gesture):
    """Take the folder in view."""


@record(frozen=True)
class ChooseNothing(Gesture):
    """Choose nothing."""


@record(frozen=True)
class ReplaceAnyway(Loss):
    """Write in the place of the file that has this name."""

    path: str


@record(frozen=True)
class KeepBoth(Gesture):
    """Write beside it, under this path."""

    path: str


# ---------------------------------------------------------------- where to look


def places(asked: to.Choosing, found: Sequence[Place], *, public: bool) -> Page:
    """Return where one may look; ``public``: keys alone are proposed."""
    heading = asked.words
    if public and not found:
        heading = i18n.text("Branchez une clé USB, puis choisissez-la")
    blocks: tuple[Block, ...] = (
        Live(PLACES, where(asked, found)),
        Text(i18n.text("Une clé USB se montre ici dès qu’elle est branchée."), "hint"),
        *((may_drop(),) if isinstance(asked, to.OpenFile) else ()),
        *(() if public else (_elsewhere(),)),
    )
    return Page(heading, blocks, (back(),), (asked.words,) if heading != asked.words else ())


def where(asked: to.Choosing, found: Sequence[Place]) -> tuple[Block, ...]:
    """Return the places, keys first where a file is best written on one."""
    keys_first = isinstance(asked, to.SaveFile) and asked.on_a_key
    ordered = sorted(found, key=lambda one: keys_first and one.kind != "key")
    return tuple(
        Choice(
            name_of(one),
            replace(asked, folder=one.path),
            "clé" if one.kind == "key" else "documents",
        )
        for one in ordered
    )


def name_of(place: Place) -> str:
    """Return how a place is called."""
    if place.kind == "key":
        return i18n.text("Clé USB « {name} »").format(name=shown(place.name))
    return {
        "documents": i18n.text("Documents"),
        "desktop": i18n.text("Bureau"),
        "pictures": i18n.text("Images et photos"),
        "downloads": i18n.text("Téléchargements"),
        "home": i18n.text("Dossier personnel"),
    }[place.kind]


def plugged(place: Place) -> str:
    """Return what is heard when a key is plugged in."""
    return i18n.text("{name} : branchée.").format(name=name_of(place))


def pulled(place: Place) -> str:
    """Return what is heard when a key is pulled."""
    return i18n.text("{name} : retirée.").format(name=name_of(place))


def stays_here() -> str:
    """Return why nothing is taken from, or put on, a public computer's own disk."""
    return i18n.text("Ce dossier reste ici : d’autres l’ouvriront. Choisissez votre clé USB.")


def _elsewhere() -> Live:
    choice = Choice(i18n.text("Chercher ailleurs"), Elsewhere(), "inconnu")
    return Live(ELSEWHERE, (choice,))


def path() -> tuple[Block, ...]:
    """Return where a path is typed."""
    label = i18n.text("Chemin du fichier ou du dossier")
    hint = i18n.text("Écrivez-le, ou collez-le.")
    question = Question(id=PATH, kind="text", label=label, hint=hint, required=True)
    asked = Ask(PATH, (Asked(question, characters=60),))
    return (asked, Action(i18n.text("Y aller"), Take(PATH)))


def cleaned(typed: str) -> str:
    """Return a path that was typed or pasted, without what other programs put around it."""
    return typed.strip().strip("\"'").removeprefix("file://")


def lead(asked: to.Choosing, path: str, kind: str) -> to.Choosing | Pick | str | None:
    """Return where a path leads: there, or to a file; or why not, None where nothing is.

    ``kind``: what is there, as ``folders.what_is`` tells.
    """
    if kind == "folder":
        return replace(asked, folder=path)
    if kind == "file" and isinstance(asked, to.OpenFile):
        return Pick(path) if fits(asked.kind, path) else not_wanted(asked.kind)
    return no_folder() if kind else None


def no_folder() -> str:
    """Return why one cannot look into it."""
    return i18n.text("Ce n’est pas un dossier. Écrivez le chemin d’un dossier.")


# ---------------------------------------------------------------- in a folder


def folder(asked: to.Choosing, trail: str) -> Page:
    """Return the page of a folder, which is being read; ``trail`` says where it is."""
    told = i18n.text("Dans : {folder}").format(folder=trail)
    blocks = (Text(told, "hint"), Status(lasting=True), Live(INSIDE))
    leave = Action(i18n.text("Ne rien choisir"), ChooseNothing(), "plain")
    return Page(asked.words, blocks, (back("secondary"), leave), (told,))


def trail_of(path: Sequence[str], place: Place | None) -> str:
    """Return where a folder is: its place, then the folders that lead there."""
    first = (name_of(place),) if place is not None else ()
    return " › ".join((*first, *map(shown, path)))


def inside(
    asked: to.Choosing, found: Listing, today: dt.date, *, all_folders: bool = False
) -> tuple[Block, ...]:
    """Return what is in a folder, and what can be done there."""
    folders = _folders(asked, found, all_folders=all_folders)
    match asked:
        case to.OpenFile():
            return (*folders, *_files(asked, found, today))
        case to.SaveFile():
            return (*(_save(asked) if found.writable else (_no_right(),)), *folders)
        case to.PickFolder(written=True) if not found.writable:
            return (_no_right(), *folders)
        case _:
            here = Action(i18n.text("Choisir ce dossier"), TakeHere(), "primary")
            return (here, *folders)


def heard(asked: to.Choosing, found: Listing) -> str:
    """Return what is heard once a folder is read."""
    folders = i18n.plural("{n} dossier", "{n} dossiers", len(found.folders))
    if not isinstance(asked, to.OpenFile):
        return f"{folders}."
    files = i18n.plural("{n} fichier", "{n} fichiers", len(found.files))
    return i18n.text("{folders}, {files}.").format(folders=folders, files=files)


def files(asked: to.OpenFile, found: Listing, typed: str, skip: int, today: dt.date) -> Found:
    """Return the next files that have these words in their name, newest first."""
    sought = found.sought(typed)
    now = sought[skip : skip + AT_ONCE]
    lines = [_line(asked, one, skip + n, len(sought), today) for n, one in enumerate(now, 1)]
    left = max(0, len(sought) - skip - len(now))
    words = i18n.plural("{n} fichier.", "{n} fichiers, les plus récents d’abord.", len(sought))
    if not sought:
        words = i18n.text("Rien de ce nom dans ce dossier.") if typed.strip() else ""
    return Found(words, Long(tuple(lines), AT_ONCE), left)


def gone() -> Problem:
    """Return what is said when a key is pulled while one looks into it."""
    return Problem(i18n.text("La clé n’est plus là. Remettez-la, ou revenez en arrière."))


def stopped() -> str:
    """Return what is said once one waits no more for a folder."""
    return i18n.text("Arrêté. Ce dossier ne répond pas : revenez en arrière, ou recommencez.")


def reading() -> str:
    """Return what is said while a folder is read."""
    return i18n.text("Le dossier est lu…")


def taken_name(path: str, other: str) -> Problem:
    """Ask whether a file goes, once one wants to write under its name; ``other`` is free."""
    name = shown(path.replace("\\", "/").rpartition("/")[2])
    free = shown(other.replace("\\", "/").rpartition("/")[2])
    words = i18n.text("Un fichier « {name} » est déjà là. Il n’est pas changé.").format(name=name)
    both = i18n.text("Garder les deux : enregistrer sous « {name} »").format(name=free)
    over = i18n.text("Remplacer l’ancien fichier")
    ways = (Action(both, KeepBoth(other)), Action(over, ReplaceAnyway(path)))
    return Problem(words, ways, asks=True)


def shown(name: str) -> str:
    """Return the name of a file as it may be shown: signs that cannot be seen are told."""
    return "".join(one if one.isprintable() else "\N{REPLACEMENT CHARACTER}" for one in name)


def day_words(moment: dt.datetime, today: dt.date) -> str:
    """Return when a file was changed last."""
    day = moment.date()
    if day == today:
        return i18n.text("aujourd’hui")
    if day == today - dt.timedelta(days=1):
        return i18n.text("hier")
    return i18n.long_date(day)


def size_words(size: int) -> str:
    """Return how large a file is, as one says it."""
    if size < MEGA:
        return i18n.text("{n} ko").format(n=i18n.number(max(1, round(size / KILO))))
    if size >= 1000 * MEGA:
        return i18n.text("{n} Go").format(n=i18n.number(size / MEGA / 1000, 1))
    millions = size / MEGA
    return i18n.text("{n} Mo").format(n=i18n.number(millions, 1 if millions < 10 else 0))


def _files(asked: to.OpenFile, found: Listing, today: dt.date) -> tuple[Block, ...]:
    if not found.files:
        none = {
            "pdf": i18n.text("Aucun PDF dans ce dossier."),
            "image": i18n.text("Aucune image dans ce dossier."),
            "paper": i18n.text("Aucune photo et aucun PDF dans ce dossier."),
            "backup": i18n.text("Aucune sauvegarde dans ce dossier."),
            "delivery": i18n.text("Aucun fichier à installer dans ce dossier."),
            "figures": i18n.text("Aucun fichier « .toml » dans ce dossier."),
            "table": i18n.text("Aucune liste « .xlsx » ou « .csv » dans ce dossier."),
            "model": i18n.text("Aucun modèle « .docx » ou « .odt » dans ce dossier."),
        }[asked.kind]
        return (Text(none), *_not_shown(found))
    first = files(asked, found, "", 0, today)
    if len(found.files) + len(found.folders) < SOUGHT_FROM:
        return (Text(first.words, "hint"), first.shown, *_not_shown(found))
    return (Search(FILES, i18n.text("Chercher un nom"), first), *_not_shown(found))


def _not_shown(found: Listing) -> tuple[Text, ...]:
    words = i18n.plural(
        "{n} fichier d’une autre sorte n’est pas montré.",
        "{n} fichiers d’une autre sorte ne sont pas montrés.",
        found.others,
    )
    others = (Text(words, "hint"),) if found.others else ()
    return (*((_cut(),) if found.cut else ()), *others)


def _line(asked: to.OpenFile, one: Entry, place: int, of: int, today: dt.date) -> Choice:
    ranked = i18n.text("{n} sur {total}").format(n=place, total=of)
    if one.folder:
        words = i18n.text("{name} (dossier)").format(name=shown(one.name))
        return Choice(words, replace(asked, folder=one.path), "documents", ranked)
    told = f"{day_words(one.modified, today)}, {size_words(one.size)}"
    drawing: Drawing = "image" if fits("image", one.path) else "papier"
    if asked.kind == "backup":
        drawing = "coffre"
    name = shown(one.name)
    return Choice(f"{name}\n{told}", Pick(one.path), drawing, ranked, f"{name}, {told}")


def _folders(asked: to.Choosing, found: Listing, *, all_folders: bool) -> tuple[Block, ...]:
    if not found.folders:
        return ()
    most = MOST_FOLDERS if all_folders else FOLDERS_AT_ONCE
    some = tuple(
        Choice(shown(one.name), replace(asked, folder=one.path), "documents")
        for one in found.folders[:most]
    )
    left = len(found.folders) - len(some)
    words = i18n.plural("Voir {n} autre dossier", "Voir les {n} autres dossiers", left)
    more = (Action(words, ShowFolders(), "plain"),) if left and not all_folders else ()
    cut = (_cut(),) if left and all_folders else ()
    return (Text(i18n.text("Dossiers"), "subheading"), Row((*some, *more)), *cut)


def _cut() -> Text:
    return Text(i18n.text("Ce dossier est trop grand : tout n’y est pas montré."), "hint")


def _save(asked: to.SaveFile) -> tuple[Block, ...]:
    ending = ending_of(asked.name)
    label = i18n.text("Nom du fichier")
    hint = i18n.text("Ce nom ne dit rien de vous. Vous pouvez le changer.")
    question = Question(id=NAME, kind="text", label=label, hint=hint, required=True)
    name = Asked(question, lambda typed: file_names.checked(str(typed), ending), characters=40)
    return (
        Ask(NAME, (name,), {NAME: asked.name}),
        irreversible.before(Irreversible.COPY_OUT),
        Action(i18n.text("Enregistrer ici"), Take(NAME), "primary"),
    )


def ending_of(name: str) -> str:
    """Return the ending of a name that is proposed: ".pdf"."""
    return f".{name.rpartition('.')[2]}" if "." in name else ""


def _no_right() -> Text:
    return Text(i18n.text("On peut lire dans ce dossier, pas y écrire. Choisissez-en un autre."))
