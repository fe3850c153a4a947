"""The first page of a public terminal: each language by its own name, and one sentence in it."""

import datetime as dt

from desktop_app import i18n
from desktop_app.core.terminal import Terminal
from desktop_app.pages.destinations import Entrance
from desktop_app.pages.gestures import Speak
from desktop_app.pages.page import Block, Choice, Page, Text


def offered(terminal: Terminal) -> tuple[str, ...]:
    """Return the languages that are offered: those that the program has, and the manager chose.

    One that is not there is never shown; where none of the chosen is, all are.
    """
    here = i18n.languages()
    return tuple(one for one in here if one in terminal.languages) or here


def page(terminal: Terminal, now: dt.datetime | None = None) -> Page:
    """Return the page; outside the hours of the terminal, it says so and offers nothing."""
    codes = offered(terminal)
    if now is not None and terminal.closes(now) == now:
        return Page(_named(codes), tuple(_closed(one, terminal) for one in codes), ())
    blocks: list[Block] = []
    for one in codes:
        # Heard with its language too: a reader of screens goes from button to button.
        blocks.append(Choice(i18n.own_name(one), Speak(one), "bulle", about=_said(one)))
        blocks.append(Text(_said(one), "hint", one))
    return Page(_named(codes), tuple(blocks), ())


def back_to() -> Choice:
    """Return what leads here from the first page, readable by who does not read that page."""
    words = " · ".join(map(i18n.own_name, i18n.languages()))
    return Choice(i18n.cited(words), Entrance(), "bulle", name=i18n.text("Changer de langue"))


def _said(language: str) -> str:
    with i18n.speaking(language):
        return i18n.text("Rien ne restera sur cet ordinateur.")


def _named(codes: tuple[str, ...]) -> str:
    """Return the heading: "Langue" as each language says it, once where several say it alike."""
    said = []
    for one in codes:
        with i18n.speaking(one):
            said.append(i18n.plain(i18n.text("Votre langue")))
    return " – ".join(dict.fromkeys(said))


def _closed(language: str, terminal: Terminal) -> Text:
    hours = ", ".join(f"{one.begins:%H:%M}–{one.ends:%H:%M}" for one in terminal.openings)
    with i18n.speaking(language):
        words = i18n.text("Cette borne est fermée maintenant. Elle ouvre : {hours}.")
        return Text(words.format(hours=hours), "body", language)
