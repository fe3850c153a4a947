"""What was written out of a safe, put together again for who reads it without the program."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from desktop_app.core.errors import AppError
from desktop_app.core.packs.model import Question
from desktop_app.core.records import Dossier, Event, SavedDraft, StoredDocument, Value
from desktop_app.workflow.documents.record import KeptDossier, Record
from desktop_app.workflow.interview.half_typed import is_half_typed
from desktop_app.workflow.matter.timeline import COMPUTED
from desktop_app.workflow.people import people
from desktop_app.workflow.people.people import Known, Member, PersonSheet
from desktop_app.workflow.ports import Catalogue

Rows = Mapping[str, Sequence[Mapping[str, Any]]]
"""Of each table, what ``safe/salvage.py`` wrote in ``contents.json``."""
REMOVED = "removed-"


@dataclass(frozen=True, slots=True)
class Shelf:
    """All that came out of one person, and in which folder; of nobody, in no folder of its own."""

    folder: str
    record: Record


@dataclass(frozen=True, slots=True)
class TakenOut:
    """Attributes:
    shelves: one for each person, by name.
    nobodys: what is of no person.
    awaited: the days not to be missed, the nearest first.
    files: where each paper was written, by its id.
    binned: the ids of the papers, dossiers and persons that waited in the bin.
    """

    shelves: tuple[Shelf, ...]
    nobodys: Shelf
    awaited: tuple[Event, ...]
    files: Mapping[str, str]
    binned: frozenset[str] = frozenset()


def put_together(rows: Rows, catalogue: Catalogue) -> TakenOut:
    """Return what was written out, person by person, known things in the words of questions."""
    fields = {str(one["field"]) for one in rows.get("person_value", ())}
    made = _Made(rows, people.profile_questions(catalogue, fields), _titles(catalogue))
    shelves = [
        Shelf(str(one.get("folder", "")), made.record(one["id"], one["uid"], one["name"]))
        for one in sorted(rows.get("person", ()), key=lambda one: str(one["name"]).casefold())
    ]
    awaited = tuple(sorted(made.awaited(), key=lambda e: e.prudent_day or e.last_day or e.at))
    files = {str(one["uid"]): str(one["file"]) for one in rows["document"] if "file" in one}
    binned = frozenset(
        str(one["uid"])
        for table in ("person", "dossier", "document")
        for one in rows.get(table, ())
        if one.get("binned_on") is not None
    )
    return TakenOut(tuple(shelves), Shelf("", made.record(None, "", "")), awaited, files, binned)


def _titles(catalogue: Catalogue) -> dict[str, str]:
    try:
        return {one.id: one.plain_title for one in catalogue.search()}
    except AppError:
        return {}


@dataclass
class _Made:
    """Rows as records, grouped by whose they are: each is looked at once."""

    rows: Rows
    questions: Mapping[str, Question]
    titles: Mapping[str, str]
    events: dict[int, list[Event]] = field(default_factory=lambda: defaultdict(list))

    def __post_init__(self) -> None:
        self._name = {one["id"]: str(one["name"]) for one in self.rows.get("person", ())}
        self._title = {one["id"]: str(one["title"]) for one in self.rows.get("dossier", ())}
        for one in self.rows.get("event", ()):
            if not str(one["kind"]).startswith(REMOVED):
                self.events[one["dossier"]].append(self._event(one))
        self._papers, self._binned = _by(self.rows, "document")
        self._in_dossier: dict[int, list[StoredDocument]] = defaultdict(list)
        for papers in self._papers.values():
            for one in papers:
                self._in_dossier[one["dossier"]].append(self._document(one))
        self._dossiers, _ = _by(self.rows, "dossier")
        self._drafts, _ = _by(self.rows, "draft")
        self._values, _ = _by(self.rows, "person_value")
        self._lives_in = {
            one["person"]: one["household"]
            for one in self.rows.get("household_member", ())
            if one["until"] is None
        }

    def awaited(self) -> Iterator[Event]:
        """Yield what remains to be done; of a dossier thrown away, nothing does."""
        dossiers = self.rows.get("dossier", ())
        thrown = {one["id"] for one in dossiers if one.get("binned_on") is not None}
        for dossier, noted in self.events.items():
            if dossier not in thrown:
                yield from (one for one in noted if one.awaited)

    def record(self, person: int | None, uid: str, name: str) -> Record:
        """Return all that is of a person; None is nobody."""
        papers = (one for one in self._papers.get(person, ()) if one["dossier"] not in self._title)
        begun = [one for one in self._drafts.get(person, ()) if not one["finished"]]
        return Record(
            PersonSheet(uid, name, self._known(person), self._household(person)),
            tuple(self._dossier(one) for one in self._dossiers.get(person, ())),
            tuple(map(self._document, papers)),
            tuple(
                (self.titles.get(one["pack"], str(one["pack"])), _draft(one))
                for one in begun
                if not is_half_typed(one["pack"])
            ),
            self._binned.get(person, 0),
            former=self._known(person, former=True),
        )

    def _known(self, person: int | None, *, former: bool = False) -> tuple[Known, ...]:
        given = self._values.get(person, ())
        newest = {str(one["field"]): one for one in given}
        if former:
            wanted = [one for one in given if one["value"] != newest[one["field"]]["value"]]
        else:
            wanted = list(newest.values())
        return tuple(
            people.known(one["field"], _value(one), self.questions.get(one["field"]))
            for one in wanted
            if one["value"]
        )

    def _household(self, person: int | None) -> tuple[Member, ...]:
        home = self._lives_in.get(person)
        return tuple(
            Member("", self._name.get(one["person"], ""), str(one["role"]))
            for one in self.rows.get("household_member", ())
            if home is not None
            and one["household"] == home
            and one["person"] != person
            and one["until"] is None
        )

    def _dossier(self, one: Mapping[str, Any]) -> KeptDossier:
        closed = _day(one["closed_on"]) if one["closed_on"] else None
        whose = self._name.get(one["person"], "")
        noted = sorted(self.events.get(one["id"], ()), key=lambda event: event.day)
        told = (event for event in noted if event.kind not in COMPUTED or event.awaited)
        papers = self._in_dossier.get(one["id"], ())
        kept = Dossier(
            str(one["uid"]),
            str(one["title"]),
            whose,
            "",
            str(one["body"]),
            str(one["procedure"]),
            _day(one["opened_on"]),
            closed,
        )
        return KeptDossier(kept, tuple(told), tuple(papers))

    def _document(self, one: Mapping[str, Any]) -> StoredDocument:
        return StoredDocument(
            str(one["uid"]),
            str(one["title"]),
            self._name.get(one["person"], ""),
            "",
            self._title.get(one["dossier"], ""),
            "",
            str(one["kind"]),
            _day(one["day"]),
            str(one["media"]),
            int(one["size"]),
            int(one["pages"]),
        )

    def _event(self, one: Mapping[str, Any]) -> Event:
        last, prudent = (_moment(one[name]) for name in ("last_day", "prudent_day"))
        return Event(
            str(one["uid"]),
            str(one["kind"]),
            str(one["title"]),
            dt.datetime.fromisoformat(one["day"]) if "T" in one["day"] else _day(one["day"]),
            last,
            prudent,
            str(one["procedure"]),
            self._name.get(one["person"], ""),
            "",
            self._title.get(one["dossier"], ""),
            "",
            "",
            str(one["number"]),
            str(one["note"]),
            bool(one["awaited"]),
        )


def _by(
    rows: Rows, table: str
) -> tuple[dict[int | None, list[Mapping[str, Any]]], dict[int | None, int]]:
    """Return the rows of a table by whose they are; and of each, how many wait in the bin.

    Whose row is lost is nobody's: it is shown all the same.
    """
    known = {one["id"] for one in rows.get("person", ())}
    found: dict[int | None, list[Mapping[str, Any]]] = defaultdict(list)
    binned: dict[int | None, int] = defaultdict(int)
    for one in rows.get(table, ()):
        whose = one["person"] if one["person"] in known else None
        found[whose].append(one)
        binned[whose] += one.get("binned_on") is not None
    return found, binned


def _value(one: Mapping[str, Any]) -> Value:
    day = _day(one["given_on"])
    return Value(one["field"], one["value"], one["source"], day, one["source_uid"])


def _draft(one: Mapping[str, Any]) -> SavedDraft:
    return SavedDraft(
        str(one["uid"]),
        str(one["pack"]),
        str(one["content"]),
        str(one["question"]),
        "",
        "",
        _day(one["saved_on"]),
        bool(one["finished"]),
    )


def _day(text: str) -> dt.date:
    return dt.date.fromisoformat(text[:10])


def _moment(text: str | None) -> dt.date | None:
    return _day(text) if text else None
