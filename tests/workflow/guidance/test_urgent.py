"""What must be done today comes before any letter of a procedure that presses."""

import datetime as dt

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.deadlines.cases import is_urgent
from desktop_app.datafiles import data_root
from desktop_app.workflow.guidance.urgent import (
    UnknownEmergency,
    emergency_of,
    last_moments,
    page_of,
    procedure_of,
)


@pytest.fixture(scope="module")
def law():
    return FolderLaw()


@pytest.fixture(scope="module")
def catalogue():
    return FolderCatalogue(data_root("forms"))


@pytest.mark.parametrize(
    ("procedure", "emergency"),
    [
        pytest.param("oqtf-48h", "retention", id="a delay in hours"),
        pytest.param("oqtf-7j", "oqtf", id="seven days"),
        pytest.param("exclusion-scolaire", "exclusion-ecole", id="eight days, but someone to call"),
        pytest.param("caf-rapo-rsa", "", id="two months"),
        pytest.param("expulsion-audience", "", id="named on a page, without a short delay"),
        pytest.param("", "", id="no procedure"),
        pytest.param("of-a-newer-version", "", id="unknown here"),
    ],
)
def test_which_emergency_comes_first(law, procedure, emergency):
    assert emergency_of(law, procedure) == emergency


def test_every_procedure_that_presses_has_its_page(law):
    pressing = [one.id for one in law.procedures() if is_urgent(one)]

    assert pressing
    assert all(emergency_of(law, name) for name in pressing)


def test_a_number_is_given_only_with_where_and_when_it_was_read(law):
    for told in law.emergencies:
        for contact in told.call:
            assert contact.source in law.tables.sources
            assert contact.seen_on <= told.seen_on
            unread = law.tables.sources[contact.source].unread
            assert contact.to_verify or not unread


def test_what_may_follow_comes_with_its_letters(law, catalogue):
    page = page_of(law, catalogue, "plus-d-argent")
    letters = {one.procedure.id: [item.id for item in one.letters] for one in page.following}

    assert letters["caf-suspension-controle"] == ["caf-suspension"]
    assert letters["refere-suspension"] == ["ta-refere-suspension"]


def test_an_unknown_emergency_is_refused_with_a_near_miss(law, catalogue):
    with pytest.raises(UnknownEmergency) as refused:
        page_of(law, catalogue, "expulsions")
    assert refused.value.problems[0].suggestion == "expulsion"


def test_the_procedure_of_a_letter_is_found(catalogue):
    assert procedure_of(catalogue, "caf-indu-rsa") == "caf-rapo-rsa"
    assert procedure_of(catalogue, "no-such-letter") == ""


class TestLastMoments:
    """Until when, for each procedure of a page: by the hour where the hour counts."""

    HANDED = dt.datetime.fromisoformat("2026-11-24T16:30")
    TODAY = dt.date(2026, 11, 25)

    def moments(self, law, catalogue, name, handed=HANDED):
        found = last_moments(law, page_of(law, catalogue, name), handed, self.TODAY)
        return {one.procedure.id: one.deadline.last_day for one in found}

    def test_in_detention_from_hour_to_hour(self, law, catalogue):
        found = self.moments(law, catalogue, "retention")
        assert found == {"oqtf-48h": dt.datetime.fromisoformat("2026-11-26T16:30")}

    def test_elsewhere_by_the_day_both_cases_side_by_side(self, law, catalogue):
        found = self.moments(law, catalogue, "oqtf")
        assert found == {"oqtf-7j": dt.date(2026, 12, 1), "oqtf-1mois": dt.date(2026, 12, 28)}

    def test_a_rule_that_is_not_sure_gives_no_date(self, law, catalogue):
        assert self.moments(law, catalogue, "asile")["cnda"] is None

    def test_without_a_delay_nothing_is_counted(self, law, catalogue):
        assert self.moments(law, catalogue, "48-heures") == {}
