"""``papier-libre pack check`` and ``pack list``: what an author sees."""

import json
import os
import re
from pathlib import Path
from typing import get_args

import pytest

from desktop_app.cli.main import run
from desktop_app.core.deadlines.freshness import Kind
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools
from desktop_app.workflow.guidance.to_verify import GRAVEST
from tests.helpers import nobody
from tests.helpers.packs import EXAMPLE, changed
from tests.helpers.packs import IDENTITY as SMALL_IDENTITY
from tests.helpers.packs import LETTER as SMALL


def for_others(text: str) -> str:
    """Return a small pack with what others need besides: reasons, words to find it by."""
    text = re.sub(r'(\n *)(label = "[^"]*\?")', r'\1\2\1why = "Pour écrire la lettre."', text)
    words = '["essai", "essayer", "pour voir", "un test", "faire un essai", "tenter"]'
    return text.replace('["essai"]', words)


LETTER, IDENTITY = for_others(SMALL), for_others(SMALL_IDENTITY)


@pytest.fixture
def packs(tmp_path: Path) -> Path:
    for name, text in {
        "common/identite.toml": IDENTITY,
        "letters/essai/letter.toml": LETTER,
        "letters/essai/examples/simple.toml": EXAMPLE,
    }.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def pack(capsys, *arguments: str) -> tuple[int, dict]:
    status = run(["pack", *arguments, "--json"], RealTools)
    return status, json.loads(capsys.readouterr().out)


def test_a_good_pack(capsys, packs):
    status, data = pack(capsys, "check", str(packs / "letters" / "essai"))

    assert status == 0
    assert data["packs"] == [
        {"id": "essai", "path": str(packs / "letters" / "essai"), "ok": True, "problems": []}
    ]


@pytest.mark.parametrize(
    ("old", "new", "code", "place", "near"),
    [
        pytest.param(
            '\nmeaning = "Vous dites pourquoi."',
            '\nmeanin = "x"',
            "pack-unknown-key",
            "letter.toml, paragraphe 2, clé meanin",
            "meaning",
            id="unknown key",
        ),
        pytest.param(
            "{{ recits }}",
            "{{ recit }}",
            "pack-unknown-name",
            "letter.toml, paragraphe 2, clé text",
            "recits",
            id="unknown name",
        ),
        pytest.param(
            "\nwhen = \"accord == 'non'\"\noptional",
            "\nwhen = \"accord == 'oui' and accord == 'non'\"\noptional",
            "pack-unreachable",
            "letter.toml, paragraphe 2, clé when",
            "",
            id="unreachable paragraph",
        ),
        pytest.param(
            "{{ recits }}",
            "{{ recits.__class__ }}",
            "template-forbidden",
            "letter.toml, paragraphe 2, clé text",
            "",
            id="forbidden syntax",
        ),
    ],
)
def test_a_bad_pack_says_the_file_the_place_and_the_near_miss(
    capsys, packs, old, new, code, place, near
):
    letter = changed(old, new, LETTER)
    (packs / "letters" / "essai" / "letter.toml").write_text(letter, "utf-8")

    status, data = pack(capsys, "check", str(packs))

    assert status == 3
    (checked,) = data["packs"]
    found = {p["code"]: p for p in checked["problems"]}[code]
    assert not checked["ok"]
    assert found["place"].startswith(place)
    assert "ligne" in found["place"]
    assert found.get("suggestion", "") == near


@pytest.mark.slow  # tests/packs/test_packs.py asks the same of all of ours, without the command
def test_a_folder_above_packs_checks_them_all(capsys):
    status, data = pack(capsys, "check", str(data_root("forms")))

    assert status == 0, data
    assert len(data["packs"]) >= 3


def test_one_bad_pack_does_not_stop_the_others(capsys, packs):
    bad = packs / "letters" / "autre"
    bad.mkdir()
    (bad / "letter.toml").write_text("id =", "utf-8")

    status, data = pack(capsys, "check", str(packs))

    assert status == 3
    assert [(p["id"], p["ok"]) for p in data["packs"]] == [("autre", False), ("essai", True)]


def test_a_broken_shared_group_is_told(capsys, packs):
    (packs / "common" / "identite.toml").write_text("id = 3\n", "utf-8")

    status, data = pack(capsys, "check", str(packs))

    assert status == 3
    places = [problem["place"] for problem in data["packs"][0]["problems"]]
    assert any(place.startswith("common/identite.toml") for place in places)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        pytest.param(lambda place: None, "file-missing", id="nothing there"),
        pytest.param(lambda place: place.write_text("x"), "pack-folder-wanted", id="a file"),
        pytest.param(os.mkfifo, "pack-folder-wanted", id="a tube"),
        pytest.param(lambda place: place.mkdir(), "pack-schema", id="an empty folder"),
    ],
)
def test_a_path_that_is_no_folder_of_packs(capsys, tmp_path, make, code):
    make(tmp_path / "ici")

    status, data = pack(capsys, "check", str(tmp_path / "ici"))

    assert (status, data["error"]["code"]) == (3, code)


def test_in_plain_french(capsys, packs):
    letter = changed("{{ recits }}", "{{ recit }}", LETTER)
    (packs / "letters" / "essai" / "letter.toml").write_text(letter, "utf-8")

    assert run(["pack", "check", str(packs)], RealTools) == 3
    printed = " ".join(capsys.readouterr().out.split())

    assert "ERREUR DANS 1 MODÈLE. essai : letter.toml" in printed
    assert "Aucune question ne s’appelle « recit ». Vouliez-vous écrire « recits » ?" in printed


def test_every_pack_is_listed(capsys):
    status, data = pack(capsys, "list")

    assert status == 0
    assert {"id", "kind", "title", "ok"} <= set(data["packs"][0])


def test_what_a_lawyer_must_verify_is_listed_a_day_first_then_a_judge(capsys):
    status, data = pack(capsys, "list", "--to-verify")

    assert status == 0
    marked = {
        file.parent.name
        for kind in ("letters", "official")
        for file in (data_root("forms") / kind).glob("*/*.toml")
        if re.search(r'^(to_verify = true|confidence = "basse")', file.read_text(), re.MULTILINE)
    }
    found = data["to_verify"]
    assert {one["owner"] for one in found if one["kind"] in ("letter", "form")} == marked
    kinds = {"procedure", "event", "rule", "emergency", "court", "helper", "amount", "argument"}
    assert kinds <= {one["kind"] for one in found}
    assert all(one["title"] and one["seen_on"] for one in found)
    order = [GRAVEST.index(one["gravity"]) for one in found]
    assert order == sorted(order)
    by_gravity = {one["owner"]: one["gravity"] for one in found}
    assert (by_gravity["cnda"], by_gravity["pole-social-requete"]) == ("deadline", "court")
    told = [block["words"] for block in data["page"]["blocks"] if "words" in block]
    assert told[1] == "À lire d’abord : les délais"
    assert told[-1] == "Enfin : les adresses, et qui aide"


def test_rules_past_their_day_are_listed_the_longest_waiting_first(capsys):
    status, data = pack(capsys, "list", "--to-review", "--on", "2028-12-01")

    assert status == 0
    found = data["to_review"]
    kinds = {*get_args(Kind)}
    assert {one["kind"] for one in found} == kinds, "each kind has an end"
    days = [one["review_by"] for one in found]
    assert days == sorted(days)
    assert max(days) < "2028-12-01"
    assert {"rsa-personne-seule", "cada", "caf-rapo-rsa"} <= {one["owner"] for one in found}
    counted = f"Au 1er décembre 2028 : {len(found)} règles à relire."
    assert data["page"]["blocks"][0]["words"] == counted


def test_a_folder_that_may_not_be_read_is_not_said_to_be_empty(capsys):
    nobody.needed()
    tools = RealTools()
    tools.catalogue.search()  # read by who may
    with nobody.folder() as place:
        (place / "clos").mkdir(mode=0o700)
        os.seteuid(int(nobody.ID))
        try:
            status = run(["pack", "check", str(place / "clos"), "--json"], lambda: tools)
        finally:
            os.seteuid(0)
    refused = json.loads(capsys.readouterr().out)["error"]["code"]
    assert (status, refused) == (3, "pack-folder-closed")
