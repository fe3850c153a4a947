"""``papier-libre catalogue``, to the letter of its contract."""

import json
import re
from collections.abc import Callable

import pytest

from desktop_app.cli.main import run
from desktop_app.pages.finding import said_so
from desktop_app.pages.page import Choice
from desktop_app.wiring import RealTools

Run = Callable[..., tuple[int, dict]]
KEYS = ["id", "kind", "title", "plain_title", "family", "procedure", "score"]
KEYS += ["edition", "seen_on", "withdrawn", "successor", "seen", "number", "prepared"]


@pytest.fixture
def catalogue(capsys: pytest.CaptureFixture[str]) -> Run:
    """Run the command; return its status and its JSON."""

    def catalogue(*arguments: str) -> tuple[int, dict]:
        status = run(["catalogue", *arguments, "--json"], RealTools)
        return status, json.loads(capsys.readouterr().out)

    return catalogue


def test_every_pack_with_the_keys_of_the_contract(catalogue: Run) -> None:
    status, data = catalogue()

    assert status == 0
    assert list(data) == ["items"]
    assert all(list(item) == KEYS for item in data["items"])
    assert {item["kind"] for item in data["items"]} == {"letter", "form"}


def test_the_caf_asks_for_money_back(catalogue: Run) -> None:
    _, data = catalogue("--search", "la caf me réclame des sous")

    assert data["items"][0]["id"] == "caf-indu-rsa"


@pytest.mark.parametrize("kind", ["letter", "form"])
def test_one_kind_only(catalogue: Run, kind: str) -> None:
    _, data = catalogue("--kind", kind)

    assert {item["kind"] for item in data["items"]} == {kind}


@pytest.mark.parametrize(
    "words", ["oqtf recours", "papier oqtf jai 30 jours", "la préfecture me dit de partir"]
)
@pytest.mark.parametrize("kind", [(), ("--kind", "letter")])
def test_what_presses_comes_first_as_in_the_window(
    catalogue: Run, capsys: pytest.CaptureFixture[str], words: str, kind: tuple[str, ...]
) -> None:
    _, data = catalogue("--search", words, *kind)

    first = data["items"][0]
    assert list(first) == KEYS
    assert (first["id"], first["kind"]) == ("oqtf", "urgent")
    found = {item["id"] for item in data["items"]}
    assert not found & {"pref-gracieux", "recours-hierarchique", "retrait"}

    assert run(["catalogue", "--search", words, *kind], RealTools) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("urgent oqtf ")
    assert "  Urgent : Je dois quitter la France (OQTF)" in printed.splitlines()[0]


def test_something_that_presses_without_saying_what(
    catalogue: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    _, data = catalogue("--search", "urgent")

    assert (data["items"][0]["id"], data["items"][0]["kind"]) == ("", "urgent")
    assert run(["catalogue", "--search", "urgent"], RealTools) == 0
    first = capsys.readouterr().out.splitlines()[0]
    assert re.fullmatch(r"urgent +Urgent : que faire aujourd’hui", first)


def test_a_delay_that_is_over_is_told_as_in_the_window(
    catalogue: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = "la caf trop tard le délai est passé"
    _, data = catalogue("--search", typed)
    offers = said_so(RealTools().catalogue, RealTools().law, typed)
    assert data["page"]["heading"] == "Écrivez avec vos mots"
    (search,) = data["page"]["blocks"]
    assert search["found"]["words"] == offers.words
    assert "trop tard ?" in search["found"]["shown"]["blocks"][0]["words"]

    assert run(["catalogue", "--search", typed], RealTools) == 0
    printed = capsys.readouterr().out
    assert re.match(r"which-delay +Le délai est passé : trop tard \?\n", printed)
    papers = printed.partition("\n\nAnciennes éditions\n")
    lines = [*papers[0].splitlines(), *papers[2].splitlines()]
    told = [line.split("  ")[-1].strip() for line in lines if not line.startswith("    ")]
    assert told == [one.words for one in offers.shown.blocks if isinstance(one, Choice)]


def test_a_form_no_longer_taken_is_never_first(catalogue: Run) -> None:
    _, data = catalogue("--search", "la caf me demande 3200 euro de rsa")

    assert data["items"][0]["id"] == "caf-indu-rsa"


def test_nothing_found_is_no_error_and_says_who_helps(catalogue: Run) -> None:
    status, data = catalogue("--search", "xyzzy crocodile")
    assert (status, data["nothing"]) == (0, True)
    assert [item["id"] for item in data["items"]] == ["lettre-libre"]
    assert {"id", "name", "does", "free", "number", "source", "seen_on", "confidence"} <= {
        *data["help"][0]
    }
    _, data = catalogue("--search", "xyzzy crocodile", "--kind", "form")
    assert (data["items"], data["nothing"]) == ([], True)


def test_what_is_found_is_told_to_be_something(catalogue: Run) -> None:
    _, data = catalogue("--search", "la caf me réclame des sous")
    assert (data["nothing"], data["help"]) == (False, [])


def test_a_kind_that_does_not_exist(catalogue: Run) -> None:
    status, data = catalogue("--kind", "poster")

    assert (status, data["error"]["code"]) == (2, "usage")


def test_in_plain_french(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["catalogue"], RealTools) == 0

    assert "caf-indu-rsa" in (printed := capsys.readouterr().out)
    assert "La Caf me réclame de l’argent du RSA" in printed


def test_a_broken_pack_of_ones_own_is_said_on_standard_error(
    capsys: pytest.CaptureFixture[str], home
) -> None:
    folder = home / "papier-libre" / "modeles" / "letters" / "casse"
    folder.mkdir(parents=True)
    (folder / "letter.toml").write_text("id =\n", "utf-8")

    assert run(["catalogue", "--json"], RealTools) == 0
    printed = capsys.readouterr()

    assert json.loads(printed.out)["items"]
    assert "casse (letter.toml, ligne 1)" in printed.err


def test_what_a_form_became_is_said(catalogue: Run, capsys: pytest.CaptureFixture[str]) -> None:
    _, data = catalogue("--kind", "form")
    last = next(item for item in data["items"] if item["id"] == "15548-domiciliation")
    assert (last["edition"], last["withdrawn"], last["successor"]) == ("15548*02", True, "16029*01")
    assert [item["withdrawn"] for item in data["items"]] == sorted(
        item["withdrawn"] for item in data["items"]
    )

    run(["catalogue", "--kind", "form"], RealTools)
    lines = capsys.readouterr().out.splitlines()
    place = next(n for n, line in enumerate(lines) if line.startswith("15548"))
    assert lines[place].endswith("(formulaire n° 15548*02)")
    assert lines[place + 1].startswith("    Ancienne édition. Demandez le n° 16029*01 au guichet.")
    assert last["seen_on"] == "2026-11-24"
