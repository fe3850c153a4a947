"""``safe keys list|add|change|remove|seen|keyring|stick|rotate|reveal``."""

import argparse
import sys
from pathlib import Path
from typing import Any

from desktop_app.cli.command import Report, Tools
from desktop_app.cli.parser import UsageError
from desktop_app.cli.safe import phrase
from desktop_app.cli.safe.making import words_text
from desktop_app.cli.safe.opened import opened
from desktop_app.cli.terminal import reported
from desktop_app.i18n import plural, text
from desktop_app.pages import done, irreversible, safe_care
from desktop_app.workflow.irreversible import Irreversible

NEW = "--new-phrase-fd"


def list_all(options: argparse.Namespace, tools: Tools) -> Report:
    """List the ways in; helpers' names are kept inside the safe."""
    with opened(options, tools) as safe:
        slots = safe.access.all()
    data = [
        {
            "id": slot.id,
            "kind": slot.kind,
            "name": slot.name,
            "added_on": slot.added_on,
            "used": slot.used,
        }
        for slot in slots
    ]
    return reported(safe_care.keys(slots), {"keys": data})


def add(options: argparse.Namespace, tools: Tools) -> Report:
    """Add a helper's phrase, or draw new recovery words in place of the former ones."""
    with opened(options, tools) as safe:
        if options.recovery:
            words = safe.access.renew_words(on=tools.clock.today())
            return Report({"recovery_words": list(words)}, words_text(words))
        new = phrase.chosen(tools, options.new_phrase_fd, NEW, Irreversible.KEYS)
        slot = safe.access.add_phrase(new, name=options.name, on=tools.clock.today())
    return Report({"id": slot}, text("Cette phrase ouvre maintenant le coffre, elle aussi."))


def change(options: argparse.Namespace, tools: Tools) -> Report:
    """Change a phrase; what was copied before still opens with the former one."""
    with opened(options, tools) as safe:
        new = phrase.chosen(tools, options.new_phrase_fd, NEW, Irreversible.KEYS)
        slot = safe.access.change_phrase(options.slot, new, on=tools.clock.today())
    return Report({"id": slot}, done.phrase_changed())


def remove(options: argparse.Namespace, tools: Tools) -> Report:
    """Remove a way in."""
    with opened(options, tools) as safe:
        safe.access.remove(options.slot, on=tools.clock.today())
    return Report(
        {"removed": options.slot},
        text(
            "Cette clé n’ouvre plus le coffre. Qui a gardé une copie du coffre peut encore "
            "l’ouvrir avec elle : « keys rotate » protège ce qui sera ajouté."
        ),
    )


def seen(options: argparse.Namespace, tools: Tools) -> Report:
    """Say once more what is said until it is read, and note that it was."""
    with opened(options, tools) as safe:
        safe.have_read()
    return Report({"read": True}, text("C’est noté : ce ne sera plus redit à cette clé."))


def keyring(options: argparse.Namespace, tools: Tools) -> Report:
    """Let this computer's keyring open the safe too, or ask for the phrase again; at home only."""
    if tools.mode != "home":
        raise UsageError(detail=text("le trousseau n’ouvre un coffre que chez soi"))
    today, wanted = tools.clock.today(), options.state == "on"
    with opened(options, tools) as safe:
        if wanted:
            safe.access.keyring.let_in(on=today)
        else:
            safe.access.keyring.ask_phrase_again(on=today)
    return Report({"keyring": wanted}, done.phrase_asked(always=not wanted))


def stick(options: argparse.Namespace, tools: Tools) -> Report:
    """Write on a stick a file that opens the safe beside its phrase."""
    with opened(options, tools) as safe:
        file = safe.access.add_stick(
            Path(options.folder), name=options.name, on=tools.clock.today()
        )
    return Report({"file": str(file)}, done.stick_opens())


def rotate(options: argparse.Namespace, tools: Tools) -> Report:
    """Encrypt the whole safe anew, under one phrase."""
    with opened(options, tools) as safe:
        new = phrase.chosen(tools, options.new_phrase_fd, NEW, Irreversible.ROTATE)
        rotated = safe.rotate(new, on=tools.clock.today(), recovery=not options.no_recovery)
    data: dict[str, Any] = {"removed": rotated.removed, "old_backups": rotated.old_backups}
    lines = [text("Le coffre est chiffré de nouveau. L’ancienne phrase ne l’ouvre plus.")]
    if rotated.removed:
        lines.append(
            plural(
                "{n} autre phrase est à ajouter de nouveau (« keys add »).",
                "{n} autres phrases sont à ajouter de nouveau (« keys add »).",
                rotated.removed,
            )
        )
    if rotated.sticks:
        lines.append(done.sticks_closed(rotated.sticks))
    lines.append(
        plural(
            "{n} sauvegarde s’ouvre encore avec l’ancienne clé.",
            "{n} sauvegardes s’ouvrent encore avec l’ancienne clé.",
            rotated.old_backups,
        )
    )
    if rotated.recovery_words:
        data["recovery_words"] = list(rotated.recovery_words)
        lines.append(words_text(rotated.recovery_words))
    return Report(data, "\n".join(lines))


def reveal(options: argparse.Namespace, tools: Tools) -> Report:
    """Print the safe's own key, for the ``sqlcipher`` program (FORMAT.md § 4).

    The phrase is asked, then asked again once it is said what that key is.
    """
    with opened(options, tools) as safe:
        print(irreversible.words(Irreversible.REVEAL), file=sys.stderr, flush=True)
        key = safe.access.in_clear(phrase.again(options.again_fd), on=tools.clock.today())
    statement = f"PRAGMA key = \"x'{key}'\";"
    return Report({"key": key, "statement": statement}, statement)
