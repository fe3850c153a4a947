"""What comes on a stick: who signed it, what it changes, and a choice before it changes."""

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages.foot import back, home
from desktop_app.pages.page import (
    Action,
    Block,
    Card,
    Fact,
    Gesture,
    Keep,
    Listed,
    Live,
    Long,
    Loss,
    Own,
    Page,
    Problem,
    Steps,
    Text,
)
from desktop_app.pages.wanted import may_drop
from desktop_app.sentences import delivery_words as words_of

if TYPE_CHECKING:
    from desktop_app.core.delivery import Installed, ProgramDelivery, Publisher
    from desktop_app.workflow.matter.law_moved import MovedDay
    from desktop_app.workflow.packs.arriving import Arrived, Changes

ASKED, PLACED, WORKING = "delivery", "placed", "working"
"""What the page asks; the place of what is here already; where it is told how far one is."""
AT_ONCE = 12
"""Things of one kind that are listed at first."""


@record(frozen=True)
class Accept(Gesture):
    """Put in place what was shown."""


@record(frozen=True)
class Decline(Gesture):
    """Leave everything as it is."""


@record(frozen=True)
class AskToUndo(Loss):
    """Ask before a delivery gives way to its former version."""

    one: "Installed"


@record(frozen=True)
class UndoDelivery(Loss):
    """Come back to the former version; without one, take the delivery away."""

    name: str


def wanted() -> to.OpenFile:
    """Return what asks for the file."""
    return to.OpenFile(ASKED, i18n.text("Où est le fichier reçu ?"), "delivery")


def page(*, may_change: bool) -> Page:
    """Return the page that asks for the file; ``may_change``: else the manager alone does."""
    heading = i18n.text("Installer ce qui vient d’une clé USB")
    if not may_change:
        told = i18n.sentence("update-by-manager")
        return Page(heading, (Text(told), Live(PLACED)), (back(),))
    lead = i18n.text(
        "Une nouvelle version du programme, ou de nouvelles lettres, peuvent arriver par une clé "
        "USB. Rien ne change avant votre accord."
    )
    blocks = (
        Text(lead),
        Action(i18n.text("Choisir le fichier"), wanted(), "primary"),
        may_drop(),
        Own(WORKING),
        Live(PLACED),
    )
    return Page(heading, blocks, (back(),))


def arrived(one: "Arrived", moved: "Sequence[MovedDay]" = ()) -> Page:
    """Return what was verified, and what accepting it changes; ``moved``: of the dossiers here."""
    found = one.delivery
    blocks: tuple[Block, ...] = (
        Text(words_of.verified(), "done"),
        Card(
            found.title,
            (
                *_who(found.publisher),
                *_version(found.version, found.made_on, found.former),
            ),
        ),
        *((Text(words_of.first_time()),) if found.publisher.standing == "new" else ()),
        Text(i18n.text("Ce qui change"), "subheading"),
        *_dossiers(moved),
        *changes(one.changes),
        Text(words_of.when_used(), "hint"),
        Own(WORKING),
    )
    first = words_of.first_time() if found.publisher.standing == "new" else ""
    yes = _install(found.title, found.publisher, first)
    no = Action(i18n.text("Ne rien changer"), Decline())
    return Page(i18n.text("Voici ce que contient ce fichier"), blocks, (yes, no))


def _dossiers(moved: "Sequence[MovedDay]") -> Iterator[Block]:
    """Yield which dates of the open safe the law that arrives would move."""
    if not moved:
        return
    from desktop_app.sentences import law_words

    title = i18n.plural(
        "Dans vos dossiers, {n} date changera",
        "Dans vos dossiers, {n} dates changeront",
        len(moved),
    )
    lines = tuple(Text(law_words.would_move(one)) for one in moved)
    told = Text(i18n.text("Chaque dossier vous le dira, et rien n’y changera avant."), "hint")
    yield Card(title, (Long(lines, AT_ONCE), told))


def _install(title: str, publisher: "Publisher", more: str = "") -> Action:
    """Return what installs; who signed what is heard with it, for cards are read by eye alone."""
    who = [i18n.labelled(one.label, one.value) for one in _who(publisher)]
    about = "\n".join(filter(None, (title, *who, more)))
    return Action(i18n.text("Installer"), Accept(), "primary", about=about)


def program(found: "ProgramDelivery", here: str, *, replaces: bool) -> Page:
    """Return a version of the program that was verified; ``here``: the version that runs."""
    facts = (*_who(found.publisher), *_version(found.version, found.made_on, here))
    said: tuple[Block, ...] = tuple(
        Text(line) for line in found.news.splitlines() if line.strip()
    ) or (Text(i18n.text("L’éditeur n’a rien écrit sur ce qui change.")),)
    mine = replaces and found.kind == "folder"
    how: tuple[Block, ...] = (
        (Text(words_of.program_kept(), "hint"), Own(WORKING))
        if mine
        else (Steps(words_of.replaced_how(found.kind, found.file)),)
    )
    blocks = (
        Text(words_of.verified(), "done"),
        Card(i18n.text("Papier libre"), facts),
        Text(i18n.text("Ce qui change"), "subheading"),
        *said,
        *how,
    )
    no = Action(i18n.text("Ne rien changer"), Decline())
    yes = _install(i18n.text("Papier libre"), found.publisher)
    heading = i18n.text("Voici ce que contient ce fichier")
    return Page(heading, blocks, (yes, no) if mine else (back(),))


def program_done(found: "ProgramDelivery", folder: str, *, beside: bool) -> Page:
    """Return what was put in place; ``beside``: in another folder, as Windows wants it."""
    said = i18n.text("La version {version} est installée.").format(version=found.version)
    if beside:
        where = i18n.text("Elle est dans un dossier à côté : {folder}").format(folder=folder)
        then = i18n.text(
            "Fermez le programme. Si l’ancien dossier contient « papiers », déplacez-le dans le "
            "nouveau. Ensuite, ouvrez le programme du nouveau dossier."
        )
    else:
        where = i18n.text("Vos papiers n’ont pas bougé. La version d’avant est gardée.")
        then = i18n.text("Fermez le programme maintenant, puis ouvrez-le de nouveau.")
    blocks = (Text(said, "done"), Text(where), Text(then))
    return Page(i18n.text("Installer ce qui vient d’une clé USB"), blocks, (home(),))


def program_undone(folder: str) -> Page:
    """Return that the former version is back."""
    said = i18n.text("La version d’avant est revenue. Fermez le programme, puis ouvrez-le.")
    blocks = (Text(said, "done"), Text(folder, "hint"))
    return Page(i18n.text("Revenir à la version d’avant"), blocks, (home(),))


def changes(found: "Changes") -> Iterator[Block]:
    """Yield what changes in letters, addresses and delays, the gravest first."""
    count = 0
    for title, lines in words_of.changes(found):
        count += 1
        shown = tuple(Text(line) for line in lines)
        yield Card(title, (Long(shown, AT_ONCE),) if len(shown) > AT_ONCE else (Listed(lines),))
    if not count:
        yield Text(i18n.text("Les textes sont les mêmes que ceux d’ici."))


def done(one: "Arrived") -> Page:
    """Return what was put in place, and what comes next."""
    said = i18n.text("C’est installé : {title}, version {version}.")
    said = said.format(title=one.delivery.title, version=one.delivery.version)
    again = i18n.text(
        "Fermez le programme, puis ouvrez-le de nouveau : il s’en servira alors. "
        "La version d’avant est gardée."
    )
    blocks = (Text(said, "done"), Text(again))
    return Page(i18n.text("Installer ce qui vient d’une clé USB"), blocks, (home(),))


def placed(found: "Sequence[Installed]", *, may_change: bool) -> tuple[Block, ...]:
    """Return what is here already, each with what undoes it."""
    if not found:
        return (Text(i18n.text("Rien n’est encore venu d’une clé USB."), "hint"),)
    heading = Text(i18n.text("Déjà venu d’une clé USB"), "subheading")
    return (heading, *(_placed(one, may_change) for one in found))


def to_undo(one: "Installed") -> Problem:
    """Return what is asked before a delivery is undone."""
    if one.former:
        words = i18n.text("Revenir à la version {former} de « {title} » ?")
    else:
        words = i18n.text("Retirer « {title} » de cet ordinateur ?")
    no = Action(i18n.text("Non, ne rien changer"), Keep())
    yes = Action(_undoes(one), UndoDelivery(one.name))
    return Problem(words.format(former=one.former, title=one.title), (no, yes), asks=True)


def undone(one: "Installed") -> Page:
    """Return what was undone, and from when on."""
    said = i18n.text("C’est retiré. Le programme n’y pensera plus au prochain démarrage.")
    if one.former:
        said = i18n.text("La version {former} est revenue. Elle servira au prochain démarrage.")
    return Page(one.title, (Text(said.format(former=one.former), "done"),), (home(),))


def signed(file: str) -> Page:
    """Return that a delivery was signed, to whoever publishes."""
    said = i18n.text("Signé, et relu : {file}").format(file=file)
    key = i18n.text("Gardez la clé secrète ailleurs que sur la clé USB que vous donnez.")
    heading = i18n.text("La livraison est signée")
    return Page(heading, (Text(said, "done"), Text(key)), (home(),))


def _placed(one: "Installed", may_change: bool) -> Card:
    facts: tuple[Block, ...] = (
        Fact(i18n.text("Éditeur"), one.publisher),
        *_version(one.version, one.made_on, ""),
        *((Text(words_of.contained(), "hint"),) if one.ours and not one.used else ()),
    )
    if not may_change:
        return Card(one.title, facts)
    words = _undoes(one)
    action = Action(words, AskToUndo(one), "plain", i18n.labelled(words, one.title))
    return Card(one.title, (*facts, action))


def _undoes(one: "Installed") -> str:
    if one.former:
        return i18n.text("Revenir à la version {former}").format(former=one.former)
    return i18n.text("Retirer")


def _who(publisher: "Publisher") -> Iterator[Fact]:
    yield Fact(i18n.text("Éditeur"), publisher.name)
    yield Fact(i18n.text("Connu ici"), words_of.standing(publisher))
    yield Fact(i18n.text("Les six mots de sa clé"), " ".join(publisher.words))


def _version(version: str, made_on: dt.date, former: str) -> Iterator[Block]:
    said = i18n.text("{version}, du {day}")
    yield Fact(i18n.text("Version"), said.format(version=version, day=i18n.long_date(made_on)))
    if former:
        yield Fact(i18n.text("Version d’ici"), former)
