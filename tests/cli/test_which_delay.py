"""``papier-libre which-delay``: from a letter received to the delay, both when two may apply."""

import json

import pytest

from desktop_app.cli.main import run
from desktop_app.wiring import RealTools
from desktop_app.workflow.guidance.which_delay import known_cases

TOOLS = RealTools()
CASES = [
    (family, name)
    for family, names in known_cases(TOOLS.law, TOOLS.catalogue).items()
    for name in names
]


@pytest.fixture
def which(capsys):
    def which(*arguments):
        status = run(["which-delay", *arguments, "--today", "2026-11-24"], lambda: TOOLS)
        return status, capsys.readouterr().out

    return which


def test_without_a_case_the_list(which):
    status, told = which()
    assert status == 0
    assert told.startswith("QUI A ÉCRIT CETTE LETTRE ?\n")
    assert "La Caf (allocations, RSA, logement) → which-delay caf\n" in told
    status, told = which("caf")
    assert told.startswith("DE QUOI PARLE CETTE LETTRE ?\n")
    assert "On arrête de me payer → which-delay caf arret\n" in told
    assert json.loads(which("caf", "--json")[1])["cases"].keys() >= {"caf", "etrangers"}


def test_what_may_apply_is_all_shown_with_what_distinguishes(which):
    _, told = which("caf", "refus", "--date", "2026-11-03")
    assert "démarches peuvent correspondre" in told
    assert told.count("Elle concerne : ") >= 3
    assert "RSA ; sauf amende administrative" in told
    assert "mardi 5 janvier" not in told
    assert "lundi 4 janvier 2027" in told
    assert "letter caf-refus-droit" in told


def test_the_notice_received_comes_first(which):
    _, told = which("caf", "refus")
    notice = "Regardez la fin et le dos de la lettre."
    assert told.startswith(f"QUEL DÉLAI POUR VOUS ?\n{notice}")
    page = json.loads(which("caf", "refus", "--json")[1])["page"]
    assert page["blocks"][0]["words"].startswith(notice)
    assert [one["kind"] for one in page["blocks"][1:]].count("card") >= 3


def test_the_first_delay_to_end_comes_first(which):
    _, printed = which("caf", "rembourser", "--date", "2026-11-03", "--json")
    days = [
        one["deadline"]["prudent_day"]
        for one in json.loads(printed)["candidates"]
        if one["deadline"]
    ]
    assert len(days) > 2
    assert days == sorted(days)


def test_a_notice_without_remedies_gives_a_year_to_some(which):
    _, printed = which("caf", "refus", "--date", "2026-11-03", "--no-remedies", "--json")
    found = {one["procedure"]: one for one in json.loads(printed)["candidates"]}
    rescue = found["caf-rapo-rsa"]["rescue"]
    assert rescue["last_day"] == "2027-11-03"
    assert found["caf-rapo-rsa"]["deadline"]["last_day"] < rescue["last_day"]


@pytest.mark.parametrize(("family", "situation"), CASES)
def test_every_case_has_a_procedure_and_no_broken_date(which, family, situation):
    status, printed = which(family, situation, "--date", "2026-11-03", "--json")
    assert status == 0
    assert json.loads(printed)["candidates"]


@pytest.mark.parametrize("situation", ["partir", "refus"])
def test_an_order_to_leave_france_is_never_left_out(which, situation):
    _, printed = which("etrangers", situation, "--date", "2026-11-23", "--json")
    found = [one["procedure"] for one in json.loads(printed)["candidates"]]
    assert found[0] == "oqtf-48h"
    assert {"oqtf-7j", "oqtf-1mois"} < set(found)


def test_what_presses_leads_to_what_to_do_today(which):
    _, told = which("etrangers", "partir", "--date", "2026-11-23")
    assert "urgent oqtf" in told


@pytest.mark.parametrize(
    "arguments",
    [
        ("caff", "refus"),
        ("caf", "refuss"),
        ("caf", "refus", "--date", "2026-11-03", "--event", "x"),
    ],
)
def test_an_unknown_word_is_refused(which, arguments):
    status, _ = which(*arguments)
    assert status == 2
