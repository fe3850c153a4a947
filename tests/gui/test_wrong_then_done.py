"""What went wrong is said no more once something succeeds; what is asked is no error."""

import pytest

from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.page_view import PageView
from desktop_app.gui.widgets.progress import Progress
from desktop_app.pages import destinations as to
from desktop_app.pages import models
from tests.gui.keyboard import until


def opened(window: MainWindow, place: to.Destination) -> PageView:
    window.go(place)
    page = window.page()
    assert isinstance(page, PageView)
    until(lambda: not window.context.jobs._waiting)
    return page


@pytest.mark.parametrize("place", [to.Models(), to.OpenPdf()], ids=["a line", "what lasts"])
def test_what_succeeds_takes_the_error_before_it_away(
    place: to.Destination, window: MainWindow
) -> None:
    page = opened(window, place)
    end = page.progress.end if isinstance(page._status, Progress) else page.say
    page.say_error("Ce dossier reste ici.")
    assert "Erreur" in window.windowTitle()
    end("Cela s’arrête.", "body")
    assert page.wrong, "nothing succeeded"
    end("C’est fait.", "done")
    assert not page.wrong
    assert "Erreur" not in window.windowTitle()
    assert page._errors is None


def test_what_is_asked_is_no_error_and_stays(window: MainWindow) -> None:
    page = opened(window, to.Models())
    page.say_error("Ce dossier reste ici.")
    page.tell_problem(models.Problem("Abandonner ?", asks=True))
    assert "Erreur" not in window.windowTitle()
    page.say("C’est fait.", "done")
    assert page._errors is not None
