"""The page of the first tester on a real Windows: thirty gestures, labels as shown."""

import re
from pathlib import Path

PROJECT = Path(__file__).parents[2]
PAGE = PROJECT / "resources" / "packaging" / "windows" / "FIRST_TESTER.md"
OF_WINDOWS = {
    "Extraire tout", "Windows a protégé votre ordinateur", "Informations complémentaires",
    "Exécuter quand même", "Moniteur de ressources > Réseau", "Changer d’utilisateur",
    "Informations d’identification Windows", "Accès contrôlé aux dossiers", "Ouvrir avec",
    "empêche l’arrêt", "Bloquer",
}  # fmt: skip
NO_LABELS = {"on", "œ", "oe", "’", "'", "Papier libre", "papier-libre"}


def test_there_are_thirty_gestures_each_with_what_is_expected() -> None:
    rows = re.findall(r"^\| (\d+) \| (.+?) \| (.+) \|$", PAGE.read_text("utf-8"), re.M)
    assert [int(number) for number, *_ in rows] == list(range(1, 31))


def test_each_label_is_one_of_the_window() -> None:
    """A label renamed in the window would send the tester to look for what is not there."""
    known = "".join(
        re.sub(r'"\n"', "", (PROJECT / "translations" / "en" / name).read_text("utf-8"))
        for name in ("app.po", "packs.po", "law.po")
    )
    said = set(re.findall(r'"([^"]+)"', PAGE.read_text("utf-8"))) - OF_WINDOWS - NO_LABELS
    assert len(said) > 25
    assert [one for one in sorted(said) if one not in known and not _each(one, known)] == []


def _each(one: str, known: str) -> bool:
    return all(part in known for part in one.split(", "))
