"""Makes the safes kept in ``tests/data/safe``: each was made once, by the program of its day.

``python -m tests.safe.make_samples v1``, at the commit that is named; never again. Their phrase is
below, and their papers are fictional. All are of the formats 1: what those held grew meanwhile.

- ``v1``, 178e5a4e: a phrase and words, before anything else was written in a safe.
- ``v1-keyring``, 9cd94af1: begun by a keyring alone, its owner's person, a bin, a removed event.
- ``v1-parity``, 439c945a: the same, which pages belong together, and a parity beside it.
- ``v1-stick``, 51c4e1b5: the same, opened by a file on a USB stick too (``v1-stick.cle``).
"""

import datetime as dt
import shutil
import sys
import tempfile
from pathlib import Path

from desktop_app.safe import stick_key
from desktop_app.safe.creation import held_keys
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.safe.store import Safe
from tests.safe.vectors import SAMPLES

PHRASE = "le coffre de la première version"
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


MAKERS = {"v1": first, "v1-stick": with_stick}


def main(name: str) -> None:
    path = SAMPLES / name
    shutil.rmtree(path, ignore_errors=True)
    MAKERS.get(name, later)(path)
    for needless in ("ballast", "lock"):
        (path / needless).unlink()
    shutil.rmtree(path / "backups")


if __name__ == "__main__":
    main(sys.argv[1])
