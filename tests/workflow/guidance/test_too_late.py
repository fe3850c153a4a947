"""Too late? What is looked at first, and which ways are still open, from the law's files alone."""

import datetime as dt

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.datafiles import data_root
from desktop_app.sentences import case_words, road_words
from desktop_app.workflow.guidance.too_late import may_be_late, too_late

TODAY = dt.date(2026, 11, 25)


@pytest.fixture(scope="module")
def law():
    return FolderLaw()


@pytest.fixture(scope="module")
def late(law):
    catalogue = FolderCatalogue(data_root("forms"))

    def late(procedure, **dates):
        return too_late(law, catalogue, procedure, today=TODAY, **dates)

    return late


def looks(found):
    return [look.told.id for look in found.looks]


def test_before_the_administrative_judge_a_missing_notice_gives_one_year(late):
    found = late("caf-rapo-rsa", received=dt.date(2026, 2, 3))
    (rescue,) = [look for look in found.looks if look.told.id == "un-an"]

    assert rescue.until == dt.date(2027, 2, 3)
    assert "Donc jusqu’au mercredi 3 février 2027 au plus tard." in case_words.look_lines(rescue)


def test_a_year_that_is_over_too_is_not_offered(late):
    assert "un-an" not in looks(late("caf-rapo-rsa", received=dt.date(2025, 11, 24)))


def test_without_a_day_the_year_is_told_without_a_date(late):
    (rescue,) = [look for look in late("caf-rapo-rsa").looks if look.told.id == "un-an"]
    assert rescue.until is None


def test_before_the_social_court_no_limit_can_be_opposed_and_the_article_is_its_own(law, late):
    (look,) = [look for look in late("caf-cra-pf").looks if look.told.id == "inopposable"]
    assert look.basis == law.procedure("caf-cra-pf").without_notice.basis


def test_legal_aid_helps_only_where_the_law_s_file_says_so(late):
    assert "aide-juridictionnelle" in looks(late("recours-ta"))
    assert "aide-juridictionnelle" not in looks(late("oqtf-48h"))


def test_a_posting_helps_only_where_posting_counts(late):
    assert "envoi" in looks(late("caf-rapo-rsa"))
    assert "envoi" not in looks(late("oqtf-7j"))


def test_the_ways_are_those_of_the_file_each_with_its_letters(law, late):
    found = late("caf-rapo-rsa")

    assert tuple(way.procedure.id for way in found.ways) == law.procedure("caf-rapo-rsa").if_late
    assert [item.id for item in found.ways[0].letters] == ["caf-remise"]
    assert "gratuit, sans avocat" in road_words.said(found.ways[0].procedure)


def test_every_delay_has_something_to_look_at(law, late):
    for procedure in may_be_late(law):
        assert {"depart", "mauvais-bureau", "nouvelle-demande"} <= set(looks(late(procedure.id)))
