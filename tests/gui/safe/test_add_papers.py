"""Several photos into a dossier in one gesture, without the mouse."""

from pathlib import Path

import pytest

from desktop_app.pages import add_papers as page
from desktop_app.pages import destinations as to
from tests.gui.safe.conftest import TODAY, Driver
from tests.gui.test_choosing import drop
from tests.untrusted.test_sheets import MARK, photo


@pytest.fixture
def dossier(in_safe: Driver, tmp_path: Path) -> str:
    """The page on which two photos and half a one were dropped together."""
    made: list[str] = []
    in_safe.work(lambda: made.append(in_safe.safe.dossiers.add("Bail", on=TODAY)))
    in_safe.go(to.Dossier(dossier=made[0]))
    in_safe.press("Ajouter plusieurs papiers")
    whole, dropped = photo(0.0), []
    for name, data in (("un", whole), ("deux", whole), ("coupée", whole[: len(whole) // 2])):
        (path := tmp_path / f"{name}.jpg").write_bytes(data)
        dropped.append(path)
    assert drop(in_safe.window, *dropped)
    in_safe.settle()
    assert "3 fichiers choisis" in in_safe.words()
    return made[0]


def test_as_one_document_without_the_one_that_is_spoilt(in_safe: Driver, dossier: str) -> None:
    in_safe.type("Titre du document", "Bail signé")
    button = in_safe.to("Ranger en un seul document")
    button.click()
    assert not button.isEnabled()  # pressed again while it is done, all would be filed twice
    in_safe.settle()
    (paper,) = in_safe.safe.documents(dossier=dossier)
    assert (paper.title, paper.pages) == ("Bail signé", 2)
    assert MARK not in in_safe.safe.content(paper.id)
    assert "coupée.jpg" in in_safe.words()
    assert isinstance(in_safe.window.place, to.Dossier)


@pytest.mark.slow
def test_each_apart_as_it_is_though_the_page_was_left(in_safe: Driver, dossier: str) -> None:
    in_safe.press("Retirer le dernier")
    in_safe.to("Ranger chaque fichier à part").click()
    in_safe.page.context.navigator.go(to.People())
    in_safe.settle()
    assert isinstance(in_safe.window.place, to.People)
    assert page.filed() in in_safe.words()
    papers = in_safe.safe.documents(dossier=dossier)
    assert sorted(one.title for one in papers) == ["deux", "un"]
    assert all(MARK in in_safe.safe.content(one.id) for one in papers)
