"""An office's computer: a real safe of 3,000 people, and 300 packs, copies of ours among them.

``PAPIER_BENCH_LARGE=1``: 100,000 papers and 10,000 people more.
"""

import datetime as dt
import os
import shutil
from functools import cached_property
from pathlib import Path
from typing import cast

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.core.answers.draft_json import write_json
from desktop_app.core.authoring.kept import KeptModel
from desktop_app.datafiles import data_root
from desktop_app.safe.store import Safe as Archive
from desktop_app.workflow.matter import timeline
from desktop_app.workflow.packs import pack_drafts
from desktop_app.workflow.people.people import live_together
from desktop_app.workflow.store import Safe
from tests.bench import many
from tests.gui.harness.screens import TODAY, Material

PEOPLE = 3000
PACKS = 300
DRAFTS = 300
MODELS = 60
FAMILY = 5
"""Of so many people, the first two live together."""
WORDS = "La Caf me demande de rendre une somme ; je la conteste et demande le détail du calcul. "
FIRST = ("Amina", "Bruno", "Chloé", "Driss", "Élodie", "Fatou", "Gérard", "Hawa", "Inès", "José")
LAST = ("Bensaïd", "Camara", "Durand", "Élias", "Faure", "Garcia", "Haddad", "Ivanov", "Joly")


class Office(Material):
    """What the harness opens its screens with, in the safe and the folder of an office."""

    @cached_property
    def safe(self) -> Safe:
        safe: Safe = Material.safe.func(self)
        with safe.act():
            fill(safe, self)
        if os.environ.get("PAPIER_BENCH_LARGE"):
            many.fill(cast("Archive", safe).database, many.Many(100_000))
        return safe

    @property
    def document(self) -> str:
        return next(one.id for one in self.safe.documents(self.person) if one.kind == "letter")

    @cached_property
    def catalogue(self) -> FolderCatalogue:
        root = self.folder / "forms"
        many_packs(root)
        return FolderCatalogue(root)


def fill(safe: Safe, material: Material) -> None:
    """Add people, each with a dossier, an awaited date, two documents; drafts and models."""
    interview, content = material.draft, write_json(material.draft)
    model = KeptModel(form=material.flat_form)
    before = ""
    for number in range(PEOPLE):
        on = TODAY - dt.timedelta(days=number % 400)
        name = f"{FIRST[number % 10]} {LAST[number // 10 % 9]} {number}"
        person = safe.people.add(name, on=on)
        for field, value in (("identite.nom", name), ("adresse.commune", "Villeurbanne")):
            safe.people.keep_value(person, field, value, source="draft", on=on)
        if number % FAMILY == 1:
            live_together(safe, person, before, "enfant", on=on)
        before = person
        dossier = safe.dossiers.add(f"Dette numéro {number}", on=on, person=person)
        due = TODAY + dt.timedelta(days=number % 90 - 10)
        safe.events.add(dossier, kind=timeline.TO_DO, day=due, title="Rappeler", awaited=True)
        for title in ("Recours", "Décision"):
            safe.add(b"%PDF-1.7", title=title, on=on, kind="letter", text=WORDS, dossier=dossier)
        if number < DRAFTS:
            draft = safe.drafts.begin(interview.pack, content, on=on, person=person)
            safe.drafts.save(draft, content, question="nom", on=on)
    for number in range(MODELS):
        blank = material.flat + str(number).encode()
        pack_drafts.keep(safe, model, blank=blank, on=TODAY)


def many_packs(root: Path) -> None:
    """Write our packs, then copies of them under other names, until there are enough."""
    shutil.copytree(Path(str(data_root("forms"))), root)
    ours = [one.parent for kind in ("letter", "form") for one in root.glob(f"*/*/{kind}.toml")]
    for number in range(PACKS - len(ours)):
        model = ours[number % len(ours)]
        copy = model.with_name(f"{model.name}-{number // len(ours) + 2}")
        shutil.copytree(model, copy)
        main = next(copy / one for one in ("letter.toml", "form.toml") if (copy / one).exists())
        text = main.read_text("utf-8")
        main.write_text(text.replace(f'id = "{model.name}"', f'id = "{copy.name}"', 1), "utf-8")
