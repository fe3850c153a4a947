"""What comes on a stick, in the window: from the help, shown, accepted, undone, by keyboard."""

import os
from pathlib import Path

import pytest

from desktop_app.delivered.minisign import new_key
from desktop_app.delivered.publishers import words_of
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.arrivee.view import Arriving
from desktop_app.pages import destinations as to
from desktop_app.pages.page import Chosen
from tests.gui.keyboard import choose, until
from tests.gui.test_choosing import reads, words
from tests.helpers import deliveries as made


def give(window: MainWindow, path: Path) -> None:
    page = window.page()
    assert isinstance(page, Arriving)
    page.perform(Chosen("delivery", str(path)))


def placed() -> list[Path]:
    return sorted(Path(os.environ["XDG_DATA_HOME"]).rglob("letter.toml"))


def test_from_the_help_to_what_is_installed_and_back(
    window: MainWindow, context: Context, tmp_path: Path
) -> None:
    key, file = new_key(), tmp_path / "clé" / "lettres.zip"
    file.parent.mkdir()
    file.write_bytes(made.delivery(key))
    window.go(to.Help())
    choose("À propos")
    reads(window, "Version 0.1.0, faite le")
    choose("Installer ce qui vient d’une clé USB")
    reads(window, "Rien n’est encore venu d’une clé USB.")
    give(window, file)
    reads(window, "La signature est juste")
    assert " ".join(words_of(key.public)) in words(window)
    choose("Ne rien changer")
    reads(window, "Rien n’est encore venu d’une clé USB.")
    until(lambda: not placed(), "what was declined is left")
    give(window, file)
    reads(window, "La signature est juste")
    choose("Installer")
    reads(window, "C’est installé : Lettres d’essai, version 2026.12.")
    assert len(placed()) == 1
    window.go(to.Arriving())
    until(lambda: "Déjà venu d’une clé USB" in words(window))
    give(window, file)
    reads(window, "est déjà sur cet ordinateur")
    choose("Retirer")
    choose("Non, ne rien changer")
    assert len(placed()) == 1
    choose("Retirer")
    until(lambda: "Retirer « Lettres d’essai » de cet ordinateur ?" in words(window))
    from desktop_app.pages.arriving import UndoDelivery

    page = window.page()
    assert isinstance(page, Arriving)
    page.press(UndoDelivery(made.NAME))
    reads(window, "C’est retiré.")
    until(lambda: not placed(), "it is still there")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", b"PK\3\4 cut"])
def test_what_is_no_delivery_is_said_and_can_be_chosen_again(
    data: bytes, window: MainWindow, tmp_path: Path
) -> None:
    (tmp_path / "x.zip").write_bytes(data)
    window.go(to.Arriving())
    give(window, tmp_path / "x.zip")
    until(lambda: "Rien n’a été changé" in words(window), "why is not said")
    choose("Choisir le fichier")
    until(lambda: not isinstance(window.page(), Arriving))
