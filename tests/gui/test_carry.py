"""Emporter, in the real window: a stick chosen by its name and room, and what happens is said."""

import threading
from collections.abc import Callable
from pathlib import Path

import pypdfium2
import pytest

from desktop_app import carrying
from desktop_app.core.folder import Carried
from desktop_app.files import MediaRemoved
from desktop_app.gui import plugged
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.emporter.view import CarryScreen
from desktop_app.gui.widgets.words import Words
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.pages.carried import CarryOn
from tests.gui.hearing import overheard
from tests.gui.keyboard import choose, heading, until

PAPERS = (Carried("lettre.pdf", b"%PDF-lettre"), Carried("a-faire.pdf", b"%PDF-a-faire"))


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The keys that are plugged in: one, until the test pulls it."""
    (key := tmp_path / "CLÉ USB").mkdir()
    there = [key]
    monkeypatch.setattr(plugged, "keys_now", lambda: list(there))
    return there


def shown(window: MainWindow) -> CarryScreen:
    found = window.page()
    assert isinstance(found, CarryScreen)
    return found


def words(window: MainWindow) -> str:
    return "\n".join(one.text() for one in shown(window).findChildren(Words) if one.isVisible())


def carries(window: MainWindow, **given: object) -> CarryScreen:
    window.go(to.Carry(lambda: PAPERS, **given))  # type: ignore[arg-type]
    until(lambda: shown(window).at_rest, "papers are never made")
    return shown(window)


def sticks(window: MainWindow) -> list[str]:
    found = shown(window).findChildren(LongButton)
    return [one.words() for one in found if one.isVisible()]


def test_a_stick_is_chosen_by_its_name_and_its_free_room(
    window: MainWindow, keys: list[Path], tmp_path: Path
) -> None:
    said: list[list[str]] = []
    carries(window, told=("3 pages.",), carried=lambda names: said.append(list(names)))
    assert heading(window.page()) == "Sur quelle clé USB ?"
    assert "3 pages." in words(window)
    (offered,) = sticks(window)
    assert offered.startswith("CLÉ USB (")
    assert offered.endswith("o libres)")
    assert "lettre.pdf" in words(window)
    choose("CLÉ USB")
    until(lambda: heading(window.page()) == "Vos papiers sont sur la clé")
    until(lambda: "Sur la clé « CLÉ USB » : 2 fichiers." in words(window))
    assert "Retirez la clé" in words(window)
    assert [(keys[0] / one.name).read_bytes() for one in PAPERS] == [one.data for one in PAPERS]
    assert said == [["lettre.pdf", "a-faire.pdf"]]
    choose("Copier sur une autre clé")
    choose("CLÉ USB")
    until(lambda: "lettre (2).pdf" in words(window))
    assert sorted(one.name for one in keys[0].iterdir()) == sorted(
        ["lettre.pdf", "lettre (2).pdf", "a-faire.pdf", "a-faire (2).pdf"]
    )


def test_without_a_stick_one_is_asked_for_and_shown_once_it_comes(
    window: MainWindow, keys: list[Path]
) -> None:
    key = keys.pop()
    carries(window)
    assert heading(window.page()) == "Branchez une clé USB"
    assert sticks(window) == []
    with overheard() as heard:
        keys.append(key)
        until(lambda: sticks(window))
        assert heading(window.page()) == "Sur quelle clé USB ?"
        heard.heard("Clé USB « CLÉ USB » : branchée.")
        keys.clear()
        until(lambda: not sticks(window))
        heard.heard("Clé USB « CLÉ USB » : retirée.")
    assert heading(window.page()) == "Branchez une clé USB"


def test_a_stick_pulled_out_midway_is_said_and_the_papers_are_still_there(
    window: MainWindow, keys: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    key = keys[0]

    def pulled(_path: object) -> Callable[[], None]:
        count = [0]

        def there() -> None:
            count[0] += 1
            if count[0] == 3:
                raise MediaRemoved

        return there

    carries(window)
    with monkeypatch.context() as patched:
        patched.setattr(plugged, "watch", pulled)
        choose("CLÉ USB")
        until(lambda: "La clé n’est plus là" in words(window))
    assert list(key.iterdir()) == []
    until(lambda: shown(window).at_rest and sticks(window))
    choose("CLÉ USB")
    until(lambda: heading(window.page()) == "Vos papiers sont sur la clé")
    assert len(list(key.iterdir())) == 2


def test_a_full_stick_is_said_with_what_to_do(
    window: MainWindow, keys: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    carries(window)
    monkeypatch.setattr(carrying._Carrying, "_missing", lambda _one: 2_000_000)
    choose("CLÉ USB")
    until(lambda: "il manque 2000 ko" in words(window))
    assert "Prenez une autre clé" in words(window)
    assert list(keys[0].iterdir()) == []


def test_a_protected_stick_is_shown_and_not_offered(
    window: MainWindow, keys: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(carrying, "_is_read_only", lambda _path: True)
    carries(window)
    assert sticks(window) == []
    assert "CLÉ USB : protégée" in words(window)


def test_a_slow_stick_can_be_stopped_and_nothing_stays(
    window: MainWindow, keys: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    goes, real = threading.Event(), carrying._Carrying._read_back

    def slow(one: carrying._Carrying, paper: Carried, part: Path) -> None:
        goes.wait(60)
        real(one, paper, part)

    monkeypatch.setattr(carrying._Carrying, "_read_back", slow)
    page = carries(window)
    page._slow.setInterval(20)
    choose("CLÉ USB")
    until(lambda: "Cette clé est lente" in words(window))
    assert not any(page.button_of(CarryOn(str(one))).isEnabled() for one in keys)  # type: ignore[union-attr]
    until(page.progress._stop.isVisible)
    page.progress.stop()
    assert "ne retirez pas encore" in words(window)
    goes.set()
    until(lambda: "Arrêté : rien n’est resté" in words(window))
    assert list(keys[0].iterdir()) == []


def test_a_page_that_is_left_stops_and_leaves_nothing(
    window: MainWindow, keys: list[Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    goes, real = threading.Event(), carrying._Carrying._read_back

    def slow(one: carrying._Carrying, paper: Carried, part: Path) -> None:
        goes.wait(60)
        real(one, paper, part)

    monkeypatch.setattr(carrying._Carrying, "_read_back", slow)
    carries(window)
    choose("CLÉ USB")
    until(lambda: any(keys[0].iterdir()))
    window.restart(to.Home())
    until(lambda: carrying._works == 1)
    goes.set()
    until(lambda: carrying.wait_until_done(0))
    assert list(keys[0].iterdir()) == []


def test_a_letter_is_taken_away_with_what_it_says_and_what_to_do(
    window: MainWindow, context: Context, keys: list[Path]
) -> None:
    context.session.public = True
    draft = context.tools.demo.letter
    window.go(to.Letter(draft))
    choose("Emporter sur une clé USB")
    until(lambda: isinstance(window.page(), CarryScreen) and shown(window).at_rest)
    choose("CLÉ USB")
    until(lambda: heading(window.page()) == "Vos papiers sont sur la clé")
    names = {"lettre.pdf", "explication.pdf", "a-faire.pdf"}
    assert {one.name for one in keys[0].iterdir()} == names
    texts = {name: _text(keys[0] / name) for name in names}
    assert "Objet" in texts["lettre.pdf"]
    assert "Pourquoi" in texts["explication.pdf"]
    assert "Cochez chaque case" in texts["a-faire.pdf"]
    assert "guichet" in texts["a-faire.pdf"]


def _text(path: Path) -> str:
    found = pypdfium2.PdfDocument(path)
    return "\n".join(found[n].get_textpage().get_text_range() for n in range(len(found)))
