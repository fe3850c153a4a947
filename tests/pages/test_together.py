"""Pages of several questions: each tells what it is about, in words that no other page has."""

import datetime as dt

import pytest

from desktop_app.core.answers.draft import Draft
from desktop_app.pages.together import heading
from desktop_app.workflow.interview.definitions import definition_of
from desktop_app.workflow.interview.interview import Interview
from tests.helpers.ours import CATALOGUE

TODAY = dt.date(2026, 11, 29)


def test_a_page_that_goes_on_from_another_says_so() -> None:
    told = _headed("13880-rsa", en_couple="oui")
    assert "La personne avec qui vous vivez (suite)" in told


@pytest.mark.parametrize("pack", ["15692-demande-mdph", "13880-rsa", "caf-indu-rsa"])
def test_no_two_pages_have_one_heading(pack: str) -> None:
    told = _headed(pack)
    assert len({*told}) == len(told)


def _headed(pack: str, **answers: str) -> list[str]:
    interview = Interview(definition_of(CATALOGUE, pack), Draft(pack, answers), TODAY)
    return [heading(page) for page in interview.pages if page.title]
