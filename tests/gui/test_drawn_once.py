"""No drawing stands for two meanings on one page: a list that it cannot tell apart has none."""

from collections.abc import Iterator
from typing import get_args

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from desktop_app.gui.look import drawings
from desktop_app.gui.look.offices import OFFICES as OF_OFFICES
from desktop_app.pages import destinations as to
from desktop_app.pages import drawn, find, finding, home, too_late, urgent, which_delay
from desktop_app.pages.page import Block, Choice, Drawing, Page, Row, Unfold
from desktop_app.wiring import RealTools

SAME_MEANING = {"reprendre", "semaine"}
"""What several lines may bear: each takes something up again, each is a day."""
KINDS: tuple[to.Kind, ...] = get_args(to.Kind)
SIDE = 48


@pytest.fixture(scope="module")
def tools() -> RealTools:
    return RealTools()


def drawn_on(blocks: Iterator[Block] | tuple[Block, ...]) -> Iterator[str]:
    for block in blocks:
        if isinstance(block, Row):
            yield from drawn_on(block.actions)
        if isinstance(block, Choice | Unfold) and block.drawing:
            yield block.drawing


def twice(page: Page) -> set[str]:
    found = [one for one in drawn_on(page.blocks) if one not in SAME_MEANING]
    return {one for one in found if found.count(one) > 1}


def every_list(tools: RealTools) -> Iterator[tuple[str, Page]]:
    for kind in KINDS:
        for family in ("", *finding.families()):
            for situation in ("", *finding.situations(kind)) if family else ("",):
                asked = to.Find(kind, family, situation)
                found = finding.offers(tools.catalogue, kind, family, situation)
                yield repr(asked), find.page(asked, found)
    for family in ("", *finding.families()):
        yield f"too late {family}", too_late.which(tools.law.procedures(), family)
    said = {family: finding.situations("lettre") for family in finding.families()}
    yield "which delay", which_delay.which_case(to.WhichDelay(), said)
    for family in said:
        yield f"which delay {family}", which_delay.which_case(to.WhichDelay(family=family), said)
    yield "urgent", urgent.which(tools.law.emergencies)
    for safe in (False, True):
        yield "home", home.page(public=False, safe=safe, waits=False)


def test_no_drawing_is_repeated_for_two_meanings_on_one_page(tools: RealTools) -> None:
    found = {name: again for name, page in every_list(tools) if (again := twice(page))}
    assert not found


def test_every_office_and_every_situation_has_a_drawing_of_its_own() -> None:
    assert drawn.OFFICES.keys() == finding.families().keys()
    assert len({*drawn.OFFICES.values()}) == len(drawn.OFFICES)
    for kind in KINDS:
        told = [drawn.SITUATIONS[one] for one in finding.situations(kind)]
        assert len({*told}) == len(told), kind


def test_every_drawing_of_a_page_exists_and_no_other() -> None:
    named = {*get_args(Drawing)} - {""}
    assert named == {*drawings.DRAWINGS, *OF_OFFICES} - {"marque"}


def pixels(name: str) -> bytes:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    painter = QPainter(image)
    drawings.draw(painter, name, QRectF(0, 0, SIDE, SIDE), QColor("black"), QColor("#E3EEF1"))
    painter.end()
    return bytes(image.constBits())


def test_no_two_drawings_look_alike(qt: QApplication) -> None:
    """As pixels: a twentieth of the square at least differs, whatever the two mean."""
    seen = {name: pixels(name) for name in get_args(Drawing) if name}
    names = [*seen]
    alike = [
        (one, other)
        for place, one in enumerate(names)
        for other in names[place + 1 :]
        if sum(a != b for a, b in zip(seen[one][::4], seen[other][::4], strict=True))
        < SIDE * SIDE / 20
    ]
    assert not alike


def test_the_body_of_a_drawing_is_tinted(qt: QApplication) -> None:
    assert QColor("#E3EEF1").rgb() & 0xFF in pixels("maison")
