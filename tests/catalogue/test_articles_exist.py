"""Every article that a pack, the law's data or a bank cites exists, and says what we say of it."""

import re

import pytest

from tests.helpers import cited, law_codes
from tests.helpers.faults import assert_none

codes = pytest.mark.skipif(
    not law_codes.here(), reason="needs the codes beside the project (../shared/law/codes)"
)

NAMED_BY_NO_NUMBER = (
    "Loi de finances pour 2019, article 266",
    "loi de finances 2026, art. 128",
    "directive 2000/84/CE, art. 2 et 3",
)
"""Texts that have neither letters nor a number of their own here."""


@codes
def test_every_article_is_in_its_code(capsys: pytest.CaptureFixture[str]) -> None:
    with capsys.disabled():
        print(f"\n{cited.summary()}")
    assert_none(cited.missing())
    assert cited.found() > 300


@codes
def test_what_is_said_of_an_article_stands_in_it() -> None:
    told = [citation for citation in cited.citations() if citation.says]
    assert_none([(one.place, one.line, one.says) for one in told if not stands(one)])
    assert len(told) >= 20


def stands(citation: cited.Citation) -> bool:
    """Tell whether one of the articles cited has these words, one after the other."""
    wordings = [law_codes.wording(article) or "" for article in citation.articles]
    return any(plain(citation.says) in plain(wording) for wording in wordings)


def plain(words: str) -> str:
    return re.sub(r"\s+", " ", words.replace("’", "'")).casefold()


def test_every_article_is_of_a_text_that_is_named() -> None:
    """Letters of a code that nobody knows would be looked up nowhere."""
    assert_none(
        [
            (citation.place, citation.line)
            for citation in cited.citations()
            if any(not article.code for article in citation.articles)
            and citation.line not in NAMED_BY_NO_NUMBER
        ]
    )


@codes
@pytest.mark.parametrize(
    ("basis", "says", "sound"),
    [
        ("CRPA L.114-2", "la transmet à l'administration compétente", True),
        ("CRPA L.114-2", "la transmet à l'administration incompétente", False),
        ("CRPA L.999-2", "la transmet", False),
        ("CASF L.262-46", "caractère suspensif", False),
    ],
)
def test_words_that_are_not_there_are_seen(basis: str, says: str, *, sound: bool) -> None:
    assert stands(cited.Citation("here", basis, cited.in_basis(basis), says)) is sound
