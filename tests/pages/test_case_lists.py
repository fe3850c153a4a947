"""Each list of cases: the most usual first, each pack once with a reason; never a dead end."""

import re
from collections import Counter
from collections.abc import Iterator
from typing import get_args

import pytest

from desktop_app.core.packs.families import FAMILIES
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.pages import destinations as to
from desktop_app.pages import find, too_late, urgent, which_delay
from desktop_app.pages.finding import OF_ANY_BODY, families, offers, situations
from desktop_app.pages.page import Action, Choice, Page, Unfold
from desktop_app.wiring import RealTools
from desktop_app.workflow.guidance import too_late as late
from desktop_app.workflow.guidance import which_delay as delays
from tests.helpers.faults import assert_none

TOOLS = RealTools()
LAW, CATALOGUE = TOOLS.law, TOOLS.catalogue
DONT_KNOW = "Je ne sais pas"


def packs() -> dict[str, CatalogueItem]:
    return {one.id: one for one in CATALOGUE.search()}


def finding() -> Iterator[tuple[str, Page]]:
    """Every page where one chooses a case to write."""
    for kind in get_args(to.Kind):
        places = [to.Find(kind)]
        if kind != "formulaire":
            having = [one.family for one in offers(CATALOGUE, kind)]
            places += [to.Find(kind, family) for family in having]
            for family in having:
                said = [one.situation for one in offers(CATALOGUE, kind, family)]
                places += [to.Find(kind, family, situation) for situation in said]
        for place in places:
            found = offers(CATALOGUE, place.kind, place.family, place.situation)
            yield str(place), find.page(place, found)


def lists() -> Iterator[tuple[str, Page]]:
    yield from finding()
    yield "urgent", urgent.which(LAW.emergencies)
    yield "too late", too_late.which(late.may_be_late(LAW), "")
    for family in dict.fromkeys(one.family for one in late.may_be_late(LAW)):
        yield f"too late {family}", too_late.which(late.may_be_late(LAW), family)
    cases = delays.known_cases(LAW, CATALOGUE)
    yield "which delay", which_delay.which_case(to.WhichDelay(), cases)
    for family in cases:
        yield f"which delay {family}", which_delay.which_case(to.WhichDelay(family=family), cases)


LISTS = dict(lists())


def test_every_list_is_looked_at() -> None:
    assert len(LISTS) > 150


@pytest.mark.parametrize("name", LISTS)
def test_a_list_of_cases_is_no_dead_end(name: str) -> None:
    """Who does not know is told where to look and who helps; and there is a case to choose."""
    page = LISTS[name]
    unknown = [one for one in page.blocks if isinstance(one, Unfold)]
    (told,) = [one for one in unknown if one.words.startswith(DONT_KNOW)]
    assert len(told.told.split()) > 15
    assert [one for one in page.blocks if isinstance(one, Choice)]
    assert [one for one in page.actions if isinstance(one, Action)]


def test_the_order_of_cases_names_each_of_ours_once_and_says_why() -> None:
    order, ours = CATALOGUE.often, packs()
    named = Counter(pack for one in order.family for pack in one.packs)
    assert_none([name for name, times in named.items() if times > 1])
    assert set(named) == set(ours)
    assert_none(
        [
            (one.id, pack)
            for one in order.family
            for pack in one.packs
            if ours[pack].family != one.id
        ]
    )
    assert order.reason
    assert all(one.reason for one in order.family)
    assert [one.id for one in order.family] == [one for one in families() if one in named_in(order)]
    assert {one.id for one in order.family} <= {*FAMILIES}


def named_in(order: object) -> set[str]:
    return {one.id for one in order.family}  # type: ignore[attr-defined]


def test_an_order_is_read_with_its_year_or_says_that_it_is_reasoned() -> None:
    order = CATALOGUE.often
    for one in order.family:
        said = "sans chiffre" in one.reason or len(one.packs) == 1
        assert bool(one.figures) != said, one.id
        for figure in one.figures:
            assert re.search(r"\d", figure.says), figure
            assert figure.source
            assert 2000 < figure.year <= order.seen_on.year


def test_the_caf_first_asks_about_the_debts_that_most_people_have() -> None:
    found = [one.pack for one in offers(CATALOGUE, "lettre", "caf", "rembourser")]
    assert found[:3] == ["caf-indu-apl", "caf-indu-rsa", "caf-indu-prime"]
    assert found.index("caf-contrainte") > found.index("caf-remise")


def test_those_of_this_body_before_those_of_any() -> None:
    for situation in OF_ANY_BODY & situations("demande").keys():
        found = [packs()[one.pack].family for one in offers(CATALOGUE, "demande", "caf", situation)]
        assert found == sorted(found, key=lambda family: family != "caf")


def test_what_is_no_longer_taken_comes_last() -> None:
    found = [packs()[one.pack].withdrawn for one in offers(CATALOGUE, "formulaire")]
    assert found == sorted(found)
