"""A form of ours in three editions: two that its pack knows, and a third that came after.

Edition 02 moves the town, renames the street's field, drops the telephone and asks for an e-mail.
Edition 03 inserts a line: its numbered fields shift, so that a name alone would mislead.
"""

import datetime as dt
from functools import cache
from pathlib import Path

from pikepdf import Name, String

from tests.helpers.forms import FormPdf
from tests.helpers.sights import marks

TODAY = dt.date(2026, 11, 24)
PACK = "99999-essai"
NUMBER = "99999"

QUESTIONS = (
    ("nom", "Nom"),
    ("rue", "Rue"),
    ("commune", "Commune"),
    ("telephone", "Téléphone"),
    ("courriel", "Adresse électronique"),
)
Row = tuple[str, str, tuple[float, float, float, float]]

FIRST: tuple[Row, ...] = (
    ("t1", "Nom", (100, 240, 380, 256)),
    ("t2", "Rue", (100, 210, 380, 226)),
    ("t3", "Commune", (100, 180, 380, 196)),
    ("t4", "Téléphone", (100, 150, 380, 166)),
)
SECOND: tuple[Row, ...] = (
    ("t1", "Nom", (100, 240, 380, 256)),
    ("voie", "Rue", (100, 210, 380, 226)),
    ("t3", "Commune", (100, 120, 300, 136)),
    ("t5", "Adresse électronique", (100, 90, 380, 106)),
)
# A line "Prénom" comes first: t1 is now the first name, t2 the name, and so on.
THIRD: tuple[Row, ...] = (
    ("t1", "Prénom", (100, 240, 380, 256)),
    ("t2", "Nom", (100, 210, 380, 226)),
    ("t3", "Rue", (100, 180, 380, 196)),
    ("t4", "Commune", (100, 150, 380, 166)),
    ("t5", "Téléphone", (100, 120, 380, 136)),
    ("t6", "Situation de famille", (100, 60, 380, 76)),
)


@cache
def blank(edition: str, rows: tuple[Row, ...]) -> bytes:
    """Return the blank of an edition: its number at the foot, each field with its tooltip."""
    form = FormPdf(f"N° {NUMBER}*{edition}")
    for name, label, box in rows:
        form.text(name, box, TU=String(label))
    tick = form.box(1, (100, 40, 110, 50))
    form.field(tick, FT=Name.Btn, T=String("accord"), TU=String("Je suis d'accord"))
    return form.data()


def unknown(rows: tuple[Row, ...] = THIRD) -> bytes:
    """Return the blank of edition 03, which the pack does not know."""
    return blank("03", rows)


def write_pack(root: Path, *, left_out: tuple[str, ...] = ()) -> Path:
    """Write the pack that knows editions 01 and 02 in a folder shaped like ``forms/``.

    ``left_out`` are questions that it does not ask, nor show on any box.
    """
    folder = root / "official" / PACK
    folder.mkdir(parents=True)
    blanks = {"01": FIRST, "02": SECOND}
    parts = [
        _HEAD,
        *(_question(name, label) for name, label in QUESTIONS if name not in left_out),
        _REST,
    ]
    for edition, rows in blanks.items():
        parts.append(
            f'\n[[blank]]\nedition = "{NUMBER}*{edition}"\nmap = "fields-{edition}.toml"\n'
            f"{marks(blank(edition, rows))}"
        )
        (folder / f"fields-{edition}.toml").write_text(_map(edition, rows, left_out), "utf-8")
    (folder / "form.toml").write_text("".join(parts), "utf-8")
    return root


def _question(name: str, label: str) -> str:
    kind = {"telephone": "phone", "courriel": "email"}.get(name, "text")
    return f'\n  [[section.question]]\n  id = "{name}"\n  kind = "{kind}"\n  label = "{label} ?"\n'


def _map(edition: str, rows: tuple[Row, ...], left_out: tuple[str, ...]) -> str:
    parts = [f'edition = "{NUMBER}*{edition}"\npage_sizes = [[400, 300]]\n']
    names = {label: name for name, label in QUESTIONS}
    for field, label, (x0, y0, x1, y1) in rows:
        name = names[label]
        value = "" if name in left_out else f"{{{{ {name} }}}}"
        parts.append(
            f'\n[[place]]\nfield = "{field}"\nvalue = "{value}"\n'
            f'label = "{label}"\npage = 1\nbox = [{x0}, {y0}, {x1 - x0}, {y1 - y0}]\n'
        )
    parts.append(
        '\n[[place]]\nfield = "accord"\nkind = "tick"\nwhen = "accord"\n'
        'label = "Je suis d’accord"\npage = 1\nbox = [100, 40, 10, 10]\n'
    )
    return "".join(parts)


_HEAD = f"""
schema = 1
id = "{PACK}"
number = "{NUMBER}"
edition = "{NUMBER}*02"
title = "Formulaire d'essai"
plain_title = "Essayer un formulaire"
family = "social"
body = "Mairie"
seen_on = 2026-11-24

[[section]]
id = "vous"
title = "Vous"
"""
_REST = """
  [[section.question]]
  id = "accord"
  kind = "yes_no"
  label = "Êtes-vous d'accord ?"

[[source]]
articles = ["x"]
title = "Le formulaire lui-même"
seen_on = 2026-11-24
confidence = "haute"
"""
