"""The notice received prevails: its own delay is compared with that of the law."""

import datetime as dt

import pytest

from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.deadlines.compute import deadline
from desktop_app.core.deadlines.errors import NoticeNotExpected, NoticeNotUnderstood
from desktop_app.core.deadlines.model import Deadline
from desktop_app.core.deadlines.notice import read_delay
from desktop_app.core.deadlines.request import Request, WrittenDelay
from desktop_app.sentences import deadline_words

LAW = FolderLaw()
TODAY = dt.date(2026, 11, 24)
RECEIVED = dt.date(2026, 11, 5)
# The law: two months before the Caf's commission; 5 January 2027, a Tuesday.
CRA = "caf-cra-pf"


def counted(
    notice: WrittenDelay | dt.date | None,
    procedure: str = CRA,
    event: str = "notification",
    date: dt.date = RECEIVED,
) -> Deadline:
    return deadline(LAW, Request(procedure, event, date, TODAY, notice=notice))


def codes(found: Deadline) -> list[str]:
    return [told.code for told in found.warnings]


BY_LAW = counted(None)


@pytest.mark.parametrize(
    ("written", "value", "unit"),
    [
        ("2 mois", 2, "mois"),
        ("deux mois", 2, "mois"),
        ("2-mois", 2, "mois"),
        ("  UN  MOIS ", 1, "mois"),
        ("30 jours", 30, "jours"),
        ("30j", 30, "jours"),
        ("trente jours", 30, "jours"),
        ("15 jours francs", 15, "jours"),
        ("quinze jours", 15, "jours"),
        ("huit jours", 8, "jours"),
        ("1 semaine", 1, "semaines"),
        ("une semaine", 1, "semaines"),
        ("48 heures", 48, "heures"),
        ("quarante-huit heures", 48, "heures"),
        ("1 an", 1, "annees"),
        ("2 années", 2, "annees"),
    ],
)
def test_lengths_as_notices_write_them(written: str, value: int, unit: str) -> None:
    assert read_delay(written) == WrittenDelay(value, unit)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "written",
    ["", "mois", "0 jour", "deux", "2", "-2 mois", "2,5 mois", "bientôt", "99999 jours", "900 ans"],
)
def test_what_is_no_length_is_refused(written: str) -> None:
    with pytest.raises(NoticeNotUnderstood):
        read_delay(written)


def test_the_same_delay_changes_no_date() -> None:
    found = counted(read_delay("2 mois"))
    assert (found.last_day, found.prudent_day) == (BY_LAW.last_day, BY_LAW.prudent_day)
    assert "notification-meme-delai" in codes(found)


def test_a_shorter_one_is_followed_and_both_are_told() -> None:
    found = counted(read_delay("1 mois"))
    assert found.notice is not None
    assert found.notice.last_day == dt.date(2026, 12, 7)  # the 5th is a Saturday
    assert found.prudent_day == dt.date(2026, 12, 4)
    assert found.last_day == BY_LAW.last_day
    (told,) = [one for one in found.warnings if one.code == "notification-plus-tot"]
    words = deadline_words.warning(told)
    assert words.index("7 décembre 2026") < words.index("janvier 2027"), "the notice's comes first"


def test_a_longer_one_protects_and_the_day_to_aim_at_stays_the_law_s() -> None:
    found = counted(read_delay("3 mois"))
    assert found.prudent_day == BY_LAW.prudent_day
    assert found.last_day == dt.date(2027, 2, 5)
    assert "notification-plus-tard" in codes(found)


def test_a_longer_one_protects_whoever_is_late_by_the_law() -> None:
    old = dt.date(2026, 9, 10)
    assert "trop-tard" in codes(counted(None, date=old))
    found = counted(read_delay("3 mois"), date=old)
    assert "trop-tard" not in codes(found)
    assert "jour-prudent-passe" in codes(found)


def test_where_a_longer_notice_does_not_protect_the_law_s_last_day_stays() -> None:
    by_law = counted(None, "oqtf-1mois")
    found = counted(read_delay("2 mois"), "oqtf-1mois")
    assert found.last_day == by_law.last_day
    assert "notification-sans-effet" in codes(found)


@pytest.mark.parametrize(
    ("day", "code", "prudent"),
    [
        (dt.date(2026, 12, 20), "notification-plus-tot", dt.date(2026, 12, 18)),
        (dt.date(2027, 1, 5), "notification-meme-delai", dt.date(2027, 1, 5)),
        (dt.date(2027, 1, 20), "notification-plus-tard", dt.date(2027, 1, 5)),
    ],
)
def test_a_last_day_written_on_the_notice(day: dt.date, code: str, prudent: dt.date) -> None:
    found = counted(day)
    assert code in codes(found)
    assert found.prudent_day == prudent


def test_hours_count_from_midnight_when_the_hour_is_not_known() -> None:
    found = counted(read_delay("48 heures"))
    assert found.notice is not None
    assert found.notice.last_day == dt.datetime(2026, 11, 7)  # noqa: DTZ001 (a day's midnight, here)
    assert "notification-plus-tot" in codes(found)


def test_once_compared_the_general_warning_is_not_repeated() -> None:
    assert "notification-prime" in codes(BY_LAW)
    assert "notification-prime" not in codes(counted(read_delay("2 mois")))


def test_the_steps_say_what_the_notice_gives() -> None:
    found = counted(read_delay("1 mois"))
    words = [deadline_words.step(one) for one in found.steps]
    assert "La lettre reçue donne 1 mois : jusqu’au lundi 7 décembre 2026." in words


def test_a_silence_comes_with_no_notice() -> None:
    with pytest.raises(NoticeNotExpected):
        counted(read_delay("2 mois"), event="sans-voies-et-delais")
