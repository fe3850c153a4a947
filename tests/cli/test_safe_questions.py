"""One dossier fills a form for five people, by command: its questions come with what is known."""

import json
from pathlib import Path

from tests.cli.test_form import form
from tests.cli.test_safe import safe
from tests.helpers.household import HER, ON, household, pdf
from tests.helpers.safes import PHRASE, new_safe, open_safe


def test_each_is_answered_from_its_own_sheet_then_filled(tmp_path: Path) -> None:
    folder, file, answers = new_safe(tmp_path, ON), tmp_path / "foyer.pdf", tmp_path / "r.toml"
    file.write_bytes(pdf())
    with open_safe(folder, ON) as opened:
        household(opened)
    status, data, _said = safe("questions", folder, file, "--person", HER, phrase=PHRASE)
    assert status == 0
    asked = [one for section in data["sections"] for one in section["questions"]]
    assert [(one["whose"], one["known"]) for one in asked if one["known"]] == [
        *((None, "Martin"), (None, "Anne"), (None, "285037512345688")),
        *(("conjoint", "Durand"), ("conjoint", "Paul"), ("conjoint", "183067512345690")),
        *(("a_charge_1", "Léa Martin"), ("a_charge_1", "09/10/2012"), ("a_charge_1", "oui")),
        *(("a_charge_2", "Tom Martin"), ("a_charge_2", "11/12/2016"), ("a_charge_2", "oui")),
        *(("a_charge_3", "Zoé Martin"), ("a_charge_3", "07/08/2020")),
    ]
    known = [f"{one['id']} = {json.dumps(one['known'])}" for one in asked if one["known"]]
    answers.write_text("\n".join(("[answers]", *known)), "utf-8")
    status, filled, _said = form("fill", file, "--answers", answers, "--out", tmp_path / "o.pdf")
    assert (status, filled["verified"]) == (0, filled["total"])
    assert filled["total"] >= 12
