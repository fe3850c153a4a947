"""An office of nobody real, with a year of people, dossiers and papers to count."""

import datetime as dt
from itertools import cycle

from desktop_app.core.figures import SPOKEN
from desktop_app.workflow.store import Safe

YEAR = 2025
THEMES = {"cpam-c2s": 14, "caf-cra-pf": 9, "dalo-recours-amiable": 6, "mdph-rapo": 3}
"""How many dossiers each procedure has: the last is a small group."""
BY_LANGUAGE = {"fr": 16, "pt": 10, "ar": 5, "ti": 1}
ENDS = ("granted", "refused", "")


def fill_with_figures(safe: Safe, year: int = YEAR) -> None:
    """Write a year in a safe, unless it is there."""
    if safe.figures.counted(f"{year}-01", f"{year}-12"):
        return
    languages = [one for one, count in BY_LANGUAGE.items() for _ in range(count)]
    procedures = [one for one, count in THEMES.items() for _ in range(count)]
    ends = cycle(ENDS)
    with safe.act():
        for number, (language, procedure) in enumerate(zip(languages, procedures, strict=True)):
            day = dt.date(year, number % 11 + 1, 5)
            person = safe.people.add(f"Personne {number}", on=day)
            safe.people.keep_value(person, SPOKEN, language, source="helper", on=day)
            dossier = safe.dossiers.add(
                f"Dossier {number}", on=day, person=person, procedure=procedure
            )
            if number % 2:
                safe.figures.close(dossier, on=day, outcome=next(ends))
