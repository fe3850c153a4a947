"""A form of ours whose boxes are small: an address fits in most of them only when abbreviated."""

import datetime as dt
from functools import cache
from pathlib import Path

from pikepdf import String

from desktop_app.core.answers.draft import Draft
from tests.helpers.forms import FormPdf
from tests.helpers.sights import marks

TODAY = dt.date(2026, 11, 24)
PACK = "99998-etroit"

WHOLE = "127 avenue du Maréchal Juin, bât. C"
ONE = "127 AV du Maréchal Juin, bât. C"
"""One word abbreviated, of 31 signs: it fits in "étroite", and in "limitée"."""
TWO = "127 AV du MAL Juin, bât. C"
"""What fits in "très étroite" too."""
LONG_NAME = "Avenue Saint-Martin de la Résidence"
"""A person's name: it has the table's words, and is never abbreviated."""

Row = tuple[str, str, str, tuple[float, float, float, float]]
WIDE = ("large", "Adresse", "{{ voie }}", (20, 240, 380, 256))
NARROW = ("étroite", "Adresse de l’envoi", "{{ voie }}", (20, 210, 115, 220))
NARROWER = ("très étroite", "Adresse du reçu", "{{ voie }}", (20, 180, 102, 190))
LIMITED = ("limitée", "Adresse, 32 signes", "{{ voie }}", (20, 150, 380, 166))
NAME = ("nom", "Nom", "{{ nom }}", (20, 120, 80, 130))
ROWS: tuple[Row, ...] = (WIDE, NARROW, NARROWER, LIMITED, NAME)
MOST = 32  # signs that "limitée" takes


@cache
def blank(rows: tuple[Row, ...] = ROWS) -> bytes:
    """Return the form's PDF."""
    form = FormPdf("N° 99998*01")
    for name, label, _value, box in rows:
        more = {"MaxLen": MOST} if name == LIMITED[0] else {}
        form.text(name, box, TU=String(label), **more)
    return form.data()


def draft(voie: str = WHOLE, nom: str = "Martin", **more: object) -> Draft:
    """Return answers to it."""
    return Draft(PACK, {"voie": voie, "nom": nom}, **more)  # type: ignore[arg-type]


def write_pack(root: Path, rows: tuple[Row, ...] = ROWS) -> Path:
    """Write its pack in a folder shaped like ``forms/``."""
    folder = root / "official" / PACK
    folder.mkdir(parents=True)
    known = marks(blank(rows))
    (folder / "form.toml").write_text(_FORM.format(pack=PACK, known=known), "utf-8")
    places = ['edition = "99998*01"\npage_sizes = [[400, 300]]\n']
    for field, label, value, (x0, y0, x1, y1) in rows:
        places.append(
            f'\n[[place]]\nfield = "{field}"\nvalue = "{value}"\nlabel = "{label}"\n'
            f"page = 1\nbox = [{x0}, {y0}, {x1 - x0}, {y1 - y0}]\n"
        )
    (folder / "fields-01.toml").write_text("".join(places), "utf-8")
    return root


_FORM = """
schema = 1
id = "{pack}"
number = "99998"
edition = "99998*01"
title = "Formulaire aux cases étroites"
plain_title = "Essayer des cases étroites"
family = "social"
body = "Mairie"
seen_on = 2026-11-24

[[section]]
id = "vous"
title = "Vous"

  [[section.question]]
  id = "voie"
  kind = "address_line"
  label = "Quelle est votre adresse ?"

  [[section.question]]
  id = "nom"
  kind = "name"
  label = "Quel est votre nom de naissance ?"

[[source]]
articles = ["x"]
title = "Le formulaire lui-même"
seen_on = 2026-11-24
confidence = "haute"

[[blank]]
edition = "99998*01"
map = "fields-01.toml"
{known}"""
