"""``papier-libre law arguments``: the bank, by family, by paper, one whole, what is to be read."""

import json
from typing import Any

import pytest

from desktop_app.cli.main import run
from desktop_app.wiring import RealTools


@pytest.fixture
def law(capsys: pytest.CaptureFixture[str]) -> Any:
    def law(*arguments: str) -> tuple[int, str]:
        status = run(["law", "arguments", *arguments], RealTools)
        return status, capsys.readouterr().out

    return law


def test_all_of_them_by_family_with_how_sure_they_are(law: Any) -> None:
    status, told = law()
    assert status == 0
    assert "pas-de-couple : Nous ne sommes pas un couple (fiabilité haute" in told
    _, printed = law("--json")
    found = json.loads(printed)["arguments"]
    assert len(found) == 149
    assert {one["family"] for one in found} >= {"decision", "control", "debt", "procedure"}


def test_one_whole_says_who_does_not_hear_it(law: Any) -> None:
    _, told = law("motifs-absents")
    for words in (
        "La question",
        "La preuve",
        "CRPA L.211-2",
        "Qui ne l’écoute pas",
        "droit-social",
    ):
        assert words in told
    _, printed = law("motifs-absents", "--json")
    found = json.loads(printed)
    assert "droit-social" in found["closed_by"]
    assert "ta-france-travail" in found["orders"]


def test_a_paper_in_the_order_in_which_it_is_printed(law: Any) -> None:
    _, told = law("--paper", "ta-requete-social")
    assert told.index("pas-de-couple") < told.index("prescription-deux-ans")
    _, printed = law("--paper", "ta-requete-social", "--json")
    orders = {one["id"]: one for one in json.loads(printed)["orders"]}
    assert orders["ta-refus-droit"]["rows"]["form"] == []
    assert "droit-social" in {gate["id"] for gate in orders["ta-refus-droit"]["gates"]}


def test_what_a_lawyer_must_read_again(law: Any) -> None:
    _, printed = law("--to-verify", "--json")
    found = json.loads(printed)["arguments"]
    assert found
    assert all(one["to_verify"] for one in found)
    _, printed = law("--family", "debt", "--json")
    assert {one["family"] for one in json.loads(printed)["arguments"]} == {"debt"}


@pytest.mark.parametrize("arguments", [["rien"], ["--paper", "rien"], ["--family", "rien"]])
def test_what_is_not_there_is_refused(law: Any, arguments: list[str]) -> None:
    assert law(*arguments)[0] == 2
