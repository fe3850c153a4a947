"""A proof is a photo or a PDF that can be looked at; anything else is refused at once."""

import io

import pytest
from PIL import Image

from desktop_app.core.errors import AppError
from desktop_app.wiring import RealTools
from desktop_app.workflow.matter.proofs import expect_legible
from tests.helpers.demo_blank import demo_blank

HEIC = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic" + b"\0" * 200


def photo(kind: str) -> bytes:
    out = io.BytesIO()
    Image.new("RGB", (40, 30), "navy").save(out, kind)
    return out.getvalue()


def check(data: bytes) -> None:
    tools = RealTools()
    expect_legible(data, tools)


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(photo("JPEG"), id="photo"),
        pytest.param(photo("PNG"), id="scan"),
        pytest.param(demo_blank(), id="PDF"),
    ],
)
def test_what_can_be_looked_at_is_taken(data: bytes) -> None:
    check(data)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        pytest.param(HEIC, "picture-heic", id="recent phone"),
        pytest.param(photo("JPEG")[:80], "picture-unreadable", id="cut photo"),
        pytest.param(b"%PDF-1.7\nrien", "pdf-unreadable", id="broken PDF"),
        pytest.param(b"une note", "proof-of-another-kind", id="text"),
        pytest.param(b"", "proof-of-another-kind", id="nothing"),
        pytest.param(photo("GIF"), "proof-of-another-kind", id="GIF"),
    ],
)
def test_what_cannot_is_refused_in_words_of_its_own(data: bytes, code: str) -> None:
    with pytest.raises(AppError) as refused:
        check(data)
    assert refused.value.code == code
