"""Dossiers à effacer: who is due, erased one by one or together, kept longer, and the certificate.

Nobody is named in the list: whoever sees the screen reads initials and numbers.
"""

from collections.abc import Iterator, Sequence

from desktop_app import i18n
from desktop_app.core.agreements import Due
from desktop_app.core.answers.group import Asked
from desktop_app.core.documents.sheet import Sheet
from desktop_app.core.office import Office
from desktop_app.core.packs.model import Choice as Option
from desktop_app.core.packs.model import Question
from desktop_app.core.record import record
from desktop_app.pages import destinations as to
from desktop_app.pages import irreversible
from desktop_app.pages.foot import back
from desktop_app.pages.gestures import PrintSheet, SaveSheet
from desktop_app.pages.office_consent import held
from desktop_app.pages.page import (  # fmt: skip
    Action,
    Ask,
    Back,
    Block,
    Card,
    Fact,
    Gesture,
    Listed,
    Long,
    Loss,
    Own,
    Page,
    Problem,
    Row,
    Take,
    Text,
)
from desktop_app.pages.paper import sheet
from desktop_app.sentences.person_words import discreet, numbered
from desktop_app.workflow.irreversible import Irreversible
from desktop_app.workflow.office.erasing import Certificate, Subject
from desktop_app.workflow.office.retention import AT_ONCE, ToErase

SURE, STATE, KEEP, UNTIL, REASON = "sure", "state", "keep", "until", "reason"
"""The box that is ticked first; the line for what happens; until when one keeps, and why."""


@record(frozen=True)
class Erase(Loss):
    """Erase them: the second gesture, once the box is ticked."""


@record(frozen=True)
class More(Gesture):
    """Show those that come after the first ``skip``."""

    skip: int


@record(frozen=True)
class NothingMore(Gesture):
    """Keep nothing new of her; what there is stays until it is erased."""


def heading() -> str:
    """Return the title of the list."""
    return i18n.text("Dossiers à effacer")


def listed(found: ToErase, office: Office, *, allowed: bool = True, skip: int = 0) -> Page:
    """Return who is due, from the ``skip`` first on; ``allowed``: who is at work may erase."""
    months = i18n.plural("{n} mois", "{n} mois", office.months)
    rule = i18n.text("Personne n’est venu, et rien ne s’est passé, depuis {months}.")
    told = rule.format(months=months)
    if not found.total:
        none = i18n.text("Aucun dossier à effacer. La limite est de {months} sans contact.")
        words = none.format(months=months)
        return Page(heading(), (Text(words),), (register(), back()), lead=(words,))
    count = i18n.plural("{n} dossier à effacer.", "{n} dossiers à effacer.", found.total)
    shown = skip + len(found.due)
    more = found.total - shown
    blocks: tuple[Block, ...] = (
        Text(f"{count} {told}"),
        *(() if allowed else (Text(asks_responsable()),)),
        *(_together(found.due) if allowed else ()),
        Long(tuple(_card(one, allowed=allowed) for one in found.due), AT_ONCE),
    )
    words = i18n.plural("{n} dossier de plus", "{n} dossiers de plus", more)
    follow = (Action(words, More(shown)),) if more > 0 else ()
    return Page(heading(), blocks, (*follow, register(), back()), lead=(count,))


def register() -> Action:
    """Return what leads to the register, where each erasure has its line."""
    return Action(i18n.text("Voir le registre"), to.Register(), "plain")


def confirm(whose: Sequence[Subject], *, withdrawn: bool) -> Page:
    """Return what is asked before: how much, and that nothing brings it back from here."""
    if not whose:
        return _gone_meanwhile()
    lines = tuple(_subject_line(one) for one in whose)
    erase = Action(i18n.text("Effacer pour toujours"), Erase())
    told = irreversible.words(Irreversible.ERASE_MATTER)
    stays = i18n.text(
        "Reste au registre : une ligne avec la date, le numéro et la raison, sans nom. "
        "Les chiffres de l’année restent justes."
    )
    why = i18n.text("Raison, sans aucun nom")
    reason = Question(id=REASON, kind="text", label=why)
    asked = (_tick(), Asked(reason)) if not withdrawn else (_tick(),)
    blocks: tuple[Block, ...] = (
        Listed(lines),
        Text(told),
        Ask(SURE, asked),
        Row((Action(i18n.text("Ne rien effacer"), Back(), "primary"), erase)),
        Own(STATE),
        Text(stays, "hint"),
    )
    return Page(i18n.text("Effacer pour toujours ?"), blocks, (), lead=lines[:1])


def withdraw(one: Subject | None) -> Page:
    """Return what a person may ask who agrees no more: all erased now, or nothing added."""
    if one is None:
        return _gone_meanwhile()
    kept = held(one.gone)
    told = (
        i18n.text("Gardé en ce moment : {what}.").format(what=kept)
        if kept
        else i18n.text("Rien d’autre que son nom n’est gardé.")
    )
    erase = to.EraseForGood(((one.kind, one.id),), withdrawn=True)
    blocks: tuple[Block, ...] = (
        Text(told),
        Card(
            i18n.text("Tout effacer maintenant"),
            (
                Text(i18n.text("Ses dossiers, ses papiers et ses dates aussi. Rien ne revient.")),
                Action(i18n.text("Tout effacer maintenant"), erase),
            ),
        ),
        Card(
            i18n.text("Ne plus rien ajouter"),
            (
                Text(
                    i18n.text(
                        "Ce qui existe reste le temps de finir, et vient aux dossiers à effacer. "
                        "Ses mandats se terminent."
                    )
                ),
                Action(i18n.text("Ne plus rien ajouter"), NothingMore()),
            ),
        ),
    )
    return Page(i18n.text("Elle ne veut plus que l’on garde"), blocks, (back(),), lead=(told,))


def nothing_more() -> str:
    """Say what was done."""
    return i18n.text("C’est noté : plus rien ne sera gardé d’elle. Ses mandats sont terminés.")


def keep_longer(one: Subject | None) -> Page:
    """Return until when, and why, somebody is kept beyond what the office said."""
    if one is None:
        return _gone_meanwhile()
    until = Question(id=UNTIL, kind="date", label=i18n.text("Jusqu’à quel jour ?"), required=True)
    why = Question(
        id=REASON,
        kind="text",
        label=i18n.text("Pour quelle raison ?"),
        hint=i18n.text("Par exemple : un procès dure encore. N’écrivez aucun nom."),
        required=True,
    )
    keep = Action(i18n.text("Garder encore"), Take(KEEP), "primary")
    blocks: tuple[Block, ...] = (Text(_who(one)), Ask(KEEP, (Asked(until), Asked(why))))
    return Page(i18n.text("Garder encore"), blocks, (keep, back()))


def too_early() -> Problem:
    """Return what is wrong with a day that is over."""
    return Problem(i18n.text("Ce jour est passé : choisissez un jour à venir."))


def is_kept() -> str:
    """Say that somebody is kept longer."""
    return i18n.text("C’est noté au registre : ce dossier est gardé encore.")


def erasing() -> str:
    """Say what is being done."""
    return i18n.text("On efface, puis les sauvegardes sont refaites…")


def not_ticked() -> Problem:
    """Say that the box is not ticked."""
    return Problem(i18n.text("Rien n’est effacé : cochez d’abord la case."))


def asks_responsable() -> str:
    """Say that the office keeps this for its responsable."""
    return i18n.text("Dans ce bureau, c’est un responsable qui efface. Montrez-lui cette liste.")


def reason(office: Office, *, withdrawn: bool) -> str:
    """Return what the register says where the helper wrote nothing."""
    if withdrawn:
        return i18n.text("À sa demande")
    months = i18n.plural("{n} mois", "{n} mois", office.months)
    return i18n.text("Sans contact depuis {months}").format(months=months)


def done(found: Sequence[Certificate]) -> Page:
    """Return what was erased, when, and what may still hold it; with what prints it for her."""
    out = Row(
        (
            Action(i18n.text("Imprimer l’attestation"), PrintSheet(), "primary"),
            Action(i18n.text("Enregistrer en PDF"), SaveSheet()),
        )
    )
    first = i18n.text("Imprimez maintenant : après cette page, le programme ne sait plus son nom.")
    erased = [Text(_erased_line(one, one.name)) for one in found]
    blocks: tuple[Block, ...] = (
        *erased,
        out,
        _before(),
        Text(first, "hint"),
        Own(STATE),
        *_held(found[0]),
    )
    return Page(i18n.text("C’est effacé"), blocks, (back(),), lead=(erased[0].words,))


def _before() -> Block:
    return irreversible.before(Irreversible.PRINT, Irreversible.COPY_OUT)


def certificate(one: Certificate, office: Office) -> Sheet:
    """Return the certificate for one person, on paper."""
    use = i18n.text("À remettre à la personne")
    return sheet(lambda: on_paper(one, office), "erasure", use)


def on_paper(one: Certificate, office: Office) -> Page:
    """Return it without what is pressed, with a line to sign on."""
    made = i18n.text("Fait le {day}.").format(day=i18n.long_date(one.on))
    by = (Text(office.name, "label"),) if office.name else ()
    blocks: tuple[Block, ...] = (
        *by,
        Text(made),
        Text(_erased_line(one, one.name)),
        Text(i18n.text("Le programme ne peut plus les faire revenir.")),
        *_held(one),
        Text(_register(one)),
        Fact(i18n.text("Signature pour l’association"), "", signs=True),
    )
    return Page(i18n.text("Attestation d’effacement"), blocks, ())


def file_name() -> str:
    """Return the name proposed for the file: it names nobody."""
    return f"{i18n.text('attestation')}.pdf"


def _register(one: Certificate) -> str:
    told = i18n.text("Le registre garde une ligne : la date, le numéro et la raison, sans nom.")
    if one.number is None:
        return told
    number = i18n.text("Votre dossier était le {number}.").format(number=numbered(one.number))
    return f"{told} {number}"


def _erased_line(one: Certificate, name: str) -> str:
    what = held(one.gone) or i18n.text("son nom, seul gardé")
    words = i18n.text("{name} : tout ce qui était gardé est effacé, soit {what}.")
    return words.format(name=name, what=what)


def _held(one: Certificate) -> Iterator[Block]:
    """Yield what still holds it, and until when, as far as it is known."""
    own = (
        i18n.text(
            "Les sauvegardes de ce coffre en gardent encore une trace, jusqu’à sa prochaine "
            "ouverture : elles sont refaites alors."
        )
        if one.in_backups
        else i18n.text("Les sauvegardes de ce coffre sont refaites : elles n’en gardent rien.")
    )
    lines = [own]
    if one.backups_out:
        lines.append(
            i18n.plural(
                "{n} sauvegarde a été copiée ailleurs : elle le garde tant qu’on ne l’efface pas.",
                "{n} sauvegardes ont été copiées ailleurs : elles le gardent tant qu’on ne les "
                "efface pas.",
                one.backups_out,
            )
        )
    if one.gone.copies:
        lines.append(
            i18n.plural(
                "{n} copie d’un papier a été enregistrée ailleurs.",
                "{n} copies de papiers ont été enregistrées ailleurs.",
                one.gone.copies,
            )
        )
    lines += [
        i18n.text("Les pages imprimées et les papiers envoyés restent où ils sont."),
        i18n.text("Un disque peut garder un moment des traces chiffrées, que rien n’ouvre plus."),
    ]
    yield Card(i18n.text("Ce qui peut encore le garder"), (Listed(tuple(lines)),))


def _together(due: Sequence[Due]) -> Iterator[Block]:
    """Yield what erases all those shown; who has a day that is still awaited is chosen alone."""
    whose = tuple((one.kind, one.id) for one in due if one.awaited is None)
    if len(whose) > 1:
        words = i18n.plural("Effacer ce dossier", "Effacer ces {n} dossiers", len(whose))
        yield Action(words, to.EraseForGood(whose))


def _card(one: Due, *, allowed: bool) -> Card:
    who = discreet(one.name, one.number) if one.kind == "person" else _nobodys()
    last = i18n.long_date(one.since)
    told = (
        i18n.text("Dernier contact : {day}.")
        if one.last is not None
        else i18n.text("Aucun contact. Fiche ouverte le {day}.")
    ).format(day=last)
    dossiers = i18n.plural("{n} dossier", "{n} dossiers", one.dossiers)
    documents = i18n.plural("{n} document", "{n} documents", one.documents)
    erase = i18n.text("Effacer")
    keep = i18n.text("Garder encore")
    see = i18n.text("Voir")
    place: to.Destination = (
        to.Person(person=one.id) if one.kind == "person" else to.Dossier(dossier=one.id)
    )
    actions = (
        *(
            (Action(erase, to.EraseForGood(((one.kind, one.id),), one.withdrawn is not None),
                    name=i18n.labelled(erase, who)),)
            if allowed
            else ()
        ),
        Action(keep, to.KeepLonger(one.kind, one.id), name=i18n.labelled(keep, who)),
        Action(see, place, name=i18n.labelled(see, who)),
    )  # fmt: skip
    return Card(who, (*_warned(one), Text(f"{told} {dossiers}, {documents}."), Row(actions)))


def _warned(one: Due) -> Iterator[Text]:
    if one.withdrawn is not None:
        day = i18n.long_date(one.withdrawn)
        words = i18n.text("Cette personne ne veut plus que l’on garde, depuis le {day}.")
        yield Text(words.format(day=day), "label")
    if one.awaited is not None:
        day = i18n.long_date(one.awaited)
        words = i18n.text("Attention : une date est encore attendue, le {day}.")
        yield Text(words.format(day=day), "error")


def _tick() -> Asked:
    sure = Option(id=SURE, label=i18n.text("Oui, effacer"))
    label = i18n.text("Rien ne pourra revenir.")
    return Asked(Question(id=SURE, kind="choices", label=label, choices=(sure,)))


def _who(one: Subject) -> str:
    return discreet(one.name, one.number) if one.kind == "person" else _nobodys()


def _nobodys() -> str:
    return i18n.text("Dossier qui ne porte le nom de personne")


def _subject_line(one: Subject) -> str:
    return i18n.labelled(_who(one), held(one.gone) or i18n.text("rien d’autre que son nom"))


def _gone_meanwhile() -> Page:
    words = i18n.text("Ce dossier n’est plus là : il a été effacé entre-temps.")
    return Page(i18n.text("Rien à effacer"), (Text(words),), (back(),), lead=(words,))
