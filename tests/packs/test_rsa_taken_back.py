"""Where the State tries out the RSA (Seine-Saint-Denis, Pyrénées-Orientales, Ariège): no end.

The trial is extended to the end of 2031 (finance law of 2026, by the specialised press): nobody
is sent to another office on 1 January 2027.
"""

import datetime as dt
import re

import pytest

from desktop_app.datafiles import data_root
from tests.helpers.rsa import plain
from tests.helpers.shipped import Shipped

PLACES = ("seine-saint-denis", "pyrenees-orientales", "ariege")
LETTERS = {
    "caf-indu-rsa": Shipped("caf-indu-rsa", "1-je-ne-dois-rien.toml"),
    "caf-remise": Shipped("caf-remise", "6-rsa-repris-par-l-etat.toml"),
    "caf-refus-droit": Shipped("caf-refus-droit", "2-rsa-je-ne-comprends-pas.toml"),
    "caf-suspension": Shipped("caf-suspension", "2-rsa-papiers-envoyes.toml"),
    "rsa-sanction-rapo": Shipped("rsa-sanction-rapo", "4-bobigny-aux-deux.toml"),
}
NOW, AFTER = dt.date(2026, 11, 28), dt.date(2027, 2, 1)


@pytest.mark.parametrize("pack", LETTERS)
@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("said", ["caf", "departement", "rien"])
def test_the_same_office_after_the_new_year(pack: str, place: str, said: str) -> None:
    # The last line: an answer that the new year itself would refuse.
    answers = {"lieu_rsa": place, "destinataire_indique": said, "urgence_date": None}
    letters = [LETTERS[pack].prepared(day=day, **answers) for day in (NOW, AFTER)]
    assert letters[0].recipient == letters[1].recipient
    assert letters[0].copies == letters[1].copies
    head = "président" if said == "departement" else "directeur"
    assert head in plain(letters[1].recipient)[0]
    for letter in letters:
        told = [one for one in plain(letter.warnings) if "à titre d'essai" in one]
        assert len(told) == 1
        assert "31 décembre 2031, selon la presse spécialisée" in told[0]


def test_no_file_of_forms_ends_the_trial_this_year() -> None:
    wrong = re.compile(r"31 d[eé]cembre 2026|1er janvier 2027", re.IGNORECASE)
    for file in sorted((data_root("forms")).rglob("*.toml")):
        if "examples" in file.parts:
            continue
        lines = [line for line in file.read_text("utf-8").splitlines() if "RSA" in line]
        assert not wrong.search("\n".join(lines)), file  # another trial does end then
