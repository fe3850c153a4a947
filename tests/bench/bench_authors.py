"""What it costs an office that each change bears its author: an answer saved, a safe opened.

At home and in an office take turns, each in its own safe of the same people; at home nothing of it
is there, and the ratio is what an office pays.
"""

import json
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.core.office import Office
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.store import Safe
from tests.bench.frame import Row, derived_once, in_turn
from tests.bench.many import DAY

PHRASE = "trois éléphants bleus à Nîmes"
PEOPLE, QUESTIONS, TIMES = 300, 76, 40


def rows() -> Iterator[Row]:
    door = Door(choose_kdf=lambda: FLOOR)
    with tempfile.TemporaryDirectory() as name, derived_once():
        places = [Path(name) / one for one in ("home", "office")]
        for place in places:
            door.create(place, PHRASE, on=DAY)
            with door.open(place, PHRASE, on=DAY) as safe:
                if place.name == "office":
                    safe.team.keep(Office("Le Relais"))
                _fill(safe)
        safes = [door.open(place, PHRASE, on=DAY) for place in places]
        home, office = in_turn([_saving(safe) for safe in safes], TIMES)
        yield Row("an answer saved, in an office", office, home, "at home")
        noted = safes[1].database.value("SELECT count(*) FROM act")
        for safe in safes:
            safe.close()
        sizes = [(place / "safe.db").stat().st_size / 1024 for place in places]
        yield Row(
            f"the safe of {PEOPLE} people, {noted} acts", sizes[1], sizes[0], "at home", unit="kB"
        )
        home, office = in_turn([_opening(door, place) for place in places])
        yield Row("a safe opened, of an office", office, home, "at home")


def _fill(safe: Safe) -> None:
    with safe.act():
        for number in range(PEOPLE):
            person = safe.people.add(f"Personne {number}", on=DAY)
            dossier = safe.dossiers.add("Indu", on=DAY, person=person)
            for _ in range(3):
                safe.events.add(dossier, kind="posted", day=DAY)


def _saving(safe: Safe) -> Callable[[], object]:
    answers = {f"question-{n}": ["une réponse ordinaire"] for n in range(QUESTIONS)}
    uid = safe.drafts.begin("mdph", _content(answers), on=DAY)
    count = iter(range(10_000))

    def save() -> None:
        n = next(count)
        answers[f"question-{n % QUESTIONS}"] = [f"une réponse, la {n}e"]
        safe.drafts.save(uid, _content(answers), question="question-1", on=DAY)

    return save


def _content(answers: dict[str, list[str]]) -> str:
    return json.dumps({"version": 1, "pack": "mdph", "answers": answers, "unknown": []})


def _opening(door: Door, place: Path) -> Callable[[], object]:
    return lambda: door.open(place, PHRASE, on=DAY).close()
