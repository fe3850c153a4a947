"""What comes on a stick, in words: who signed, what changes, how old the program is."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.sentences.deadline_words import length
from desktop_app.sentences.timeline_words import what_silence_is
from desktop_app.sentences.verdict_words import say

if TYPE_CHECKING:
    from desktop_app.core.deadlines.procedures import Delay, Silence
    from desktop_app.core.deadlines.tables import Amount
    from desktop_app.core.delivery import Publisher
    from desktop_app.workflow.packs.arriving import (
        Age,
        Changes,
        Moved,
        MovedAmount,
        MovedDelay,
        MovedSilence,
    )


def verified() -> str:
    """Return that it is whole and signed."""
    return i18n.text("La signature est juste, et rien ne manque. Rien n’a encore été changé.")


def when_used() -> str:
    """Return from when on it serves."""
    return i18n.text("Cela servira au prochain démarrage. La version d’avant sera gardée.")


def program_kept() -> str:
    """Return what stays when the program is replaced."""
    return i18n.text("Vos papiers et vos coffres ne bougent pas. La version d’avant est gardée.")


def contained() -> str:
    """Return that a delivery is no longer read."""
    return i18n.text("Elle ne sert plus : le programme est plus récent, et la contient.")


def first_time() -> str:
    """Return what is asked when a publisher is seen for the first time."""
    return i18n.text(
        "C’est la première fois que cet éditeur signe ici. Une signature dit qui, jamais que c’est "
        "vrai. Comparez les six mots avec lui, par téléphone par exemple."
    )


def standing(publisher: "Publisher") -> str:
    """Return how a publisher is known here."""
    return {
        "ours": i18n.text("oui, c’est un éditeur du programme"),
        "known": i18n.text("oui, vous l’avez déjà accepté"),
        "new": i18n.text("non, c’est la première fois"),
    }[publisher.standing]


def changes(found: "Changes") -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield each kind of change that there is, by its title: delays and addresses first."""
    rows: Iterable[tuple[str, Iterable[str]]] = (
        (i18n.text("Délais"), map(_delay, found.delays)),
        (i18n.text("Ce que veut dire l’absence de réponse"), map(_silence, found.silences)),
        (i18n.text("Sommes"), map(_amount, found.amounts)),
        (i18n.text("Adresses"), map(_address, found.addresses)),
        (i18n.text("Autres règles, nouvelles ou changées"), found.rules),
        (i18n.text("Nouveaux modèles"), map(i18n.pack_text, found.new)),
        (i18n.text("Modèles changés"), map(i18n.pack_text, found.changed)),
        (i18n.text("Modèles retirés"), map(i18n.pack_text, found.gone)),
    )
    for title, lines in rows:
        if told := tuple(lines):
            yield title, told


def never_by_itself() -> str:
    """Return why the program does not know of a newer one."""
    return i18n.text(
        "Le programme n’ouvre aucune connexion : il ne cherche pas lui-même s’il est à jour."
    )


def free() -> str:
    """Return that it is free software."""
    return i18n.text("C’est un logiciel libre et gratuit : chacun peut le copier et le donner.")


def replaced_how(kind: str, file: str) -> tuple[str, ...]:
    """Return what is done with a package that this program does not put in place by itself."""
    if kind == "deb":
        return (
            i18n.text("Sur cet ordinateur, le programme est installé par un administrateur."),
            i18n.text("Il tape, dans le dossier du fichier : {command}").format(
                command=f"sudo apt install ./{file}"
            ),
        )
    if kind == "msi":
        return (
            i18n.text("Sur cet ordinateur, le programme est installé par un administrateur."),
            i18n.text("Il tape, dans le dossier du fichier : {command}").format(
                command=f"msiexec /i {file} /qn"
            ),
        )
    return (
        i18n.text("Ce programme n’est pas dans un dossier qu’il puisse remplacer lui-même."),
        i18n.text("Décompressez ce fichier où vous voulez : c’est un programme entier."),
    )


def age(found: "Age") -> str:
    """Return version, day and age in one sentence."""
    day = i18n.long_date(found.made_on)
    if found.months < 0:
        words = i18n.text("Version {version}, faite le {day}.")
        return words.format(version=found.version, day=day)
    if found.months == 0:
        words = i18n.text("Version {version}, faite le {day}, il y a moins d’un mois.")
        return words.format(version=found.version, day=day)
    ago = i18n.plural("il y a {n} mois", "il y a {n} mois", found.months)
    words = i18n.text("Version {version}, faite le {day}, {ago}.")
    return words.format(version=found.version, day=day, ago=ago)


def what_to_do(found: "Age") -> tuple[str, ...]:
    """Return what to do, by that age."""
    if found.months < 0:
        return (
            i18n.text("La date de cet ordinateur est avant ce jour : elle est fausse. Réglez-la."),
        )
    if not found.old:
        return (i18n.text("Après six mois, demandez une version plus récente : le droit change."),)
    return (
        i18n.text(
            "Elle a plus de six mois : des délais, des adresses et des formulaires ont pu changer."
        ),
        i18n.text(
            "Demandez une version plus récente à qui vous l’a donnée, ou à une association. "
            "Elle arrive par une clé USB."
        ),
        i18n.text("D’ici là, la lettre que vous avez reçue dit le délai et l’adresse : suivez-la."),
    )


def _delay(one: "MovedDelay") -> str:
    return _moved(one.title, _long(one.before), _long(one.now))


def _silence(one: "MovedSilence") -> str:
    return _moved(one.title, _long_silence(one.before), _long_silence(one.now))


def _long_silence(silences: "Sequence[Silence]") -> str:
    """Return what no answer means in the usual case; "" where the law says nothing of it."""
    if not silences:
        return ""
    usual = silences[0]
    length = say(f"unit-{usual.unit}", n=usual.value)
    words = i18n.text("{length} sans réponse, {meaning}")
    return words.format(length=length, meaning=what_silence_is(usual))


def _amount(one: "MovedAmount") -> str:
    return _moved(one.title, _sum(one.before), _sum(one.now))


def _sum(one: "Amount | None") -> str:
    if one is None:
        return ""
    euros = f"{one.value:.2f}".removesuffix(".00").replace(".", ",")
    words = {
        "mois": i18n.text("{sum} € par mois"),
        "an": i18n.text("{sum} € par an"),
        "heure": i18n.text("{sum} € par heure"),
    }[one.per]
    return words.format(sum=euros)


def _address(one: "Moved") -> str:
    return _moved(one.title, one.before, one.now)


def _moved(title: str, before: str, now: str) -> str:
    title = i18n.pack_text(title)
    if not before:
        return i18n.text("{title} : {now} (nouveau)").format(title=title, now=now)
    if not now:
        return i18n.text("{title} : {before}, et plus rien").format(title=title, before=before)
    words = i18n.text("{title} : avant {before} ; maintenant {now}")
    return words.format(title=title, before=before, now=now)


def _long(delay: "Delay | None") -> str:
    return length(delay) if delay is not None else ""
