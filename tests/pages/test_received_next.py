"""What a letter received says of its own delay and of whom to write to, beside the law's."""

import datetime as dt

from desktop_app.core.deadlines.request import WrittenDelay
from desktop_app.core.received.model import Reading
from desktop_app.pages import reading
from desktop_app.pages.received_next import following
from desktop_app.wiring import RealTools
from desktop_app.workflow.guidance.received import Looked
from desktop_app.workflow.guidance.received_way import way
from tests.helpers.clocks import Noon

TODAY = dt.date(2026, 11, 24)
DEBT = Looked(Reading()).confirm("decision", "indu-rsa")


class _Clock(Noon):
    def today(self) -> dt.date:
        return TODAY


class _Tools(RealTools):
    clock = _Clock()  # type: ignore[assignment]


TOOLS = _Tools()


def said(looked: Looked) -> str:
    rules = TOOLS.received_rules
    blocks = following(looked, rules, way(TOOLS, looked), TODAY)
    return "\n".join(reading.read(tuple(blocks), reading.nothing)).replace("\u202f", " ")


def test_nothing_is_said_of_a_delay_that_was_not_confirmed() -> None:
    words = said(DEBT)
    assert "Votre lettre dit" not in words
    assert "Jusqu’à quand" not in words


def test_the_same_delay_as_the_law_and_a_shorter_one() -> None:
    assert "même délai" in said(DEBT.confirm("delay", WrittenDelay(2, "mois")))
    words = said(DEBT.confirm("delay", WrittenDelay(30, "jours")))
    assert "Votre lettre dit : 30 jours. La loi dit : 2 mois. Comptez le plus court : 30" in words
    words = said(DEBT.confirm("delay", WrittenDelay(3, "mois")))
    assert "Comptez le plus court : 2 mois." in words


def test_a_last_day_on_the_letter_beside_the_one_computed_and_the_earlier_is_aimed_at() -> None:
    dated = DEBT.confirm("written_on", dt.date(2026, 11, 3))
    early = said(dated.confirm("last_day", dt.date(2026, 12, 4)))
    assert "au plus tard le vendredi 4 décembre 2026" in early
    assert "La lettre reçue dit : jusqu’au vendredi 4 décembre 2026." in early
    late = said(dated.confirm("last_day", dt.date(2027, 3, 1)))
    assert "au plus tard le jeudi 31 décembre 2026" in late
    assert "La lettre reçue dit : jusqu’au lundi 1er mars 2027." in late


def test_whom_the_letter_names_beside_whom_the_answer_goes_to() -> None:
    words = said(DEBT.confirm("remedies", "departement"))
    assert "écrit là où le dit votre lettre : Le président du conseil départemental." in words
    words = said(DEBT.confirm("remedies", "mediateur"))
    assert "ailleurs que la réponse proposée : Le médiateur. Suivez votre lettre" in words
    assert "président du conseil départemental" in words


def test_a_letter_that_no_answer_is_known_to_says_nothing_more() -> None:
    alone = Looked(Reading()).confirm("delay", WrittenDelay(2, "mois"))
    assert way(TOOLS, alone) is None
    assert said(alone) == "Et maintenant"
