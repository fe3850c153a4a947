"""What must be done today comes before any letter of a procedure that presses."""

import datetime as dt

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.deadlines.cases import is_urgent
from desktop_app.datafiles import data_root
from desktop_app.pages import destinations as to
from desktop_app.pages import reading, urgent
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


# The paper of which a page asks the day, by what starts each delay there, read one by one: a
# refusal still to come, a warning before a decision are other papers.
STARTS = {
    "oqtf": {"oqtf-7j", "oqtf-1mois"},
    "retention": {"oqtf-48h"},
    "asile": {"cma-ofii", "cnda"},
    "plus-d-argent": {"caf-suspension-controle"},
    "exclusion-ecole": {"exclusion-scolaire"},
}
OTHER_PAPER = {
    ("expulsion", "fsl-demande"): "refus : notification",
    ("plus-d-argent", "rsa-sanction-observations"): "réception du courrier d’information",
    ("plus-d-argent", "ft-observations"): "réception du courrier",
}


def test_a_date_is_computed_only_for_what_starts_from_the_paper_asked(law, catalogue):
    handed, today = dt.datetime.fromisoformat("2026-11-20T10:00"), dt.date(2026, 11, 29)
    for told in law.emergencies:
        page = page_of(law, catalogue, told.id)
        dated = {one.procedure.id for one in last_moments(law, page, handed, today)}
        assert dated == STARTS.get(told.id, set()), told.id
        for one in page.following:
            runs = one.procedure.delay is not None and one.procedure.id not in dated
            assert runs == ((told.id, one.procedure.id) in OTHER_PAPER), one.procedure.id
    for (_, name), start in OTHER_PAPER.items():
        assert law.procedure(name).start == start


def season(law, day):
    (told,) = (one for one in law.emergencies if one.id == "expulsion")
    return told.season.told(day)


@pytest.mark.parametrize(
    "day", ["2026-11-01", "2026-11-29", "2026-12-31", "2027-01-01", "2027-03-31"]
)
def test_in_the_winter_truce_it_is_said(law, day):
    """CPCE L.412-6: from 1 November to 31 March; its exceptions, L.412-7, L.412-8."""
    told = season(law, dt.date.fromisoformat(day))
    assert "C’est la trêve d’hiver, jusqu’au 31 mars" in told
    for exception in ("relogement", "force", "étudiants", "conjoint violent"):
        assert exception in told


@pytest.mark.parametrize("day", ["2026-10-31", "2027-04-01", "2027-07-14", None])
def test_out_of_it_or_when_the_day_is_in_doubt_only_the_rule(law, day):
    told = season(law, day and dt.date.fromisoformat(day))
    assert told.startswith("Du 1er novembre au 31 mars")
    assert "C’est" not in told


def test_the_page_says_it_before_all_that_is_to_be_done(law, catalogue):
    page = page_of(law, catalogue, "expulsion")
    lines = [*reading.lines(urgent.today(page, to.Urgent(), dt.date(2026, 11, 29)))]
    said = next(number for number, line in enumerate(lines) if "C’est la trêve d’hiver" in line)
    assert said < lines.index("À faire aujourd’hui")
    paper = urgent.on_paper(page, dt.date(2026, 11, 29))
    assert any("C’est la trêve d’hiver" in line for line in reading.lines(paper))
