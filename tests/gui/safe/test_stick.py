"""Opening with a USB stick, through the window and by the keyboard alone: fault family K."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_app.gui import plugged
from desktop_app.pages import destinations as to
from desktop_app.safe import stick_key
from tests.gui.safe.conftest import PHRASE, TODAY, Driver, safes_under


@pytest.fixture
def stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A stick that is plugged in, on a disk of its own."""
    place = tmp_path / "MA CLE"
    place.mkdir()
    monkeypatch.setattr(plugged, "keys_now", lambda: [place] if place.is_dir() else [])
    monkeypatch.setattr(stick_key, "on_one_disk", lambda _one, _other: False)
    return place


@pytest.fixture
def prepared(in_safe: Driver, stick: Path) -> Driver:
    in_safe.go(to.SafeHome())
    in_safe.press("Voir ce qui l’ouvre")
    in_safe.press("Préparer la clé USB")
    assert "Votre clé USB ouvre maintenant le coffre." in in_safe.words()
    assert "Retirer une clé USB" in [one.accessibleName() for one in buttons(in_safe)]
    return in_safe


def buttons(driver: Driver) -> list:
    from PySide6.QtWidgets import QPushButton

    return driver.page.findChildren(QPushButton)


def locked(driver: Driver) -> None:
    driver.window.lock_now()
    driver.settle()
    assert not driver.is_open


def test_the_stick_opens_and_what_is_wrong_with_it_is_said(prepared: Driver, stick: Path) -> None:
    driver = prepared
    locked(driver)
    away = stick.rename(stick.with_name("pulled out"))
    driver.press("Ouvrir avec ma clé USB")
    assert "Branchez votre clé USB" in driver.words()
    away.rename(stick)
    (file,) = stick.iterdir()
    data = file.read_bytes()
    file.write_bytes(data[:-1])
    driver.press("Ouvrir avec ma clé USB")
    assert "est abîmé : il n’ouvre plus rien" in driver.words()
    other = stick_key.StickKey(bytes(16), bytes(16), bytes(32))
    file.write_bytes(stick_key.encode(other))
    driver.press("Ouvrir avec ma clé USB")
    assert "Cette clé USB ouvre un autre coffre." in driver.words()
    file.with_name("papier-libre-00000000.cle").write_bytes(data)
    driver.press("Ouvrir avec ma clé USB")
    driver.wait_open()


def test_taken_away_and_the_key_changed_in_one_gesture(prepared: Driver, stick: Path) -> None:
    driver, kept = prepared, next(stick.iterdir()).read_bytes()
    driver.press("Retirer une clé USB")
    assert "C’est retiré : une clé USB n’ouvre plus ce coffre." in driver.words()
    assert list(stick.iterdir()) == []
    driver.press("Changer la clé du coffre")
    assert "Cela ne reprend pas ce qui a déjà été lu ou copié." in driver.words()
    before = driver.safe
    driver.type("Votre phrase secrète", PHRASE + "x")
    driver.enter()
    assert "Cette phrase n’ouvre pas ce coffre." in driver.words()
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    driver.until(lambda: driver.safe is not before)
    driver.settle()
    assert "La clé du coffre est changée." in driver.notices()
    driver.work(lambda: driver.safe.people.add("Ana", on=TODAY))
    (stick / "papier-libre-11111111.cle").write_bytes(kept)
    locked(driver)
    assert "Ouvrir avec ma clé USB" not in [one.accessibleName() for one in buttons(driver)]
    driver.type("Votre phrase secrète", PHRASE)
    driver.enter()
    assert driver.is_open


def test_without_a_stick_or_pulled_out_meanwhile(in_safe: Driver, stick: Path, home: Path) -> None:
    stick.rmdir()
    (folder,) = safes_under(home)
    before = (folder / "keys").read_bytes()
    in_safe.go(to.WaysIn())
    in_safe.press("Préparer la clé USB")
    assert "Branchez votre clé USB" in in_safe.words()
    assert (folder / "keys").read_bytes() == before


def test_the_disk_of_the_safe_is_refused(
    in_safe: Driver, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(plugged, "keys_now", lambda: [home])
    in_safe.go(to.WaysIn())
    in_safe.press("Préparer la clé USB")
    assert "sur le même disque que le coffre" in in_safe.words()
