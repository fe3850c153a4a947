"""Months added because the person lives far from the court (CJA R.421-7)."""

from desktop_app.core.deadlines.tables import ABROAD, SAME, Tables


def months(tables: Tables, territory: str, residence: str) -> int:
    """Return the months to add.

    Args:
        territory: the court's place.
        residence: the person's place at the date of the act; empty for the same one.

    Court in metropolitan France: one month for residents of an overseas territory. Court overseas:
    one month for those who do not live in that territory, except between territories whose court
    sits in the same town (prudent). Abroad: two months.
    """
    if residence in (SAME, territory):
        return 0
    if residence == ABROAD:
        return tables.distance.abroad
    court, home = tables.territories[territory], tables.territories[residence]
    if court.group == home.group == "metropole":
        return 0
    if court.court_group and court.court_group == home.court_group:
        return 0
    return tables.distance.overseas
