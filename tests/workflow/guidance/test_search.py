"""What presses comes before any paper, and no paper that would lose its delay stands beside it."""

import pytest

from desktop_app.catalogue.catalogue import FolderCatalogue
from desktop_app.catalogue.law import FolderLaw
from desktop_app.core.packs.listed import CatalogueItem
from desktop_app.datafiles import data_root
from desktop_app.pages import destinations as to
from desktop_app.pages import finding as presenter
from desktop_app.workflow.guidance.search import find
from tests.packs.sayings import headers, sayings

OURS, LAW = FolderCatalogue(data_root("forms")), FolderLaw()
LEAVE = [
    "oqtf",
    "oqtf recours",
    "papier oqtf jai 30 jours",
    "obligation de quitter le territoire",
    "la préfecture veut que je quitte la France",
    "expulsion du territoire",
    "expulsé de france",
    "rétention",
    "centre de retention",
    "assignation à résidence",
    "assigné à résidence",
    "CRA étranger",
    "la préfecture me dit de partir",
    "la préfecture refuse mon titre et je dois partir",
    "mesure d'éloignement",
    "reconduite à la frontière",
    "interdiction du territoire",
    "la préfecture veut que je parte",
    "recours hiérarchique contre mon oqtf",
    "retrait de mon oqtf",
]
APPEALS = {"recours-gracieux", "recours-hierarchique", "retrait-decision"}
"""To an office: they hold no delay of an order to leave."""


@pytest.mark.parametrize("words", LEAVE)
def test_an_order_to_leave_comes_first_and_no_appeal_to_an_office(words: str) -> None:
    found = find(OURS, LAW, words)
    assert {one.id for one in found.emergencies} & {"oqtf", "retention"}
    assert not APPEALS & {item.procedure for item in found.items}


def test_a_refusal_without_an_order_keeps_its_letter() -> None:
    found = find(OURS, LAW, "la préfecture me refuse mon titre de séjour")
    assert (found.emergencies, found.presses) == ((), False)
    assert "pref-gracieux" in [item.id for item in found.items[:3]]


def test_a_summons_presses_whatever_it_is() -> None:
    found = find(OURS, LAW, "j'ai reçu une assignation")
    assert found.emergencies or found.presses


@pytest.mark.parametrize(
    "words", ["la commission de recours amiable", "attention à ma retraite", "la cra de la caf"]
)
def test_words_that_only_look_alike_do_not_press(words: str) -> None:
    assert find(OURS, LAW, words).emergencies == ()


@pytest.mark.parametrize("words", [*LEAVE, "trop tard", "la caf me réclame des sous"])
def test_the_window_offers_the_same_in_the_same_order(words: str) -> None:
    found = find(OURS, LAW, words)
    offered = presenter.answers(found)
    assert [one.pack for one in offered if one.pack] == [item.id for item in found.items]
    pressing = [to.Urgent(one.id) for one in found.emergencies]
    assert [one.place for one in offered[: len(pressing)]] == pressing
    others = [one.place for one in offered[len(pressing) :]]
    assert not any(isinstance(one, to.Urgent) and one.emergency for one in others)


def test_a_form_no_longer_taken_never_stands_before_a_living_way() -> None:
    """Whatever people say: of a thousand sayings, one in five had such a form before a letter."""
    said = [*(one.words for one in sayings()), "rsa", "mes apl", "j'ai une dette de rsa"]
    for words in said:
        old = [item.withdrawn for item in OURS.search(words)]
        assert old == sorted(old), words


WITHDRAWN = [item for item in OURS.search() if item.withdrawn]


def said_of(form: str) -> set[str]:
    """Return its titles, its keywords, and what people say when they look for it."""
    header = next(one for one in headers(data_root("forms")) if one.id == form)
    told = {one.words for one in sayings() if form in one.packs}
    return {header.title, header.plain_title, *header.keywords} | told


@pytest.mark.parametrize("form", WITHDRAWN, ids=lambda item: item.id)
def test_what_a_withdrawn_form_names_instead_stands_before_it_always(form: CatalogueItem) -> None:
    living = {item.id for item in OURS.search() if not item.withdrawn}
    assert set(form.instead) <= living
    for words in said_of(form.id):
        found = [item.id for item in find(OURS, LAW, words).items]
        later = found[found.index(form.id) :] if form.id in found else []
        assert not {*later} & {*form.instead}, words


def test_the_debt_is_answered_by_its_letter() -> None:
    assert find(OURS, LAW, "la caf me demande 3200 euro de rsa").items[0].id == "caf-indu-rsa"


def test_nor_in_any_list_of_the_window() -> None:
    items = {item.id: item for item in OURS.search()}
    for kind in ("lettre", "demande", "formulaire"):
        for family in ("", *presenter.families()):
            for situation in ("", *presenter.situations(kind)):  # type: ignore[arg-type]
                shown = presenter.offers(OURS, kind, family, situation)  # type: ignore[arg-type]
                withdrawn = [items[one.pack].withdrawn for one in shown if one.pack]
                assert withdrawn == sorted(withdrawn), (kind, family, situation)
