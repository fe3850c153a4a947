"""Each kind of answer: what is understood, what is refused, and what is proposed instead."""

import datetime as dt
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.answers.kinds import KINDS
from desktop_app.core.answers.kinds.base import Context, Reading
from desktop_app.core.answers.validate import read_answer
from desktop_app.core.packs.model import Choice, Question

TODAY = dt.date(2026, 11, 24)
CHOICES = (
    Choice(id="caf", label="La Caf (caisse d'allocations familiales)"),
    Choice(id="msa", label="La MSA"),
    Choice(id="ne-sait-plus", label="Je ne sais plus"),
)


def question(kind: str, **keys: object) -> Question:
    choices = CHOICES if kind in ("choice", "choices") else ()
    return Question(id="q", kind=kind, label="?", choices=choices, **keys)  # type: ignore[arg-type]


def read(kind: str, typed: object, **keys: object) -> Reading:
    return read_answer(typed, question(kind, **keys), TODAY)  # type: ignore[arg-type]


def plain(text: str) -> str:
    return text.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("kind", "typed", "value"),
    [
        # days
        *[
            ("date", typed, dt.date(2026, 11, 3))
            for typed in (
                "03/11/2026", "3/11/2026", "3-11-2026", "3.11.2026", "3 11 2026", "03112026",
                "3/11/26", "3 nov 26", "3 nov. 2026", "3 novembre 2026", "3 Novembre 2026",
                "mardi 3 novembre 2026", "le 3 novembre 2026", "2026-11-03", "3 / 11 / 2026",
                "3 novenbre 2026", " 03/11/2026 ",
            )
        ],
        ("date", "1er décembre 2026", dt.date(2026, 12, 1)),
        ("date", "14/02/48", dt.date(1948, 2, 14)),
        ("date", "1/1/27", dt.date(2027, 1, 1)),
        ("date", "29/02/2024", dt.date(2024, 2, 29)),
        ("date", "12 août 2025", dt.date(2025, 8, 12)),
        ("date", "12 juil 2025", dt.date(2025, 7, 12)),
        ("date", "05112026", dt.date(2026, 11, 5)),
        ("date", "051126", dt.date(2026, 11, 5)),
        ("date", "5/novembre/2026", dt.date(2026, 11, 5)),
        ("date", "1er/11/2026", dt.date(2026, 11, 1)),
        ("date", "le/5/novembre 2026", dt.date(2026, 11, 5)),
        ("date", "lundi/5/novembre 2026", dt.date(2026, 11, 5)),
        ("date", "today", TODAY),
        ("month", "11/2026", dt.date(2026, 11, 1)),
        ("month", "novembre 2026", dt.date(2026, 11, 1)),
        ("month", "112026", dt.date(2026, 11, 1)),
        ("month", "03/25", dt.date(2025, 3, 1)),
        # amounts
        *[
            ("amount", typed, Decimal("1842.50"))
            for typed in (
                "1842,50", "1 842,50", "1.842,50", "1842.50", "1842,5", "1 842,50 €", "1842€50",
                "1842,50 euros", "1\u202f842,50\u00a0€", "1'842,50",
            )
        ],
        ("amount", "1842", Decimal("1842.00")),
        ("amount", "0", Decimal("0.00")),
        ("amount", "1.842", Decimal("1842.00")),
        ("integer", "3", 3),
        ("integer", " 1 200 ", 1200),
        # words
        ("text", "  12   rue\tdes Tilleuls ", "12 rue des Tilleuls"),
        ("text", "e\u0301te\u0301", "été"),
        ("text", "a\u202eb\u200b", "ab"),
        ("long_text", "un \r\n\r\n\r\n\r\ndeux  trois", "un\n\ndeux trois"),
        ("name", "d’Ávila-Núñez", "d’Ávila-Núñez"),
        ("address_line", "x" * 38, "x" * 38),
        ("country", "Belgique", "Belgique"),
        # choices
        ("choice", "caf", "caf"),
        ("choice", "CAF", "caf"),
        ("choice", "la msa", "msa"),
        ("choices", ("msa", "caf"), ("caf", "msa")),
        ("choices", "msa, caf", ("caf", "msa")),
        ("choices", (), ()),
        ("yes_no", "Oui", True),
        ("yes_no", "non", False),
        # numbers of offices
        ("postal_code", "42 000", "42000"),
        ("postal_code", "01000", "01000"),
        ("caf_number", "1234567 a", "1234567 A"),
        ("caf_number", "1234567", "1234567"),
        ("nir", "2 95 10 99 126 111 93", "295109912611193"),
        ("nir", "253072A07300443", "253072A07300443"),
        ("nir", "253072B07300470", "253072B07300470"),
        ("nif", "01 23 456 789 211", "0123456789211"),
        ("siret", "732 829 320 00074", "73282932000074"),
        ("siret", "732829320", "732829320"),
        pytest.param("siret", "35600000049837", "35600000049837", id="siret-La Poste"),
        ("iban", "FR14 2004 1010 0505 0001 3M02 606", "FR1420041010050500013M02606"),
        ("iban", "be71 0961 2345 6769", "BE71096123456769"),
        ("email", "simone.martin@example.org", "simone.martin@example.org"),
        # telephones: ranges reserved for fiction
        ("phone", "0199001234", "01 99 00 12 34"),
        ("phone", "01.99.00.12.34", "01 99 00 12 34"),
        ("phone", "+33 (0)1 99 00 12 34", "+33 1 99 00 12 34"),
        ("phone", "0033199001234", "+33 1 99 00 12 34"),
        ("phone", "+262 639 98 12 34", "+262 639 98 12 34"),
        ("phone", "3919", "3919"),
        ("phone", "115", "115"),
    ],
)  # fmt: skip
def test_understood(kind, typed, value):
    reading = read(kind, typed)

    assert reading.problem is None
    assert (plain(reading.value) if isinstance(reading.value, str) else reading.value) == value


@pytest.mark.parametrize(
    ("kind", "typed", "code", "suggestion"),
    [
        ("date", "31/02/2026", "date-impossible", "28/02/2026"),
        ("date", "30/02/2024", "date-impossible", "29/02/2024"),
        ("date", "31/11/2026", "date-impossible", "30/11/2026"),
        pytest.param(
            "date", "11/23/2026", "date-impossible", "23/11/2026", id="date-month and day exchanged"
        ),
        ("date", "45/45/2026", "date-impossible", ""),
        ("date", "0/11/2026", "date-impossible", ""),
        ("date", "03/11/0206", "date-year", ""),
        pytest.param("date", "O3/11/2O26", "date-unreadable", "03/11/2026", id="date-O for 0"),
        pytest.param("date", "1112026", "date-unreadable", "", id="date-1/11 or 11/1"),
        ("date", "111950", "date-unreadable", ""),
        pytest.param("date", "5112026", "date-unreadable", "05/11/2026", id="date-a digit less"),
        pytest.param("date", "51/12/026", "date-unreadable", "05/11/2026", id="date-spread"),
        ("date", "hier", "date-unreadable", ""),
        ("date", "3/11", "date-unreadable", ""),
        ("date", "3 jui 2026", "date-unreadable", ""),
        ("date", "99999999999999999999", "date-unreadable", ""),
        ("month", "03/11/2026", "month-unreadable", "11/2026"),
        ("month", "13/2026", "month-unreadable", ""),
        ("amount", "mille", "not-amount", ""),
        pytest.param("amount", "1,842.50", "not-amount", "1 842,50", id="amount-English commas"),
        pytest.param("amount", "l842", "not-amount", "1 842,00", id="amount-l for 1"),
        ("amount", "1842,555", "amount-decimals", "1 842,56"),
        ("amount", "-12", "amount-negative", "12,00"),
        ("amount", "1e5", "not-amount", ""),
        ("amount", "inf", "not-amount", ""),
        ("amount", "NaN", "not-amount", ""),
        ("amount", "٣", "not-amount", ""),
        ("amount", "9" * 40, "not-amount", ""),
        ("integer", "3,5", "not-integer", ""),
        ("integer", "lO", "not-integer", "10"),
        ("integer", "-1", "too-small", ""),
        ("integer", "²", "not-integer", ""),
        ("text", "\u200b", "answer-unreadable", ""),
        ("text", ("a", "b"), "answer-one-only", ""),
        ("text", "x" * 20_001, "too-long", ""),
        ("name", "Martin2", "name-signs", ""),
        ("address_line", "x" * 39, "too-long", ""),
        ("choice", "cafe", "unknown-choice", "caf"),
        ("choice", "Je ne sais pas", "unknown-choice", "ne-sait-plus"),
        ("choices", ("caf", "mas"), "unknown-choice", "msa"),
        ("yes_no", "peut-être", "not-yes-no", ""),
        ("yes_no", "oiu", "not-yes-no", "oui"),
        pytest.param(
            "postal_code", "1000", "postal-code-digits", "01000", id="postal_code-lost zero"
        ),
        pytest.param(
            "postal_code", "42OOO", "postal-code-digits", "42000", id="postal_code-O for 0"
        ),
        ("postal_code", "99123", "postal-code-unused", ""),
        ("phone", "19900123", "phone-length", ""),
        pytest.param("phone", "199001234", "phone-length", "01 99 00 12 34", id="phone-lost zero"),
        ("phone", "appelez-moi", "phone-digits", ""),
        ("email", "simone.martin", "email-shape", ""),
        ("email", "simone@gmail", "email-shape", "simone@gmail.com"),
        ("email", "simone martin@example,org", "email-shape", "simonemartin@example.org"),
        ("email", "simone(at)example.org", "email-shape", "simone@example.org"),
        ("caf_number", "ABC", "caf-number", ""),
        ("caf_number", "12345O7", "caf-number", "1234507"),
        pytest.param(
            "nir", "295109912611193"[:13], "nir-no-key", "2 95 10 99 126 111 93", id="nir-no key"
        ),
        pytest.param(
            "nir", "295109912611199", "nir-key", "2 95 10 99 126 111 93", id="nir-wrong key"
        ),
        pytest.param(
            "nir",
            "259109912611193",
            "nir-key",
            "2 95 10 99 126 111 93",
            id="nir-two digits exchanged",
        ),
        pytest.param(
            "nir", "2951O9912611193", "nir-length", "2 95 10 99 126 111 93", id="nir-O for 0"
        ),
        ("nir", "12345", "nir-length", ""),
        ("nir", "aucun", "nir-length", ""),
        ("nif", "1234", "nif-length", ""),
        pytest.param(
            "siret",
            "73282932000047",
            "siret-key",
            "732 829 320 00074",
            id="siret-two digits exchanged",
        ),
        ("siret", "7328293200007", "siret-length", ""),
        pytest.param(
            "iban",
            "FR1420041010050500013M02660",
            "iban-key",
            "FR14 2004 1010 0505 0001 3M02 606",
            id="iban-two digits exchanged",
        ),
        pytest.param(
            "iban",
            "FR142004101005O500013M02606",
            "iban-key",
            "FR14 2004 1010 0505 0001 3M02 606",
            id="iban-O for 0",
        ),
        ("iban", "FR14 2004", "iban-length", ""),
        ("iban", "20041", "iban-shape", ""),
    ],
)
def test_refused_with_a_near_miss(kind, typed, code, suggestion):
    reading = read(kind, typed)

    assert reading.problem is not None
    assert (reading.problem.code, plain(reading.problem.suggestion)) == (code, suggestion)


IDENTIFIERS = {
    "nir": "295109912611199",
    "nif": "1234567890123",
    "siret": "73282932000047",
    "iban": "FR1420041010050500013M02660",
    "caf_number": "A12",
    "phone": "12345678",
    "postal_code": "99000",
}


@pytest.mark.parametrize(("kind", "typed"), IDENTIFIERS.items())
def test_a_doubtful_identifier_stands_when_confirmed(kind, typed):
    reading = read(kind, typed)

    assert reading.problem is not None
    assert reading.confirmable
    assert plain(reading.value).replace(" ", "") == typed


@pytest.mark.parametrize("typed", ["Мартен", "مارتان", "马丁", "Μαρτίνος"])
@pytest.mark.parametrize("kind", ["name", "text", "long_text", "address_line"])
def test_another_alphabet_where_the_paper_needs_latin_letters(kind, typed):
    assert read(kind, typed, alphabet="latin").problem.code == "not-latin"
    assert read(kind, typed).problem is None


def test_latin_letters_of_every_language_pass():
    assert read("name", "Łukasz Đặng Þór Œdipe Ñandú İbrahim", alphabet="latin").problem is None


def test_a_text_longer_than_its_box_says_by_how_much():
    problem = read("text", "x" * 45, max_length=38).problem

    assert (problem.code, dict(problem.parameters)) == ("too-long", {"limit": 38, "over": 7})


@pytest.mark.parametrize(
    ("kind", "typed", "keys", "code"),
    [
        ("integer", "0", {"minimum": "1"}, "too-small"),
        ("integer", "31", {"maximum": "30"}, "too-large"),
        ("amount", "0", {"minimum": "0.01"}, "too-small"),
        ("amount", "5000", {"maximum": "4000"}, "too-large"),
    ],
)
def test_bounds(kind, typed, keys, code):
    assert read(kind, typed, **keys).problem.code == code


VALUES = {
    "address_line": st.from_regex(r"[0-9]{1,3} rue [a-z]{1,20}", fullmatch=True),
    "amount": st.decimals(0, 10**9, places=2),
    "caf_number": st.from_regex(r"[0-9]{1,8}( [A-Z])?", fullmatch=True),
    "choice": st.sampled_from([choice.id for choice in CHOICES]),
    "choices": st.lists(st.sampled_from(CHOICES), unique=True).map(
        lambda some: tuple(c.id for c in CHOICES if c in some)
    ),
    "country": st.sampled_from(["Belgique", "Côte d'Ivoire", "République tchèque"]),
    "date": st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)),
    "email": st.sampled_from(["a@b.fr", "prenom.nom+x@exemple.fr"]),
    "iban": st.sampled_from(["FR1420041010050500013M02606", "BE71096123456769"]),
    "integer": st.integers(0, 10**9 - 1),
    "long_text": st.from_regex(r"[a-zé]{1,9}( [a-z]{1,9}){0,3}(\n[a-z]{1,9}){0,3}", fullmatch=True),
    "month": st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)).map(lambda d: d.replace(day=1)),
    "name": st.from_regex(r"[A-Z][a-zéï]{1,9}([ '’-][A-Z][a-z]{1,9})?", fullmatch=True),
    "nif": st.integers(0, 3_999_999_999).map(lambda n: f"{n:010d}{n % 511:03d}"),
    "nir": st.sampled_from(["295109912611193", "253072A07300443", "253072B07300470"]),
    "phone": st.from_regex(r"0[1-9]([0-9]{2}){4}", fullmatch=True).map(
        lambda n: "\u00a0".join(n[i : i + 2] for i in range(0, 10, 2))
    ),
    "postal_code": st.from_regex(r"[1-8][0-9]{4}", fullmatch=True),
    "siret": st.sampled_from(["73282932000074", "732829320", "35600000049837"]),
    "text": st.from_regex(r"[^\W_]{1,9}( [^\W_]{1,9}){0,3}", fullmatch=True).filter(
        lambda t: t == unicodedata.normalize("NFC", t)
    ),
    "yes_no": st.booleans(),
}


def test_every_kind_has_its_property():
    assert set(VALUES) == set(KINDS)


@pytest.mark.parametrize("kind", sorted(VALUES))
@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_what_is_shown_reads_back_the_same(kind, data):
    value = data.draw(VALUES[kind])
    shown = KINDS[kind].show(value)

    reading = read(kind, shown)

    assert reading.problem is None
    assert reading.value == value
    assert KINDS[kind].show(reading.value) == shown


@pytest.mark.parametrize("kind", sorted(KINDS))
@given(typed=st.text(max_size=40))
@settings(max_examples=120, deadline=None)
def test_any_text_gives_a_value_or_a_problem(kind, typed):
    reading = KINDS[kind].read(typed, Context(question(kind), TODAY))

    assert reading.problem is not None or reading.value is not None
    if reading.problem is not None:
        assert typed == "" or not any(
            typed == value for value in reading.problem.parameters.values()
        )


@pytest.mark.parametrize("kind", ["nir", "iban", "siret", "nif", "phone", "date", "amount"])
@given(typed=st.text(alphabet="0123456789OlIABFR /.-,", max_size=34))
@settings(max_examples=150, deadline=None)
def test_nearly_right_texts_too(kind, typed):
    reading = read(kind, typed)

    if reading.problem is not None and reading.problem.suggestion:
        again = read(kind, reading.problem.suggestion)
        assert again.problem is None, "a suggestion is always right"
