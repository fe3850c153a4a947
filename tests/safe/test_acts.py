"""Who did what: noted whatever writes, in an office alone."""

import datetime as dt
import json
import re
from pathlib import Path

import pytest

from desktop_app.core.figures import OUTCOMES
from desktop_app.core.office import Office
from desktop_app.safe import noting
from desktop_app.safe.errors import NothingToSave
from desktop_app.safe.migrations import Schemas
from desktop_app.safe.store import Safe
from desktop_app.workflow.office.settings import keep_office
from tests.safe.conftest import TODAY, Made

ROOM = Path(noting.__file__).parent
WRITES = re.compile(r"(?:INSERT INTO|UPDATE|DELETE FROM) (?:main\.)?([a-z_]+)")
AT = dt.datetime(2026, 11, 24, 9, 5, tzinfo=dt.UTC)


def office(made: Made) -> Safe:
    safe = made.open()
    keep_office(safe, Office("Le Relais"))
    safe.acts.at(AT)
    return safe


def kinds(safe: Safe, subject: str) -> list[tuple[str, str]]:
    return [(act.kind, act.detail) for act in safe.acts.of(subject)]


def _add_both(safe: Safe, *names: str) -> None:
    with safe.act():
        for name in names:
            safe.people.add(name, on=TODAY)


def _set_up_and_add(safe: Safe, name: str) -> None:
    with safe.act():
        keep_office(safe, Office("Le Relais"))
        safe.people.add(name, on=TODAY)


def draft(**answers: str) -> str:
    told = {name: [text] for name, text in answers.items()}
    return json.dumps({"version": 1, "pack": "caf", "answers": told, "unknown": []})


def test_every_table_is_noted_or_said_why_not() -> None:
    script = "".join(
        statement
        for number in range(1, Schemas().newest + 1)
        for statement in Schemas().statements(number)
    )
    tables = set(re.findall(r"CREATE TABLE (\w+)", script))
    told = {*noting.TABLES, *noting.BY_THEIR_STORES, *noting.OF_NOBODY}
    assert tables == told


@pytest.mark.parametrize("file", sorted(ROOM.glob("*.py")), ids=lambda file: file.stem)
def test_no_write_of_a_store_is_forgotten(file: Path) -> None:
    text = file.read_text("utf-8")
    written = set(WRITES.findall(text)) - {"set", "of", "on"}
    by_hand = written & set(noting.BY_THEIR_STORES)
    noted = re.search(r"acts\.note\(", text)
    assert not by_hand or noted, (
        f"{file.name} writes {by_hand}: who did it is to be noted (Acts.note)"
    )


def test_at_home_nothing_is_written_or_installed(made: Made) -> None:
    with made.open() as safe:
        person = safe.people.add("Ana", on=TODAY)
        safe.acts.note("visit-received", person)
        assert safe.acts.author == ""
        assert safe.database.value("SELECT count(*) FROM act") == 0
        assert safe.database.rows("SELECT name FROM sqlite_temp_master") == []


def test_each_write_of_people_is_noted(made: Made) -> None:
    with office(made) as safe:
        people = safe.people
        ana = people.add("Ana", on=TODAY)
        people.keep_value(ana, "telephone", "06", source="typed", on=TODAY)
        safe.rename_person(ana, "Ana B.")
        home = people.new_household()
        people.join(home, ana, role="adult", since=TODAY)
        people.join(home, ana, role="child", since=TODAY)
        people.leave(home, ana, until=TODAY)
        people.forget(ana, "telephone")
        safe.bin.put(ana, on=TODAY, kind="person")
        safe.bin.take_back(ana, kind="person")
        assert kinds(safe, ana) == [
            ("person-added", ""),
            ("value-given", "telephone"),
            ("person-renamed", ""),
            ("household-joined", "adult"),
            ("household-joined", "child"),
            ("household-left", ""),
            ("value-forgotten", "telephone"),
            ("person-binned", ""),
            ("person-taken-back", ""),
        ]
        assert kinds(safe, home) == [("household-made", "")]
        act = safe.acts.of(ana)[0]
        assert (act.author, act.at) == (safe.acts.author, AT)
        assert [one.kind for one in safe.acts.of_person(ana, limit=2)] == [
            "person-taken-back",
            "person-binned",
        ]


def test_each_write_of_a_dossier_is_noted(made: Made) -> None:
    with office(made) as safe:
        dossier = safe.dossiers.add("Indu", on=TODAY, person="Ana Müller")
        event = safe.events.add(dossier, kind="posted", day=TODAY, awaited=True)
        safe.events.rewrite(event, kind="posted", day=TODAY + dt.timedelta(1), note="au guichet")
        safe.events.done(event)
        safe.events.await_again(event)
        safe.events.remove(event, on=TODAY)
        safe.events.put_back(event)
        paper = safe.add(b"lettre", title="Lettre", on=TODAY, dossier=dossier, kind="letter")
        safe.bin.put(paper, on=TODAY)
        safe.bin.take_back(paper)
        assert kinds(safe, dossier) == [("dossier-opened", "")]
        assert kinds(safe, event) == [
            ("event-noted", "posted"),
            ("event-corrected", "day note"),
            ("event-done", ""),
            ("event-awaited", ""),
            ("event-removed", ""),
            ("event-put-back", ""),
        ]
        assert kinds(safe, paper) == [
            ("document-filed", "letter"),
            ("document-binned", ""),
            ("document-taken-back", ""),
        ]
        safe.events.forget(event)
        assert kinds(safe, event)[-1] == ("event-forgotten", "")
        assert len(safe.acts.of_dossier(dossier, limit=100)) == 11


def test_each_answer_bears_who_gave_it_last(made: Made) -> None:
    with office(made) as safe:
        uid = safe.drafts.begin("caf", draft(nom="Ana"), on=TODAY)
        for told in (draft(nom="Ana", ville="Nîmes"), draft(nom="Anne", ville="Nîmes")):
            safe.drafts.save(uid, told, question="date", on=TODAY)
        safe.drafts.save(uid, draft(nom="Anna"), question="date", on=TODAY)
        assert kinds(safe, uid) == [
            ("draft-begun", ""),
            ("answer-given", "nom"),
            ("answer-given", "ville"),
        ]
        assert set(safe.acts.answers(uid)) == {"nom", "ville"}
        safe.drafts.save(uid, draft(nom="Anna"), question="date", on=TODAY)
        safe.drafts.finish(uid)
        safe.drafts.file(uid, safe.dossiers.add("CAF", on=TODAY))
        assert kinds(safe, uid)[3:] == [("draft-finished", ""), ("draft-filed", "")]
        safe.drafts.forget(uid)
        assert kinds(safe, uid)[-1] == ("draft-forgotten", "")


def test_each_move_of_the_queue_and_each_figure_are_noted(made: Made) -> None:
    with office(made) as safe:
        ana = safe.people.add("Ana", on=TODAY)
        visit = safe.visits.expect(ana, day=TODAY, appointment=dt.time(10, 5))
        safe.visits.come(visit, at=dt.time(10, 0))
        safe.visits.receive(visit, helper=safe.acts.author, at=dt.time(10, 6))
        safe.visits.end(visit, at=dt.time(10, 20))
        assert [kind for kind, _detail in kinds(safe, visit)] == [
            "visit-noted",
            *["visit-moved"] * 2,
        ]
        dossier = safe.dossiers.add("Indu", on=TODAY, person=ana)
        safe.figures.keep_theme(dossier, "logement")
        safe.figures.close(dossier, on=TODAY, outcome=OUTCOMES[0])
        assert {kind for kind, _detail in kinds(safe, dossier)} == {
            "dossier-opened",
            "dossier-changed",
            "figure-noted",
        }


def test_a_model_in_the_making_is_noted_too(made: Made) -> None:
    with office(made) as safe:
        uid = safe.drafts.begin("own:letter", '{"lines": []}', on=TODAY)
        safe.drafts.save(uid, '{"lines": ["a"]}', question="", on=TODAY)
        assert kinds(safe, uid) == [("draft-begun", ""), ("answer-given", "")]


def test_what_is_erased_leaves_one_line(made: Made) -> None:
    with office(made) as safe:
        dossier = safe.dossiers.add("Indu", on=TODAY, person="Zoé")
        event = safe.events.add(dossier, kind="posted", day=TODAY)
        paper = safe.add(b"lettre", title="Lettre", on=TODAY, dossier=dossier)
        zoe = safe.people.one("Zoé").id
        safe.people.keep_value(zoe, "telephone", "06", source="typed", on=TODAY)
        safe.bin.erase("person", zoe, on=TODAY)
        assert kinds(safe, zoe) == [("erased", "person")]
        assert kinds(safe, dossier) == kinds(safe, event) == kinds(safe, paper) == []
        assert safe.database.rows("PRAGMA foreign_key_check") == []


def test_a_paper_erased_alone_leaves_its_event_uncorrected(made: Made) -> None:
    with office(made) as safe:
        dossier = safe.dossiers.add("Indu", on=TODAY, person="Zoé")
        paper = safe.add(b"lettre", title="Lettre", on=TODAY, dossier=dossier)
        event = safe.events.add(dossier, kind="posted", day=TODAY, document=paper)
        safe.bin.erase("document", paper, on=TODAY)
        assert kinds(safe, event) == [("event-noted", "posted")]
        assert kinds(safe, paper) == [("erased", "document")]


def test_a_matter_erased_leaves_its_lines(made: Made) -> None:
    with office(made) as safe:
        uid = safe.drafts.begin("caf", draft(nom="Ana"), on=TODAY)
        safe.matters.erase(safe.matters.whole(draft=uid), on=TODAY)
        assert kinds(safe, uid) == [("erased", "draft")]


def test_what_is_undone_is_undone_although_it_was_noted(made: Made) -> None:
    with office(made) as safe:
        with safe.recorded() as recording:
            ana = safe.people.add("Ana", on=TODAY)
            safe.people.keep_value(ana, "telephone", "06", source="typed", on=TODAY)
        safe.undo(recording.reverse, on=TODAY)
        assert safe.people.there(ana) is None
        assert safe.acts.of_person(ana, limit=10) == []


def test_an_act_that_failed_leaves_nothing_and_the_next_is_noted(made: Made) -> None:
    with office(made) as safe:
        with pytest.raises(NothingToSave):
            _add_both(safe, "Ana", "")
        before = safe.database.value("SELECT count(*) FROM act")
        bea = safe.people.add("Béa", on=TODAY)
        assert safe.database.value("SELECT count(*) FROM act") == before + 1
        assert kinds(safe, bea) == [("person-added", "")]


def test_rules_that_could_not_be_kept_make_no_office(made: Made) -> None:
    with made.open() as safe:
        with pytest.raises(NothingToSave):
            _set_up_and_add(safe, "")
        assert safe.team.office() is None
        person = safe.people.add("Ana", on=TODAY)
        assert safe.acts.of(person) == []


def test_an_opening_later_still_notes(made: Made) -> None:
    office(made).close()
    with made.open() as safe:
        person = safe.people.add("Ana", on=TODAY)
        assert [act.author for act in safe.acts.of(person)] == [safe.acts.author] != [""]


def test_a_connection_that_took_the_place_still_notes(made: Made) -> None:
    with office(made) as safe:
        safe.repair()
        person = safe.people.add("Ana", on=TODAY)
        assert kinds(safe, person) == [("person-added", "")]


def test_what_a_store_notes_itself_is_read_back(made: Made) -> None:
    with office(made) as safe, safe.act():
        safe.acts.note("visit-received", "abcdefgh", detail="x" * 300)
        [act] = safe.acts.of("abcdefgh")
        assert (act.kind, len(act.detail), act.at) == ("visit-received", 200, AT)
        assert safe.acts.last(["abcdefgh", "nothing"]) == {"abcdefgh": act}
