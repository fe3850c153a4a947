"""How a letter came is asked where its day starts a delay, and nowhere else."""

import pytest

from desktop_app.wiring import RealTools
from desktop_app.workflow.guidance.which_delay import (
    SILENCE,
    arrivals_of,
    candidates,
    known_cases,
)


@pytest.fixture(scope="module")
def tools() -> RealTools:
    return RealTools()


def test_nobody_is_asked_how_a_letter_came_that_never_did(tools: RealTools) -> None:
    cases = known_cases(tools.law, tools.catalogue)
    silent = [family for family, found in cases.items() if SILENCE in found]
    assert "etrangers" in silent
    for family in silent:
        found = candidates(tools.law, tools.catalogue, family, SILENCE)
        assert found
        assert arrivals_of(tools.law, found, SILENCE) == ()


def test_each_way_in_which_a_letter_came_starts_a_delay_of_its_case(tools: RealTools) -> None:
    for family, situations in known_cases(tools.law, tools.catalogue).items():
        for situation in situations:
            found = candidates(tools.law, tools.catalogue, family, situation)
            starting = {
                name for one in found for name in tools.law.tables.expand(one.procedure.events)
            }
            asked = {one.id for one in arrivals_of(tools.law, found, situation)}
            assert asked <= starting, (family, situation)


def test_a_refusal_that_comes_by_post_is_asked_how(tools: RealTools) -> None:
    found = candidates(tools.law, tools.catalogue, "caf", "refus")
    assert "lettre-simple" in {one.id for one in arrivals_of(tools.law, found, "refus")}
