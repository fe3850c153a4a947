"""What is wrong with a paper is said when it is filed, and the paper is kept (attack F9)."""

import datetime as dt
import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from PIL import Image

from desktop_app.core.errors import Notice
from desktop_app.core.updates import UNCHANGED, Reworded, Updates
from desktop_app.safe.door import Door
from desktop_app.safe.kdf import FLOOR
from desktop_app.wiring import RealTools
from desktop_app.workflow.safes import archive, evidence
from desktop_app.workflow.store import Safe
from tests.helpers.rewritten import other_words, pdf, rewritten

TODAY = dt.date(2026, 11, 28)


@pytest.fixture(scope="module")
def safe(tmp_path_factory: pytest.TempPathFactory):
    path, door = tmp_path_factory.mktemp("evidence") / "coffre", Door(choose_kdf=lambda: FLOOR)
    door.create(path, "trois éléphants bleus", on=TODAY, recovery=False)
    with door.open(path, "trois éléphants bleus", on=TODAY) as opened:
        yield opened


def filed(safe: Safe, data: bytes, name: str) -> list[str]:
    """File for real, and return the codes of what was said; the paper is there in any case."""
    told: list[Notice] = []
    document = archive.file_received(
        safe,
        data,
        title="Papier",
        on=TODAY,
        readers=RealTools(),
        tell=told.append,
        name=name,
    )
    assert safe.content(document) == data
    return [notice.code for notice in told]


def photo() -> bytes:
    out = io.BytesIO()
    Image.effect_noise((300, 200), 80).convert("RGB").save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize(
    ("cut", "said"),
    [
        pytest.param(lambda data: data, [], id="whole"),
        pytest.param(lambda data: data[: len(data) // 2], ["picture-not-seen"], id="cut at half"),
        pytest.param(lambda data: b"", ["picture-not-seen"], id="empty"),
    ],
)
def test_a_picture_that_cannot_be_seen(safe: Safe, cut, said: Sequence[str]) -> None:
    assert filed(safe, cut(photo()), "photo.jpg") == said


@pytest.mark.parametrize(
    ("pages", "said"),
    [
        pytest.param(("Je demande", "le RSA"), [], id="words everywhere"),
        pytest.param(("Je demande", " "), ["pages-without-words"], id="one page without"),
        pytest.param((" ", " "), ["no-words-at-all"], id="a scan"),
    ],
)
def test_pages_without_words(safe: Safe, pages: Sequence[str], said: Sequence[str]) -> None:
    assert filed(safe, pdf(*pages), "lettre.pdf") == said


@pytest.mark.parametrize(
    ("found", "said"),
    [
        pytest.param(UNCHANGED, [], id="written once"),
        pytest.param(Updates(2), ["pdf-changed-since"], id="not compared"),
        pytest.param(Updates(1, compared=True), ["pdf-saved-again"], id="nothing to see"),
        pytest.param(
            Updates(3, True, filled=(1, 2), signed=(2,)), ["pdf-filled", "pdf-signed"], id="signed"
        ),
        pytest.param(Updates(1, True, (Reworded(1),)), ["pdf-print-changed"], id="other words"),
        pytest.param(Updates(1, True, covered=(1,)), ["pdf-covered"], id="covered"),
        pytest.param(Updates(1, True, more=2), ["pdf-pages-added"], id="more pages"),
        pytest.param(Updates(1, True, more=-1), ["pdf-pages-gone"], id="fewer pages"),
        pytest.param(Updates(1, True, left=9), ["pdf-not-compared"], id="too long"),
    ],
)
def test_each_change_has_its_words(found: Updates, said: Sequence[str]) -> None:
    assert [one.code for one in evidence.of_updates(found)] == said


def test_inspect_and_add_say_that_words_were_changed(safe: Safe, tmp_path: Path) -> None:
    from tests.cli.test_form import form

    swapped = rewritten(pdf("Je demande le RSA"), other_words("Je renonce au RSA"))
    assert filed(safe, swapped, "lettre.pdf") == ["pdf-print-changed"]
    (tmp_path / "a.pdf").write_bytes(swapped)
    status, data, said = form("inspect", tmp_path / "a.pdf")
    words = {"page": 1, "before": "Je demande le RSA", "now": "Je renonce au RSA"}
    assert (status, data["updates"], data["changed"]["print"]) == (0, 1, [words])
    assert "La page 1 ne dit plus ce qu’elle disait d’abord." in said
    assert "d’abord « Je demande le RSA », maintenant « Je renonce au RSA »" in said


def test_pages_are_named() -> None:
    (notice,) = evidence.of_words(12, "\f".join([""] * 11 + ["mots"]))
    assert notice.parameters == {"n": 11, "pages": "1, 2, 3, 4, 5, 6, 7, 8, 9, 10…"}
