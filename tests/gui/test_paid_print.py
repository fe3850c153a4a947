"""On a terminal, pages are confirmed before they are printed, with their price; some printers."""

import datetime as dt

import pytest

from desktop_app.core.terminal import Terminal
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.screens.imprimer.view import PrintScreen
from desktop_app.gui.widgets.words import Words
from desktop_app.pages import destinations as to
from desktop_app.pages.printing import PrintIt
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.rendering import Made, make_letter
from tests.gui.harness.printers import Printers
from tests.gui.keyboard import choose, until

DAY = dt.date(2026, 11, 24)
PRICE = "Prix : 0,30\N{NO-BREAK SPACE}€."


@pytest.fixture(scope="module")
def made() -> Made:
    tools = RealTools()
    return make_letter(tools, tools.demo.letter, DAY)


def words(window: MainWindow) -> str:
    page = window.page()
    assert page is not None
    return "\n".join(one.text() for one in page.findChildren(Words) if one.isVisible())


def shown(window: MainWindow, made: Made, service: Printers) -> PrintScreen:
    window.go(to.Print(made, window.context.tools.demo.letter, service))
    page = window.page()
    assert isinstance(page, PrintScreen)
    until(lambda: "imprimée" in words(window))
    return page


def public(context: Context, terminal: Terminal) -> None:
    context.session.public = True
    context.tools.__dict__["terminal"] = terminal


def test_the_price_is_said_and_the_pages_are_confirmed_before(
    window: MainWindow, context: Context, made: Made
) -> None:
    public(context, Terminal(price=15))
    service = Printers("Accueil")
    page = shown(window, made, service)
    assert PRICE in words(window)  # the letter alone: two pages
    page.press(PrintIt())
    asked = f"2 pages seront imprimées. {PRICE} Imprimer maintenant ?"
    until(lambda: asked in words(window))
    assert service.sent == []
    choose("Ne pas imprimer")
    assert service.sent == []
    page.press(PrintIt())
    choose("Imprimer 2 pages")
    until(lambda: len(service.sent) == 1)


def test_at_home_nothing_more_is_asked(window: MainWindow, made: Made) -> None:
    service = Printers("Bureau")
    page = shown(window, made, service)
    assert "Prix" not in words(window)
    page.press(PrintIt())
    until(lambda: len(service.sent) == 1)


def test_a_printer_that_is_not_allowed_is_not_there(
    window: MainWindow, context: Context, made: Made
) -> None:
    public(context, Terminal(printers=("Salle",)))
    window.go(to.Print(made, context.tools.demo.letter, Printers("Accueil")))
    until(lambda: "Aucune imprimante n’est trouvée" in words(window))


def test_what_printing_would_cost_is_said_where_one_takes_papers_away(
    window: MainWindow, context: Context, made: Made
) -> None:
    public(context, Terminal(price=20))
    page = shown(window, made, Printers("Accueil"))
    carried = page._carried(made)
    cost = "L’imprimer ici coûterait 0,40\N{NO-BREAK SPACE}€."
    assert carried.told == (f"Ce papier a 2 pages. {cost}",)
