"""The law’s files, spoilt in one place each: a fault is refused, with its file and its place."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from desktop_app import i18n
from desktop_app.catalogue.law import FolderLaw
from desktop_app.catalogue.law_check import check_law
from desktop_app.datafiles import data_root

TODAY = dt.date(2026, 11, 29)
RSA = "procedures/caf/caf-rapo-rsa.toml"
PERMIT = "procedures/etrangers/titre-rdv.toml"
OQTF = "procedures/etrangers/oqtf-1mois.toml"
DALO = "procedures/logement/dalo-injonction.toml"
LATE, URGENT, REPLIES = "late.toml", "emergencies.toml", "replies.toml"
BODIES, COURTS, DEPARTMENTS = "bodies.toml", "courts.toml", "departments.tsv"
EXAMPLES, STARTS, SOURCES, PENDING = "examples.tsv", "starts.tsv", "sources.toml", "pending.toml"
EVENTS, RULES, HOLIDAYS, PLACES = "events.toml", "rules.toml", "holidays.toml", "territories.toml"
D01 = "D01\trecours-ta\tnotification\t2026-10-15"

# file, what stands there, what takes its place, where the problem must be told
MUTATIONS = [
    # what says nothing, or is cut
    (RSA, 'title = "RAPO contre une décision RSA (', 'title = "" # (', "title"),
    (RSA, 'title = "RAPO contre', 'title = "  " # ', "title"),
    (RSA, 'title = "RAPO contre', 'title = "RAPO" # ', "title"),
    (RSA, 'court = "tribunal administratif"', 'court = ""', "court"),
    (RSA, 'court = "tribunal administratif"', 'court = " "', "court"),
    (RSA, '"preuve d’envoi des courriers précédents"', '""', "enclosures 4"),
    (RSA, 'basis = "CRPA L.231-4"', 'basis = ""', "silence 1, basis"),
    (RSA, 'meaning = "rejet"', 'meaning = ""', "silence 1, meaning"),
    (URGENT, "Je dois quitter la France (OQTF)", " ", "emergency 1, title"),
    (RSA, "basis = [", f'says = "{"mot " * 9}"\nbasis = [', "says"),
    (LATE, "Le jour de départ est-il le bon ?", "", "remains 1, label"),
    (COURTS, 'name = "Amiens"', 'name = ""', "court 1, name"),
    (COURTS, "14 rue Lemerchier, CS 81114, 80011 Amiens cedex 01", "", "court 1, address"),
    # a place that must be asked first
    (URGENT, "asks = { label", "# asks = { label", ""),
    (URGENT, 'emergency = "oqtf-outre-mer" },', 'emergency = "oqtf-ailleurs" },', "asks"),
    (OQTF, '"guyane", ', '"guiane", ', "elsewhere"),
    # a date from another paper
    (URGENT, 'procedures = ["caf-suspension-controle"] }', 'procedures = ["oqtf-7j"] }', "paper"),
    (
        URGENT,
        'procedures = ["caf-suspension-controle"] }',
        'procedures = ["refere-suspension"] }',
        "paper",
    ),
    # days to come
    (RSA, "seen_on = 2026-11-28", "seen_on = 2027-01-01", "seen_on"),
    (BODIES, "seen_on = 2026-11-24", "seen_on = 2099-01-01", "body 1, seen_on"),
    (URGENT, "seen_on = 2026-11-24", "seen_on = 2027-01-01", "seen_on"),
    (COURTS, "seen_on = 2026-11-24", "seen_on = 2027-01-01", "court 1, seen_on"),
    (SOURCES, "state_of = 2026-04-03", "state_of = 2028-04-03", "source 1, state_of"),
    (PENDING, "reread_on = 2026-11-24", "reread_on = 2027-11-24", "reread_on"),
    # worked examples
    (EXAMPLES, "D01\trecours-ta", "D01\trecours-tas", "examples.tsv, 2, procedure"),
    (EXAMPLES, "D01\trecours-ta\tnotification", "D01\trecours-ta\tnotif", "2, event"),
    (EXAMPLES, D01, D01.replace("2026-10-15", "2026-13-15"), "2, date"),
    (EXAMPLES, "D02\t", "D01\t", "3, id"),
    (EXAMPLES, "D01\trecours-ta\t", "D01\t", "examples.tsv, 2"),
    (EXAMPLES, "id\tprocedure", "id\tdemarche", "examples.tsv, 1"),
    (STARTS, "id\tmode", "id\tfacon", "starts.tsv, 1"),
    (STARTS, "\tcaf-rapo-rsa\t", "\tcaf-rapo-rssa\t", "starts.tsv, 2, procedure"),
    (STARTS, "\tlrar-refusee\t2026", "\tlrar-refuse\t2026", "starts.tsv, 27, event"),
    # lengths that are none
    (RSA, "value = 2", "value = -2", "delay"),
    (DALO, "value = 4", "value = 4.5", "delay.value"),
    (PERMIT, "opens = 120, closes = 60", "opens = 60, closes = 120", "window, 1"),
    (PERMIT, "opens = 2, closes = 0", "opens = -2, closes = -3", "window, 2"),
    (DALO, "waiting = [\n  { value = 6", "waiting = [\n  { value = 0", "waiting, 1"),
    (PLACES, "overseas = 1", "overseas = -1", "distance"),
    (EVENTS, "hold = 15", "hold = -15", "hold"),
    (EVENTS, "clear_days = 5\n", "", "clear_days"),
    (EVENTS, 'start = "letter"', 'start = "letter"\nhold = 3', "hold"),
    # tables without a key, or with one too many
    (RSA, '{ value = 2, unit = "mois", effect', "{ value = 2, effect", "silence"),
    (RSA, 'kind = "rapo"', 'kind = "rappo"', "kind"),
    (RSA, 'kind = "rapo"\n', "", "kind"),
    (COURTS, 'appeal = "Douai"\n', "", "court 1, appeal"),
    (SOURCES, "seen_on = 2026-11-24\n", "", "source 1, seen_on"),
    (URGENT, 'source = "CONN", ', "", "call"),
    (BODIES, 'reach = "departement"', 'reach = "commune"', "reach"),
    (BODIES, 'confidence = "moyenne"', 'confidence = "faible"', "confidence"),
    # links that lead nowhere
    (RSA, '"caf-mediateur"', '"caf-mediation"', "if_late"),
    (RSA, 'procedure = "recours-ta"', 'procedure = "recours-taa"', "next"),
    (COURTS, 'sources = ["LEGI-2026-04"]', 'sources = ["LEGI"]', "court 1, sources"),
    (COURTS, 'sources = ["LEGI-2026-04"]', "sources = []", "court 1, sources"),
    (URGENT, 'sources = ["LEGI-2026-04"]', "sources = []", "1, sources"),
    (HOLIDAYS, 'sources = ["LEGI-CSS-CT-2026-02"]', "sources = []", "1, sources"),
    (BODIES, 'head = "directeur"', 'head = "directrice"', "head"),
    (BODIES, 'house = "caf"', 'house = "caff"', "house"),
    (BODIES, 'families = ["caf"]', 'families = ["caff"]', "families"),
    (BODIES, 'sources = ["DESTINATAIRES"]', 'sources = ["DEST"]', "sources"),
    (BODIES, 'sources = ["DESTINATAIRES"]', "sources = []", "sources"),
    (BODIES, 'procedures = ["visa-rapo"]', 'procedures = ["visa"]', "procedures"),
    # names that serve twice
    (EVENTS, 'id = "reception"', 'id = "notification"', "event 2, id"),
    (SOURCES, 'code = "CE-466541"', 'code = "LEGI-2026-04"', "source 4, code"),
    (RULES, 'code = "mois"', 'code = "jour-exclu"', "rule 2, code"),
    (PLACES, 'id = "alsace-moselle"', 'id = "metropole"', "territory 2, id"),
    (COURTS, 'name = "Bastia"', 'name = "Amiens"', "court 2, name"),
    (DEPARTMENTS, "02\tAisne", "01\tAisne", "departments.tsv, 3"),
    (BODIES, 'id = "msa-cra"', 'id = "msa"', ", id"),
    (BODIES, 'id = "monsieur"', 'id = "madame"', "title 3, id"),
    # values that cannot be
    (HOLIDAYS, 'on = "01-01"', 'on = "13-45"', "1, on"),
    (DEPARTMENTS, "Bourg-en-Bresse\tbasse", "Bourg-en-Bresse\tsûre", "departments.tsv, 2"),
    (RULES, 'code = "mois"', 'code = "moix"', "rules.toml"),
    (BODIES, 'call = "Madame la Directrice, Monsieur le Directeur,"', 'call = "Madame"', "call"),
    (BODIES, 'line = "Madame, Monsieur le maire"', 'line = "Madame, Monsieur le préfet"', "call"),
    (BODIES, 'address_confidence = "moyenne"\n', "", "address"),
    (BODIES, "de la Caf {{ departement_de }}", "de la Caf {{ departement_de", "line"),
    (BODIES, 'name = "Caisse d\'allocations familiales"', 'name = " "', "name"),
]


@pytest.fixture(scope="session")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """One copy of the law for all: each test spoils one file and puts it back."""
    folder = tmp_path_factory.mktemp("law") / "law"
    shutil.copytree(str(data_root("forms") / "law"), folder)
    return folder


@pytest.mark.parametrize(("file", "old", "new", "place"), MUTATIONS)
def test_a_fault_is_refused_with_its_file_and_its_place(
    sound: Path, file: str, old: str, new: str, place: str
) -> None:
    path = sound / file
    text = path.read_text("utf-8")
    assert old in text, "the test must follow the file"
    path.write_text(text.replace(old, new, 1), "utf-8")
    try:
        found = check_law(FolderLaw(sound), TODAY)
    finally:
        path.write_text(text, "utf-8")
    here = [one for one in found if one.place.startswith(file.removeprefix("procedures/"))]
    assert any(place in one.place for one in here), [(one.code, one.place) for one in found]
    assert all(i18n.sentence(one.code, one.parameters) != one.code for one in found)


@pytest.mark.parametrize(
    "file", [COURTS, BODIES, DEPARTMENTS, EXAMPLES, SOURCES, EVENTS, PENDING, LATE, URGENT]
)
def test_a_file_that_is_not_there_is_named(sound: Path, file: str) -> None:
    path = sound / file
    kept = path.read_bytes()
    path.unlink()
    try:
        found = check_law(FolderLaw(sound), TODAY)
    finally:
        path.write_bytes(kept)
    assert ("law-missing-file", file) in [(one.code, one.place) for one in found]


def test_the_sound_copy_has_no_fault(sound: Path) -> None:
    assert check_law(FolderLaw(sound), TODAY) == []
