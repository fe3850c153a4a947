"""``pack sign | install | undo``: letters, forms and law that come on a stick."""

import argparse
from dataclasses import asdict
from typing import TYPE_CHECKING

from desktop_app import i18n
from desktop_app.cli.command import Commands, Report, Tools, flag, value
from desktop_app.cli.terminal import reported
from desktop_app.core.errors import AppError
from desktop_app.pages import arriving as value_of
from desktop_app.workflow.packs import arriving

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desktop_app.core.deadlines.procedures import Silence
    from desktop_app.workflow.packs.arriving import Arrived


class PublisherNotAccepted(AppError):
    """Never seen here, and the words of its key were not confirmed."""


def add(actions: Commands) -> None:
    """Add the actions to ``pack``."""
    sign = actions.add_parser("sign", help=i18n.text("signe un dossier de modèles, en un .zip"))
    sign.add_argument("key", metavar=i18n.text("CLÉ"), help=i18n.text("clé secrète de minisign"))
    sign.add_argument(
        "folder",
        metavar=i18n.text("DOSSIER"),
        help=i18n.text("avec delivery.toml, et des dossiers comme ceux de forms/"),
    )
    value(sign, "--out", "F.zip", i18n.text("fichier à écrire"), required=True)
    told = i18n.text("descripteur où lire le mot de passe de la clé")
    value(sign, "--password-fd", "N", told, type=int, default=None)
    sign.set_defaults(run=run_sign)
    install = actions.add_parser(
        "install", help=i18n.text("vérifie une livraison signée et dit ce qu’elle change")
    )
    install.add_argument("file", metavar="F.zip")
    flag(install, "--accept", i18n.text("installe ; sans cela, rien ne change"))
    told = i18n.text("les six mots de la clé d’un éditeur nouveau, comparés avec lui")
    value(install, "--trust", i18n.text("MOTS"), told)
    install.set_defaults(run=run_install)
    undo = actions.add_parser("undo", help=i18n.text("revient à la version d’avant"))
    undo.add_argument("name", metavar=i18n.text("LIVRAISON"))
    undo.set_defaults(run=run_undo)


def run_sign(options: argparse.Namespace, tools: Tools) -> Report:
    """Sign a folder; the file is written whole, or not at all."""
    password = _password(options.password_fd)
    size = tools.sign_packs(options.folder, options.key, password, options.out)
    return reported(value_of.signed(options.out), {"file": options.out, "bytes": size})


def run_install(options: argparse.Namespace, tools: Tools) -> Report:
    """Verify a delivery and tell what it changes; put it in place when that is accepted."""
    found = arriving.look_at(tools, options.file, lambda _done, _total: None)
    data = _data(found)
    if not options.accept:
        arriving.refuse(tools.deliveries, found)
        return reported(value_of.arrived(found), data | {"installed": False})
    publisher = found.delivery.publisher
    if publisher.standing == "new" and tuple(options.trust.split()) != publisher.words:
        arriving.refuse(tools.deliveries, found)
        raise PublisherNotAccepted
    arriving.accept(tools.deliveries, found)
    return reported(value_of.done(found), data | {"installed": True})


def run_undo(options: argparse.Namespace, tools: Tools) -> Report:
    """Come back to the former version of a delivery, or take it away."""
    here = next((x for x in tools.deliveries.installed() if x.name == options.name), None)
    tools.deliveries.undo(options.name)
    assert here is not None
    return reported(value_of.undone(here), {"name": here.name, "version": here.former})


def _password(descriptor: int | None) -> str:
    if descriptor is None:
        return ""
    with open(descriptor, encoding="utf-8", closefd=False) as told:
        return told.read().removesuffix("\n")


def _data(found: "Arrived") -> dict[str, object]:
    one = found.delivery
    return {
        "name": one.name,
        "title": one.title,
        "publisher": {
            "name": one.publisher.name,
            "words": list(one.publisher.words),
            "standing": one.publisher.standing,
        },
        "version": one.version,
        "made_on": one.made_on.isoformat(),
        "former": one.former,
        "files": len(one.texts),
        "changes": _changes(found),
    }


def _changes(found: "Arrived") -> dict[str, object]:
    changes = found.changes
    return {
        "new": list(changes.new),
        "changed": list(changes.changed),
        "gone": list(changes.gone),
        "addresses": [asdict(one) for one in changes.addresses],
        "delays": [
            {"title": one.title, "before": _delay(one.before), "now": _delay(one.now)}
            for one in changes.delays
        ],
        "silences": [
            {"title": one.title, "before": _silences(one.before), "now": _silences(one.now)}
            for one in changes.silences
        ],
        "amounts": [
            {
                "title": one.title,
                "before": one.before.value if one.before else None,
                "now": one.now.value if one.now else None,
            }
            for one in changes.amounts
        ],
        "rules": list(changes.rules),
    }


def _silences(found: "Sequence[Silence]") -> list[str]:
    return [f"{one.value} {one.unit}: {one.effect}" for one in found]


def _delay(one: object) -> str:
    from desktop_app.core.deadlines.procedures import Delay
    from desktop_app.sentences.deadline_words import length

    return length(one) if isinstance(one, Delay) else ""
