"""No title of the window, proposed file name or notice says who one is or what it is about (A4).

Whoever passes reads them: in a task list, a shared screen, a journal of activity.
"""

import re
from collections.abc import Iterator
from typing import Any, get_args

import pytest

from desktop_app import i18n
from desktop_app.gui import app as program
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens import SCREENS
from desktop_app.gui.widgets.buttons import Button
from desktop_app.pages import destinations as to
from desktop_app.pages import titles
from desktop_app.wiring import RealTools
from tests.gui.harness import screens as harness
from tests.gui.harness.shown import Rig
from tests.gui.keyboard import until
from tests.helpers.destinations import destination

MARK = "ZKANARI"
NEUTRAL = re.compile(
    r"(|(lettre|formulaire|document|feuille-de-secours|papier-libre|liste|chiffres)(\.\w+)?|papier-libre-[a-z]+-[\d-]+\.zip)"
)
SAVES = ("Enregistrer", "Choisir où sauvegarder", "Sortir", "En garder une copie")


def fixed_titles() -> set[str]:
    """Return every title there can be, in the language spoken."""
    found = {titles.of(kind) for kind in SCREENS}
    found |= {titles.part(n, total) for total in range(1, 120) for n in range(1, total + 1)}
    return {titles.in_window(one, wrong=wrong) for one in found for wrong in (False, True)}


def test_each_screen_has_its_name() -> None:
    assert set(titles.names()) | set(get_args(to.SafePage)) == set(SCREENS)
    assert len(set(titles.names().values())) == len(titles.names()), "two screens bear one name"


def test_names_are_translated() -> None:
    french = titles.names()
    try:
        i18n.use("en")
        same = [name for name, words in titles.names().items() if words == french[name]]
    finally:
        i18n.use("fr")
    assert set(same) <= {to.Questions, to.Documents, to.Urgent}


@pytest.fixture(scope="module")
def rig(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Rig]:
    """The window over a safe where every person, dossier and document bears the mark."""
    home = tmp_path_factory.mktemp("titles-home")
    with pytest.MonkeyPatch.context() as patch:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            patch.setenv(name, str(home))
        patch.setattr(harness, "PEOPLE", tuple(f"{MARK} {name}" for name in harness.PEOPLE))
        patch.setattr(harness, "FOLLOWED", f"{MARK} {harness.FOLLOWED}")
        material = harness.Material(RealTools(), home)
        found = Rig(material)
        safe, on = material.safe, harness.TODAY
        safe.add(b"%PDF", title=f"{MARK} scan", on=on, media="application/pdf")
        yield found
        found.session.close()
        safe.close()
        found.jobs.stop()
        program.dismiss(found.app, found.window)


def _proposed(window: MainWindow) -> list[str]:
    """Return the name of a file that is proposed, and go back."""
    if not isinstance(window.place, to.SaveFile):
        return []
    name = window.place.name
    window.leave_choosing()
    return [name]


def _openings() -> Iterator[Any]:
    """Give the first opening of each screen, then, slowly, its variants."""
    met: set[str] = set()
    for one in harness.OPENINGS:
        screen = harness.screen_of(one)
        yield pytest.param(one, marks=[pytest.mark.slow] if screen in met else [])
        met.add(screen)


@pytest.mark.parametrize("screen", list(_openings()))
def test_nothing_of_anybody_in_the_title_the_notice_and_the_name_of_a_file(
    screen: str, rig: Rig
) -> None:
    seen: list[str] = []
    proposed: list[str] = []
    rig.window.windowTitleChanged.connect(seen.append)
    _open(rig, screen)
    page = rig.window.page()
    assert page is not None
    for button in page.findChildren(Button):
        if button.isEnabled() and button.accessibleName().startswith(SAVES):
            button.click()
            proposed += _proposed(rig.window)
    seen.append(rig.window.windowTitle())
    rig.window.windowTitleChanged.disconnect(seen.append)
    assert set(seen) - {"Papier libre"} <= fixed_titles()
    assert [name for name in proposed if not NEUTRAL.fullmatch(name)] == []
    assert MARK not in "".join(seen) + rig.window._bar.saved.text()


def _open(rig: Rig, screen: str) -> None:
    """Open a screen as the harness does, and wait for its work alone: no picture is taken."""
    opening = harness.OPENINGS[screen]
    rig.session.close()
    rig.session.public = opening.public
    if opening.with_safe:
        rig.session.open(rig.material.safe, str(rig.material.place))
    place = harness.Place(rig.session, rig.jobs, rig.window)
    parameters = opening.parameters(rig.material, place)
    rig.window.restart(destination(harness.screen_of(screen), **parameters))
    until(lambda: rig.jobs.idle, screen, 60)
    page = rig.window.page()
    assert page is not None
    opening.first(page)
    until(lambda: rig.jobs.idle, screen, 60)


def test_the_watch_hears_of_a_name(rig: Rig) -> None:
    """Sabotage: a page that calls the window by a person's name is caught."""
    _open(rig, "personne")
    page = rig.window.page()
    assert page is not None
    page.entitle(titles.Title(f"{MARK} Amina"))
    assert rig.window.windowTitle() not in fixed_titles()
