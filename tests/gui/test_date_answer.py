"""A day is typed as it comes: in one go, with separators, in words; or pasted whole."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLineEdit

from desktop_app.core.packs.model import Question
from desktop_app.gui.context import Context
from desktop_app.gui.main_window import MainWindow
from desktop_app.gui.widgets.answers.date import DateAnswer
from desktop_app.gui.widgets.words import Words
from tests.gui.keyboard import held, write


@pytest.fixture
def asked(window: MainWindow, context: Context) -> DateAnswer:
    page = window.page()
    assert page is not None
    label = Words(context.look, "Quel jour ?")
    answer = DateAnswer(context.look, Question(id="q", kind="date", label="Quel jour ?"), label)
    page.add(label)
    page.add(answer)
    QCoreApplication.processEvents()
    answer.begin()
    return answer


def boxes(asked: DateAnswer) -> list[str]:
    return [box.text() for box in asked.findChildren(QLineEdit)]


def paste(text: str) -> None:
    clipboard = QApplication.clipboard()
    clipboard.setText(text)
    box = held()
    assert isinstance(box, QLineEdit)
    box.paste()


def test_the_three_boxes_stand_together_and_are_read_as_one_date(asked: DateAnswer) -> None:
    day, month, year = (
        box.geometry().translated(box.mapTo(asked, box.rect().topLeft()) - box.pos())
        for box in asked.findChildren(QLineEdit)
    )
    assert 0 < month.left() - day.right() < day.width()
    assert 0 < year.left() - month.right() < day.width()


@pytest.mark.parametrize(
    ("typed", "parts"),
    [
        ("05112026", ["05", "11", "2026"]),
        ("051126", ["05", "11", "26"]),
        ("5/11/2026", ["5", "11", "2026"]),
        ("05/112026", ["05", "11", "2026"]),
        ("05.11.26", ["05", "11", "26"]),
        ("5 / 11 / 2026", ["5", "11", "2026"]),
        ("5,11,2026", ["5", "11", "2026"]),
        ("5 novembre 2026", ["5", "novembre", "2026"]),
        ("1er novembre 2026", ["1er", "novembre", "2026"]),
        ("1er/11/2026", ["1er", "11", "2026"]),
        ("lundi 5 novembre 2026", ["lundi", "5", "novembre 2026"]),
    ],
)
def test_a_day_typed_in_one_go_is_spread_and_read(
    asked: DateAnswer, typed: str, parts: list[str]
) -> None:
    write(typed)
    assert boxes(asked) == parts
    assert any("novembre 2026" in words.text() for words in asked.findChildren(Words))


@pytest.mark.parametrize(
    "pasted",
    [
        "05112026",
        "051126",
        "5/11/2026",
        "05.11.26",
        "2026-11-05",
        "5 novembre 2026",
        " le jeudi 5 novembre 2026 ",
    ],
)
@pytest.mark.parametrize("box", range(3))
def test_a_day_pasted_whole_is_spread_from_any_box(
    asked: DateAnswer, pasted: str, box: int
) -> None:
    asked.findChildren(QLineEdit)[box].setFocus()
    paste(pasted)
    assert [int(part) % 2000 for part in boxes(asked)] == [5, 11, 26]
    assert any("5 novembre 2026" in words.text() for words in asked.findChildren(Words))


def test_one_change_is_told_for_one_paste(asked: DateAnswer) -> None:
    told: list[object] = []
    asked.changed.connect(lambda: told.append(asked.answer()))
    paste("5 novembre 2026")
    assert told == ["5/11/2026"]


@pytest.mark.parametrize("text", ["1112026", "5112026"])
@pytest.mark.parametrize("hand", [write, paste])
def test_a_digit_less_is_asked_and_not_guessed(
    asked: DateAnswer, text: str, hand: Callable[[str], None]
) -> None:
    """1/11/2026, or 11/1/2026; 5/11/2026, or the end of 15112026."""
    hand(text)
    assert "".join(boxes(asked)) == text
    assert not any("2026" in words.text() for words in asked.findChildren(Words))


@pytest.mark.parametrize("text", ["vers le 5", "12/11/2026/8", "0511202699", "31/02/2026", "5/11"])
def test_nothing_is_lost_of_what_is_no_day(asked: DateAnswer, text: str) -> None:
    paste(text)
    kept = str(asked.answer())
    assert "".join(boxes(asked)).replace("/", "") == text.replace("/", "")
    asked.put(kept)
    assert asked.answer() == kept


def test_one_digit_too_many_does_not_write_over_the_month(asked: DateAnswer) -> None:
    asked.put("05/11/2026")
    asked.begin()
    held().end(False)  # type: ignore[attr-defined]
    write("1")
    assert boxes(asked) == ["051", "11", "2026"]
    write("2")
    assert boxes(asked) == ["0512", "11", "2026"]


def test_a_day_typed_over_another_in_one_go_takes_its_place(asked: DateAnswer) -> None:
    asked.put("05/11/2026")
    asked.begin()
    held().selectAll()  # type: ignore[attr-defined]
    write("24122025")
    assert boxes(asked) == ["24", "12", "2025"]


DAYS = ["24122025", "241225", "24/12/2025", "24.12.25", "24 décembre 2025", "24-12-2025"]


@pytest.mark.parametrize("typed", DAYS)
@pytest.mark.parametrize("where", ["over", "after", "before"])
def test_a_day_typed_whole_at_a_day_that_is_there_takes_its_place(
    asked: DateAnswer, typed: str, where: str
) -> None:
    asked.put("05/11/2026")
    asked.begin()
    box = held()
    assert isinstance(box, QLineEdit)
    match where:
        case "over":
            box.selectAll()
        case "after":
            box.end(False)
        case "before":
            box.home(False)
    write(typed)
    assert any("24 décembre 2025" in words.text() for words in asked.findChildren(Words))


@pytest.mark.parametrize("typed", ["31022025", "24142025", "310225"])
def test_what_is_no_day_typed_over_another_is_all_kept(asked: DateAnswer, typed: str) -> None:
    asked.put("05/11/2026")
    asked.begin()
    held().selectAll()  # type: ignore[attr-defined]
    write(typed)
    assert "".join(boxes(asked)).startswith(typed)


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("03/11/2026", ["03", "11", "2026"]),
        ("3/11/2026", ["3", "11", "2026"]),
        ("2026-11-03", ["03", "11", "2026"]),
        ("3 nov 26", ["03", "11", "2026"]),
        ("3/11/26", ["03", "11", "2026"]),
    ],
)
def test_a_day_put_back_is_as_it_was_typed_else_as_days_are_written(
    asked: DateAnswer, typed: str, shown: list[str]
) -> None:
    asked.put(typed)
    assert boxes(asked) == shown


def test_a_digit_put_before_another_stays_where_it_is_put(asked: DateAnswer) -> None:
    write("05")
    held().home(False)  # type: ignore[attr-defined]
    write("1")
    assert boxes(asked) == ["105", "", ""]
