"""The first page of an office of 1,500 people and 3,000 dossiers, all awaiting something.

Its helper reads a circle too, where ``RESERVED`` dossiers await something. How long until the page
is whole, and how long its gestures hold the window's thread: opened, names shown and hidden,
somebody looked for, the screen hidden by its key.
"""

import datetime as dt
import os
import statistics
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from tests.bench.frame import TIMES, Row
from tests.bench.heartbeat import HELD_MS, Heart
from tests.bench.many import fill
from tests.bench.twelve import Seeded
from tests.helpers.safes import new_safe, open_safe

if TYPE_CHECKING:
    from desktop_app.safe.store import Safe as Archive

WHOLE_MS = 300
VISITS, DRAFTS = 30, 200
RESERVED = 60
NAME = "mercier 12"


def rows() -> Iterator[Row]:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as home:
        for name in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = home
        yield from _measured(Path(home))


def _measured(home: Path) -> Iterator[Row]:
    from desktop_app.pages import destinations as to
    from desktop_app.pages import office_home
    from tests.bench.in_window import Bench

    bench: Any = Bench()
    bench.tools.__dict__["mode"] = "association"
    today, made = bench.tools.clock.today(), list[Any]()
    bench.work(lambda: made.append(seeded(home, today)))
    bench.context.session.open(made[0], str(home))
    bench.quiet()

    def whole() -> bool:
        page = bench.page()
        day = getattr(page, "_day", None)
        there = day is not None and day.reserved_left > 0
        return there and bench.context.jobs.idle

    def open_page() -> None:
        bench.window.restart(to.OfficeHome())

    def away() -> None:
        bench.window.restart(to.Help())
        bench.quiet()

    name = "1,500 people, 3,000 dossiers, a circle: the office's first page, whole"
    for words, before in (("", lambda: None), (", its circle opened", made[0].circles.close)):
        figures = []
        for _ in range(TIMES + 1):
            away()
            bench.work(before)
            figures.append(bench.painted_ms(open_page, whole))
        middle = statistics.median(figures[1:])
        yield Row(f"{name}{words}", middle, budget=WHOLE_MS, least=min(figures[1:]))

    def show_names() -> None:
        bench.page().perform(office_home.TurnNames())

    def look_for() -> None:
        box = bench.page().searches[office_home.SEARCH]
        box._field.edit.setText(NAME)
        box.look()

    def hide() -> None:
        bench.window.hide_page()
        bench.quiet()
        bench.window.come_back()

    gestures: dict[str, Callable[[], None]] = {
        "opened": open_page,
        "opened, its circle too": lambda: (bench.work(made[0].circles.close), open_page()),
        "names shown": show_names,
        "names hidden again": show_names,
        "somebody looked for": look_for,
        "the screen hidden, and back": hide,
    }
    heart = Heart()
    held: dict[str, list[float]] = {name: [] for name in gestures}
    for _ in range(TIMES + 1):
        away()
        for words, act in gestures.items():
            held[words].append(heart.during(lambda act=act: (act(), bench.quiet())).own)
    for words, figures in held.items():
        name = f"1,500 people, the office's first page, {words}: window held"
        middle = statistics.median(figures[1:])
        yield Row(name, middle, budget=HELD_MS, least=min(figures[1:]), processor=True)
    bench.work(made[0].close)
    bench.close()


def seeded(home: Path, today: dt.date) -> Any:
    """Make the safe: each dossier awaits something, within two years of today."""
    safe = open_safe(new_safe(home, today), today)
    archive = cast("Archive", safe)
    fill(archive.database, Seeded(3000))
    database = archive.database
    with database.act():
        rows = database.rows("SELECT id, person FROM dossier")
        database._connection.executemany(
            "INSERT INTO event (uid, person, dossier, kind, day, title, awaited)"
            " VALUES (?, ?, ?, ?, ?, 'Rappeler', 1)",
            [
                (
                    f"attente{n:08}", person, row,
                    "silence-expected" if n % 2 else "to-do",
                    (today + dt.timedelta(days=n % 730 - 365)).isoformat(),
                )
                for n, (row, person) in enumerate(rows)
            ],
        )  # fmt: skip
        persons = database.rows("SELECT uid FROM person LIMIT ?", (VISITS + DRAFTS,))
        for n, (person,) in enumerate(persons[:VISITS]):
            visit = safe.visits.arrive(person if n % 3 else "", day=today, at=dt.time(9, n))
            if n < 2:
                safe.visits.receive(visit, helper="", at=dt.time(10))
        for (person,) in persons[VISITS:]:
            safe.drafts.begin("caf-indu-rsa", "{}", on=today, person=person)
        safe.numbers.begin()
    _reserve(safe, today)
    return safe


def _reserve(safe: Any, today: dt.date) -> None:
    """Make a circle of its helper's, and what presses there."""
    circle, _words = safe.circles.make("Familles", on=today, tell=lambda _notice: None)
    with circle.act():
        for n in range(RESERVED):
            person = circle.people.add(f"Mercier {n} Réservée", on=today)
            dossier = circle.dossiers.add(f"Divorce {n}", on=today, person=person)
            day = today + dt.timedelta(days=n - RESERVED // 2)
            circle.events.add(dossier, kind="to-do", day=day, title="Rappeler", awaited=True)
    safe.circles.close()
