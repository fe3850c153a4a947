"""The rows of two states of one safe, by the ids that the outside knows, and how they differ."""

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from desktop_app.core.comparing import Comparison, Difference, Kind
from desktop_app.safe.database import Database
from desktop_app.safe.rows_out import Row, columns_of

REFERS: Mapping[str, Mapping[str, str]] = {
    "person": {},
    "dossier": {"person": "person"},
    "draft": {"person": "person", "dossier": "dossier"},
    "document": {"person": "person", "dossier": "dossier", "draft": "draft"},
    "event": {"person": "person", "dossier": "dossier", "document": "document"},
    "person_value": {"person": "person"},
    "consent": {"person": "person"},
    "mandate": {"person": "person", "helper": "helper", "document": "document"},
    "act": {"author": "helper", "person": "person", "dossier": "dossier"},
}
"""What is compared, what others refer to first; the last three go with what they are of."""
SHOWN: Mapping[str, Kind] = {
    "person": "person",
    "dossier": "dossier",
    "draft": "draft",
    "document": "document",
    "event": "event",
    "person_value": "value",
}
_IGNORED = ("binned_on", "last_contact_on", "folded")  # a state of the moment, or what follows


Last = Literal["", "here", "there"]


@dataclass(frozen=True, slots=True)
class State:
    """The rows of one state: by table, by id; ``erased``: ids erased for good, with their kinds."""

    rows: Mapping[str, Mapping[str, Row]]
    erased: Mapping[str, str]


def state_of(database: Database) -> State:
    """Read all but the bytes of papers."""
    rows = {table: dict(_rows(database, table)) for table in REFERS}
    erased = {str(uid): str(kind) for kind, uid in database.rows("SELECT kind, uid FROM erasure")}
    gone = {uid: kind for uid, kind in erased.items() if uid not in rows.get(kind, {})}
    return State(rows, gone)


def _rows(database: Database, table: str) -> Iterator[tuple[str, Row]]:
    names = [name for name in columns_of(database, table) if name != "id"]
    columns = [f"t.{name}" for name in names]
    joins = ""
    for column, other in REFERS[table].items():
        columns[names.index(column)] = f"o_{column}.uid"
        joins += f" LEFT JOIN {other} o_{column} ON o_{column}.id = t.{column}"
    for row in database.rows(f"SELECT {', '.join(columns)} FROM {table} t{joins} ORDER BY t.id"):
        told = dict(zip(names, row, strict=True))
        yield str(told["uid"]) if "uid" in told else _id_of_value(told), told


def _id_of_value(row: Row) -> str:
    """Return the id of what is known of a person: the same thing said twice is one."""
    told = "\0".join(str(row[name]) for name in ("person", "field", "value", "source", "given_on"))
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def second_id(uid: str, row: Row) -> str:
    """Return the id under which another version of a thing is kept beside it."""
    told = "\0".join(f"{name}={row[name]!r}" for name in sorted(row) if name not in _IGNORED)
    return hashlib.sha256(f"{uid}\0{told}".encode("utf-8", "surrogatepass")).hexdigest()[:12]


def takes(here: State, row: Row, table: str, uid: str) -> bool:
    """Tell whether a row of the copy may come: erased things, and what was of them, never do."""
    told = {uid, *(str(row[column]) for column in REFERS[table] if row[column])}
    told.add(str(row.get("source_uid", "")))
    return not told & set(here.erased)


def compared(copy: str, here: State, there: State) -> Comparison:
    """Say what the two do not have in common."""
    papers = {bytes(row["sha256"]) for row in here.rows["document"].values() if row["sha256"]}  # type: ignore[arg-type]
    found, erased, twins = list[Difference](), 0, 0
    for table, kind in SHOWN.items():
        ours, theirs = here.rows[table], there.rows[table]
        for uid, row in theirs.items():
            if uid not in ours:
                if not takes(here, row, table, uid):
                    erased += 1
                elif row.get("binned_on"):
                    continue  # thrown away there
                elif table == "document" and row["sha256"] in papers:
                    twins += 1
                else:
                    found.append(_only(kind, uid, row, "there", there))
            elif (told := _differing(table, uid, ours, row)) is not None:
                found.append(_both(kind, uid, row, there, told))
        found += [
            _only(kind, uid, row, "here", here)
            for uid, row in ours.items()
            if uid not in theirs and uid not in there.erased and not row.get("binned_on")
        ]
    gone = [
        (kind, uid, _title(SHOWN[kind], here.rows[kind][uid]))
        for uid, kind in there.erased.items()
        if kind in SHOWN and uid in here.rows[kind]
    ]
    return Comparison(copy, found, gone, erased, twins)


def _both(kind: Kind, uid: str, row: Row, state: State, told: tuple[str, str, Last]) -> Difference:
    title, whose = _title(kind, row), _whose(kind, row, state)
    return Difference(kind, uid, title, "both", whose, told[0], told[1], told[2])


def _only(kind: Kind, uid: str, row: Row, side: str, state: State) -> Difference:
    whose = _whose(kind, row, state)
    return Difference(kind, uid, _title(kind, row), side, whose)  # type: ignore[arg-type]


def _differing(
    table: str, uid: str, ours: Mapping[str, Row], row: Row
) -> tuple[str, str, Last] | None:
    """Return what differs here and there, and where the last one is; None where nothing does."""
    mine = ours[uid]
    names = [name for name in row if name not in _IGNORED and row[name] != mine[name]]
    if table in {"document", "person_value"} or not names or second_id(uid, row) in ours:
        return None
    newest: Last = ""
    if table == "draft":
        last = [(str(one["saved_on"]), int(str(one["saves"]))) for one in (mine, row)]
        newest = "" if last[0] == last[1] else ("here" if last[0] > last[1] else "there")
        return str(mine["saved_on"]), str(row["saved_on"]), newest
    told = [", ".join(str(one[name] or "") for name in names) for one in (mine, row)]
    return told[0], told[1], newest


def _title(kind: Kind, row: Row) -> str:
    match kind:
        case "person":
            return str(row["name"])
        case "draft":
            return str(row["pack"])
        case "value":
            return str(row["field"])
        case "event":
            return str(row["title"] or row["kind"])
        case _:
            return str(row["title"])


def _whose(kind: Kind, row: Row, state: State) -> str:
    if kind == "person":
        return ""
    dossier = state.rows["dossier"].get(str(row.get("dossier") or ""))
    if dossier is not None:
        return str(dossier["title"])
    person = state.rows["person"].get(str(row.get("person") or ""))
    return "" if person is None else str(person["name"])


def closure(state: State, wanted: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return these things and all that they refer to, as (table, id), what is referred to first."""
    found: dict[tuple[str, str], None] = {}

    def add(table: str, uid: str) -> None:
        row = state.rows.get(table, {}).get(uid)
        if row is None or (table, uid) in found:
            return
        for column, other in REFERS[table].items():
            if row[column] and other in REFERS:
                add(other, str(row[column]))
        found[(table, uid)] = None

    for table, uid in wanted:
        add(table, uid)
    return list(found)
