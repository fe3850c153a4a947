"""Texts and conditions: what they say, what they refuse, and nothing ever runs."""

import contextlib
import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.core.language.filters import FILTERS, Chosen, shifted
from desktop_app.core.language.syntax import MAX_SOURCE, Refused
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.core.language.typography import BLANK
from desktop_app.core.unknown import UNKNOWN

VALUES = {
    "nom": "Simone Martin",
    "courriel": "simone@example.org",
    "oui": True,
    "non": False,
    "jour": dt.date(2026, 11, 3),
    "montant": Decimal("1842.50"),
    "pages": 3,
    "aide": Chosen("rsa", "Le RSA"),
    "aides": (Chosen("rsa", "le RSA"), Chosen("apl", "l’APL")),
    "rien": (),
    "inconnue": UNKNOWN,
}


def text(source: str) -> str:
    rendered = text_of(source).render(VALUES).text
    return rendered.replace("\u00a0", " ").replace("\u202f", " ")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Je suis {{ nom }}.", "Je suis Simone Martin."),
        ("{{ jour }}", "3 novembre 2026"),
        (
            "{{ montant }} {{ montant | euros }} {{ montant | centimes }}",
            "1 842,50 1 842,50 € 1842,50",
        ),
        ("{{ pages }} pages", "3 pages"),
        ("{{ oui }}, {{ non }}", "oui, non"),
        ("{{ aide }} {{ aide | minuscule }}", "Le RSA le RSA"),
        ("{{ aides | liste }} ; {{ aides | liste_ou }}", "le RSA et l’APL ; le RSA ou l’APL"),
        ("{{ jour | plus_mois(2) }}", "3 janvier 2027"),
        ("{{ jour | moins_ans(2) | date_courte }}", "03/11/2024"),
        ("{{ jour | jour }}-{{ jour | mois }}-{{ jour | annee }}", "03-11-2026"),
        ("{{ jour | mois_annee }}", "novembre 2026"),
        ("{{ nom | majuscules }}", "SIMONE MARTIN"),
        ("{{ courriel | avant('@') }}", "simone"),
        ("{{ courriel | apres('@') }}", "example.org"),
        ("{{ nom | apres('@') }}", ""),
        ("{{ nom | caracteres(1, 3) }}", "Sim"),
        ("{{ nom | cases(1, 8) }}/{{ nom | cases(9, 99) }}", "Simone M/artin"),
        ("{{ inconnue | ou('—') }}{{ absente | ou('') }}{{ nom | ou('x') }}", "—Simone Martin"),
        ("{{ 'le ' if oui else 'la ' }}{{ 'x' if non }}fin", "le fin"),
        ("{% if oui %}a{% elif nom %}b{% else %}c{% endif %}", "a"),
        ("{% if non %}a{% elif nom %}b{% else %}c{% endif %}", "b"),
        ("{% if inconnue %}a{% else %}c{% endif %}", "c"),
        ("une\nligne", "une ligne"),
        ("un\n\ndeux", "un\n\ndeux"),
        ("liste :\n- a\n- b\nfin", "liste :\n- a\n- b fin"),
        ("a  b {% if non %}x{% endif %} c", "a b c"),
        ("{# note #}rien", "rien"),
    ],
)
def test_a_text_with_answers(source, expected):
    assert text(source) == expected


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", True),
        ("oui", True),
        ("non", False),
        ("nom", True),
        ("rien", False),
        ("pages", True),
        ("oui == 'oui'", True),
        ("oui == true", True),
        ("non == 'non'", True),
        ("aide == 'rsa'", True),
        ("aide == 'Le RSA'", False),
        ("aide in ['rsa', 'apl']", True),
        ("aide not in ('apl',)", True),
        ("'apl' in aides", True),
        ("'pf' in aides", False),
        ("jour < '2026-11-04'", True),
        ("jour == '2026-11-03'", True),
        ("jour | moins_ans(2) <= '2024-11-03'", True),
        ("montant > 1842", True),
        ("montant == 1842.5", True),
        ("1000 < montant <= 2000", True),
        ("pages == 3", True),
        ("oui and not non or non", True),
        ("not (oui and non)", True),
        # an unknown or absent answer equals nothing and is false
        ("inconnue", False),
        ("not inconnue", True),
        ("inconnue == 'a'", False),
        ("inconnue != 'a'", True),
        ("inconnue == absente", False),
        ("inconnue < 3", False),
        ("inconnue >= 3", False),
        ("inconnue in ['a']", False),
        ("'a' in inconnue", False),
        ("inconnue is connu", False),
        ("absente is inconnu", True),
        ("nom is connu", True),
        # values of different types are neither equal nor ordered
        ("nom < 3", False),
        ("jour > 3", False),
        ("nom == 3", False),
        ("aides == 'rsa'", False),
    ],
)
def test_a_condition(source, expected):
    assert condition_of(source).holds(VALUES) is expected


def test_a_blank_is_left_for_the_pen_and_its_question_is_named():
    rendered = text_of("Le {{ inconnue }}, {{ nom }} doit {{ absente | euros }}.").render(VALUES)

    assert rendered.text == f"Le {BLANK}, Simone Martin doit {BLANK}."
    assert rendered.missing == ("inconnue", "absente")
    assert rendered.written == ("nom",)


def test_two_blanks_in_a_row_are_one():
    rendered = text_of("{{ absente }} {{ inconnue }} {{ autre }}").render(VALUES)

    assert rendered.text == BLANK
    assert rendered.missing == ("absente", "inconnue", "autre")


def test_a_branch_not_taken_leaves_no_blank():
    assert text_of("{% if inconnue %}{{ inconnue }}{% endif %}").render(VALUES).missing == ()


def test_an_answer_is_never_read_as_a_template():
    assert text("{{ a }}") == BLANK
    rendered = text_of("{{ nom }}").render({"nom": "{{ 7 * 7 }}{% set x %}"})
    assert rendered.text == "{{ 7 * 7 }}{% set x %}"


def test_lines_that_a_person_typed_are_kept():
    assert text_of("Voici :\n{{ faits }}").render({"faits": "un\ndeux"}).text == "Voici : un\ndeux"


def test_names_used():
    assert text_of("{% if a %}{{ b | euros }}{% endif %}{{ c if d else e }}").names == frozenset(
        "abcde"
    )
    assert condition_of("a == b and not c or d in ['x']").names == frozenset("abcd")


FORBIDDEN = [
    "{{ nom.upper() }}",
    "{{ nom.__class__ }}",
    "{{ nom['__class__'] }}",
    "{{ aides[0] }}",
    "{{ aides[0:1] }}",
    "{{ range(10) }}",
    "{{ nom() }}",
    "{{ nom | attr('x') }}",
    "{{ nom | map('upper') }}",
    "{{ nom | euros(1) }}",
    "{{ jour | plus_mois }}",
    "{{ jour | plus_mois(pages) }}",
    "{{ jour | plus_mois('1') }}",
    "{{ nom is defined }}",
    "{{ nom is divisibleby(3) }}",
    "{{ 1 + 1 }}",
    "{{ -pages }}",
    "{{ pages * 10 ** 9 }}",
    "{{ nom ~ nom }}",
    "{{ [nom] }}",
    "{{ {'a': nom} }}",
    "{{ none }}",
    "{{ nom, nom }}",
    "{% for x in aides %}{{ x }}{% endfor %}",
    "{% set x = 1 %}",
    "{% set x %}a{% endset %}",
    "{% macro m() %}{% endmacro %}",
    "{% call m() %}{% endcall %}",
    "{% filter upper %}a{% endfilter %}",
    "{% include 'x' %}",
    "{% import 'x' as y %}",
    "{% from 'x' import y %}",
    "{% extends 'x' %}",
    "{% block b %}{% endblock %}",
    "{% with a = 1 %}{% endwith %}",
    "{% raw %}{{ x }}",
    "{% autoescape true %}{% endautoescape %}",
    "{% do x %}",
    "{{ self }}{{ self.x }}",
    "{{ nom",
    "{% if nom %}",
    "{% endif %}",
    "{{ '\\x' }}",
    "{{ 1e999 }}",
]


@pytest.mark.parametrize("source", FORBIDDEN)
def test_what_is_not_on_the_white_list_is_refused_at_load(source):
    with pytest.raises(Refused) as refusal:
        text_of(f"ligne 1\nligne 2 {source}")

    assert refusal.value.code.startswith("template-")
    assert refusal.value.line in (1, 2)


@pytest.mark.parametrize(
    "source",
    [
        "a %}{% endif %}{% if b",
        "a #}",
        "a {# b",
        "{{ a }}",
        "a, b",
        "a.b",
        "a()",
        "x if y",
        "a = 'b'",
    ],
)
def test_a_condition_cannot_leave_its_place(source):
    with pytest.raises(Refused):
        condition_of(source)


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("{{" + "(" * 20_00 + "a" + ")" * 2000 + "}}", id="parentheses"),
        pytest.param("{{ " + "not " * 3000 + "a }}", id="not not not"),
        pytest.param("{% if a %}" * 900 + "{% endif %}" * 900, id="blocks"),
        pytest.param("{{ " + "a if b else " * 1000 + "c }}", id="if else if else"),
        pytest.param("{{ a" + " | majuscule" * 9 + " }}", id="nine filters"),
        pytest.param("{{ " + "9" * 6000 + " }}", id="a number of 6,000 digits"),
        pytest.param("x" * (MAX_SOURCE + 1), id="too long"),
    ],
)
@pytest.mark.timeout(5)
def test_a_bomb_is_refused_at_once(source):
    with pytest.raises(Refused):
        text_of(source)


def test_a_long_list_of_alternatives_is_not_deep():
    assert condition_of(" or ".join(f"nom == 'n{n}'" for n in range(60))).holds(VALUES) is False


@given(st.text(alphabet="{}%|()[]'\" abno.=<1if#\n-~,", max_size=80))
@settings(max_examples=500, deadline=None)
def test_any_source_renders_or_is_refused(source):
    with contextlib.suppress(Refused):
        text_of(source).render(VALUES)
    with contextlib.suppress(Refused):
        condition_of(source).holds(VALUES)


ANYTHING = st.one_of(
    st.text(max_size=30), st.booleans(), st.integers(), st.dates(),
    st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**12), max_value=10**12),
    st.tuples(st.text(max_size=5), st.text(max_size=5)), st.just(UNKNOWN),
)  # fmt: skip


@given(st.sampled_from(sorted(FILTERS)), ANYTHING, st.integers(0, 99999))
@settings(deadline=None)
def test_filters_are_total(name, value, count):
    given = {int: str(count), str: "'x'"}
    arguments = ", ".join(given[kind] for kind in FILTERS[name].takes)
    call = f"({arguments})" if arguments else ""

    assert isinstance(text_of(f"{{{{ v | {name}{call} }}}}").render({"v": value}).text, str)


@given(ANYTHING, st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "in", "not in"]), ANYTHING)
@settings(deadline=None)
def test_comparisons_are_total(left, operator, right):
    assert condition_of(f"a {operator} b").holds({"a": left, "b": right}) in (True, False)


@pytest.mark.parametrize(
    ("day", "count", "unit", "expected"),
    [
        (dt.date(2026, 1, 31), 1, "mois", dt.date(2026, 2, 28)),
        (dt.date(2024, 2, 29), -1, "ans", dt.date(2023, 2, 28)),
        (dt.date(2026, 12, 31), 1, "jours", dt.date(2027, 1, 1)),
        (dt.date(2026, 1, 15), -13, "mois", dt.date(2024, 12, 15)),
        (dt.date(9999, 12, 31), 1, "mois", dt.date.max),
        (dt.date(1, 1, 1), -1, "ans", dt.date.min),
    ],
)
def test_a_day_moved(day, count, unit, expected):
    assert shifted(day, count, unit) == expected


def test_line_breaks_stay_in_a_box_of_several_lines() -> None:
    address = text_of("{{ rue }}\n{{ ville }}")
    values = {"rue": "12 rue des Tilleuls", "ville": "Saint-Étienne"}
    assert address.render(values).text == "12 rue des Tilleuls Saint-Étienne"
    assert address.render(values, as_lines=True).text == "12 rue des Tilleuls\nSaint-Étienne"
