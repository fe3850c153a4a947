"""``papier-libre deadline``, to the letter of its contract."""

import csv
import datetime as dt
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.cli.main import run
from desktop_app.datafiles import data_root
from desktop_app.wiring import RealTools
from tests.helpers.clocks import Noon

SHARED = Path(__file__).parents[3] / "shared" / "law" / "deadline-examples.tsv"
CONTRACT = [
    "count_from",
    "start_prudent",
    "start_legal",
    "last_day",
    "prudent_day",
    "rule",
    "steps",
    "sources",
    "warnings",
    "said",
    "remains",
    "page",
]


def rows(file):
    return list(csv.DictReader(file.read_text("utf-8").splitlines(), delimiter="\t"))


EXAMPLES = rows(data_root("forms") / "law" / "examples.tsv")


@pytest.fixture(scope="module")
def tools():
    return RealTools()


@pytest.fixture
def deadline(capsys, tools):
    """Run the command; return its status and what it printed, as JSON when asked."""

    def deadline(*arguments, as_json=True):
        status = run(["deadline", *arguments, *(["--json"] if as_json else [])], lambda: tools)
        printed = capsys.readouterr()
        return status, json.loads(printed.out) if as_json else printed.out + printed.err

    return deadline


def arguments(row):
    """The command line of an example; today is the day of the last thing that happened."""
    last = max(row["date"], row["picked_up"], row["received"], row["opened"])[:10]
    line = [row["procedure"], "--event", row["event"], "--date", row["date"], "--today", last]
    for option, key in (
        ("--picked-up", "picked_up"),
        ("--received", "received"),
        ("--opened", "opened"),
        ("--agreed", "agreed"),
        ("--of", "of"),
        ("--territory", "territory"),
        ("--residence", "residence"),
    ):
        if row[key]:
            line += [option, row[key]]
    return line


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["id"])
def test_worked_example(deadline, row):
    status, found = deadline(*arguments(row))

    assert status == 0
    assert list(found) == CONTRACT
    keys = ("count_from", "start_prudent", "start_legal", "last_day", "prudent_day", "rule")
    expected = {key: row[key] or row["count_from"] for key in keys}
    assert {key: found[key] or "-" for key in keys} == expected
    assert all(step["text"] and step["date"] for step in found["steps"])
    assert all(source["articles"] and source["seen_on"] for source in found["sources"])
    assert found["rule"] == "mb" or found["warnings"][-1]["code"].startswith("notification-")


def test_there_are_at_least_sixty_two_examples_each_with_its_name():
    assert len({row["id"] for row in EXAMPLES}) == len(EXAMPLES) >= 62


def test_the_examples_are_those_of_the_legal_reference():
    if not SHARED.is_file():
        pytest.skip("needs the legal reference beside the project (../shared/law)")
    compared = ("procedure", "count_from", "last_day", "prudent_day", "rule", "territory")

    ours = {row["id"]: [row[k] for k in compared] for row in EXAMPLES}
    for row in rows(SHARED):
        if row["id"] == "D56":  # the reference corrected itself: from the slip
            assert ours["D56"][3] == "2027-01-20" < row["prudent_day"]
            row["prudent_day"] = "2027-01-20"
        assert ours[row["id"]] == [row[k] for k in compared], row["id"]


def test_the_slip_makes_a_collected_letter_press_before_its_legal_day_is_over(deadline):
    """The prudent day was 25 November, the legal one is 9 December: it is for today."""
    asked = ["caf-rapo-rsa", "--event", "lrar-retiree", "--date", "2026-09-25"]
    _, said = deadline(*asked, "--picked-up", "2026-10-09", "--today", "2026-11-29", as_json=False)
    told = " ".join(said.split())
    assert "À POSTER DÈS AUJOURD’HUI" in told
    assert "Le bureau peut compter depuis le premier avis de passage : le vendredi 25" in told
    assert "Si la date de la loi compte : dernier jour légal le mercredi 9 décembre 2026." in told
    assert "Plus prudent encore" not in told


@pytest.mark.parametrize("row", EXAMPLES, ids=lambda row: row["id"])
def test_no_word_is_missing(deadline, row):
    """Every code has words, and every value that the words need is there."""
    status, page = deadline(*arguments(row), as_json=False)

    assert status == 0
    assert "deadline-" not in page
    assert "{" not in page


def test_the_page_shows_the_prudent_day_first_and_large(deadline):
    _, page = deadline(
        "recours-ta", "--event", "notification", "--date", "2026-11-24", "--today", "2026-11-25",
        as_json=False,
    )  # fmt: skip
    lines = [line.strip() for line in page.splitlines() if line.strip()]

    assert lines[1] == "À POSTER AU PLUS TARD LE VENDREDI 22 JANVIER 2027"
    assert lines[2] == "Dernier jour légal : lundi 25 janvier 2027."
    assert "La notification que vous avez reçue prime" in page
    assert "Règle vérifiée le 24 novembre 2026" in page
    assert max(map(len, page.splitlines())) <= 88


def test_a_year_of_rescue_is_not_the_day_to_aim_at(deadline):
    line = ["recours-ta", "--event", "sans-voies-et-delais", "--date", "2026-11-24", "--today"]

    assert (
        "À POSTER AU PLUS TARD LE VENDREDI 22 JANVIER 2027"
        in deadline(*line, "2026-12-01", as_json=False)[1]
    )
    late = deadline(*line, "2027-02-01", as_json=False)[1]
    assert "À POSTER DÈS AUJOURD’HUI" in late
    assert "Dernier jour légal : mercredi 24 novembre 2027." in late


def test_once_the_prudent_day_has_passed_it_is_for_today_and_the_last_one_comes_after(deadline):
    _, page = deadline(
        "recours-ta", "--event", "notification", "--date", "2026-11-24", "--today", "2027-01-23",
        as_json=False,
    )  # fmt: skip

    assert "À POSTER DÈS AUJOURD’HUI" in page
    assert "Dernier jour légal : lundi 25 janvier 2027." in page


def test_too_late_is_said_honestly(deadline):
    _, page = deadline(
        "caf-contrainte", "--event", "signification", "--date", "2026-11-10", "--today",
        "2026-12-10", as_json=False,
    )  # fmt: skip

    assert "LE DERNIER JOUR EST PASSÉ : C’ÉTAIT LE MERCREDI 25 NOVEMBRE 2026" in page
    assert "Il reste peut-être" in page


def test_low_confidence_shows_no_date(deadline):
    line = ["cnda", "--event", "notification", "--date", "2026-11-24", "--today", "2026-11-25"]
    _, found = deadline(*line)

    assert (found["last_day"], found["prudent_day"]) == (None, None)
    assert "AUCUNE DATE N’EST CALCULÉE" in deadline(*line, as_json=False)[1]


def test_places_are_understood_with_accents_and_capitals(deadline):
    line = [
        "recours-ta",
        "--event",
        "notification",
        "--date",
        "2027-01-15",
        "--today",
        "2027-01-15",
    ]

    assert deadline(*line, "--residence", "Étranger")[1]["last_day"] == "2027-05-18"
    assert deadline(*line, "--residence", "même territoire")[1]["last_day"] == "2027-03-16"
    assert deadline(*line, "--territory", "Réunion")[1]["last_day"] == "2027-03-16"


def test_good_friday_may_be_left_out(deadline):
    line = [
        "recours-ta", "--event", "notification", "--date", "2027-01-25", "--today", "2027-01-25",
        "--territory", "alsace-moselle",
    ]  # fmt: skip

    assert deadline(*line)[1]["last_day"] == "2027-03-30"
    assert deadline(*line, "--no-good-friday")[1]["last_day"] == "2027-03-26"


def test_events_that_fit(deadline):
    status, found = deadline("recours-ta", "--events")
    by_id = {event["id"]: event for event in found["events"]}

    assert status == 0
    assert {"notification", "rejet-implicite", "fin-mediation", "aj-accordee"} <= set(by_id)
    assert "envoi" not in by_id
    assert "recours-gracieux" in by_id["rejet-implicite"]["of"]
    told = deadline("recours-ta", "--events", as_json=False)[1]
    assert "→ deadline recours-ta --event rejet-implicite --date …\n" in told


def test_the_second_day_of_an_event_is_said(deadline):
    _, told = deadline("caf-rapo-rsa", "--events", as_json=False)
    assert "Quel jour l’avez-vous retirée ?" in told
    assert "--event lrar-retiree --date … --picked-up …\n" in told


def test_events_of_a_procedure_without_a_delay(deadline):
    assert deadline("defenseur-droits", "--events")[1]["events"] == []
    assert (
        "Aucune date n’est à calculer" in deadline("defenseur-droits", "--events", as_json=False)[1]
    )


def test_every_procedure_lists_its_events(deadline, tools):
    for name in tools.law.ids():
        assert deadline(name, "--events")[0] == 0


TODAY = ["--today", "2026-11-25"]
NOTIFIED = ["--event", "notification", "--date"]


@pytest.mark.parametrize(
    ("line", "status", "code"),
    [
        pytest.param(["recours-ta", *NOTIFIED, "2026-02-31"], 3, "date-does-not-exist"),
        pytest.param(["recours-ta", *NOTIFIED, "31/11/2026"], 3, "date-not-understood"),
        pytest.param(["recours-ta", *NOTIFIED, "2026-11-26"], 3, "date-in-future"),
        pytest.param(["recours-ta", *NOTIFIED, "1926-11-26"], 3, "date-too-old"),
        pytest.param(["recours-ta", *NOTIFIED, "0026-11-24"], 3, "year-not-plausible"),
        pytest.param(
            ["recours-ta", *NOTIFIED, "2026-11-24", "--today", "9999-12-31"],
            3,
            "year-not-plausible",
        ),
        pytest.param(["recours-ta", *NOTIFIED, "2026-11-24T10:00"], 3, "hour-not-expected"),
        pytest.param(["oqtf-48h", *NOTIFIED, "2026-11-24T10:00"], 2, "place-needed"),
        pytest.param(
            ["oqtf-1mois", "--territory", "mayotte", *NOTIFIED, "2026-11-24"], 3, "place-elsewhere"
        ),
        pytest.param(["recour-ta", *NOTIFIED, "2026-11-24"], 3, "unknown-procedure"),
        pytest.param(
            ["recours-ta", "--event", "notif", "--date", "2026-11-24"], 3, "unknown-event"
        ),
        pytest.param(
            ["recours-ta", *NOTIFIED, "2026-11-24", "--territory", "corse"], 3, "unknown-territory"
        ),
        pytest.param(
            ["recours-ta", *NOTIFIED, "2026-11-24", "--residence", "lune"], 3, "unknown-territory"
        ),
        pytest.param(
            ["recours-ta", "--event", "envoi", "--date", "2026-11-24"], 3, "event-does-not-fit"
        ),
        pytest.param(["defenseur-droits", *NOTIFIED, "2026-11-24"], 3, "no-deadline"),
        pytest.param(
            ["recours-ta", "--event", "rejet-implicite", "--date", "2026-11-24"], 2, "of-needed"
        ),
        pytest.param(
            ["impot-ta", "--event", "rejet-expres", "--date", "2026-11-24", "--of", "caf-cra-pf"],
            3,
            "of-does-not-fit",
        ),
        pytest.param(
            ["recours-ta", "--event", "lrar-retiree", "--date", "2026-11-24"], 2, "picked-up-needed"
        ),
        pytest.param(["recours-ta"], 2, "event-needed"),
        pytest.param([], 2, "usage"),
        pytest.param(["recours-ta", "--evnt", "notification"], 2, "usage"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_refusals(deadline, line, status, code):
    got, found = deadline(*line, *([] if "--today" in line else TODAY))

    assert (got, found["error"]["code"]) == (status, code)
    words = found["error"]["message"]
    assert words.endswith((".", ".)"))
    assert "{" not in words


@pytest.mark.parametrize("typed", ["secret-name", "Dupont", "2026-99-99"])
def test_what_was_typed_is_never_repeated(deadline, typed):
    for line in (
        [typed, *NOTIFIED, "2026-11-24"],
        ["recours-ta", "--event", typed, "--date", "2026-11-24"],
        ["recours-ta", *NOTIFIED, typed],
        ["recours-ta", *NOTIFIED, "2026-11-24", "--territory", typed],
        ["recours-ta", "--event", "rejet-implicite", "--date", "2026-11-24", "--of", typed],
    ):
        _, found = deadline(*line, *TODAY)
        assert typed not in json.dumps(found, ensure_ascii=False)


def test_a_near_miss_is_suggested(deadline):
    _, found = deadline("recour-ta", *NOTIFIED, "2026-11-24", *TODAY)

    assert found["error"]["problems"][0]["suggestion"] == "recours-ta"


def test_without_today_the_computer_is_asked(deadline, tools, monkeypatch):
    class Clock(Noon):
        def today(self):
            return dt.date(2026, 11, 20)

    monkeypatch.setitem(tools.__dict__, "clock", Clock())
    status, found = deadline("recours-ta", *NOTIFIED, "2026-11-24")

    assert (status, found["error"]["code"]) == (3, "date-in-future")


def test_a_clock_before_the_law_was_read_is_suspect(deadline):
    _, found = deadline("recours-ta", *NOTIFIED, "2020-01-15", "--today", "2020-01-16")

    assert "horloge-suspecte" in [warning["code"] for warning in found["warnings"]]


def test_as_a_program_it_loads_nothing_heavy():
    code = (
        "import sys; from desktop_app.__main__ import main; sys.argv[1:] = "
        "['deadline', 'caf-rapo-rsa', '--event', 'notification', '--date', '2026-11-24',"
        " '--today', '2026-11-25', '--json']; status = main();"
        "heavy = {'PySide6', 'typst', 'reportlab', 'pypdf', 'pikepdf', 'sqlcipher3',"
        " 'cryptography', 'rapidfuzz'} & set(sys.modules);"
        "sys.exit(status or (f'loaded: {heavy}' if heavy else 0))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        cwd=Path(__file__).parents[2],
        env={**os.environ, "PYTHONUTF8": "1"},
        check=False,
    )

    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["last_day"] == "2027-01-25"


def test_too_late_says_what_remains_with_its_articles(deadline):
    asked = ("caf-rapo-rsa", "--event", "notification", "--date", "2026-02-03")
    _, found = deadline(*asked, "--today", "2026-11-25")
    remains = found["remains"]

    assert remains["last_day"] == found["last_day"]
    rescue = next(look for look in remains["looks"] if look["id"] == "un-an")
    assert (rescue["until"], rescue["basis"].startswith("CJA R.421-5")) == ("2027-02-03", True)
    assert remains["ways"][0]["procedure"] == "caf-remise-dette"
    assert "caf-remise" in remains["ways"][0]["letters"]

    _, told = deadline(*asked, "--today", "2026-11-25", as_json=False)
    assert "TROP TARD ?" in told
    assert "letter caf-remise\n" in told
    assert "Avocat : non" in told


def test_in_time_nothing_of_it_is_said(deadline):
    asked = ("caf-rapo-rsa", "--event", "notification", "--date", "2026-11-03")
    _, found = deadline(*asked, "--today", "2026-11-25")

    assert found["remains"] is None


TO_THE_CAF = ["caf-cra-pf", "--event", "notification", "--date", "2026-11-05"]


@pytest.mark.parametrize(
    ("option", "written", "last", "prudent", "code"),
    [
        ("--notice-delay", "2 mois", "2027-01-05", "2027-01-05", "notification-meme-delai"),
        ("--notice-delay", "1 mois", "2027-01-05", "2026-12-04", "notification-plus-tot"),
        ("--notice-last-day", "2026-12-20", "2027-01-05", "2026-12-18", "notification-plus-tot"),
        ("--notice-last-day", "2027-02-01", "2027-02-01", "2027-01-05", "notification-plus-tard"),
    ],
)
def test_the_notice_s_own_delay_is_compared(deadline, option, written, last, prudent, code):
    status, found = deadline(*TO_THE_CAF, "--today", "2026-11-24", option, written)
    assert status == 0
    assert (found["last_day"], found["prudent_day"]) == (last, prudent)
    assert code in [one["code"] for one in found["warnings"]]
    assert set(found) == {*CONTRACT, "notice"}


def test_the_notice_comes_before_the_law_on_the_page(deadline):
    _, page = deadline(
        *TO_THE_CAF, "--today", "2026-11-24", "--notice-delay", "1 mois", as_json=False
    )
    said = page.index("La lettre reçue dit : jusqu’au lundi 7 décembre 2026.")
    assert said < page.index("Dernier jour légal")


@pytest.mark.parametrize(
    ("wrong", "expected"),
    [
        (["--notice-delay", "bientôt"], 2),
        (["--notice-last-day", "2026-13-01"], 3),  # as any day that does not exist
        (["--notice-delay", "2 mois", "--notice-last-day", "2026-12-20"], 2),
    ],
)
def test_a_notice_that_is_not_understood_is_refused(deadline, wrong, expected):
    status, _ = deadline(*TO_THE_CAF, *wrong, as_json=False)
    assert status == expected


@pytest.mark.parametrize(
    ("procedure", "date"),
    [
        ("oqtf-1mois", "2026-11-20"),
        ("oqtf-7j", "2026-11-20"),
        ("oqtf-48h", "2026-11-20T10:00"),
    ],
)
def test_an_order_to_leave_asks_the_place_first(deadline, procedure, date):
    """CESEDA L.651-3 and the following: in five territories the appeal stops nothing."""
    asked = [procedure, "--event", "notification", "--date", date, "--today", "2026-11-21"]
    status, told = deadline(*asked, as_json=False)
    assert status == 2
    assert "--territory" in told
    for place in ("guadeloupe", "guyane", "mayotte", "saint-barthelemy", "saint-martin"):
        status, told = deadline(*asked, "--territory", place, as_json=False)
        assert status != 0
        assert "urgent oqtf-outre-mer" in told
        assert "2026" not in told
    for place in ("polynesie", "nouvelle-caledonie", "wallis-et-futuna"):
        status, told = deadline(*asked, "--territory", place, as_json=False)
        assert status != 0
        assert "urgent oqtf-pacifique" in told
    for place in ("metropole", "martinique", "reunion", "saint-pierre-et-miquelon"):
        status, found = deadline(*asked, "--territory", place)
        assert status == 0
        assert found["last_day"]


@pytest.mark.parametrize("more", [("--event", "lrar-premiere"), ("--date", "2026-11-24")])
def test_what_would_be_counted_is_not_ignored_where_events_are_listed(deadline, more):
    status, refused = deadline("recours-ta", "--events", *more)
    assert (status, refused["error"]["code"]) == (2, "usage")
