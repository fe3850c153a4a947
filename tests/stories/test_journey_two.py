"""J2 whole: a morning of an association's office, and what comes of it in January.

On a real X display of 1024 × 600, by keyboard only, over a real safe of three helpers, through a
real print queue; each step as the acceptance journeys number it. The form is the one whose blank
is ours: the C2S's is nobody's to give. The key of step 10 is a folder that the program is told to
be one. Minutes are the bench's (``office``).
"""

import io
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from PIL import Image, ImageChops, ImageDraw

from desktop_app.wiring import RealTools
from tests.helpers.display import virtual_display
from tests.printing.queue import Cups, Printer, cups

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

PROJECT = Path(__file__).parents[2]
PATIENCE = 400
UNWANTED = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
MARKS = ("Zkwiesbaden", "Wolframit", "01 99 00 12 34", "0199001234", "rue du Port", "Zénobie")
"""Names, numbers and words typed in the morning."""
STICK, HERS = "CLÉ USB", "les poireaux de Fatou"
"""Her key, beside the home of the office's computer; the phrase that she chose for it."""
DOTS, EDGE, INK = 2, 2, 64
"""Pixels of a point; points around a box that are its own; what is darker than paper."""
SITTINGS = ("prepare", "morning", "other", "january")


class Office:
    """What was seen in each sitting, by the number of the step; the home, and the queue."""

    def __init__(
        self, home: Path, printer: Printer, queue: Cups, environment: Mapping[str, str]
    ) -> None:
        self.home, self.printer, self.queue = home, printer, queue
        self._environment = environment
        self.seen: dict[str, Any] = {}

    def sit(self, name: str) -> None:
        """Let a sitting happen."""
        done = subprocess.run(
            [sys.executable, "-X", "faulthandler", "-m", "tests.stories.journey_two", name],
            cwd=PROJECT,
            env=dict(self._environment),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        for line in map(json.loads, done.stdout.splitlines()):
            self.seen[line.pop("seen")] = line


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """The four sittings, one after the other."""
    home = tmp_path_factory.mktemp("bureau") / "home"
    (home / "tmp").mkdir(parents=True)
    (home.parent / STICK).mkdir()
    with virtual_display() as display, cups() as service:
        printer = service.add_printer("Bureau", default=True)
        environment = {name: value for name, value in os.environ.items() if name not in UNWANTED}
        environment |= {**service.environment, "DISPLAY": display, "HOME": str(home)}
        environment |= {"QT_QPA_PLATFORM": "xcb", "LANG": "fr_FR.UTF-8"}
        environment |= {"TMPDIR": str(home / "tmp"), "PYTHONDONTWRITEBYTECODE": "1"}
        found = Office(home, printer, service, environment)
        for name in SITTINGS:
            found.sit(name)
        yield found


def drawn(pdf: bytes, number: int) -> Image.Image:
    """Return a page as it is seen, in greys."""
    with pypdfium2.PdfDocument(pdf) as document:
        document.init_forms()
        return document[number].render(scale=DOTS).to_pil().convert("L")


def text_of(pdf: bytes, phrase: str | None = None) -> str:
    """Return the words of a PDF, opened by this phrase."""
    with pypdfium2.PdfDocument(pdf, phrase) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_1_her_own_phrase_opens_and_one_key_hides(office: Office) -> None:
    """The sitting itself finds nobody's name on the first page, nor on the page that hides."""
    assert office.seen["1"]["title"] == "Papier libre"


def test_2_only_what_today_needs_and_each_field_says_why(office: Office) -> None:
    seen = office.seen["2"]
    groups = {one for one in seen["fields"] if one not in ("Mois", "Année")}
    assert len(groups) == seen["why"] == 3


def test_3_what_is_kept_is_told_and_no_is_an_answer(office: Office) -> None:
    """The sitting finds what, why, how long, how to see and erase, and goes on after "no"."""
    assert office.seen["3"] == {"refusal": "Non, ne rien garder", "nobody": True}
    assert "Rien de cette personne n’est gardé" in office.seen["3, no"]["bar"]
    assert office.seen["other"]["refused"] == 0, "her name was kept"


def test_4_a_mandate_is_not_required_and_says_what_until_when(office: Office) -> None:
    seen = office.seen["4"]
    assert "Aucun mandat n’est nécessaire" in seen["present"]
    told = " ".join(seen["told"])
    assert "Du 10 décembre 2026 au 9 juin 2027. Pour : l’assurance maladie." in told
    assert "Pas encore signé" in told


def test_5_what_is_known_is_proposed_and_what_remains_is_counted(office: Office) -> None:
    """The sitting finds the telephone in, marked as known."""
    before, after = (
        int(re.findall(r"\d+", office.seen["5"][which])[0]) for which in ("before", "after")
    )
    assert before - after == 3


def test_6_what_is_not_known_is_for_the_pen_and_listed(office: Office) -> None:
    assert office.seen["9"]["pen"].startswith("À écrire au stylo")
    assert "Numéro de sécurité sociale" in office.seen["9"]["pen"]


def test_7_interrupted_nothing_shows_and_one_is_back_at_the_question(office: Office) -> None:
    seen = office.seen["7"]
    assert seen["back"] == seen["left"]
    assert seen["typed"] == "Pere", "what was being typed is there"


def test_8_a_household_of_four_a_sentence_a_member(office: Office) -> None:
    members = [one for one in office.seen["8"]["members"] if one.endswith(")")]
    assert [one.rpartition("(")[2] for one in members] == ["conjoint)", "fille)", "fils)"]


def test_9_the_form_is_filled_read_back_printed_and_filed(office: Office) -> None:
    seen = office.seen["9"]
    assert "9 valeurs sur 9 relues" in seen["proof"]
    assert seen["filed"]
    paper = office.printer.printed(1)[0]
    assert paper.startswith(b"%PDF")


def test_9_the_same_pages_and_nothing_outside_the_boxes(office: Office) -> None:
    """What came out of the printer, beside the blank: ink is new inside the boxes alone."""
    blank, paper = RealTools().demo.blank, office.printer.printed(1)[0]
    with pikepdf.open(io.BytesIO(blank)) as form, pikepdf.open(io.BytesIO(paper)) as out:
        counts = len(form.pages), len(out.pages)
        boxes = [
            [tuple(map(float, one.Rect)) for one in page.get("/Annots", ())] for page in form.pages
        ]
    assert counts == (2, 2), "the form, page for page"
    assert sum(map(len, boxes)) >= 9
    written: list[bool] = []
    for number, around in enumerate(boxes):
        was, now = drawn(blank, number), drawn(paper, number)
        assert was.size == now.size
        changed = ImageChops.difference(was, now).point(lambda level: 255 if level > INK else 0)
        written.append(changed.getbbox() is not None)
        erased = ImageDraw.Draw(changed)
        for left, low, right, high in around:
            top, bottom = was.height / DOTS - high, was.height / DOTS - low
            box = (left - EDGE, top - EDGE, right + EDGE, bottom + EDGE)
            erased.rectangle([DOTS * one for one in box], fill=0)
        assert changed.getbbox() is None, (number, changed.getbbox())
    assert any(written), "nothing is written on it"


def test_10_her_papers_on_her_key_locked_by_her_phrase_with_a_receipt(office: Office) -> None:
    """PDFs, and one sheet to read, which alone opens without the phrase; nothing else."""
    seen, key = office.seen["10"], office.home.parent / STICK
    assert "Rien n’est verrouillé" not in " ".join(seen["offered"])
    assert "Chaque fichier a été relu sur la clé : rien n’y manque." in seen["copied"]
    names = sorted(one.name for one in key.iterdir())
    assert names == ["01-formulaire.pdf", "a-lire.pdf", "ce-que-nous-savons.pdf"]
    to_read = text_of((key / "a-lire.pdf").read_bytes())
    assert "Chaque fichier demande votre phrase" in to_read
    assert "01-formulaire.pdf" in to_read
    assert not [mark for mark in MARKS if mark in to_read], "anybody opens this sheet"
    for name in names[::2]:
        locked = (key / name).read_bytes()
        with pytest.raises(pikepdf.PasswordError):
            pikepdf.open(io.BytesIO(locked))
        assert "Zkwiesbaden" in text_of(locked, HERS)
    receipt = text_of(office.printer.printed(2)[1])
    assert "Reçu de papiers remis" in receipt
    assert "2 papiers remis" in receipt
    assert not [mark for mark in MARKS if mark in receipt], "no name stands on it"


def test_11_the_next_date_comes_that_day_without_a_name(office: Office) -> None:
    assert office.seen["11"]["line"].startswith("F. Z. · n° 34 : ")


def test_12_figures_of_the_year_small_groups_hidden_as_a_table_file(office: Office) -> None:
    rows = office.seen["12"]["rows"]
    assert "Handicap · moins de 5" in rows
    languages = [one for one in rows if one.startswith(("Français", "Arabe", "Portugais", "Tigr"))]
    assert languages[:4] == [  # of French it is not told either: it would give Tigrinya back
        "Français · non montré", "Arabe · 5", "Portugais · 10", "Tigrigna · moins de 5",
    ]  # fmt: skip
    assert not [one for one in rows if re.search(r"· [1-4]$", one)]
    file = (office.home / "chiffres.csv").read_text("utf-8-sig")
    assert "Dossiers ouverts, par thème;Année 2026;Handicap;moins de 5" in file
    assert ";Portugais;10" in file
    assert not [mark for mark in MARKS if mark in file]


def test_13_who_did_not_come_for_24_months_is_erased_a_line_without_a_name_stays(
    office: Office,
) -> None:
    seen = office.seen["13"]
    assert "sans nom" in seen["stays"]
    assert any("tout ce qui était gardé est effacé" in one for one in seen["told"])


def test_14_all_that_is_kept_of_her_in_two_clicks(office: Office) -> None:
    told = " ".join(office.seen["14"]["told"])
    for words in ("Rappeler la mairie", "conjoint", "01 99 00 12 34", "Formulaire"):
        assert words in told
    assert office.seen["14"]["printed"] == "Imprimer tout"


def test_another_helper_without_the_right_opens_nothing_of_it(office: Office) -> None:
    """The sitting finds nobody of the circle; its safe gives no circle to this phrase."""
    assert office.seen["other"]["circles"] == 0
    assert "responsable" in office.seen["other"]["figures"]


def test_nothing_readable_is_left_on_the_disk(office: Office) -> None:
    """The safe too is searched: what is in it is encrypted."""
    left = [
        (path.relative_to(office.home), mark)
        for path in office.home.rglob("*")
        if path.is_file()
        for mark in MARKS
        for coded in (mark.encode(), mark.lower().encode(), mark.encode("utf-16-le"))
        if coded in path.read_bytes()
    ]
    assert left == []


class TestTheWall:
    """What whoever passes reads elsewhere than on the page."""

    def test_no_title_of_the_window_names_anybody(self, office: Office) -> None:
        titles = [
            title for name in SITTINGS[1:] for title in office.seen[f"titles {name}"]["titles"]
        ]
        assert len(titles) > 10
        assert not [one for one in titles for mark in MARKS if mark.casefold() in one.casefold()]

    def test_the_queue_of_the_printer_names_nobody(self, office: Office) -> None:
        """Its files, its history and its logs: all that the service keeps of what was printed."""
        assert office.printer.printed(1)
        kept = [one for one in office.queue.folder.rglob("*") if one.is_file()]
        kept = [one for one in kept if office.printer.folder not in one.parents]  # the paper
        told = office.queue.command("lpstat", "-W", "all", "-o").encode()
        for one in (*(file.read_bytes() for file in kept), told):
            assert not [mark for mark in MARKS if mark.encode() in one]

    def test_no_list_of_recent_files_is_kept(self, office: Office) -> None:
        recent = [*office.home.rglob("recently-used*"), *office.home.rglob("*.recent")]
        assert recent == []


def test_a_sitting_that_does_not_see_its_page_fails(tmp_path: Path) -> None:
    """Sabotage: without the safe of the office, the morning does not begin, and says so."""
    environment = {**os.environ, "HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    environment["PATIENCE"] = "3"
    none = Office(tmp_path, None, None, environment)  # type: ignore[arg-type]
    with pytest.raises(AssertionError, match="AssertionError"):
        none.sit("morning")
