"""Pages for the screen: a child kept while a document is looked at, one for all our drafts."""

from collections.abc import Iterator

import pytest

from desktop_app.untrusted.errors import PdfUnreadable
from desktop_app.untrusted.viewer import Viewer
from tests.untrusted.test_documents import two_pages

PAGES = two_pages()


@pytest.fixture(params=[False, True], ids=["from elsewhere", "drafts"])
def viewer(request: pytest.FixtureRequest) -> Iterator[Viewer]:
    made = Viewer(drafts=request.param)
    yield made
    made.close()


def child(viewer: Viewer) -> int:
    assert viewer._worker is not None
    return viewer._worker._process.pid


def test_a_page_is_as_wide_as_the_screen_asks(viewer: Viewer) -> None:
    picture = viewer.draw(PAGES, 1, 450)
    assert (picture.width, picture.height) == (450, 300)
    assert len(set(picture.pixels)) > 2, "something is drawn"


def test_turning_pages_keeps_the_child(viewer: Viewer) -> None:
    first = viewer.draw(PAGES, 1, 300)
    before = child(viewer)
    second = viewer.draw(PAGES, 2, 300)
    assert child(viewer) == before
    assert first.pixels != second.pixels


def test_a_draft_takes_the_place_of_the_one_before_and_of_nothing_else() -> None:
    drafts, elsewhere = Viewer(drafts=True), Viewer()
    other = PAGES.replace(b"300 200", b"200 300")
    assert other != PAGES
    try:
        for viewer in (drafts, elsewhere):
            viewer.draw(PAGES, 1, 300)
        ours, theirs = child(drafts), child(elsewhere)
        for viewer in (drafts, elsewhere):
            assert viewer.draw(other, 1, 300).height == 450
        assert child(drafts) == ours, "the draft has the child of the draft before"
        assert child(elsewhere) != theirs, "a document from elsewhere has a child of its own"
    finally:
        drafts.close()
        elsewhere.close()


def test_what_cannot_be_read_is_refused_and_the_next_one_is_shown(viewer: Viewer) -> None:
    viewer.draw(PAGES, 1, 300)
    with pytest.raises(PdfUnreadable):
        viewer.draw(b"%PDF-1.4 rien", 1, 300)
    assert viewer.draw(PAGES, 1, 300).width == 300


def test_a_child_that_died_is_replaced(viewer: Viewer) -> None:
    viewer.draw(PAGES, 1, 300)
    assert viewer._worker is not None
    viewer._worker._process.kill()
    assert viewer.draw(PAGES, 2, 300).width == 300


def test_nothing_starts_before_it_is_asked_and_nothing_stays(viewer: Viewer) -> None:
    assert viewer._worker is None
    viewer.prepare()
    worker = viewer._worker
    assert worker is not None
    viewer.close()
    assert worker._process.returncode is not None
    viewer.close()
