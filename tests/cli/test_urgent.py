"""``papier-libre urgent``: the list, one page, and a wrong name."""

import datetime as dt
import json

import pytest
from pypdf import PdfReader

from desktop_app.cli.main import run
from desktop_app.wiring import RealTools
from tests.helpers.clocks import At


@pytest.fixture
def urgent(capsys):
    def urgent(*arguments):
        status = run(["urgent", *arguments], RealTools)
        return status, capsys.readouterr().out

    return urgent


def test_without_a_name_the_list(urgent):
    status, told = urgent()
    assert status == 0
    assert "expulsion" in told
    assert "Je dois quitter la France (OQTF)" in told


def test_a_page_says_what_to_do_whom_to_call_what_to_keep(urgent):
    _, told = urgent("oqtf", "--place", "hexagone")
    for words in ("À faire aujourd’hui", "Qui appeler", "À garder", "Ensuite", "Texte : CESEDA"):
        assert words in told


def test_the_same_as_json(urgent):
    _, printed = urgent("retention", "--place", "hexagone", "--json")
    found = json.loads(printed)
    assert found["procedures"] == [
        {
            "id": "oqtf-48h",
            "title": "OQTF avec placement en rétention",
            "plain_title": "Contester l’ordre de quitter la France, quand on est enfermé",
            "letters": [],
        }
    ]
    assert all(one["seen_on"] for one in found["call"])


def test_a_wrong_name_is_refused(urgent):
    status, _ = urgent("oqt")
    assert status == 2


def test_the_day_of_the_decision_gives_the_last_moment(urgent):
    today = RealTools().clock.today()
    _, printed = urgent("retention", "--place", "hexagone", "--date", f"{today}T16:30", "--json")
    (counted,) = json.loads(printed)["calendar"]
    assert counted["procedure"] == "oqtf-48h"
    assert counted["last_day"] == f"{today + dt.timedelta(days=2)}T16:30"


def test_the_sheet_is_written_with_everything_to_tick(urgent, tmp_path):
    out = tmp_path / "feuille.pdf"
    status, _ = urgent("oqtf", "--place", "hexagone", "--out", str(out))
    assert status == 0
    text = "".join(page.extract_text() for page in PdfReader(out).pages)
    for words in ("Je dois quitter la France", "Qui appeler", "Passeport"):
        assert words in text


def test_a_date_goes_with_an_emergency(urgent):
    assert urgent("--date", "2026-11-24")[0] == 2


@pytest.mark.parametrize("page", ["oqtf", "retention"])
def test_the_place_is_asked_before_anything_is_said_of_an_order_to_leave(urgent, page):
    """CESEDA L.651-3 and the following: in five territories the appeal stops nothing."""
    status, told = urgent(page)
    assert status == 0
    assert "Où la décision vous a-t-elle été remise ?" in told
    for place in ("hexagone", "outre-mer", "pacifique"):
        assert f" → urgent {page} --place {place}\n" in told
    assert "À faire aujourd’hui" not in told
    assert urgent(page, "--date", "2026-11-24")[0] == 2
    assert urgent(page, "--place", "ailleurs")[0] == 2


@pytest.mark.parametrize("page", ["oqtf", "retention"])
def test_where_the_appeal_stops_nothing_the_page_sends_to_help_and_gives_no_date(urgent, page):
    today = RealTools().clock.today()
    _, printed = urgent(page, "--place", "outre-mer", "--date", f"{today}T08:00", "--json")
    found = json.loads(printed)
    assert found["id"] == "oqtf-outre-mer"
    assert found["calendar"] == []
    assert [one["id"] for one in found["procedures"]] == ["refere-liberte"]
    assert found["call"]


@pytest.mark.parametrize("page", ["oqtf", "retention"])
@pytest.mark.parametrize("place", ["pacifique", "polynesie", "nouvelle-caledonie"])
def test_where_the_law_was_not_read_no_rule_is_told_only_who_helps(urgent, page, place):
    today = RealTools().clock.today()
    _, printed = urgent(page, "--place", place, "--date", f"{today}T08:00", "--json")
    found = json.loads(printed)
    assert "lues" in found["help"]
    assert (found["calendar"], found["procedures"]) == ([], [])
    assert "Appelez maintenant" in found["today"][0]
    assert found["call"]
    for rule in ("référé", "bloque", "Guadeloupe", "consul", "48 heures", "mois"):
        assert rule not in json.dumps(found, ensure_ascii=False)


def test_an_eviction_is_dated_by_nothing_that_starts_from_another_paper(urgent):
    """The fund's two months run from its refusal: « À poster au plus tard le 20 janvier »."""
    _, printed = urgent("expulsion", "--date", "2026-11-20", "--json")
    assert json.loads(printed)["calendar"] == []
    _, told = urgent("expulsion", "--date", "2026-11-20")
    assert "Jusqu’à quand ?" not in told
    assert "2027" not in told


@pytest.mark.parametrize("page", ["oqtf", "retention"])
def test_a_place_is_a_territory_as_for_a_deadline_and_the_former_names_still_do(urgent, page):
    former = {"metropole": "hexagone", "mayotte": "outre-mer", "polynesie": "pacifique"}
    for territory in RealTools().law.tables.territories:
        status, told = urgent(page, "--place", territory)
        assert (status, "À faire aujourd’hui" in told) == (0, True), territory
        if territory in former:
            assert told == urgent(page, "--place", former[territory])[1]
    assert urgent(page, "--place", "La Réunion".removeprefix("La "))[0] == 0


def test_a_place_goes_with_an_emergency_that_asks_it(urgent):
    assert urgent("--place", "hexagone")[0] == 2
    assert urgent("expulsion", "--place", "hexagone")[0] == 2


class Afternoon(RealTools):
    """Sunday 29 November 2026, 13:09 UTC: 14:09 in Paris."""

    clock = At(dt.datetime(2026, 11, 29, 13, 9, tzinfo=dt.UTC))  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("command", "decided", "over"),
    [
        ("urgent", "27T06:30", True),
        ("urgent", "27T09:00", True),
        ("urgent", "27T14:08", True),
        ("urgent", "27T14:10", False),
        ("urgent", "26T20:00", True),
        ("deadline", "27T06:30", True),
        ("deadline", "27T14:10", False),
    ],
)
def test_an_hour_of_today_has_passed(capsys, command, decided, over):
    line = {
        "urgent": ["retention", "--place", "hexagone"],
        "deadline": ["oqtf-48h", "--event", "notification", "--territory", "metropole"],
    }[command]
    run([command, *line, "--date", f"2026-11-{decided}"], Afternoon)
    told = " ".join(capsys.readouterr().out.lower().split())
    assert ("le dernier jour est passé" in told) == over
    assert ("au plus tard le dimanche 29 novembre" in told) != over


@pytest.mark.parametrize(
    ("day", "said"),
    [(26, "le dernier jour est passé"), (27, "dès aujourd’hui"), (28, "au plus tard le lundi 30")],
)
def test_without_its_hour_midnight_is_prudent_and_never_the_legal_end(capsys, day, said):
    run(["urgent", "retention", "--place", "hexagone", "--date", f"2026-11-{day}"], Afternoon)
    told = " ".join(capsys.readouterr().out.lower().split())
    assert said in told
    assert "aussi le dernier jour légal" not in told
    by_the_hour = "dépend de l’heure écrite sur la décision"
    assert (by_the_hour in told) == (day != 26)
