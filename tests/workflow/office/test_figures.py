"""How one matter ended, which language one speaks, and who may see the figures."""

import datetime as dt
import time
from collections.abc import Iterator

import pytest

from desktop_app.core.figures import LANGUAGES, SPOKEN
from desktop_app.core.office import Office, OnlyResponsable
from desktop_app.core.packs.families import FAMILIES
from desktop_app.wiring import RealTools
from desktop_app.workflow.office import figures
from desktop_app.workflow.office.settings import keep_office
from desktop_app.workflow.people import people
from desktop_app.workflow.store import Safe
from tests.helpers.figures import THEMES, YEAR, fill_with_figures
from tests.helpers.safes import new_safe, open_safe

ON, LATER = dt.date(2026, 11, 24), dt.date(2026, 12, 1)
TOOLS = RealTools()


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Safe]:
    folder = tmp_path_factory.mktemp("chiffres")
    with open_safe(new_safe(folder, ON), ON) as opened:
        fill_with_figures(opened)
        yield opened


def test_an_end_is_optional_corrected_keeps_its_day_and_is_taken_back(safe: Safe) -> None:
    dossier = safe.dossiers.add("C2S", on=ON, procedure="cpam-c2s")
    figures.close(safe, dossier, on=ON)
    assert figures.ending(safe, dossier).outcome == ""
    figures.close(safe, dossier, on=LATER, outcome="granted")
    assert (figures.ending(safe, dossier).closed_on, figures.ending(safe, dossier).outcome) == (
        ON,
        "granted",
    )
    figures.open_again(safe, dossier)
    assert figures.ending(safe, dossier).closed_on is None


def test_a_language_is_noted_told_in_french_corrected_and_forgotten(safe: Safe) -> None:
    person = safe.people.add("Fatou", on=ON)
    figures.keep_language(safe, person, "pt", on=ON)
    figures.keep_language(safe, person, "ar", on=LATER)
    assert figures.language_of(safe, person) == "ar"
    begun = time.process_time()
    told = people.whole_sheet(safe, TOOLS.catalogue, person).known
    assert time.process_time() - begun < 2, "every pack was read to find its question"
    assert [(one.field, one.answer) for one in told] == [(SPOKEN, LANGUAGES["ar"])]
    figures.keep_language(safe, person, "", on=LATER)
    assert figures.language_of(safe, person) == ""


def test_each_procedure_and_each_pack_has_its_theme_and_its_body(safe: Safe) -> None:
    theme = figures.themes_of(TOOLS)
    assert {theme(f"procedure:{one}") for one in THEMES} == {
        "maladie",
        "caf",
        "logement",
        "handicap",
    }
    assert all(theme(f"pack:{one.id}") in FAMILIES for one in TOOLS.catalogue.search())
    assert (theme("procedure:none"), theme("pack:none"), theme("")) == ("", "", "")


def test_once_an_office_is_set_up_its_figures_are_for_its_responsable(safe: Safe) -> None:
    found = TOOLS.figure_sets[0]
    period = figures.year_of(YEAR)
    assert figures.count(safe, TOOLS, found, period).tables
    helper = safe.team.at_work
    keep_office(safe, Office(name="Bureau"))
    assert (safe.team.at_work is not None) or helper is None
    if safe.team.at_work is None or safe.team.at_work.role != "responsable":
        with pytest.raises(OnlyResponsable):
            figures.count(safe, TOOLS, found, period)
    else:
        assert figures.count(safe, TOOLS, found, period).tables


def test_the_year_most_wanted_is_that_before_in_winter() -> None:
    assert figures.default_year(dt.date(2026, 1, 5)) == 2025
    assert figures.default_year(dt.date(2026, 3, 5)) == 2026


def test_a_period_that_is_none_is_refused() -> None:
    with pytest.raises(figures.NoSuchPeriod):
        figures.expect_period(figures.Period("2026-02", "2026-01"))
    assert figures.Period("2026-01", "2026-12").year == 2026
