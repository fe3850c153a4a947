import datetime as dt
from zoneinfo import ZoneInfo

import pytest

from desktop_app.core.deadlines.errors import (
    DateDoesNotExist,
    DateNotUnderstood,
    HourNotUnderstood,
    YearNotPlausible,
)
from desktop_app.core.deadlines.legal_time import PARIS, LegalTime
from desktop_app.core.deadlines.moments import read_day, read_hour, read_moment
from desktop_app.core.deadlines.near import nearest, slug


def test_a_day_and_an_hour():
    assert read_moment("2026-11-24") == dt.date(2026, 11, 24)
    assert read_moment("2026-12-04T16:30") == dt.datetime.fromisoformat("2026-12-04 16:30")


@pytest.mark.parametrize("written", ["2026-02-31", "2027-02-29", "2026-13-01", "2026-12-04T25:00"])
def test_days_that_do_not_exist(written):
    with pytest.raises(DateDoesNotExist):
        read_moment(written)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "24/11/2026",
        "2026-11-4",
        "20261124",
        "2026-W48-2",
        "hier",
        "2026-12-04T16:30Z",
        "２０２６-11-24",
    ],
)
def test_shapes_that_are_not_understood(written):
    with pytest.raises(DateNotUnderstood):
        read_moment(written)


@pytest.mark.parametrize("written", ["0000-01-01", "0026-11-24", "1899-12-31", "9999-12-31"])
def test_years_that_no_letter_bears(written):
    with pytest.raises(YearNotPlausible):
        read_moment(written)


def test_an_hour_where_a_day_is_asked():
    with pytest.raises(DateNotUnderstood):
        read_day("2026-12-04T16:30")


@pytest.mark.parametrize(
    ("written", "folded"),
    [("Même territoire", "meme-territoire"), ("Étranger", "etranger"), ("l’été", "l-ete")],
)
def test_slug(written, folded):
    assert slug(written) == folded


def test_nearest():
    names = ["recours-ta", "recours-ta-cada", "mdph-rapo"]

    assert nearest("recour-ta", names) == "recours-ta"
    assert nearest("MDPH", names) == "mdph-rapo"
    assert nearest("zzz", names) == ""
    assert nearest("", names) == ""


@pytest.mark.parametrize(
    ("typed", "hour"),
    [
        ("16:30", dt.time(16, 30)),
        ("16h30", dt.time(16, 30)),
        (" 9 h ", dt.time(9)),
        ("0:00", dt.time(0)),
    ],
)
def test_an_hour_is_read_as_people_write_it(typed: str, hour: dt.time) -> None:
    assert read_hour(typed) == hour


@pytest.mark.parametrize("typed", ["", "25:00", "midi", "16:99", "16:30:10"])
def test_what_is_no_hour_is_refused(typed: str) -> None:
    with pytest.raises(HourNotUnderstood):
        read_hour(typed)


@pytest.mark.parametrize(
    ("clocks", "utc", "shown"),
    [
        (PARIS, "2026-03-29T00:59", "2026-03-29T01:59"),
        (PARIS, "2026-03-29T01:00", "2026-03-29T03:00"),
        (PARIS, "2026-10-25T00:59", "2026-10-25T02:59"),
        (PARIS, "2026-10-25T01:00", "2026-10-25T02:00"),
        (LegalTime(-3, "amerique"), "2026-03-08T04:59", "2026-03-08T01:59"),
        (LegalTime(-3, "amerique"), "2026-03-08T05:00", "2026-03-08T03:00"),
        (LegalTime(-3, "amerique"), "2026-11-01T03:59", "2026-11-01T01:59"),
        (LegalTime(-3, "amerique"), "2026-11-01T04:00", "2026-11-01T01:00"),
        (LegalTime(4, ""), "2026-07-14T21:00", "2026-07-15T01:00"),
    ],
)
def test_what_the_clocks_show(clocks, utc, shown):
    at = dt.datetime.fromisoformat(f"{utc}+00:00")
    assert clocks.shows(at) == dt.datetime.fromisoformat(shown)


def test_every_territory_has_the_clocks_of_the_decree_and_of_the_world(law):
    """The zones of the tz database, which does not come from the same text."""
    zones = {
        "metropole": "Europe/Paris",
        "alsace-moselle": "Europe/Paris",
        "guadeloupe": "America/Guadeloupe",
        "martinique": "America/Martinique",
        "guyane": "America/Cayenne",
        "reunion": "Indian/Reunion",
        "mayotte": "Indian/Mayotte",
        "saint-martin": "America/Marigot",
        "saint-barthelemy": "America/St_Barthelemy",
        "saint-pierre-et-miquelon": "America/Miquelon",
        "polynesie": "Pacific/Tahiti",
        "nouvelle-caledonie": "Pacific/Noumea",
        "wallis-et-futuna": "Pacific/Wallis",
    }
    assert zones.keys() == law.tables.territories.keys()
    for place, zone in zones.items():
        for hour in range(366 * 24):
            at = dt.datetime(2026, 1, 1, tzinfo=dt.UTC) + dt.timedelta(hours=hour)
            shown = at.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
            assert law.tables.territories[place].clocks.shows(at) == shown, (place, at)
