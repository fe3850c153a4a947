"""The words of the screen in a chosen language: dates, amounts, values that are sentences."""

import datetime as dt
import threading
from collections.abc import Iterator
from decimal import Decimal

import pytest
from babel.dates import format_date

from desktop_app import i18n

DAY = dt.date(2026, 12, 1)
EVENING = dt.datetime.fromisoformat("2026-12-01T16:30")


@pytest.fixture(params=["fr", "en"])
def language(request: pytest.FixtureRequest) -> Iterator[str]:
    i18n.use(request.param)
    yield request.param
    i18n.use("fr")


@pytest.fixture
def english() -> Iterator[None]:
    i18n.use("en")
    yield
    i18n.use("fr")


def test_a_date_is_written_as_the_language_does(language: str) -> None:
    expected = {"fr": "1er décembre 2026", "en": "1 December 2026"}
    assert i18n.long_date(DAY) == expected[language]


def test_a_date_with_its_weekday(language: str) -> None:
    expected = {"fr": "mardi 1er décembre 2026", "en": "Tuesday 1 December 2026"}
    assert i18n.weekday_date(DAY) == expected[language]


def test_a_date_with_its_hour(language: str) -> None:
    expected = {"fr": "1er décembre 2026 à 16 h 30", "en": "1 December 2026 at 16:30"}
    assert i18n.long_date(EVENING) == expected[language]


@pytest.mark.parametrize("pattern", ["long", "EEEE", "LLLL"])
def test_a_french_date_is_what_babel_writes(pattern: str) -> None:
    """Each day of two years; Babel is not loaded for it, and costs more than Python itself."""
    days = [dt.date(2027, 1, 1) + dt.timedelta(days=n) for n in range(731)]
    ours = [i18n._dated(day, pattern, "fr") for day in days]
    assert ours == [format_date(day, pattern, locale="fr") for day in days]


def test_an_amount(language: str) -> None:
    expected = {"fr": "1\u202f842,50\u00a0€", "en": "€1,842.50"}
    assert i18n.amount(Decimal("1842.50")) == expected[language]


def test_a_number(language: str) -> None:
    expected = {"fr": "1\u202f842,5", "en": "1,842.5"}
    assert i18n.number(1842.5, 1) == expected[language]


def test_a_label_and_its_words(language: str) -> None:
    expected = {"fr": "caf : une lettre", "en": "caf: une lettre"}
    assert i18n.labelled("caf", "une lettre") == expected[language]


@pytest.mark.usefixtures("english")
def test_a_value_that_is_a_sentence_of_a_pack_is_translated() -> None:
    told = i18n.sentence("date-before", {"other": "Quelle est votre date de naissance ?"})
    assert "“What is your date of birth?”" in told


@pytest.mark.usefixtures("english")
def test_a_value_that_is_no_sentence_is_left_alone() -> None:
    assert "“caf-indu-rsa”" in i18n.sentence("unknown-pack-near", {"near": "caf-indu-rsa"})


def test_a_day_in_a_sentence_is_written_in_words() -> None:
    told = i18n.sentence("point-a-verifier", {"day": dt.date(2026, 11, 24)})
    assert "24 novembre 2026" in told


@pytest.mark.usefixtures("english")
def test_french_for_a_while_is_for_this_thread_only() -> None:
    elsewhere: list[str] = []
    with i18n.speaking("fr"):
        assert i18n.text("Aide") == "Aide"
        other = threading.Thread(target=lambda: elsewhere.append(i18n.text("Aide")))
        other.start()
        other.join()
    assert elsewhere == ["Help"]
    assert i18n.text("Aide") == "Help"


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({"LANG": "en_GB.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "de_DE.UTF-8"}, "fr"),
        ({"LANG": "C.UTF-8"}, "fr"),
        ({"LANG": "fr_FR.UTF-8", "LC_MESSAGES": "en_US.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_ALL": "fr_FR.UTF-8"}, "fr"),
        ({}, "fr"),
    ],
)
def test_the_language_of_the_system(environment: dict[str, str], expected: str) -> None:
    assert i18n.language_of(environment) == expected


def test_what_we_say_of_a_pdf_is_translated_around_the_words_of_the_paper(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    known = {
        "Page {page} : {title}": "Page {page}: {title}",
        "Case {n}, page {page}": "Box {n}, page {page}",
        "{words} (suite)": "{words} (continued)",
        "Faut-il cocher : {words} ?": "Tick this: {words}?",
    }
    monkeypatch.setattr(i18n, "current", lambda: "en")
    monkeypatch.setattr(i18n, "text", lambda one, _domain="app": known.get(one, one))
    assert i18n.pack_text("Page 2 : L’apprenti(e)") == "Page 2: L’apprenti(e)"
    assert i18n.pack_text("Case 4, page 1 (suite)") == "Box 4, page 1 (continued)"
    assert i18n.pack_text("Faut-il cocher : {n} Citerne ?") == "Tick this: {n} Citerne?"
    assert i18n.pack_text("Nom de naissance") == "Nom de naissance"


@pytest.mark.parametrize(
    ("language", "count", "told"),
    [
        ("fr", 0, "0 document"),
        ("fr", 1, "1 document"),
        ("fr", 2, "2 documents"),
        ("en", 0, "0 documents"),
        ("en", 1, "1 document"),
    ],
)
def test_zero_is_singular_in_french_alone(language: str, count: int, told: str) -> None:
    with i18n.speaking(language):
        assert i18n.plural("{n} document", "{n} documents", count) == told
