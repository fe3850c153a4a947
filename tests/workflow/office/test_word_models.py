"""The office's own letters: their tags by our own white list, filled with what is known of one."""

import datetime as dt
import io
import zipfile

import pytest

from desktop_app.core.word_models import spans
from desktop_app.untrusted import word_files
from desktop_app.wiring import RealTools
from desktop_app.workflow.office import word_models
from desktop_app.workflow.office.word_models import InvalidModel, ModelMissing
from desktop_app.workflow.store import Safe
from tests.helpers.safes import new_safe, open_safe
from tests.helpers.word_files import docx, odt, paragraph

ON = dt.date(2026, 11, 24)
TOOLS = RealTools()


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory) -> Safe:
    opened = open_safe(new_safe(tmp_path_factory.mktemp("modeles"), ON), ON)
    person = opened.people.add("Fatou Da Silva", on=ON)
    for field, value in (("identite.nom", "Da Silva"), ("identite.prenom", "Fatou")):
        opened.people.keep_value(person, field, value, source="typed", on=ON)
    opened.people.add("Inconnue Totale", on=ON)
    return opened


def words(data: bytes) -> list[str]:
    return [one.text for one in word_files.read(data).paragraphs]


def filled(safe: Safe, data: bytes, person: str = "Fatou Da Silva") -> list[str]:
    model, _ = word_models.keep(safe, TOOLS, data, "Essai", on=ON)
    return words(word_models.fill(safe, TOOLS, model, person, on=ON).data)


def test_answers_take_the_place_of_tags(safe: Safe) -> None:
    text = "Je soussignée {{ prenom }} {{ nom }}, le {{ aujourdhui }}."
    assert filled(safe, docx(paragraph(text))) == [
        "Je soussignée Fatou Da Silva, le 24\xa0novembre\xa02026."
    ]
    assert filled(safe, odt("Pour {{ personne }}")) == ["Pour Fatou Da Silva"]


def test_what_nobody_answered_is_dots_and_is_named(safe: Safe) -> None:
    model, _ = word_models.keep(safe, TOOLS, docx(paragraph("{{ nom }}")), "Points", on=ON)
    made = word_models.fill(safe, TOOLS, model, "Inconnue Totale", on=ON)
    assert made.missing == ("nom",)
    assert "nom" not in words(made.data)[0]


def test_a_condition_holds_or_not_and_keeps_its_spaces(safe: Safe) -> None:
    text = "Oui{% if prenom is connu %} et {{ prenom }}{% else %} et rien{% endif %} !"
    assert filled(safe, docx(paragraph(text))) == ["Oui et Fatou !"]
    assert filled(safe, docx(paragraph(text)), "Inconnue Totale") == ["Oui et rien !"]


def test_curly_quotes_of_a_word_processor_are_straight_in_a_tag(safe: Safe) -> None:
    assert filled(safe, docx(paragraph("{% if prenom == “Fatou” %}a{% endif %}"))) == ["a"]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("{{ nom", "model-tag-open"),
        ("{% if nom %} sans fin", "model-tag-open"),
        ("{{ nom.__class__ }}", "template-forbidden"),
        ("{{ nom() }}", "template-forbidden"),
        ("{% for a in nom %}{% endfor %}", "template-syntax"),
        ("{{ 9 ** 9 ** 9 }}", "template-forbidden"),
        ("{{ nom | inconnu }}", "template-unknown-filter"),
    ],
)
def test_no_call_no_loop_no_calculation(safe: Safe, text: str, code: str) -> None:
    with pytest.raises(InvalidModel) as wrong:
        word_models.keep(safe, TOOLS, docx(paragraph(text)), "Faux", on=ON)
    assert code in [one.code for one in wrong.value.problems]


def test_an_unknown_tag_is_named_with_the_nearest_one() -> None:
    found = word_models.look(TOOLS, docx(paragraph("{{ prenon }} {{ zzzzzz }} {{ nom }}")))
    assert found.known == ("nom",)
    assert found.unknown == {"prenon": "prenom", "zzzzzz": ""}


def test_letters_for_several_are_filed_for_each_or_for_nobody(safe: Safe) -> None:
    model, _ = word_models.keep(safe, TOOLS, docx(paragraph("{{ personne }}")), "Lot", on=ON)
    people = [one.id for one in safe.people.all()]
    made = word_models.for_several(safe, TOOLS, model, people, on=ON)
    assert len(made) == len(people)
    for person in people:
        papers = safe.documents(person=person, made_from=f"{word_models.MADE_FROM}:{model}")
        assert [one.title for one in papers] == ["Lot"]
        name = safe.people.one(person).name
        assert words(safe.content(papers[0].id)) == [name]
    before = safe.count_documents()
    with pytest.raises(Exception, match="not-in-safe"):
        word_models.for_several(safe, TOOLS, model, [people[0], "personne-absente"], on=ON)
    assert safe.count_documents() == before


def test_a_model_is_found_by_its_name(safe: Safe) -> None:
    with pytest.raises(ModelMissing):
        word_models.one(safe, "rien")


def test_nothing_of_a_helper_is_in_the_letter(safe: Safe) -> None:
    model, _ = word_models.keep(safe, TOOLS, docx(paragraph("{{ nom }}")), "Sans nom", on=ON)
    made = word_models.fill(safe, TOOLS, model, "Fatou Da Silva", on=ON).data
    whole = b"".join(
        zipfile.ZipFile(io.BytesIO(made)).read(name)
        for name in zipfile.ZipFile(io.BytesIO(made)).namelist()
    )
    assert b"Nadia" not in whole


def test_a_condition_with_what_it_holds_is_one_span() -> None:
    text = "a {{ x }} b {% if y %}{% if z %}c{% endif %}{% endif %} d"
    assert [one.source for one in spans(text)] == [
        "{{ x }}",
        "{% if y %}{% if z %}c{% endif %}{% endif %}",
    ]
