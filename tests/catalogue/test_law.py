"""The law's own files: complete, linked, sourced; and what is said when they are not."""

import datetime as dt
import re
import shutil
import tomllib

import pytest

from desktop_app import i18n
from desktop_app.catalogue.law import FolderLaw
from desktop_app.catalogue.law_check import check_law
from desktop_app.catalogue.law_decode import InvalidLaw
from desktop_app.core.deadlines.notice import COMES_WITH_NOTICE
from desktop_app.datafiles import data_root
from desktop_app.workflow.matter.timeline import TWO_DAYS

LAST_READ = dt.date(2026, 11, 29)
"""Day of the last text read; the whole law was read again before (``reread_on``)."""


@pytest.fixture(scope="module")
def law():
    return FolderLaw()


@pytest.fixture
def copy(tmp_path):
    """A copy of the law that a test may spoil."""
    folder = tmp_path / "law"
    shutil.copytree(str(data_root("forms") / "law"), folder)
    return folder


def spoil(folder, file, old, new):
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text, "the test must follow the file"
    path.write_text(text.replace(old, new, 1), "utf-8")


LAST_READ = dt.date(2026, 11, 29)
"""A rule may be read after the last whole reading (``reread_on``), never after this."""
RSA = "procedures/caf/caf-rapo-rsa.toml"


def test_the_law_has_no_problem(law):
    assert check_law(law) == []


def test_how_many_procedures_there_are(law):
    assert len(law.procedures()) == 143


def test_every_statement_has_article_source_day_and_confidence(law):
    for procedure in law.procedures():
        assert procedure.basis
        assert procedure.sources
        assert procedure.seen_on <= LAST_READ
    for table in (law.tables.events, law.tables.rules):
        assert all(s.basis and s.sources and s.seen_on <= LAST_READ for s in table.values())
    assert all(holiday.basis and holiday.sources for holiday in law.tables.holidays)


def test_what_only_comes_from_memory_is_never_sure(law):
    """A source that nobody has read cannot carry high confidence alone, without a check."""
    unread = {code for code, source in law.tables.sources.items() if source.unread}
    for procedure in law.procedures():
        if set(procedure.sources) <= unread:
            assert procedure.confidence != "haute"
            assert procedure.to_verify


def test_a_refusal_by_silence_says_on_what_it_rests(law):
    silences = [s for p in law.procedures() for s in p.silence if s.effect == "rejet"]

    assert len(silences) > 40
    assert all(silence.basis for silence in silences)


def test_only_one_silence_means_acceptance(law):
    accepted = [p.id for p in law.procedures() for s in p.silence if s.effect == "acceptation"]

    assert accepted == ["cpam-c2s"]


def test_the_shortest_delays_have_whom_to_call(law):
    urgent = {p.id for p in law.procedures() if p.emergency}

    assert urgent == {"oqtf-7j", "oqtf-48h", "cma-ofii", "cnda", "exclusion-scolaire"}


def test_every_department_has_its_court(law):
    assert len(law.departments) == 108
    courts = {court.name for court in law.courts}
    assert {department.court for department in law.departments} == courts


@pytest.mark.parametrize(
    ("code", "court"),
    [("92", "Cergy-Pontoise"), ("93", "Montreuil"), ("94", "Melun"), ("2A", "Bastia")],
)
def test_some_courts(law, code, court):
    assert {d.code: d.court for d in law.departments}[code] == court


def test_asking_one_procedure_reads_one_file(copy):
    for file in (copy / "procedures").rglob("*.toml"):
        if file.name != "caf-rapo-rsa.toml":
            file.write_text("not toml at all", "utf-8")

    assert FolderLaw(copy).procedure("caf-rapo-rsa").family == "caf"


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "place"),
    [
        pytest.param(RSA, "id = ", "id == ", "law-syntax", "caf-rapo-rsa.toml, line 1", id="toml"),
        pytest.param(RSA, "cost =", "coast =", "law-unknown-key", ", coast", id="unknown key"),
        pytest.param(RSA, "cost =", "# cost =", "law-missing-key", ", cost", id="missing key"),
        pytest.param(RSA, "value = 2", 'value = "2"', "law-bad-value", "delay.value", id="type"),
        pytest.param(RSA, '"mois"', '"moi"', "law-bad-value", ", delay.unit", id="unit"),
        pytest.param(RSA, '"haute"', '"sûre"', "law-bad-value", ", confidence", id="confidence"),
        pytest.param(RSA, "2026-11-28", '"hier"', "law-bad-value", ", seen_on", id="day"),
        pytest.param(RSA, "start =", 'delay_text = "x"\nstart =', "law-delay-or-text", ", delay"),
        pytest.param(RSA, "delay = {", "answer_delay = {", "law-delay-or-text", ", delay"),
        pytest.param(RSA, '"envoi"', '"sans_objet"', "law-date-type", ", date_type"),
        pytest.param(RSA, "value = 2", "value = 0", "law-delay-value", ", delay", id="no length"),
        pytest.param(RSA, "[[said]]", "[[sayd]]", "law-unknown-key", ", sayd", id="untold"),
        pytest.param(RSA, 'only = { lieu_rsa = ["paris"] }', "", "law-untold", ", said"),
        pytest.param(
            RSA,
            "et non à la Caf. Vous avez 2 mois après la lettre reçue. C’est gratuit, sans avocat.",
            "et non à la Caf. Vous avez 2 mois après la lettre reçue.",
            "law-told-no-cost",
            ", said, 1",
            id="no cost told",
        ),
        pytest.param(
            "procedures/caf/rsa-amende.toml",
            'plain_title = "Demander au Conseil d’État de revoir le jugement", ',
            "",
            "law-step-untold",
            ", next, 1",
            id="a step without a plain title",
        ),
        pytest.param(
            "procedures/caf/caf-contrainte.toml",
            "extension = true",
            "franc = true",
            "law-franc-months",
            ", delay",
            id="franc in days",
        ),
        pytest.param(RSA, "extension = true", "distance = true", "law-distance-franc", ", delay"),
        pytest.param(
            RSA, "without_notice =", "# without_notice =", "law-without-notice", ", without_notice"
        ),
        pytest.param(RSA, '"LF-RSA"', '"LF-RSSA"', "law-unknown-source", ", sources"),
        pytest.param(
            RSA, '"caf-mediateur"', '"caf-mediatrice"', "law-unknown-procedure", "if_late"
        ),
        pytest.param(
            RSA,
            'procedure = "recours-ta"',
            'procedure = "recours"',
            "law-unknown-procedure",
            "next",
        ),
        pytest.param(RSA, '"@notification"', '"@notif"', "law-unknown-event", ", events"),
        pytest.param(
            RSA,
            'opened_by = ["rejet-expres"',
            'opened_by = ["envoi"',
            "law-opens-nothing",
            ", next",
            id="a step that the next procedure does not expect",
        ),
        pytest.param(
            RSA,
            'sources = ["LF-RSA", "CE-RSA", "RSA-RECENTR", "RSA-2031"]',
            "sources = []",
            "law-empty",
            ", sources",
        ),
        pytest.param("sources.toml", "[[source]]", "[source]", "law-syntax", "line", id="twice"),
        pytest.param(
            "territories.toml", "[distance]", "[[distance]]", "law-not-a-table", "distance"
        ),
        pytest.param(
            RSA, "{ procedure =", "{ step = 'x', procedure =", "law-next-or-step", "next, 1"
        ),
        pytest.param(RSA, "{ procedure =", "{ step =", "law-step-opened", ", next, 1"),
        pytest.param(
            RSA,
            '2, unit = "mois", effect',
            '0, unit = "mois", effect',
            "law-delay-value",
            "silence, 1",
        ),
        pytest.param(RSA, '"mois", ext', '"annees", ext', "law-extension-unit", ", delay"),
        pytest.param(
            RSA, 'effect = "rejet"', 'effect = "autre"', "law-silence-needed", ", silence"
        ),
        pytest.param(
            "procedures/logement/dalo-injonction.toml", "waiting = [", "# [", "law-syntax", "line"
        ),
        pytest.param(
            "procedures/caf/caf-contrainte.toml",
            '"@aide"',
            '"delai-prefet-expire"',
            "law-event-needs",
            ", events",
        ),
        pytest.param("events.toml", "[groups]", "[grups]", "law-unknown-key", "events.toml, grups"),
        pytest.param("events.toml", 'basis = "CPC art. 641 al. 1"', "", "law-empty", "1, basis"),
        pytest.param("events.toml", "title = ", "titel = ", "law-missing-key", "event 1, title"),
        pytest.param("territories.toml", "[distance]", "[distence]", "law-unknown-key", "distence"),
        pytest.param(
            "departments.tsv", "department\tname", "code\tname", "law-columns", "departments.tsv, 1"
        ),
        pytest.param(RSA, "plain_title = ", "plane_title = ", "law-missing-key", ", plain_title"),
        pytest.param(RSA, 'id = "caf-', 'id = "caff-', "law-file-name", ", id"),
        pytest.param(RSA, 'family = "caf"', 'family = "emploi"', "law-folder-name", ", family"),
        pytest.param("events.toml", "start =", "begin =", "law-unknown-key", "event 1, begin"),
        pytest.param("events.toml", '"LEGI-2026-04"', '"X"', "law-unknown-source", "1, sources"),
        pytest.param("events.toml", '"lrar-retiree"', '"lrar"', "law-unknown-event", "groups"),
        pytest.param("holidays.toml", '"mayotte"', '"mayote"', "law-unknown-territory", "14"),
        pytest.param("holidays.toml", 'on = "01-01"', "", "law-holiday-day", "1, on"),
        pytest.param("territories.toml", "abroad = 2\n", "", "law-missing-key", "distance, abroad"),
        pytest.param("courts.toml", '"Amiens"', '"Amien"', "law-unknown-court", "tsv, 02"),
        pytest.param("departments.tsv", "\tLyon\t", "\t", "law-columns", "departments.tsv, 2"),
        pytest.param("pending.toml", "reread_on", "reread", "law-missing-key", ", reread_on"),
    ],
)
def test_a_wrong_file_is_refused_with_its_place(copy, file, old, new, code, place):
    spoil(copy, file, old, new)

    found = [p for p in check_law(FolderLaw(copy)) if p.code == code]

    assert found
    assert any(place in problem.place for problem in found)
    assert i18n.sentence(code, found[0].parameters) != code


def test_every_problem_of_a_file_is_told_at_once(copy):
    spoil(copy, RSA, "cost =", "coast =")
    spoil(copy, RSA, '"haute"', '"sûre"')
    spoil(copy, RSA, '"mois"', '"moi"')

    with pytest.raises(InvalidLaw) as refusal:
        FolderLaw(copy).procedure("caf-rapo-rsa")

    assert {p.code for p in refusal.value.problems} == {
        "law-unknown-key",
        "law-missing-key",
        "law-bad-value",
    }
    assert next(p for p in refusal.value.problems if p.code == "law-unknown-key").suggestion == (
        "cost"
    )


def test_one_name_serves_once(copy):
    shutil.copy(copy / RSA, copy / "procedures" / "emploi" / "caf-rapo-rsa.toml")

    assert "law-twice" in {p.code for p in check_law(FolderLaw(copy))}


def test_a_file_too_big_is_not_read(copy):
    (copy / RSA).write_text("#" * 300_000, "utf-8")

    assert "law-too-big" in {p.code for p in check_law(FolderLaw(copy))}


def test_a_file_that_is_not_utf8(copy):
    (copy / RSA).write_bytes('id = "é"'.encode("latin-1"))

    assert "law-syntax" in {p.code for p in check_law(FolderLaw(copy))}


def test_the_readme_explains_every_key(law):
    readme = (data_root("forms") / "law" / "README.md").read_text("utf-8")
    used = {key for found in law.files for key in tomllib.loads(found.file.read_text("utf-8"))}

    assert {key for key in used if f"`{key}`" not in readme} == set()


def test_words_shown_to_a_person_never_speak_to_a_programmer(law):
    """Notes and traps come from working notes: nothing addressed to the application is left."""
    for procedure in law.procedures():
        shown = f"{procedure.traps} {procedure.notes}".casefold()
        assert "to-verify" not in shown
        assert "l’application doit" not in shown
        assert "'" not in shown, f"{procedure.id}: straight apostrophe"


def test_a_trap_has_one_label_the_one_that_is_said_before_it(law):
    """Piège : Erreur n° 1 : …"""
    twice = [one.id for one in law.procedures() if re.match(r"[^.:;,]{1,25} :", one.traps)]
    assert twice == []


@pytest.mark.parametrize(
    ("file", "old", "new", "problem"),
    [
        pytest.param(
            "emergencies.toml",
            "keep = [",
            "keeps = [",
            ("law-unknown-key", "emergencies.toml, emergency 1, keeps"),
            id="a key that does not exist",
        ),
        pytest.param(
            "late.toml",
            'when = "envoi"',
            'when = "jamais"',
            ("law-bad-value", "late.toml, remains 4, when"),
            id="a case that does not exist",
        ),
        pytest.param(
            "replies.toml",
            "[[reply]]",
            "[[replies]]",
            ("law-unknown-key", "replies.toml, replies"),
            id="a table that does not exist",
        ),
        pytest.param(
            "emergencies.toml",
            '["oqtf-48h"]',
            "[]",
            ("law-urgent-untold", "emergencies.toml, procedures, oqtf-48h"),
            id="a procedure that presses is on no page",
        ),
        pytest.param(
            "emergencies.toml",
            '"refere-liberte"',
            '"refere-libertes"',
            ("law-unknown-procedure", "emergencies.toml, 2, procedures"),
            id="a procedure that does not exist",
        ),
        pytest.param(
            "replies.toml",
            '"LEGI-2026-04"',
            '"LEGI"',
            ("law-unknown-source", "replies.toml, 1, sources"),
            id="a source that does not exist",
        ),
    ],
)
def test_hard_cases_are_read_as_strictly_as_the_rest(copy, file, old, new, problem):
    spoil(copy, file, old, new)
    assert problem in [(one.code, one.place) for one in check_law(FolderLaw(copy))]


def test_the_ways_to_learn_of_a_decision_are_those_that_the_program_names(law):
    """Two lists that stand without the law say the same as its groups and its starts."""
    groups = law.tables.groups
    sent = {*groups["notification"], *groups["stationnement"], "rejet-expres"}
    assert set(COMES_WITH_NOTICE) == sent
    kinds = ("pickup", "account", "letter", "moved", "aid")
    two = {one.id for one in law.tables.events.values() if one.start in kinds}
    # Of these the earliest day alone is told: it is typed again as it is.
    assert two - {"fps-envoi-inconnu", "signification-irreguliere"} == TWO_DAYS
