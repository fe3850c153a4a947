"""The catalogue of 300 packs, one search, the next question, and a letter composed."""

import random
import shutil
import tempfile
from collections.abc import Iterator
from itertools import cycle
from pathlib import Path

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.index import PackIndex
from desktop_app.catalogue.indexing import index_of
from desktop_app.core.answers.answer_file import read_draft
from desktop_app.core.answers.validate import asked_now, validate
from desktop_app.core.checks.law import FAMILIES
from desktop_app.core.documents.compose import compose_letter
from desktop_app.core.language.template import condition_of, text_of
from desktop_app.datafiles import data_root
from tests.bench.frame import Row, in_turn, median_ms
from tests.helpers.packs import TODAY

PACKS = 300
LETTER = "caf-indu-rsa"
BIGGEST_FORM = "15692-demande-mdph"
WORDS = (*FAMILIES, "rsa", "dette", "sejour", "permis", "loyer", "allocation", "titre", "refus")

SAID = {
    "one search, two words misspelt": "la prefecure me refuse mon titre de sejoure",
    "one search of twenty words": "bonjour la caf me dit que je dois une sommme parce que je vis "
    "en coulpe mais ne m'explique pas le calcul",
}


def rows() -> Iterator[Row]:
    with tempfile.TemporaryDirectory() as folder:
        yield from _catalogue(Path(folder))
    with tempfile.TemporaryDirectory() as folder:
        yield from _recognised(Path(folder))
    yield from _letter()
    yield _biggest_form()


def many_packs(root: Path) -> None:
    """Write packs as long as our letter; keywords are drawn, always the same."""
    (root / "search").mkdir(parents=True)
    for name in ("words.toml", "outside.toml"):
        spoken = data_root("forms") / "search" / name
        (root / "search" / name).write_bytes(spoken.read_bytes())
    model = (data_root("forms") / "letters" / LETTER / "letter.toml").read_text("utf-8")
    draw = random.Random(1)
    for number in range(PACKS):
        pack = root / "letters" / f"pack-{number}"
        pack.mkdir(parents=True)
        text = model.replace(f'id = "{LETTER}"', f'id = "pack-{number}"', 1)
        text = text.replace("keywords = [", f'keywords = ["{" ".join(draw.sample(WORDS, 6))}",', 1)
        (pack / "letter.toml").write_text(text, "utf-8")


def _catalogue(root: Path) -> Iterator[Row]:
    many_packs(root)
    listed = median_ms(lambda: FolderCatalogue(root).search())
    yield Row(f"{PACKS} packs: the catalogue is ready", listed, budget=150)
    catalogue = FolderCatalogue(root)
    for name, said in SAID.items():
        other = cycle(WORDS)  # the last answer is kept: the same words again cost nothing
        search = median_ms(
            lambda said=said, other=other: catalogue.search(f"{said} {next(other)}")  # type: ignore[misc]
        )
        yield Row(f"{PACKS} packs: {name}", search, budget=30)
    first = median_ms(lambda: FolderCatalogue(root).search("sejoure")) - listed
    yield Row(f"{PACKS} packs: the words of all, before the first search", first)


def many_forms(root: Path) -> None:
    """Write the folder of ours with its forms again and again under other names."""
    ours = Path(str(data_root("forms")))
    shutil.copytree(ours, root)
    models = sorted((ours / "official").iterdir())
    for number in range(PACKS - len(models)):
        model = models[number % len(models)]
        pack = root / "official" / f"copie-{number}-{model.name}"
        shutil.copytree(model, pack)
        text = (pack / "form.toml").read_text("utf-8")
        text = text.replace(f'id = "{model.name}"', f'id = "{pack.name}"', 1)
        (pack / "form.toml").write_text(text, "utf-8")


def _recognised(folder: Path) -> Iterator[Row]:
    """Of a PDF: its fingerprint, its number, its words and its fields, against those of all."""
    root, file = folder / "forms", folder / "packs.json"
    many_forms(root)
    file.write_bytes(index_of(root))

    def asked(written: PackIndex | None) -> None:
        catalogue = FolderCatalogue(root, written=written)
        catalogue.known_blank(b"%PDF-1.7")
        catalogue.may_resemble(("99999",), "pages:0", {"nom", "prenom"})

    indexed, read = in_turn([lambda: asked(PackIndex(root, file)), lambda: asked(None)])
    name = f"a PDF among {PACKS} forms, by the index"
    yield Row(name, indexed, budget=50)
    yield Row(f"{name}, again", indexed, baseline=read, against="packs read", budget=0.3)


def _letter() -> Iterator[Row]:
    definition = FolderCatalogue(data_root("forms")).letter(LETTER)
    example = data_root("forms") / "letters" / LETTER / "examples" / "1-je-ne-dois-rien.toml"
    draft = read_draft(example.read_bytes(), LETTER, example.name)
    asked = median_ms(lambda: asked_now(definition, draft, TODAY))
    yield Row("next question", asked, budget=50)
    composed = median_ms(
        lambda: compose_letter(definition, validate(definition, draft, TODAY), TODAY)
    )
    yield Row("letter checked and composed, before it is set", composed)


def _biggest_form() -> Row:
    def read() -> None:
        catalogue = FolderCatalogue(data_root("forms"))
        text_of.cache_clear()
        condition_of.cache_clear()
        catalogue.form(BIGGEST_FORM)

    return Row(f"{BIGGEST_FORM} is read, with every other pack's first lines", median_ms(read))
