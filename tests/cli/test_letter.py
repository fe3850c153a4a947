"""``papier-libre letter``: always written, unless an answer is wrong; every problem at once."""

import datetime as dt
import json
import os
from pathlib import Path

import pytest

from desktop_app.cli.main import run
from desktop_app.cli.page_data import page_data
from desktop_app.core.answers.answer_file import read_draft
from desktop_app.datafiles import data_root
from desktop_app.pages.page import Page
from desktop_app.pages.until import card
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.preparing import prepare_letter

EXAMPLES = data_root("forms") / "letters" / "caf-indu-rsa" / "examples"
CONTRACT = ["pages", "paragraphs", "deadline", "enclosures", "sources", "missing"]
GOOD = (EXAMPLES / "1-je-ne-dois-rien.toml").read_text("utf-8")
TOOLS = RealTools()


@pytest.fixture
def letter(capsys, tmp_path):
    """Write a letter from a text of answers; return the status, the JSON, and the PDF's path."""

    def letter(answers: str | Path, *options: str, pack: str = "caf-indu-rsa"):
        source = answers if isinstance(answers, Path) else tmp_path / "A.toml"
        if isinstance(answers, str):
            source.write_text(answers, "utf-8")
        out = tmp_path / "L.pdf"
        status = run(
            ["letter", pack, "--answers", str(source), "--out", str(out), "--json", *options],
            lambda: TOOLS,
        )
        return status, json.loads(capsys.readouterr().out), out

    return letter


def wrong(data: dict) -> dict[str, str]:
    return {problem["question"]: problem["code"] for problem in data["error"]["problems"]}


def test_the_contract(letter):
    status, data, out = letter(GOOD, "--today", "2026-11-24")

    assert status == 0
    assert list(data)[:6] == CONTRACT
    assert data["paragraphs"][0] == "contestation"
    assert data["deadline"]["last_day"] == "2027-01-05"
    assert [paper["pages"] for paper in data["enclosures"]] == [2, 1]
    assert data["missing"] == data["unanswered"] == []
    assert out.read_bytes().startswith(b"%PDF-")


def test_what_is_said_of_the_last_day_is_the_card_of_the_window(letter):
    today = dt.date(2026, 11, 24)
    _, data, _ = letter(GOOD, "--today", today.isoformat())

    draft = read_draft(GOOD.encode(), "caf-indu-rsa", "A.toml")
    found = prepare_letter(TOOLS.catalogue, TOOLS.law, draft, today).deadline
    shown = page_data(Page("", (card(found, today, explained=True),), ()))
    assert data["page"]["blocks"][1] == shown["blocks"][0]


def test_the_kit_is_one_longer_pdf(letter):
    _, alone, _ = letter(GOOD, "--today", "2026-11-24")
    _, kit, _ = letter(GOOD, "--today", "2026-11-24", "--kit")

    assert kit["pages"] > alone["pages"] + 2


@pytest.mark.parametrize("file", sorted(f.name for f in EXAMPLES.iterdir()))
def test_every_example_is_a_file_of_answers(letter, file):
    status, data, _ = letter((EXAMPLES / file).read_text("utf-8"), "--today", "2026-11-24")

    assert status == 0, data


def test_what_is_not_known_is_left_blank_and_listed(letter):
    answers = GOOD.replace("je_ne_sais_pas = []", 'je_ne_sais_pas = ["montant"]')
    status, data, _ = letter(answers.replace('montant = "1842"\n', ""), "--today", "2026-11-24")

    assert status == 0
    assert [one["question"] for one in data["missing"]] == ["montant"]


def test_without_any_answer_the_letter_is_written_and_its_blanks_are_listed(letter):
    status, data, out = letter("[answers]\n", "--today", "2026-11-24")

    assert status == 0
    assert {"nom", "montant", "adresse_voie"} <= {one["question"] for one in data["missing"]}
    assert data["deadline"] is None
    assert out.is_file()
    assert "position" in {one["question"] for one in data["unanswered"]}, "no pen can fill that"


@pytest.mark.parametrize(
    ("old", "new", "question", "code"),
    [
        pytest.param(
            '"03/11/2026"', '"31/02/2026"', "date_decision", "date-impossible", id="no such day"
        ),
        pytest.param(
            '"05/11/2026"', '"05/11/2027"', "date_reception", "date-future", id="in the future"
        ),
        pytest.param(
            '"05/11/2026"',
            '"02/11/2026"',
            "date_reception",
            "date-before",
            id="before the decision",
        ),
        pytest.param(
            '"03/11/2026"', '"03/11/1998"', "date_decision", "date-too-early", id="too old"
        ),
        pytest.param('"Martin"', '"Мартен"', "nom", "not-latin", id="another alphabet"),
        pytest.param(
            '"12 rue des Tilleuls"',
            f'"{"x" * 39}"',
            "adresse_voie",
            "too-long",
            id="longer than the line",
        ),
        pytest.param('"42000"', '"4200O"', "code_postal", "postal-code-digits", id="O for 0"),
        pytest.param(
            '"principe"', '"principes"', "position", "unknown-choice", id="no such choice"
        ),
        pytest.param(
            "telephone =", "telefone =", "telefone", "unknown-question", id="no such question"
        ),
    ],
)
def test_a_wrong_answer_writes_nothing_and_says_what_to_do(letter, old, new, question, code):
    assert old in GOOD
    status, data, out = letter(GOOD.replace(old, new, 1), "--today", "2026-11-24")

    assert status == 3
    assert wrong(data)[question] == code
    assert not out.exists()


def test_every_problem_at_once_and_never_what_was_typed(letter):
    answers = (
        GOOD.replace('"Martin"', '"ZKANARIЖ"')
        .replace('"1842"', '"ZKANARI2"')
        .replace("42000", "ZKANARI3")
    )

    status, data, _ = letter(answers, "--today", "2026-11-24")

    assert status == 3
    assert wrong(data) == {
        "nom": "not-latin",
        "montant": "not-amount",
        "code_postal": "postal-code-digits",
    }
    assert "3 réponses" in data["error"]["message"]
    assert "ZKANARI" not in json.dumps(data)


@pytest.mark.parametrize(
    ("make", "code"),
    [
        pytest.param(lambda p: None, "file-missing", id="nothing there"),
        pytest.param(lambda p: p.mkdir(), "file-not-regular", id="a folder"),
        pytest.param(os.mkfifo, "file-not-regular", id="a tube"),
        pytest.param(lambda p: p.write_bytes(b"\xff\xfe\x00"), "answer-file", id="not text"),
        pytest.param(lambda p: p.write_text("[answers"), "answer-file", id="not TOML"),
        pytest.param(lambda p: p.write_text("#" * 300_000), "answer-file", id="too big"),
        pytest.param(lambda p: p.write_text("#" * 3_000_000), "file-too-big", id="far too big"),
    ],
)
def test_a_file_of_answers_that_cannot_be_used(letter, tmp_path, make, code):
    make(tmp_path / "bad.toml")

    status, data, out = letter(tmp_path / "bad.toml")

    assert (status, data["error"]["code"]) == (3, code)
    assert not out.exists()


@pytest.mark.parametrize(
    ("pack", "near"),
    [("caf-indu-rs", "caf-indu-rsa"), ("15548-domiciliation", "papier-libre form")],
)
def test_a_letter_that_does_not_exist(letter, pack, near):
    status, data, _ = letter(GOOD, pack=pack)

    assert (status, data["error"]["code"]) == (3, "unknown-pack")
    assert near in data["error"]["message"]


def test_a_date_of_today_that_is_no_date(letter):
    status, data, _ = letter(GOOD, "--today", "demain")

    assert status in (2, 3)
    assert "error" in data


def test_a_paragraph_taken_out_and_one_in_ones_own_words(letter):
    changes = """
[paragraphes]
retires = ["avis-commission"]
[paragraphes.textes]
faits = "Voici mes mots."
"""

    status, data, _ = letter(GOOD + changes, "--today", "2026-11-24")

    assert status == 0
    assert "avis-commission" not in data["paragraphs"]
    assert "faits" in data["paragraphs"]


def test_facts_edited_away_are_pointed_out(letter, capsys, tmp_path):
    own = "Je conteste votre décision du 13 novembre 2026."
    text = f'{GOOD}\n[paragraphes.textes]\ncontestation = "{own}"\n'

    status, data, _ = letter(text, "--today", "2026-11-24")

    assert status == 0
    (edited,) = data["edited"]
    assert edited["id"] == "contestation"
    assert "3 novembre 2026" in edited["lost"], "13 is not 3"
    answers = tmp_path / "A.toml"
    line = ["letter", "caf-indu-rsa", "--answers", str(answers), "--out", str(tmp_path / "L.pdf")]
    run(line, lambda: TOOLS)
    assert "vos mots ne disent plus 3 novembre 2026" in capsys.readouterr().err


def test_the_answers_are_never_written_over(letter, capsys, tmp_path):
    (tmp_path / "L.pdf").write_text(GOOD, "utf-8")

    status, data, out = letter(tmp_path / "L.pdf")

    assert (status, data["error"]["code"]) == (2, "usage")
    assert out.read_text("utf-8") == GOOD


def test_in_plain_french(capsys, tmp_path):
    (tmp_path / "A.toml").write_text(GOOD.replace('montant = "1842"', ""), "utf-8")
    out = tmp_path / "L.pdf"

    arguments = ["--answers", str(tmp_path / "A.toml"), "--out", str(out), "--today", "2026-11-24"]
    assert run(["letter", "caf-indu-rsa", *arguments], lambda: TOOLS) == 0
    printed = capsys.readouterr().out

    assert "JEUDI 31 DÉCEMBRE 2026" in printed  # from the date written on it
    assert "Dernier jour légal : mardi 5 janvier 2027." in printed
    assert "1. Complétez la lettre au stylo. Il manque :\n" in printed
    assert "– Somme réclamée\n" in printed
