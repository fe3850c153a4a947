"""Makes the safe kept in ``tests/data/safe/v1``: run once for each released version, never again.

``python -m tests.safe.make_samples``; its phrase is below, and its papers are fictional.
"""

import datetime as dt
import shutil

from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from tests.safe.vectors import SAMPLES

VERSION = "v1"
PHRASE = "le coffre de la première version"
DAY = dt.date(2026, 11, 24)
PAPER = b"%PDF-1.7\n% un papier de test, fictif\n" + bytes(range(256)) * 8


def main() -> None:
    path = SAMPLES / VERSION
    shutil.rmtree(path, ignore_errors=True)
    door = Door(choose_kdf=lambda: FLOOR)
    created = door.create(path, PHRASE, on=DAY)
    (SAMPLES / f"{VERSION}.words").write_text(" ".join(created.recovery_words) + "\n", "utf-8")
    with door.open(path, PHRASE, on=DAY) as safe:
        person = safe.people.add("Ana Cœur-Müller", on=DAY)
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
        safe.backup(SAMPLES / f"{VERSION}.zip", on=DAY, replace=True)
    (path / "ballast").unlink()
    (path / "lock").unlink()
    (path / "backups").rmdir()


if __name__ == "__main__":
    main()
