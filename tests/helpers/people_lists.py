"""Lists of nobody, for tests: thousands of people, some lines of them faulty."""

import random
from collections.abc import Iterator

FIRST = ("Fatou", "Mamadou", "Jean-Pierre", "Élodie", "Nguyễn", "Awa", "Ali", "Marie", "Zoé", "Ana")
SYLLABLES = ("ba", "di", "al", "lo", "ma", "ra", "ton", "sil", "va", "mo", "ka", "ri", "na", "be")
HEAD = (
    "N° de dossier", "Prénom et nom", "Date de naissance", "Téléphone", "Courriel", "Adresse",
    "Code postal", "Commune", "N° d’allocataire", "Foyer", "Lien",
)  # fmt: skip
FAULTS = (
    (2, "31/02/1982"), (2, "hier"), (2, "14/03/2150"), (4, "pas une adresse"), (3, "abc"), (1, ""),
)  # fmt: skip
"""A column, and what no answer can be there."""


def people(count: int, faulty: int, seed: int = 3) -> list[list[str]]:
    """Return so many lines, the head left out; ``faulty`` of them, spread, cannot be read."""
    rng = random.Random(seed)
    rows = list(_sound(count, rng))
    for n, place in enumerate(sorted(rng.sample(range(count), faulty))):
        column, wrong = FAULTS[n % len(FAULTS)]
        rows[place][column] = wrong
    return rows


def _sound(count: int, rng: random.Random) -> Iterator[list[str]]:
    for n in range(1, count + 1):
        last = "".join(rng.choices(SYLLABLES, k=3)).title()
        home = str(n // 4) if n % 3 else ""
        yield [
            str(n),
            f"{FIRST[n % len(FIRST)]} {last}",
            f"{rng.randint(1, 28):02}/{rng.randint(1, 12):02}/{rng.randint(1930, 2020)}",
            f"06 {n // 1_000_000:02} {n // 10_000 % 100:02} {n // 100 % 100:02} {n % 100:02}",
            f"p{n}@exemple.fr",
            f"{rng.randint(1, 99)} rue Haute",
            "75011",
            "Paris",
            f"{1_000_000 + n}",
            home,
            ("", "fille", "fils", "conjoint")[n % 4] if home else "",
        ]
