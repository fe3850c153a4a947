"""Where the phrase comes from: a descriptor or the terminal, never an argument."""

import argparse
import getpass
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from desktop_app.cli.command import Tools, value
from desktop_app.core.errors import AppError
from desktop_app.i18n import text
from desktop_app.pages import irreversible
from desktop_app.pages.safe_making import WEAK, strength_words
from desktop_app.workflow.irreversible import Irreversible

if TYPE_CHECKING:
    from desktop_app.workflow.safes.opening import Given

PHRASE_BYTES_LIMIT = 16 << 10


class PhraseNeeded(AppError, exit_status=2):
    """Nobody is there to type a phrase, and no descriptor was given."""


class PhraseUnreadable(AppError, exit_status=2):
    """The descriptor is not open for reading, or holds no UTF-8 text."""


class PhrasesDiffer(AppError, exit_status=2):
    """The phrase was not typed the same twice."""


def add_phrase_option(parser: argparse.ArgumentParser) -> None:
    """Let a command be given the phrase by another program."""
    told = text("descripteur d’où lire la phrase, en UTF-8 ; sans lui, elle est demandée")
    value(parser, "--phrase-fd", "N", told, type=int, default=None)


def add_stick_option(parser: argparse.ArgumentParser) -> None:
    """Let a command be given a file on a USB stick in the place of the phrase."""
    told = text("fichier d’une clé USB, à la place de la phrase")
    value(parser, "--key-file", "F.cle", told, default=None)


def given(options: argparse.Namespace, tools: Tools) -> "Given":
    """Return what opens the safe of a command: its file on a stick, its phrase or its words."""
    if options.key_file is not None:
        return tools.safes.ways.stick_key(Path(options.key_file))
    return existing(options.phrase_fd)


def existing(descriptor: int | None) -> str:
    """Return the phrase, or the twelve recovery words, of a safe that exists."""
    if descriptor is not None:
        return _read(descriptor)
    return _ask(text("Phrase du coffre, ou douze mots de secours : "), "--phrase-fd")


def again(descriptor: int | None) -> str:
    """Return the phrase of a safe that is open already, asked once more."""
    return _ask_again("--again-fd") if descriptor is None else _read(descriptor)


def chosen(
    tools: Tools, descriptor: int | None, option: str, cannot: Irreversible | None = None
) -> str:
    """Return a new phrase, typed twice when it is typed; that it is weak is said.

    ``cannot`` be undone is said first; ``option``: which gives the descriptor.
    """
    phrase = _chosen(descriptor, option, cannot)
    strength = tools.safes.strength(phrase)
    if strength <= WEAK:
        print(strength_words(phrase, strength), file=sys.stderr, flush=True)
    return phrase


def new_code(descriptor: int | None) -> str:
    """Return a helper's new short code, typed twice when it is typed."""
    if descriptor is not None:
        return _read(descriptor)
    code = _ask(text("Nouveau code (au moins quatre signes) : "), "--code-fd")
    if _ask_again("--code-fd") != code:
        raise PhrasesDiffer
    return code


def _chosen(descriptor: int | None, option: str, cannot: Irreversible | None) -> str:
    if descriptor is not None:
        return _read(descriptor)
    if cannot is not None:
        print(irreversible.words(cannot), file=sys.stderr, flush=True)
    phrase = _ask(text("Nouvelle phrase (au moins 12 caractères) : "), option)
    if _ask_again(option) != phrase:
        raise PhrasesDiffer
    return phrase


def _ask_again(option: str) -> str:
    return _ask(text("La même, une seconde fois : "), option)


def _read(descriptor: int) -> str:
    """Read to the end, as UTF-8; one final newline is the writer's, not the phrase's."""
    data = b""
    try:
        while len(data) <= PHRASE_BYTES_LIMIT and (part := os.read(descriptor, 4096)):
            data += part
        phrase = data.decode("utf-8")
    except (OSError, ValueError, OverflowError) as error:
        raise PhraseUnreadable from error
    return (
        phrase.removesuffix("\n").removesuffix("\r")
        if phrase.endswith("\r\n")
        else (phrase.removesuffix("\n"))
    )


def _ask(prompt: str, option: str) -> str:
    try:
        with open("/dev/tty" if os.name == "posix" else "CONIN$"):
            pass
    except OSError as error:
        raise PhraseNeeded(option=option) from error
    try:
        return getpass.getpass(prompt)
    except EOFError as error:
        raise PhraseNeeded(option=option) from error
