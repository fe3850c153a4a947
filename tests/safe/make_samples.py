"""Makes the safes kept in ``tests/data/safe``: each was made once, by the program of its day.

``python -m tests.safe.make_samples v1``, at the commit that is named; never again. Their phrase is
below, and their papers are fictional. All are of the formats 1: what those held grew meanwhile.

- ``v1``, 178e5a4e: a phrase and words, before anything else was written in a safe.
- ``v1-keyring``, 9cd94af1: begun by a keyring alone, its owner's person, a bin, a removed event.
- ``v1-parity``, 439c945a: the same, which pages belong together, and a parity beside it.
- ``v1-stick``, 51c4e1b5: the same, opened by a file on a USB stick too (``v1-stick.cle``).
- ``v2-office``, 7810901a: the second schema; an office of two helpers, with one of each thing that
  it keeps, and a circle that one of them reads.
"""

import datetime as dt
import shutil
import sys
import tempfile
from pathlib import Path

from desktop_app.core.office import Office
from desktop_app.safe import stick_key
from desktop_app.safe.creation import held_keys
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.store import Safe
from desktop_app.workflow.office.settings import keep_office
from tests.safe.vectors import SAMPLES

PHRASE = "le coffre de la première version"
OTHER = "une autre phrase, celle de Nadia"
DAY = dt.date(2026, 11, 24)
PAPER = b"%PDF-1.7\n% un papier de test, fictif\n" + bytes(range(256)) * 8


def first(path: Path) -> None:
    """Make ``v1``, and a backup of it."""
    door = Door(choose_kdf=lambda: FLOOR)
    created = door.create(path, PHRASE, on=DAY)
    path.with_suffix(".words").write_text(" ".join(created.recovery_words) + "\n", "utf-8")
    with door.open(path, PHRASE, on=DAY) as safe:
        person = safe.people.add("Ana Cœur-Müller", on=DAY)
        fill(safe, person)
        safe.backup(path.with_suffix(".zip"), on=DAY, replace=True)


def fill(safe: Safe, person: str) -> None:
    """Put in a safe what every sample holds."""
    safe.people.keep_value(person, "commune", "Nîmes", source="typed", on=DAY)
    safe.add(
        PAPER,
        title="Décision d’indu",
        on=DAY,
        kind="received",
        text="Votre cœur de dossier : indu de RSA",
        media="application/pdf",
        pages=1,
        person=person,
        dossier="Indu RSA",
    )
    safe.events.add(
        "Indu RSA",
        kind="decision-received",
        day=DAY,
        last_day=dt.date(2027, 1, 25),
        prudent_day=dt.date(2027, 1, 15),
        awaited=True,
    )
    safe.drafts.begin("caf-indu-rsa", '{"motif": "erreur"}', on=DAY, person=person)


def later(path: Path) -> None:
    """Make a safe that a keyring alone opened first, with what came after ``v1``."""
    door, new = Door(choose_kdf=lambda: FLOOR), held_keys()
    door.create_held(path, new, on=DAY)
    with door.open_without_phrase(path, on=DAY, held=new.held) as safe:
        fill(safe, safe.people.make_own("Ana Cœur-Müller", on=DAY))
        thrown = safe.add(b"brouillon", title="Brouillon", on=DAY, dossier="Indu RSA")
        safe.bin.put(thrown, on=DAY)
        safe.events.remove(safe.events.add("Indu RSA", kind="sent", day=DAY), on=DAY)
        safe.access.add_phrase(PHRASE, name="Ana", on=DAY)
        words = safe.access.renew_words(on=DAY)
        safe.back_up_if_due(on=DAY)  # what rebuilds pages, where there is such a thing
    path.with_suffix(".words").write_text(" ".join(words) + "\n", "utf-8")


def with_stick(path: Path) -> None:
    """Make a safe that a file on a stick opens too; any folder stands for the stick."""
    later(path)
    stick_key.on_one_disk = lambda _stick, _safe: False  # type: ignore[assignment]
    with (
        tempfile.TemporaryDirectory() as stick,
        Door(choose_kdf=lambda: FLOOR).open(path, PHRASE, on=DAY) as safe,
    ):
        file = safe.access.add_stick(Path(stick), name="Ana", on=DAY)
        shutil.copy(file, path.with_suffix(".cle"))


def office(path: Path) -> None:
    """Make the safe of an office: numbers, acts, a visit, an agreement, a mandate, a circle."""
    door = Door(choose_kdf=lambda: FLOOR)
    door.create(path, PHRASE, on=DAY, recovery=False)
    with door.open(path, PHRASE, on=DAY) as safe:
        keep_office(safe, Office("Le Relais"))
        safe.access.add_phrase(OTHER, name="Nadia", on=DAY)
        ana = safe.people.add("Ana Cœur-Müller", on=DAY)
        safe.numbers.begin()
        safe.consents.give(ana, "2026-11", language="fr", on=DAY)
        fill(safe, ana)
        mandate = safe.mandates.prepare(
            ana, ("caf",), from_day=DAY, until_day=DAY.replace(month=12)
        )
        safe.mandates.sign(mandate, on=DAY)
        safe.visits.arrive(ana, day=DAY, at=dt.time(10, 5))
        circle, _words = safe.circles.make("Dossier réservé", on=DAY, tell=lambda _: None)
        circle.add(PAPER, title="Ordonnance", on=DAY, person="Ana Cœur-Müller", dossier="Divorce")
        circle.close()


MAKERS = {"v1": first, "v1-stick": with_stick, "v2-office": office}


def main(name: str) -> None:
    path = SAMPLES / name
    shutil.rmtree(path, ignore_errors=True)
    MAKERS.get(name, later)(path)
    for folder in (path, *path.glob("circles/*")):
        for needless in ("ballast", "lock"):
            (folder / needless).unlink(missing_ok=True)
        shutil.rmtree(folder / "backups", ignore_errors=True)


if __name__ == "__main__":
    main(sys.argv[1])
