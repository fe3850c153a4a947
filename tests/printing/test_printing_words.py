"""What is said of each piece of news of a document, and when printing again is offered."""

import dataclasses
import datetime as dt
import itertools
import re

import pytest

from desktop_app.core.pdf import Part, Pdf, Proof
from desktop_app.gui.errors import words_of
from desktop_app.messages import letters, printing
from desktop_app.pages.printing import choices, kit, may_turn, pages_of, sheets_told
from desktop_app.printing.cups import _trouble, _turns_sheets
from desktop_app.sentences.printing_words import (
    can_begin_again,
    standing_told,
    told,
)
from desktop_app.wiring import RealTools
from desktop_app.workflow.documents.rendering import Made, make_copy_sheet, make_letter
from desktop_app.workflow.printing import Kind, News, Order, PrintingSilent, Standing, Trouble

READY = Standing("ready")
TODAY = dt.date(2026, 11, 24)


@pytest.mark.parametrize(
    ("reasons", "trouble"),
    [
        ("none", ""),
        ("media-empty-error", "no-paper"),
        ("media-empty-warning", "no-paper"),
        ("media-needed", "no-paper"),
        ("media-low-report", ""),
        ("toner-low-warning,media-jam-error", "jam"),
        ("cover-open", "open"),
        ("marker-supply-empty-error", "no-ink"),
        ("connecting-to-device", "offline"),
        ("offline-report", "offline"),
        ("paused", ""),
        ("cups-missing-filter-warning", ""),
    ],
)
def test_what_printers_say_is_understood(reasons: str, trouble: Trouble) -> None:
    assert _trouble(reasons) == trouble


@pytest.mark.parametrize(
    ("news", "words", "role", "again"),
    [
        (News("sending"), "Le document part vers « HP »…", "body", False),
        (News("waiting", READY), "Le document attend son tour sur « HP ».", "body", False),
        (News("printing", READY), "« HP » imprime…", "body", False),
        (
            News("printing", Standing("ready", "no-paper")),
            "« HP » n’a plus de papier",
            "error",
            True,
        ),
        (News("printing", Standing("ready", "jam")), "Une feuille est coincée", "error", True),
        (News("printing", Standing("ready", "open")), "« HP » est ouverte", "error", True),
        (News("printing", Standing("ready", "no-ink")), "« HP » n’a plus d’encre", "error", True),
        (News("printing", Standing("ready", "offline")), "« HP » ne répond pas", "error", True),
        (News("waiting", Standing("stopped")), "« HP » est arrêtée", "error", True),
        (News("waiting", Standing("missing")), "Cette imprimante ne répond plus", "error", True),
        (News("waiting", READY, seconds=300), "Le document attend toujours", "error", True),
        (News("printing", READY, seconds=300), "« HP » imprime…", "body", False),
        (News("held", READY), "« HP » garde le document", "error", False),
        (News("done"), "« HP » a fini. Prenez les feuilles : il y en a 3.", "done", True),
        (News("cancelled"), "L’impression est annulée.", "body", True),
        (News("failed"), "« HP » a abandonné.", "error", True),
        (News("gone"), "Le document n’est plus dans la file", "error", True),
        (News("left"), "Le document est parti vers « HP ».", "done", True),
        (News("tired"), "« HP » n’a toujours pas imprimé.", "error", True),
        (News("lost", problem=PrintingSilent()), "Le service d’impression ne", "error", True),
        (News("refused", problem=PrintingSilent()), "Le service d’impression ne", "error", True),
    ],
    ids=lambda value: value.kind if isinstance(value, News) else "",
)
def test_each_news_has_its_words(news: News, words: str, role: str, again: bool) -> None:
    said = told(news, "HP", 3, words_of(news.problem) if news.problem is not None else "")
    assert said.words.startswith(words)
    assert (said.role, can_begin_again(news)) == (role, again)


def test_a_name_with_braces_is_only_a_name() -> None:
    assert told(News("done"), "{printer}{n}", 1).words.startswith("« {printer}{n} » a fini.")


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (READY, ""),
        (Standing("unknown"), ""),
        (Standing("ready", "no-paper"), ""),
        (Standing("stopped"), "« HP » est arrêtée : ce que vous lui envoyez attendra."),
        (Standing("refuses"), "Cette imprimante n’accepte pas de document en ce moment."),
        (Standing("missing"), "Cette imprimante ne répond plus."),
    ],
)
def test_what_is_known_before_printing(standing: Standing, words: str) -> None:
    said = standing_told("HP", standing)
    assert (said.words if said else "").startswith(words)
    assert bool(said) is bool(words)


class TestWhatCanBePrinted:
    @pytest.fixture
    def made(self) -> Made:
        """A sheet of one page, to which the tests give pages and parts."""
        tools = RealTools()
        return make_copy_sheet(tools, tools.demo.form, TODAY)

    def with_pages(self, made: Made, pages: int, *parts: Part, annex: int = 0) -> Made:
        pdf = dataclasses.replace(made.pdf, pages=pages, parts=parts)
        return dataclasses.replace(made, pdf=pdf, proof=Proof(0, 0, annex_pages=annex))

    def test_one_page_asks_nothing(self, made: Made) -> None:
        assert list(choices(self.with_pages(made, 1))) == ["all"]

    def test_the_sheets_of_a_kit(self, made: Made) -> None:
        whole = self.with_pages(made, 6, Part("letter", 1, 2), Part("copy", 3, 6))
        assert [*choices(whole).items()] == [
            ("letter", "La lettre"),
            ("all", "Tout"),
            ("copy", "Votre copie"),
            ("some", "Quelques pages"),
        ]
        assert pages_of(whole, "copy", 1, 1) == (3, 6)

    def test_the_list_of_papers_goes_with_the_letter(self, made: Made) -> None:
        parts = (Part("letter", 1, 2), Part("bordereau", 3, 3), Part("copy", 4, 6))
        whole = self.with_pages(made, 6, *parts)
        assert pages_of(whole, "letter", 1, 1) == (1, 3)
        assert pages_of(whole, "bordereau", 1, 1) == (3, 3)

    def test_sheets_for_different_hands_never_share_a_side(self, made: Made) -> None:
        parts = (Part("letter", 1, 2), Part("checklist", 3, 3), Part("copy", 4, 6))
        whole = self.with_pages(made, 6, *parts)
        assert may_turn(whole, "letter", (1, 2))
        assert may_turn(whole, "copy", (4, 6))
        assert not may_turn(whole, "checklist", (3, 3)), "one page has one side"
        assert not may_turn(whole, "all", (1, 6))
        assert not may_turn(whole, "some", (2, 4))
        assert may_turn(self.with_pages(made, 3), "all", (1, 3))
        paper = dataclasses.replace(self.with_pages(made, 3), way="paper")
        assert not may_turn(paper, "all", (1, 3)), "the other side is printed already"

    def test_each_sheet_of_a_kit_says_where_it_goes(self, made: Made) -> None:
        tools = RealTools()
        words = [said for _part, said in kit(make_letter(tools, tools.demo.letter, TODAY))]
        assert words[0] == "La lettre : 2 feuilles, dans l’enveloppe"
        assert any(one.endswith(", pour vous") for one in words)
        assert not kit(self.with_pages(made, 3))

    def test_a_form_and_its_annex(self, made: Made) -> None:
        form = self.with_pages(made, 5, annex=1)
        assert list(choices(form)) == ["all", "form", "annex", "some"]
        assert (pages_of(form, "form", 1, 1), pages_of(form, "annex", 1, 1)) == ((1, 4), (5, 5))

    def test_pages_typed_the_wrong_way_round_are_one_page(self, made: Made) -> None:
        assert pages_of(self.with_pages(made, 9), "some", 5, 2) == (5, 5)


def test_sheets_are_counted_aloud() -> None:
    assert sheets_told(1) == "1 feuille sera imprimée, d’un seul côté."
    assert sheets_told(4) == "4 feuilles seront imprimées, d’un seul côté."
    assert sheets_told(2, both=True) == "2 feuilles seront imprimées, des deux côtés."


@pytest.mark.parametrize(("pages", "copies", "sheets"), [((1, 2), 1, 1), ((1, 3), 2, 4)])
def test_two_sides_take_half_the_sheets(pages: tuple[int, int], copies: int, sheets: int) -> None:
    pdf = Pdf(b"", 6)
    assert Order("", copies, pages, both_sides=True).sheets(pdf) == sheets
    assert Order("", copies, pages).sheets(pdf) == (pages[1] - pages[0] + 1) * copies


@pytest.mark.parametrize(
    ("said", "both"),
    [
        ("sides/2-Sided: *one-sided two-sided-long-edge two-sided-short-edge\n", True),
        ("PageSize/Media: *A4\nDuplex/Double-Sided: *None DuplexNoTumble DuplexTumble\n", True),
        ("sides/2-Sided: *one-sided\n", False),
        ("Duplex/Double-Sided: *None\n", False),
        ("ColorModel/Output: *Gray\n", False),
        ("", False),
    ],
)
def test_a_printer_that_turns_sheets_says_so(said: str, both: bool) -> None:
    assert _turns_sheets(said) is both


def test_nothing_is_said_to_be_kept_where_nothing_is() -> None:
    """On a public terminal the bar says "Rien n’est gardé", on the same page."""
    sentences = [*printing.MESSAGES.values(), *letters.MESSAGES.values()]
    kinds: tuple[Kind, ...] = ("sending", "waiting", "held", "cancelled", "failed", "gone", "left")
    standings = (READY, Standing("stopped"), Standing("missing"))
    sentences += [
        told(News(kind, standing, seconds), "Bureau", 1).words
        for kind, standing, seconds in itertools.product(kinds, standings, (0, 10_000))
    ]
    kept = re.compile(r"\b(document|il|réponses) (est|sont) gardée?s?\b", re.IGNORECASE)
    assert [one for one in sentences if kept.search(str(one))] == []
