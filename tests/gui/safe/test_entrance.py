"""The first page of a terminal: languages by their own names, and the way to a fresh session."""

import datetime as dt
import json
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QSize

from desktop_app import i18n
from desktop_app.core.forgotten import Forgotten
from desktop_app.core.terminal import Terminal, terminal_of
from desktop_app.gui import session_wipe
from desktop_app.gui.screens.fin.view import EndScreen
from desktop_app.gui.widgets.wrapping import LongButton
from desktop_app.pages import destinations as to
from desktop_app.pages import entrance
from tests.gui.safe.conftest import DrivenTools, Driver, Start


@pytest.fixture
def public(start: Start) -> Iterator[Driver]:
    tools = DrivenTools()
    tools.__dict__["mode"] = "public"
    i18n.use("fr")
    yield start(tools)
    i18n.use("fr")


def choices(driver: Driver) -> list[str]:
    return [one.words() for one in driver.page.findChildren(LongButton)]


def test_languages_come_first_by_their_own_names_each_with_its_sentence(public: Driver) -> None:
    assert choices(public) == ["Français", "English"]
    assert "Rien ne restera sur cet ordinateur." in public.words()
    assert "Nothing will stay on this computer." in public.words()
    public.press("English")
    public.settle()
    assert public.page.heading.text() == "What is happening to you?"
    assert "Nothing will stay on this computer." in public.words()


def test_then_it_is_as_at_home_but_shorter_and_one_can_go_back(public: Driver) -> None:
    public.press("Français")
    public.settle()
    assert choices(public)[:3] == [
        "J’ai reçu une lettre",
        "Je veux demander quelque chose",
        "J’ai un formulaire, papier ou PDF",
    ]
    assert not any("coffre" in one for one in choices(public))
    public.press("Changer de langue")
    public.settle()
    assert choices(public) == ["Français", "English"]


@pytest.mark.parametrize(
    ("told", "offered"),
    [((), ("fr", "en")), (("en",), ("en",)), (("xx", "fr"), ("fr",)), (("xx",), ("fr", "en"))],
)
def test_no_language_is_offered_that_is_not_there(
    told: tuple[str, ...], offered: tuple[str, ...]
) -> None:
    assert entrance.offered(Terminal(languages=told)) == offered


def test_outside_its_hours_it_says_so_in_each_language() -> None:
    terminal = terminal_of({"open": ["1-7 10:00-18:00"]})
    page = entrance.page(terminal, dt.datetime.fromisoformat("2026-11-24 09:00"))
    assert [one.lang for one in page.blocks] == ["fr", "en"]  # type: ignore[union-attr]
    assert "10:00–18:00" in page.blocks[0].words  # type: ignore[union-attr]
    opened = entrance.page(terminal, dt.datetime.fromisoformat("2026-11-24 11:00"))
    assert opened == entrance.page(Terminal())


def test_the_cross_begins_a_fresh_session_and_asks_before_anything_is_lost(
    public: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh: list[bool] = []
    public.window.after_end = lambda: fresh.append(True)
    with monkeypatch.context() as patched:
        patched.setattr(public.window._session, "answered", lambda: True)
        public.window.close()
        public.settle()
    assert fresh == []
    assert public.page.heading.text() == "Terminer votre séance ?"
    public.press("Terminer et tout effacer")
    assert fresh == [True]
    public.window.close()
    assert fresh == [True, True]
    assert public.window.isVisible()


def test_the_computer_may_be_turned_off(public: Driver) -> None:
    public.window.let_close()
    assert public.window.close()


def test_what_was_erased_is_said_in_the_language_one_worked_in(
    public: Driver, monkeypatch: pytest.MonkeyPatch
) -> None:
    public.press("English")
    public.settle()
    public.app.clipboard().setText("ZKANARI")
    public.window.context.session.copies_out = 3
    public.window.end_session()
    public.settle()
    assert public.page.heading.text() == "Everything is erased"
    said = public.words()
    assert "pages shown" in said
    assert "what was copied, to be pasted" in said
    assert "What you put on a USB stick." in said
    told: dict[str, str] = {}
    monkeypatch.setattr(session_wipe, "again", told.update)
    public.window.begin_again()
    found = json.loads(told[session_wipe.ENDED])
    assert found["language"] == "en"
    assert found["forgotten"]["copied"] == 3
    assert "ZKANARI" not in told[session_wipe.ENDED]
    monkeypatch.setenv(session_wipe.ENDED, told[session_wipe.ENDED])
    ended = session_wipe.has_just_ended()
    assert ended is not None
    assert ended.page().forgotten.copied == 3  # type: ignore[union-attr]
    assert session_wipe.has_just_ended() is None
    assert isinstance(public.page, EndScreen)
    public.page.soon.timeout.emit()
    public.settle()
    assert i18n.current() == "fr"
    assert choices(public) == ["Français", "English"]


@pytest.mark.parametrize("told", ["", "{", "[]", '{"language": 3}', '{"forgotten": {}}'])
def test_what_is_not_understood_of_the_session_before_is_not_believed(
    told: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(session_wipe.ENDED, told)
    ended = session_wipe.has_just_ended()
    assert ended is None or ended.forgotten == Forgotten()


def test_it_fills_the_screen(public: Driver) -> None:
    public.window.sized.fill(public.app.primaryScreen().geometry())
    assert public.window.isFullScreen()
    assert public.window.size() == QSize(public.app.primaryScreen().geometry().size())


def test_every_page_of_the_end_says_what_stays_elsewhere() -> None:
    from desktop_app.pages import ending
    from desktop_app.pages.reading import read

    nothing = "\n".join(read(ending.erased(Forgotten()).blocks))
    assert "clé USB." not in nothing
    assert "fichier d’échange" in nothing
    all_of_it = "\n".join(read(ending.erased(Forgotten(3, 2, 1, 1, True, 1, 1)).blocks))
    for words in ("3 réponses", "2 pages montrées", "clé USB", "imprimante"):
        assert words in all_of_it


def test_the_entrance_is_a_first_page(public: Driver) -> None:
    public.window.back()
    public.settle()
    assert public.window.place == to.Entrance()
