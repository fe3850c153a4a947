"""What is proposed of a letter: never a value chosen where two contradict each other."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.deadlines.request import WrittenDelay
from desktop_app.core.received.flow import flow_of, rows
from desktop_app.core.received.model import Leaf, Reading, Word
from desktop_app.core.received.read import read
from tests.received.scoring import rules

TODAY = dt.date(2026, 11, 29)
HIGH = 10.0


def leaf(*lines: str, sure: float = 1.0, wide: float = 6.0) -> Leaf:
    """A page on which each line stands below the one before; "|" is a wide gap; "" is white."""
    found = []
    for number, line in enumerate(lines):
        x, y = 50.0, 800.0 - 14 * number
        row = []
        for part in line.split("|"):
            for text in part.split():
                row.append(Word(text, (x, y, x + wide * len(text), y + HIGH), sure))
                x += wide * (len(text) + 1)
            x += 60
        if row:
            found.append(tuple(row))
    return Leaf(595, 842, tuple(found))


def said(*lines: str, sure: float = 1.0) -> Reading:
    return read([leaf(*lines, sure=sure)], rules(), TODAY)


def values(reading: Reading, fact: str) -> list[object]:
    return [one.value for one in reading.of(fact)]


def test_two_sums_that_may_both_be_the_one_are_both_shown_and_none_is_chosen() -> None:
    found = said("Somme à payer : 120,00 €", "", "Total à payer : 135,00 €")
    assert values(found, "sum") == [Decimal("120.00"), Decimal("135.00")]
    assert {one.sure for one in found.of("sum")} == {"doubtful"}
    assert found.one("sum") is None


def test_the_same_sum_said_twice_is_one_proposal_with_both_places() -> None:
    (one,) = said("Somme à payer : 120,00 €", "", "Reste à payer : 120 €").of("sum")
    assert len(one.places) == 2


def test_every_proposal_shows_where_it_was_read() -> None:
    found = said(
        "Caisse d'allocations familiales", "Le 3 novembre 2026", "", "RSA : vous nous devez 12,00 €"
    )
    assert found.proposals
    for proposals in found.proposals.values():
        assert all(one.places for one in proposals)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("Lyon, le 1er décembre 2025", dt.date(2025, 12, 1)),
        ("Le ler juin 2026", dt.date(2026, 6, 1)),
        ("Date : 05.10.2026", dt.date(2026, 10, 5)),
        ("Lyon, le vingt-huit septembre 2026", dt.date(2026, 9, 28)),
        ("LE PREMIER SEPTEMBRE DEUX MILLE VINGT-SIX", dt.date(2026, 9, 1)),
        ("L'an deux mille vingt-six et le dix-neuf octobre", dt.date(2026, 10, 19)),
        ("Date d'envoi : 05/10/26", dt.date(2026, 10, 5)),
    ],
)
def test_the_day_of_the_letter(written: str, day: dt.date) -> None:
    assert values(said("Préfecture", written), "written_on") == [day]


def test_a_letter_is_not_written_tomorrow() -> None:
    assert not said("Lyon, le 30 novembre 2026").of("written_on")


def test_a_day_of_birth_is_no_day_of_a_letter() -> None:
    assert not said("Née le 3 mai 1948").of("written_on")


def test_a_day_within_a_paragraph_is_no_day_of_the_letter() -> None:
    long = "Votre arrêt de travail a commencé après la fin de la période prescrite"
    assert not said(long, "le 3 août 2026.").of("written_on")


def test_a_label_on_the_left_and_a_label_above() -> None:
    assert values(said("Somme à payer|1 127,00 €"), "sum") == [Decimal("1127.00")]
    table = said("Référence|Somme à payer", "2026-A-771|45,10 €")
    assert values(table, "sum") == [Decimal("45.10")]


def test_a_label_is_of_the_value_that_follows_it_and_of_no_other() -> None:
    found = said("Date de la décision : 02/09/2026", "Date d'envoi : 10/09/2026")
    assert values(found, "decided_on") == [dt.date(2026, 9, 2)]
    assert values(found, "written_on") == [dt.date(2026, 9, 10)]


def test_the_delay_to_contest_is_not_the_delay_to_pay() -> None:
    found = said("Payez sous trente jours. Vous pouvez contester dans un délai de deux mois.")
    assert values(found, "delay") == [WrittenDelay(2, "mois")]


def test_a_delay_is_told_in_figures_in_letters_or_in_both() -> None:
    for written in ("deux mois", "deux (2) mois", "2 (deux) mois", "2 mois francs"):
        found = said(f"Vous pouvez faire un recours dans un délai de {written}.")
        assert values(found, "delay") == [WrittenDelay(2, "mois")], written
    found = said("Contestez sous soixante et onze jours.")
    assert values(found, "delay") == [WrittenDelay(71, "jours")]


def test_the_last_day_to_contest_is_not_the_last_day_to_pay() -> None:
    found = said("Payez avant le 15/12/2026. Vous pouvez contester jusqu'au 31/12/2026.")
    assert values(found, "until") == [dt.date(2026, 12, 15)]
    assert values(found, "last_day") == [dt.date(2026, 12, 31)]
    found = said("Si vous contestez, vous devez tout de même payer avant le 15/12/2026.")
    assert values(found, "until") == [dt.date(2026, 12, 15)]
    assert not found.of("last_day")


def test_a_sum_that_is_cut_at_the_end_of_a_line_is_whole() -> None:
    assert values(said("Il reste dû la somme de 1", "248,00 €"), "sum") == [Decimal("1248.00")]
    column = said("Somme à payer|3", "|248,00 €")
    assert Decimal("3248.00") not in values(column, "sum")


def test_a_word_that_says_surely_is_heard_before_one_that_may() -> None:
    found = said("Le montant est de 90,00 €. Il reste dû la somme de 45,00 €.")
    assert values(found, "sum") == [Decimal("45.00")]


def test_two_delays_to_contest_contradict_each_other() -> None:
    found = said("Vous pouvez faire un recours dans un délai de deux mois ou de quinze jours.")
    assert len(found.of("delay")) == 2
    assert found.one("delay") is None


def test_whom_to_write_to_first_and_not_what_comes_later() -> None:
    found = said("Avant tout recours devant le tribunal administratif, saisir le médiateur.")
    assert values(found, "remedies") == ["mediateur"]


def test_a_name_in_the_head_wins_over_one_in_the_text() -> None:
    white = [""] * 20
    found = said("Banque de France", *white, "Votre banque et la Caf nous ont écrit.")
    assert values(found, "sender") == ["banque-de-france"]


def test_two_senders_in_the_head_are_both_shown() -> None:
    assert len(said("CPAM et Préfecture").of("sender")) == 2


def test_what_was_recognised_is_never_sure_of_its_figures() -> None:
    (one,) = said("Somme à payer : 120,00 €", sure=0.95).of("sum")
    assert one.sure == "likely"
    (one,) = said("Somme à payer : 120,00 €", sure=0.4).of("sum")
    assert one.sure == "doubtful"


def test_letters_that_look_like_figures_make_a_recognised_number_doubtful() -> None:
    (one,) = said("Référence de l'avis : 26 45 76543 O1", sure=0.95).of("reference")
    assert one.sure == "doubtful"
    (one,) = said("Référence de l'avis : 26 45 76543 O1").of("reference")
    assert one.sure == "sure"


def test_a_large_sum_without_cents_may_have_lost_its_comma() -> None:
    assert said("Somme à payer : 50000 €", sure=0.95).of("sum")[0].sure == "doubtful"
    assert said("Somme à payer : 500,00 €", sure=0.95).of("sum")[0].sure == "likely"
    assert said("Somme à payer : 50000 €").of("sum")[0].sure == "sure"


def test_a_letter_misread_in_a_long_word_is_forgiven_only_where_it_was_recognised() -> None:
    assert values(said("Caisse d'allocatlons familiales", sure=0.8), "sender") == ["caf"]
    assert not said("Caisse d'allocatlons familiales").of("sender")


def test_a_number_of_the_person_is_not_the_reference_of_the_letter() -> None:
    found = said("N° allocataire : 1234567", "Nos réf. : IN1 004")
    assert values(found, "number") == ["1234567"]
    assert values(found, "reference") == ["IN1 004"]


def test_columns_are_read_one_after_the_other() -> None:
    page = leaf("Votre dossier|Madame,", "AB 12345|Nous avons revu vos droits")
    assert "Madame,\nNous avons" in flow_of([page]).text


def test_words_become_lines_from_the_top() -> None:
    page = leaf("un deux", "trois")
    assert [[word.text for word in row] for row in rows(reversed(sum(page.lines, ())))] == [
        ["un", "deux"],
        ["trois"],
    ]


@given(st.lists(st.text(max_size=30), max_size=8), st.floats(0, 1))
def test_any_words_at_all_are_read(lines: list[str], sure: float) -> None:
    for proposals in said(*lines, sure=sure).proposals.values():
        for one in proposals:
            assert one.places


def test_nothing_is_read_of_nothing() -> None:
    assert read([], rules(), TODAY).proposals == {}
    assert read([Leaf(595, 842, ())], rules(), TODAY).proposals == {}
