"""A file of answers becomes a draft, or says where it is wrong."""

import contextlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop_app.core.answers.answer_file import InvalidAnswerFile, read_draft

GOOD = """
je_ne_sais_pas = ["montant"]
confirmes = ["nir"]

[answers]
nom = "Martin"
date = 2026-11-03
somme = 1842.50
pages = 3
retenues = true
sujets = ["couple", "ressources"]

[abreges]
rue = "12 AV Haute"

[paragraphes]
retires = ["algorithme"]

[paragraphes.textes]
faits = "Mes mots."
"""


def test_values_are_what_a_person_would_type():
    draft = read_draft(GOOD.encode(), "essai", "A.toml")

    assert draft.pack == "essai"
    assert dict(draft.answers) == {
        "nom": "Martin",
        "date": "2026-11-03",
        "somme": "1842,5",
        "pages": "3",
        "retenues": "oui",
        "sujets": ("couple", "ressources"),
    }
    assert draft.unknown == {"montant"}
    assert draft.confirmed == {"nir"}
    assert draft.removed == {"algorithme"}
    assert dict(draft.edited) == {"faits": "Mes mots."}
    assert dict(draft.shortened) == {"rue": "12 AV Haute"}


@pytest.mark.parametrize(
    ("text", "code", "place"),
    [
        pytest.param("[answers\n", "pack-toml", "A.toml, ligne 1", id="not TOML"),
        pytest.param(
            "nom = 'x'\n",
            "answer-file-unknown-key",
            "A.toml, clé nom, ligne 1",
            id="outside [answers]",
        ),
        pytest.param(
            "answers = 3\n",
            "answer-file-table",
            "A.toml, clé answers, ligne 1",
            id="answers is no table",
        ),
        pytest.param(
            "[answers]\nx = [1]\n",
            "answer-file-value",
            "A.toml, answers, clé x, ligne 2",
            id="list of numbers",
        ),
        pytest.param(
            "[answers]\nx = {a = 1}\n",
            "answer-file-value",
            "A.toml, answers, clé x, ligne 2",
            id="table",
        ),
        pytest.param(
            "[answers]\nx = 12:00:00\n",
            "answer-file-value",
            "A.toml, answers, clé x, ligne 2",
            id="hour",
        ),
        pytest.param(
            "confirmes = 'nir'\n",
            "answer-file-list",
            "A.toml, clé confirmes, ligne 1",
            id="list without brackets",
        ),
        pytest.param(
            "je_ne_sais_pas = ['x']\n[answers]\nx = '1'\n",
            "answer-and-unknown",
            "A.toml, answers, clé x, ligne 3",
            id="known and unknown",
        ),
        pytest.param(
            "[paragraphes]\nretire = []\n",
            "answer-file-unknown-key",
            "A.toml, paragraphes, clé retire, ligne 2",
            id="unknown key of paragraphs",
        ),
        pytest.param(
            "[paragraphes.textes]\na = 1\n",
            "answer-file-texts",
            "A.toml, paragraphes, clé textes, ligne 1",
            id="text that is a number",
        ),
        pytest.param(
            "abreges = ['rue']\n",
            "answer-file-short",
            "A.toml, clé abreges, ligne 1",
            id="abbreviations are a table",
        ),
    ],
)
def test_what_is_wrong_is_shown_with_its_place(text, code, place):
    with pytest.raises(InvalidAnswerFile) as refusal:
        read_draft(text.encode(), "essai", "A.toml")

    assert [(p.code, p.place) for p in refusal.value.problems] == [(code, place)]


@given(
    st.binary(max_size=200) | st.text(alphabet='[]answers="x1\n,{}.', max_size=120).map(str.encode)
)
def test_any_bytes_give_a_draft_or_a_refusal(raw):
    with contextlib.suppress(InvalidAnswerFile):
        read_draft(raw, "essai", "A.toml")
