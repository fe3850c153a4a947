"""Finding one's case by plain choices: who wrote, what is said or wanted, then the papers."""

from dataclasses import dataclass, field

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.checks.law import SITUATIONS
from desktop_app.core.packs.families import FAMILIES
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.core.packs.often import NO_ORDER, Often
from desktop_app.datafiles import data_root
from desktop_app.gui.look.drawings import DRAWINGS
from desktop_app.gui.look.offices import OFFICES
from desktop_app.pages import destinations as to
from desktop_app.pages import finding as presenter
from desktop_app.pages.finding import Offer, offers
from desktop_app.workflow.guidance.search import find

OURS = FolderCatalogue(data_root("forms"))


@dataclass
class Few:
    """A catalogue of some packs."""

    items: list[CatalogueItem] = field(default_factory=list)
    often: Often = NO_ORDER

    def add(self, name: str, family: str, *situations: str, kind: str = "letter") -> None:
        self.items.append(CatalogueItem(name, kind, name, name, family, "", situations))

    def search(self, text: str = "", kind: str = "") -> list[CatalogueItem]:
        return [item for item in self.items if kind in ("", item.kind)]


def words(found: object) -> list[str]:
    assert isinstance(found, list)
    return [offer.words for offer in found]


def ask(catalogue: object, kind: to.Kind, *said: str) -> list[Offer]:
    return list(offers(catalogue, kind, *said))  # type: ignore[arg-type]


@pytest.fixture
def few() -> Few:
    catalogue = Few()
    catalogue.add("gracieux", "transversal", "refus")
    catalogue.add("dette", "caf", "rembourser")
    catalogue.add("dossier", "caf", "savoir", "incompris")
    catalogue.add("motifs", "transversal", "incompris", "silence")
    catalogue.add("soins", "maladie", "refus")
    catalogue.add("aide", "logement", "demander", kind="form")
    return catalogue


def test_who_wrote_comes_in_the_order_of_need(few: Few) -> None:
    assert [o.family for o in ask(few, "lettre")] == ["caf", "maladie", "transversal"]


def test_then_only_what_this_body_s_letters_may_say(few: Few) -> None:
    assert [o.situation for o in ask(few, "lettre", "caf")] == ["rembourser", "incompris"]
    assert [o.situation for o in ask(few, "lettre", "maladie")] == ["refus", "incompris"]


def test_then_the_papers_those_of_this_body_first(few: Few) -> None:
    found = ask(few, "lettre", "caf", "incompris")
    assert [o.pack for o in found] == ["dossier", "motifs"]
    assert ask(few, "lettre", "caf", "rembourser")[0].words == "dette"


def test_contesting_is_never_offered_by_a_paper_made_for_any_body(few: Few) -> None:
    assert [o.pack for o in ask(few, "lettre", "maladie", "refus")] == ["soins"]


def test_who_asks_without_a_letter_is_asked_what_she_wants(few: Few) -> None:
    assert [o.family for o in ask(few, "demande")] == ["caf", "logement", "transversal"]
    assert [o.situation for o in ask(few, "demande", "caf")] == ["silence", "savoir"]
    assert words(ask(few, "demande", "logement", "demander")) == ["aide (un formulaire)"]


def test_a_paper_that_names_no_situation_is_under_other_things(few: Few) -> None:
    few.add("ancien", "emploi")
    assert [o.situation for o in ask(few, "lettre", "emploi")] == ["incompris", "autre"]
    assert [o.pack for o in ask(few, "lettre", "emploi", "autre")] == ["ancien"]


def test_each_situation_and_each_family_has_words() -> None:
    named = {*presenter.situations("lettre"), *presenter.situations("demande")}
    assert named - {presenter.OTHER} == set(SITUATIONS)
    assert set(presenter.families()) == set(FAMILIES)


@pytest.mark.parametrize("kind", ["lettre", "demande", "formulaire"])
def test_every_paper_of_ours_is_reached_and_no_way_is_a_dead_end(kind: to.Kind) -> None:
    reached: set[str] = set()
    to_see: list[tuple[str, ...]] = [()]
    while to_see:
        said = to_see.pop()
        found = ask(OURS, kind, *said)
        assert found, f"nothing after {said}"
        for offer in found:
            assert offer.drawing in {"", *DRAWINGS, *OFFICES}
            if offer.pack:
                reached.add(offer.pack)
            else:
                to_see.append(tuple(filter(None, (offer.family, offer.situation))))
    items = OURS.search("", {"lettre": "letter", "formulaire": "form"}.get(kind, ""))
    of_kind = {item.id for item in items if presenter._said(item, kind) or kind == "formulaire"}
    assert reached == of_kind


def test_no_paper_of_ours_is_left_without_a_situation() -> None:
    assert [item.id for item in OURS.search() if not item.situations] == []


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("urgent", to.Urgent()),
        ("expulsé demain", to.Urgent("expulsion")),
        ("trop tard", to.TooLate()),
        ("délai dépassé", to.TooLate()),
    ],
)
def test_words_that_press_lead_to_a_page_before_any_paper(
    words: str, place: to.Destination
) -> None:
    found = presenter.answers(find(OURS, FolderLaw(), words))
    assert found[0].place == place


def test_ordinary_words_lead_to_papers_only() -> None:
    found = presenter.answers(find(OURS, FolderLaw(), "la caf me réclame de l'argent"))
    assert found
    assert all(one.pack for one in found)
