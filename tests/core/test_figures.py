"""Definitions of figures are read strictly; what is counted is in one row, small groups hidden."""

import pytest

from desktop_app.catalogue.figures import InvalidFigures, figure_sets, figure_text, read_figures
from desktop_app.core.figures import LANGUAGES, OUTCOMES, Counted, Table, months, tables
from desktop_app.core.packs.families import FAMILIES
from desktop_app.core.small_groups import Hidden
from desktop_app.sentences import figure_words
from desktop_app.workflow.office.figures import Period

HEAD = 'schema = 1\nid = "x"\ntitle = "Des chiffres à donner"\n'
ONE = HEAD + '[[figure]]\ntitle = "Dossiers ouverts"\ncounts = "opened"\nby = "theme"\n'


def wrong(text: str) -> list[tuple[str, str]]:
    with pytest.raises(InvalidFigures) as told:
        read_figures(text.encode())
    return [(one.code, one.place) for one in told.value.problems]


def told(text: str, *counted: Counted) -> tuple[Table, ...]:
    return tables(
        read_figures(text.encode()),
        counted,
        months("2026-01", "2026-03"),
        themes=FAMILIES,
        theme_of=lambda about: about,
        body_of=lambda about: about.upper(),
    )


def opened(month: str, about: str, n: int) -> Counted:
    return Counted(month, "opened", about, "", "", n)


def test_ours_are_right_and_can_be_given_to_be_changed() -> None:
    for one in figure_sets():
        assert read_figures(figure_text(one.id)) == one
    assert figure_text("../annee") == b""


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        ("id = 1 2", "law-syntax", "line 1"),
        (HEAD, "law-missing-key", "figure"),
        (HEAD + "figure = []\n", "figures-none", "figure"),
        (ONE.replace("counts", "count"), "law-missing-key", "figure 1"),
        (ONE.replace("opened", "ouverts"), "law-bad-value", "figure 1, counts"),
        (ONE.replace("theme", "outcome"), "figures-by", "figure 1, by"),
        (ONE.replace("schema = 1", "schema = 2"), "law-bad-value", "schema"),
        (HEAD + "least = 4\n" + ONE[len(HEAD) :], "figures-least", "least"),
        (ONE + ONE[len(HEAD) :], "figures-twice", "figure 2"),
        (ONE + ONE[len(HEAD) :].replace('"theme"', '"body"'), "figures-linked", "figure"),
        (
            ONE.replace("opened", "papers") + ONE[len(HEAD) :].replace("opened", "forms"),
            "figures-linked-papers",
            "figure",
        ),
        (
            ONE + '[[figure.group]]\nlabel = "A"\nvalues = ["kaf"]\n',
            "figures-value",
            "figure 1, group 1",
        ),
        (
            ONE + '[[figure.group]]\nlabel = "A"\nvalues = ["caf", "caf"]\n',
            "figures-value-twice",
            "figure 1, group 1",
        ),
        (
            ONE + '[[figure.group]]\nlabel = "A"\nvalues = ["caf"]\n',
            "figures-others",
            "figure 1, others",
        ),
    ],
)
def test_each_fault_of_a_definition_is_told_with_its_place(
    text: str, code: str, place: str
) -> None:
    assert any(found == code and where.startswith(place) for found, where in wrong(text))


def test_a_definition_is_neither_huge_nor_bytes() -> None:
    assert wrong(ONE + "#" * 20_000)[0][0] == "figures-too-big"
    with pytest.raises(InvalidFigures):
        read_figures(b"\xff\xfe\x00")


def test_a_theme_has_its_row_in_the_order_of_themes() -> None:
    (one,) = told(ONE, opened("2026-02", "logement", 9), opened("2026-01", "caf", 7))
    assert [(row.value, row.shown) for row in one.rows] == [("caf", 7), ("logement", 9)]
    assert one.total == 16


def test_what_is_outside_the_period_or_is_another_thing_is_not_counted() -> None:
    (one,) = told(ONE, opened("2025-12", "caf", 50), Counted("2026-01", "closed", "caf", "", "", 9))
    assert (one.rows, one.total) == ((), 0)


def test_months_have_all_their_rows_and_what_nobody_noted_comes_last() -> None:
    by_month = ONE.replace('by = "theme"', 'by = "month"')
    (one,) = told(by_month, opened("2026-02", "caf", 8))
    assert [row.shown for row in one.rows] == [0, 8, 0]
    (one,) = told(ONE, opened("2026-02", "", 8), opened("2026-02", "vehicule", 9))
    assert [row.value for row in one.rows] == ["vehicule", ""]


def test_groups_take_their_values_and_the_rest_has_its_name() -> None:
    text = ONE + 'others = "Le reste"\n[[figure.group]]\nlabel = "Deux"\nvalues = ["caf", "emploi"]'
    counted = (opened("2026-01", "caf", 6), opened("2026-01", "emploi", 2))
    (one,) = told(text, *counted, opened("2026-01", "logement", 11))
    assert [(row.label, row.shown) for row in one.rows] == [("Deux", 8), ("Le reste", 11)]


def test_papers_are_letters_and_forms_together() -> None:
    text = ONE.replace("opened", "papers").replace('"theme"', '"body"')
    letters = Counted("2026-01", "letters", "caf", "", "", 4)
    (one,) = told(text, letters, Counted("2026-01", "forms", "caf", "", "", 3))
    assert [(row.value, row.shown) for row in one.rows] == [("CAF", 7)]


def test_a_column_too_small_to_be_told_has_no_rows_only_its_sum() -> None:
    (one,) = told(ONE, opened("2026-01", "caf", 2), opened("2026-01", "emploi", 1))
    assert (one.rows, one.total) == ((), Hidden.SMALL)


def test_every_value_has_its_words() -> None:
    assert figure_words.languages() == LANGUAGES
    assert tuple(figure_words.outcomes()) == OUTCOMES
    assert figure_words.themes().keys() == figure_words.bodies().keys() == set(FAMILIES)
    assert figure_words.period(Period("2026-01", "2026-12")) == "Année 2026"
    assert figure_words.period(Period("2026-03", "2026-03")) == "mars 2026"
    assert figure_words.period(Period("2026-01", "2026-06")) == "De janvier 2026 à juin 2026"
